import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import type { CommandName } from '../commandIds';
import { matchControls } from '../core/assessment/matchControls';
import { createContextKey } from '../editor/contextKey';
import { debounce } from '../editor/debounce';
import { registerCommand } from '../editor/registerCommand';
import { controlNodes } from './controlNodes';
import { ControlsChoice, type Filter } from './controlsChoice';
import { badgeOf, groupingWords, messageOf } from './controlsHeader';
import { LiveTree } from './liveTree';
import { ShownTree } from './shownTree';

/** What a person would type, for callers that know it already. */
export interface FilterAnswers {
  readonly text?: string;
}

/** The Controls view: what is in scope and what is open on it, grouped and filtered as the person wants it. */
export const controlsView: Feature = (app) => {
  const { index, workspaceState } = app;
  const choice = new ControlsChoice(workspaceState);
  const tree = createTree(app, choice);
  const view = vscode.window.createTreeView('inheritanceScope.controls', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  const setGrouping = createContextKey('grouping');
  const setOnlyOpen = createContextKey('onlyOpen');
  const setFiltered = createContextKey('filtered');
  const show = (): void => {
    view.description = index.assessments.length > 0 ? groupingWords(choice.grouping) : '';
    view.badge = badgeOf(index.assessments);
    const message = messageOf(index.assessments, choice);
    if (message !== view.message) view.message = message;
    setGrouping(choice.grouping);
    setOnlyOpen(choice.onlyOpen);
    setFiltered(choice.filter !== undefined);
    if (view.visible) tree.update();
  };
  const showSoon = debounce(show);
  const chooses = (name: CommandName, choose: (answers?: FilterAnswers) => Promise<void>): vscode.Disposable =>
    registerCommand(app, name, async (answers?: FilterAnswers) => {
      await choose(answers);
      show();
    });
  show();
  view.message = vscode.l10n.t('Reading the assessment…');
  return vscode.Disposable.from(
    view,
    tree,
    showSoon,
    index.onDidChange(showSoon.call),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) tree.update();
    }),
    chooses('groupByCategory', () => choice.group('category')),
    chooses('groupByDomain', () => choice.group('domain')),
    chooses('groupByStatus', () => choice.group('status')),
    chooses('groupByDocument', () => choice.group('document')),
    chooses('showOnlyOpen', () => choice.showOnlyOpen(true)),
    chooses('showAllControls', () => choice.showOnlyOpen(false)),
    chooses('filterControls', async (answers) => {
      const text = answers?.text ?? (await askFilter(choice.filter?.text));
      if (text !== undefined) choice.filter = await createFilter(text, app);
    }),
    chooses('clearControlFilter', async () => {
      choice.filter = await createFilter('', app);
    }),
  );
};

function createTree({ index, files, translate }: App, choice: ControlsChoice): LiveTree {
  const nodes = new ShownTree(() => {
    const { grouping, onlyOpen, filter } = choice;
    return controlNodes(index.assessments, {
      grouping,
      onlyOpen,
      ...(filter && { matches: filter.matches }),
      translate,
      labelOf: (file) => files.label(file),
    });
  });
  return new LiveTree(nodes, () => index.whenLoaded, 'openControl');
}

function askFilter(value = ''): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Filter Controls'),
    prompt: vscode.l10n.t('A part of an id or a title. Leave it empty to see all.'),
    placeHolder: vscode.l10n.t('An id or a title, for example 01.c or privilege'),
    value,
  });
}

/** None for an empty text. */
async function createFilter(typed: string, { index, catalog, loadPart }: App): Promise<Filter | undefined> {
  const text = typed.trim();
  if (text === '') return undefined;
  const { createSearch } = await loadPart('search');
  const controls = index.assessments.flatMap(({ summary }) => summary.controls);
  return { text, matches: matchControls(text, controls, createSearch(catalog)) };
}
