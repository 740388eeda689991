import { WORD, wordsOf } from './titleWords';

/** What somebody has typed of an id or a title, up to the cursor. */
export type Query =
  /** Nothing yet. */
  | { readonly kind: 'nothing'; readonly start: number }
  /** The beginning of a control id, with a point: `01`, `01.`, `01.c`. */
  | { readonly kind: 'control'; readonly start: number; readonly typed: string }
  /** The beginning of a requirement id, in lower case and with points: `1149`, `1149.01c2sys`. */
  | { readonly kind: 'requirement'; readonly start: number; readonly typed: string }
  /** Words of a title. How many of the last words of a line are meant, the titles tell: the longest come first. */
  | { readonly kind: 'words'; readonly tails: readonly Tail[] };

/** The last words before the cursor. */
export interface Tail {
  readonly start: number;
  readonly words: readonly string[];
}

// Not the middle of a longer number, of a date, a citation or a path.
const ID_START = String.raw`(?<![\p{L}\p{N}§#@/\\]|§\s|[\p{L}\p{N}][._-])`;
const CONTROL = new RegExp(String.raw`${ID_START}(?<digits>\d{2})(?:[._](?<letters>[a-z]{0,2}))?$`, 'iu');
const REQUIREMENT = new RegExp(String.raw`${ID_START}(?:\d{3,6}(?:[._][\da-z._]*)?|\d{2}[._]\d[\da-z._]*)$`, 'iu');
const LAST_WORDS = /[\p{L}\p{N}&,'’/ -]+$/u;
/** No title is longer than that. */
const MOST_WORDS = 8;
/** Nor are so many words: a line can be as long as a file. */
const MOST_CHARACTERS = 500;
/** With these no title is begun to be typed, and they stand everywhere. */
const NO_BEGINNING = /^(?:an?|and|as|at|by|for|from|in|is|it|of|on|or|see|that|the|to|with|.)$/u;

/** Reads what stands before the cursor: of a line, or of a cell. Undefined where it is the beginning of no id and no title. */
export function readQuery(before: string): Query | undefined {
  const control = CONTROL.exec(before);
  if (control) {
    const { digits = '', letters } = control.groups ?? {};
    const typed = letters === undefined ? digits : `${digits}.${letters.toLowerCase()}`;
    return { kind: 'control', start: control.index, typed };
  }
  const requirement = REQUIREMENT.exec(before);
  if (requirement) {
    const typed = requirement[0].toLowerCase().replaceAll('_', '.');
    return { kind: 'requirement', start: requirement.index, typed };
  }
  const tails = tailsOf(before);
  if (tails.length > 0) return { kind: 'words', tails };
  return /[\p{L}\p{N}]$/u.test(before) ? undefined : { kind: 'nothing', start: before.length };
}

function tailsOf(before: string): readonly Tail[] {
  const skipped = Math.max(0, before.length - MOST_CHARACTERS);
  const run = LAST_WORDS.exec(before.slice(skipped));
  if (!run) return [];
  const starts = [...run[0].matchAll(WORD)].slice(-MOST_WORDS).map(({ index }) => skipped + run.index + index);
  return starts.flatMap((start) => {
    const words = wordsOf(before.slice(start));
    return NO_BEGINNING.test(words[0] ?? '') ? [] : [{ start, words }];
  });
}
