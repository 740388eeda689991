import { finish, type Steps } from '../steps';
import { csvHead, type Line, lineMaker, ROWS_AT_ONCE } from './csvLines';
import { type Column, printHead, printLines, printRowLine } from './csvTable';
import type { Row } from './exported/cells';
import type { ExportedControl, ExportedSummary, TableName } from './exported/exportedSummary';
import { exportSteps } from './exported/exportSteps';
import { shownFields } from './exported/shownRows';
import { type Table, TABLE_NAMES, TABLES } from './exported/tables';
import { encode, type Exporter, type TellProgress } from './exporter';
import { type Report, shows } from './report';

/**
 * The columns of the table, the same for all its rows, so that a spreadsheet can filter it. The first says what a row is:
 *
 * - *Control*, one each: id, title, responsibility and status, which stand in the rows of most other kinds too,
 *   and by how many of its requirements it is told where that is not all of them;
 * - *Open item*: what is open, at which maturity level, on which requirements (none named: on the control itself), why;
 * - *Evidence* that counts: what it is called, at which level, for which requirement (none named: for the whole control),
 *   the file and line it is recorded on, and where it lies;
 * - *Request* for inheritance, and *Gap*: what is recorded of them, and where;
 * - *Reference*: where the control stands in a document, and what stands there;
 * - *Unresolved id*: what is wrong with it, where it stands, and what stands there;
 * - *Problem* of another kind: what is wrong, and where;
 * - *Notice*: what is to be known of the control, or of which requirements, and voids nothing, and why;
 * - *Azure Policy*: what it says of a requirement, which is a partial view;
 * - *Project item*: what is open for the whole assessment, and why;
 * - *Calendar*: what happens on which day.
 *
 * With a requirement list there are two more, and columns for the CVID and the assessment domain:
 *
 * - *Requirement*, one each: its id, who is responsible and its status, what is open, the line of the list that it stands
 *   on, and the rationale that stands there where it does not apply;
 * - *Not yet mapped*: as *Evidence*, for the whole control, which counts for none of its requirements.
 */
const COLUMNS = [
  'record',
  'control',
  'title',
  'responsibility',
  'status',
  'message',
  'maturity',
  'requirements',
  'reason',
  'file',
  'line',
  'column',
  'text',
  'location',
] as const satisfies readonly Column[];

/** Those that stand behind the others: always with a list, with a calendar, or where a row has something to put into them. */
const FURTHER_COLUMNS = [
  'cvid',
  'domain',
  'date',
  'inheritability',
  'state',
  'type',
  'provider',
  'weight',
  'partial',
  'srm-version',
  'submitted',
  'decided',
  'scheduled',
  'fixed',
  'approved',
  'effective',
  'reviewed',
  'captured',
] as const satisfies readonly Column[];

/** The kinds of rows, in the order in which they stand: a control's open items follow it, where it is shown. */
const KINDS: readonly TableName[] = [
  'requirements',
  'evidence',
  'notYetMapped',
  'requests',
  'gaps',
  'references',
  'notices',
  'policy',
  'project',
  'calendar',
  'unresolved',
  'problems',
];

/** What the table is known by when it is read back. */
const ALWAYS: ReadonlySet<Column> = new Set<Column>(['record', 'control']);

/**
 * The scoping summary as a CSV file for a spreadsheet: a head, an empty line, one table (see `COLUMNS`).
 */
export const csv: Exporter = {
  format: 'csv',
  name: 'CSV',
  purpose: 'format-csv',
  extension: 'csv',
  write: (report) => finish(csvSteps(report)),
  steps: csvSteps,
};

function* csvSteps(report: Report, tell?: TellProgress): Steps<Uint8Array> {
  const exported = yield* exportSteps(report);
  const isListed = exported.manifest.basis === 'requirements';
  const used = usedColumns(exported);
  const shown = shownColumns(report);
  // A copy that shows none of the tables has its head alone.
  if (shown.size === 0) return encode(`\ufeff${printLines(csvHead(exported.manifest, report.translate))}`);
  const has = (column: Column): boolean =>
    used.has(column) ||
    (isListed && (column === 'cvid' || column === 'domain')) ||
    (report.summary.calendar !== undefined && column === 'date');
  const columns = [
    ...COLUMNS.filter((column) => shown.has(column) || ALWAYS.has(column)),
    ...FURTHER_COLUMNS.filter((column) => shown.has(column) && has(column)),
  ];
  const lineOf = lineMaker(report, exported);
  const openOf = openByControl(exported);
  const total = KINDS.reduce((sum, name) => sum + exported[name].length, exported.controls.length);
  const pieces = [printHead(csvHead(exported.manifest, report.translate), columns, report.translate)];
  let done = 0;
  function* print(lines: Iterable<Line>): Steps<void> {
    for (const line of lines) {
      pieces.push(printRowLine(columns, line));
      if (++done % ROWS_AT_ONCE !== 0) continue;
      tell?.(Math.min(done, total), total);
      yield;
    }
  }
  for (const control of exported.controls) {
    yield* print([
      lineOf('controls', control),
      ...(openOf.get(control.id) ?? []).map((row) => lineOf('openItems', row)),
    ]);
  }
  const kinds: readonly TableName[] = shows(report, 'controls') ? KINDS : ['openItems', ...KINDS];
  for (const name of kinds) yield* print(map<Row, Line>(exported[name], (row) => lineOf(name, row)));
  return encode(pieces.join(''));
}

function* map<T, U>(items: Iterable<T>, make: (item: T) => U): Iterable<U> {
  for (const item of items) yield make(item);
}

/** The columns of what a copy shows: all in one that leaves nothing out. */
function shownColumns(report: Report): ReadonlySet<Column> {
  return new Set(TABLE_NAMES.flatMap((name) => shownFields(name, report).map(({ column }) => column)));
}

/** The columns that some row has something to say in, other than what a blank cell says. */
function usedColumns(exported: ExportedSummary): ReadonlySet<Column> {
  const used = new Set<Column>();
  for (const name of TABLE_NAMES) {
    const { fields }: Table = TABLES[name];
    const rows: readonly Row[] = exported[name];
    for (const { name: field, column, blank } of fields) {
      if (rows.some((row) => row[field] !== undefined && row[field] !== blank)) used.add(column);
    }
  }
  return used;
}

function openByControl({ openItems, controls }: ExportedSummary): ReadonlyMap<string, readonly Row[]> {
  const open = new Map<string, Row[]>(controls.map(({ id }: ExportedControl) => [id, []]));
  for (const item of openItems) open.get(item.control)?.push(item);
  return open;
}
