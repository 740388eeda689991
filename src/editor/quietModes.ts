import * as vscode from 'vscode';
import { SECTION } from '../workspace/settings';

/** The ways to show a status in a text. Each has a setting, which can differ from language to language. */
export type QuietMode = 'codeLens' | 'inlayHints' | 'marks';

/** Whether a document shows its statuses in this way. */
export function isOn(mode: QuietMode, document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration(SECTION, document).get(`${mode}.enabled`, false);
}

/** Calls back after a change of any setting of this way. */
export function onDidChangeSetting(mode: QuietMode, action: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${SECTION}.${mode}`)) action();
  });
}
