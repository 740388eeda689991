import * as vscode from 'vscode';
import { createHeadlines } from '../core/assessment/referenceSummary';
import { controlsOf } from '../core/assessment/mentions';
import type { Reference } from '../core/csf/scanner';
import type { Feature } from '../app';
import { COMMANDS } from '../commandIds';
import type { OpenSummaryAnswers } from '../summary/panel';
import { SECTION } from '../workspace/settings';
import { rangeOf } from './ranges';

/** A lens on each reference: who is responsible for what it names, and what is open. A click opens it in the summary. */
export const codeLens: Feature = ({ index, catalog, translate }) => {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses(document) {
      const assessment = index.assessmentOf(document.uri);
      const scopingDocument = assessment?.document(document.uri.toString());
      if (!assessment || !scopingDocument) return [];
      const { scan, lines } = scopingDocument;
      const onLine = perLine(scan.references, ({ start }) => lines.positionAt(start).line);
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
    // Documents may have any language, and any scheme that the workspace has.
    vscode.languages.registerCodeLensProvider({ pattern: '**/*' }, provider),
  );
};

/** The references of each line; what names the same ids again on one line needs no second lens. */
function perLine(
  references: readonly Reference[],
  lineOf: (reference: Reference) => number,
): readonly (readonly Reference[])[] {
  const lines = new Map<number, Map<string, Reference>>();
  for (const reference of references) {
    const line = lines.get(lineOf(reference)) ?? new Map<string, Reference>();
    lines.set(lineOf(reference), line);
    if (!line.has(idsOf(reference))) line.set(idsOf(reference), reference);
  }
  return [...lines.values()].map((line) => [...line.values()]);
}

function idsOf({ ids }: Reference): string {
  return ids.length > 1 ? `${ids[0]}–${ids.at(-1)}` : (ids[0] ?? '');
}
