import { CsvError, parse } from 'csv-parse/browser/esm/sync';

/** One row of a table, with the 1-based line of the file on which it begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvReading {
  /** Every row, blank ones left out. Rows may differ in length. */
  readonly rows: readonly CsvRow[];
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
  const rows: CsvRow[] = [];
  let line = 1;
  const take = (cells: string[]): null => {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
    // Counted here and not taken from csv-parse, whose own count takes a CRLF inside a cell for two lines.
    line += 1 + cells.reduce((breaks, cell) => breaks + lineBreaksIn(cell), 0);
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
