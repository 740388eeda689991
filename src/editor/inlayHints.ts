import * as vscode from 'vscode';
import { hint } from '../core/assessment/mark';
import { referenceHeadline } from '../core/assessment/referenceSummary';
import type { Feature } from '../app';
import { isOn, onDidChangeSetting } from './quietModes';
import { rangeOf } from './ranges';
import { idsOf, referencesByLine } from '../core/document/referencesByLine';

/** A few words after each id: whose it is, and what is open. More of it stands in their tooltip. */
export const inlayHints: Feature = ({ index, catalog, translate }) => {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: changed.event,
    provideInlayHints(document, range) {
      const assessment = isOn('inlayHints', document) ? index.assessmentOf(document.uri) : undefined;
      const scopingDocument = assessment?.document(document.uri.toString());
      if (!assessment || !scopingDocument) return [];
      const { summary } = assessment;
      const { scan, lines } = scopingDocument;
      const [from, to] = [lines.startOf(range.start.line), lines.startOf(range.end.line + 1)];
      const inSight = scan.references.filter(({ start }) => from <= start && start < to);
      return referencesByLine(inSight, lines).flatMap((references) =>
        references.map((reference) => {
          const words = hint(reference, summary, catalog).map(translate).join(' · ');
          const inlayHint = new vscode.InlayHint(rangeOf(reference, lines).end, words);
          inlayHint.paddingLeft = true;
          const headline = referenceHeadline(reference, summary, catalog).map(translate).join(' · ');
          inlayHint.tooltip = `${idsOf(reference)}: ${headline}`;
          return inlayHint;
        }),
      );
    },
  };
  return vscode.Disposable.from(
    changed,
    index.onDidChange(() => changed.fire()),
    onDidChangeSetting('inlayHints', () => changed.fire()),
    vscode.languages.registerInlayHintsProvider({ pattern: '**/*' }, provider),
  );
};
