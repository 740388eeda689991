import { catalog } from '../../../../src/core/csf/catalog';
import type { Syntax } from '../../../../src/core/csf/hiddenSpans';
import { readScopingDocument } from '../../../../src/core/document/scopingDocument';
import { type Argument, english } from '../../../../src/core/message';
import type { Problem } from '../../../../src/core/problems';

/** The problems of a document that its text and the catalog tell, in the order of the text. */
export function problemsOf(text: string, syntax: Syntax = 'markdown'): readonly Problem[] {
  const { mentions, problems } = readScopingDocument(text, { file: 'scope.md', syntax, catalog });
  return [...mentions.unresolved.map(({ reason }) => reason), ...problems].toSorted((a, b) => startOf(a) - startOf(b));
}

/** The same as `code: words`. */
export function said(text: string, syntax?: Syntax): readonly string[] {
  return problemsOf(text, syntax).map((problem) => `${problem.code}: ${english(problem)}`);
}

/** The text that a problem stands on. */
export function placeOf({ at }: Problem, text: string): string {
  return at && 'start' in at ? text.slice(at.start, at.end) : '';
}

/** An argument that is a text. */
export function textOf(argument: Argument | undefined): string {
  return typeof argument === 'string' ? argument : '';
}

function startOf({ at }: Problem): number {
  return at && 'start' in at ? at.start : 0;
}
