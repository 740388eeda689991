import * as vscode from 'vscode';
import { plainText } from './plainText';

/** A step that a message offers, and what it does. */
export interface Step {
  readonly label: string;
  readonly run: () => Thenable<unknown>;
}

/** Shows a message with the steps that help. Resolves when it is gone and the step, if one was taken, is done. */
export async function inform(kind: 'information' | 'error', text: string, steps: readonly Step[]): Promise<void> {
  const { showErrorMessage, showInformationMessage } = vscode.window;
  const show = kind === 'error' ? showErrorMessage : showInformationMessage;
  const label = await show(plainText(text), ...steps.map((step) => step.label));
  await steps.find((step) => step.label === label)?.run();
}

/** The way to the problems, where there are any. */
export function problemsStep(hasProblems: boolean): readonly Step[] {
  const run = (): Thenable<unknown> => vscode.commands.executeCommand('workbench.actions.view.problems');
  return hasProblems ? [{ label: vscode.l10n.t('Show Problems'), run }] : [];
}

/** The way to who has which copy. */
export function sharesStep(): Step {
  const run = (): Thenable<unknown> => vscode.commands.executeCommand('inheritanceScope.shares.focus');
  return { label: vscode.l10n.t('Show Shares'), run };
}
