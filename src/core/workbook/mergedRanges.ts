import { type Budget, spend } from './limits';

/** Cells merged into one: only the first has the value. */
export interface MergedRange {
  /** 1-based, both ends included. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** The first column, 0-based; how far it reaches to the side does not matter. */
  readonly column: number;
}

/**
 * Gives merged cells their value on each row that they reach down over, in their first column. An id that stands once
 * beside five elements is the id of each of them, and a heading of two rows is one of the lower as well. To the side
 * nothing is filled: a title over the whole width would come to stand under every heading. Nor is a cell that holds
 * something of its own, nor a row that has nothing else.
 *
 * @param rows in order of their lines, blank ones left out; changed in place
 * @throws {WorkbookError} where the budget is used up
 */
export function fillMerged(
  rows: readonly { readonly line: number; readonly cells: string[] }[],
  ranges: readonly MergedRange[],
  budget: Budget,
): void {
  const waiting = ranges
    .filter(({ firstLine, lastLine }) => lastLine > firstLine)
    .toSorted((a, b) => b.firstLine - a.firstLine);
  /** The ranges that reach to the row, with their values, by column: those of a sound workbook do not overlap. */
  const open = new Map<number, { readonly lastLine: number; readonly value: string }>();
  for (const { line, cells } of rows) {
    for (const [column, { lastLine, value }] of open) {
      if (lastLine < line) {
        open.delete(column);
        continue;
      }
      // Counted even where nothing is filled: ranges times rows is work that a small file can ask for.
      spend(budget, 'cells', Math.max(1, column + 1 - cells.length));
      if ((cells[column] ?? '') !== '') continue;
      spend(budget, 'characters', value.length);
      while (cells.length < column) cells.push('');
      cells[column] = value;
    }
    for (let next = waiting.at(-1); next && next.firstLine <= line; next = waiting.at(-1)) {
      waiting.pop();
      const value = next.firstLine === line ? (cells[next.column] ?? '') : '';
      if (value !== '') open.set(next.column, { lastLine: next.lastLine, value });
    }
  }
}
