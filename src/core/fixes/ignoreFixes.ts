import { message } from '../message';
import { nearest } from '../nearest';
import { PROBLEM_CODES } from '../problems';
import type { Span } from '../span';
import type { Fixer } from './fix';

/** The code that was probably meant. Nothing changes but the spelling of a comment. */
export const fixUnknownCode: Fixer = ({ at }, { text }) => {
  if (!at || !('start' in at)) return [];
  const meant = nearest(text.slice(at.start, at.end), PROBLEM_CODES);
  if (meant === undefined) return [];
  return [{ title: message('fix-code', meant), replacements: [{ text: meant, ...at }], isSafe: true }];
};

/** Takes the comment out, or the one of its codes. Not safe: the problem may come back, and its reason would be gone. */
export const fixUnusedIgnore: Fixer = ({ at }, { text }) => {
  if (!at || !('start' in at)) return [];
  const written = text.slice(at.start, at.end);
  const isCode = PROBLEM_CODES.some((code) => code === written);
  const title = isCode ? message('fix-remove-code', written) : message('fix-remove-comment');
  return [{ title, replacements: [{ text: '', ...(isCode ? withComma(at, text) : withMark(at, text)) }] }];
};

/** With the comma that parts it from the next code, or from the one before. */
function withComma({ start, end }: Span, text: string): Span {
  const next = /^\s*,\s*/.exec(text.slice(end, end + 100));
  if (next) return { start, end: end + next[0].length };
  return { start: text.slice(0, start).trimEnd().replace(/,$/, '').length, end };
}

const MARK = /(?:\/\/|#|%|\.\.|\/\*|<!--)$/;

/** With what marks it as a comment, and with its line where it has one of its own. */
function withMark({ start, end }: Span, text: string): Span {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const before = text.slice(lineStart, start).trimEnd();
  const kept = (text.startsWith('<!--', start) ? before : before.replace(MARK, '')).trimEnd();
  const lineEnd = /^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(end, end + 100));
  return kept === '' && lineEnd
    ? { start: lineStart, end: end + lineEnd[0].length }
    : { start: lineStart + kept.length, end };
}
