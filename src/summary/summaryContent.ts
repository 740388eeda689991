import { openLines } from '../core/assessment/combine';
import { explainRollUp } from '../core/assessment/explainRollUp';
import { calendarOfSummary, readinessOf, readinessWords, tellEvent } from '../core/assessment/readiness';
import { isLink, pathKey, type UsableEvidence } from '../core/assessment/evidence';
import { whose } from '../core/assessment/headline';
import { RESPONSIBILITY_ORDER, scopeWords, STATUSES, statusWord } from '../core/assessment/status';
import type { ControlSummary, UnitSummary } from '../core/assessment/summary';
import { noticesOf, policyFacts, requestLine } from '../core/assessment/unitFacts';
import { groupBy } from '../core/groupBy';
import { type Message, message, type Reasoned, type Translate } from '../core/message';
import { problemKey, severityOf } from '../core/problems';
import { domainName } from '../core/report/report';
import type { SentenceCode } from '../core/sentences';
import type { Assessment } from '../workspace/assessment';
import type { Files } from '../workspace/files';
import type {
  Ahead,
  ControlRow,
  EvidenceDocument,
  Explained,
  Labels,
  RequirementRow,
  SummaryContent,
  Total,
} from './content';
import { entriesOf } from './target';

/** What is needed of the port for files: nothing that reads. */
type Naming = Pick<Files, 'label' | 'name'>;

/** What the page shows of an assessment. */
export function createSummaryContent(assessment: Assessment, files: Naming, translate: Translate): SummaryContent {
  const { summary } = assessment;
  const { controls, assumptions, name, unresolved, project } = summary;
  const hasList = summary.basis === 'requirements';
  const word = (code: SentenceCode): string => translate(message(code));
  const unresolvedReasons = new Set(unresolved.map(({ reason }) => problemKey(reason)));
  return {
    title: name,
    notes: [
      ...assessment.matrices.flatMap(({ file, preamble }) => [
        translate(message('report-matrix', files.label(file))),
        ...(preamble === undefined ? [] : [translate(message('matrix-preamble', preamble))]),
      ]),
      ...[
        ...(hasList ? [scopeWords(summary)] : []),
        message(`report-basis-${summary.basis}`),
        // Without a list nothing is called complete.
        ...(hasList ? [message('report-adequacy')] : []),
        ...assumptions,
      ].map(translate),
    ],
    hasMatrix: assessment.hasMatrix,
    totals: createTotals(assessment, translate),
    project: { title: word('section-project'), items: project.map((item) => explained(item, translate)) },
    ahead: createAhead(assessment, translate),
    sections: STATUSES.flatMap((status) => {
      const rows = controls
        .filter((control) => control.status === status)
        .map((control) => createRow(control, assessment, files, translate));
      const title = translate(
        status === 'needs-evidence' ? message('section-needs-evidence') : statusWord(status, summary),
      );
      return rows.length > 0 || status === 'needs-evidence' ? [{ status, title, rows }] : [];
    }),
    problems: {
      title: word('section-problems'),
      texts: assessment.problems
        .filter((problem) => severityOf(problem) === 'error' || unresolvedReasons.has(problemKey(problem)))
        .map((problem) => `${files.label(problem.file)}: ${translate(problem)}`),
    },
    actions: [
      { action: 'addEvidence', label: word('action-add-evidence') },
      ...(hasList ? [{ action: 'explainStatus', label: word('explain-open-link') } as const] : []),
    ],
    labels: createLabels(translate),
  };
}

