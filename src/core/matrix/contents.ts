import type { Catalog } from '../csf/catalog';
import { readSubject, type Subject } from '../csf/subject';
import { type CsvRow, tidy } from '../csv';
import { type ColumnMapping, type HeaderReading, markColumns, MARKS, saysWhose } from './columns';
import { type ColumnMappingOf, type HeaderReadingOf, isMeaningless, type OpenQuestionOf } from './headerReader';
import { kindOfValue, readMark, type ValueColumn } from './responsibility';

/** How many rows are looked at, spread over the whole table. */
const SAMPLED = 200;
/** With fewer rows than that nothing is told from what stands in them. */
const FEWEST = 3;
/** How much of a column has to be ids: what is left are notes, totals and typing errors. */
const MOST = 0.8;
/** A column of more different values than that is prose. */
const MOST_VALUES = 12;
/** So is a value longer than that. */
const LONGEST_VALUE = 100;
/** Columns that are looked into. A matrix has a dozen or three; a file of thousands shall not hold up the host. */
const MOST_COLUMNS = 300;
/** How much of a cell is looked at: an id stands at its beginning. */
const LOOKED_AT = 1_000;

/** Headings of columns that say what was done or is planned, and not what can be. */
const ABOUT_WORK = /inherited|inheritance|request|claim|status|plan|state|progress|approv/i;

/** Whether two rows say the same: the header row, repeated. */
export function isSameRow(cells: readonly string[], other: readonly string[]): boolean {
  return (
    other.every((cell, index) => tidy(cell) === tidy(cells[index] ?? '')) &&
    cells.slice(other.length).every((cell) => tidy(cell) === '')
  );
}

/** Rows from everywhere in a table, blank ones left out. */
export function sampleOf(rows: readonly CsvRow[]): readonly CsvRow[] {
  const step = Math.max(1, rows.length / SAMPLED);
  return Array.from({ length: Math.min(rows.length, SAMPLED) }, (_, index) => rows[Math.floor(index * step)]).filter(
    (row) => row !== undefined,
  );
}

/**
 * Finds by what stands in the columns of a matrix what their headings do not say. What is not certain, although it could
 * be, becomes a question.
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
  const entries = entriesOf(sample, headings);
  return completeValues(completeId(header, headings, entries, mapping, catalog), headings, entries, mapping);
}

/** A header row that is repeated on each page says nothing of what stands below it. */
export function entriesOf(sample: readonly CsvRow[], headings: readonly string[]): readonly CsvRow[] {
  return sample.filter(({ cells }) => !isSameRow(cells, headings));
}

/** Finds the column of the ids, which each kind of table has. */
export function completeId<M extends string>(
  header: HeaderReadingOf<M | 'id' | 'control'>,
  headings: readonly string[],
  sample: readonly CsvRow[],
  mapping: ColumnMappingOf<M | 'id' | 'control'>,
  catalog: Catalog,
): HeaderReadingOf<M | 'id' | 'control'> {
  if (mapping.id !== undefined) return header;
  const { id, control } = header.columns;
  // What a heading says is believed once it is borne out: row numbers under `ID` are no ids.
  const holdsIds = (index: number | undefined): boolean =>
    index !== undefined && sample.some(({ cells }) => subjectIn(cells[index], catalog));
  if (id !== undefined && (holdsIds(id) || holdsIds(control))) return header;
  const taken = new Set(Object.values(header.columns));
  const candidates = columnsOf(headings, sample).filter(
    (index) => !taken.has(index) && isIdColumn(index, sample, catalog),
  );
  const ofRequirements = candidates.filter((index) =>
    sample.some(({ cells }) => subjectIn(cells[index], catalog)?.requirement !== undefined),
  );
  const [found, ...others] = ofRequirements.length > 0 ? ofRequirements : candidates;
  if (found === undefined) return header;
  if (others.length > 0) return ask(header, { meaning: 'id', columns: [found, ...others], ground: 'contents' });
  return { ...header, columns: { ...header.columns, id: found }, grounds: { ...header.grounds, id: 'contents' } };
}

/** The columns that are looked into, those without a heading included. */
function columnsOf(headings: readonly string[], sample: readonly CsvRow[]): readonly number[] {
  const width = sample.reduce((widest, { cells }) => Math.max(widest, cells.length), headings.length);
  return Array.from({ length: Math.min(width, MOST_COLUMNS) }, (_, index) => index);
}

function isIdColumn(index: number, sample: readonly CsvRow[], catalog: Catalog): boolean {
  const filled = sample.filter(({ cells }) => beginning(cells[index]) !== '');
  const mostOthers = filled.length - Math.max(FEWEST, filled.length * MOST);
  let others = 0;
  // Most columns are none, and most of these show it soon.
  return mostOthers >= 0 && filled.every(({ cells }) => subjectIn(cells[index], catalog) || ++others <= mostOthers);
}

function subjectIn(cell: string | undefined, catalog: Catalog): Subject | undefined {
  const subject = readSubject(beginning(cell), catalog);
  return typeof subject === 'string' ? undefined : subject;
}

function beginning(cell = ''): string {
  return tidy(cell.slice(0, LOOKED_AT));
}

function completeValues(
  header: HeaderReading,
  headings: readonly string[],
  sample: readonly CsvRow[],
  mapping: ColumnMapping,
): HeaderReading {
  const { columns, grounds } = header;
  if (saysWhose(header) || MARKS.some((meaning) => mapping[meaning] !== undefined)) return header;
  if (header.named.length > 0 || header.questions.some(({ meaning }) => meaning !== 'id')) return header;
  const marks = markColumns(headings);
  const marked = Object.values(marks);
  const isMarked = (index: number): boolean => sample.every(({ cells }) => readMark(cells[index] ?? '') !== undefined);
  if (marked.length > 1 && marked.every(isMarked)) {
    const byHeading = Object.fromEntries(Object.keys(marks).map((meaning) => [meaning, 'heading' as const]));
    return { ...header, columns: { ...columns, ...marks }, grounds: { ...grounds, ...byHeading } };
  }
  const taken = new Set(Object.values(columns));
  const candidates = columnsOf(headings, sample).flatMap((index) => {
    const kind = taken.has(index) ? undefined : kindOfColumn(index, sample);
    return kind === undefined ? [] : [{ index, kind, isSure: isSure(tidy(headings[index] ?? ''), kind) }];
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
  const values = new Set<string>();
  let filled = 0;
  for (const { cells } of sample) {
    const value = beginning(cells[index]);
    if (value === '') continue;
    filled++;
    values.add(value);
    if (values.size > MOST_VALUES || value.length > LONGEST_VALUE) return undefined;
  }
  const kinds = new Set([...values].map(kindOfValue));
  const [only] = kinds;
  return kinds.size === 1 && filled >= FEWEST ? only : undefined;
}

/**
 * A value means something only under its heading. A heading that says nothing leaves it its own meaning; and what can be
 * inherited is said in words that mean nothing else, except where a heading is about work done or planned.
 */
function isSure(heading: string, kind: ValueColumn): boolean {
  return isMeaningless(heading) || (kind === 'inheritability' && !ABOUT_WORK.test(heading));
}

function ask<M extends string>(header: HeaderReadingOf<M>, question: OpenQuestionOf<M>): HeaderReadingOf<M> {
  return { ...header, questions: [...header.questions, question] };
}
