import { message } from '../message';
import type { Problem } from '../problems';
import type { Span } from '../span';
import type { Fix, FixContext } from './fix';

/** Where a problem of a document stands and what stands there; undefined where it stands on a line, or behind the end. */
export function writtenAt(
  { at }: Problem,
  { text }: Pick<FixContext, 'text'>,
): (Span & { readonly text: string }) | undefined {
  if (!at || 'line' in at || at.end > text.length) return undefined;
  return { start: at.start, end: at.end, text: text.slice(at.start, at.end) };
}

/** The fix that writes one text for what stands somewhere. */
export function writeInstead({ start, end }: Span, text: string, isSafe = false): Fix {
  return { title: message('fix-write', text), replacements: [{ start, end, text }], ...(isSafe && { isSafe }) };
}
