import { calendarOfSummary, tellEvent } from '../core/assessment/readiness';
import { scopeWords } from '../core/assessment/status';
import { message, type Reasoned, type Translate } from '../core/message';
import { problemKey, severityOf } from '../core/problems';
import type { SentenceCode } from '../core/sentences';
import type { Assessment } from '../workspace/assessment';
import type { Files } from '../workspace/files';
import { createBars, createFacts, createHeadline } from './atAGlance';
import type { Ahead, Explained, SummaryContent } from './content';
import { type Label, LABELS, type Labels } from './labels';
import { createRows, createValues } from './summaryRows';

/** What the page shows of an assessment. It reads nothing: the port names files. */
export function createSummaryContent(
  assessment: Assessment,
  files: Pick<Files, 'label'>,
  translate: Translate,
): SummaryContent {
  const { summary, catalog } = assessment;
  const rows = createRows(summary, files);
  return {
    title: summary.name,
    counted: summary.basis === 'requirements' ? 'requirements' : 'controls',
    headline: createHeadline(summary, translate),
    facts: createFacts(summary, summary.today, translate),
    bars: createBars(summary, catalog, translate(scopeWords(summary)), translate),
    notes: createNotes(assessment, files, translate),
    hasMatrix: assessment.hasMatrix,
    project: {
      title: translate(message('section-project')),
      items: summary.project.map((item) => explained(item, translate)),
    },
    ahead: createAhead(assessment, translate),
    rows,
    values: createValues(rows, summary, catalog, translate),
    problems: {
      title: translate(message('section-problems')),
      texts: createProblems(assessment, files, translate),
    },
    labels: createLabels(translate),
  };
}

/** What is told, with the rule behind it in words. */
export function explained({ message: told, why }: Reasoned, translate: Translate): Explained {
  return { text: translate(told), why: translate(why) };
}

function createNotes(
  { summary, matrices }: Assessment,
  files: Pick<Files, 'label'>,
  translate: Translate,
): readonly string[] {
  const hasList = summary.basis === 'requirements';
  return [
    ...matrices.flatMap(({ file, preamble }) => [
      message('report-matrix', files.label(file)),
      ...(preamble === undefined ? [] : [message('matrix-preamble', preamble)]),
    ]),
    message(`report-basis-${summary.basis}`),
    // Without a list nothing is called complete.
    ...(hasList ? [message('report-adequacy')] : []),
    ...summary.assumptions,
  ].map(translate);
}

/** What has no rows is left out. */
function createAhead({ summary }: Assessment, translate: Translate): readonly Ahead[] {
  const events = calendarOfSummary(summary);
  if (events.length === 0) return [];
  return [
    {
      title: translate(message('calendar')),
      rows: events.map((event) => ({ name: event.date, text: translate(tellEvent(event)) })),
    },
  ];
}

function createProblems(
  { summary, problems }: Assessment,
  files: Pick<Files, 'label'>,
  translate: Translate,
): readonly string[] {
  const unresolved = new Set(summary.unresolved.map(({ reason }) => problemKey(reason)));
  return problems
    .filter((problem) => severityOf(problem) === 'error' || unresolved.has(problemKey(problem)))
    .map((problem) => `${files.label(problem.file)}: ${translate(problem)}`);
}

/** What the page counts it fills in itself: the places stay open. */
function createLabels(translate: Translate): Labels {
  const entries = Object.entries<SentenceCode>(LABELS);
  return Object.fromEntries(
    entries.map(([label, code]) => [label, translate(message(code, '{0}', '{1}', '{2}'))]),
  ) as Record<Label, string>;
}
