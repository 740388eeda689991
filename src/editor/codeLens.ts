import * as vscode from 'vscode';
import { createHeadlines } from '../core/assessment/referenceSummary';
import { controlsOf } from '../core/assessment/mentions';
import type { Reference } from '../core/csf/scanner';
import type { Feature } from '../app';
import { COMMANDS } from '../commandIds';
import type { OpenSummaryAnswers } from '../summary/panel';
import { SECTION } from '../workspace/settings';
import { isOn, onDidChangeSetting } from './quietModes';
import { rangeOf } from './ranges';
import { idsOf, referencesByLine } from './referencesByLine';

/** A lens on each reference: who is responsible for what it names, and what is open. A click opens it in the summary. */
export const codeLens: Feature = ({ index, catalog, translate }) => {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses(document) {
      const assessment = isOn('codeLens', document) ? index.assessmentOf(document.uri) : undefined;
      const scopingDocument = assessment?.document(document.uri.toString());
      if (!assessment || !scopingDocument) return [];
      const { scan, lines } = scopingDocument;
      const onLine = referencesByLine(scan.references, lines);
      const headlineOf = createHeadlines(assessment.summary, catalog);
      /** The first of its controls that the summary has. */
      const argumentOf = (reference: Reference): OpenSummaryAnswers => {
        const control = controlsOf(reference, catalog).find((id) => assessment.summary.controlById.has(id));
        return { assessment: assessment.id, ...(control !== undefined && { control }) };
      };
      const most = vscode.workspace.getConfiguration(SECTION, document).get('codeLens.maximumPerLine', 3);
      return onLine.flatMap((references) => [
        ...references.slice(0, most).map((reference) => {
          const words = headlineOf(reference).map(translate).join(' · ');
          return new vscode.CodeLens(rangeOf(reference, lines), {
            // Lenses stand side by side above their line: with several of them each says whose it is.
            title: references.length > 1 ? `${idsOf(reference)}: ${words}` : words,
            command: COMMANDS.openSummary,
            arguments: [argumentOf(reference)],
          });
        }),
        ...references.slice(most, most + 1).map(
          (first) =>
            new vscode.CodeLens(rangeOf(first, lines), {
              title: `+${references.length - most}`,
              command: COMMANDS.openSummary,
              arguments: [argumentOf(first)],
            }),
        ),
      ]);
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
