import * as vscode from 'vscode';
import { rowsOf } from '../core/assessment/matrixRow';
import { subjectOf } from '../core/csf/subject';
import type { Feature } from '../app';
import { locationAt } from './locations';
import { fileShownIn } from './shownUri';
import { idAt } from './subjectsAt';

/** *Go to Definition*: from an id, in the project file too, to the rows of the matrix that speak for what it names. */
export const goToDefinition: Feature = ({ index, catalog }) =>
  vscode.languages.registerDefinitionProvider(
    { pattern: '**/*' },
    {
      provideDefinition(document, position) {
        return index.assessmentsOf(fileShownIn(document.uri)).flatMap((assessment): vscode.LocationLink[] => {
          const id = idAt(document, position, assessment);
          if (!id) return [];
          return rowsOf(subjectOf(id.reference, catalog), assessment.summary).map((entry) => {
            const { uri, range } = locationAt(entry.file, entry, assessment);
            // All of the id is underlined, and the cursor goes to where the row begins.
            const targetSelectionRange = new vscode.Range(range.start, range.start);
            return { originSelectionRange: id.range, targetUri: uri, targetRange: range, targetSelectionRange };
          });
        });
      },
    },
  );
