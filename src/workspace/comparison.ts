import { impactOf } from '../core/assessment/impact';
import type { Catalog } from '../core/csf/catalog';
import { compareMatrices } from '../core/matrix/compare';
import type { Matrix } from '../core/matrix/matrix';
import { type Problem, severityOf } from '../core/problems';
import type { ComparisonReport } from '../core/report/comparison/comparisonReport';
import type { ReportedMatrix } from '../core/report/report';
import type { Assessment } from './assessment';
import type { Files } from './files';
import { placeOf } from './placeOf';

/** A matrix as it was read to be compared. */
export interface ComparedMatrix {
  readonly matrix: Matrix;
  readonly sha256?: string;
}

/** The two matrices that are compared. */
export interface ComparedPair {
  readonly older: ComparedMatrix;
  readonly newer: ComparedMatrix;
}

/**
 * Reads a matrix to be compared.
 *
 * @param like which of the assessment's own it is read like, where it is another file
 * @returns the matrix, or the one reason why it cannot be read
 * @throws {FileError}
 */
export async function readCompared(
  location: string,
  assessment: Assessment,
  like?: string,
): Promise<ComparedMatrix | { readonly failure: Problem | undefined }> {
  const { matrix, sha256, problems } = await assessment.readMatrix(location, like);
  return matrix ? { matrix, ...(sha256 !== undefined && { sha256 }) } : { failure: problems[0] };
}

/**
 * Compares two matrices for an assessment: its summary is made twice with the same documents and registers. Where the
 * assessment uses one of the two beside others, those stay as they are.
 */
export function createComparison(
  { older, newer }: ComparedPair,
  assessment: Assessment,
  files: Files,
  catalog: Catalog,
  context: Pick<ComparisonReport, 'today' | 'toolVersion' | 'translate'> &
    Partial<Pick<ComparisonReport, 'linkOf' | 'isLive'>>,
): ComparisonReport {
  const compared = [older.matrix.file, newer.matrix.file];
  const used = assessment.matrices.map(({ file }) => file);
  const others = compared.some((file) => used.includes(file))
    ? assessment.matrices.filter(({ file }) => !compared.includes(file))
    : [];
  const before = assessment.summaryWith([older.matrix, ...others]);
  const after = assessment.summaryWith([newer.matrix, ...others]);
  const { changes, notCompared } = compareMatrices(before.matrix, after.matrix);
  const own = used.includes(older.matrix.file) ? 'older' : used.includes(newer.matrix.file) ? 'newer' : undefined;
  const problemsOf = ({ matrix }: ComparedMatrix, { matrix: rolledUp }: typeof before): readonly Problem[] => [
    ...matrix.problems,
    ...rolledUp.problems.filter(({ file }) => file === matrix.file),
  ];
  // What could not be read of the project is missing among what the changes touch.
  const unread = assessment.allProblems.filter(
    (found) => severityOf(found) === 'error' && !compared.includes(found.file),
  );
  const isOne = older.matrix.file === newer.matrix.file;
  return {
    name: before.name,
    older: reported(older, files),
    newer: reported(newer, files),
    ...(own && { own }),
    impacts: impactOf(changes, { before, after }, assessment.registers),
    notCompared,
    basis: before.basis,
    assumptions: before.assumptions,
    problems: assessment
      .asSet([...problemsOf(older, before), ...(isOne ? [] : problemsOf(newer, after)), ...unread])
      .map((problem) => ({ problem, place: placeOf(problem.file, problem.at, assessment, files) })),
    titleOf: (control) => catalog.controls.get(control)?.title ?? '',
    labelOf: (file) => files.label(file),
    placeOf: (file, at) => placeOf(file, at, assessment, files),
    linkOf: () => undefined,
    isLive: false,
    ...context,
  };
}

function reported({ matrix: { file, entries, preamble }, sha256 }: ComparedMatrix, files: Files): ReportedMatrix {
  return {
    name: files.label(file),
    entries: entries.length,
    ...(sha256 !== undefined && { sha256 }),
    ...(preamble !== undefined && { preamble }),
  };
}
