import { tell } from '../assessment/openItems';
import { statusWord } from '../assessment/status';
import type { ControlSummary } from '../assessment/summary';
import { message } from '../message';
import type { SentenceCode } from '../sentences';
import { type Column, printTable, type RowOf } from './csvTable';
import { EXPORT_LABEL, type Exporter, type Report, requirementsOf, TOOL } from './report';

/**
 * The columns of the table, the same for all its rows, so that a spreadsheet can filter it. The first says what a row is:
 *
 * - *Control*, one each: id, title, responsibility and status, which stand in the next three kinds of row too;
 * - *Open item*: what is open, at which maturity level, on which requirements (none named: on the control itself), why;
 * - *Evidence* that counts: what it is called, at which level, for which requirement (none named: for the whole control),
 *   the file and line it is recorded on, and where it lies;
 * - *Reference*: where the control stands in a document, and what stands there;
 * - *Unresolved id*: what is wrong with it, where it stands, and what stands there;
 * - *Problem* of another kind: what is wrong, and where.
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

type Row = RowOf<(typeof COLUMNS)[number]>;

/**
 * The scoping summary as a CSV file for a spreadsheet: a head, an empty line, one table (see `COLUMNS`).
 */
export const csv: Exporter = {
  format: 'csv',
  name: 'CSV',
  purpose: 'format-csv',
  extension: 'csv',
  write: (report) => printTable(head(report), COLUMNS, rows(report), report.translate),
};

function head({ summary, matrices, today, toolVersion, translate }: Report): readonly (readonly string[])[] {
  const word = (code: SentenceCode): string => translate(message(code));
  return [
    // In no language but this: `isExport` knows the file by it.
    [EXPORT_LABEL, `${TOOL} ${toolVersion}`],
    [word('head-name'), summary.name],
    [word('head-date'), today],
    [word('head-basis'), word(`report-basis-${summary.basis}`)],
    ...summary.assumptions.map((assumption) => [word('head-note'), translate(assumption)]),
    [word('head-note'), word('report-adequacy')],
    ...matrices.flatMap(({ name, sha256, entries, preamble }) => [
      [word('head-matrix'), name],
      ['SHA-256', sha256 ?? word('report-sha256-missing')],
      [word('head-entries'), String(entries)],
      ...(preamble === undefined ? [] : [[word('head-preamble'), preamble]]),
    ]),
    ...(matrices.length === 0 ? [[word('head-note'), word('report-no-matrix')]] : []),
  ];
}

function rows(report: Report): readonly Row[] {
  const { summary, problems, translate, placeOf } = report;
  const kind = (name: 'unresolved' | 'problem'): string => translate(message(`record-${name}`));
  return [
    ...summary.controls.flatMap((control) => controlRows(control, report)),
    ...summary.controls.flatMap((control) => evidenceRows(control, report)),
    ...summary.controls.flatMap((control) => referenceRows(control, report)),
    ...summary.unresolved.map(({ file, start, end, text, reason }) => ({
      record: kind('unresolved'),
      message: translate(reason),
      ...placeOf(file, { start, end }),
      text,
    })),
    ...problems.map(({ problem, place }) => ({ record: kind('problem'), message: translate(problem), ...place })),
  ];
}

function controlRows(control: ControlSummary, report: Report): readonly Row[] {
  const { translate } = report;
  return [
    about('control', control, report),
    ...control.openItems.map((item) => ({
      ...about('open', control, report),
      message: translate(tell(item)),
      ...(item.maturity && { maturity: translate(message(item.maturity)) }),
      requirements: requirementsOf(control, item).join(', '),
      reason: translate(item.why),
    })),
  ];
}

function evidenceRows(control: ControlSummary, report: Report): readonly Row[] {
  return control.evidence.map(({ title, maturity, requirement = '', file, line, location = '' }) => ({
    ...about('evidence', control, report),
    message: title,
    maturity: report.translate(message(maturity)),
    requirements: requirement,
    file: report.labelOf(file),
    line,
    location,
  }));
}

function referenceRows(control: ControlSummary, report: Report): readonly Row[] {
  return control.references.map((reference) => ({
    ...about('reference', control, report),
    ...report.placeOf(reference.file, reference),
    text: reference.text,
  }));
}

function about(
  record: 'control' | 'open' | 'evidence' | 'reference',
  { id, title, responsibility, status }: ControlSummary,
  { translate, summary }: Report,
): Row {
  return {
    record: translate(message(`record-${record}`)),
    control: id,
    title,
    responsibility: translate(message(responsibility ?? 'unknown')),
    status: translate(statusWord(status, summary)),
  };
}
