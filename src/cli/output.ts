import { type Status, STATUSES } from '../core/assessment/status';
import { groupBy } from '../core/groupBy';
import type { Translate } from '../core/message';
import { isFindingSeverity, type Problem, severityOf } from '../core/problems';
import type { ReportedPlace, ReportedProblem } from '../core/report/report';

/** Whether any of them is more than information. */
export function isFinding(problems: readonly { readonly problem: Problem }[]): boolean {
  return problems.some(({ problem }) => isFindingSeverity(severityOf(problem)));
}

/** Problems file by file, and in each as a person reads it. */
export function asRead(problems: readonly ReportedProblem[]): readonly ReportedProblem[] {
  return [...groupBy(problems, ({ place }) => place.file).values()].flatMap((ofFile) =>
    ofFile.toSorted(({ place: a }, { place: b }) => a.line - b.line || a.column - b.column),
  );
}

/** The way compilers print problems, which terminals and editors make into links. */
export function problemLine(problem: Problem, { file, line, column }: ReportedPlace, translate: Translate): string {
  return `${file}:${line}:${column}: ${severityOf(problem)}: ${translate(problem)} [${problem.code}]`;
}

/** How many there are of each status that there are any of. */
export function statusLines(
  byStatus: Readonly<Record<Status, number | null>>,
  wordOf: (status: Status) => string,
): readonly string[] {
  const counted = STATUSES.filter((status) => (byStatus[status] ?? 0) > 0);
  return columns(counted.map((status) => [`  ${wordOf(status)}`, String(byStatus[status])]));
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
