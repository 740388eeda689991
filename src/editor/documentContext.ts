import * as vscode from 'vscode';
import type { Feature } from '../app';

/** What keybindings ask: whether the active editor shows a document of an assessment. */
const KEY = 'inheritanceScope.inDocument';

/** Keeps the context key by which keys mean something in scoping documents alone. */
export const documentContext: Feature = ({ index }) => {
  let told: boolean | undefined;
  const update = (): void => {
    const active = vscode.window.activeTextEditor?.document.uri;
    const now = active !== undefined && index.assessmentOf(active) !== undefined;
    if (now === told) return;
    told = now;
    void vscode.commands.executeCommand('setContext', KEY, now);
  };
  update();
  return vscode.Disposable.from(vscode.window.onDidChangeActiveTextEditor(update), index.onDidChange(update));
};
