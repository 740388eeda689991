import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { finish, type Steps } from './steps';

/** One row of a table, with the 1-based line of the file on which it begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvReading {
  /** Every row, blank ones left out. Rows may differ in length. */
  readonly rows: readonly CsvRow[];
  /** Lines on which a quotation mark opens that closes inside a cell of a later line: they were read line by line. */
  readonly strayQuoteLines: readonly number[];
  /** The line of a row whose quotation mark never closes: that row and what follows could not be read. */
  readonly unclosedQuoteLine?: number;
}

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** All of `csvSteps` at once. */
export function readCsv(text: string, delimiter: Delimiter, maxRows = Infinity): CsvReading {
  return finish(csvSteps(text, delimiter, maxRows));
}

/**
 * Reads delimited text as spreadsheets write it. Never throws on what a file holds: a quotation mark inside a cell is
 * text, rows may be short or long, and what stands before an unclosed quotation mark is read.
 *
 * @param maxRows stop after so many rows, blank ones included, to look at a file's head
 * @param piece about how much text is parsed between two steps, in UTF-16 units
 */
export function* csvSteps(text: string, delimiter: Delimiter, maxRows = Infinity, piece = PIECE): Steps<CsvReading> {
  const rows: CsvRow[] = [];
  const strayQuoteLines: number[] = [];
  let line = 1;
  let taken = 0;
  for (let start = 0, size = piece; start < text.length && taken < maxRows;) {
    const end = endOfPiece(text, start, size);
    const content = text.slice(start, end);
    const parsed = parseRows(content, delimiter, line, maxRows - taken);
    yield;
    if (parsed.unclosedQuoteLine !== undefined && end < text.length) {
      size *= 2;
      continue;
    }
    const mended = mendStrayQuotes(parsed.rows, content, line, delimiter);
    for (const row of mended.rows) rows.push(row);
    for (const stray of mended.strayQuoteLines) strayQuoteLines.push(stray);
    const { unclosedQuoteLine } = parsed;
    if (unclosedQuoteLine !== undefined) return { rows, strayQuoteLines, unclosedQuoteLine };
    taken += parsed.taken;
    line = parsed.nextLine;
    start = end;
    size = piece;
  }
  return { rows, strayQuoteLines };
}

/** Reads rows whose cells swallowed the lines below them line by line, without quotation marks. */
function mendStrayQuotes(
  rows: readonly CsvRow[],
  text: string,
  firstLine: number,
  delimiter: Delimiter,
): Omit<CsvReading, 'unclosedQuoteLine'> {
  if (!rows.some(({ cells }) => cells.some(isSuspicious))) return { rows, strayQuoteLines: [] };
  const lines = text.split(/\r\n|\r|\n/);
  const strayQuoteLines: number[] = [];
  const mended = rows.flatMap((row): readonly CsvRow[] => {
    if (!row.cells.some(isSuspicious)) return [row];
    const from = row.line - firstLine;
    const written = lines.slice(from, from + heightOf(row.cells));
    if (!hasStrayQuote(row, written.join('\n'))) return [row];
    strayQuoteLines.push(row.line);
    return written
      .map((line, index) => ({ line: row.line + index, cells: line.replaceAll('"', '').split(delimiter) }))
      .filter(({ cells }) => !isBlank(cells));
  });
  return { rows: mended, strayQuoteLines };
}

/**
 * A cell that may have swallowed the lines below it. Where a quotation mark is not closed in its cell, csv-parse goes on
 * to the next one, which can stand rows away, and leaves the first in the text.
 */
function isSuspicious(cell: string): boolean {
  return cell.startsWith('"') && lineBreaksIn(cell) > 0;
}

/** A text that begins with a quotation mark of its own looks the same, but stands doubled in the file. */
function hasStrayQuote({ cells }: CsvRow, written: string): boolean {
  let at = 0;
  return cells.filter(isSuspicious).some((cell) => {
    const [firstLine = ''] = cell.split(/[\r\n]/, 1);
    const doubled = `"${firstLine.replaceAll('"', '""')}`;
    // The cells stand in their order: looking on from the last one takes each character once.
    at = written.indexOf(doubled, at) + doubled.length;
    return at < doubled.length;
  });
}

/** How much text is parsed at a time, in UTF-16 units: some milliseconds' worth. */
const PIECE = 32 * 1024;

/**
 * Where a piece of about `size` units can end: behind a line end that is likely a row's, because an even number of
 * quotation marks stands before it. Whether it is one, parsing tells: a piece that ends inside a cell is taken longer.
 */
function endOfPiece(text: string, start: number, size: number): number {
  const least = start + size;
  if (least >= text.length) return text.length;
  let isOpen = countOf('"', text.slice(start, least)) % 2 === 1;
  let first: number | undefined;
  QUOTE_OR_LINE_END.lastIndex = least;
  for (let match = QUOTE_OR_LINE_END.exec(text); match; match = QUOTE_OR_LINE_END.exec(text)) {
    const end = match.index + match[0].length;
    if (match[0] === '"') isOpen = !isOpen;
    else if (!isOpen) return end;
    else first ??= end;
    // A quotation mark that is text, as in `a 3" disk`, makes all numbers behind it odd.
    if (first !== undefined && end > least + size) return first;
  }
  return text.length;
}

const QUOTE_OR_LINE_END = /"|\r\n|\r|\n/g;

function countOf(character: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++;
  return count;
}

interface Piece extends Omit<CsvReading, 'strayQuoteLines'> {
  /** How many rows there were, blank ones included. */
  readonly taken: number;
  /** The line behind the last row. */
  readonly nextLine: number;
}

const encoder = new TextEncoder();

function parseRows(text: string, delimiter: Delimiter, firstLine: number, maxRows = Infinity): Piece {
  const rows: CsvRow[] = [];
  let line = firstLine;
  let taken = 0;
  const take = (cells: string[]): null => {
    if (!isBlank(cells)) rows.push({ line, cells });
    taken++;
    // Counted here and not taken from csv-parse, whose own count takes a CRLF inside a cell for two lines.
    line += heightOf(cells);
    return null;
  };
  try {
    // Given bytes it takes a third of the time: what it makes of a text to get at them is slow in a browser.
    parse(encoder.encode(text), {
      delimiter,
      on_record: take,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      ...(maxRows !== Infinity && { to: maxRows }),
    });
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
    return { rows, taken, nextLine: line, unclosedQuoteLine: line };
  }
  return { rows, taken, nextLine: line };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** How many lines of the file a row takes. */
function heightOf(cells: readonly string[]): number {
  return 1 + cells.reduce((breaks, cell) => breaks + lineBreaksIn(cell), 0);
}

function lineBreaksIn(cell: string): number {
  return cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n|\r|\n/g)?.length ?? 0) : 0;
}

/** A cell or heading without what cannot be seen: zero-width characters, NBSP padding, spaces around and doubled. */
export function tidy(cell: string): string {
  if (!UNTIDY.test(cell)) return cell;
  return cell
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

// Most cells are tidy, and looking is quicker than replacing.
const UNTIDY = /[\u200b-\u200d\u2060\ufeff]|[^\S ]|^ | {2}| $/;

/** Cells can hold pages; a message needs the beginning. */
export function shortened(cell: string, length = 60): string {
  return cell.length > length ? `${cell.slice(0, length - 1)}…` : cell;
}
