import * as vscode from 'vscode';
import type { App } from '../app';
import { parsePageState } from './pageState';
import type { SavedFilters } from './savedFilters';
import { type PageSurface, SummaryPage } from './summaryPage';

/** The summary as a view, in the side bar or wherever a person drags it. */
export function summaryView(app: App, savedFilters: SavedFilters): vscode.Disposable {
  return vscode.window.registerWebviewViewProvider('inheritanceScope.summaryView', {
    resolveWebviewView(view, { state }) {
      const { assessment } = parsePageState(state);
      const page = new SummaryPage(app, surfaceOf(view), savedFilters, assessment, true);
      view.onDidDispose(() => page.dispose());
    },
  });
}

function surfaceOf(view: vscode.WebviewView): PageSurface {
  return {
    webview: view.webview,
    isVisible: () => view.visible,
    onDidChangeVisibility: view.onDidChangeVisibility,
    columnOfFiles: () => vscode.ViewColumn.Active,
    setName(name) {
      if ((view.description ?? '') !== (name ?? '')) view.description = name ?? '';
    },
  };
}
