import { daysBetween, parseCalendarDate } from '../../calendarDate';
import { type CsvRow, shortened } from '../../csv';
import type { SentenceCode } from '../../sentences';
import { message, type Translate } from '../../message';
import type { Cell } from '../exported/cells';
import { plainlyShown } from '../hiddenCharacters';
import { xmlAttribute, xmlText } from './xmlText';

/** A sheet to be written: one table, its headings in the first row. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<readonly Cell[]>;
}

export interface SheetColumn {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
}

/** The styles of cells, by their place in `STYLES`. */
export const STYLE = { heading: 1, date: 2, text: 3 } as const;

/** The most that Excel takes in a cell, in UTF-16 units. */
export const LONGEST_TEXT = 32_767;

/** A name that Excel takes for a sheet. */
export function sheetName(code: SentenceCode, translate: Translate): string {
  return translate(message(code))
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .slice(0, 31);
}

/** What stands before the rows: the first row stays in sight. */
export function sheetHead({ columns }: Sheet): string {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>`;
}

/**
 * What stands behind them.
 *
 * @param lines how many rows there were, the headings included
 * @param footer of each page that is printed
 */
export function sheetTail(sheet: Sheet, lines: number, footer?: string): string {
  return `</sheetData><autoFilter ref="${filterRange(sheet, lines)}"/>${footer === undefined ? '' : footerXml(footer)}`;
}

/** The most that Excel takes in a footer, in UTF-16 units. */
const LONGEST_FOOTER = 255;

/** Text at the left, where an ampersand would begin a code. */
function footerXml(text: string): string {
  const line = plainlyShown(text).replace(/[\n\t]/g, ' ');
  let length = Math.min(line.length, LONGEST_FOOTER);
  const code = (): string => `&L${shortened(line, length).replaceAll('&', '&&')}`;
  while (code().length > LONGEST_FOOTER) length--;
  return `<headerFooter><oddFooter>${xmlText(code())}</oddFooter></headerFooter>`;
}

/** The cells that can be filtered: all. */
export function filterRange({ columns }: Sheet, lines: number): string {
  return `A1:${columnLetters(columns.length - 1)}${lines}`;
}

/**
 * A row of a table as XML, or several: what is longer than a cell can be goes on in the rows below, which have nothing in
 * their first column (`joinLongCells`).
 *
 * @param line of the first one, 1-based
 * @param share the number of a text among those that cells share
 */
export function rowXml(
  cells: readonly Cell[],
  line: number,
  share: (text: string) => number,
  style: number = STYLE.text,
): { readonly xml: string; readonly lines: number } {
  const pieces = cells.map((cell) => (typeof cell === 'string' && cell.length > LONGEST_TEXT ? cut(cell) : [cell]));
  const lines = Math.max(...pieces.map(({ length }) => length));
  const rows = Array.from({ length: lines }, (_, row) => {
    const inRow = pieces.map((parts, column) =>
      cellXml(parts[row] ?? '', `${columnLetters(column)}${line + row}`, share, style),
    );
    return `<row r="${line + row}">${inRow.join('')}</row>`;
  });
  return { xml: rows.join(''), lines };
}

function cellXml(cell: Cell, reference: string, share: (text: string) => number, style: number): string {
  if (cell === '') return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${reference}" s="${style}" t="s"><v>${share(cell)}</v></c>`;
  const serial = serialOf(cell.date);
  return serial === undefined
    ? cellXml(cell.date, reference, share, style)
    : `<c r="${reference}" s="${STYLE.date}"><v>${serial}</v></c>`;
}

/** Never between the halves of a surrogate pair. */
function cut(text: string): readonly string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length;) {
    let end = start + LONGEST_TEXT;
    if (/[\ud800-\udbff]/.test(text.charAt(end - 1))) end--;
    parts.push(text.slice(start, end));
    start = end;
  }
  return parts;
}

/** Rows that go on in the next ones, put together again. */
export function joinLongCells(rows: readonly CsvRow[]): readonly CsvRow[] {
  const joined: { readonly line: number; readonly cells: string[] }[] = [];
  for (const { line, cells } of rows) {
    const last = joined.at(-1);
    if (!last || (cells[0] ?? '') !== '') joined.push({ line, cells: [...cells] });
    else for (const [column, cell] of cells.entries()) last.cells[column] = (last.cells[column] ?? '') + cell;
  }
  return joined;
}

/** 1 January 1970, counted as Excel counts days. */
const EPOCH = 25_569;
/** 1 March 1900: before it Excel counts a day that there never was. */
const FIRST_DAY = 61;

/** A day as Excel counts it; undefined for what is none. */
function serialOf(date: string): number | undefined {
  const day = parseCalendarDate(date);
  if (day === undefined) return undefined;
  const serial = daysBetween('1970-01-01', day) + EPOCH;
  return serial >= FIRST_DAY ? serial : undefined;
}

/** `A` for 0, `AA` for 26. */
function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${columnLetters(Math.floor(index / 26) - 1)}${last}`;
}

/** A sheet's name in a formula. */
export function quotedName(name: string): string {
  return xmlAttribute(`'${name.replaceAll("'", "''")}'`).replaceAll('&quot;', '"');
}
