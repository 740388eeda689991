import { type Evidence, readEvidence } from '../../src/core/assessment/evidence';
import { type EvidenceDocument, readEvidenceDocuments } from '../../src/core/assessment/evidenceDocuments';
import { type AssessmentType, type MaturityLevel, scoredLevels } from '../../src/core/assessment/maturity';
import { readGaps } from '../../src/core/assessment/gaps';
import { createProfile } from '../../src/core/assessment/profile';
import { readProject } from '../../src/core/assessment/projectFile';
import { Records } from '../../src/core/assessment/records';
import { type InheritanceRequest, readRequests } from '../../src/core/assessment/requests';
import { readRequirementList } from '../../src/core/assessment/requirementList';
import {
  type AssessmentProfile,
  type ControlSummary,
  createSummarizer,
  type Summary,
} from '../../src/core/assessment/summary';
import { readServices, type ServicesReading } from '../../src/core/azure/services';
import { catalog } from '../../src/core/csf/catalog';
import { readScopingDocument } from '../../src/core/document/scopingDocument';
import type { Matrix, MatrixSource } from '../../src/core/matrix/matrix';
import { rollUp } from '../../src/core/matrix/rollUp';
import { type MatrixReading, readMatrix } from '../../src/core/matrix/readMatrix';
import { finish } from '../../src/core/steps';
import type { Content } from '../../src/workspace/content';
import { RegisterRows } from '../../src/workspace/registerRows';
import { today } from './inMemoryFiles';

/** Rows of cells as the bytes of a CSV file. A text is taken as it is. */
export function csv(rows: string | readonly (readonly string[])[]): Uint8Array {
  const text =
    typeof rows === 'string'
      ? rows
      : rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
  return new TextEncoder().encode(text);
}

export function reading(
  content: string | Uint8Array,
  source: Partial<MatrixSource> = {},
  file = 'srm.csv',
): MatrixReading {
  const bytes = typeof content === 'string' ? csv(content) : content;
  return finish(readMatrix(bytes, file, file, { path: file, ...source }, catalog));
}

/** A matrix that can be read. */
export function matrix(content: string | Uint8Array, source: Partial<MatrixSource> = {}, file?: string): Matrix {
  const result = reading(content, source, file);
  if ('failure' in result) throw new Error(`not read: ${result.failure.code}`);
  return result.matrix;
}

/** The registers and documents of an assessment, as text. `matrix` and the registers have their header rows given. */
export interface Given {
  /** Rows of `id,inheritability`, or of the columns of `header`. */
  readonly matrix?: string;
  readonly header?: string;
  /** A document's text by its name; a single text is `scope.md`. */
  readonly documents?: string | Readonly<Record<string, string>>;
  /** Rows of `requirement,maturity,location,state`, or of the columns of `evidenceHeader`. */
  readonly evidence?: string;
  readonly evidenceHeader?: string;
  /** `documents.csv`, with its header row. */
  readonly evidenceDocuments?: string;
  readonly missingEvidence?: readonly string[];
  /** Rows of `requirement,state,type,weight,partial,provider`, or of the columns of `requestsHeader`. */
  readonly requests?: string;
  readonly requestsHeader?: string;
  /** Rows of `requirement,cvid,applicability,rationale`: with it the list is the scope. */
  readonly list?: string;
  /** Rows of `gap_id,requirement,maturity,status,fixed_on`. */
  readonly gaps?: string;
  /** The list of services in the audit scope, with its header row. */
  readonly services?: string;
  /** The project file's content: all that concerns no other file. */
  readonly project?: object;
  /** What is known of the assessment, whatever the project file says. */
  readonly profile?: Partial<AssessmentProfile>;
  readonly today?: string;
  readonly type?: AssessmentType;
  readonly addedLevels?: readonly MaturityLevel[];
}

const EVIDENCE_COLUMNS = 'requirement,maturity,location,state';

export function evidence(rows: string, header = EVIDENCE_COLUMNS): readonly Evidence[] {
  return readEvidence(csv(`${header}\n${rows}`), 'evidence.csv', 'evidence.csv', catalog).evidence;
}

