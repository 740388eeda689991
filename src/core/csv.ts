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
  const { rows, unclosedQuoteLine } = yield* parseInPieces(text, delimiter, maxRows, piece);
  const stray = new Set(rows.filter((row) => row.cells.some((cell) => isStray(cell, text))));
  const unclosed = unclosedQuoteLine === undefined ? {} : { unclosedQuoteLine };
  if (stray.size === 0) return { rows, strayQuoteLines: [], ...unclosed };
  const lines = text.split(/\r\n|\r|\n/);
  const mended = rows.flatMap((row) =>
    stray.has(row)
      ? lines
          .slice(row.line - 1, row.line - 1 + heightOf(row.cells))
          .flatMap((line, index) => parseRows(line.replaceAll('"', ''), delimiter, row.line + index).rows)
      : [row],
  );
  return { rows: mended, strayQuoteLines: [...stray].map(({ line }) => line), ...unclosed };
}

/**
 * Whether a cell swallowed the lines below it. Where a quotation mark is not closed in its cell, csv-parse goes on to the
 * next one, which can stand rows away, and leaves the first in the text. A text that begins with a quotation mark of its
 * own looks the same, but stands doubled in the file.
 */
function isStray(cell: string, text: string): boolean {
  if (!cell.startsWith('"') || lineBreaksIn(cell) === 0) return false;
  const [firstLine = ''] = cell.split(/[\r\n]/, 1);
  return !text.includes(`"${firstLine.replaceAll('"', '""')}`);
}

/** How much text is parsed at a time, in UTF-16 units: some ten milliseconds' worth. */
const PIECE = 64 * 1024;

/** Each piece ends with a row. Where that cannot be told beforehand, a piece that ends inside a cell is taken longer. */
function* parseInPieces(text: string, delimiter: Delimiter, maxRows: number, piece: number): Steps<Parsed> {
  const rows: CsvRow[] = [];
  let line = 1;
  let taken = 0;
  for (let start = 0, size = piece; start < text.length;) {
    const end = endOfPiece(text, start, size);
    const parsed = parseRows(text.slice(start, end), delimiter, line, maxRows - taken);
    if (parsed.unclosedQuoteLine !== undefined && end < text.length) {
      size *= 2;
      continue;
    }
    for (const row of parsed.rows) rows.push(row);
    if (parsed.unclosedQuoteLine !== undefined) return { rows, unclosedQuoteLine: parsed.unclosedQuoteLine };
    taken += parsed.taken;
    if (taken >= maxRows) break;
    line = parsed.nextLine;
    start = end;
    size = piece;
    yield;
  }
  return { rows };
}

/** The first line end behind `size` units that has an even number of quotation marks before it: mostly a row's end. */
function endOfPiece(text: string, start: number, size: number): number {
  let quotes = 0;
  let counted = start;
  LINE_END.lastIndex = start + size;
  for (let match = LINE_END.exec(text); match; match = LINE_END.exec(text)) {
    const end = match.index + match[0].length;
    for (let at = text.indexOf('"', counted); at >= 0 && at < end; at = text.indexOf('"', at + 1)) quotes++;
    counted = end;
    if (quotes % 2 === 0) return end;
  }
  return text.length;
}

const LINE_END = /\r\n|\r|\n/g;

type Parsed = Pick<CsvReading, 'rows' | 'unclosedQuoteLine'>;

interface Piece extends Parsed {
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
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
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
