import type { Catalog } from '../csf/catalog';
import { readSubject } from '../csf/subject';
import { type CsvReading, type CsvRow, csvSteps, DELIMITERS, type Delimiter } from '../csv';
import type { ProblemCode } from '../problems';
import type { Steps } from '../steps';
import { type DecodedText, decodeText } from '../text';
import { type HeaderReading, readHeader, saysWhose } from './columns';
import { completeByContents, sampleOf } from './contents';
import type { Sheet } from '../workbook/workbook';
import type { MatrixSource } from './matrix';

/** What a matrix is read from: the bytes of a text file, or the sheets of a workbook. */
export type MatrixInput = Uint8Array | { readonly sheets: readonly Sheet[] };

/** A table as it stands in a file, and its header. */
export interface Table extends CsvReading {
  readonly format: 'csv' | 'xlsx';
  readonly encoding?: DecodedText['encoding'];
  readonly delimiter?: Delimiter;
  readonly sheet?: string;
  /** Sheets that look like a matrix too, and that were not read. */
  readonly rivals?: readonly string[];
  readonly otherSheets?: readonly string[];
  readonly head: Head;
}

/** The header row and what its columns mean. */
export interface Head {
  readonly row: CsvRow;
  readonly header: HeaderReading;
}

/** How far down a header row is looked for: titles and guidance stand above it. */
const HEAD_ROWS = 30;
const HEAD_LENGTH = 200_000;

/** Finds the table in a file: its encoding, delimiter or sheet, its header row, and what its columns mean. */
export function* openTable(
  input: MatrixInput,
  source: MatrixSource,
  catalog: Catalog,
): Steps<Table | { readonly failure: ProblemCode }> {
  return yield* 'sheets' in input ? openWorkbook(input.sheets, source, catalog) : openText(input, source, catalog);
}

function* openText(
  bytes: Uint8Array,
  source: MatrixSource,
  catalog: Catalog,
): Steps<Table | { readonly failure: ProblemCode }> {
  const decoded = decodeText(bytes);
  if (!decoded) return { failure: 'file-not-text' };
  yield;
  const { text, encoding } = decoded;
  if (text.trim() === '') return { failure: 'file-empty' };
  let delimiter: Delimiter = ',';
  let best = -1;
  for (const candidate of DELIMITERS) {
    const { rows } = yield* csvSteps(text.slice(0, HEAD_LENGTH), candidate);
    const head = yield* findHead(rows, source, catalog);
    if (score(head) > best) [delimiter, best] = [candidate, score(head)];
    // With an id and a value beside it there is nothing left to find.
    if (isComplete(head)) break;
  }
  const reading = yield* csvSteps(text, delimiter);
  const head = yield* findHead(reading.rows, source, catalog);
  return { format: 'csv', encoding, delimiter, head, ...reading };
}

function* openWorkbook(
  sheets: readonly Sheet[],
  source: MatrixSource,
  catalog: Catalog,
): Steps<Table | { readonly failure: ProblemCode }> {
  const candidates = source.sheet === undefined ? sheets : sheets.filter(({ name }) => name === source.sheet);
  const scored: { readonly sheet: Sheet; readonly head: Head }[] = [];
  for (const sheet of candidates) scored.push({ sheet, head: yield* findHead(sheet.rows, source, catalog) });
  const [best, ...others] = scored.toSorted((a, b) => score(b.head) - score(a.head));
  if (!best) return { failure: source.sheet === undefined ? 'file-empty' : 'missing-sheet' };
  const rivals = isComplete(best.head) ? others.filter(({ head }) => isComplete(head)) : [];
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
function* findHead(rows: readonly CsvRow[], source: MatrixSource, catalog: Catalog): Steps<Head> {
  const { headerRow, columns: mapping = {} } = source;
  let best: Head = { row: { line: headerRow ?? 1, cells: [] }, header: readHeader([]) };
  const candidates = headerRow === undefined ? rows.slice(0, HEAD_ROWS) : rows.filter(({ line }) => line === headerRow);
  for (const row of candidates) {
    const candidate = { row, header: readHeader(row.cells, mapping) };
    if (score(candidate) > score(best)) best = candidate;
    yield;
  }
  // Columns that are named by their numbers are found in any row.
  const id = best.row.cells[best.header.columns.id ?? -1];
  if ((id === undefined || isId(id, catalog)) && headerRow === undefined) {
    // No heading is known: the header is what stands above the first id.
    const first = candidates.findIndex(({ cells }) => cells.slice(0, MOST_CELLS).some((cell) => isId(cell, catalog)));
    const row = candidates[first - 1] ?? (first === 0 ? blankHeader(candidates[first]) : undefined);
    if (row) best = { row, header: readHeader(row.cells, mapping) };
  }
  yield;
  const below = rows.filter(({ line }) => line > best.row.line);
  return { row: best.row, header: completeByContents(best.header, best.row.cells, sampleOf(below), mapping, catalog) };
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

function isComplete({ header }: Head): boolean {
  const { columns, questions } = header;
  return columns.id !== undefined && (saysWhose(header) || questions.some(({ meaning }) => meaning !== 'id'));
}

/** A header without an id is no header. Of equals the wider goes first: read with a wrong delimiter a row is one cell. */
function score({ row, header }: Head): number {
  const isKnown = header.columns.id !== undefined || header.questions.some(({ meaning }) => meaning === 'id');
  const known = isKnown ? Object.keys(header.columns).length + header.questions.length : 0;
  return known + Math.min(row.cells.length, 1_000) / 1_001;
}
