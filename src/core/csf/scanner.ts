import type { Span } from '../span';
import type { Catalog } from './catalog';
import { categoryOf, controlsBetween, parseControlId } from './controlId';
import { hiddenSpans, type Syntax } from './hiddenSpans';
import { parseRequirementId, printRequirementId, REQUIREMENT_SHAPE } from './requirementId';

/** One place where an id stands: a control, a requirement, or a range of controls. */
export interface Reference extends Span {
  readonly kind: 'control' | 'requirement' | 'range';
  /** What stands in the text, Microsoft's suffix included. */
  readonly text: string;
  /** Canonical ids that exist in the catalog, at least one; of a range all, in the framework's order. */
  readonly ids: readonly string[];
}

/** A place that reads like an id, and what is wrong with it. Of a range some ids may still be in a reference. */
export interface UnresolvedReference extends Span {
  readonly code: 'unknown-control' | 'unknown-requirement' | 'reversed-range' | 'range-across-categories';
  readonly text: string;
  /** The ids that do not exist, as canonical as they can be. */
  readonly ids: readonly string[];
}

/** All lists are sorted by `start`; references do not overlap each other. */
export interface Scan {
  readonly references: readonly Reference[];
  readonly unresolved: readonly UnresolvedReference[];
  /** What of the text is not read (`hiddenSpans`). */
  readonly hidden: readonly Span[];
}

const SPACES = String.raw`[ \t\u00a0\u2009\u202f]{0,3}`;
const DASH = '[-\u2010-\u2015\u2212]';
const CONTROL_SHAPE = String.raw`(?:\d{2}|0)[._][a-z]{1,2}`;
/** Not the middle of a longer number, word or file name. */
const CONTROL_END = String.raw`(?![\p{L}\p{N}]|[._][\p{L}\p{N}])`;

// What may stand right before a control id: no part of a number, of a citation (§), of a path, an anchor or an address.
// `HITRUST_CSF_v11.3_01.c` is how Azure Policy names its groups; `01.a/01.b` is a list.
const CONTROL_START = [
  String.raw`(?<![a-z0-9§#@]|[a-z0-9)\]]\.|§\s|\d[-\u2013])`,
  String.raw`(?:(?<=csf_v[\d.]{1,8}_|hitrust_)|(?<![a-z0-9]_))`,
  String.raw`(?:(?<=\d[._][a-z]{1,2}\/)|(?<![/\\]))`,
].join('');

/** Not inside a longer word or a path; `1149…/1150…` is a list. */
const REQUIREMENT_START = String.raw`(?<![a-z0-9])(?:(?<=\d\/)|(?<![/\\]))`;

// Requirements come first: the longer id wins, and its trailing control is part of it.
const CANDIDATE = new RegExp(
  String.raw`(?:${REQUIREMENT_START}(?<requirement>${REQUIREMENT_SHAPE})(?![a-z0-9]|\.\d)|${CONTROL_START}(?<control>${CONTROL_SHAPE})${CONTROL_END})`,
  'iuy',
);
/** What both begin with, found several times as fast: most of a text is not even that. */
const DIGITS = /\d{1,6}(?=[._][a-z\d])/gi;
const SUFFIX = new RegExp(`${SPACES}${DASH}${SPACES}(${CONTROL_SHAPE})`, 'iuy');
/** Emphasis and code marks around the ids of a range: `**08.a**–**08.f**`. */
const MARKS = '[*_`]{0,3}';
const RANGE_WORD = `${DASH}{1,2}|&[mn]dash;|\u2026|\\.{2,3}|to|thru|through`;
const RANGE_END = new RegExp(
  `${MARKS}${SPACES}(?:${RANGE_WORD})${SPACES}${MARKS}(?<full>${CONTROL_SHAPE})${CONTROL_END}|${DASH}(?<letters>[a-z]{1,2})${CONTROL_END}(?!${DASH})`,
  'iuy',
);
/** The rest of a file name or address that merely begins like an id: `01.c-policy.pdf`. */
const FILE_NAME_REST = /[-\w./\\@%+~]{0,120}(?<!\.)\.[a-z][a-z0-9]{1,4}(?![a-z0-9])/iuy;

/**
 * Finds every control id, requirement id and range in a text, and every place that looks like one and is none of the
 * catalog's. Takes any text and never throws; offsets are in UTF-16 units. What does not count as an id, and why:
 * README, "What counts as an id".
 */
