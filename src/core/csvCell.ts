import { comparable } from './assessment/register';
import type { Delimiter } from './csv';
import type { Span } from './span';
import { eachWrittenRow, type WrittenRow } from './writtenRows';

/** A cell as it stands in a file, and what its column is called. */
export interface CsvCell extends Span {
  /** The name of its column, as registers compare them; empty where the column has none. */
  readonly column: string;
  /** Its place in the row, from 0. */
  readonly index: number;
  /** Whether it is under the last heading, or behind it. */
  readonly isLast: boolean;
  /** Whether it begins with a quotation mark; then `start` and `end` lie within the marks. */
  readonly isQuoted: boolean;
  /** The cells of its row by the names of their columns. */
  readonly row: ReadonlyMap<string, string>;
}

/**
 * The cell at an offset of a text with a row of headings. Undefined in the headings themselves and above them.
 *
 * A quotation mark that is not closed yet seems to go on to the next one, which can stand rows away: of a cell with a line
 * break in it what is told ends before the next delimiter.
 */
export function cellAt(text: string, offset: number, delimiter: Delimiter): CsvCell | undefined {
  let names: readonly string[] | undefined;
  for (const row of eachWrittenRow(text, delimiter)) {
    if (endOf(row) < offset) {
      if (!isBlank(row)) names ??= row.cells.map((cell) => comparable(unquoted(cell)));
    } else return names && cellIn(row, offset, names, text, delimiter);
  }
  // Behind the last line end a row begins that is not there yet.
  return names && cellIn({ line: 0, start: text.length, cells: [''], lineEnd: '' }, offset, names, text, delimiter);
}

function cellIn(
  row: WrittenRow,
  offset: number,
  names: readonly string[],
  text: string,
  delimiter: Delimiter,
): CsvCell {
  let end = row.start - 1;
  let [index, start] = [-1, row.start];
  while (index + 1 < row.cells.length && end < offset) {
    index++;
    start = end + 1;
    end = start + (row.cells[index]?.length ?? 0);
  }
  const inner = contentOf(text, start, end, delimiter);
  const cells = row.cells.map((cell, place) => [names[place] ?? '', unquoted(cell)] as const);
  return {
    column: names[index] ?? '',
    index,
    isLast: index >= names.length - 1,
    isQuoted: text[start] === '"' && start < end,
    row: new Map(cells.toReversed()),
    ...inner,
  };
}

/** A cell without its quotation marks. */
function contentOf(text: string, start: number, end: number, delimiter: Delimiter): Span {
  if (text[start] !== '"' || start === end) return { start, end };
  const content = text.slice(start + 1, end);
  const isWhole = content.endsWith('"') && !/[\r\n]/.test(content);
  const length = isWhole ? content.length - 1 : content.search(new RegExp(`[\\r\\n${delimiter}]`));
  return { start: start + 1, end: length < 0 ? end : start + 1 + length };
}

/** What a cell says, as far as it is quoted as a whole. */
function unquoted(cell: string): string {
  return /^".*"$/s.test(cell) && cell.length > 1 ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

function endOf({ start, cells }: WrittenRow): number {
  return start + cells.reduce((length, cell) => length + cell.length + 1, -1);
}

function isBlank({ cells }: WrittenRow): boolean {
  return cells.every((cell) => unquoted(cell).trim() === '');
}

/** A value as it is written into a cell: in quotation marks where it needs them and the cell has none. */
export function cellText(value: string, { isQuoted }: Pick<CsvCell, 'isQuoted'>, delimiter: Delimiter): string {
  const doubled = value.replaceAll('"', '""');
  if (isQuoted) return doubled;
  return value.includes(delimiter) || /["\r\n]|^\s|\s$/.test(value) ? `"${doubled}"` : value;
}
