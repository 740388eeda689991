import { type Evidence, readEvidence } from '../../src/core/assessment/evidence';
import { type AssessmentType, type MaturityLevel, scoredLevels } from '../../src/core/assessment/maturity';
import { readGaps } from '../../src/core/assessment/gaps';
import { Records } from '../../src/core/assessment/records';
import { type InheritanceRequest, readRequests } from '../../src/core/assessment/requests';
import { readRequirementList } from '../../src/core/assessment/requirementList';
import { mentionsOf } from '../../src/core/assessment/mentions';
import {
  type AssessmentProfile,
  type ControlSummary,
  createSummarizer,
  type Summary,
} from '../../src/core/assessment/summary';
import { catalog } from '../../src/core/csf/catalog';
import { scan } from '../../src/core/csf/scanner';
import type { Matrix, MatrixSource } from '../../src/core/matrix/matrix';
import { rollUp } from '../../src/core/matrix/rollUp';
import { type MatrixReading, readMatrix } from '../../src/core/matrix/readMatrix';
import { finish } from '../../src/core/steps';
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
  /** Rows of `requirement,maturity,location,state`. */
  readonly evidence?: string;
  readonly missingEvidence?: readonly string[];
  /** Rows of `requirement,state,type,weight,partial,provider`. */
  readonly requests?: string;
  /** Rows of `requirement,cvid,applicability,rationale`: with it the list is the scope. */
  readonly list?: string;
  /** Rows of `gap_id,requirement,maturity,status,fixed_on`. */
  readonly gaps?: string;
  /** What else the project file says. */
  readonly profile?: Partial<AssessmentProfile>;
  readonly type?: AssessmentType;
  readonly addedLevels?: readonly MaturityLevel[];
}

export function evidence(rows: string, header = 'requirement,maturity,location,state'): readonly Evidence[] {
  return readEvidence(csv(`${header}\n${rows}`), 'evidence.csv', 'evidence.csv', catalog).evidence;
}

export function requests(rows: string): readonly InheritanceRequest[] {
  const bytes = csv(`requirement,state,type,weight,partial,provider\n${rows}`);
  return readRequests(bytes, 'requests.csv', 'requests.csv', catalog).requests;
}

/** The summary of what is given; an r2 where no type is. */
export function summary(given: Given): Summary {
  const { type = 'r2', addedLevels = [], missingEvidence = [], documents = '', header = 'ID,Inheritability' } = given;
  const records = new Records(
    scoredLevels(type, addedLevels),
    ({ location = '' }) => !missingEvidence.includes(location),
  );
  for (const [file, text] of Object.entries(typeof documents === 'object' ? documents : { 'scope.md': documents })) {
    records.set(file, { mentions: mentionsOf(file, scan(text, catalog), catalog) });
  }
  records.set('evidence.csv', { evidence: evidence(given.evidence ?? '') });
  records.set('requests.csv', { requests: requests(given.requests ?? '') });
  const list = csv(`requirement,cvid,applicability,rationale\n${given.list ?? ''}`);
  records.set('requirements.csv', {
    requirements: readRequirementList(list, 'requirements.csv', 'requirements.csv', catalog).requirements,
  });
  const gaps = csv(`gap_id,requirement,maturity,status,fixed_on\n${given.gaps ?? ''}`);
  records.set('gaps.csv', { gaps: readGaps(gaps, 'gaps.csv', 'gaps.csv', catalog).gaps });
  return createSummarizer(
    {
      name: 'Test',
      type,
      typeIsAssumed: given.type === undefined,
      addedLevels,
      today: today(),
      hasList: given.list !== undefined,
      ...given.profile,
    },
    rollUp(given.matrix === undefined ? [] : [matrix(`${header}\n${given.matrix}`)]),
    records,
    catalog,
  )();
}

/** The summary of one control; it fails where the control is not in scope. */
export function controlIn(summaryOf: Summary, id: string): ControlSummary {
  const control = summaryOf.controlById.get(id);
  if (!control) throw new Error(`${id} is not in scope`);
  return control;
}
