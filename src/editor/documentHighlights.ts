import * as vscode from 'vscode';
import type { Feature } from '../app';
import { placesOfSameId } from '../core/navigation/sameId';
import { fileShownIn } from './shownUri';
import { idAt } from './subjectsAt';
import { TextScans } from './textScans';

/** Marks the other places in a file that name the id under the cursor: those alone as read, ranges around it as text. */
export const documentHighlights: Feature = ({ index }) => {
  const scans = new TextScans();
  return vscode.languages.registerDocumentHighlightProvider(
    { pattern: '**/*' },
    {
      provideDocumentHighlights(document, position) {
        const [assessment] = index.assessmentsOf(fileShownIn(document.uri));
        const id = assessment && idAt(document, position, assessment);
        if (!id) return undefined;
        return placesOfSameId(id.reference, scans.referencesIn(document, assessment)).map(
          ({ reference: { start, end }, isAlone }) =>
            new vscode.DocumentHighlight(
              new vscode.Range(document.positionAt(start), document.positionAt(end)),
              isAlone ? vscode.DocumentHighlightKind.Read : vscode.DocumentHighlightKind.Text,
            ),
        );
      },
    },
  );
};
