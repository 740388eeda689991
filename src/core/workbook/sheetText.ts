import type { CsvRow } from '../csv';

/** A cell is shown up to here. Editors give up on lines of 10,000 characters, and a row has a dozen columns. */
const MAX_SHOWN = 1_000;

/** Whatever an editor could take for the end of a line, and a tab, which would push the rest to the side. */
const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;

/**
 * A sheet as a text to be read: row n is line n, its cells with ` | ` between them. A line break inside a cell is shown as
 * `⏎`, and of a very long cell the beginning, with `…`. Rows that are blank, or not there, are empty lines.
 *
 * @param rows in order of their lines
 */
export function sheetText(rows: readonly CsvRow[]): string {
  const lines: string[] = [];
  for (const { line, cells } of rows) {
    while (lines.length < line - 1) lines.push('');
    lines.push(cells.map(shown).join(' | '));
  }
  return lines.join('\n');
}

function shown(cell: string): string {
  const beginning = cell.length > MAX_SHOWN ? `${cell.slice(0, MAX_SHOWN - 1)}…` : cell;
  return beginning.replace(LINE_BREAK, '⏎').replaceAll('\t', ' ');
}

/** A sheet of a workbook: the workbook's location, and the name of the sheet. */
export interface SheetAddress {
  readonly location: string;
  readonly sheet: string;
}

/** An address as the query of a URI. */
export function sheetQuery({ location, sheet }: SheetAddress): string {
  return JSON.stringify([location, sheet]);
}

/** The address that a query holds; undefined for a query that is not one of `sheetQuery`. */
export function readSheetQuery(query: string): SheetAddress | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(query);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parsed)) return undefined;
  const [location, sheet] = parsed as readonly unknown[];
  return typeof location === 'string' && typeof sheet === 'string' ? { location, sheet } : undefined;
}
