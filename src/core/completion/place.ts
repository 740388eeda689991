import type { LineIndex } from '../lineIndex';
import type { Span } from '../span';

/** The marks that a line of Markdown begins with: of a heading, or of an item of a list. */
const MARKS = /^[\s>]*(?:(?<hashes>#{1,6})[ \t]+|(?<bullet>(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?))?/;
const EMPHASIS = /^[*_`[(]{0,4}$/;
/** `01.a, `, `01.a–`, `01.a and `: another id may follow. */
const AFTER_ID =
  /\d[._][a-z]{1,2}[*_`]{0,3}\s*(?:[,;/&+\u2010-\u2015-]|\b(?:and|or|to|thru|through)\b)\s*(?:and\s+)?[*_`]{0,3}$/i;
const AFTER_WORD = /\b(?:controls?|hitrust(?: csf)?|csf)\s+[*_`(]{0,3}$/i;

/** What a line is, as far as ids are written at its beginning. */
export interface LineStart {
  readonly kind: 'heading' | 'item' | 'plain';
  /** Where its marks end. */
  readonly end: number;
  /** How deep a heading it is; 0 for other lines. */
  readonly depth: number;
}

export function readLineStart(line: string): LineStart {
  const match = MARKS.exec(line);
  const { hashes, bullet } = match?.groups ?? {};
  const kind = hashes !== undefined ? 'heading' : bullet !== undefined ? 'item' : 'plain';
  return { kind, end: match?.[0].length ?? 0, depth: hashes?.length ?? 0 };
}

/** Whether nothing but marks and emphasis stands before a place of a line. */
export function isAtStart(before: string): boolean {
  return EMPHASIS.test(before.slice(readLineStart(before).end));
}

/** Whether a place is one where an id is likely to be written: at the start of a line or a cell, or behind another id. */
export function isPlaceForId(before: string): boolean {
  return isAtStart(before) || isMarkedPlace(before);
}

/**
 * Whether two digits at a place are the beginning of an id, as somebody types the point behind them: nothing shall come
 * up at the end of `see section 10.` With a zero before it a number ends no sentence.
 */
export function isIdLikely(before: string, typed: string): boolean {
  return typed.startsWith('0') || isMarkedPlace(before);
}

function isMarkedPlace(before: string): boolean {
  const { kind, end } = readLineStart(before);
  const isMarked = kind !== 'plain' && EMPHASIS.test(before.slice(end));
  return isMarked || /\|\s*[*_`[(]{0,3}$/.test(before) || AFTER_ID.test(before) || AFTER_WORD.test(before);
}

/** An address or a link's target that is being typed, and is not closed yet. */
const OPEN_TARGET = /(?:\]\([^)\s]*|\b(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.|mailto:)\S*)$/i;
const OPEN_DEFINITION = /^[ \t]{0,3}\[(?!\^)[^\]]+\]:\s*\S*$/;
/** No address is longer, and a line can be as long as a file. */
const LONGEST_ADDRESS = 2_000;

/**
 * Whether a place is one where no id counts (`hiddenSpans`), or where it would not once what is being typed is closed.
 *
 * @param before the line up to the place
 */
export function isHiddenAt(offset: number, before: string, hidden: readonly Span[], lines: LineIndex): boolean {
  if (OPEN_TARGET.test(before.slice(-LONGEST_ADDRESS)) || OPEN_DEFINITION.test(before)) return true;
  const textEnd = lines.startOf(lines.count);
  return hidden.some(({ start, end }) => {
    // What nothing closes goes on to the text's end, and there the cursor is in it still.
    const isOpen = end === textEnd && lines.positionAt(start).line < lines.positionAt(end).line;
    return start < offset && (offset < end || (offset === end && isOpen));
  });
}
