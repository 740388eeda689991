import { type Evidence, readEvidence } from '../core/assessment/evidence';
import { readInlineEvidence } from '../core/assessment/inlineEvidence';
import { type Project, readProject } from '../core/assessment/projectFile';
import { type InheritanceRequest, readRequests } from '../core/assessment/requests';
import { type Mentions, mentionsOf } from '../core/assessment/mentions';
import type { Catalog } from '../core/csf/catalog';
import { type Scan, scan } from '../core/csf/scanner';
import { createLineIndex, type LineIndex } from '../core/lineIndex';
import type { Matrix, MatrixSource } from '../core/matrix/matrix';
import { readMatrix } from '../core/matrix/readMatrix';
import type { Problem } from '../core/problems';
import { isExport } from '../core/report/report';
import type { Span } from '../core/span';
import { decodeText } from '../core/text';
import { FileError } from './files';
import { sha256 } from './sha256';
import { unhurried } from './unhurried';

/** The part a file plays in an assessment. It plays one only. */
export type Role = 'project' | 'matrix' | 'evidence' | 'requests' | 'document';

/** A scoping document as it was last read. */
export interface ScopingDocument {
  readonly scan: Scan;
  readonly mentions: Mentions;
  readonly lines: LineIndex;
}

/** What a file gave, by its role, and what is wrong with it. */
export interface Content {
  readonly problems: readonly Problem[];
  readonly project?: Project;
  /** Where the project file's texts stand in it. */
  readonly places?: ReadonlyMap<string, Span>;
  readonly matrix?: Matrix;
  /** Of a matrix's bytes, where the host can tell it. */
  readonly sha256?: string;
  readonly evidence?: readonly Evidence[];
  readonly requests?: readonly InheritanceRequest[];
  readonly document?: ScopingDocument;
  /** Of files whose problems stand at offsets. */
  readonly lines?: LineIndex;
}

/** What reading a file needs to know beside its bytes. */
export interface ReadingContext {
  readonly location: string;
  /** How the file is called in messages. */
  readonly name: string;
  readonly catalog: Catalog;
  /** How a matrix is to be read. */
  readonly matrixSource: MatrixSource;
}

const MARKDOWN = /\.(?:md|markdown|mdx)$/i;

/** Understands a file in its role. @throws {FileError} with the reason `not-text` for a project file or document that is none */
export async function readContent(role: Role, bytes: Uint8Array, context: ReadingContext): Promise<Content> {
  const { location, name, catalog, matrixSource } = context;
  switch (role) {
    case 'matrix': {
      const reading = await unhurried(readMatrix(bytes, location, name, matrixSource, catalog));
      if ('failure' in reading) return { problems: [reading.failure] };
      const hash = await sha256(bytes);
      return { matrix: reading.matrix, problems: reading.matrix.problems, ...(hash !== undefined && { sha256: hash }) };
    }
    case 'evidence':
      return readEvidence(bytes, location, name, catalog);
    case 'requests':
      return readRequests(bytes, location, name, catalog, matrixSource.provider);
    case 'project': {
      const text = decoded(bytes, location);
      return { ...readProject(text, location), lines: createLineIndex(text) };
    }
    case 'document':
      return readDocument(decoded(bytes, location), location, catalog);
  }
}

/** Understands the text of a scoping document, from a file or as it stands in an editor. */
export function readDocument(text: string, location: string, catalog: Catalog): Content {
  const lines = createLineIndex(text);
  const syntax = MARKDOWN.test(location) ? 'markdown' : 'plain';
  // An exported summary names every control there was, and would keep them all in scope for ever.
  const found = isExport(text) ? { references: [], unresolved: [], hidden: [] } : scan(text, catalog, syntax);
  const named =
    syntax === 'markdown' ? readInlineEvidence(text, location, found, lines, catalog) : { evidence: [], problems: [] };
  return { document: { scan: found, mentions: mentionsOf(location, found, catalog), lines }, lines, ...named };
}

function decoded(bytes: Uint8Array, location: string): string {
  const text = decodeText(bytes)?.text;
  if (text === undefined) throw new FileError('not-text', location);
  return text;
}
