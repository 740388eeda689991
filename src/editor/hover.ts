import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { COMMANDS } from '../commandIds';
import { isFor } from '../core/assessment/evaluateControl';
import { explainRollUp } from '../core/assessment/explainRollUp';
import { subjectHeadline, unitFor } from '../core/assessment/referenceSummary';
import type { ControlSummary, UnitSummary } from '../core/assessment/summary';
import { domainOf } from '../core/csf/requirementId';
import { subjectOf, type Subject } from '../core/csf/subject';
import type { Unit } from '../core/matrix/rollUp';
import { message } from '../core/message';
import { inline } from '../core/report/markdownText';
import type { SentenceCode } from '../core/sentences';
import type { Assessment } from '../workspace/assessment';
import {
  evidenceText,
  type HoverWords,
  noticesText,
  policyText,
  requestsText,
  stateText,
  UNITS_SHOWN,
} from './hoverText';
import { shownUri } from './shownUri';
import { idAt } from './subjectsAt';

/** What is known of the ids under the pointer: names, responsibility, what is open and why, the matrix's words, and what is recorded. */
export const hover: Feature = (app) =>
  vscode.languages.registerHoverProvider(
    { pattern: '**/*' },
    {
      provideHover(document, position) {
        const assessment = app.index.assessmentOf(document.uri);
        if (!assessment) return undefined;
        const id = idAt(document, position, assessment);
        return id && new vscode.Hover(contentOf(subjectOf(id.reference, app.catalog), assessment, app), id.range);
      },
    },
  );

function contentOf(subjects: readonly Subject[], assessment: Assessment, app: App): vscode.MarkdownString[] {
  const [subject, ...others] = subjects;
  if (!subject) return [];
  if (others.length > 0) {
    const inScope = subjects.find(({ control }) => assessment.summary.controlById.has(control));
    return [
      new vscode.MarkdownString(listOf(subjects, assessment, app)),
      ...(inScope ? [linksTo(inScope, assessment, app)] : []),
    ];
  }
  const { summary } = assessment;
  const control = summary.controlById.get(subject.control);
  const unit = subject.requirement === undefined ? undefined : unitFor(subject.requirement, control, summary);
  const found = subject.requirement === undefined ? control : unit;
  const name = nameOf(subject.control, subject.requirement, app);
  if (!control || !found) {
    const headline = stateText(subjectHeadline(subject, summary), [], app);
    const units = outsideUnits(subject, assessment);
    const words = wordsOf(assessment, app);
    return [
      name,
      new vscode.MarkdownString(headline),
      ...matrixOf(units, assessment, app),
      ...part(policyText(units, assessment.policy, words)),
    ];
  }
  const units = unit ? [unit] : control.units;
  const state = stateText(subjectHeadline(subject, summary), found.openItems, app);
  return [
    name,
    new vscode.MarkdownString(state),
    linksTo(subjectOfUnit(control, unit), assessment, app),
    ...part(noticesText(units, app)),
    ...matrixOf(units, assessment, app),
    ...recordedOf(units, control, assessment, app),
  ];
}

/** The same of one thing for where no command can be run: one text that trusts nothing. */
export function subjectText(subject: Subject, assessment: Assessment, app: App): vscode.MarkdownString {
  const parts = contentOf([subject], assessment, app).filter(({ isTrusted }) => !isTrusted);
  return new vscode.MarkdownString(parts.map(({ value }) => value).join('\n\n'));
}

/** What commands can be asked about: of a control that stands in for its requirements the control. */
export function subjectOfUnit({ id: control }: ControlSummary, unit: UnitSummary | undefined): Subject {
  return unit && unit.id !== control ? { control, requirement: unit.id } : { control };
}

/** What the matrix says of something that is not in scope. */
function outsideUnits({ control, requirement }: Subject, { summary: { matrix } }: Assessment): readonly Unit[] {
  return requirement === undefined ? matrix.control(control).units : [matrix.requirement(requirement, control)];
}

/** Its requests, its evidence, and what Azure Policy found. */
function recordedOf(
  units: readonly UnitSummary[],
  { evidence, notYetMapped }: ControlSummary,
  assessment: Assessment,
  app: App,
): vscode.MarkdownString[] {
  const { summary, policy } = assessment;
  const words = wordsOf(assessment, app);
  const own = evidence.filter(isFor(units, summary.matrix, summary.basis === 'requirements'));
  return [
    requestsText(units, summary.today, words),
    evidenceText(message('column-evidence'), own, words),
    evidenceText(message('evidence-not-yet-mapped'), notYetMapped, words),
    policyText(units, policy, words),
  ].flatMap(part);
}

