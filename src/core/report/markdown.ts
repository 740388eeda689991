import type { UsableEvidence } from '../assessment/evidence';
import { RESPONSIBILITY_ORDER, STATUSES, statusWord } from '../assessment/status';
import type { ControlSummary } from '../assessment/summary';
import { message } from '../message';
import type { SentenceCode } from '../sentences';
import type { ProfileField } from '../sharing/profile';
import { finish, type Steps } from '../steps';
import { calendar, notices, policy, project, readiness, requirements } from './markdownAssessment';
import { heading } from './markdownHead';
import { type MarkdownColumn, optionalSection, section } from './markdownSection';
import { inline, placeCell, table } from './markdownText';
import { encode, type Exporter, type TellProgress } from './exporter';
import { controlName, openLine, type Report, scopeLine, shows } from './report';

/**
 * The scoping summary as a Markdown document that reads well as plain text too. Text from a file is escaped, so that it
 * means nothing in Markdown or HTML, and what cannot be seen or would not stay as it is, such as a line break in a file's
 * name, is written as `\u{a}`.
 */
export const markdown: Exporter = {
  format: 'md',
  name: 'Markdown',
  purpose: 'format-md',
  extension: 'md',
  write: (report) => finish(markdownSteps(report)),
  steps: markdownSteps,
};

function* markdownSteps(report: Report, tell?: TellProgress): Steps<Uint8Array> {
  const lines: string[] = [];
  for (const [done, [needs, part]] of PARTS.entries()) {
    if (needs === undefined || shows(report, needs)) for (const line of part(report)) lines.push(line);
    tell?.(done + 1, PARTS.length);
    yield;
  }
  return encode(`${lines.join('\n').trimEnd()}\n`);
}

/** The document's parts, and what has to be shown for each. */
const PARTS: readonly (readonly [ProfileField | undefined, (report: Report) => readonly string[]])[] = [
  [undefined, heading],
  ['totals', totals],
  ['readiness', readiness],
  ['calendar', calendar],
  ['project', project],
  ['openItems', open],
  ['requirements', requirements],
  ['controls', all],
  ['evidence', evidence],
  ['evidence', notMapped],
  ['notices', notices],
  ['policy', policy],
  ['unresolved', unresolved],
  ['problems', problems],
];

function totals(report: Report): readonly string[] {
  const { summary, translate } = report;
  const { byResponsibility, byStatus } = summary.totals;
  const counted = summary.basis === 'requirements' ? 'column-requirements' : 'column-controls';
  const word = (code: SentenceCode): string => translate(message(code));
  return [
    `## ${word(report.filter ? 'report-totals-filtered' : 'report-totals')}`,
    '',
    inline(translate(scopeLine(report))),
    '',
    ...table(
      [word('column-responsibility'), word(counted)],
      RESPONSIBILITY_ORDER.map((value) => [inline(word(value)), String(byResponsibility[value])]),
    ),
    '',
    ...table(
      [word('column-status'), word(counted)],
      STATUSES.filter((status) => byStatus[status] > 0).map((status) => [
        inline(translate(statusWord(status, summary))),
        String(byStatus[status]),
      ]),
    ),
    '',
  ];
}

function open(report: Report): readonly string[] {
  const { summary } = report;
  return section(
    report,
    'report-open',
    [
      'column-control',
      ['column-responsibility', shows(report, 'controls')],
      'column-open',
      ...referenceColumns(report),
    ],
    summary.controls
      .filter(({ openItems }) => openItems.length > 0)
      .map((control) => [
        name(control, report),
        responsibility(control, report),
        inline(openLine(control.openItems, report)),
        referencedIn(control, report),
      ]),
  );
}

function all(report: Report): readonly string[] {
  return section(
    report,
    report.filter ? 'report-all-filtered' : 'report-all',
    [
      'column-control',
      'column-responsibility',
      'column-status',
      ['column-evidence', shows(report, 'evidence')],
      ...referenceColumns(report),
    ],
    report.summary.controls.map((control) => [
      name(control, report),
      responsibility(control, report),
      inline(report.translate(statusWord(control.status, report.summary))),
      String(control.evidence.length),
      referencedIn(control, report),
    ]),
  );
}

function evidence(report: Report): readonly string[] {
  return section(
    report,
    'report-evidence',
    evidenceColumns(report),
    report.summary.controls.flatMap(({ evidence: items }) => items.map((item) => evidenceCells(item, report))),
  );
}

function notMapped(report: Report): readonly string[] {
  return optionalSection(
    report,
    'report-not-mapped',
    evidenceColumns(report),
    report.summary.controls.flatMap(({ notYetMapped }) => notYetMapped.map((item) => evidenceCells(item, report))),
  );
}

function evidenceColumns(report: Report): readonly MarkdownColumn[] {
  return [
    'column-control',
    'column-maturity',
    ['column-title', shows(report, 'evidence.title')],
    ['column-location', shows(report, 'evidence.location')],
    ['column-recorded', shows(report, 'places')],
  ];
}

function evidenceCells(
  { control, requirement = control, maturity, title, location = '', file, line }: UsableEvidence,
  { translate, labelOf }: Report,
): readonly string[] {
  return [
    inline(requirement),
    inline(translate(message(maturity))),
    inline(title),
    inline(location),
    `${inline(labelOf(file))}:${line}`,
  ];
}

function unresolved(report: Report): readonly string[] {
  return section(
    report,
    'report-unresolved',
    [['column-place', shows(report, 'places')], 'column-text', 'column-reason'],
    report.summary.unresolved.map(({ file, start, end, text, reason }) => [
      placeCell(report.placeOf(file, { start, end })),
      inline(text),
      inline(report.translate(reason)),
    ]),
  );
}

function problems(report: Report): readonly string[] {
  return section(
    report,
    'report-problems',
    [['column-place', shows(report, 'places')], 'column-message'],
    report.problems.map(({ problem, place }) => [placeCell(place), inline(report.translate(problem))]),
  );
}

function name(control: ControlSummary, report: Report): string {
  return inline(controlName(control, report));
}

function responsibility(control: ControlSummary, { translate }: Report): string {
  return inline(translate(message(control.responsibility ?? 'unknown')));
}

/** Where the places are left out, how many they are. */
function referenceColumns(report: Report): readonly MarkdownColumn[] {
  const isShown = shows(report, 'references');
  return [[shows(report, 'places') ? 'column-references' : 'html-references', isShown]];
}

function referencedIn({ references }: ControlSummary, report: Report): string {
  const { placeOf } = report;
  if (!shows(report, 'places')) return String(references.length);
  return references.map((reference) => placeCell(placeOf(reference.file, reference))).join(', ');
}
