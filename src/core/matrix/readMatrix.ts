import type { Catalog } from '../csf/catalog';
import { readSubject } from '../csf/subject';
import { type CsvRow, DELIMITERS, type Delimiter, readCsv, tidy } from '../csv';
import { problem, type Problem, type ProblemCode } from '../problems';
import { decodeText } from '../text';
import { type ColumnMeaning, type HeaderReading, readHeader } from './columns';
import type { Matrix, MatrixEntry, MatrixSource } from './matrix';
import { INHERITABILITY_OF, readResponsibility, type Responsibility, type ValueColumn } from './responsibility';

/** How far down a header row is looked for: titles and guidance stand above it. */
const HEAD_ROWS = 30;
const HEAD_LENGTH = 200_000;

/** Either the matrix, or the one reason why there is none. */
export type MatrixReading = { readonly matrix: Matrix } | { readonly failure: Problem };

/**
 * Reads a shared-responsibility matrix from the bytes of a CSV file. Never throws on what the file holds. Columns are
 * found by their headings (`columns.ts`), values are read under their kind of heading (`responsibility.ts`), and every
 * row below the header becomes an entry, a counted duplicate, or a problem that names its line.
 *
 * @param file the file's location, for entries and problems
 * @param name how the file is called in messages
 */
export function readMatrix(
  bytes: Uint8Array,
  file: string,
  name: string,
  source: MatrixSource,
  catalog: Catalog,
): MatrixReading {
  const fail = (code: Problem['code'], ...args: Problem['args']): MatrixReading => ({
    failure: problem(code, file, undefined, ...args),
  });
  const decoded = decodeText(bytes);
  if (!decoded) return fail('file-not-text', name);
  if (decoded.text.trim() === '') return fail('file-empty', name);
  const head = findHeader(decoded.text, source);
  const reading = readCsv(decoded.text, head.delimiter);
  const headings = head.row.cells.map(tidy).filter((heading) => heading !== '');
  if (head.header.columns.id === undefined) return fail('missing-id-column', headings);

  const problems: Problem[] = [];
  const headerPlace = { line: head.row.line };
  for (const heading of head.header.missing) {
    problems.push(problem('missing-column', file, headerPlace, heading, name, headings));
  }
  for (const { meaning, headings: candidates } of head.header.ambiguous) {
    problems.push(problem('ambiguous-column', file, headerPlace, meaning, candidates));
  }
  const { responsibility, inheritability } = head.header.columns;
  const asksAnyway = head.header.ambiguous.some(
    ({ meaning }) => meaning === 'responsibility' || meaning === 'inheritability',
  );
  if (responsibility === undefined && inheritability === undefined && !asksAnyway) {
    problems.push(problem('missing-responsibility-column', file, headerPlace, headings));
  }

  const rows = reading.rows.filter((row) => row.line > head.row.line);
  const { entries, duplicates } = readRows(rows, head, file, source, catalog, problems);
  if (entries.length === 0) problems.unshift(problem('matrix-without-entries', file, headerPlace));
  for (const line of reading.strayQuoteLines) problems.push(problem('stray-quote', file, { line }));
  if (reading.unclosedQuoteLine !== undefined) {
    problems.push(problem('unclosed-quote', file, { line: reading.unclosedQuoteLine }, reading.unclosedQuoteLine));
  }
  const above = reading.rows.filter((row) => row.line < head.row.line).flatMap(({ cells }) => cells.map(tidy));
  const preamble = above.filter((cell) => cell !== '').join(' ');
  const columns = Object.fromEntries(
    Object.entries(head.header.columns).map(([meaning, index]) => [meaning, tidy(head.row.cells[index] ?? '')]),
  );
  return {
    matrix: {
      file,
      name,
      format: 'csv',
      encoding: decoded.encoding,
      delimiter: head.delimiter,
      headerRow: head.row.line,
      ...(preamble !== '' && { preamble: shortened(preamble, 300) }),
      columns,
      rows: rows.length,
      entries,
      duplicates,
      problems,
    },
  };
}

interface Head {
  readonly delimiter: Delimiter;
  readonly row: CsvRow;
  readonly header: HeaderReading;
}

/** The delimiter and row under which the most columns have a meaning; the earliest where several have. */
function findHeader(text: string, source: MatrixSource): Head {
  const sample = text.slice(0, HEAD_LENGTH);
  let best: Head = { delimiter: ',', row: { line: source.headerRow ?? 1, cells: [] }, header: readHeader([]) };
  for (const delimiter of DELIMITERS) {
    for (const row of readCsv(sample, delimiter, source.headerRow ?? HEAD_ROWS).rows) {
      if (source.headerRow !== undefined && row.line !== source.headerRow) continue;
      const candidate = { delimiter, row, header: readHeader(row.cells, source.columns) };
      if (score(candidate) > score(best)) best = candidate;
    }
    // With an id and a value beside it there is nothing left to find.
    const { id, responsibility, inheritability } = best.header.columns;
    if (id !== undefined && (responsibility ?? inheritability) !== undefined) break;
  }
  return best;
}

/** A header without an id is no header. Of equals the wider goes first: read with a wrong delimiter a row is one cell. */
function score({ row, header }: Head): number {
  const known = header.columns.id === undefined ? 0 : Object.keys(header.columns).length + header.ambiguous.length;
  return known + Math.min(row.cells.length, 1_000) / 1_001;
}

