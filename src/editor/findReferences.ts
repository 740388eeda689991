import * as vscode from 'vscode';
import { referencesTo, rowsOf } from '../core/assessment/matrixRow';
import type { Feature } from '../app';
import { locationOf, rowLocation } from './locations';
import { fileShownIn } from './shownUri';
import { subjectsAt } from './subjectsAt';

/** *Find All References*: from an id, or from a row of the matrix, to the documents and to the matrix's rows. */
export const findReferences: Feature = ({ index }) =>
  vscode.languages.registerReferenceProvider(
    { pattern: '**/*' },
    {
      provideReferences(document, position, { includeDeclaration }) {
        return index.assessmentsWith(fileShownIn(document.uri)).flatMap((assessment) => {
          const subjects = subjectsAt(document, position, assessment);
          const places = referencesTo(subjects, assessment.summary).map((place) => locationOf(place, assessment));
          const rows = includeDeclaration ? rowsOf(subjects, assessment.summary) : [];
          return [...places, ...rows.map((row) => rowLocation(row, assessment))];
        });
      },
    },
  );
