import type { Catalog } from '../csf/catalog';
import { readSubject } from '../csf/subject';
import { type CsvReading, type CsvRow, csvSteps, DELIMITERS, type Delimiter } from '../csv';
import type { ProblemCode } from '../problems';
import type { Steps } from '../steps';
import { type DecodedText, decodeText } from '../text';
import type { Sheet } from '../workbook/workbook';
import { type ColumnMeaning, readHeader, saysWhose } from './columns';
import { completeByContents, sampleOf } from './contents';
import type { ColumnMappingOf, HeaderReadingOf } from './headerReader';

/** What a table is read from: the bytes of a text file, or the sheets of a workbook. */
export type MatrixInput = Uint8Array | { readonly sheets: readonly Sheet[] };

/**
 * A kind of table: how its columns are told, and when there is nothing left to find.
 *
 * @template M what a column can mean, `id` besides
 */
export interface TableKind<M extends string> {
  /** Reads a header row by its headings alone. */
  readonly readHeader: (cells: readonly string[], mapping?: ColumnMappingOf<M | 'id'>) => HeaderReadingOf<M | 'id'>;
  /** Finds by what stands in the columns what their headings do not say. */
  readonly complete: (
    header: HeaderReadingOf<M | 'id'>,
    headings: readonly string[],
    sample: readonly CsvRow[],
    mapping: ColumnMappingOf<M | 'id'>,
    catalog: Catalog,
  ) => HeaderReadingOf<M | 'id'>;
  readonly isComplete: (header: HeaderReadingOf<M | 'id'>) => boolean;
}

/** A shared-responsibility matrix: it has ids, and says in some way who is responsible. */
export const MATRIX: TableKind<ColumnMeaning> = {
  readHeader,
  complete: completeByContents,
  isComplete: (header) =>
    header.columns.id !== undefined && (saysWhose(header) || header.questions.some(({ meaning }) => meaning !== 'id')),
};

/** How the user said that a table is to be read. */
export interface TableSource<M extends string> {
  readonly headerRow?: number;
  readonly sheet?: string;
  readonly columns?: ColumnMappingOf<M>;
}

/** A table as it stands in a file, and its header. */
export interface Table<M extends string = ColumnMeaning> extends CsvReading {
  readonly format: 'csv' | 'xlsx';
  readonly encoding?: DecodedText['encoding'];
  readonly delimiter?: Delimiter;
  readonly sheet?: string;
  /** Sheets that look like such a table too, and that were not read. */
  readonly rivals?: readonly string[];
  readonly otherSheets?: readonly string[];
  readonly head: Head<M>;
}

/** The header row and what its columns mean. */
export interface Head<M extends string = ColumnMeaning> {
  readonly row: CsvRow;
  readonly header: HeaderReadingOf<M>;
}

/** How far down a header row is looked for: titles and guidance stand above it. */
const HEAD_ROWS = 30;
const HEAD_LENGTH = 200_000;

/** Finds the table in a file: its encoding, delimiter or sheet, its header row, and what its columns mean. */
export function* openTable<M extends string>(
  input: MatrixInput,
  source: TableSource<M | 'id'>,
  catalog: Catalog,
  kind: TableKind<M>,
): Steps<TableReading<M>> {
  return yield* 'sheets' in input
    ? openWorkbook(input.sheets, source, catalog, kind)
    : openText(input, source, catalog, kind);
}

type TableReading<M extends string> = Table<M | 'id'> | { readonly failure: ProblemCode };

function* openText<M extends string>(
  bytes: Uint8Array,
  source: TableSource<M | 'id'>,
  catalog: Catalog,
  kind: TableKind<M>,
): Steps<TableReading<M>> {
  const decoded = decodeText(bytes);
  if (!decoded) return { failure: 'file-not-text' };
  yield;
  const { text, encoding } = decoded;
  if (text.trim() === '') return { failure: 'file-empty' };
  let delimiter: Delimiter = ',';
  let best = -1;
  for (const candidate of DELIMITERS) {
    const { rows } = yield* csvSteps(text.slice(0, HEAD_LENGTH), candidate);
    const head = yield* findHead(rows, source, catalog, kind);
    if (score(head) > best) [delimiter, best] = [candidate, score(head)];
    // With an id and a value beside it there is nothing left to find.
    if (kind.isComplete(head.header)) break;
  }
  const reading = yield* csvSteps(text, delimiter);
  const head = yield* findHead(reading.rows, source, catalog, kind);
  return { format: 'csv', encoding, delimiter, head, ...reading };
}

