import * as vscode from 'vscode';
import type { Feature } from '../app';
import { placesOfSameId } from '../core/navigation/sameId';
import { rangeOf } from './ranges';
import { fileShownIn } from './shownUri';
import { idAt } from './subjectsAt';
import { TextScans } from './textScans';

/**
 * In a longer text VS Code marks equal words itself: reading 2,000,000 characters takes 0.1 s, and it is asked for again
 * when the cursor moves after each change.
 */
const LONGEST_TEXT = 2_000_000;

/** Marks the other places in a file that name the id under the cursor: those alone as read, ranges around it as text. */
export const documentHighlights: Feature = ({ index }) => {
  const scans = new TextScans();
  return vscode.languages.registerDocumentHighlightProvider(
    { pattern: '**/*' },
    {
      provideDocumentHighlights(document, position) {
        const [assessment] = index.assessmentsOf(fileShownIn(document.uri));
        const id = assessment && idAt(document, position, assessment);
        if (!id || isTooLong(document)) return undefined;
        const { references, lines } = scans.of(document, assessment);
        return placesOfSameId(id.reference, references).map(
          ({ reference, isAlone }) =>
            new vscode.DocumentHighlight(
              rangeOf(reference, lines),
              isAlone ? vscode.DocumentHighlightKind.Read : vscode.DocumentHighlightKind.Text,
            ),
        );
      },
    },
  );
};

function isTooLong(document: vscode.TextDocument): boolean {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end) > LONGEST_TEXT;
}
