import type { Problem } from '../core/problems';
import type { ReportedPlace } from '../core/report/report';
import type { Assessment } from './assessment';
import type { Files } from './files';

/** Where a problem stands, 1-based; a whole file's problems stand at its beginning. */
export function placeOfProblem({ file, at }: Problem, assessment: Assessment, files: Files): ReportedPlace {
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
