import { type CsvRow, type Delimiter, readCsv } from '../../csv';
import { type Message, message, type Translate } from '../../message';
import { decodeText } from '../../text';
import { readWorkbook } from '../../workbook/readWorkbook';
import { isWorkbook, type WorkbookFailure, workbookProblem } from '../../workbook/workbook';
import type { Column } from '../csvTable';
import { undoDefuse } from '../defuse';
import { EXPORT_LABEL, isExportedWorkbook, TOOL } from '../exportMark';
import { joinLongCells, sheetName } from '../xlsx/sheet';
import { cellReader, type Value } from './cells';
import { countProblems, fieldProblem } from './checkRows';
import type { ExportedSummary, ExportedTables, TableName } from './exportedSummary';
import { emptyTables } from './exportSteps';
import type { Manifest } from './manifest';
import { readManifestRows } from './manifestRows';
import { readJsonExport } from './readJsonExport';
import { ofManifest, shownFields } from './shownRows';
import { ALWAYS, type Field, TABLE_NAMES, TABLES } from './tables';

/** Why there is nothing to read back; a workbook that cannot be read says why itself. */
export type ExportFailure = 'no-export' | 'export-not-whole' | WorkbookFailure;

export type ExportReading =
  | {
      readonly summary: ExportedSummary;
      /** What was cut off, taken out or changed since, each with its line where it has one. */
      readonly problems: readonly Message[];
    }
  | { readonly failure: ExportFailure };

/**
 * Reads an exported summary back: CSV, also as a spreadsheet saved it since (another delimiter, encoding, quotation marks
 * or line ends), XLSX or JSON. What keeps a spreadsheet from taking a text for a formula is taken away again.
 *
 * @param translate to the language that it was exported in
 */
