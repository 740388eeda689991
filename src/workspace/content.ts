import { type Evidence, readEvidence, type UnplacedEvidence } from '../core/assessment/evidence';
import { type EvidenceDocument, readEvidenceDocuments } from '../core/assessment/evidenceDocuments';
import { type Gap, readGaps } from '../core/assessment/gaps';
import { type Project, type ProjectReading, readProject } from '../core/assessment/projectFile';
import { type InheritanceRequest, readRequests, type UnplacedRequest } from '../core/assessment/requests';
import { type ListedRequirement, readRequirementList } from '../core/assessment/requirementList';
import type { PolicyCounts } from '../core/azure/builtInPolicies';
import type { PolicyResult } from '../core/azure/policyResults';
import { policySteps } from '../core/azure/readPolicyFile';
import { type AuditedService, type Cloud, readServices } from '../core/azure/services';
import type { Catalog } from '../core/csf/catalog';
import type { Syntax } from '../core/csf/hiddenSpans';
import { emptyDocument, readScopingDocument, type ScopingDocument } from '../core/document/scopingDocument';
import { createLineIndex, type LineIndex } from '../core/lineIndex';
import type { Matrix, MatrixSource } from '../core/matrix/matrix';
import { type MatrixReading, readMatrix } from '../core/matrix/readMatrix';
import type { MatrixInput } from '../core/matrix/table';
import { problem, type Problem } from '../core/problems';
import { isExport, isExportedWorkbook } from '../core/report/exportMark';
import { isSealedText } from '../core/sharing/sealed';
import { readSharingRegister, type SharingReading } from '../core/sharing/sharingRegister';
import type { Span } from '../core/span';
import { decodeText } from '../core/text';
import { isWorkbook, workbookProblem } from '../core/workbook/workbook';
import { FileError } from './files';
import type { LoadPart } from './parts';
import { createPause } from './pause';
import { sha256 } from './sha256';
import { unhurried } from './unhurried';

/** The part a file plays in an assessment. It plays one only. */
export type Role =
  | 'project'
  | 'matrix'
  | 'requirements'
  | 'evidence'
  | 'evidenceDocuments'
  | 'requests'
  | 'gaps'
  | 'sharing'
  | 'services'
  | 'policy'
  | 'document';

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
  /** Rows that name a CVID and no id. */
  readonly unplacedEvidence?: readonly UnplacedEvidence[];
  readonly unplacedRequests?: readonly UnplacedRequest[];
  readonly requirements?: readonly ListedRequirement[];
  readonly evidenceDocuments?: readonly EvidenceDocument[];
  readonly gaps?: readonly Gap[];
  readonly sharing?: SharingReading;
  readonly services?: readonly AuditedService[];
  /** The clouds that the list of services has a column for. */
  readonly clouds?: readonly Cloud[];
  readonly policy?: readonly PolicyResult[];
  /** With the results: what is known of the policies that they are of. */
  readonly builtInPolicies?: ReadonlyMap<string, PolicyCounts>;
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
  readonly loadPart: LoadPart;
  /** Of a document what was read of it before. */
  readonly previous?: ScopingDocument;
}

/** Their text is JSON, with the cells' lines as strings: ids in it would stand at places that nobody sees. */
const NOTEBOOK = /\.ipynb$/i;

const MARKDOWN = /\.(?:md|markdown|mdx)$/i;

/** How the scoping document at a location is written. */
export function syntaxOf(location: string): Syntax {
  return MARKDOWN.test(location) ? 'markdown' : 'plain';
}