function readRows(
  rows: readonly CsvRow[],
  head: Head,
  file: string,
  source: MatrixSource,
  catalog: Catalog,
  problems: Problem[],
): { readonly entries: readonly MatrixEntry[]; readonly duplicates: number } {
  const { columns } = head.header;
  const width = head.row.cells.findLastIndex((cell) => tidy(cell) !== '') + 1;
  const entries: MatrixEntry[] = [];
  const firstLines = new Map<string, number>();
  let duplicates = 0;
  /** Set where another table begins: its columns are not the ones that were read above. */
  let isOtherTable = false;
  for (const row of rows) {
    const place = { line: row.line };
    const report = (code: ProblemCode, ...args: Problem['args']): void => {
      problems.push(problem(code, file, place, ...args));
    };
    const cell = (meaning: ColumnMeaning): string => tidy(row.cells[columns[meaning] ?? -1] ?? '');
    const ids = readIds(cell('id'), cell('control'), catalog);
    if ('code' in ids) {
      const header = readHeader(row.cells, source.columns);
      if (header.columns.id !== undefined && Object.keys(header.columns).length > 1) {
        isOtherTable = JSON.stringify(header.columns) !== JSON.stringify(columns);
        report(isOtherTable ? 'second-header' : 'repeated-header');
        continue;
      }
      report(ids.code, shortened(cell('id') || cell('control')));
      if (!ids.control) continue;
    }
    const id = ('requirement' in ids ? ids.requirement : undefined) ?? ids.control;
    const content = JSON.stringify(row.cells);
    const firstLine = firstLines.get(content);
    if (firstLine !== undefined) {
      duplicates++;
      report('duplicate-row', id, firstLine);
      continue;
    }
    firstLines.set(content, row.line);
    const isShifted = row.cells.findLastIndex((text) => tidy(text) !== '') >= width;
    if (isShifted) report('shifted-row', id, width);
    const value = 'code' in ids || isOtherTable || isShifted ? UNKNOWN : readValue(cell, head.header, source);
    if (value.unmapped) {
      const heading = tidy(head.row.cells[columns[value.unmapped] ?? -1] ?? '');
      report('unmapped-value', shortened(cell(value.unmapped)), heading, id);
    } else if (value.missing) {
      report('missing-value', id);
    }
    entries.push({
      file,
      line: row.line,
      ...('requirement' in ids && { requirement: ids.requirement }),
      control: ids.control,
      ...textOf('cvid', cell),
      ...textOf('element', cell),
      ...textOf('csfVersion', cell),
      responsibility: value.responsibility,
      inheritability: value.inheritability,
      ...textOf('customerText', cell),
      ...textOf('providerText', cell),
    });
  }
  return { entries, duplicates };
}

type RowIds =
  | { readonly requirement?: string; readonly control: string }
  /** The id cell cannot be read. Where the row says its control, that control has a requirement which is unknown. */
  | { readonly code: ProblemCode; readonly control?: undefined }
  | { readonly code: ProblemCode; readonly requirement: string; readonly control: string };

/** A blank requirement id leaves a row of its control. */
function readIds(id: string, control: string, catalog: Catalog): RowIds {
  const subject = readSubject(id || control, catalog);
  if (typeof subject !== 'string') return subject;
  const ofControl = readSubject(control, catalog);
  return id === '' || typeof ofControl === 'string'
    ? { code: subject }
    : { code: 'unread-requirement', requirement: shortened(id), control: ofControl.control };
}

interface Value extends Pick<MatrixEntry, 'responsibility' | 'inheritability'> {
  /** A column whose value is not known: nothing else in the row is then relied on. */
  readonly unmapped?: ValueColumn;
  readonly missing?: boolean;
}

const UNKNOWN: Value = { responsibility: null, inheritability: null };

function readValue(cell: (meaning: ColumnMeaning) => string, header: HeaderReading, source: MatrixSource): Value {
  const values = { ...(source.provider !== undefined && { [source.provider]: 'azure' as const }), ...source.values };
  const asks = new Set(header.ambiguous.map(({ meaning }) => meaning));
  const has = (column: ValueColumn): boolean => header.columns[column] !== undefined || asks.has(column);
  const read: Partial<Record<ValueColumn, Responsibility>> = {};
  for (const column of ['inheritability', 'responsibility'] as const) {
    const written = cell(column);
    if (written === '') continue;
    const responsibility = readResponsibility(written, column, values);
    if (responsibility === undefined) return { ...UNKNOWN, unmapped: column };
    read[column] = responsibility;
  }
  // Only where a file has one of the columns does it speak for both.
  const responsibility = read.responsibility ?? (has('responsibility') ? undefined : read.inheritability);
  const inheritability = read.inheritability ?? (has('inheritability') ? undefined : read.responsibility);
  if (responsibility === undefined) {
    // Without any such column, or with one too many, the header has a problem and not each row.
    return { ...UNKNOWN, missing: asks.size === 0 && (has('responsibility') || has('inheritability')) };
  }
  return { responsibility, inheritability: inheritability === undefined ? null : INHERITABILITY_OF[inheritability] };
}

function textOf<M extends ColumnMeaning>(
  meaning: M,
  cell: (meaning: ColumnMeaning) => string,
): Partial<Record<M, string>> {
  const text = cell(meaning);
  return text === '' ? {} : ({ [meaning]: text } as Partial<Record<M, string>>);
}

/** Cells can hold pages; a message needs the beginning. */
function shortened(cell: string, length = 60): string {
  return cell.length > length ? `${cell.slice(0, length - 1)}…` : cell;
}
