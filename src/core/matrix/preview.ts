import type { Catalog } from '../csf/catalog';
import { type CsvRow, shortened, tidy } from '../csv';
import type { Steps } from '../steps';
import { MARKS } from './columns';
import { columnHeadings, columnNames } from './headings';
import type { Matrix, MatrixSource } from './matrix';
import { type MatrixReading, readTable, sheetNames, unopened } from './readMatrix';
import { MATRIX, type MatrixInput, openTable, type Table } from './table';

/** A column as a person can choose it: how it is called, how the project file names it, and what stands in it. */
export interface ColumnPreview {
  readonly index: number;
  readonly heading: string;
  readonly name: string;
  /** The first few different values, shortened. */
  readonly samples: readonly string[];
}

/** What a matrix looks like read one way, for a person to say how it is to be read. */
export interface MatrixPreview {
  readonly sheets: readonly string[];
  readonly columns: readonly ColumnPreview[];
  readonly reading: MatrixReading;
}

const SAMPLES = 4;
const SAMPLE_LENGTH = 40;
/** Cells can hold pages, and begin with blank lines. */
const SAMPLE_READ = 1_000;
const SAMPLED_ROWS = 500;

/** Reads a matrix the way `source` says, and shows what it is chosen from. */
export function* previewMatrix(
  input: MatrixInput,
  file: string,
  name: string,
  source: MatrixSource,
  catalog: Catalog,
): Steps<MatrixPreview> {
  const sheets = sheetNames(input);
  const table = yield* openTable(input, source, catalog, MATRIX);
  if ('failure' in table) return { sheets, columns: [], reading: unopened(table.failure, input, file, name, source) };
  const reading = yield* readTable(table, file, name, source, catalog);
  return { sheets, columns: previewColumns(table), reading };
}

/** The columns of a table, for a person to choose from. */
export function previewColumns({ rows, head }: Pick<Table<string>, 'rows' | 'head'>): readonly ColumnPreview[] {
  const headings = head.row.cells.map(tidy);
  const below = rows.filter(({ line }) => line > head.row.line).slice(0, SAMPLED_ROWS);
  const names = columnNames(headings);
  return columnHeadings(headings).map((heading, index) => ({
    index,
    heading,
    name: names[index] ?? '',
    samples: samplesOf(below, index),
  }));
}

function samplesOf(rows: readonly CsvRow[], index: number): readonly string[] {
  const values = new Set<string>();
  for (const { cells } of rows) {
    const value = shortened(tidy((cells[index] ?? '').slice(0, SAMPLE_READ)), SAMPLE_LENGTH);
    if (value !== '') values.add(value);
    if (values.size === SAMPLES) break;
  }
  return [...values];
}

/** The values that nobody has said the meaning of, the most frequent first. What marks a row is no such value. */
export function unknownValues({ values }: Matrix): readonly { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { column, value, count, means } of values) {
    if (means === null && !MARKS.some((mark) => mark === column)) counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return [...counts].map(([value, count]) => ({ value, count }));
}
