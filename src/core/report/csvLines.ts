import { message, type Translate } from '../message';
import type { Column } from './csvTable';
import { type Cell, cellWriter, type Row } from './exported/cells';
import type { ExportedSummary, TableName } from './exported/exportedSummary';
import type { Manifest } from './exported/manifest';
import { manifestRows } from './exported/manifestRows';
import { type Table, TABLE_NAMES, TABLES } from './exported/tables';
import type { Report } from './report';

/** Rows between two steps. */
export const ROWS_AT_ONCE = 200;

/** What stands above a table: what it was made of, when and with what, in two columns. */
export function csvHead(manifest: Manifest, translate: Translate): readonly (readonly string[])[] {
  return manifestRows(manifest, translate).map((row) => row.map(textOf));
}

/** What stands in a line of the table, by its columns. */
export type Line = Readonly<Partial<Record<Column, string>>>;

/** Makes the function that gives the cells of a row, with what its control says. */
export function lineMaker(report: Report, { controls }: ExportedSummary): (name: TableName, row: Row) => Line {
  const write = cellWriter(report);
  const records = new Map(TABLE_NAMES.map((name) => [name, report.translate(message(TABLES[name].record))]));
  const cells = (name: TableName, row: Row): Line => {
    const { fields }: Table = TABLES[name];
    return Object.fromEntries(fields.map((field) => [field.column, textOf(write(row, field))]));
  };
  const context = new Map(controls.map((control) => [control.id, cells('controls', control)]));
  return (name, row) => {
    const control = typeof row['control'] === 'string' ? context.get(row['control']) : undefined;
    return Object.assign({}, control, cells(name, row), { record: records.get(name) ?? '' });
  };
}

function textOf(cell: Cell): string {
  return typeof cell === 'object' ? cell.date : String(cell);
}
