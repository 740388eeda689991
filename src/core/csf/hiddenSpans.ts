import type { Span } from '../span';

/** What a comment begins with that ignores problems. */
export const IGNORE = 'inheritance-scope-ignore';

// One step of a line's inline syntax: a code span (shown, so passed over whole: a `<!--` inside it opens nothing), a
// comment's start, a link's target, the target of a link definition (a footnote is none), a URL, or an HTML tag. The bounds keep a line of
// nothing but openers linear.
const URL = String.raw`\b(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.|mailto:)[^\s<>"'\x60|\u3000-\u303f\uff00-\uffef]+`;
const INLINE = new RegExp(
  [
    '(?<code>(`{1,3})(?!`)[^`\\n]{1,1000}\\2(?!`))',
    '(?<comment>(?<!\\\\)<!--)',
    String.raw`\]\([ \t]*(?:<[^<>\n]{0,2000}>|(?:[^\s()]|\([^\s()]{0,500}\)){0,2000})(?:[ \t]+(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'|\([^()\n]{0,500}\)))?[ \t]*\)`,
    String.raw`(?<definition>^[ \t]{0,3}\[(?!\^)[^\]\n]{1,500}\]:[ \t]*\S+)`,
    URL,
    String.raw`<\/?[a-z][a-z0-9-]{0,40}(?:\s+[a-z_:@][\w.:-]{0,80}(?:\s*=\s*(?:"[^"\n]{0,2000}"|'[^'\n]{0,2000}'|[^\s"'=<>]{1,2000}))?){0,50}\s*\/?>`,
  ].join('|'),
  'giu',
);

const FENCE_START =
  /^(?<quote>[ \t]*(?:>[ \t]?)*)(?<list>(?:[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)*)[ \t]*(?<fence>`{3,}(?![^\n]*`)|~{3,})/;

/**
 * How a document is written: in any other syntax than Markdown only URLs can be told from its text, and comments that
 * ignore problems, which run to their line's end.
 */
export type Syntax = 'markdown' | 'plain';

const PLAIN = new RegExp(String.raw`${URL}|(?<![\w-])${IGNORE}(?![\w-])[^\r\n]*`, 'giu');

