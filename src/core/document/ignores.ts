import { IGNORE } from '../csf/hiddenSpans';
import { groupBy } from '../groupBy';
import type { LineIndex } from '../lineIndex';
import { message } from '../message';
import { spellingStep } from '../nearest';
import { problem, type Problem, PROBLEM_CODES, type ProblemCode } from '../problems';
import type { Span } from '../span';

/** A comment of a document that ignores problems of one of its lines. */
export interface Ignore extends Span {
  /** The 0-based line that it is about; undefined where nothing follows the comment. */
  readonly line: number | undefined;
  /** None: every problem of the line. */
  readonly codes: readonly IgnoredCode[];
  /** Whether others stand there that no problem has. */
  readonly hasUnknown: boolean;
}

export interface IgnoredCode extends Span {
  readonly code: ProblemCode;
}

/** The comments of a document that count, sorted, and what is wrong with them and with others. */
export interface Ignores {
  readonly ignores: readonly Ignore[];
  readonly problems: readonly Problem[];
}

export const NO_IGNORES: Ignores = { ignores: [], problems: [] };

/** The comment's mark and its first word; in Markdown `<!--`, elsewhere what stands before the word is left alone. */
const OPENING = new RegExp(`^(?:<!--\\s*)?${IGNORE}(?![\\w-])`);
/** As far as a comment of Markdown goes; elsewhere it goes on to its line's end. */
const CLOSING = /-->$/;
/** A line without any has nothing that could be wrong: a blank one, a table's rule, a comment's mark. */
const WORDS = /[\p{L}\p{N}]/u;

/**
 * Reads the comments that ignore problems, with a reason: `inheritance-scope-ignore title-mismatch, unknown-control: why`,
 * or without codes for all of a line. In Markdown they are HTML comments. At the end of a line one is about that line;
 * alone on its line about the next line with words.
 *
 * @param hidden what `hiddenSpans` gives for the text: a comment in code is none
 * @param file the document's location
 */
export function readIgnores(text: string, hidden: readonly Span[], lines: LineIndex, file: string): Ignores {
  if (!text.includes(IGNORE)) return NO_IGNORES;
  const comments = hidden.filter(({ start, end }) => OPENING.test(text.slice(start, end)));
  const about = linesAbout(text, comments, lines);
  const ignores: Ignore[] = [];
  const problems: Problem[] = [];
  for (const [index, comment] of comments.entries()) {
    const { codes, unknown, hasReason } = readComment(text, comment);
    if (!hasReason) {
      problems.push(problem('ignore-without-reason', file, comment));
      continue;
    }
    for (const at of unknown) problems.push(unknownCode(text.slice(at.start, at.end), file, at));
    if (codes.length > 0 || unknown.length === 0)
      ignores.push({ line: about[index], codes, hasUnknown: unknown.length > 0, ...comment });
  }
  return { ignores, problems };
}

/** A document's comments, and the lines to find its problems by. */
export interface IgnoringDocument {
  readonly lines: LineIndex;
  readonly ignores: Ignores;
}

/**
 * Leaves out what comments of documents ignore, and adds a problem for each comment, or code in one, that ignores nothing.
 *
 * @param documents by their locations; those without a comment can be left out
 */
export function withoutIgnored(
  problems: readonly Problem[],
  documents: ReadonlyMap<string, IgnoringDocument>,
): readonly Problem[] {
  if (documents.size === 0) return problems;
  const byLine = new Map(
    [...documents].map(([file, { ignores }]) => [file, groupBy(ignores.ignores, ({ line }) => line)]),
  );
  const used = new Set<Span>();
  const kept = problems.filter((found) => {
    const document = documents.get(found.file);
    const line = document && lineOf(found, document.lines);
    if (line === undefined) return true;
    const spans = (byLine.get(found.file)?.get(line) ?? []).flatMap((ignore): readonly Span[] =>
      ignore.codes.length === 0 ? [ignore] : ignore.codes.filter(({ code }) => code === found.code),
    );
    for (const span of spans) used.add(span);
    return spans.length === 0;
  });
  return [...kept, ...[...documents].flatMap(([file, { ignores }]) => unused(ignores, used, file))];
}

