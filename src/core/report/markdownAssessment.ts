import { whose } from '../assessment/headline';
import { calendarOfSummary, READINESS_STATES, tellEvent } from '../assessment/readiness';
import { statusWord } from '../assessment/status';
import { policyLines } from '../azure/policyLines';
import { message } from '../message';
import { optionalSection } from './markdownSection';
import { inline } from './markdownText';
import {
  domainName,
  listedOf,
  noticesOf,
  noticeSubject,
  openLine,
  policyOf,
  readinessOfReport,
  type Report,
  shows,
} from './report';

// What the Markdown document says beyond controls: of requirements, days, and the assessment as a whole. A section that
// has nothing to say is left out.

/** Without a requirement list there is none by domain, and no percentage. */
export function readiness(report: Report): readonly string[] {
  const { translate } = report;
  return optionalSection(
    report,
    'readiness',
    ['column-domain', ...READINESS_STATES.map((state) => `column-${state}` as const), 'column-percentage'],
    readinessOfReport(report).byDomain.map(({ id, percentage, ...counts }) => [
      inline(domainName(id, report)),
      ...READINESS_STATES.map((state) => String(counts[state])),
      percentage === undefined ? '' : inline(translate(message('readiness-percentage', percentage))),
    ]),
    'readiness-note',
  );
}

export function calendar(report: Report): readonly string[] {
  return optionalSection(
    report,
    'calendar',
    ['column-date', 'column-message'],
    calendarOfSummary(report.summary).map((event) => [event.date, inline(report.translate(tellEvent(event)))]),
  );
}

export function project(report: Report): readonly string[] {
  return optionalSection(
    report,
    'project-items',
    ['column-message', 'column-reason'],
    report.summary.project.map((item) => [inline(report.translate(item.message)), inline(report.translate(item.why))]),
  );
}

export function requirements(report: Report): readonly string[] {
  const { summary, translate } = report;
  return optionalSection(
    report,
    report.filter ? 'report-requirements-filtered' : 'report-requirements',
    [
      'column-requirement',
      'column-cvid',
      'column-domain',
      'column-responsibility',
      'column-status',
      ['column-open', shows(report, 'openItems')],
    ],
    summary.controls.flatMap((control) =>
      listedOf(control).map(({ id, listed, verdict, status, openItems }) => [
        inline(id),
        inline(listed.cvid ?? ''),
        inline(domainName(listed.domain, report)),
        inline(translate(whose(verdict))),
        inline(translate(statusWord(status, summary))),
        inline(openLine(openItems, report)),
      ]),
    ),
  );
}

export function notices(report: Report): readonly string[] {
  return optionalSection(
    report,
    'report-notices',
    ['column-subject', 'column-message', 'column-reason'],
    report.summary.controls.flatMap((control) =>
      noticesOf(control).map((notice) => [
        inline(noticeSubject(notice, control, report)),
        inline(report.translate(notice.message)),
        inline(report.translate(notice.why)),
      ]),
    ),
  );
}

export function policy(report: Report): readonly string[] {
  return optionalSection(
    report,
    'report-policy',
    ['column-requirement', 'column-results'],
    report.summary.controls.flatMap((control) =>
      policyOf(control, report).map((results) => [
        inline(results.requirement),
        inline(policyLines(results, report.labelOf).map(report.translate).join('; ')),
      ]),
    ),
  );
}
