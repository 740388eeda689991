import type { Translate } from '../core/message';
import { type Problem, severityOf } from '../core/problems';
import type { ReportedPlace } from '../core/report/report';
import type { Assessment } from '../workspace/assessment';
import type { Files } from '../workspace/files';

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

/** Information is there to be read, and no reason to fail a pipeline. */
export function isFinding(problems: readonly { readonly problem: Problem }[]): boolean {
  return problems.some(({ problem }) => severityOf(problem) !== 'information');
}

/** A problem in the shape that the command line promises. */
export function problemJson(problem: Problem, place: ReportedPlace, translate: Translate): unknown {
  return { ...place, code: problem.code, severity: severityOf(problem), message: translate(problem) };
}

/** The way compilers print problems, which terminals and editors make into links. */
export function problemLine(problem: Problem, { file, line, column }: ReportedPlace, translate: Translate): string {
  return `${file}:${line}:${column}: ${severityOf(problem)}: ${translate(problem)} [${problem.code}]`;
}

/** Columns of a table for a terminal, as wide as their cells; the last one is left as it is. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows.reduce<readonly number[]>(
    (widest, row) => row.map((cell, index) => Math.max(widest[index] ?? 0, cell.length)),
    [],
  );
  return rows.map((row) =>
    row.map((cell, index) => (index < row.length - 1 ? cell.padEnd(widths[index] ?? 0) : cell)).join('  '),
  );
}
