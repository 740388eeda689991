import { openLines } from '../assessment/combine';
import { whose } from '../assessment/headline';
import { tell } from '../assessment/openItems';
import { calendarOfSummary, tellEvent } from '../assessment/readiness';
import { statusWord } from '../assessment/status';
import type { ControlSummary } from '../assessment/summary';
import { policyLines } from '../azure/policyLines';
import { message } from '../message';
import type { SentenceCode } from '../sentences';
import { type Column, printTable, type RowOf } from './csvTable';
import {
  domainName,
  EXPORT_LABEL,
  type Exporter,
  filterLines,
  listedOf,
  noticesOf,
  policyOf,
  type Report,
  requirementsOf,
  TOOL,
} from './report';

/**
 * The columns of the table, the same for all its rows, so that a spreadsheet can filter it. The first says what a row is:
 *
 * - *Control*, one each: id, title, responsibility and status, which stand in the next three kinds of row too;
 * - *Open item*: what is open, at which maturity level, on which requirements (none named: on the control itself), why;
 * - *Evidence* that counts: what it is called, at which level, for which requirement (none named: for the whole control),
 *   the file and line it is recorded on, and where it lies;
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

/** Those that stand behind the others where there is something to put into them. */
const FURTHER_COLUMNS = { list: ['cvid', 'domain'], calendar: ['date'] } as const;

type ColumnName =
  (typeof COLUMNS)[number] | (typeof FURTHER_COLUMNS)['list'][number] | (typeof FURTHER_COLUMNS)['calendar'][number];
type Row = RowOf<ColumnName>;

/**
 * The scoping summary as a CSV file for a spreadsheet: a head, an empty line, one table (see `COLUMNS`).
 */
export const csv: Exporter = {
  format: 'csv',
  name: 'CSV',
  purpose: 'format-csv',
  extension: 'csv',
  write: (report) => printTable(csvHead(report), columnsOf(report), rows(report), report.translate),
};

function columnsOf({ summary: { basis, calendar } }: Report): readonly ColumnName[] {
  return [
    ...COLUMNS,
    ...(basis === 'requirements' ? FURTHER_COLUMNS.list : []),
    ...(calendar ? FURTHER_COLUMNS.calendar : []),
  ];
}

/** What stands above a table: what it was made of, when and with what, in two columns. */
export function csvHead(report: Report): readonly (readonly string[])[] {
  const { summary, matrices, today, toolVersion, translate } = report;
  const word = (code: SentenceCode): string => translate(message(code));
  return [
    // In no language but this: `isExport` knows the file by it.
    [EXPORT_LABEL, `${TOOL} ${toolVersion}`],
    [word('head-name'), summary.name],
    [word('head-date'), today],
    ...filterLines(report).map((line) => [word('head-filter'), translate(line)]),
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
  const { controls } = summary;
  const kind = (name: 'unresolved' | 'problem'): string => translate(message(`record-${name}`));
  return [
    ...controls.flatMap((control) => controlRows(control, report)),
    ...controls.flatMap((control) => requirementRows(control, report)),
    ...controls.flatMap((control) => evidenceRows('evidence', control, report)),
    ...controls.flatMap((control) => evidenceRows('not-mapped', control, report)),
    ...controls.flatMap((control) => referenceRows(control, report)),
    ...controls.flatMap((control) => noticeRows(control, report)),
    ...controls.flatMap((control) => policyRows(control, report)),
    ...projectRows(report),
    ...calendarRows(report),
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

function requirementRows(control: ControlSummary, report: Report): readonly Row[] {
  const { translate, summary } = report;
  return listedOf(control).map(({ id, listed, verdict, status, openItems }) => ({
    ...about('requirement', control, report),
    responsibility: translate(whose(verdict)),
    status: translate(statusWord(status, summary)),
    message: openLines(openItems)
      .map((line) => translate(line.message))
      .join('; '),
    requirements: id,
    cvid: listed.cvid ?? '',
    domain: domainName(listed.domain, report),
    file: report.labelOf(listed.file),
    line: listed.line,
    text: listed.rationale ?? '',
  }));
}

function evidenceRows(kind: 'evidence' | 'not-mapped', control: ControlSummary, report: Report): readonly Row[] {
  const items = kind === 'evidence' ? control.evidence : control.notYetMapped;
  return items.map(({ title, maturity, requirement = '', file, line, location = '' }) => ({
    ...about(kind, control, report),
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

function noticeRows(control: ControlSummary, report: Report): readonly Row[] {
  return noticesOf(control).map(({ message: said, why, requirements }) => ({
    ...about('notice', control, report),
    message: report.translate(said),
    requirements: requirements.join(', '),
    reason: report.translate(why),
  }));
}

function policyRows(control: ControlSummary, report: Report): readonly Row[] {
  return policyOf(control, report).map((policy) => ({
    ...about('policy', control, report),
    message: policyLines(policy, report.labelOf).map(report.translate).join('; '),
    requirements: policy.requirement,
  }));
}

function projectRows({ summary, translate }: Report): readonly Row[] {
  return summary.project.map(({ message: said, why }) => ({
    record: translate(message('record-project')),
    message: translate(said),
    reason: translate(why),
  }));
}

function calendarRows({ summary, translate }: Report): readonly Row[] {
  return calendarOfSummary(summary).map((event) => ({
    record: translate(message('record-calendar')),
    message: translate(tellEvent(event)),
    date: event.date,
  }));
}

function about(
  record: 'control' | 'open' | 'requirement' | 'evidence' | 'not-mapped' | 'reference' | 'notice' | 'policy',
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
