import * as vscode from 'vscode';
import type { Place } from '../core/problems';
import type { Assessment } from '../workspace/assessment';
import { rangeOfPlace } from './ranges';
import { shownUri } from './shownUri';

/** A place in a file of the assessment: where a document names something, or a row of the matrix or of a register. */
export function locationAt(file: string, at: Place, assessment: Assessment): vscode.Location {
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
