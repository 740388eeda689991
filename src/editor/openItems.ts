import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { hasOpenItems, referenceHeadline } from '../core/assessment/referenceSummary';
import { type OpenPlace, openPlaceFrom, type Whereabouts } from '../core/navigation/openPlaces';
import type { Assessment } from '../workspace/assessment';
import { inform } from './inform';
import { pickAssessment } from './pickAssessment';
import { rangeOf } from './ranges';
import { registerCommand } from './registerCommand';

/** What a person would pick, for callers that know it already. */
export interface OpenItemAnswers {
  /** An assessment's id. */
  readonly assessment?: string;
}

/** How long the status bar tells what is open. */
const TOLD_MS = 10_000;

export const nextOpenItemCommand: Feature = (app) =>
  registerCommand(app, 'nextOpenItem', (answers?: OpenItemAnswers) => goToOpenItem(app, 'next', answers));

export const previousOpenItemCommand: Feature = (app) =>
  registerCommand(app, 'previousOpenItem', (answers?: OpenItemAnswers) => goToOpenItem(app, 'previous', answers));

/** Selects the next, or the previous, id in the documents on which something is open, and tells what. */
async function goToOpenItem(app: App, direction: 'next' | 'previous', answers: OpenItemAnswers = {}): Promise<void> {
  const assessment = await pickAssessment(app, answers.assessment);
  if (!assessment) return;
  const { summary, catalog } = assessment;
  const documents = assessment.documents.map((file) => ({
    file,
    references: assessment.document(file)?.scan.references ?? [],
  }));
  const place = openPlaceFrom(
    documents,
    (reference) => hasOpenItems(reference, summary, catalog),
    whereabouts(assessment),
    direction,
  );
  const lines = place && assessment.linesOf(place.file);
  if (!lines) {
    // Not awaited: whoever called need not wait until the message is read.
    void inform('information', vscode.l10n.t('Nothing that the documents name has open items.'), []);
    return;
  }
  const selection = rangeOf(place.reference, lines);
  await vscode.window.showTextDocument(vscode.Uri.parse(place.file), { selection });
  vscode.window.setStatusBarMessage(`$(checklist) ${wordsFor(place, assessment, app)}`, TOLD_MS);
}

/** By the lines as they were read: where they end in several ways, VS Code evens that out, and its offsets differ. */
function whereabouts(assessment: Assessment): Whereabouts | undefined {
  const { document, selection } = vscode.window.activeTextEditor ?? {};
  const file = document?.uri.toString() ?? '';
  const lines = assessment.linesOf(file);
  if (!selection || !lines) return undefined;
  const offsetOf = ({ line, character }: vscode.Position): number => lines.startOf(line) + character;
  return { file, start: offsetOf(selection.start), end: offsetOf(selection.end) };
}

function wordsFor({ reference, number, count }: OpenPlace, { summary, catalog }: Assessment, app: App): string {
  const words = referenceHeadline(reference, summary, catalog).map(app.translate).join(' · ');
  return vscode.l10n.t('{0}: {1} (place {2} of {3})', reference.text, words, number, count);
}
