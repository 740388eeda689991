import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { parseCalendarDate } from '../core/calendarDate';
import type { Dates } from '../core/assessment/documentCells';
import { isLink } from '../core/assessment/evidence';
import type { EvidenceType } from '../core/assessment/evidenceType';
import { datesOf, type EvidenceTarget, evidenceTargets, levelsToOffer, TYPES_AT } from '../core/assessment/evidenceRow';
import { headline, unitHeadline } from '../core/assessment/headline';
import type { MaturityLevel } from '../core/assessment/maturity';
import { idCells } from '../core/assessment/newRows';
import type { Subject } from '../core/csf/subject';
import { message } from '../core/message';
import type { Assessment } from '../workspace/assessment';
import { addEvidenceRow, registersOf } from '../workspace/registers';
import { appendToRegister } from './changeRegister';
import { pickAssessment } from './pickAssessment';
import { registerCommand } from './registerCommand';
import { subjectsAt } from './subjectsAt';

/** What a person would pick, for callers that know it already. */
export interface AddEvidenceAnswers extends Partial<Subject> {
  /** An assessment's id. */
  readonly assessment?: string;
  readonly maturity?: MaturityLevel;
  readonly type?: EvidenceType;
  /** A file, or a link. */
  readonly evidence?: vscode.Uri | string;
  readonly dates?: Dates;
}

export const addEvidenceCommand: Feature = (app) =>
  registerCommand(app, 'addEvidence', (answers?: AddEvidenceAnswers) => addEvidence(app, answers));

/** Asks what is there as evidence, and appends it to the evidence list. Resolves to the list, if a row was added. */
async function addEvidence(app: App, answers: AddEvidenceAnswers = {}): Promise<vscode.Uri | undefined> {
  const assessment = await pickAssessment(app, answers.assessment);
  const target = assessment && (await pickTarget(app, assessment, answers));
  if (!target) return undefined;
  const title = vscode.l10n.t('Add Evidence for {0}', target.id);
  const maturity = answers.maturity ?? (await pickLevel(app, title, target, assessment.levels));
  const type = maturity && (answers.type ?? (await pickType(title, TYPES_AT[maturity])));
  const evidence = type && (answers.evidence ?? (await pickFileOrLink(title, assessment)));
  if (!evidence) return undefined;
  const dates = answers.dates ?? (await askDates(title, type));
  if (!dates) return undefined;

  if (typeof evidence !== 'string') app.files.grant(evidence.toString());
  const [location] = registersOf(assessment, 'evidence', app.files);
  const [unit] = target.units;
  const row = {
    ...(unit?.id === target.id ? idCells(unit) : { requirement: target.id }),
    maturity,
    type,
    ...(typeof evidence === 'string' ? { location: evidence } : cellsOfFile(evidence, assessment, app)),
    state: 'collected',
    ...dates,
  };
  return appendToRegister(app, location, () => addEvidenceRow(location, row, assessment, app.files), '');
}

/** What it is for: as asked for, the only thing on the control that is, or what the person picks. */
async function pickTarget(
  app: App,
  assessment: Assessment,
  { control: id, requirement }: AddEvidenceAnswers,
): Promise<EvidenceTarget | undefined> {
  const { summary } = assessment;
  const asked = id === undefined ? undefined : summary.controlById.get(id);
  if (id !== undefined && !asked) throw new Error(vscode.l10n.t('{0} is not in scope.', requirement ?? id));
  const targets = (asked ? [asked] : summary.controls).flatMap((control) => evidenceTargets(control, summary));
  if (requirement !== undefined) {
    const unit = summary.matrix.idOf(requirement, id);
    const found = targets.find((target) => target.requirement === requirement || target.requirement === unit);
    if (!found) throw new Error(vscode.l10n.t('{0} is not in scope.', requirement));
    return found;
  }
  if (targets.length === 0) throw new Error(vscode.l10n.t('Nothing is in scope yet that evidence could be for.'));
  if (targets.length === 1) return targets[0];
  const items = targetsUnderCursorFirst(targets, assessment).map((target) => ({
    label: target.id,
    description: wordsOf(target, app, assessment),
    target,
  }));
  const options = { title: vscode.l10n.t('Add Evidence for What?'), matchOnDescription: true };
  return (await vscode.window.showQuickPick(items, options))?.target;
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

function targetsUnderCursorFirst(
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

/** Without asking where only one level is scored. */
async function pickLevel(
  { translate }: App,
  title: string,
  target: EvidenceTarget,
  levels: readonly MaturityLevel[],
): Promise<MaturityLevel | undefined> {
  if (levels.length === 1) return levels[0];
  const items = levelsToOffer(target, levels).map(({ level, isOpen }) => ({
    label: translate(message(level)),
    ...(isOpen && { description: vscode.l10n.t('missing') }),
    level,
  }));
  const placeHolder = vscode.l10n.t('At which maturity level?');
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.level;
}

async function pickType(title: string, types: readonly EvidenceType[]): Promise<EvidenceType | undefined> {
  if (types.length === 1) return types[0];
  const items = types.map((label) => ({ label }));
  const placeHolder = vscode.l10n.t('What kind of document is it?');
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.label;
}

async function pickFileOrLink(title: string, { source }: Assessment): Promise<vscode.Uri | string | undefined> {
  const file = { label: `$(file) ${vscode.l10n.t('Choose a File…')}` };
  const link = { label: `$(link) ${vscode.l10n.t('Type a Link…')}` };
  const picked = await vscode.window.showQuickPick([file, link], { title });
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

/** Undefined where the person thought better of it. */
async function askDates(title: string, type: EvidenceType): Promise<Dates | undefined> {
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

/** Relative to the project where it is inside, so that a colleague's copy finds it too; absolute elsewhere. */
function cellsOfFile(
  file: vscode.Uri,
  { source }: Assessment,
  { files }: App,
): { readonly title: string; readonly location: string } {
  const absolute = file.scheme === 'file' ? file.fsPath : file.path;
  return {
    title: files.name(file.toString()),
    location: files.relative(source.folder, file.toString()) ?? absolute,
  };
}
