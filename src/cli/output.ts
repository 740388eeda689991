import type { Translate } from '../core/message';
import { type Problem, type Severity, severityOf } from '../core/problems';
import type { ReportedPlace } from '../core/report/report';

const FINDINGS: ReadonlySet<Severity> = new Set<Severity>(['error', 'warning']);

/** Information and hints are there to be read, and no reason to fail a pipeline. */
export function isFinding(problems: readonly { readonly problem: Problem }[]): boolean {
  return problems.some(({ problem }) => FINDINGS.has(severityOf(problem)));
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
