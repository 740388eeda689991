import type { Catalog } from '../csf/catalog';
import { readSubject, type Subject } from '../csf/subject';
import { type CsvRow, tidy } from '../csv';
import {
  type ColumnMapping,
  type HeaderReading,
  isMeaningless,
  markColumns,
  MARKS,
  type OpenQuestion,
} from './columns';
import { kindOfValue, readMark, type ValueColumn } from './responsibility';

/** How many rows are looked at, spread over the whole table. */
const SAMPLED = 200;
/** With fewer rows than that nothing is told from what stands in them. */
const FEWEST = 3;
/** How much of a column has to be ids: what is left are notes, totals and typing errors. */
const MOST = 0.8;
/** A column of more different values than that is prose. */
const MOST_VALUES = 12;

/** Headings of columns that say what was done or is planned, and not what can be. */
const ABOUT_WORK = /inherited|inheritance|request|claim|status|plan|state|progress|approv/i;

/** Rows from everywhere in a table, blank ones left out. */
export function sampleOf(rows: readonly CsvRow[]): readonly CsvRow[] {
  const step = Math.max(1, rows.length / SAMPLED);
  return Array.from({ length: Math.min(rows.length, SAMPLED) }, (_, index) => rows[Math.floor(index * step)]).filter(
    (row) => row !== undefined,
  );
}

/**
 * Finds by what stands in the columns what their headings do not say. What is not certain, although it could be, becomes
 * a question.
 *
 * @param headings the header row
 * @param sample rows below it
 * @param mapping what the user said, which is never questioned
 */
export function completeByContents(
  header: HeaderReading,
  headings: readonly string[],
  sample: readonly CsvRow[],
  mapping: ColumnMapping,
  catalog: Catalog,
): HeaderReading {
  return completeValues(completeId(header, headings, sample, mapping, catalog), headings, sample, mapping);
}

function completeId(
  header: HeaderReading,
  headings: readonly string[],
  sample: readonly CsvRow[],
  mapping: ColumnMapping,
  catalog: Catalog,
): HeaderReading {
  if (mapping.id !== undefined) return header;
  const { id, control } = header.columns;
  if (
    id !== undefined &&
    (isIdColumn(id, sample, catalog, 0.5) || (control !== undefined && isIdColumn(control, sample, catalog, 0.5)))
  )
    return header;
  const width = Math.max(headings.length, ...sample.map(({ cells }) => cells.length));
  const candidates = Array.from({ length: width }, (_, index) => index).filter((index) =>
    isIdColumn(index, sample, catalog, MOST),
  );
  const ofRequirements = candidates.filter((index) =>
    subjectsIn(index, sample, catalog).some(({ requirement }) => requirement),
  );
  const [found, ...others] = ofRequirements.length > 0 ? ofRequirements : candidates;
  if (found === undefined) return header;
  if (others.length > 0) return ask(header, { meaning: 'id', columns: [found, ...others], ground: 'contents' });
  return { ...header, columns: { ...header.columns, id: found }, grounds: { ...header.grounds, id: 'contents' } };
}

function isIdColumn(index: number, sample: readonly CsvRow[], catalog: Catalog, most: number): boolean {
  const filled = sample.filter(({ cells }) => tidy(cells[index] ?? '') !== '').length;
  const found = subjectsIn(index, sample, catalog).length;
  return found >= FEWEST && found >= filled * most;
}

function subjectsIn(index: number, sample: readonly CsvRow[], catalog: Catalog): readonly Subject[] {
  return sample.flatMap(({ cells }) => {
    const subject = readSubject(tidy(cells[index] ?? ''), catalog);
    return typeof subject === 'string' ? [] : [subject];
  });
}

function completeValues(
  header: HeaderReading,
  headings: readonly string[],
  sample: readonly CsvRow[],
  mapping: ColumnMapping,
): HeaderReading {
  const { columns, grounds } = header;
  const isKnown =
    columns.responsibility !== undefined ||
    columns.inheritability !== undefined ||
    MARKS.some((meaning) => mapping[meaning] !== undefined);
  if (isKnown || header.questions.some(({ meaning }) => meaning !== 'id')) return header;
  const marks = markColumns(headings);
  const marked = Object.values(marks);
  const isMarked = (index: number): boolean | undefined =>
    sample.every(({ cells }) => readMark(cells[index] ?? '') !== undefined);
  if (marked.length > 1 && marked.every(isMarked)) {
    const byHeading = Object.fromEntries(Object.keys(marks).map((meaning) => [meaning, 'heading' as const]));
    return { ...header, columns: { ...columns, ...marks }, grounds: { ...grounds, ...byHeading } };
  }
  const taken = new Set(Object.values(columns));
  const candidates = headings.flatMap((heading, index) => {
    const kind = taken.has(index) ? undefined : kindOfColumn(index, sample);
    return kind === undefined ? [] : [{ index, kind, isSure: isSure(tidy(heading), kind) }];
  });
  const [only, ...others] = candidates;
  if (!only) return header;
  if (others.length === 0 && only.isSure) {
    return {
      ...header,
      columns: { ...columns, [only.kind]: only.index },
      grounds: { ...grounds, [only.kind]: 'contents' },
    };
  }
  const kinds = (['inheritability', 'responsibility'] as const).filter((kind) =>
    candidates.some((each) => each.kind === kind),
  );
  return kinds.reduce(
    (asked, kind) =>
      ask(asked, {
        meaning: kind,
        ground: 'contents',
        columns: candidates.filter((each) => each.kind === kind).map(({ index }) => index),
      }),
    header,
  );
}

/** The kind of column whose values all stand in it, and nothing else. */
function kindOfColumn(index: number, sample: readonly CsvRow[]): ValueColumn | undefined {
  const cells = sample.map((row) => tidy(row.cells[index] ?? '')).filter((cell) => cell !== '');
  const values = new Set(cells);
  if (cells.length < FEWEST || values.size > MOST_VALUES) return undefined;
  const kinds = new Set([...values].map(kindOfValue));
  const [only] = kinds;
  return kinds.size === 1 ? only : undefined;
}

/**
 * A value means something only under its heading. A heading that says nothing leaves it its own meaning; and what can be
 * inherited is said in words that mean nothing else, except where a heading is about work done or planned.
 */
function isSure(heading: string, kind: ValueColumn): boolean {
  return isMeaningless(heading) || (kind === 'inheritability' && !ABOUT_WORK.test(heading));
}

function ask(header: HeaderReading, question: OpenQuestion): HeaderReading {
  return { ...header, questions: [...header.questions, question] };
}
