import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import type { Dates } from '../core/assessment/documentCells';
import { documentKey, type EvidenceDocument } from '../core/assessment/evidenceDocuments';
import { type EvidenceTarget, evidenceTargets, TYPES_AT } from '../core/assessment/evidenceRow';
import type { EvidenceType } from '../core/assessment/evidenceType';
import { targetsOf } from '../core/assessment/linkedRows';
import type { MaturityLevel } from '../core/assessment/maturity';
import type { Subject } from '../core/csf/subject';
import type { Assessment } from '../workspace/assessment';
import { linkEvidence, type LinkedDocument } from '../workspace/linkEvidence';
import { registersOf } from '../workspace/registers';
import { appendToRegister, shortList } from './changeRegister';
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
import { withoutIcons } from './plainText';
import { registerCommand } from './registerCommand';

/** What a person would pick, for callers that know it already. */
export interface LinkEvidenceAnswers {
  /** An assessment's id. */
  readonly assessment?: string;
  readonly subjects?: readonly Subject[];
  readonly levels?: readonly MaturityLevel[];
  /** The id of a document in `documents.csv`, in place of `evidence`. */
  readonly document?: string;
  /** A file, or a link. */
  readonly evidence?: vscode.Uri | string;
  readonly type?: EvidenceType;
  readonly dates?: Dates;
}

export const linkEvidenceCommand: Feature = (app) =>
  registerCommand(app, 'linkEvidence', (answers?: LinkEvidenceAnswers) => link(app, answers));

/** Records one document as evidence for several, in one write. Resolves to the evidence list, if rows were added. */
async function link(app: App, answers: LinkEvidenceAnswers = {}): Promise<vscode.Uri | undefined> {
  const assessment = await pickAssessment(app, answers.assessment);
  const meant = assessment && (await pickTargets(app, assessment, answers.subjects));
  if (!meant) return undefined;
  const { targets, outside } = meant;
  const title = vscode.l10n.t('Link Evidence to {0}', shortList(targets.map(({ id }) => id)));
  const levels = answers.levels ?? (await pickLevels(app, title, targets, assessment.levels));
  if (!levels || levels.length === 0) return undefined;
  const document = await pickDocument(app, title, levels, assessment, answers);
  if (!document) return undefined;
  const [location] = registersOf(assessment, 'evidence', app.files);
  return appendToRegister(
    app,
    location,
    () => linkEvidence(location, targets, levels, document, assessment, app.files),
    vscode.l10n.t('Nothing to add.'),
    ({ already }) => [
      ...(already.length > 0 ? [vscode.l10n.t('Have this document already: {0}.', shortList(already))] : []),
      ...(outside.length > 0
        ? [vscode.l10n.t('Left out, because nothing of it is in scope: {0}.', shortList(outside))]
        : []),
    ],
  );
}

/** What was asked for, or what the person picks, with what is open first. */
async function pickTargets(
  app: App,
  assessment: Assessment,
  subjects: readonly Subject[] | undefined,
): Promise<ReturnType<typeof targetsOf> | undefined> {
  const { summary } = assessment;
  if (subjects) {
    if (subjects.length === 0) throw new Error(vscode.l10n.t('Nothing is selected.'));
    const meant = targetsOf(subjects, summary);
    if (meant.targets.length === 0) throw new Error(vscode.l10n.t('{0} is not in scope.', shortList(meant.outside)));
    return meant;
  }
  const all = summary.controls.flatMap((control) => evidenceTargets(control, summary));
  if (all.length === 0) throw new Error(vscode.l10n.t('Nothing is in scope yet that evidence could be for.'));
  const [open, others] = [all.filter(isOpen), all.filter((target) => !isOpen(target))];
  const items = itemsOf(targetsUnderCursorFirst([...open, ...others], assessment), app, assessment);
  const title = vscode.l10n.t('Link Evidence to What?');
  const picked = await vscode.window.showQuickPick(items, { title, matchOnDescription: true, canPickMany: true });
  return picked && picked.length > 0 ? { targets: picked.map(({ target }) => target), outside: [] } : undefined;
}

function isOpen({ units }: EvidenceTarget): boolean {
  return units.some(({ openItems }) => openItems.some(({ kind }) => kind === 'needs-evidence'));
}

/** Without asking where only one level is scored. */
async function pickLevels(
  app: App,
  title: string,
  targets: readonly EvidenceTarget[],
  levels: readonly MaturityLevel[],
): Promise<readonly MaturityLevel[] | undefined> {
  if (levels.length === 1) return levels;
  const items = levelItems({ units: targets.flatMap(({ units }) => units) }, levels, app);
  const placeHolder = vscode.l10n.t('At which maturity levels?');
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder, canPickMany: true });
  return picked?.map(({ level }) => level);
}

/** One that has a row of its own, or a file or link with what is asked of it. */
async function pickDocument(
  app: App,
  title: string,
  levels: readonly MaturityLevel[],
  assessment: Assessment,
  answers: LinkEvidenceAnswers,
): Promise<LinkedDocument | undefined> {
  const evidence = answers.evidence ?? (await pickEvidence(title, assessment, answers.document));
  if (evidence === undefined || isDocument(evidence)) return evidence;
  const types = [...new Set(levels.flatMap((level) => TYPES_AT[level]))];
  const type = answers.type ?? (await pickType(title, types));
  const dates = type && (answers.dates ?? (await askDates(title, type)));
  return dates && { type, ...cellsOfPlace(evidence, assessment, app), ...dates };
}

function isDocument(evidence: EvidenceDocument | vscode.Uri | string): evidence is EvidenceDocument {
  return typeof evidence === 'object' && 'id' in evidence;
}

/** @param id of a document, where it is known */
async function pickEvidence(
  title: string,
  assessment: Assessment,
  id: string | undefined,
): Promise<EvidenceDocument | vscode.Uri | string | undefined> {
  const { documents } = assessment.facts;
  if (id !== undefined) {
    const document = documents?.get(documentKey(id));
    if (!document) throw new Error(vscode.l10n.t('No list of documents has one with the id {0}.', id));
    return document;
  }
  const items = [...(documents?.values() ?? [])].map((document) => ({
    label: `$(book) ${withoutIcons(document.title ?? document.id)}`,
    description: [document.id, document.location]
      .filter((part) => part !== undefined)
      .map(withoutIcons)
      .join(' · '),
    value: document,
  }));
  return pickFileOrLink(title, assessment, items);
}
