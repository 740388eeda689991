import * as vscode from 'vscode';
import type { App } from '../app';
import { COMMANDS } from '../commandIds';
import type { Assessment } from '../workspace/assessment';
import { pickAssessment } from './pickAssessment';
import { withoutIcons } from './plainText';

/** The endings of files that a matrix can be in. */
export const MATRIX_FILES = ['csv', 'xlsx', 'tsv', 'txt'];

/** What a person would pick. */
export interface PickMatrixAnswers {
  /** The assessment's id. */
  readonly assessment?: string;
  /** The matrix's location. */
  readonly matrix?: string;
}

/** The matrix a command is about; undefined where there is none, which is said with the step that helps. */
export async function pickMatrix(
  app: App,
  answers: PickMatrixAnswers = {},
): Promise<{ readonly assessment: Assessment; readonly location: string } | undefined> {
  const assessment = await pickAssessment(app, answers.assessment);
  if (!assessment) return undefined;
  const locations = assessment.matrixFiles;
  const [first, ...others] = locations;
  if (first === undefined) {
    void app.attempt(offerToLoad);
    return undefined;
  }
  if (answers.matrix !== undefined || others.length === 0) return { assessment, location: answers.matrix ?? first };
  const items = locations.map((location) => ({ label: withoutIcons(app.files.label(location)), location }));
  const item = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which matrix?') });
  return item && { assessment, location: item.location };
}

/** Says that no matrix is named, and offers the step. */
export async function offerToLoad(): Promise<void> {
  const load = vscode.l10n.t('Load Matrix…');
  const text = vscode.l10n.t('No shared-responsibility matrix is named yet.');
  if ((await vscode.window.showInformationMessage(text, load)) === load) {
    await vscode.commands.executeCommand(COMMANDS.loadMatrix);
  }
}
