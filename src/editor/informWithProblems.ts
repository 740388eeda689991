import * as vscode from 'vscode';
import { plainText } from './plainText';

/** Shows a message and, where there are problems to look at, a button to them. Resolves when it is gone. */
export async function informWithProblems(text: string, hasProblems: boolean): Promise<void> {
  const show = vscode.l10n.t('Show Problems');
  const choice = await vscode.window.showInformationMessage(plainText(text), ...(hasProblems ? [show] : []));
  if (choice === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
