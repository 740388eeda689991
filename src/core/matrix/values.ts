import { tidy } from '../csv';
import { type ColumnMeaning, MARKS } from './columns';
import type { MatrixEntry, MatrixSource, ValueUse } from './matrix';
import {
  INHERITABILITY_OF,
  readMark,
  readResponsibility,
  type Responsibility,
  type ValueColumn,
} from './responsibility';
import type { Head } from './table';

/** The cell of a row under the column with a meaning, tidied; blank where there is none. */
export type Cell = (meaning: ColumnMeaning) => string;

/** What a row says of who is responsible. */
export interface Value extends Pick<MatrixEntry, 'responsibility' | 'inheritability'> {
  /** A value that is not known: nothing else in the row is then relied on. */
  readonly unmapped?: { readonly value: string; readonly heading: string };
  /** What stands in a column to be marked and is neither a mark nor its absence. */
  readonly noMark?: { readonly value: string; readonly heading: string };
  /** The headings under which the row is marked, where they contradict each other. */
  readonly marks?: readonly string[];
  readonly missing?: boolean;
}

export const UNKNOWN: Value = { responsibility: null, inheritability: null };

/** Reads who is responsible from the rows of one table, and counts the values it met. */
export class ValueReader {
  readonly #values: NonNullable<MatrixSource['values']>;
  readonly #counts = new Map<
    string,
    { readonly column: ColumnMeaning; readonly value: string; count: number; readonly means: Responsibility | null }
  >();

  constructor(
    private readonly head: Head,
    { values, provider }: MatrixSource,
  ) {
    this.#values = { ...(provider !== undefined && { [provider]: 'azure' as const }), ...values };
  }

  /** The most frequent first. */
  get uses(): readonly ValueUse[] {
    return [...this.#counts.values()].toSorted((a, b) => b.count - a.count);
  }

  read(cell: Cell): Value {
    const { columns, questions } = this.head.header;
    if (MARKS.some((meaning) => columns[meaning] !== undefined)) return this.#readMarks(cell);
    const isAsked = (column: ValueColumn): boolean => questions.some(({ meaning }) => meaning === column);
    const has = (column: ValueColumn): boolean => columns[column] !== undefined || isAsked(column);
    const read: Partial<Record<ValueColumn, Responsibility>> = {};
    for (const column of ['inheritability', 'responsibility'] as const) {
      const value = cell(column);
      if (value === '') continue;
      const means = this.#meaningOf(column, value, () => readResponsibility(value, column, this.#values));
      if (means === null) return { unmapped: { value, heading: this.#headingOf(column) }, ...UNKNOWN };
      read[column] = means;
    }
    // Only where a file has one of the columns does it speak for both.
    const responsibility = read.responsibility ?? (has('responsibility') ? undefined : read.inheritability);
    const inheritability = read.inheritability ?? (has('inheritability') ? undefined : read.responsibility);
    if (responsibility === undefined) {
      // Without any such column, or with one too many, the header has a problem and not each row.
      return { missing: questions.length === 0 && (has('responsibility') || has('inheritability')), ...UNKNOWN };
    }
    return { responsibility, inheritability: inheritability === undefined ? null : INHERITABILITY_OF[inheritability] };
  }

  /** Of the columns to be marked one has to be; where there is none for what is shared, both are. */
  #readMarks(cell: Cell): Value {
    const { columns } = this.head.header;
    const marked: Responsibility[] = [];
    for (const column of MARKS) {
      const value = cell(column);
      const isMarked = readMark(value);
      // What stands in place of a mark, such as `No`, means nothing of its own.
      if (isMarked !== false) this.#meaningOf(column, value, () => (isMarked ? column : undefined));
      if (isMarked === undefined) return { noMark: { value, heading: this.#headingOf(column) }, ...UNKNOWN };
      if (isMarked) marked.push(column);
    }
    const isBoth = marked.length === 2 && columns.shared === undefined;
    const responsibility = isBoth ? 'shared' : marked[0];
    if (marked.length > 1 && !isBoth) return { marks: marked.map((column) => this.#headingOf(column)), ...UNKNOWN };
    if (responsibility === undefined) return { missing: true, ...UNKNOWN };
    return { responsibility, inheritability: INHERITABILITY_OF[responsibility] };
  }

  /** The same value is read once, and counted each time. */
  #meaningOf(column: ColumnMeaning, value: string, read: () => Responsibility | undefined): Responsibility | null {
    const key = `${column}\0${value}`;
    const known = this.#counts.get(key) ?? { column, value, count: 0, means: read() ?? null };
    known.count++;
    this.#counts.set(key, known);
    return known.means;
  }

  #headingOf(column: ColumnMeaning): string {
    return tidy(this.head.row.cells[this.head.header.columns[column] ?? -1] ?? '');
  }
}
