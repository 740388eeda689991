import * as vscode from 'vscode';
import type { Feature } from '../app';
import { countPastDate } from '../core/sharing/shares';
import { debounce } from '../editor/debounce';
import { inform, sharesStep } from '../editor/inform';
import { SECTION } from '../workspace/settings';

/** Long enough for a register and what belongs to it to be read. */
const QUIET_MS = 1_000;

/** Says that copies are past their date: once in a session for each assessment, unless a setting keeps it quiet. */
export const sharesReminder: Feature = (app) => {
  const { index, today } = app;
  const reminded = new Set<string>();
  const remind = debounce(() => {
    if (!vscode.workspace.getConfiguration(SECTION).get<boolean>('sharing.remind', true)) return;
    for (const { id, summary, shares = [] } of index.assessments) {
      const count = countPastDate(shares, today());
      if (count === 0 || reminded.has(id)) continue;
      reminded.add(id);
      void app.attempt(() => inform('information', wordsFor(count, summary.name), [sharesStep()]));
    }
  }, QUIET_MS);
  return vscode.Disposable.from(
    remind,
    index.onDidChange(remind.call),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${SECTION}.sharing.remind`)) remind.call();
    }),
  );
};

function wordsFor(count: number, name: string): string {
  return count === 1
    ? vscode.l10n.t('{0}: 1 copy is past its date. Have it returned or destroyed, and record that.', name)
    : vscode.l10n.t(
        '{0}: {1} copies are past their date. Have them returned or destroyed, and record that.',
        name,
        count,
      );
}
