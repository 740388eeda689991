import type { Catalog } from '../csf/catalog';
import { shortened, tidy } from '../csv';
import type { Steps } from '../steps';
import { columnName, headingOf } from './headings';
import type { Matrix, MatrixSource } from './matrix';
import { type MatrixReading, readMatrix } from './readMatrix';
import { type MatrixInput, openTable } from './table';

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
const SAMPLED_ROWS = 500;

/** Reads a matrix the way `source` says, and shows what it is chosen from. */
export function* previewMatrix(
  input: MatrixInput,
  file: string,
  name: string,
  source: MatrixSource,
  catalog: Catalog,
): Steps<MatrixPreview> {
  const reading = yield* readMatrix(input, file, name, source, catalog);
  const table = yield* openTable(input, source, catalog);
  const sheets = 'sheets' in input ? input.sheets.map((sheet) => sheet.name) : [];
  if ('failure' in table) return { sheets, columns: [], reading };
  const { row } = table.head;
  const headings = row.cells.map(tidy);
  const below = table.rows.filter(({ line }) => line > row.line).slice(0, SAMPLED_ROWS);
  const columns = headings.map((_, index) => {
    const values = new Set(below.map(({ cells }) => shortened(tidy(cells[index] ?? ''), 40)));
    values.delete('');
    return {
      index,
      heading: headingOf(headings, index),
      name: columnName(headings, index),
      samples: [...values].slice(0, SAMPLES),
    };
  });
  return { sheets, columns, reading };
}

/** The values that nobody has said the meaning of, the most frequent first. */
export function unknownValues({ values }: Matrix): readonly { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { value, count, means } of values) {
    if (means === null) counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return [...counts].map(([value, count]) => ({ value, count }));
}