/** Understands a file in its role. @throws {FileError} with the reason `not-text` for a project file or document that is none */
export async function readContent(role: Role, bytes: Uint8Array, context: ReadingContext): Promise<Content> {
  const { location, name, catalog, matrixSource, loadPart } = context;
  switch (role) {
    case 'matrix': {
      const reading = await readMatrixFile(bytes, context);
      if ('failure' in reading) return { problems: [reading.failure] };
      const hash = await sha256(bytes);
      return { matrix: reading.matrix, problems: reading.matrix.problems, ...(hash !== undefined && { sha256: hash }) };
    }
    case 'evidence': {
      const { unplaced, ...reading } = readEvidence(bytes, location, name, catalog);
      return { unplacedEvidence: unplaced, ...reading };
    }
    case 'requirements':
      return readRequirementList(bytes, location, name, catalog);
    case 'evidenceDocuments': {
      const { documents, problems } = readEvidenceDocuments(bytes, location, name);
      return { evidenceDocuments: documents, problems };
    }
    case 'gaps':
      return readGaps(bytes, location, name, catalog);
    case 'sharing': {
      const sharing = await readSharingRegister(bytes, location, name, sha256);
      return { sharing, problems: sharing.problems };
    }
    case 'services':
      return readServices(bytes, location, name);
    case 'policy': {
      const { results, problems } = await unhurried(policySteps(bytes, location, name, catalog));
      const { builtInPolicies } = await loadPart('policies');
      return { policy: results, builtInPolicies, problems };
    }
    case 'requests': {
      const { unplaced, ...reading } = readRequests(bytes, location, name, catalog, matrixSource.provider);
      return { unplacedRequests: unplaced, ...reading };
    }
    case 'project': {
      const text = decoded(bytes, location);
      const reading = readProject(text, location);
      return { ...(await withoutUnsafePatterns(reading, location, loadPart)), lines: createLineIndex(text) };
    }
    case 'document':
      // An exported workbook is no document either; of any other it is said that it is no text.
      return isExportedWorkbook(bytes)
        ? readDocument('', location, catalog)
        : readDocument(decoded(bytes, location), location, catalog, context.previous);
  }
}

/** Reads a matrix from the bytes of a text file or a workbook, in turns. */
export async function readMatrixFile(bytes: Uint8Array, context: ReadingContext): Promise<MatrixReading> {
  const { location, name, catalog, matrixSource } = context;
  const input = await openMatrixFile(bytes, context);
  return 'failure' in input ? input : unhurried(readMatrix(input, location, name, matrixSource, catalog));
}

/** The sheets of a workbook; of any other file its bytes, which are taken for text. */
export async function openMatrixFile(
  bytes: Uint8Array,
  { location, name, loadPart }: Pick<ReadingContext, 'location' | 'name' | 'loadPart'>,
): Promise<MatrixInput | { readonly failure: Problem }> {
  if (!isWorkbook(bytes)) return bytes;
  const { readWorkbook } = await loadPart('workbook');
  const workbook = await readWorkbook(bytes, createPause());
  return 'failure' in workbook ? { failure: workbookProblem(workbook.failure, location, name) } : workbook;
}

/**
 * Understands the text of a scoping document, from a file or as it stands in an editor.
 *
 * @param previous the document as it was: only what changed is read again
 */
export function readDocument(text: string, location: string, catalog: Catalog, previous?: ScopingDocument): Content {
  if (NOTEBOOK.test(location)) return { problems: [problem('notebook-not-read', location, undefined)] };
  const syntax = syntaxOf(location);
  // An exported summary names every control there was, and would keep them all in scope for ever.
  const document =
    isExport(text) || isSealedText(text)
      ? emptyDocument(text)
      : readScopingDocument(text, { file: location, syntax, catalog }, previous);
  return {
    document,
    lines: document.lines,
    evidence: document.evidence,
    get problems() {
      return document.problems;
    },
  };
}

/** Takes the patterns of ids out of a project that are none, or that can run away, and says which. */
async function withoutUnsafePatterns(
  reading: ProjectReading,
  file: string,
  loadPart: LoadPart,
): Promise<ProjectReading> {
  const { project, places, problems } = reading;
  if (project.matrices.every(({ idPattern }) => idPattern === undefined)) return reading;
  const { isSafePattern } = await loadPart('patterns');
  const unsafe: Problem[] = [];
  const matrices = project.matrices.map(({ idPattern, ...source }) => {
    if (idPattern === undefined || isSafePattern(idPattern))
      return idPattern === undefined ? source : { idPattern, ...source };
    unsafe.push(problem('unsafe-pattern', file, places.get(idPattern), idPattern));
    return source;
  });
  return { project: { ...project, matrices }, places, problems: [...problems, ...unsafe] };
}

function decoded(bytes: Uint8Array, location: string): string {
  const text = decodeText(bytes)?.text;
  if (text === undefined) throw new FileError('not-text', location);
  return text;
}
