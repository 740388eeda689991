import * as vscode from 'vscode';
import type { LineIndex } from '../core/lineIndex';
import type { Place } from '../core/problems';
import type { Span } from '../core/span';

/** The editor's range of a span of offsets. */
export function rangeOf({ start, end }: Span, lines: LineIndex): vscode.Range {
  const from = lines.positionAt(start);
  const to = lines.positionAt(end);
  return new vscode.Range(from.line, from.column, to.line, to.column);
}

/** The range of a span of offsets in a document as it stands in the editor. */
export function rangeIn(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** Beyond any column; the editor takes it for the line's end. */
const END_OF_LINE = 2 ** 31 - 1;

/** The editor's range of a place: of a line all of it, of no place the file's beginning. */
export function rangeOfPlace(place: Place | undefined, lines: LineIndex | undefined): vscode.Range {
  if (!place) return new vscode.Range(0, 0, 0, 0);
  if ('line' in place) return new vscode.Range(place.line - 1, 0, place.line - 1, END_OF_LINE);
  return lines ? rangeOf(place, lines) : new vscode.Range(0, 0, 0, 0);
}
