import { openLines } from '../../assessment/combine';
import { whose } from '../../assessment/headline';
import type { OpenItem } from '../../assessment/openItems';
import { rowsOfControl } from '../../assessment/rowFacts';
import { type Status, STATUSES, statusWord } from '../../assessment/status';
import type { ControlSummary } from '../../assessment/summary';
import { type Message, message } from '../../message';
import type { Steps } from '../../steps';
import { controlName, type Report, shows } from '../report';
import { html, type HtmlContent, type HtmlNode } from './htmlNode';
import { lines, shownCells } from './htmlSection';
import { column, groupedTable, type HtmlColumn, type HtmlRow } from './htmlTable';

/** Every control once, by its status, each followed by its listed requirements. */
export function* controls(report: Report): Steps<readonly HtmlNode[]> {
  const { summary, filter, translate } = report;
  const title = translate(message(filter ? 'report-all-filtered' : 'report-all'));
  const sections: HtmlNode[] = [];
  for (const status of STATUSES) sections.push(...(yield* ofStatus(status, report)));
  return [
    html('h2', {}, title),
    ...(summary.controls.length > 0 ? sections : [html('p', {}, translate(message('report-none')))]),
  ];
}

function* ofStatus(status: Status, report: Report): Steps<readonly HtmlNode[]> {
  const { summary, translate } = report;
  const found = summary.controls.filter((control) => control.status === status);
  if (found.length === 0) return [];
  const title = translate(message('html-status-count', statusWord(status, summary), found.length));
  const columns: readonly (readonly [HtmlColumn, boolean])[] = [
    [column(report, 'column-subject', 'id'), true],
    [column(report, 'column-responsibility', 'short'), true],
    [column(report, 'column-status', 'short'), true],
    [column(report, 'column-open'), shows(report, 'openItems')],
    [column(report, 'column-evidence', 'number'), shows(report, 'evidence')],
    [column(report, 'html-references', 'number'), shows(report, 'references')],
  ];
  const isShown = columns.map(([, isThere]) => isThere);
  const groups: (readonly [HtmlRow, ...HtmlRow[]])[] = [];
  for (const control of found) {
    const requirements = shows(report, 'requirements') ? requirementRows(control, report) : [];
    groups.push([
      shownCells(controlRow(control, report), isShown),
      ...requirements.map((row) => shownCells(row, isShown)),
    ]);
    yield;
  }
  return [
    html('h3', {}, title),
    groupedTable(
      title,
      columns.flatMap(([each, isThere]) => (isThere ? [each] : [])),
      groups,
    ),
  ];
}

function controlRow(control: ControlSummary, report: Report): HtmlRow {
  const { id, responsibility, status, openItems, evidence, references } = control;
  return [
    [html('strong', {}, id), controlName(control, report).slice(id.length)],
    [report.translate(message(responsibility ?? 'unknown'))],
    statusCell(status, report),
    lines(openLines(openItems).map((line) => [report.translate(line.message), ...why(line.why, report)])),
    [String(evidence.length)],
    [String(references.length)],
  ];
}

/** What is open on them; why, the control's row says. */
function requirementRows(control: ControlSummary, report: Report): readonly HtmlRow[] {
  const [, ...requirements] = rowsOfControl(control, report.summary);
  return requirements.flatMap(({ id, units, evidence }) =>
    units.map(({ listed, verdict, status, openItems }): HtmlRow => [
      [html('span', { class: 'requirement' }, listed?.cvid === undefined ? id : `${id} (CVID ${listed.cvid})`)],
      [report.translate(whose(verdict))],
      statusCell(status, report),
      openCell(openItems, report),
      [String(evidence.length)],
      [],
    ]),
  );
}

function openCell(openItems: readonly OpenItem[], { translate }: Report): HtmlContent {
  return lines(openLines(openItems).map((line) => [translate(line.message)]));
}

function statusCell(status: Status, { summary, translate }: Report): HtmlContent {
  return [html('span', { class: `dot tone-${status}` }), translate(statusWord(status, summary))];
}

function why(of: Message, report: Report): HtmlContent {
  return shows(report, 'openItems.why') ? [html('span', { class: 'why' }, report.translate(of))] : [];
}
