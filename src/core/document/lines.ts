import type { Line } from '../assessment/outline';
import { IGNORE } from '../csf/hiddenSpans';
import type { Scan } from '../csf/scanner';
import type { LineIndex } from '../lineIndex';
import type { Span } from '../span';

/** A line of a document, and the table that it is in. */
export interface DocumentLine extends Line {
  /** The texts above the columns, where the line is a row of a table. */
  readonly headings?: readonly string[];
}

const TABLE_RULE = /^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?[ \t]*$/;

/** What a table's row has to know of the lines above it. */
export interface TableState {
  readonly headings?: readonly string[];
  /** The line above. */
  readonly above: string;
}

/** Follows a document line by line, and knows the headings of the table that a line is in. */
export class TableHeadings {
  #headings: readonly string[] | undefined;
  #above: string;

  constructor({ headings, above }: TableState = { above: '' }) {
    this.#headings = headings;
    this.#above = above;
  }

  get state(): TableState {
    return { above: this.#above, ...(this.#headings && { headings: this.#headings }) };
  }

  /** Takes the next line; the headings above it where it is a row, and not the rule below them. */
  read(content: string): readonly string[] | undefined {
    const hasCells = content.includes('|');
    const isRule = hasCells && TABLE_RULE.test(content);
    if (isRule) this.#headings = cellsOf(this.#above).map((cell) => cell.text);
    else if (!hasCells) this.#headings = undefined;
    this.#above = content;
    return isRule ? undefined : this.#headings;
  }
}

/** The lines that a reader sees, with the ids on each. @param table knows what stands above them */
export function* visibleLines(
  text: string,
  { references, hidden }: Scan,
  lines: LineIndex,
  table = new TableHeadings(),
): Iterable<DocumentLine> {
  let nextHidden = 0;
  let next = 0;
  for (let number = 0; number < lines.count; number++) {
    const start = lines.startOf(number);
    const end = lines.startOf(number + 1);
    while ((hidden[nextHidden]?.end ?? Infinity) <= start) nextHidden++;
    const first = next;
    while ((references[next]?.start ?? Infinity) < end) next++;
    const content = withoutComments(text, start, end, hidden, nextHidden).trimEnd();
    const cover = hidden[nextHidden];
    // What begins in the middle of a comment begins no line of the document.
    if (cover && (cover.start < start || (cover.start === start && cover.end >= start + content.length))) continue;
    const headings = table.read(content);
    const line = { number, content, start, references: first < next ? references.slice(first, next) : [] };
    yield headings ? { headings, ...line } : line;
  }
}

/** A line with blanks in place of comments. @param next the first of the hidden spans that can be on it */
function withoutComments(text: string, start: number, end: number, hidden: readonly Span[], next: number): string {
  let shown = text.slice(start, end);
  for (let index = next; index < hidden.length; index++) {
    const { start: from, end: to } = hidden[index] ?? { start: end, end };
    if (from >= end) break;
    if (from < start || !(text.startsWith('<!--', from) || text.startsWith(IGNORE, from))) continue;
    const last = Math.min(to, end);
    shown = shown.slice(0, from - start) + ' '.repeat(last - from) + shown.slice(last - start);
  }
  return shown;
}

/** The cells of a table's row, with their places in it. */
export function cellsOf(row: string): readonly (Span & { readonly text: string })[] {
  let end = /^\s*\|?/.exec(row)?.[0].length ?? 0;
  const inner = row.slice(end).replace(/\|?\s*$/, '');
  return inner.split(/(?<!\\)\|/).map((written) => {
    const start = end;
    end = start + written.length + 1;
    return { start, end, text: written.trim() };
  });
}
