import { type InheritanceRequest, REQUEST_TYPES } from '../assessment/requests';
import { hasProviderPart } from '../assessment/openItems';
import type { ControlSummary, UnitSummary } from '../assessment/summary';
import { groupBy } from '../groupBy';
import type { Verdict } from '../matrix/rollUp';
import { type Message, message } from '../message';
import { csvHead } from './csv';
import { type Column, printTable, type RowOf } from './csvTable';
import { manifestOf } from './exported/manifest';
import type { Exporter, Report } from './report';

/**
 * The columns of the sheet. The first says what a row is: a *Request*, one for each requirement that it is for, or *Not
 * planned*, a requirement that Azure has a part in which can be inherited, and that no request to Azure or within the own
 * organisation is for. What the matrix lets one inherit stands beside what is asked for, and so does what is wrong with it.
 */
const COLUMNS = [
  'record',
  'requirement',
  'cvid',
  'control',
  'type',
  'provider',
  'provider-assessment',
  'component',
  'weight',
  'partial',
  'state',
  'srm-version',
  'justification',
  'grants',
  'message',
  'file',
  'line',
] as const satisfies readonly Column[];

type Row = RowOf<(typeof COLUMNS)[number]>;

/** The inheritance requests as the sheet that one works from in MyCSF: a CSV file with the head of the CSV summary. */
export const requestsSheet: Exporter = {
  format: 'requests',
  name: 'Inheritance Requests',
  purpose: 'format-requests',
  extension: 'csv',
  write: (report) => printTable(csvHead(manifestOf(report), report.translate), COLUMNS, rows(report), report.translate),
};

/** All requests first, and then what none is planned for, each in the framework's order. */
function rows(report: Report): readonly Row[] {
  const units = report.summary.controls.flatMap((control) => control.units.map((unit) => ({ control, unit })));
  const problemsOf = createProblemsOf(report);
  const { translate } = report;
  return [
    ...units.flatMap(({ control, unit }) =>
      unit.requests.map((request) => ({
        record: translate(message('record-request')),
        ...requestCells(request, report),
        message: problemsOf(request),
        ...unitCells(control, unit, report, request.cvid),
      })),
    ),
    ...units
      .filter(({ unit }) => couldHaveRequest(unit))
      .map(({ control, unit }) => ({
        record: translate(message('record-not-planned')),
        ...unitCells(control, unit, report),
      })),
  ];
}

/** Whether a request could be planned: as *Prepare Inheritance Requests* would. */
function couldHaveRequest({ status, verdict, requests }: UnitSummary): boolean {
  return (
    status !== 'not-applicable' &&
    hasProviderPart(verdict) &&
    verdict.inheritability !== 'none' &&
    requests.every(({ otherProvider }) => otherProvider !== undefined)
  );
}

function unitCells(control: ControlSummary, unit: UnitSummary, { translate }: Report, requestCvid?: string): Row {
  const { id, listed, verdict } = unit;
  const ofMatrix = verdict.entries.find(({ cvid }) => cvid !== undefined)?.cvid;
  return {
    // Where a control stands in for its requirements, there is none to name.
    requirement: id === control.id ? '' : id,
    cvid: listed?.cvid ?? requestCvid ?? ofMatrix ?? '',
    control: control.id,
    grants: translate(granted(verdict)),
  };
}

function requestCells(request: InheritanceRequest, { translate, labelOf }: Report): Row {
  const { internal, partial, state, file, line } = request;
  const [external, ofOwn] = REQUEST_TYPES;
  return {
    // As the register has them, and MyCSF: they are the same in every language.
    type: internal ? ofOwn : external,
    provider: request.provider ?? '',
    'provider-assessment': request.providerAssessment ?? '',
    component: request.component ?? '',
    weight: request.weight ?? '',
    partial: translate(message(partial ? 'cell-yes' : 'cell-no')),
    state,
    'srm-version': request.srmVersion ?? '',
    justification: request.justification ?? '',
    file: labelOf(file),
    line,
  };
}

/** What the matrix lets one inherit at most. */
export function granted({ inheritability, elements }: Verdict): Message {
  if (inheritability === null) return message('unknown');
  if (inheritability === 'partial' && elements) return message('grants-elements', elements.inheritable, elements.total);
  return message(`grants-${inheritability}`);
}

/** What is wrong with a request, such as that it asks for more than the matrix grants: what is told at its row. */
function createProblemsOf({ problems, translate }: Report): (request: InheritanceRequest) => string {
  const atRow = groupBy(
    problems.flatMap(({ problem }) =>
      problem.at && 'line' in problem.at ? [{ row: rowKey(problem.file, problem.at.line), problem }] : [],
    ),
    ({ row }) => row,
  );
  return ({ file, line }) => (atRow.get(rowKey(file, line)) ?? []).map(({ problem }) => translate(problem)).join(' ');
}

function rowKey(file: string, line: number): string {
  return JSON.stringify([file, line]);
}
