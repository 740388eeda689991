import * as vscode from 'vscode';
import { type Reference, scan } from '../core/csf/scanner';
import { subjectOf, type Subject } from '../core/csf/subject';
import { entryAt } from '../core/matrix/entryAt';
import type { Assessment } from '../workspace/assessment';
import { rangeOf } from './ranges';
import { fileShownIn } from './shownUri';

/** An id that stands in a file of an assessment. */
export interface FoundId {
  readonly reference: Reference;
  readonly range: vscode.Range;
}

/**
 * The id at a position: of a scoping document as it was scanned; in the matrix and the registers, whose cells are plain
 * text, as the line reads now.
 */
export function idAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  assessment: Assessment,
): FoundId | undefined {
  const scopingDocument = assessment.document(document.uri.toString());
  const line = document.lineAt(position);
  const { references } = scopingDocument?.scan ?? scan(line.text, assessment.catalog, 'plain');
  const offset = (scopingDocument?.lines.startOf(position.line) ?? 0) + position.character;
  const reference = references.find(({ start, end }) => start <= offset && offset <= end);
  if (!reference) return undefined;
  const range = scopingDocument
    ? rangeOf(reference, scopingDocument.lines)
    : new vscode.Range(position.line, reference.start, position.line, reference.end);
  return { reference, range };
}

/** What the id at a position is about or, in the matrix beside an id, the row there. */
export function subjectsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  assessment: Assessment,
): readonly Subject[] {
  const id = idAt(document, position, assessment);
  if (id) return subjectOf(id.reference, assessment.catalog);
  const matrix = assessment.matrices.find(({ file }) => file === fileShownIn(document.uri));
  const entry = matrix && entryAt(matrix, position.line + 1);
  return entry ? [entry] : [];
}
