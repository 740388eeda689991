import type { Place, Problem } from '../core/problems';
import type { ReportedPlace, ReportedProblem } from '../core/report/report';
import type { Assessment } from './assessment';
import type { Files } from './files';

/** A place in a file as reports name it, 1-based; where the whole file is meant, its beginning. */
export function placeOf(
  file: string,
  at: Place | undefined,
  assessment: Pick<Assessment, 'linesOf'>,
  files: Files,
): ReportedPlace {
  const place = { file: files.label(file), line: 1, column: 1, endColumn: 1 };
  if (!at) return place;
  if ('line' in at) return { ...place, line: at.line };
  const lines = assessment.linesOf(file);
  const start = lines?.positionAt(at.start) ?? { line: 0, column: 0 };
  const end = lines?.positionAt(at.end) ?? start;
  return {
    ...place,
    line: start.line + 1,
    column: start.column + 1,
    endColumn: (end.line === start.line ? end.column : start.column) + 1,
  };
}

/** Problems with their places as reports name them. */
export function placeProblems(
  problems: readonly Problem[],
  assessment: Pick<Assessment, 'linesOf'>,
  files: Files,
): readonly ReportedProblem[] {
  return problems.map((problem) => ({ problem, place: placeOf(problem.file, problem.at, assessment, files) }));
}
