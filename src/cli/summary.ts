import { headline } from '../core/assessment/headline';
import { calendarOfSummary, readinessOf, readinessWords, tellEvent } from '../core/assessment/readiness';
import { scopeWords, statusWord } from '../core/assessment/status';
import type { Summary } from '../core/assessment/summary';
import type { Catalog } from '../core/csf/catalog';
import { message, type Translate } from '../core/message';
import { domainName } from '../core/report/report';
import { summaryJson } from '../core/report/summaryJson';
import { createReport } from '../workspace/createReport';
import { placeProblems } from '../workspace/placeOf';
import { type Command, UsageError } from './command';
import { openAssessment } from './openAssessment';
import { columns, isFinding, problemLine, statusLines } from './output';

/** `summary`: what is still open on everything in scope. */
export const summary: Command = async (args, context) => {
  if (args.project === undefined && (args.matrix === undefined || args.files.length === 0)) {
    throw new UsageError('summary needs --project FILE, or --matrix FILE and at least one document.');
  }
  const { files, translate } = context;
  const assessment = await openAssessment(args, context);
  const { controls, totals, assumptions, project } = assessment.summary;
  const problems = placeProblems(assessment.problems, assessment, files);
  return {
    json: summaryJson(createReport(assessment, files, context)),
    text: [
      `${assessment.summary.name}, ${context.today}`,
      ...[message(`report-basis-${assessment.summary.basis}`), ...assumptions].map(translate),
      '',
      ...columns(controls.map((control) => [control.id, control.title, headline(control).map(translate).join(' · ')])),
      '',
      translate(scopeWords(assessment.summary)),
      ...statusLines(totals.byStatus, (status) => translate(statusWord(status, assessment.summary))),
      ...readinessLines(assessment.summary, assessment.catalog, translate),
      ...calendarLines(assessment.summary, translate),
      ...headed(
        translate(message('project-items')),
        project.map((item) => `  ${translate(item.message)}`),
      ),
      ...(problems.length > 0 ? [''] : []),
      ...problems.map(({ problem, place }) => problemLine(problem, place, translate)),
    ],
    hasFindings: isFinding(problems) || project.length > 0 || controls.some(({ openItems }) => openItems.length > 0),
  };
};

/** By assessment domain, so only where there is a requirement list. */
function readinessLines(summary: Summary, catalog: Catalog, translate: Translate): readonly string[] {
  const rows = readinessOf(summary, catalog).byDomain.map((readiness) => {
    const { done, rest } = readinessWords(readiness);
    const [counts = '', percentage = ''] = done.map(translate);
    return [
      `  ${domainName(readiness.id, { catalog })}`,
      counts,
      percentage.padStart('100 %'.length),
      translate(message('list', rest)),
    ];
  });
  return headed(
    translate(message('readiness')),
    columns(rows).map((line) => line.trimEnd()),
  );
}

/** How many days of the calendar are shown; an export has them all. */
const NEXT_EVENTS = 10;

function calendarLines(summary: Summary, translate: Translate): readonly string[] {
  const events = calendarOfSummary(summary);
  const further = events.length - NEXT_EVENTS;
  return headed(translate(message('calendar')), [
    ...events.slice(0, NEXT_EVENTS).map((event) => `  ${event.date}  ${translate(tellEvent(event))}`),
    ...(further > 0 ? [`  ${translate(message('calendar-more', further))}`] : []),
  ]);
}

/** Lines under a heading, an empty line before it; nothing at all without any. */
function headed(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? ['', heading, ...lines] : [];
}