export function scan(text: string, catalog: Catalog, syntax: Syntax = 'markdown'): Scan {
  return scanShown(text, hiddenSpans(text, syntax), catalog);
}

/** The same for a text of which it is known what is not read. An id stands on one line, and is judged by that line. */
export function scanShown(text: string, hidden: readonly Span[], catalog: Catalog): Scan {
  const references: Reference[] = [];
  const unresolved: UnresolvedReference[] = [];
  let nextHidden = 0;
  DIGITS.lastIndex = 0;
  for (let digits = DIGITS.exec(text); digits; digits = DIGITS.exec(text)) {
    const start = digits.index;
    while ((hidden[nextHidden]?.end ?? Infinity) <= start) nextHidden++;
    const cover = hidden[nextHidden];
    if (cover && cover.start <= start) {
      DIGITS.lastIndex = cover.end;
      continue;
    }
    const match = matchAt(CANDIDATE, text, start);
    if (!match) continue;
    const end = start + match[0].length;
    const found =
      match.groups?.['requirement'] === undefined
        ? controlOrRange(text, start, end, catalog)
        : requirement(text, start, end, catalog);
    if (found.reference) references.push(found.reference);
    if (found.unresolved) unresolved.push(found.unresolved);
    DIGITS.lastIndex = found.end;
  }
  return catalog.ownIds
    ? withOwn({ references, unresolved, hidden }, text, catalog.ownIds)
    : { references, unresolved, hidden };
}

/** Adds the ids of the user's own matrix. One that reads like a mistaken id of the catalog is none. */
function withOwn({ references, unresolved, hidden }: Scan, text: string, pattern: RegExp): Scan {
  const [isShown, isFree] = [freeOf(hidden), freeOf(references)];
  const own: Reference[] = [];
  for (const { 0: line, index: lineStart } of text.matchAll(/[^\r\n]+/g)) {
    for (const { start, id } of ownOnLine(line, pattern)) {
      const span = { start: lineStart + start, end: lineStart + start + id.length };
      if (isShown(span) && isFree(span)) own.push({ kind: 'control', ...span, text: id, ids: [id] });
    }
  }
  return {
    references: [...references, ...own].toSorted((a, b) => a.start - b.start),
    unresolved: unresolved.filter(freeOf(own)),
    hidden,
  };
}

/** What a pattern finds on a line. */
function* ownOnLine(line: string, pattern: RegExp): Iterable<{ readonly start: number; readonly id: string }> {
  let end = 0;
  for (let start = 0; start < line.length; start += WINDOW) {
    const before = Math.max(0, start - CONTEXT);
    const window = line.slice(before, start + WINDOW + LONGEST_OWN + CONTEXT);
    pattern.lastIndex = Math.max(start, end) - before;
    for (let match = pattern.exec(window); match; match = pattern.exec(window)) {
      const [id] = match;
      const at = before + match.index;
      if (at >= start + WINDOW) break;
      if (id.length > LONGEST_OWN) continue;
      yield { start: at, id };
      end = at + id.length;
    }
  }
}

// A pattern from the workspace sees a little of the text at a time, so that what it does over and over at each place of
// what it sees takes time in proportion to the text all the same.
const WINDOW = 400;
const LONGEST_OWN = 100;
/** What stands before and behind an id tells whether it is one: a character, which can be two units. */
const CONTEXT = 2;

/** Whether a span shares nothing with those of a sorted list. Spans have to be asked for in their order. */
export function freeOf(taken: readonly Span[]): (span: Span) => boolean {
  let next = 0;
  return ({ start, end }) => {
    while ((taken[next]?.end ?? Infinity) <= start) next++;
    return (taken[next]?.start ?? Infinity) >= end;
  };
}

interface Found {
  readonly reference?: Reference;
  readonly unresolved?: UnresolvedReference;
  /** Where scanning goes on. */
  readonly end: number;
}

function requirement(text: string, start: number, idEnd: number, catalog: Catalog): Found {
  const id = parseRequirementId(text.slice(start, idEnd), catalog);
  if (!id && isFileName(text, idEnd, catalog)) return { end: idEnd };
  if (!id) {
    const written = text.slice(start, idEnd);
    return {
      unresolved: { code: 'unknown-requirement', start, end: idEnd, text: written, ids: [written] },
      end: idEnd,
    };
  }
  const end = endOfSuffix(text, idEnd, id.control);
  if (isFileName(text, end, catalog)) return { end };
  const ids = [printRequirementId(id)];
  return { reference: { kind: 'requirement', start, end, text: text.slice(start, end), ids }, end };
}

