import type { Span } from '../span';
import { cellsOf, type DocumentLine } from './lines';

/** A place where ids stand that can have a title: one control, a range, or what reads like one of them. */
export interface Anchor extends Span {
  readonly kind: 'control' | 'requirement' | 'range';
  readonly ids: readonly string[];
}

/** What stands in the place of a title of ids. Offsets are those of the document. */
export interface WrittenTitle extends Span {
  readonly text: string;
  /** One, or several that are listed and have one title. */
  readonly of: readonly Anchor[];
  /**
   * How sure it is that a title is meant: it stands under a heading that says so; or where nothing else would (`01.c - …`
   * at a line's start); or where something else may (the next cell of a table without headings); or the name of a document
   * may (`… (01.c)`); or in the middle of a text.
   */
  readonly place: 'named' | 'stated' | 'likely' | 'ahead' | 'aside';
}

/** What may stand before the id that a line or cell begins with: marks, numbering, a word for what follows. */
const START = new RegExp(
  String.raw`^[\s>]*(?:(?:[#=]{1,6}|[-*+•·◦–]|\d{1,3}[.)]|[a-z][.)])\s+)*(?:\[[ xX]\]\s+)?[*_\x60"“'(\[~]*` +
    String.raw`(?:(?:hitrust|csf|controls?|references?|ref|id|no|number)\b[\s.:#*_\x60-]*|v?\d+(?:\.\d+){0,4}[.):]?[*_\x60]*\s+)*[*_\x60("\[]*$`,
  'i',
);
const LONGEST_START = 80;
/** No title is that long, with all that stands around it. */
const LONGEST = 300;
/** What stands between the ids of a list that has one title. */
const LISTED = /^[\s*_`]*(?:[,;/&+]|and|or)[\s*_`]*(?:and|or)?[\s*_`]*$/i;
/** What ends the title before another id of a list with titles of their own. */
const NEXT_OF_LIST = /[;,][\s*_`]*(?:and\s+)?[*_`]*$/;

const CLOSING = /^(?:[*_`~"”’\])]|\]\([^()\s]{0,500}\)|\s?\((?:hitrust|csf|v\d)[^()]{0,30}\))*/i;
const LEADS: readonly (readonly [lead: 'mark' | 'parenthesis' | 'comma' | 'space', RegExp])[] = [
  ['mark', /^(?:\t|\s*(?:[—–−‒]|-{1,3}(?=[\s*_`"“\p{L}])|[:：]|=>?|→|~|&[mn]dash;))/u],
  ['parenthesis', /^\s*\(/],
  ['comma', /^\s*,\s/],
  ['space', /^[.)]?\s/],
];
const OPENING = /^(?:[\s*_`~"“‘'[(]|<\w{1,10}>)*/;
/** Where a title ends: at a remark, another statement, a link's target, a footnote, the end of a sentence. */
const END =
  /\s[-–—−]{1,3}(?=\s|$)|[–—](?=\s)|[:;：；]|\(|\)|\[\^|\]|<|\{[#.:]|\t|\s{3,}|\.(?=\s|$)|→|=>|\s[/|]\s|https?:/;
const TRAILING = /(?:[\s*_`~"”’'.,;:!?+/\\#^–—-]|&(?!amp;)|\band\b)*$/i;
const MARKED = /^(?:[\s>]|[#=]{1,6}\s|[-*+•·◦–]\s|\d{1,3}[.)]\s|\[[ xX]\]\s)*[*_`"“[(]*/;

/** A heading of the column that titles stand in, and one of a column in which they may stand. */
const TITLE_COLUMN =
  /^(?=.*\b(?:title|name|controls?|references?)\b)(?:hitrust|csf|controls?|references?|title|name|official|full|short|\W)+$/i;
/** Under it stand titles and nothing else; under _Control_ or _Reference_ something else can. */
const NAMES_TITLE = /\b(?:title|name)\b/i;
const OTHER_COLUMN =
  /^(?:(?:hitrust|csf|controls?|references?|requirements?|short|brief)\W+)*(?:description|topic|subject|area|specification|what)$/i;
/** A heading of a column in which ids stand beside titles of something else. */
const FOREIGN_COLUMN =
  /evidence|artifact|artefact|document|polic|procedure|section|step|owner|file|link|location|status|date|note|comment|remark|gap|finding|where|source/i;

/** What stands on a line in the place of a title of the ids on it, each at most once on either side. */
export function titlesBeside(
  { content, start, headings }: DocumentLine,
  anchors: readonly Anchor[],
): readonly WrittenTitle[] {
  if (!anchors.some(hasTitle)) return [];
  const shifted = anchors.map((anchor) => ({ anchor, start: anchor.start - start, end: anchor.end - start }));
  const found = content.includes('|') ? inRow(content, headings, shifted) : inText(content, 0, content.length, shifted);
  return found.map(({ text, at, of, place }) => ({
    start: start + at,
    end: start + at + text.length,
    text,
    of,
    place,
  }));
}

interface Found {
  readonly text: string;
  readonly at: number;
  readonly of: readonly Anchor[];
  readonly place: WrittenTitle['place'];
}

/** An anchor by its place in the line. */
interface Placed extends Span {
  readonly anchor: Anchor;
}

function hasTitle({ kind }: Anchor): boolean {
  return kind !== 'requirement';
}

/** No table has more columns. */
const MOST_CELLS = 100;

function inRow(content: string, headings: readonly string[] | undefined, anchors: readonly Placed[]): readonly Found[] {
  const cells = cellsOf(content).map(({ start, end }) => ({ start, end: Math.min(end - 1, content.length) }));
  if (cells.length > MOST_CELLS) return [];
  return cells.flatMap(({ start, end }, index) => {
    const inside = anchors.filter((anchor) => anchor.start >= start && anchor.end <= end);
    if (inside.length === 0 || FOREIGN_COLUMN.test(headings?.[index] ?? '')) return [];
    const isAlone =
      isStart(content.slice(start, inside[0]?.start)) && /^[\s*_`"”)\]]*$/.test(content.slice(inside[0]?.end, end));
    if (!isAlone || !inside.every(({ anchor }) => hasTitle(anchor))) return inText(content, start, end, inside);
    return besideCell(index, cells.length, headings).flatMap(([at, place]) => {
      const cell = cells[at];
      const isTaken = anchors.some((anchor) => cell && anchor.start >= cell.start && anchor.end <= cell.end);
      if (!cell || isTaken) return [];
      const text = cutTitle(content.slice(cell.start, cell.end));
      return text ? [{ text: text.text, at: cell.start + text.at, of: inside.map(({ anchor }) => anchor), place }] : [];
    });
  });
}

/** Which cells of a row may hold the title of the id in one of them. */
function besideCell(
  id: number,
  count: number,
  headings: readonly string[] | undefined,
): readonly (readonly [number, WrittenTitle['place']])[] {
  const columns = Array.from({ length: count }, (_, index) => index).filter((index) => index !== id);
  // What stands to the right of an id is nearer to it than what stands to its left.
  const ordered = columns.toSorted((a, b) => Number(a < id) - Number(b < id) || Math.abs(a - id) - Math.abs(b - id));
  if (!headings?.some((heading) => heading !== '')) {
    return [[id + 1, 'likely'] as const, [id - 1, 'ahead'] as const].filter(([index]) => columns.includes(index));
  }
  const title = ordered.find((index) => TITLE_COLUMN.test(headings[index] ?? ''));
  if (title !== undefined) return [[title, NAMES_TITLE.test(headings[title] ?? '') ? 'named' : 'stated']];
  const other = ordered.find((index) => OTHER_COLUMN.test(headings[index] ?? ''));
  if (other !== undefined) return [[other, 'likely']];
  return headings[id + 1] === '' && id + 1 < count ? [[id + 1, 'likely']] : [];
}

/** Titles before and behind the ids in a stretch of a line. */
function inText(content: string, start: number, end: number, anchors: readonly Placed[]): readonly Found[] {
  const found: Found[] = [];
  const isList = isStart(content.slice(start, anchors[0]?.start));
  for (let first = 0; first < anchors.length;) {
    let last = first;
    while (LISTED.test(content.slice(anchors[last]?.end, anchors[last + 1]?.start ?? end)) && anchors[last + 1]) last++;
    const group = anchors.slice(first, last + 1);
    const from = anchors[first - 1]?.end ?? start;
    const to = anchors[last + 1]?.start ?? end;
    const [firstId, lastId] = [anchors[first], anchors[last]];
    first = last + 1;
    if (!firstId || !lastId || !group.every(({ anchor }) => hasTitle(anchor))) continue;
    const of = group.map(({ anchor }) => anchor);
    const before = content.slice(from, firstId.start);
    const isStated = from === start ? isList : isList && NEXT_OF_LIST.test(before);
    const behind = titleBehind(content.slice(lastId.end, to), isStated, isInParentheses(before));
    if (behind) found.push({ text: behind.text, at: lastId.end + behind.at, of, place: behind.place });
    const ahead =
      behind || of.length > 1 ? undefined : titleBefore(before, content.slice(lastId.end, end), from > start);
    if (ahead) found.push({ text: ahead.text, at: from + ahead.at, of, place: ahead.place });
  }
  return found;
}

function isStart(before: string): boolean {
  return before.length <= LONGEST_START && START.test(before);
}

function isInParentheses(before: string): boolean {
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

/** `01.c - Title`, `**01.c** Title`, `01.c (Title)`. */
function titleBehind(
  after: string,
  isStated: boolean,
  isInside: boolean,
): (Pick<Found, 'at' | 'text'> & { readonly place: WrittenTitle['place'] }) | undefined {
  const closing = CLOSING.exec(after)?.[0] ?? '';
  if (isInside && closing.includes(')') && !isStated) return undefined;
  const rest = after.slice(closing.length);
  for (const [lead, pattern] of LEADS) {
    const mark = pattern.exec(rest)?.[0];
    if (mark === undefined) continue;
    const opening = OPENING.exec(rest.slice(mark.length))?.[0] ?? '';
    const from = mark.length + opening.length;
    const title = cutTitle(rest.slice(from));
    if (!title) return undefined;
    const isTitled = isTitleCase(title.text);
    if (!isTitled && (lead === 'comma' || lead === 'parenthesis')) return undefined;
    // Without a mark between them an id and what follows it may be the beginning of a sentence.
    if (lead === 'space' && !(isStated && (isTitled || /\s/.test(title.text)))) return undefined;
    const isSure = lead === 'mark' || (lead === 'space' && isTitled);
    const place = isStated ? (isSure ? 'stated' : 'likely') : 'aside';
    return { text: title.text, at: closing.length + from + title.at, place };
  }
  return undefined;
}

/** What a sentence begins with, and no title. */
const IN_SENTENCE = /^(?:for|in|on|with|see|the|a|an|as|by|to|from|our|this)\s/i;

/** `Title (01.c)`, `Title - 01.c`. */
function titleBefore(
  before: string,
  after: string,
  isLater: boolean,
): (Pick<Found, 'at' | 'text'> & { readonly place: WrittenTitle['place'] }) | undefined {
  if (before.length > LONGEST) return undefined;
  const lead = /\s*[([](?:hitrust(?: csf)?\W{0,2})?(?:control\s)?[*_`]*$/i.exec(before);
  const mark = /\s[-–—]\s[*_`]*$|[:–—]\s[*_`]*$/.exec(before);
  const isClosed = lead ? /^[*_`]*[)\]]/.test(after) : mark !== null && /^[\s*_`.]*$/.test(after);
  const cut = lead ?? mark;
  if (!isClosed || !cut) return undefined;
  const begin = isLater ? /^[\s)\]*_`;,|]*(?:and\s+)?[*_`]*/ : MARKED;
  const at = begin.exec(before)?.[0].length ?? 0;
  const text = trimmed(before.slice(at, Math.max(at, cut.index)));
  if (text === '' || /[.;:(|]/.test(text) || IN_SENTENCE.test(text) || !(isTitleCase(text) || /\s/.test(text))) {
    return undefined;
  }
  const isWhole = !isLater && /^[\s*_`)\].]*$/.test(after);
  return { at, text, place: !isWhole ? 'aside' : /^\s*#/.test(before) ? 'likely' : 'ahead' };
}

/** The part of a text up to where a title ends, without the marks around it. */
function cutTitle(text: string): Pick<Found, 'at' | 'text'> | undefined {
  const at = OPENING.exec(text)?.[0].length ?? 0;
  const rest = text.slice(at, at + LONGEST);
  const title = trimmed(rest.slice(0, END.exec(rest)?.index));
  return /\p{L}/u.test(title) ? { at, text: title } : undefined;
}

function trimmed(text: string): string {
  return /[\p{L}\p{N}]$/u.test(text) && !/\band$/i.test(text) ? text : text.replace(TRAILING, '');
}

/** Words that stay small in a title. */
const SMALL = /^(?:and|or|of|the|an?|in|on|for|to|with|from|by|at|as|&)$/;

/** Whether a text is written as titles are: with capitals, but for the words between. */
export function isTitleCase(text: string): boolean {
  const words = text.split(/[\s/]+/).filter((word) => /\p{L}/u.test(word));
  return words.length > 0 && words.every((word) => SMALL.test(word) || /^\P{L}*\p{Lu}/u.test(word));
}
