import { type InheritanceRequest, REQUEST_TYPES } from '../assessment/requests';
import { hasProviderPart } from '../assessment/openItems';
import type { ControlSummary, UnitSummary } from '../assessment/summary';
import { groupBy } from '../groupBy';
import type { Verdict } from '../matrix/rollUp';
import { type Message, message } from '../message';
import type { ProfileField } from '../sharing/profile';
import { finish, type Steps } from '../steps';
import { csvHead } from './csvLines';
import { type Column, printHead, printRowLine, type RowOf } from './csvTable';
import { manifestOf } from './exported/manifest';
import { encode, type Exporter, type TellProgress } from './exporter';
import { type Report, shows } from './report';

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

/** Those that a copy can leave out, and what has to be allowed for them. */
const NEEDS: Readonly<Partial<Record<Column, ProfileField>>> = {
  provider: 'requests.provider',
  'provider-assessment': 'requests.provider',
  component: 'requests.provider',
  justification: 'requests.justification',
  message: 'problems',
  file: 'places',
  line: 'places',
};

/** The inheritance requests as the sheet that one works from in MyCSF: a CSV file with the head of the CSV summary. */
export const requestsSheet: Exporter = {
  format: 'requests',
  name: 'Inheritance Requests',
  purpose: 'format-requests',
  extension: 'csv',
  needs: ['requirements', 'requests'],
  write: (report) => finish(requestSteps(report)),
  steps: requestSteps,
};

/** All requests first, and then what none is planned for, each in the framework's order. */
function* requestSteps(report: Report, tell?: TellProgress): Steps<Uint8Array> {
  const { translate } = report;
  const { controls } = report.summary;
  const columns = COLUMNS.filter((column) => {
    const needed = NEEDS[column];
    return needed === undefined || shows(report, needed);
  });
  const problemsOf = createProblemsOf(report);
  const pieces = [printHead(csvHead(manifestOf(report), translate), columns, translate)];
  const notPlanned: string[] = [];
  for (const [done, control] of controls.entries()) {
    for (const unit of control.units) {
      for (const request of unit.requests) {
        const row = requestRow(request, control, unit, report);
        pieces.push(printRowLine(columns, Object.assign(row, { message: problemsOf(request) })));
      }
      // Whether a request is to Azure nobody can tell where the providers are left out.
      if (shows(report, 'requests.provider') && couldHaveRequest(unit)) {
        const record = translate(message('record-not-planned'));
        notPlanned.push(printRowLine(columns, Object.assign({ record }, unitCells(control, unit, report))));
      }
    }
    tell?.(done + 1, controls.length);
    yield;
  }
  return encode([...pieces, ...notPlanned].join(''));
}

function requestRow(request: InheritanceRequest, control: ControlSummary, unit: UnitSummary, report: Report): Row {
  const record = report.translate(message('record-request'));
  return Object.assign({ record }, requestCells(request, report), unitCells(control, unit, report, request.cvid));
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
