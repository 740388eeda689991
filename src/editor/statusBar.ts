import * as vscode from 'vscode';
import { severityOf } from '../core/problems';
import type { Assessment } from '../workspace/assessment';
import type { Feature } from '../app';
import { COMMANDS } from '../commandIds';
import { debounce } from './debounce';

/** How much is open, always in sight; a click opens the summary or, without a matrix, loads one. */
export const statusBar: Feature = ({ index, translate }) => {
  const item = vscode.window.createStatusBarItem('inheritanceScope.status', vscode.StatusBarAlignment.Left);
  item.name = vscode.l10n.t('Inheritance Scope');
  const show = (assessment: Assessment): void => {
    const { controls, name, basis } = assessment.summary;
    const isListed = basis === 'requirements';
    const counted = isListed ? controls.flatMap(({ units }) => units) : controls;
    const open = counted.filter(({ openItems }) => openItems.length > 0).length;
    const unread = assessment.problems.find((problem) => severityOf(problem) === 'error');
    item.command = { title: '', command: COMMANDS.openSummary, arguments: [{ assessment: assessment.id }] };
    if (!assessment.hasMatrix) {
      item.text = `$(checklist) ${vscode.l10n.t('Load a matrix')}`;
      item.tooltip = vscode.l10n.t('{0}: no shared-responsibility matrix is named yet.', name);
      item.command = COMMANDS.loadMatrix;
    } else if (unread) {
      item.text = `$(warning) ${vscode.l10n.t('{0} of {1} open', open, counted.length)}`;
      item.tooltip = translate(unread);
    } else {
      item.text = `$(checklist) ${vscode.l10n.t('{0} of {1} open', open, counted.length)}`;
      item.tooltip = isListed
        ? vscode.l10n.t('{0}: {1} of the {2} requirements in scope have open items.', name, open, counted.length)
        : vscode.l10n.t('{0}: {1} of the {2} controls in scope have open items.', name, open, counted.length);
    }
    item.show();
  };
  const update = debounce(() => {
    const active = vscode.window.activeTextEditor?.document;
    const assessment = (active && index.assessmentOf(active.uri)) ?? index.assessments[0];
    if (assessment) show(assessment);
    else item.hide();
  });
  return vscode.Disposable.from(
    item,
    update,
    index.onDidChange(update.call),
    vscode.window.onDidChangeActiveTextEditor(update.call),
  );
};
