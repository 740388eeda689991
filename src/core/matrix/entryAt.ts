import type { Matrix, MatrixEntry } from './matrix';

/**
 * The entry whose row a line of the file belongs to; undefined above the first entry, and in rows that are none. A row
 * goes on over the line breaks in its cells, to where the next one begins: that one is an entry too, or a problem that
 * names its line (`readMatrix`).
 *
 * @param line 1-based
 */
export function entryAt({ entries, problems }: Matrix, line: number): MatrixEntry | undefined {
  const entry = entries.findLast((each) => each.line <= line);
  if (!entry) return undefined;
  const isOfLaterRow = problems.some(({ at }) => at && 'line' in at && at.line > entry.line && at.line <= line);
  return isOfLaterRow ? undefined : entry;
}
