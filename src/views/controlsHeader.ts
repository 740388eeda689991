import * as vscode from 'vscode';
import type { Grouping } from '../core/assessment/controlGroups';
import type { Assessment } from '../workspace/assessment';
import { countShown } from './controlNodes';
import type { ControlsChoice } from './controlsChoice';

/** What stands beside the title of the Controls view. */
export function groupingWords(grouping: Grouping): string {
  switch (grouping) {
    case 'category':
      return vscode.l10n.t('by category');
    case 'domain':
      return vscode.l10n.t('by domain');
    case 'status':
      return vscode.l10n.t('by status');
    case 'document':
      return vscode.l10n.t('by document');
  }
}

/** What is to be known above the rows: that some are left out, or that no matrix was read; empty where nothing is. */
export function messageOf(assessments: readonly Assessment[], { filter, onlyOpen }: ControlsChoice): string {
  if (filter || onlyOpen) {
    const { shown, all } = countShown(assessments, { onlyOpen, ...(filter && { matches: filter.matches }) });
    if (!filter) return vscode.l10n.t('Only what is open · {0} of {1}', shown, all);
    return onlyOpen
      ? vscode.l10n.t('Filtered by “{0}”, only what is open · {1} of {2}', filter.text, shown, all)
      : vscode.l10n.t('Filtered by “{0}” · {1} of {2}', filter.text, shown, all);
  }
  const without = assessments.find(({ matrices, summary }) => matrices.length === 0 && summary.controls.length > 0);
  if (!without) return '';
  return without.hasMatrix
    ? vscode.l10n.t('The matrix could not be read: the Problems panel says why.')
    : vscode.l10n.t('No matrix is named yet: run Load Matrix….');
}

/** How much still needs evidence: requirements where they are listed, else controls. */
export function badgeOf(assessments: readonly Assessment[]): vscode.ViewBadge | undefined {
  const totals = assessments.map(({ summary }) => summary);
  const value = totals.reduce((sum, summary) => sum + summary.totals.byStatus['needs-evidence'], 0);
  if (value === 0) return undefined;
  const isListed = totals.every(({ basis }) => basis === 'requirements');
  const isOfControls = totals.every(({ basis }) => basis !== 'requirements');
  if (isListed) return { value, tooltip: vscode.l10n.t('Requirements that need evidence: {0}', value) };
  if (isOfControls) return { value, tooltip: vscode.l10n.t('Controls that need evidence: {0}', value) };
  return { value, tooltip: vscode.l10n.t('Controls and requirements that need evidence: {0}', value) };
}