function* openWorkbook<M extends string>(
  sheets: readonly Sheet[],
  source: TableSource<M | 'id'>,
  catalog: Catalog,
  kind: TableKind<M>,
): Steps<TableReading<M>> {
  const candidates = source.sheet === undefined ? sheets : sheets.filter(({ name }) => name === source.sheet);
  const scored: { readonly sheet: Sheet; readonly head: Head<M | 'id'> }[] = [];
  for (const sheet of candidates) scored.push({ sheet, head: yield* findHead(sheet.rows, source, catalog, kind) });
  const [best, ...others] = scored.toSorted((a, b) => score(b.head) - score(a.head));
  if (!best) return { failure: source.sheet === undefined ? 'file-empty' : 'missing-sheet' };
  const rivals = kind.isComplete(best.head.header) ? others.filter(({ head }) => kind.isComplete(head.header)) : [];
  return {
    format: 'xlsx',
    sheet: best.sheet.name,
    rivals: rivals.map(({ sheet }) => sheet.name),
    otherSheets: sheets.filter((sheet) => sheet !== best.sheet).map(({ name }) => name),
    head: best.head,
    rows: best.sheet.rows,
    strayQuoteLines: [],
  };
}

/** The row under which the most columns have a meaning; the earliest where several have. */
function* findHead<M extends string>(
  rows: readonly CsvRow[],
  source: TableSource<M | 'id'>,
  catalog: Catalog,
  kind: TableKind<M>,
): Steps<Head<M | 'id'>> {
  const { headerRow, columns: mapping = {} } = source;
  let best: Head<M | 'id'> = { row: { line: headerRow ?? 1, cells: [] }, header: kind.readHeader([]) };
  const candidates = headerRow === undefined ? rows.slice(0, HEAD_ROWS) : rows.filter(({ line }) => line === headerRow);
  for (const row of candidates) {
    const candidate = { row, header: kind.readHeader(row.cells, mapping) };
    if (score(candidate) > score(best)) best = candidate;
    yield;
  }
  // Columns that are named by their numbers are found in any row.
  const index: number = best.header.columns.id ?? -1;
  const id = best.row.cells[index];
  if ((id === undefined || isId(id, catalog)) && headerRow === undefined) {
    // No heading is known: the header is what stands above the first id.
    const first = candidates.findIndex(({ cells }) => cells.slice(0, MOST_CELLS).some((cell) => isId(cell, catalog)));
    const row = candidates[first - 1] ?? (first === 0 ? blankHeader(candidates[first]) : undefined);
    if (row) best = { row, header: kind.readHeader(row.cells, mapping) };
  }
  yield;
  const below = rows.filter(({ line }) => line > best.row.line);
  return { row: best.row, header: kind.complete(best.header, best.row.cells, sampleOf(below), mapping, catalog) };
}

/** Cells of a row among which an id is looked for. */
const MOST_CELLS = 300;

function isId(cell: string, catalog: Catalog): boolean {
  return typeof readSubject(cell, catalog) !== 'string';
}

/** Where the first row is one of the table, there are no headings, and the row is an entry like any other. */
function blankHeader(first: CsvRow | undefined): CsvRow {
  return { line: NO_HEADER, cells: (first?.cells ?? []).map(() => '') };
}

/** The line of a header row that is not there. */
export const NO_HEADER = 0;

/** A header without an id is no header. Of equals the wider goes first: read with a wrong delimiter a row is one cell. */
function score<M extends string>({ row, header }: Head<M | 'id'>): number {
  const isKnown = header.columns.id !== undefined || header.questions.some(({ meaning }) => meaning === 'id');
  const known = isKnown ? Object.keys(header.columns).length + header.questions.length : 0;
  return known + Math.min(row.cells.length, 1_000) / 1_001;
}
