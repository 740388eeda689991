import { RESPONSIBILITY_ORDER } from '../../assessment/status';
import { message } from '../../message';
import { finish, type Steps } from '../../steps';
import { copyLine } from '../copyLines';
import type { Column } from '../csvTable';
import { defuse } from '../defuse';
import { type Cell, cellWriter, type Row } from '../exported/cells';
import type { ExportedSummary, TableName } from '../exported/exportedSummary';
import { exportSteps } from '../exported/exportSteps';
import { manifestRows } from '../exported/manifestRows';
import { shownFields } from '../exported/shownRows';
import { ALWAYS, type Field, type Table, TABLE_NAMES, TABLES } from '../exported/tables';
import type { Exporter, TellProgress } from '../exporter';
import { type Report, shows } from '../report';
import { type Sheet, sheetName } from './sheet';
import { writeWorkbook } from './writeWorkbook';
import { XLSX } from './xlsxFormat';

/**
 * The scoping summary as a workbook: what it is made of on the first sheet, then a sheet for each table. A text is never a
 * formula, number or date: ids stay as they are.
 */
export const xlsx: Exporter = {
  ...XLSX,
  write: (report) => finish(xlsxSteps(report)),
  steps: xlsxSteps,
};

function* xlsxSteps(report: Report, tell?: TellProgress): Steps<Uint8Array> {
  const exported = yield* exportSteps(report);
  const tables = TABLE_NAMES.filter(
    (name) => shownFields(name, report).length > 0 && (ALWAYS.has(name) || exported[name].length > 0),
  );
  const sheets = [manifestSheet(exported, report), ...tables.map((name) => tableSheet(name, exported, report))];
  const rows = tables.reduce((sum, name) => sum + exported[name].length, 0);
  const { copy, today, translate } = report;
  const footer = copy && translate(copyLine({ copy }));
  return yield* writeWorkbook(sheets, { today, ...(footer && { footer }) }, rows, tell);
}

function manifestSheet({ manifest }: ExportedSummary, report: Report): Sheet {
  const { summary, translate } = report;
  const told = shows(report, 'totals') ? RESPONSIBILITY_ORDER : [];
  const totals = told.map((value): readonly [string, number] => [
    translate(message('head-responsibility', message(value))),
    summary.totals.byResponsibility[value],
  ]);
  return {
    name: sheetName('sheet-summary', translate),
    columns: [
      { heading: translate(message('column-fact')), width: 32 },
      { heading: translate(message('column-value')), width: 90 },
    ],
    rows: [...manifestRows(manifest, translate), ...totals].map((row) => row.map(harmless)),
  };
}

function tableSheet(name: TableName, exported: ExportedSummary, report: Report): Sheet {
  const { sheet }: Table = TABLES[name];
  const fields = shownFields(name, report);
  const write = cellWriter(report);
  const rows: readonly Row[] = exported[name];
  return {
    name: sheetName(sheet, report.translate),
    columns: fields.map((field) => ({
      heading: report.translate(message(`column-${field.heading ?? field.column}`)),
      width: widthOf(field),
    })),
    rows: cellsOf(rows, fields, write),
  };
}

/** Made when they are written. */
function* cellsOf(
  rows: readonly Row[],
  fields: readonly Field[],
  write: (row: Row, field: Field) => Cell,
): Iterable<readonly Cell[]> {
  for (const row of rows) yield fields.map((field) => harmless(write(row, field)));
}

/** In a workbook a text is a text; once it is saved as CSV it could be a formula. */
function harmless(cell: Cell): Cell {
  return typeof cell === 'string' ? defuse(cell) : cell;
}

/** Where it is not told by the type. */
const WIDTHS: Readonly<Partial<Record<Column, number>>> = {
  control: 9,
  cvid: 9,
  title: 40,
  message: 60,
  reason: 60,
  requirements: 28,
  file: 36,
  location: 48,
  text: 28,
  domain: 36,
  responsibility: 24,
  status: 22,
};

function widthOf({ column, type }: Field): number {
  if (type === 'number') return 8;
  return WIDTHS[column] ?? 14;
}