function unused({ ignores }: Ignores, used: ReadonlySet<Span>, file: string): readonly Problem[] {
  return ignores.flatMap((ignore) => {
    if (ignore.codes.length === 0)
      return used.has(ignore) ? [] : [problem('unused-ignore', file, spanOf(ignore), message('any-problem'))];
    return ignore.codes
      .filter((code) => !used.has(code))
      .map((code) =>
        problem('unused-ignore', file, spanOf(ignore.codes.length > 1 || ignore.hasUnknown ? code : ignore), code.code),
      );
  });
}

/** Undefined for what is wrong with the whole file, and for the comments themselves. */
function lineOf({ code, at }: Problem, lines: LineIndex): number | undefined {
  if (!at || isOfComment(code)) return undefined;
  return 'line' in at ? at.line - 1 : lines.positionAt(at.start).line;
}

const OF_COMMENTS = new Set<ProblemCode>(['ignore-without-reason', 'unknown-code', 'unused-ignore']);

/** Whether a problem is one of the comments themselves, which no comment ignores. */
export function isOfComment(code: ProblemCode): boolean {
  return OF_COMMENTS.has(code);
}

interface Comment {
  readonly codes: readonly IgnoredCode[];
  readonly unknown: readonly Span[];
  readonly hasReason: boolean;
}

function readComment(text: string, { start, end }: Span): Comment {
  const written = text.slice(start, end);
  const from = start + (OPENING.exec(written)?.[0].length ?? 0);
  const body = text.slice(from, end).replace(CLOSING, '');
  const colon = body.indexOf(':');
  const codes: IgnoredCode[] = [];
  const unknown: Span[] = [];
  for (const span of partsOf(body.slice(0, Math.max(colon, 0)), from)) {
    const code = PROBLEM_CODES.find((known) => known === text.slice(span.start, span.end));
    if (code) codes.push({ code, ...span });
    else unknown.push(span);
  }
  return { codes, unknown, hasReason: colon >= 0 && WORDS.test(body.slice(colon)) };
}

/** The parts between commas that are not blank. */
function partsOf(list: string, from: number): readonly Span[] {
  let next = from;
  return list.split(',').flatMap((part) => {
    const start = next + part.length - part.trimStart().length;
    next += part.length + 1;
    const code = part.trim();
    return code === '' ? [] : [{ start, end: start + code.length }];
  });
}

function unknownCode(written: string, file: string, at: Span): Problem {
  return problem('unknown-code', file, at, written, spellingStep(written, PROBLEM_CODES));
}

/** The line that each comment is about, as in `Ignore.line`. */
function linesAbout(text: string, comments: readonly Span[], lines: LineIndex): readonly (number | undefined)[] {
  const rest = withoutSpans(text, comments);
  const hasWords = (first: number, last = first): boolean =>
    WORDS.test(rest.slice(lines.startOf(first), lines.startOf(last + 1)));
  // From the last to the first, so that comments one below the other do not all look for the same line.
  let known: { readonly from: number; readonly line: number | undefined } = { from: lines.count, line: undefined };
  return comments
    .toReversed()
    .map(({ start, end }) => {
      const [first, last] = [lines.positionAt(start).line, lines.positionAt(end).line];
      if (hasWords(first, last)) return first;
      let line = last + 1;
      while (line < known.from && !hasWords(line)) line++;
      known = { from: last + 1, line: line < known.from ? line : known.line };
      return known.line;
    })
    .toReversed();
}

/** A text with blanks in place of sorted spans, so that offsets stay. */
function withoutSpans(text: string, spans: readonly Span[]): string {
  let end = 0;
  const parts = spans.flatMap((span) => {
    const kept = text.slice(end, span.start);
    end = span.end;
    return [kept, ' '.repeat(span.end - span.start)];
  });
  return [...parts, text.slice(end)].join('');
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