export async function readExport(bytes: Uint8Array, translate: Translate): Promise<ExportReading> {
  if (isWorkbook(bytes)) return readWorkbookExport(bytes, translate);
  const text = textOf(bytes);
  return (
    (/^\s*\{/.test(text) ? readJsonExport(text, translate) : readCsvExport(text, translate)) ?? {
      failure: 'no-export',
    }
  );
}

/** What to tell a person of what is no export, or none any more. @param name how the file is called in messages */
export function exportFailure(failure: ExportFailure, name: string): Message {
  return failure === 'no-export' || failure === 'export-not-whole'
    ? message(failure, name)
    : workbookProblem(failure, name, name);
}

/** An export begins with a byte order mark, and can hold any character, whatever else is no text. */
function textOf(bytes: Uint8Array): string {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return (isMarked ? undefined : decodeText(bytes)?.text) ?? new TextDecoder().decode(bytes);
}

const BEGINNING = new RegExp(`^"?${EXPORT_LABEL}"?([,;\\t|])"?${TOOL} `);

function readCsvExport(text: string, translate: Translate): ExportReading | undefined {
  const delimiter = BEGINNING.exec(text)?.[1] as Delimiter | undefined;
  if (delimiter === undefined) return undefined;
  const { rows, unclosedQuoteLine } = readCsv(text, delimiter);
  const [record, control] = [wordOf('record', translate), wordOf('control', translate)];
  const header = rows.findIndex(({ cells: [first, second] }) => first === record && second === control);
  const head = (header < 0 ? rows : rows.slice(0, header)).map(plainCells);
  const manifest = readManifestRows(head, translate);
  // A copy that shows none of the tables has none.
  if (!manifest || (header < 0 && hasTables(manifest))) return { failure: 'export-not-whole' };
  if (header < 0) return reading(manifest, rowLists(), []);
  const problems: Message[] = [];
  const read = createRowReader(manifest, plainCells(rows[header]), problems, translate);
  const names = new Map(TABLE_NAMES.map((name) => [translate(message(TABLES[name].record)), name]));
  const tables = rowLists();
  for (const row of rows.slice(header + 1)) {
    const cells = plainCells(row);
    const name = names.get(cells[0] ?? '');
    const said = (problem: Message): Message => message('export-at-line', row.line, problem);
    if (name) tables[name].push(read(name, cells, ({ column }) => column, said));
    else if (cells.some((cell) => cell !== '')) problems.push(said(message('export-record', cells[0] ?? '')));
  }
  if (unclosedQuoteLine !== undefined) {
    problems.push(message('export-at-line', unclosedQuoteLine, message('export-cut')));
  }
  return reading(manifest, tables, problems);
}

function plainCells(row: CsvRow | undefined): readonly string[] {
  return row?.cells.map(undoDefuse) ?? [];
}

async function readWorkbookExport(bytes: Uint8Array, translate: Translate): Promise<ExportReading> {
  const workbook = await readWorkbook(bytes);
  if ('failure' in workbook) return workbook;
  const sheets = new Map(workbook.sheets.map(({ name, rows }) => [name, rows]));
  // Below the headings.
  const facts = joinLongCells(sheets.get(sheetName('sheet-summary', translate)) ?? [])
    .slice(1)
    .map(plainCells);
  const manifest = readManifestRows(facts, translate);
  if (!manifest) return { failure: isExportedWorkbook(bytes) ? 'export-not-whole' : 'no-export' };
  const problems: Message[] = [];
  const tables = rowLists();
  for (const name of TABLE_NAMES) {
    const called = sheetName(TABLES[name].sheet, translate);
    const rows = sheets.get(called);
    const isShown = shownFields(name, ofManifest(manifest)).length > 0;
    if (!rows && isShown && ALWAYS.has(name)) problems.push(message('export-no-sheet', called));
    const [headings, ...below] = joinLongCells(rows ?? []);
    const read = createRowReader(manifest, plainCells(headings), problems, translate);
    for (const row of below) {
      const said = (problem: Message): Message => message('export-at-sheet-line', called, row.line, problem);
      tables[name].push(read(name, plainCells(row), ({ heading, column }) => heading ?? column, said));
    }
  }
  return reading(manifest, tables, problems);
}

type ReadRow = Readonly<Record<string, Value>>;
type ReadRows = Readonly<Record<TableName, ReadRow[]>>;

/** Makes the function that reads a row. What is wrong in it, and each column that is missing, is added to `problems`. */
function createRowReader(
  manifest: Manifest,
  headings: readonly string[],
  problems: Message[],
  translate: Translate,
): (
  name: TableName,
  cells: readonly string[],
  columnOf: (field: Field) => Column,
  said: (problem: Message) => Message,
) => ReadRow {
  const take = cellReader(manifest.basis, translate);
  const shown = new Map(TABLE_NAMES.map((name) => [name, shownFields(name, ofManifest(manifest))]));
  const places = new Map(headings.map((heading, index) => [heading, index]));
  const missing = new Set<Column>();
  return (name, cells, columnOf, said) => {
    const fields = shown.get(name) ?? [];
    const row: Record<string, Value> = {};
    for (const field of fields) {
      const column = columnOf(field);
      const place = places.get(wordOf(column, translate));
      const text = cells[place ?? -1] ?? '';
      take(text, field, row);
      if (place !== undefined || missing.has(column)) {
        const problem = place === undefined ? undefined : fieldProblem(field, row[field.name], text);
        if (problem) problems.push(said(problem));
      } else if (!field.isOptional && field.blank === undefined) {
        missing.add(column);
        problems.push(said(message('export-no-column', message(`column-${column}`))));
      }
    }
    return row;
  };
}

function hasTables(manifest: Manifest): boolean {
  return TABLE_NAMES.some((name) => shownFields(name, ofManifest(manifest)).length > 0);
}

function rowLists(): Record<TableName, ReadRow[]> {
  return emptyTables();
}

/** The rows have the fields that `TABLES` gives them, which its type ties to the types of the rows. */
function reading(manifest: Manifest, rows: ReadRows, problems: readonly Message[]): ExportReading {
  const tables = rows as unknown as ExportedTables;
  return { summary: { manifest, ...tables }, problems: [...problems, ...countProblems(manifest, tables)] };
}

function wordOf(column: Column, translate: Translate): string {
  return translate(message(`column-${column}`));
}
