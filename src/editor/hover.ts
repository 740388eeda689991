import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { COMMANDS } from '../commandIds';
import { openLines } from '../core/assessment/combine';
import { explainRollUp } from '../core/assessment/explainRollUp';
import { headline, unitHeadline } from '../core/assessment/headline';
import { controlsOf } from '../core/assessment/mentions';
import { type ControlSummary, type UnitSummary } from '../core/assessment/summary';
import { unitFor } from '../core/assessment/referenceSummary';
import type { Reference } from '../core/csf/scanner';
import { domainOf } from '../core/csf/requirementId';
import { message, type Message } from '../core/message';
import type { Assessment } from '../workspace/assessment';
import { shownUri } from './shownUri';
import { idAt } from './subjectsAt';

/** A hover is read at a glance: of more requirements than these the summary tells. */
const UNITS_SHOWN = 3;

/** What is known of the ids under the pointer: names, responsibility, the matrix's words, evidence, open items and why. */
export const hover: Feature = (app) =>
  vscode.languages.registerHoverProvider(
    { pattern: '**/*' },
    {
      provideHover(document, position) {
        const assessment = app.index.assessmentOf(document.uri);
        if (!assessment) return undefined;
        const id = idAt(document, position, assessment);
        return id && new vscode.Hover(contentOf(id.reference, assessment, app), id.range);
      },
    },
  );

function contentOf(reference: Reference, assessment: Assessment, app: App): vscode.MarkdownString[] {
  const controls = controlsOf(reference, app.catalog).flatMap((id) => assessment.summary.controlById.get(id) ?? []);
  const [control] = controls;
  if (!control) return [];
  if (controls.length > 1) return [new vscode.MarkdownString(listOf(controls, app)), linkTo(control, assessment, app)];
  const [requirement] = reference.kind === 'requirement' ? reference.ids : [];
  const { summary } = assessment;
  const unit = requirement === undefined ? undefined : unitFor(requirement, control, summary);
  const units = unit ? [unit] : control.units;
  return [
    nameOf(control.id, requirement, app),
    new vscode.MarkdownString(openOf(unit ? unitHeadline(unit) : headline(control), unit ?? control, app)),
    linkTo(control, assessment, app, requirement),
    ...matrixOf(units, assessment, app),
    ...evidenceOf(control, requirement, app),
  ];
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

export function openOf(
  words: readonly Message[],
  { openItems }: Pick<ControlSummary, 'openItems'>,
  { translate }: App,
): string {
  const items = openLines(openItems).map((line) => `- ${translate(line.message)}  \n  _${translate(line.why)}_`);
  return [words.map(translate).join(' · '), ...(items.length > 0 ? [items.join('\n')] : [])].join('\n\n');
}

function listOf(controls: readonly ControlSummary[], { translate }: App): string {
  return controls
    .map((control) => `- **${control.id} ${control.title}**: ${headline(control).map(translate).join(' · ')}`)
    .join('\n');
}

/** The matrix's rows, with a link to each. What stands in them is text, and is shown as text. */
function matrixOf(
  units: readonly UnitSummary[],
  assessment: Assessment,
  { files, translate }: App,
): vscode.MarkdownString[] {
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

function evidenceOf(
  { evidence }: ControlSummary,
  requirement: string | undefined,
  { files, translate }: App,
): vscode.MarkdownString[] {
  const own = evidence.filter((item) => requirement === undefined || (item.requirement ?? requirement) === requirement);
  if (own.length === 0) return [];
  const content = new vscode.MarkdownString(`${translate(message('column-evidence'))}\n\n`);
  for (const { maturity, title, dates = {}, file, line } of own) {
    content.appendMarkdown(`- ${translate(message(maturity))}: `);
    content.appendText([title, ...Object.entries(dates).map(([column, date]) => `${column} ${date}`)].join(', '));
    content.appendMarkdown(' ');
    appendLink(content, files.name(file), vscode.Uri.parse(file), line);
    content.appendMarkdown('\n');
  }
  return [content];
}

/** A link to a line of a file. The file's name is text; its address is encoded, so that it cannot end the link. */
export function appendLink(content: vscode.MarkdownString, name: string, uri: vscode.Uri, line: number): void {
  const address = uri.with({ fragment: `L${line}` }).toString();
  content.appendMarkdown('[');
  content.appendText(`${name}:${line}`);
  content.appendMarkdown(`](${withoutBrackets(address)})`);
}

/**
 * The one string that may run commands. Of what comes from a file it holds ids only, in the form that the catalog knows
 * them by.
 */
export function linkTo(
  { id: control }: ControlSummary,
  { id: assessment }: Assessment,
  { translate }: App,
  requirement?: string,
): vscode.MarkdownString {
  const subject = { assessment, control, ...(requirement !== undefined && { requirement }) };
  const links = [
    commandLink(translate(message('hover-summary')), COMMANDS.openSummary, { assessment, control }),
    commandLink(translate(message('explain-open-link')), COMMANDS.explainStatus, subject),
  ];
  const content = new vscode.MarkdownString(links.join(' · '));
  content.isTrusted = { enabledCommands: [COMMANDS.openSummary, COMMANDS.explainStatus] };
  return content;
}

function commandLink(title: string, command: string, answers: object): string {
  return `[${title}](command:${command}?${withoutBrackets(encodeURIComponent(JSON.stringify([answers])))})`;
}

/** A bracket would end the link. */
export function withoutBrackets(address: string): string {
  return address.replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
}