function wordsOf(assessment: Assessment, { files, translate }: App): HoverWords {
  return {
    translate,
    nameOf: (file) => files.name(file),
    linkTo: ({ file, line }) => {
      const content = new vscode.MarkdownString();
      appendLink(content, files.name(file), shownUri(file, assessment), line);
      return content.value;
    },
  };
}

export function part(text: string): readonly vscode.MarkdownString[] {
  return text === '' ? [] : [new vscode.MarkdownString(text)];
}

/** Names come from the catalog, so they may be Markdown; an id that is none of its own is text. */
export function nameOf(
  id: string,
  requirement: string | undefined,
  { catalog, translate }: App,
): vscode.MarkdownString {
  const control = catalog.controls.get(id);
  if (!control) return new vscode.MarkdownString().appendText(id);
  const { title } = control;
  const objective = catalog.objectives.get(control.objective);
  const category = catalog.categories.get(id.slice(0, 2));
  const domain = requirement === undefined ? undefined : catalog.domains.get(domainOf(requirement));
  const lines = [
    `**${requirement ?? id} ${requirement === undefined ? title : `(${id} ${title})`}**`,
    `${category?.id ?? ''} ${category?.title ?? ''} › ${objective?.id ?? ''} ${objective?.title ?? ''}`,
    ...(domain ? [translate(message('hover-domain', `${domain.id} ${domain.title}`))] : []),
    ...(control.confidence === 'sourced' ? [] : [`_${translate(message('hover-unsure-title'))}_`]),
  ];
  return new vscode.MarkdownString(lines.join('\n\n'));
}

function listOf(subjects: readonly Subject[], { summary }: Assessment, { catalog, translate }: App): string {
  return subjects
    .map((subject) => {
      const words = subjectHeadline(subject, summary).map((word) => inline(translate(word)));
      return `- **${subject.control} ${catalog.controls.get(subject.control)?.title ?? ''}**: ${words.join(' · ')}`;
    })
    .join('\n');
}

/** The matrix's rows, with a link to each. What stands in them is text, and is shown as text. */
function matrixOf(units: readonly Unit[], assessment: Assessment, { files, translate }: App): vscode.MarkdownString[] {
  const held = units.filter(({ verdict }) => verdict.entries.length > 0);
  if (held.length === 0) return [];
  const content = new vscode.MarkdownString();
  for (const { id, verdict } of held.slice(0, UNITS_SHOWN)) {
    for (const entry of verdict.entries) {
      content.appendMarkdown(`**${translate(message(entry.responsibility ?? 'unknown'))}** `);
      content.appendText(`${[entry.requirement ?? id, entry.element].join(' ').trim()} `);
      appendLink(content, files.name(entry.file), shownUri(entry.file, assessment), entry.line);
      for (const [code, text] of [
        ['hover-customer-text', entry.customerText],
        ['hover-provider-text', entry.providerText],
      ] as const) {
        if (text === undefined) continue;
        content.appendMarkdown(`\n\n_${translate(message(code))}_ `);
        content.appendText(text);
      }
      content.appendMarkdown('\n\n');
    }
  }
  for (const explanation of explainRollUp(held.slice(0, UNITS_SHOWN))) {
    content.appendText(translate(explanation));
    content.appendMarkdown('\n\n');
  }
  if (held.length > UNITS_SHOWN) content.appendMarkdown(translate(message('hover-more', held.length - UNITS_SHOWN)));
  return [content];
}

/** A link to a line of a file. The file's name is text; its address is encoded, so that it cannot end the link. */
export function appendLink(content: vscode.MarkdownString, name: string, uri: vscode.Uri, line: number): void {
  const address = uri.with({ fragment: `L${line}` }).toString();
  content.appendMarkdown('[');
  content.appendText(`${name}:${line}`);
  content.appendMarkdown(`](${withoutBrackets(address)})`);
}

/** What can be done about something in scope, each with the words of its link. */
const LINKS = [
  ['hover-summary', COMMANDS.openSummary],
  ['explain-open-link', COMMANDS.explainStatus],
  ['action-add-evidence', COMMANDS.addEvidence],
] as const satisfies readonly (readonly [SentenceCode, string])[];

/** The one string that may run commands, and it holds nothing that comes from a file but an id. */
export function linksTo(
  { control, requirement }: Subject,
  assessment: Assessment,
  { translate }: App,
): vscode.MarkdownString {
  const answers = { assessment: assessment.id, control, ...(requirement !== undefined && { requirement }) };
  const query = withoutBrackets(encodeURIComponent(JSON.stringify([answers])));
  const links = LINKS.map(([words, command]) => `[${translate(message(words))}](command:${command}?${query})`);
  const content = new vscode.MarkdownString(links.join(' · '));
  content.isTrusted = { enabledCommands: LINKS.map(([, command]) => command) };
  return content;
}

/** A bracket would end the link. */
export function withoutBrackets(address: string): string {
  return address.replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
}