/** What every line with something to hide holds; most lines do not, and are passed over. */
const MAY_HIDE = /[`<~]|\]\(|:\/\/|\]:|www\.|mailto:/gi;

/**
 * The parts of a Markdown text in which an id is not one that a reader reads as such: fenced code, HTML comments and
 * tags, URLs and link targets. Sorted, not overlapping. Inline code is not hidden.
 *
 * Works line by line without building a tree, because it runs on every keystroke.
 */
export function hiddenSpans(text: string, syntax: Syntax = 'markdown'): readonly Span[] {
  return hiddenFrom(text, syntax, 0, text.length).spans;
}

/** What is hidden in a stretch of a text. */
interface HiddenStretch {
  readonly spans: readonly Span[];
  /** Where the stretch ends: a place to cut at, so that nothing hidden goes on behind it. */
  readonly end: number;
  /** The offset up to which the text decided what is hidden; it can lie behind the end. */
  readonly seen: number;
}

/** Whether a text can be read in two parts: at the start of a line, unless the `§` of a citation ends the line above. */
function isCut(text: string, offset: number): boolean {
  return offset === 0 || offset >= text.length || (text[offset - 1] === '\n' && text[offset - 2] !== '§');
}

/** Reads from one place to cut at to the first behind `end` before which all that is hidden has ended. */
export function hiddenFrom(text: string, syntax: Syntax, start: number, end: number): HiddenStretch {
  while (!isCut(text, end)) end = endOfLine(text, end);
  const stretch = text.slice(start, end);
  if (syntax === 'plain') {
    const spans = [...stretch.matchAll(PLAIN)].map(({ 0: { length }, index }) => ({
      start: start + index,
      end: start + index + length,
    }));
    return { spans, end, seen: end };
  }
  const reading: Reading = { text, spans: [], seen: end };
  let offset = start;
  while (offset < end) {
    MAY_HIDE.lastIndex = offset - start;
    const next = MAY_HIDE.exec(stretch);
    if (!next) break;
    offset = hideLine(reading, Math.max(offset, text.lastIndexOf('\n', start + next.index) + 1));
  }
  for (offset = Math.max(offset, end); !isCut(text, offset);) offset = hideLine(reading, offset);
  return { spans: reading.spans, end: offset, seen: Math.max(reading.seen, offset) };
}

interface Reading {
  readonly text: string;
  readonly spans: Span[];
  seen: number;
}

/** Hides what the line at `offset`, or what is left of it, opens; returns where reading goes on. */
function hideLine(reading: Reading, offset: number): number {
  const { text, spans } = reading;
  const lineEnd = endOfLine(text, offset);
  const line = text.slice(offset, lineEnd);
  // What follows a comment on its last line is no line start of its own, so no fence opens there.
  const fence = text[offset - 1] === '\n' || offset === 0 ? FENCE_START.exec(line) : null;
  if (!fence) return hideInline(reading, line, offset, lineEnd);
  const end = endOfFence(reading, lineEnd, fence);
  spans.push({ start: offset, end });
  return end;
}

/** Hides what is inline on the line at `offset`; returns where reading goes on, which a comment can put lines ahead. */
function hideInline(reading: Reading, line: string, offset: number, lineEnd: number): number {
  const { spans } = reading;
  INLINE.lastIndex = 0;
  for (let match = INLINE.exec(line); match; match = INLINE.exec(line)) {
    const groups = match.groups ?? {};
    if (groups['code'] !== undefined) continue;
    const start = offset + match.index;
    if (groups['comment'] !== undefined) {
      const end = endOfComment(reading, start, line.slice(0, match.index).trim() === '');
      if (end === undefined) continue;
      spans.push({ start, end });
      return end;
    }
    // Of a definition only the target is hidden; its label is text.
    const label = groups['definition'] === undefined ? 0 : match[0].indexOf(']:') + 2;
    spans.push({ start: start + label, end: start + match[0].length });
  }
  return lineEnd;
}

/**
 * The offset behind the comment that opens at `start`. At a line's start it goes to its close, or to the text's end; in
 * the middle of a line it has to close in its paragraph, or it is text.
 */
function endOfComment(reading: Reading, start: number, isAtLineStart: boolean): number | undefined {
  const { text } = reading;
  if (isAtLineStart) {
    const close = text.indexOf('-->', start + 2);
    return close < 0 ? text.length : close + 3;
  }
  BLANK_LINE.lastIndex = start;
  const blank = BLANK_LINE.exec(text);
  const close = text.slice(start + 2, blank?.index).indexOf('-->');
  if (close >= 0) return start + 2 + close + 3;
  reading.seen = Math.max(reading.seen, blank ? BLANK_LINE.lastIndex : Infinity);
  return undefined;
}

const BLANK_LINE = /\n[ \t]*\r?\n/g;

/** The offset behind the fenced block whose opening line ended at `offset`; the text's end where nothing closes it. */
function endOfFence(reading: Reading, offset: number, opening: RegExpExecArray): number {
  const { text } = reading;
  const { quote = '', list = '', fence = '' } = opening.groups ?? {};
  const closing = new RegExp(`^[ \\t>]*${fence.charAt(0)}{${fence.length},}[ \\t]*\\r?\\n?$`);
  const quoted = quote.includes('>');
  const indent = indentOf(opening[0]);
  while (offset < text.length) {
    const lineEnd = endOfLine(text, offset);
    const line = text.slice(offset, lineEnd);
    reading.seen = Math.max(reading.seen, lineEnd);
    if (closing.test(line)) return lineEnd;
    // A quote or a list item ends, and with it its code, at the first line that does not belong to it.
    if (quoted && !/^[ \t]*>/.test(line)) return offset;
    if (list !== '' && /^\S/.test(line)) return offset;
    if (indent > 0 && indentOf(line) < indent && BLOCK_START.test(line)) return offset;
    offset = lineEnd;
  }
  return offset;
}

/** What begins a new block, and so ends a fence that was part of a list's item. */
const BLOCK_START = /^[ \t]*(?:[-*+]|\d{1,9}[.)]|#{1,6})[ \t]/;

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline + 1;
}