const REQUEST_COLUMNS = 'requirement,state,type,weight,partial,provider';

export function requests(rows: string, header = REQUEST_COLUMNS): readonly InheritanceRequest[] {
  return readRequests(csv(`${header}\n${rows}`), 'requests.csv', 'requests.csv', catalog).requests;
}

/** The summary of what is given; an r2 where no type is. */
export function summary(given: Given): Summary {
  const { missingEvidence = [], documents = '', header = 'ID,Inheritability' } = given;
  const read = readProject(JSON.stringify(given.project ?? {}), 'inheritance-scope.json').project;
  const { type = read.type ?? 'r2', addedLevels = read.maturity } = given;
  const list = readRequirementList(
    csv(`requirement,cvid,applicability,rationale\n${given.list ?? ''}`),
    'requirements.csv',
    'requirements.csv',
    catalog,
  ).requirements;
  const matrices = given.matrix === undefined ? [] : [matrix(`${header}\n${given.matrix}`)];
  const rows = new RegisterRows(
    () => ({ documents: documentsIn(given), list, matrices }),
    (file) => file,
  );
  const records = new Records(
    scoredLevels(type, addedLevels),
    ({ location = '' }) => !missingEvidence.includes(location),
    undefined,
    () => rows.documents,
  );
  for (const [file, text] of Object.entries(typeof documents === 'object' ? documents : { 'scope.md': documents })) {
    records.set(file, { mentions: readScopingDocument(text, { file, syntax: 'markdown', catalog }).mentions });
  }
  for (const [file, content] of Object.entries(registersIn(given))) records.set(file, rows.of(file, content));
  records.set('requirements.csv', { requirements: list });
  const gaps = csv(`gap_id,requirement,maturity,status,fixed_on\n${given.gaps ?? ''}`);
  records.set('gaps.csv', { gaps: readGaps(gaps, 'gaps.csv', 'gaps.csv', catalog).gaps });
  const day = given.today ?? today();
  const hasList = given.list !== undefined;
  const profile = createProfile(read, { name: 'Test', today: day, hasList, ...servicesIn(given), catalog });
  return createSummarizer(
    {
      ...(given.project || given.services !== undefined ? profile : { name: 'Test', today: day, hasList }),
      type,
      typeIsAssumed: given.type === undefined && read.type === undefined,
      addedLevels,
      ...given.profile,
    },
    rollUp(matrices, read.csfVersion === undefined ? {} : { csfVersion: read.csfVersion }),
    records,
    catalog,
  )();
}

function servicesIn({ services }: Given): Pick<ServicesReading, 'services' | 'clouds'> {
  return services === undefined
    ? { services: [], clouds: [] }
    : readServices(csv(services), 'services.csv', 'services.csv');
}

function documentsIn({ evidenceDocuments = 'document_id,location' }: Given): readonly EvidenceDocument[] {
  return readEvidenceDocuments(csv(evidenceDocuments), 'documents.csv', 'documents.csv').documents;
}

/** The evidence and the requests, each as its file has them. */
function registersIn(given: Given): Readonly<Record<string, Content>> {
  const evidenceText = `${given.evidenceHeader ?? EVIDENCE_COLUMNS}\n${given.evidence ?? ''}`;
  const requestsText = `${given.requestsHeader ?? REQUEST_COLUMNS}\n${given.requests ?? ''}`;
  const ofEvidence = readEvidence(csv(evidenceText), 'evidence.csv', 'evidence.csv', catalog);
  const ofRequests = readRequests(csv(requestsText), 'requests.csv', 'requests.csv', catalog);
  return {
    'evidence.csv': { ...ofEvidence, unplacedEvidence: ofEvidence.unplaced },
    'requests.csv': { ...ofRequests, unplacedRequests: ofRequests.unplaced },
  };
}

/** The summary of one control; it fails where the control is not in scope. */
export function controlIn(summaryOf: Summary, id: string): ControlSummary {
  const control = summaryOf.controlById.get(id);
  if (!control) throw new Error(`${id} is not in scope`);
  return control;
}
