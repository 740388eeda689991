import { CsvError, parse } from 'csv-parse/browser/esm/sync';

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

/**
 * Reads delimited text as spreadsheets write it. Never throws on what a file holds: a quotation mark inside a cell is
 * text, rows may be short or long, and what stands before an unclosed quotation mark is read.
 *
 * @param maxRows stop after so many rows, blank ones included, to look at a file's head
 */
export function readCsv(text: string, delimiter: Delimiter, maxRows?: number): CsvReading {
  const { rows, unclosedQuoteLine } = parseRows(text, delimiter, 1, maxRows);
  const stray = rows.filter((row) => row.cells.some((cell) => isStray(cell, text)));
  const unclosed = unclosedQuoteLine === undefined ? {} : { unclosedQuoteLine };
  if (stray.length === 0) return { rows, strayQuoteLines: [], ...unclosed };
  const lines = text.split(/\r\n|\r|\n/);
  const mended = rows.flatMap((row) =>
    stray.includes(row)
      ? lines
          .slice(row.line - 1, row.line - 1 + heightOf(row.cells))
          .flatMap((line, index) => parseRows(line.replaceAll('"', ''), delimiter, row.line + index).rows)
      : [row],
  );
  return { rows: mended, strayQuoteLines: stray.map(({ line }) => line), ...unclosed };
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

function parseRows(
  text: string,
  delimiter: Delimiter,
  firstLine: number,
  maxRows?: number,
): Pick<CsvReading, 'rows' | 'unclosedQuoteLine'> {
  const rows: CsvRow[] = [];
  let line = firstLine;
  const take = (cells: string[]): null => {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
    // Counted here and not taken from csv-parse, whose own count takes a CRLF inside a cell for two lines.
    line += heightOf(cells);
    return null;
  };
  try {
    parse(text, {
      delimiter,
      on_record: take,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      ...(maxRows !== undefined && { to: maxRows }),
    });
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return { rows, unclosedQuoteLine: line };
    throw error;
  }
  return { rows };
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
