import { type Delimiter, readCsv } from '../../csv';
import type { Translate } from '../../message';
import { message } from '../../message';
import { decodeText } from '../../text';
import { readWorkbook } from '../../workbook/readWorkbook';
import { isWorkbook, type WorkbookFailure } from '../../workbook/workbook';
import type { Column } from '../csvTable';
import { undoDefuse } from '../defuse';
import { EXPORT_LABEL } from '../report';
import { joinLongCells, sheetName } from '../xlsx/sheet';
import { cellReader, type Value } from './cells';
import type { ExportedSummary, ExportedTables, TableName } from './exportedSummary';
import { emptyTables } from './exportSteps';
import type { Manifest } from './manifest';
import { readManifestRows } from './manifestRows';
import { readJsonExport } from './readJsonExport';
import { shownFields } from './shownRows';
import { type Field, TABLE_NAMES, TABLES } from './tables';

/** Why there is nothing to read back; a workbook that cannot be read says why itself. */
export type ExportFailure = 'no-export' | WorkbookFailure;

export type ExportReading = { readonly summary: ExportedSummary } | { readonly failure: ExportFailure };

/**
 * Reads an exported summary back: CSV, also as a spreadsheet saved it since (another delimiter, encoding, quotation marks
 * or line ends), XLSX or JSON. What keeps a spreadsheet from taking a text for a formula is taken away again.
 *
 * @param translate to the language that it was exported in
 */
export async function readExport(bytes: Uint8Array, translate: Translate): Promise<ExportReading> {
  if (isWorkbook(bytes)) return readWorkbookExport(bytes, translate);
  const text = textOf(bytes);
  const summary = /^\s*\{/.test(text) ? readJsonExport(text, translate) : readCsvExport(text, translate);
  return summary ? { summary } : { failure: 'no-export' };
}

/** An export begins with a byte order mark, and can hold any character, whatever else is no text. */
function textOf(bytes: Uint8Array): string {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return (isMarked ? undefined : decodeText(bytes)?.text) ?? new TextDecoder().decode(bytes);
}

const BEGINNING = new RegExp(`^"?${EXPORT_LABEL}"?([,;\\t|])`);

function readCsvExport(text: string, translate: Translate): ExportedSummary | undefined {
  const delimiter = BEGINNING.exec(text)?.[1] as Delimiter | undefined;
  if (delimiter === undefined) return undefined;
  const rows = readCsv(text, delimiter).rows.map(({ cells }) => cells.map(undoDefuse));
  const [record, control] = [wordOf('record', translate), wordOf('control', translate)];
  const header = rows.findIndex(([first, second]) => first === record && second === control);
  const manifest = readManifestRows(header < 0 ? rows : rows.slice(0, header), translate);
  // A copy that shows none of the tables has none.
  if (!manifest || (header < 0 && hasTables(manifest))) return undefined;
  if (header < 0) return withManifest(manifest, rowLists());
  const places = new Map((rows[header] ?? []).map((heading, index) => [heading, index]));
  const names = new Map(TABLE_NAMES.map((name) => [translate(message(TABLES[name].record)), name]));
  const read = rowReader(manifest, translate);
  const tables = rowLists();
  for (const cells of rows.slice(header + 1)) {
    const name = names.get(cells[0] ?? '');
    if (name) tables[name].push(read(name, (field) => cells[places.get(wordOf(field.column, translate)) ?? -1] ?? ''));
  }
  return withManifest(manifest, tables);
}

async function readWorkbookExport(bytes: Uint8Array, translate: Translate): Promise<ExportReading> {
  const reading = await readWorkbook(bytes);
  if ('failure' in reading) return reading;
  const sheets = new Map(
    reading.sheets.map(({ name, rows }) => [
      name,
      joinLongCells(rows.map(({ cells }) => cells)).map((cells) => cells.map(undoDefuse)),
    ]),
  );
  // Below the headings.
  const facts = sheets.get(sheetName('sheet-summary', translate))?.slice(1) ?? [];
  const manifest = readManifestRows(facts, translate);
  if (!manifest) return { failure: 'no-export' };
  const read = rowReader(manifest, translate);
  const tables = rowLists();
  for (const name of TABLE_NAMES) {
    const [headings = [], ...rows] = sheets.get(sheetName(TABLES[name].sheet, translate)) ?? [];
    const places = new Map(headings.map((heading, index) => [heading, index]));
    const placeOf = ({ heading, column }: Field): number => places.get(wordOf(heading ?? column, translate)) ?? -1;
    for (const cells of rows) tables[name].push(read(name, (field) => cells[placeOf(field)] ?? ''));
  }
  return { summary: withManifest(manifest, tables) };
}

type ReadRow = Readonly<Record<string, Value>>;

function rowReader(
  manifest: Manifest,
  translate: Translate,
): (name: TableName, cellOf: (field: Field) => string) => ReadRow {
  const take = cellReader(manifest.basis, translate);
  const shown = new Map(TABLE_NAMES.map((name) => [name, shownFields(name, ofManifest(manifest))]));
  return (name, cellOf) => {
    const fields = shown.get(name) ?? [];
    const row: Record<string, Value> = {};
    for (const field of fields) take(cellOf(field), field, row);
    return row;
  };
}

function hasTables(manifest: Manifest): boolean {
  return TABLE_NAMES.some((name) => shownFields(name, ofManifest(manifest)).length > 0);
}

function ofManifest({ profile }: Manifest): Parameters<typeof shownFields>[1] {
  return profile ? { profile: { ...profile, fields: new Set(profile.fields) } } : {};
}

function rowLists(): Record<TableName, ReadRow[]> {
  return emptyTables();
}

/** The rows have the fields that `TABLES` gives them, which its type ties to the types of the rows. */
function withManifest(manifest: Manifest, tables: Readonly<Record<TableName, readonly ReadRow[]>>): ExportedSummary {
  return { manifest, ...(tables as unknown as ExportedTables) };
}

function wordOf(column: Column, translate: Translate): string {
  return translate(message(`column-${column}`));
}
