import { message } from '../message';
import { problem, type Problem } from '../problems';
import { DATE_COLUMNS, type Dates, readDocumentCells } from './documentCells';
import type { Evidence } from './evidence';
import type { EvidenceType } from './evidenceType';
import { readRegister } from './register';

/** A document that rows of `evidence.csv` refer to by its id: a row of `documents.csv`. */
export interface EvidenceDocument {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly id: string;
  readonly title?: string;
  readonly type?: EvidenceType;
  /** A path relative to the project, or a link. */
  readonly location?: string;
  readonly version?: string;
  readonly dates?: Dates;
  /** As recorded, in lower case. */
  readonly sha256?: string;
}

/** Documents by their `documentKey`. */
export type EvidenceDocuments = ReadonlyMap<string, EvidenceDocument>;

export interface EvidenceDocumentsReading {
  readonly documents: readonly EvidenceDocument[];
  readonly problems: readonly Problem[];
}

/** What makes two ids of documents the same: case does not count, nor do spaces around. */
export function documentKey(id: string): string {
  return id.trim().toLowerCase();
}

/** Reads `documents.csv`. A row without an id becomes a problem; of rows with the same one the first counts. */
export function readEvidenceDocuments(bytes: Uint8Array, file: string, name: string): EvidenceDocumentsReading {
  const register = readRegister(bytes, file, name, [['document_id']]);
  const problems = [...register.problems];
  const read = register.rows.flatMap((row): EvidenceDocument[] => {
    const id = row.get('document_id');
    const title = row.get('title');
    const version = row.get('version');
    const cells = readDocumentCells(row, file, problems);
    if (id === '') {
      problems.push(problem('missing-id', file, { line: row.line }));
      return [];
    }
    return [{ file, line: row.line, id, ...(title && { title }), ...(version && { version }), ...cells }];
  });
  const byId = documentsById(read, () => name);
  return { documents: [...byId.documents.values()], problems: [...problems, ...byId.problems] };
}

/**
 * The documents of several files by their `documentKey`. Of several with the same id the first counts; the others are
 * problems.
 *
 * @param nameOf how a file is called in messages
 */
export function documentsById(
  documents: Iterable<EvidenceDocument>,
  nameOf: (file: string) => string,
): { readonly documents: EvidenceDocuments; readonly problems: readonly Problem[] } {
  const byId = new Map<string, EvidenceDocument>();
  const problems: Problem[] = [];
  for (const document of documents) {
    const { id, file, line } = document;
    const first = byId.get(documentKey(id));
    if (!first) {
      byId.set(documentKey(id), document);
      continue;
    }
    const isHere = first.file === file;
    const place = isHere
      ? message('place-line', first.line)
      : message('place-file-line', nameOf(first.file), first.line);
    problems.push(problem('repeated-document', file, { line }, id, place));
  }
  return { documents: byId, problems };
}

/** Whether it refers to a document that is not there. */
export function lacksDocument({ documentId }: Pick<Evidence, 'documentId'>, documents: EvidenceDocuments): boolean {
  return documentId !== undefined && !documents.has(documentKey(documentId));
}

/** Evidence with what the document that it refers to says, where its row does not say it itself; itself where it says all. */
export function withDocument(item: Evidence, documents: EvidenceDocuments): Evidence {
  const document = item.documentId === undefined ? undefined : documents.get(documentKey(item.documentId));
  if (!document) return item;
  // A row without a title is called by the id.
  const title = item.title === item.documentId ? (document.title ?? item.title) : item.title;
  const type = item.type ?? document.type;
  const location = item.location ?? document.location;
  // What was recorded of one file says nothing of another.
  const sha256 = item.sha256 ?? (location === document.location ? document.sha256 : undefined);
  const dates = joinDates(item.dates, document.dates);
  const isWhole =
    title === item.title &&
    type === item.type &&
    location === item.location &&
    dates === item.dates &&
    sha256 === item.sha256;
  if (isWhole) return item;
  // Not a literal that begins with a spread, which is made slowly, and there are thousands.
  return Object.assign({}, item, {
    title,
    ...(type && { type }),
    ...(location && { location }),
    ...(dates && { dates }),
    ...(sha256 && { sha256 }),
  });
}

/** A row's dates, and those of its document that it does not give itself; its own object where there are none. */
function joinDates(own: Dates | undefined, others: Dates | undefined): Dates | undefined {
  if (!own || !others) return own ?? others;
  return DATE_COLUMNS.some((column) => others[column] !== undefined && own[column] === undefined)
    ? { ...others, ...own }
    : own;
}