/** Microsoft repeats the control behind a requirement id, at times with more words glued to it. */
function endOfSuffix(text: string, idEnd: number, control: string): number {
  const suffix = matchAt(SUFFIX, text, idEnd);
  const written = suffix?.[1] ?? '';
  for (const length of [written.length, written.length - 1]) {
    if (suffix && parseControlId(written.slice(0, length)) === control) {
      return idEnd + suffix[0].length - (written.length - length);
    }
  }
  return idEnd;
}

function controlOrRange(text: string, start: number, idEnd: number, catalog: Catalog): Found {
  const written = text.slice(start, idEnd);
  const id = parseControlId(written);
  if (id === undefined) return { end: idEnd };
  return range(text, start, idEnd, id, catalog) ?? control(text, start, idEnd, id, catalog);
}

function range(text: string, start: number, idEnd: number, first: string, catalog: Catalog): Found | undefined {
  const tail = matchAt(RANGE_END, text, idEnd);
  const { full, letters } = tail?.groups ?? {};
  const last = parseControlId(full ?? `${first.slice(0, 3)}${letters ?? ''}`);
  if (!tail || last === undefined) return undefined;
  const end = idEnd + tail[0].length;
  if (isFileName(text, end, catalog)) return undefined;
  const between = controlsBetween(first, last, catalog);
  const whole = { start, end, text: text.slice(start, end) };
  if (!between) {
    // `08.f–08.a`, `04.a–05.b`: which controls are meant is a guess, so the two ends are read on their own.
    if (!mayNameControl(text.slice(start, idEnd), first, catalog)) return undefined;
    const found = control(text, start, idEnd, first, catalog);
    if (!found.reference || !catalog.controls.has(last)) return found;
    const code = categoryOf(first) === categoryOf(last) ? 'reversed-range' : 'range-across-categories';
    return { ...found, unresolved: { ...whole, code, ids: [first, last] } };
  }
  // `10.a–z` with a bare letter is a range only where it names controls; anything else it could be is not ours.
  if (letters !== undefined && between.missing.length > 0) return undefined;
  if (between.existing.length === 0 && !mayNameControl(text.slice(start, idEnd), first, catalog)) return { end };
  return {
    ...(between.existing.length > 0 && { reference: { ...whole, kind: 'range', ids: between.existing } }),
    ...(between.missing.length > 0 && { unresolved: { ...whole, code: 'unknown-control', ids: between.missing } }),
    end,
  };
}

function control(text: string, start: number, end: number, id: string, catalog: Catalog): Found {
  if (isFileName(text, end, catalog)) return { end };
  const written = text.slice(start, end);
  if (catalog.controls.has(id)) return { reference: { kind: 'control', start, end, text: written, ids: [id] }, end };
  if (!mayNameControl(written, id, catalog)) return { end };
  return { unresolved: { code: 'unknown-control', start, end, text: written, ids: [id] }, end };
}

/**
 * Whether a text of a control id's shape was likely meant as one although the catalog may not hold it: written the
 * usual way, in a category or a domain number (people mix the two up), with letters the framework could have. `09.am`
 * is a time of day, `01.as` a sentence without its space, `10.x` a version or a wildcard.
 */
function mayNameControl(written: string, id: string, catalog: Catalog): boolean {
  if (catalog.controls.has(id)) return true;
  const category = id.slice(0, 2);
  return (
    /^\d{2}\.(?:[a-z]|a[a-z])$/.test(written) &&
    !/\.(?:am|an|as|at|x)$/.test(written) &&
    (catalog.categories.has(category) || catalog.domains.has(category))
  );
}

function isFileName(text: string, end: number, catalog: Catalog): boolean {
  const rest = matchAt(FILE_NAME_REST, text, end)?.[0];
  if (rest === undefined) return false;
  const lastId = parseControlId(rest.slice(-5));
  return lastId === undefined || !catalog.controls.has(lastId);
}

function matchAt(sticky: RegExp, text: string, offset: number): RegExpExecArray | null {
  sticky.lastIndex = offset;
  return sticky.exec(text);
}
