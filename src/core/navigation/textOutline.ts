import type { Catalog } from '../csf/catalog';
import type { Reference } from '../csf/scanner';
import { idOf, type Subject, subjectOf } from '../csf/subject';
import type { LineIndex } from '../lineIndex';
import type { Span } from '../span';

/** An entry of a file's outline, with what stands below it. */
export interface OutlineEntry extends Span {
  readonly subject: Subject;
  /** Where its id stands. */
  readonly id: Span;
  readonly children: readonly OutlineEntry[];
}

/** What may stand before the id that a line is about: marks of a heading or a list, a number. */
const LEAD = /^[\s\p{P}\p{S}]*(?:\d{1,3}[.)]\s+[\p{P}\p{S}]*)?$/u;

/**
 * The outline of a text whose language has none: each line that begins with an id goes on to the next such line, and holds
 * what else is named there, each thing once. Of a range its first control stands for it.
 */
export function outlineOfText(
  text: string,
  references: readonly Reference[],
  lines: LineIndex,
  catalog: Catalog,
): readonly OutlineEntry[] {
  const entries: { readonly head: OutlineEntry; readonly below: OutlineEntry[] }[] = [];
  const before: OutlineEntry[] = [];
  for (const reference of references) {
    const [subject] = subjectOf(reference, catalog);
    if (!subject) continue;
    const { line } = lines.positionAt(reference.start);
    const start = lines.startOf(line);
    const id = { start: reference.start, end: reference.end };
    const entry = { subject, id, children: [], ...id };
    if (LEAD.test(text.slice(start, reference.start))) entries.push({ head: { ...entry, start }, below: [] });
    else (entries.at(-1)?.below ?? before).push(entry);
  }
  return [
    ...once(before),
    ...entries.map(({ head, below }, index): OutlineEntry => {
      const end = entries[index + 1]?.head.start ?? text.length;
      return { subject: head.subject, id: head.id, start: head.start, end, children: once(below) };
    }),
  ];
}

/** The first entry of each subject. */
function once(entries: readonly OutlineEntry[]): readonly OutlineEntry[] {
  const first = new Map(entries.toReversed().map((entry) => [idOf(entry.subject), entry]));
  return entries.filter((entry) => first.get(idOf(entry.subject)) === entry);
}

/** A row of a table that is about something, by its 1-based line. */
export interface TableRow extends Subject {
  readonly line: number;
}

/** Rows of a table that follow each other and are about the same control. */
export interface RowGroup {
  readonly control: string;
  readonly rows: readonly TableRow[];
  /** The 1-based last line. */
  readonly lastLine: number;
}

/** The outline of a table: its rows by control, as they follow each other. @param rows in any order */
export function outlineOfRows(rows: readonly TableRow[], lineCount: number): readonly RowGroup[] {
  const groups: { readonly control: string; readonly rows: TableRow[]; lastLine: number }[] = [];
  let above = 0;
  for (const row of rows.toSorted((a, b) => a.line - b.line)) {
    // What was typed since can have taken lines away.
    if (row.line > lineCount) break;
    if (row.line === above) continue;
    above = row.line;
    const last = groups.at(-1);
    if (last) last.lastLine = row.line - 1;
    if (last?.control === row.control) last.rows.push(row);
    else groups.push({ control: row.control, rows: [row], lastLine: lineCount });
  }
  const last = groups.at(-1);
  if (last) last.lastLine = lineCount;
  return groups;
}
