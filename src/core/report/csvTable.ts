import { message, type Translate } from '../message';
import type { SentenceCode } from '../sentences';
import { defuse } from './defuse';
import { encode } from './exporter';

/** The columns that there is a heading for. */
export type Column = NameIn<SentenceCode>;
type NameIn<C> = C extends `column-${infer Name}` ? Name : never;

/** A row of a table with these columns: blank where it says nothing. */
export type RowOf<C extends Column> = Partial<Readonly<Record<C, string | number>>>;

/**
 * A CSV file for a spreadsheet: UTF-8 with a byte order mark, CRLF, commas. A head of two columns comes first, then an
 * empty line, then one table. Cells are text (`defuse`).
 */
export function printTable<C extends Column>(
  head: readonly (readonly string[])[],
  columns: readonly C[],
  rows: readonly RowOf<C>[],
  translate: Translate,
): Uint8Array {
  return encode(`${printHead(head, columns, translate)}${rows.map((row) => printRowLine(columns, row)).join('')}`);
}

/** Its beginning, down to the table's headings. */
export function printHead(
  head: readonly (readonly string[])[],
  columns: readonly Column[],
  translate: Translate,
): string {
  return `\ufeff${printLines([...head, []])}${printHeadings(columns, translate)}`;
}

/** The table alone, as text. */
export function printRows<C extends Column>(
  columns: readonly C[],
  rows: readonly RowOf<C>[],
  translate: Translate,
): string {
  return `${printHeadings(columns, translate)}${rows.map((row) => printRowLine(columns, row)).join('')}`;
}

function printHeadings(columns: readonly Column[], translate: Translate): string {
  return printLines([columns.map((name) => translate(message(`column-${name}`)))]);
}

/** A row of the table. */
export function printRowLine<C extends Column>(columns: readonly C[], row: RowOf<C>): string {
  return printLines([columns.map((name) => String(row[name] ?? ''))]);
}

export function printLines(lines: readonly (readonly string[])[]): string {
  return lines.map((cells) => `${cells.map(printCell).join(',')}\r\n`).join('');
}

/** Exported for the tests. */
export function printCell(cell: string): string {
  const text = defuse(cell);
  return /^\s|[",;\t\r\n]|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
