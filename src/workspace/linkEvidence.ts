import { type Evidence, isLink } from '../core/assessment/evidence';
import { documentKey, type EvidenceDocument } from '../core/assessment/evidenceDocuments';
import type { EvidenceTarget } from '../core/assessment/evidenceRow';
import {
  cellsOfDocument,
  LINK_COLUMNS,
  type LinkColumn,
  type LinkedRows,
  linkedRows,
} from '../core/assessment/linkedRows';
import type { MaturityLevel } from '../core/assessment/maturity';
import type { EvidenceColumn } from '../core/assessment/newRows';
import { readRegister } from '../core/assessment/register';
import { appendRows, type Refused, type RegisterCells, type RegisterFile } from '../core/csvEdit';
import type { Assessment } from './assessment';
import type { Files } from './files';
import { type AppendedRows, changeRegister, evidenceNow, levelColumn, withUnnamed } from './registers';

/** One that has a row of its own in `documents.csv`, or what the rows of evidence say of it. */
export type LinkedDocument = EvidenceDocument | RegisterCells<EvidenceColumn>;

export interface AppendedLinks extends AppendedRows<LinkColumn>, Pick<LinkedRows, 'already'> {}

/**
 * Appends to an evidence register a row for each target at each level that says it has this document (`linkedRows`), all in
 * one write. To a document that has a row of its own the rows refer by its id where the register has a column for it.
 */
export async function linkEvidence(
  location: string,
  targets: readonly EvidenceTarget[],
  levels: readonly MaturityLevel[],
  document: LinkedDocument,
  assessment: Assessment,
  files: Files,
): Promise<AppendedLinks | Refused> {
  const [onlyLevel] = assessment.levels.length === 1 ? assessment.levels : [];
  return changeRegister(location, files, (register) => {
    const existing = evidenceNow(register, assessment).filter(isOf(document, assessment, files));
    const cells = { ...cellsOf(document, register), state: 'collected' };
    const { rows, already } = linkedRows(targets, levels, cells, existing, assessment.summary, onlyLevel);
    const column = 'document_id' in cells ? 'document_id' : 'location';
    const required = ['requirement', column, ...levelColumn(assessment)] as const;
    const appended = withUnnamed(appendRows(register, LINK_COLUMNS, rows, required));
    return 'failure' in appended ? appended : { already, ...appended };
  });
}

function isRegistered(document: LinkedDocument): document is EvidenceDocument {
  return 'id' in document;
}

function cellsOf(document: LinkedDocument, register: RegisterFile): RegisterCells<LinkColumn> {
  if (!isRegistered(document)) return document;
  return canNameDocuments(register) ? { document_id: document.id } : cellsOfDocument(document);
}

/** A register that is not there yet gets all columns. */
function canNameDocuments({ bytes = new Uint8Array(), file, name }: RegisterFile): boolean {
  const { columns } = readRegister(bytes, file, name, []);
  return columns.length === 0 || columns.includes('document_id');
}

/** Whether a row is of a document: by its id, or by where it lies. */
function isOf(document: LinkedDocument, { source }: Assessment, files: Files): (item: Evidence) => boolean {
  const placeOf = ({ location, relativeTo }: Pick<Evidence, 'location' | 'relativeTo'>): string | undefined => {
    if (location === undefined || isLink(location)) return location;
    return files.resolve(relativeTo === undefined ? source.folder : files.resolve(relativeTo, '..'), location);
  };
  const key = isRegistered(document) ? documentKey(document.id) : undefined;
  const { location } = document;
  const place = placeOf(location === undefined ? {} : { location });
  return (item) => {
    const isById = key !== undefined && item.documentId !== undefined && documentKey(item.documentId) === key;
    return isById || (place !== undefined && placeOf(item) === place);
  };
}
