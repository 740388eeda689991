import type { Catalog } from '../csf/catalog';
import { shortened, tidy } from '../csv';
import { problem, type Problem, type ProblemCode } from '../problems';
import type { Steps } from '../steps';
import { COLUMN_MEANINGS, saysWhose } from './columns';
import { columnHeadings } from './headings';
import type { ColumnUse, Matrix, MatrixSource } from './matrix';
import { readRows } from './readRows';
import { MATRIX, type MatrixInput, NO_HEADER, openTable, type Table } from './table';

/** Either the matrix, or the one reason why there is none. */
export type MatrixReading = { readonly matrix: Matrix } | { readonly failure: Problem };

/**
 * Reads a shared-responsibility matrix from a text file or a workbook. Never throws on what the file holds. Columns are
 * found by their headings (`columns.ts`) and by what stands in them (`contents.ts`), values are read under their kind of
 * heading (`responsibility.ts`), and every row below the header becomes an entry, a counted duplicate, or a problem that
 * names its line.
 *
 * @param file the file's location, for entries and problems
 * @param name how the file is called in messages
 */
export function* readMatrix(
  input: MatrixInput,
  file: string,
  name: string,
  source: MatrixSource,
  catalog: Catalog,
): Steps<MatrixReading> {
  const table = yield* openTable(input, source, catalog, MATRIX);
  return 'failure' in table
    ? unopened(table.failure, input, file, name, source)
    : yield* readTable(table, file, name, source, catalog);
}

/** What to say where no table was found. */
export function unopened(
  code: ProblemCode,
  input: MatrixInput,
  file: string,
  name: string,
  { sheet = '' }: MatrixSource,
): MatrixReading {
  return { failure: problem(code, file, undefined, name, sheet, sheetNames(input)) };
}

/** The same where the table has been found. */
export function* readTable(
  table: Table,
  file: string,
  name: string,
  source: MatrixSource,
  catalog: Catalog,
): Steps<MatrixReading> {
  const fail = (code: Problem['code'], ...args: Problem['args']): MatrixReading => ({
    failure: problem(code, file, undefined, ...args),
  });
  const { row, header } = table.head;
  const headings = row.cells.map(tidy);
  const called = columnHeadings(headings);
  const named = row.line === NO_HEADER ? called : headings.filter((heading) => heading !== '');
  const idQuestion = header.questions.find(({ meaning }) => meaning === 'id');
  const headingsOf = (columns: readonly number[]): readonly string[] => columns.map((index) => called[index] ?? '');
  if (header.columns.id === undefined) {
    return idQuestion
      ? fail('ambiguous-column', 'id', headingsOf(idQuestion.columns))
      : fail('missing-id-column', named);
  }

  const problems: Problem[] = [];
  const headerPlace = { line: Math.max(row.line, 1) };
  for (const heading of header.missing) {
    problems.push(problem('missing-column', file, headerPlace, heading, name, named));
  }
  for (const { column, meanings } of header.named) {
    problems.push(problem('column-named-twice', file, headerPlace, called[column] ?? '', meanings));
  }
  for (const { meaning, columns, ground } of header.questions) {
    const code = ground === 'contents' ? 'unsure-column' : 'ambiguous-column';
    problems.push(problem(code, file, headerPlace, meaning, headingsOf(columns)));
  }
  if (table.rivals && table.rivals.length > 0) {
    problems.push(problem('several-sheets', file, headerPlace, table.sheet ?? '', table.rivals));
  }
  if (!saysWhose(header) && header.questions.length === 0) {
    problems.push(problem('missing-responsibility-column', file, headerPlace, named));
  }

  const body = table.rows.filter(({ line }) => line > row.line);
  const { entries, duplicates, values, problems: ofRows } = yield* readRows(body, table.head, file, source, catalog);
  if (entries.length === 0) problems.unshift(problem('matrix-without-entries', file, headerPlace));
  for (const found of ofRows) problems.push(found);
  for (const line of table.strayQuoteLines) problems.push(problem('stray-quote', file, { line }));
  if (table.unclosedQuoteLine !== undefined) {
    problems.push(problem('unclosed-quote', file, { line: table.unclosedQuoteLine }, table.unclosedQuoteLine));
  }
  const above = table.rows.filter(({ line }) => line < row.line).flatMap(({ cells }) => cells.map(tidy));
  const preamble = above.filter((cell) => cell !== '').join(' ');
  const { format, encoding, delimiter, sheet, otherSheets } = table;
  return {
    matrix: {
      file,
      name,
      format,
      ...(encoding && { encoding }),
      ...(delimiter && { delimiter }),
      ...(sheet !== undefined && { sheet }),
      ...(otherSheets && { otherSheets }),
      headerRow: row.line,
      ...(preamble !== '' && { preamble: shortened(preamble, 300) }),
      headings,
      columns: columnUses(table, headings),
      questions: header.questions,
      values,
      rows: body.length,
      entries,
      duplicates,
      problems,
    },
  };
}

export function sheetNames(input: MatrixInput): readonly string[] {
  return 'sheets' in input ? input.sheets.map(({ name }) => name) : [];
}

function columnUses({ head: { header } }: Table, headings: readonly string[]): readonly ColumnUse[] {
  return COLUMN_MEANINGS.flatMap((meaning) => {
    const index = header.columns[meaning];
    const ground = header.grounds[meaning];
    return index === undefined || !ground ? [] : [{ meaning, index, heading: headings[index] ?? '', ground }];
  });
}
