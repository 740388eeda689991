import * as vscode from 'vscode';
import { createLenses, type Lenses } from '../core/assessment/lenses';
import type { Feature } from '../app';
import { COMMANDS } from '../commandIds';
import type { OpenSummaryAnswers } from '../summary/panel';
import type { Assessment } from '../workspace/assessment';
import { SECTION } from '../workspace/settings';
import { withoutIcons } from './plainText';
import { isOn, onDidChangeSetting } from './quietModes';
import { rangeOf } from './ranges';

/** A lens on each reference: who is responsible for what it names, and what is open. A click opens it in the summary. */
export const codeLens: Feature = ({ index, catalog, translate }) => {
  const changed = new vscode.EventEmitter<void>();
  const known = new WeakMap<Assessment, Lenses>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses(document) {
      const assessment = isOn('codeLens', document) ? index.assessmentOf(document.uri) : undefined;
      const scopingDocument = assessment?.document(document.uri.toString());
      if (!assessment || !scopingDocument) return [];
      const lensesOf = known.get(assessment) ?? createLenses(catalog, translate);
      known.set(assessment, lensesOf);
      const most = vscode.workspace.getConfiguration(SECTION, document).get('codeLens.maximumPerLine', 3);
      return lensesOf(scopingDocument, assessment.summary, most).map((lens) => {
        const { title, control } = lens;
        const answers: OpenSummaryAnswers = { assessment: assessment.id, ...(control !== undefined && { control }) };
        const command = { title: withoutIcons(title), command: COMMANDS.openSummary, arguments: [answers] };
        return new vscode.CodeLens(rangeOf(lens, scopingDocument.lines), command);
      });
    },
  };
  return vscode.Disposable.from(
    changed,
    index.onDidChange(() => changed.fire()),
    onDidChangeSetting('codeLens', () => changed.fire()),
    // Documents may have any language, and any scheme that the workspace has.
    vscode.languages.registerCodeLensProvider({ pattern: '**/*' }, provider),
  );
};
