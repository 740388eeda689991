import * as vscode from 'vscode';
import type { App } from '../app';
import { COMMANDS } from '../commandIds';
import type { Assessment } from '../workspace/assessment';
import { withoutIcons } from './plainText';

/**
 * The assessment a command is about: the one asked for, the active document's, the only one, or the one the person
 * picks. Undefined where there is none, which is said with the step that helps, or where nothing was picked.
 *
 * @param id an assessment's id
 * @throws where the one asked for is gone: another one in its place would be a guess
 */
export async function pickAssessment({ index, attempt }: App, id: string | undefined): Promise<Assessment | undefined> {
  await index.whenLoaded;
  if (id !== undefined) {
    const asked = index.get(id);
    if (!asked) throw new Error(vscode.l10n.t('The assessment this was about is no longer there.'));
    return asked;
  }
  const { assessments } = index;
  const active = vscode.window.activeTextEditor?.document.uri;
  const ofActive = active && index.assessmentOf(active);
  if (ofActive) return ofActive;
  if (assessments.length > 1) {
    const items = assessments.map((assessment) => ({ label: withoutIcons(assessment.summary.name), assessment }));
    return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which assessment?') }))?.assessment;
  }
  if (assessments.length === 0) void attempt(offerFirstStep);
  return assessments[0];
}

async function offerFirstStep(): Promise<void> {
  const load = vscode.l10n.t('Load Matrix…');
  const sample = vscode.l10n.t('Open Sample Assessment');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('There is no assessment here yet. Load a shared-responsibility matrix, or look at the sample.'),
    load,
    sample,
  );
  if (choice === load) await vscode.commands.executeCommand(COMMANDS.loadMatrix);
  if (choice === sample) await vscode.commands.executeCommand(COMMANDS.openSample);
}
