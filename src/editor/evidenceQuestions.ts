import * as vscode from 'vscode';
import type { App } from '../app';
import { parseCalendarDate } from '../core/calendarDate';
import type { Dates } from '../core/assessment/documentCells';
import { isLink } from '../core/assessment/evidence';
import { datesOf, type EvidenceTarget, levelsToOffer } from '../core/assessment/evidenceRow';
import type { EvidenceType } from '../core/assessment/evidenceType';
import { headline, unitHeadline } from '../core/assessment/headline';
import type { MaturityLevel } from '../core/assessment/maturity';
import { type EvidenceColumn, fileCells } from '../core/assessment/newRows';
import type { RegisterCells } from '../core/csvEdit';
import { message } from '../core/message';
import type { Assessment } from '../workspace/assessment';
import { subjectsAt } from './subjectsAt';

// What is asked of whoever records evidence. Undefined where the person thought better of it.

/** What evidence can be for, as it is offered. */
export function itemsOf<T extends EvidenceTarget>(
  targets: readonly T[],
  app: App,
  assessment: Assessment,
): readonly (vscode.QuickPickItem & { readonly target: T })[] {
  return targets.map((target) => ({
    label: target.id,
    description: wordsOf(target, app, assessment),
    target,
  }));
}

function wordsOf(
  { control: id, requirement, units }: EvidenceTarget,
  { translate }: App,
  { summary }: Assessment,
): string {
  const control = summary.controlById.get(id);
  const [unit] = units;
  if (requirement !== undefined && unit) return unitHeadline(unit).map(translate).join(' · ');
  return control ? [control.title, ...headline(control).map(translate)].join(' · ') : '';
}

export function targetsUnderCursorFirst(
  targets: readonly EvidenceTarget[],
  assessment: Assessment,
): readonly EvidenceTarget[] {
  const { document, selection } = vscode.window.activeTextEditor ?? {};
  const subjects = document && selection ? subjectsAt(document, selection.active, assessment) : [];
  const isMeant = ({ control, requirement }: EvidenceTarget): boolean =>
    subjects.some((subject) => {
      const unit = subject.requirement && assessment.summary.matrix.idOf(subject.requirement, subject.control);
      return subject.control === control && (unit === undefined || unit === requirement);
    });
  return [...targets.filter(isMeant), ...targets.filter((target) => !isMeant(target))];
}

/** The maturity levels, as they are offered, with what is missing first. */
export function levelItems(
  target: Pick<EvidenceTarget, 'units'>,
  levels: readonly MaturityLevel[],
  { translate }: App,
): readonly (vscode.QuickPickItem & { readonly level: MaturityLevel })[] {
  return levelsToOffer(target, levels).map(({ level, isOpen }) => ({
    label: translate(message(level)),
    ...(isOpen && { description: vscode.l10n.t('missing') }),
    level,
  }));
}

export async function pickType(title: string, types: readonly EvidenceType[]): Promise<EvidenceType | undefined> {
  if (types.length === 1) return types[0];
  const items = types.map((label) => ({ label }));
  const placeHolder = vscode.l10n.t('What kind of document is it?');
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.label;
}

/** @param others what can be picked in place of a file or a link, and is offered first */
export async function pickFileOrLink<T = never>(
  title: string,
  { source }: Assessment,
  others: readonly (vscode.QuickPickItem & { readonly value: T })[] = [],
): Promise<vscode.Uri | string | T | undefined> {
  const file = { label: `$(file) ${vscode.l10n.t('Choose a File…')}` };
  const link = { label: `$(link) ${vscode.l10n.t('Type a Link…')}` };
  const line = others.length > 0 ? [{ label: '', kind: vscode.QuickPickItemKind.Separator }] : [];
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly value?: T }>(
    [...others, ...line, file, link],
    { title, matchOnDescription: true },
  );
  if (picked?.value !== undefined) return picked.value;
  if (picked === file) {
    const [chosen] = (await vscode.window.showOpenDialog({ title, defaultUri: vscode.Uri.parse(source.folder) })) ?? [];
    return chosen;
  }
  if (picked !== link) return undefined;
  const typed = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('A link to the document. Nothing is fetched.'),
    placeHolder: 'https://',
    validateInput: (text) =>
      isLink(text.trim()) ? undefined : vscode.l10n.t('A link begins with https:// or http:// and has no spaces.'),
  });
  return typed?.trim();
}

export async function askDates(title: string, type: EvidenceType): Promise<Dates | undefined> {
  const dates: Partial<Record<keyof Dates, string>> = {};
  for (const column of datesOf(type)) {
    const typed = await vscode.window.showInputBox({
      title,
      prompt: `${QUESTIONS[column]()} ${vscode.l10n.t('Leave it empty if you do not know.')}`,
      placeHolder: vscode.l10n.t('YYYY-MM-DD'),
      validateInput: (text) =>
        text.trim() === '' || parseCalendarDate(text.trim())
          ? undefined
          : vscode.l10n.t('Write the day as YYYY-MM-DD, for example 2027-03-08.'),
    });
    if (typed === undefined) return undefined;
    if (typed.trim() !== '') dates[column] = typed.trim();
  }
  return dates;
}

const QUESTIONS: Readonly<Record<keyof Dates, () => string>> = {
  approved_on: () => vscode.l10n.t('When was it approved?'),
  effective_from: () => vscode.l10n.t('From when is it in effect?'),
  reviewed_on: () => vscode.l10n.t('When was it last reviewed?'),
  captured_on: () => vscode.l10n.t('When was it captured or drawn up?'),
};

/** What a row says of where a file or a link leads, which may be looked for from now on. */
export function cellsOfPlace(
  evidence: vscode.Uri | string,
  assessment: Assessment,
  app: App,
): RegisterCells<Extract<EvidenceColumn, 'title' | 'location'>> {
  if (typeof evidence === 'string') return { location: evidence };
  app.files.grant(evidence.toString());
  return cellsOfFile(evidence, assessment, app);
}

/** Relative to the project where it is inside, so that a colleague's copy finds it too; absolute elsewhere. */
function cellsOfFile(
  file: vscode.Uri,
  { source }: Assessment,
  { files }: App,
): { readonly title: string; readonly location: string } {
  const absolute = file.scheme === 'file' ? file.fsPath : file.path;
  return fileCells(files.name(file.toString()), files.relative(source.folder, file.toString()) ?? absolute);
}
