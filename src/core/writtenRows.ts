import type { Delimiter } from './csv';

/** A row of delimited text as it is written, blank rows included. */
export interface WrittenRow {
  /** The 1-based line on which it begins. */
  readonly line: number;
  /** Its offset in the text. */
  readonly start: number;
  /** Its cells with their quotation marks: joined by the delimiter they are the row again. */
  readonly cells: readonly string[];
  /** What ends it; empty in a last row without a line end. */
  readonly lineEnd: string;
}

/**
 * The rows of a text that `readCsv` reads without a stray or unclosed quotation mark, each as it is written: together
 * they are the text again.
 */
export function writtenRows(text: string, delimiter: Delimiter): readonly WrittenRow[] {
  return [...eachWrittenRow(text, delimiter)];
}

/** The same one by one, for who needs the first of them only. */
export function* eachWrittenRow(text: string, delimiter: Delimiter): Iterable<WrittenRow> {
  const endOfCell = new RegExp(`[${delimiter}]|\r\n|\r|\n`, 'g');
  let cells: string[] = [];
  let start = 0;
  let line = 1;
  for (let at = 0; at < text.length || cells.length > 0;) {
    endOfCell.lastIndex = text[at] === '"' ? afterQuoted(text, at) : at;
    const end = endOfCell.exec(text);
    cells.push(text.slice(at, end?.index));
    at = end ? end.index + end[0].length : text.length;
    if (end?.[0] === delimiter) continue;
    yield { line, start, cells, lineEnd: end?.[0] ?? '' };
    line += lineBreaksIn(text.slice(start, at));
    cells = [];
    start = at;
  }
}

/** How many lines end within a text. */
export function lineBreaksIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

/**
 * Behind the quotation mark that closes what one at `start` opens. Text may follow it, as in `"a" b`: then the cell goes
 * on as one without quotation marks.
 */
function afterQuoted(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? text.length : at + 1;
}
