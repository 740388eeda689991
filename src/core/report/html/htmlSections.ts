import { dateWords } from '../../assessment/freshness';
import { calendarOfSummary, READINESS_STATES, tellEvent } from '../../assessment/readiness';
import type { UsableEvidence } from '../../assessment/evidence';
import { isLink } from '../../assessment/evidence';
import type { InheritanceRequest } from '../../assessment/requests';
import { requestLine } from '../../assessment/unitFacts';
import { policyLines } from '../../azure/policyLines';
import { message } from '../../message';
import { domainName, noticesOf, noticeSubject, policyOf, readinessOfReport, type Report, shows } from '../report';
import { html, type HtmlContent, type HtmlNode } from './htmlNode';
import { type Columns, lines, optionalSection, placeText, section } from './htmlSection';
import type { HtmlRow } from './htmlTable';

// What the page says beyond controls. What is there only with a requirement list, a submission date or the like is left out
// where there is nothing to list.

/** Without a requirement list there is none by domain, and no percentage. */
export function readiness(report: Report): readonly HtmlNode[] {
  return optionalSection(
    report,
    'readiness',
    [
      ['column-domain'],
      ...READINESS_STATES.map((state) => [`column-${state}`, 'number'] as const),
      ['column-percentage', 'number'],
    ],
    readinessOfReport(report).byDomain.map(({ id, percentage, ...counts }) => [
      [domainName(id, report)],
      ...READINESS_STATES.map((state) => [String(counts[state])]),
      percentage === undefined ? [] : [report.translate(message('readiness-percentage', percentage))],
    ]),
    'readiness-note',
  );
}

export function calendar(report: Report): readonly HtmlNode[] {
  const rows = calendarOfSummary(report.summary).map((event): HtmlRow => [
    [event.date],
    [report.translate(tellEvent(event))],
  ]);
  return optionalSection(report, 'calendar', [['column-date', 'short'], ['column-message']], rows);
}

export function project(report: Report): readonly HtmlNode[] {
  const rows = report.summary.project.map((item): HtmlRow => [
    [report.translate(item.message)],
    [report.translate(item.why)],
  ]);
  return optionalSection(report, 'project-items', [['column-message'], ['column-reason']], rows);
}

function evidenceColumns(report: Report): Columns {
  return [
    ['column-subject', 'id'],
    ['column-maturity', 'short'],
    ['column-title', undefined, shows(report, 'evidence.title')],
    ['column-location', undefined, shows(report, 'evidence.location')],
    ['column-date', 'short', shows(report, 'evidence.dates')],
    ['column-recorded', 'short', shows(report, 'places')],
  ];
}

export function evidence(report: Report): readonly HtmlNode[] {
  const rows = report.summary.controls.flatMap((control) => control.evidence.map((item) => evidenceRow(item, report)));
  return section(report, 'report-evidence', evidenceColumns(report), rows);
}

export function notMapped(report: Report): readonly HtmlNode[] {
  const rows = report.summary.controls.flatMap(({ notYetMapped }) =>
    notYetMapped.map((item) => evidenceRow(item, report)),
  );
  return optionalSection(report, 'report-not-mapped', evidenceColumns(report), rows);
}

function evidenceRow(item: UsableEvidence, { summary, translate, labelOf }: Report): HtmlRow {
  const { control, requirement = control, maturity, title, location = '', file, line } = item;
  return [
    [requirement],
    [translate(message(maturity))],
    [title],
    locationCell(location),
    [dateWords({ item }, summary.calendar).map(translate).join('\n')],
    [`${labelOf(file)}:${line}`],
  ];
}

/** A path says where a file is; it is no link, for what is handed over lies somewhere else. */
function locationCell(location: string): HtmlContent {
  return isLink(location) ? [html('a', { href: location, rel: 'noreferrer noopener' }, location)] : [location];
}

export function requests(report: Report): readonly HtmlNode[] {
  const { summary, translate, labelOf, today } = report;
  const rows = summary.controls.flatMap(({ units }) =>
    units.flatMap((unit) =>
      unit.requests.map((request): HtmlRow => [
        [unit.id],
        [translate(requestLine(shownRequest(request, report), today))],
        [request.submitted ?? ''],
        [request.decided ?? ''],
        [`${labelOf(request.file)}:${request.line}`],
      ]),
    ),
  );
  return optionalSection(
    report,
    'html-requests',
    [
      ['column-subject', 'id'],
      ['column-message'],
      ['html-submitted', 'short', shows(report, 'requests.dates')],
      ['html-decided', 'short', shows(report, 'requests.dates')],
      ['column-recorded', undefined, shows(report, 'places')],
    ],
    rows,
  );
}

/** A request's line names its provider. */
function shownRequest({ otherProvider, ...request }: InheritanceRequest, report: Report): InheritanceRequest {
  const isNamed = otherProvider !== undefined && shows(report, 'requests.provider');
  return isNamed ? { ...request, otherProvider } : request;
}

export function references(report: Report): readonly HtmlNode[] {
  const rows = report.summary.controls
    .filter((control) => control.references.length > 0)
    .map((control): HtmlRow => [
      [control.id],
      lines(
        control.references.map((reference) => [
          ...(shows(report, 'places') ? [`${placeText(report.placeOf(reference.file, reference))} `] : []),
          html('q', {}, reference.text),
        ]),
      ),
    ]);
  return section(report, 'html-references', [['column-control', 'short'], ['column-references']], rows);
}

export function notices(report: Report): readonly HtmlNode[] {
  const rows = report.summary.controls.flatMap((control) =>
    noticesOf(control).map((notice): HtmlRow => [
      [noticeSubject(notice, control, report)],
      [report.translate(notice.message)],
      [report.translate(notice.why)],
    ]),
  );
  return optionalSection(
    report,
    'report-notices',
    [['column-subject', 'id'], ['column-message'], ['column-reason']],
    rows,
  );
}

export function policy(report: Report): readonly HtmlNode[] {
  const rows = report.summary.controls.flatMap((control) =>
    policyOf(control, report).map((results): HtmlRow => [
      [results.requirement],
      lines(policyLines(results, report.labelOf).map((line) => [report.translate(line)])),
    ]),
  );
  return optionalSection(report, 'report-policy', [['column-requirement', 'id'], ['column-results']], rows);
}

export function unresolved(report: Report): readonly HtmlNode[] {
  const rows = report.summary.unresolved.map(({ file, start, end, text, reason }): HtmlRow => [
    [placeText(report.placeOf(file, { start, end }))],
    [text],
    [report.translate(reason)],
  ]);
  return section(
    report,
    'report-unresolved',
    [['column-place', undefined, shows(report, 'places')], ['column-text', 'id'], ['column-reason']],
    rows,
  );
}

export function problems(report: Report): readonly HtmlNode[] {
  const rows = report.problems.map(({ problem, place }): HtmlRow => [[placeText(place)], [report.translate(problem)]]);
  return section(
    report,
    'report-problems',
    [['column-place', 'id', shows(report, 'places')], ['column-message']],
    rows,
  );
}
