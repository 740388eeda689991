import * as vscode from 'vscode';
import { referencesTo, rowsOf } from '../core/assessment/matrixRow';
import { recordsAbout } from '../core/navigation/records';
import type { Feature } from '../app';
import { locationAt, sortedOnce } from './locations';
import { fileShownIn } from './shownUri';
import { subjectsAt } from './subjectsAt';

/**
 * *Find All References*: from an id, or from a row of the matrix, to the documents, the registers, the requirement list and
 * the project file, and to the matrix's rows.
 */
export const findReferences: Feature = ({ index }) =>
  vscode.languages.registerReferenceProvider(
    { pattern: '**/*' },
    {
      provideReferences(document, position, { includeDeclaration }) {
        const found = index.assessmentsOf(fileShownIn(document.uri)).flatMap((assessment) => {
          const { summary } = assessment;
          const subjects = subjectsAt(document, position, assessment);
          if (subjects.length === 0) return [];
          const records = recordsAbout(subjects, assessment.records, summary.matrix);
          return [
            ...referencesTo(subjects, summary).map((place) => locationAt(place.file, place, assessment)),
            ...records.map((record) => locationAt(record.file, record.at, assessment)),
            ...(includeDeclaration
              ? rowsOf(subjects, summary).map((row) => locationAt(row.file, row, assessment))
              : []),
          ];
        });
        return sortedOnce(found);
      },
    },
  );
