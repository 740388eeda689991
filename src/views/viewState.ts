import * as vscode from 'vscode';
import type { Feature } from '../app';

/** What `inheritanceScope.state` can be in the `when` of a menu or a welcome text. */
export type ViewState = 'loading' | 'none' | 'ready';

/** Tells VS Code whether there is an assessment: welcome texts and menus go by it. */
export const viewState: Feature = ({ index }) => {
  setContext('state', 'loading' satisfies ViewState);
  return index.onDidChange(() =>
    setContext('state', (index.assessments.length > 0 ? 'ready' : 'none') satisfies ViewState),
  );
};

/** Sets what menus can ask for as `inheritanceScope.NAME`. */
export function setContext(name: 'state' | 'grouping' | 'onlyOpen' | 'filtered', value: string | boolean): void {
  void vscode.commands.executeCommand('setContext', `inheritanceScope.${name}`, value);
}
