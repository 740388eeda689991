import * as vscode from 'vscode';
import type { Feature } from '../app';
import type { CalendarDate } from '../core/calendarDate';
import { countPastDate } from '../core/sharing/shares';
import { createContextKey } from '../editor/contextKey';
import { debounce } from '../editor/debounce';
import { registerCommand } from '../editor/registerCommand';
import type { Assessment } from '../workspace/assessment';
import { hashOfStatuses } from '../workspace/sharing';
import { copy } from './copy';
import { LiveTree } from './liveTree';
import { type SharesOf, sharesNodes } from './sharesNodes';
import { ShownTree } from './shownTree';
import type { TreeElement } from './treeNode';

/** The Shares view: who has which copy, and what became of it. Its badge counts those that are past their date. */
export const sharesView: Feature = (app) => {
  const { index, translate, today } = app;
  const setShares = createContextKey('shares');
  let shown: readonly SharesOf[] = [];
  const nodes = new ShownTree(() => sharesNodes(shown, { translate, today: today() }));
  const tree = new LiveTree(nodes, () => index.whenLoaded, 'goToRegisterRow');
  const view = vscode.window.createTreeView('inheritanceScope.shares', { treeDataProvider: tree });
  const update = debounce(() => void app.attempt(show));
  let last = 0;
  const show = async (): Promise<void> => {
    const call = ++last;
    const sharing = index.assessments.filter(({ shares }) => shares !== undefined);
    setShares(sharing.length > 0);
    const taken = await Promise.all(sharing.map(sharesIn));
    // Whoever asked later knows what is newer.
    if (call !== last) return;
    shown = taken;
    view.badge = badgeOf(taken, today());
    tree.update();
  };
  return vscode.Disposable.from(
    view,
    tree,
    update,
    index.onDidChange(update.call),
    registerCommand(app, 'copyContact', ({ contact }: ContactAnswers = {}) => copy(contact)),
  );
};

type ContactAnswers = Partial<Pick<TreeElement, 'contact'>>;

function badgeOf(shown: readonly SharesOf[], today: CalendarDate): vscode.ViewBadge | undefined {
  const value = shown.reduce((sum, { rows }) => sum + countPastDate(rows, today), 0);
  return value === 0 ? undefined : { value, tooltip: vscode.l10n.t('Copies past their date: {0}', value) };
}

async function sharesIn({ id, shares = [], summary }: Assessment): Promise<SharesOf> {
  // Nobody asks for the hash where no row has one.
  const isAsked = shares.some(({ cells }) => cells.statuses !== '');
  const statuses = isAsked ? await hashOfStatuses(summary) : undefined;
  return { id, name: summary.name, rows: shares, ...(statuses !== undefined && { statuses }) };
}
