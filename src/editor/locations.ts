import * as vscode from 'vscode';
import type { LocatedReference } from '../core/assessment/mentions';
import type { MatrixEntry } from '../core/matrix/matrix';
import type { Assessment } from '../workspace/assessment';
import { rangeOfPlace } from './ranges';
import { shownUri } from './shownUri';

/** Where a document of the assessment references something. */
export function locationOf({ file, start, end }: LocatedReference, assessment: Assessment): vscode.Location {
  return new vscode.Location(vscode.Uri.parse(file), rangeOfPlace({ start, end }, assessment.linesOf(file)));
}

/** The line on which a row of the matrix begins. */
export function rowLocation({ file, line }: MatrixEntry, assessment: Assessment): vscode.Location {
  return new vscode.Location(shownUri(file, assessment), rangeOfPlace({ line }, undefined));
}