/** What has no rows is left out. */
function createAhead({ summary, catalog }: Assessment, translate: Translate): readonly Ahead[] {
  const all: readonly Ahead[] = [
    {
      title: translate(message('readiness')),
      rows: readinessOf(summary, catalog).byDomain.map((readiness) => {
        const { done, rest } = readinessWords(readiness);
        return { name: domainName(readiness.id, { catalog }), text: translate(message('list', [...done, ...rest])) };
      }),
    },
    {
      title: translate(message('calendar')),
      rows: calendarOfSummary(summary).map((event) => ({ name: event.date, text: translate(tellEvent(event)) })),
    },
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

/** What the figures count: requirements where they are listed, else controls. */
function createTotals({ summary }: Assessment, translate: Translate): readonly Total[] {
  const { totals, basis } = summary;
  const hasList = basis === 'requirements';
  return [
    {
      facet: 'responsibility',
      label: translate(message(hasList ? 'total-responsibility' : 'column-responsibility')),
      // A requirement has one responsibility.
      figures: RESPONSIBILITY_ORDER.filter((value) => !hasList || value !== 'mixed').map((value) => ({
        value,
        label: translate(message(value)),
        count: totals.byResponsibility[value],
      })),
    },
    {
      facet: 'status',
      label: translate(message(hasList ? 'total-status' : 'column-status')),
      figures: STATUSES.map((value) => ({
        value,
        label: translate(statusWord(value, summary)),
        count: totals.byStatus[value],
      })),
    },
  ];
}

function explained({ message: told, why }: Reasoned, translate: Translate): Explained {
  return { text: translate(told), why: translate(why) };
}

function createRow(control: ControlSummary, assessment: Assessment, files: Naming, translate: Translate): ControlRow {
  const responsibility = control.responsibility ?? 'unknown';
  return {
    id: control.id,
    title: control.title,
    responsibility: { value: responsibility, label: translate(message(responsibility)) },
    open: openLines(control.openItems).map((item) => explained(item, translate)),
    requirements: control.units
      .filter(({ listed }) => listed)
      .map((unit) => createRequirement(unit, assessment, files, translate)),
    matrix: entriesOf(control).map((entry, index) => {
      const { requirement = entry.control, element, file, line } = entry;
      const subject = element === undefined ? requirement : `${requirement} ${element}`;
      const text = `${subject} · ${translate(message(entry.responsibility ?? 'unknown'))}`;
      return { index, text, label: `${text}, ${placeText(file, line, files, translate)}` };
    }),
    rollUp: explainRollUp(control.units).map(translate),
    evidence: documentsOf(control.evidence, files, translate),
    notYetMapped: documentsOf(control.notYetMapped, files, translate),
    documents: [...groupBy(control.references.entries(), ([, { file }]) => file)].map(([file, references]) => ({
      name: files.name(file),
      path: files.label(file),
      // A line that names a control twice is one place to go to.
      places: [...groupBy(references, ([, { start }]) => assessment.linesOf(file)?.positionAt(start).line ?? 0)].map(
        ([line, [[index]]]) => {
          const text = String(line + 1);
          return { index, text, label: `${text}, ${files.label(file)}` };
        },
      ),
    })),
  };
}

function createRequirement(
  unit: UnitSummary,
  { summary, policy }: Assessment,
  files: Naming,
  translate: Translate,
): RequirementRow {
  const { id, verdict, status, openItems, requests } = unit;
  const facts = [
    ...requests.map((request) => requestLine(request, summary.today)),
    ...policyFacts(unit, policy, (file) => files.name(file)),
  ];
  return {
    id,
    responsibility: { value: verdict.responsibility ?? 'unknown', label: translate(whose(verdict)) },
    status: { value: status, label: translate(statusWord(status, summary)) },
    open: openLines(openItems).map((item) => explained(item, translate)),
    notices: noticesOf([unit]).map((notice) => explained(notice, translate)),
    facts: facts.map(translate),
  };
}

/** One document can be evidence at several levels, each in a row of its own. */
function documentsOf(
  evidence: readonly UsableEvidence[],
  files: Naming,
  translate: Translate,
): readonly EvidenceDocument[] {
  const byDocument = groupBy(evidence.entries(), ([, item]) => JSON.stringify([pathKey(item), item.title]));
  return [...byDocument.values()].map((items) => {
    const [[index, { title, location = '' }]] = items;
    const text = title === '' ? location : title;
    return {
      index,
      text,
      label: title === location ? text : `${text}, ${location}`,
      isLink: isLink(location),
      rows: items.map(([row, { maturity, requirement, file, line }]) => {
        const level = translate(message(maturity));
        const shown = requirement === undefined ? level : `${level} (${requirement})`;
        return { index: row, text: shown, label: `${shown}, ${placeText(file, line, files, translate)}` };
      }),
    };
  });
}

function placeText(file: string, line: number, files: Naming, translate: Translate): string {
  return translate(message('place-file-line', files.name(file), line));
}

function createLabels(translate: Translate): Labels {
  // What the page counts it fills in itself: the places stay open.
  const open = (code: SentenceCode): Message => message(code, '{0}', '{1}', '{2}');
  const messages: Readonly<Record<keyof Labels, Message>> = {
    control: message('column-control'),
    responsibility: message('column-responsibility'),
    open: message('column-open'),
    evidence: message('column-evidence'),
    references: message('column-references'),
    matrixRow: message('summary-matrix-row'),
    matrixRows: open('summary-matrix-rows'),
    requirements: open('summary-requirements'),
    notYetMapped: message('evidence-not-yet-mapped'),
    export: message('action-export'),
    loadMatrix: message('action-load-matrix'),
    none: message('report-none'),
    filter: message('summary-filter'),
    filterText: message('summary-filter-text'),
    filterClear: message('summary-filter-clear'),
    filterNothing: message('summary-filter-nothing'),
    count: open('headline-controls'),
    countOf: open('summary-count-of'),
    sectionCount: open('summary-section-count'),
    sectionCountOf: open('summary-section-count-of'),
  };
  return Object.fromEntries(Object.entries(messages).map(([label, text]) => [label, translate(text)])) as Labels;
}
