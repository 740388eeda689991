import * as vscode from 'vscode';
import type { LocatedReference } from '../core/assessment/mentions';
import type { Recorded } from '../core/navigation/records';
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

/** The row of a register, or the place in the project file, that is for something. */
export function recordLocation({ file, at }: Recorded, assessment: Assessment): vscode.Location {
  return new vscode.Location(shownUri(file, assessment), rangeOfPlace(at, assessment.linesOf(file)));
}

/** By file, then by line, each place once: several assessments share files, and a row can count for several things. */
export function sortedOnce(locations: readonly vscode.Location[]): vscode.Location[] {
  const byPlace = new Map(
    locations.map((location) => {
      const { uri, range } = location;
      return [`${uri.toString()} ${range.start.line} ${range.start.character}`, { file: uri.toString(), location }];
    }),
  );
  const sorted = [...byPlace.values()].sort((a, b) =>
    a.file === b.file ? a.location.range.start.compareTo(b.location.range.start) : a.file < b.file ? -1 : 1,
  );
  return sorted.map(({ location }) => location);
}
