import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import type { Dates } from '../core/assessment/documentCells';
import type { EvidenceType } from '../core/assessment/evidenceType';
import { type EvidenceTarget, evidenceTargets, TYPES_AT } from '../core/assessment/evidenceRow';
import { targetCells } from '../core/assessment/linkedRows';
import type { MaturityLevel } from '../core/assessment/maturity';
import type { Subject } from '../core/csf/subject';
import type { Assessment } from '../workspace/assessment';
import { addEvidenceRow, registersOf } from '../workspace/registers';
import { appendToRegister } from './changeRegister';
import {
  askDates,
  cellsOfPlace,
  itemsOf,
  levelItems,
  pickFileOrLink,
  pickType,
  targetsUnderCursorFirst,
} from './evidenceQuestions';
import { pickAssessment } from './pickAssessment';
import { registerCommand } from './registerCommand';

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

  const [location] = registersOf(assessment, 'evidence', app.files);
  const row = {
    ...targetCells(target),
    maturity,
    type,
    ...cellsOfPlace(evidence, assessment, app),
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
  const items = itemsOf(targetsUnderCursorFirst(targets, assessment), app, assessment);
  const options = { title: vscode.l10n.t('Add Evidence for What?'), matchOnDescription: true };
  return (await vscode.window.showQuickPick(items, options))?.target;
}

/** Without asking where only one level is scored. */
async function pickLevel(
  app: App,
  title: string,
  target: EvidenceTarget,
  levels: readonly MaturityLevel[],
): Promise<MaturityLevel | undefined> {
  if (levels.length === 1) return levels[0];
  const placeHolder = vscode.l10n.t('At which maturity level?');
  return (await vscode.window.showQuickPick(levelItems(target, levels, app), { title, placeHolder }))?.level;
}
