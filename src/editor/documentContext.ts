import * as vscode from 'vscode';
import type { Feature } from '../app';
import { createContextKey } from './contextKey';

/** Keeps the context key by which keys mean something in scoping documents alone: whether the active editor shows one. */
export const documentContext: Feature = ({ index }) => {
  const setInDocument = createContextKey('inDocument');
  const update = (): void => {
    const active = vscode.window.activeTextEditor?.document.uri;
    setInDocument(active !== undefined && index.assessmentOf(active) !== undefined);
  };
  update();
  return vscode.Disposable.from(vscode.window.onDidChangeActiveTextEditor(update), index.onDidChange(update));
};
