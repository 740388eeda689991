import type { ControlSummary } from '../assessment/summary';
import { finish, type Steps } from '../steps';
import { csvHead, lineMaker, ROWS_AT_ONCE } from './csvLines';
import { type Column, printHead, printRowLine } from './csvTable';
import { exportSteps } from './exported/exportSteps';
import { encode, type Exporter, type TellProgress } from './exporter';
import { controlName, type Report, shows } from './report';

/** The second table, of open items alone: a file of its own beside the one that has everything. */
export const openItemsCsv: Exporter = {
  format: 'csv-open-items',
  name: 'CSV (open items)',
  purpose: 'format-csv-open-items',
  extension: 'csv',
  suffix: '-open-items',
  needs: ['openItems'],
  write: (report) => finish(openItemSteps(report)),
  steps: openItemSteps,
};

const OPEN_ITEM_COLUMNS = [
  'control',
  'title',
  'responsibility',
  'status',
  'message',
  'maturity',
  'requirements',
  'reason',
] as const satisfies readonly Column[];

function* openItemSteps(report: Report, tell?: TellProgress): Steps<Uint8Array> {
  const exported = yield* exportSteps(report);
  const lineOf = lineMaker(report, exported);
  const titles = new Map(report.summary.controls.map((control) => [control.id, titleWithPart(control, report)]));
  const hidden = new Set<Column>([
    ...(shows(report, 'controls') ? [] : (['title', 'responsibility', 'status'] as const)),
    ...(shows(report, 'requirements') ? [] : (['requirements'] as const)),
    ...(shows(report, 'openItems.why') ? [] : (['reason'] as const)),
  ]);
  const columns = OPEN_ITEM_COLUMNS.filter((column) => !hidden.has(column));
  const pieces = [printHead(csvHead(exported.manifest, report.translate), columns, report.translate)];
  const total = exported.openItems.length + exported.project.length;
  for (const [done, row] of exported.openItems.entries()) {
    pieces.push(
      printRowLine(columns, Object.assign(lineOf('openItems', row), { title: titles.get(row.control) ?? '' })),
    );
    if (done % ROWS_AT_ONCE !== 0) continue;
    tell?.(done, total);
    yield;
  }
  for (const row of exported.project) pieces.push(printRowLine(columns, lineOf('project', row)));
  return encode(pieces.join(''));
}

/** `Privilege Management (only 1 of its 2 requirements)`: the status beside it is told by these. */
function titleWithPart(control: ControlSummary, report: Report): string {
  return controlName(control, report).slice(control.id.length + 1);
}
