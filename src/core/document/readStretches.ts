import { isSame } from '../assessment/byControl';
import type { Evidence } from '../assessment/evidence';
import type { LocatedReference } from '../assessment/mentions';
import { type Above, type DocumentContext, readStretch, type Stretch } from './stretch';

/** A stretch, and where in the document it stands. */
export interface PlacedStretch {
  readonly stretch: Stretch;
  readonly start: number;
  /** 0-based. */
  readonly line: number;
  readonly references: readonly LocatedReference[];
  /** The same objects wherever it stands, as long as its lines are the same. */
  readonly evidence: readonly Evidence[];
}

/** Few characters, for a key reads all of its stretch, and not too few, for a key goes through all stretches. */
const STRETCH_LENGTH = 4_000;

/** A stretch of the text as it was, and where it begins now. */
interface Kept {
  readonly before: PlacedStretch;
  readonly start: number;
}

/**
 * Reads a document in stretches, of the document as it was before only those that changed, and those that depend on them.
 *
 * @param before the same objects come back for what stands where it stood
 */
export function readStretches(
  text: string,
  context: DocumentContext,
  before: readonly PlacedStretch[] = [],
): readonly PlacedStretch[] {
  const { stretchLength = STRETCH_LENGTH } = context;
  const stretches = unchangedAtStart(text, before);
  const rest = unchangedAtEnd(text, before.slice(stretches.length), endOf(stretches));
  const changed = (rest[0]?.start ?? text.length) - endOf(stretches);
  // What is written between two stretches joins the one before it, or there would be more of them with each key.
  if (changed > 0 && changed < stretchLength / 2) stretches.pop();
  let above: Above = stretches.at(-1)?.stretch.below ?? {};
  let next = 0;
  for (let start = endOf(stretches); start < text.length; start = endOf(stretches)) {
    while ((rest[next]?.start ?? Infinity) < start) next++;
    const kept = rest[next];
    if (kept?.start === start && isSame(kept.before.stretch.above, above)) {
      // What follows was read below it, and is as it was too.
      for (const { before: was } of rest.slice(next)) stretches.push(place(was.stretch, stretches, context, was));
      break;
    }
    const limit = kept?.start === start ? rest[next + 1]?.start : kept?.start;
    const end = endAt(text, start, limit ?? text.length, stretchLength);
    const stretch = readStretch(text, start, end, above, context);
    stretches.push(place(stretch, stretches, context));
    above = stretch.below;
  }
  return stretches;
}

function unchangedAtStart(text: string, before: readonly PlacedStretch[]): PlacedStretch[] {
  const changed = before.findIndex(
    ({ stretch, start }) => text.slice(start, start + stretch.text.length) !== stretch.text,
  );
  const same = changed < 0 ? before : before.slice(0, changed);
  const end = same.length === before.length && endOf(same) === text.length ? Infinity : endOf(same);
  const dependent = same.findIndex(({ stretch, start }) => start + stretch.seen > end);
  return [...(dependent < 0 ? same : same.slice(0, dependent))];
}

/** @param start where what is unchanged at the text's start ends */
function unchangedAtEnd(text: string, before: readonly PlacedStretch[], start: number): readonly Kept[] {
  const kept: Kept[] = [];
  let end = text.length;
  for (const placed of before.toReversed()) {
    const own = end - placed.stretch.text.length;
    if (own < start || text.slice(own, end) !== placed.stretch.text) break;
    kept.push({ before: placed, start: own });
    end = own;
  }
  return kept.reverse();
}

/** Where a stretch shall end: what is left is not cut into a long and a short one, or each new line would make one more. */
function endAt(text: string, start: number, limit: number, length: number): number {
  if (limit - start <= 2 * length) return limit;
  const lineEnd = text.indexOf('\n', start + length) + 1;
  return lineEnd > 0 && lineEnd < limit ? lineEnd : limit;
}

function endOf(stretches: readonly PlacedStretch[]): number {
  const last = stretches.at(-1);
  return last ? last.start + last.stretch.text.length : 0;
}

/** @param was the same stretch as it was placed before */
function place(
  stretch: Stretch,
  stretches: readonly PlacedStretch[],
  { file }: DocumentContext,
  was?: PlacedStretch,
): PlacedStretch {
  const last = stretches.at(-1);
  const start = endOf(stretches);
  const line = last ? last.line + last.stretch.starts.length : 0;
  if (was?.start === start && was.line === line) return was;
  const references =
    was?.start === start
      ? was.references
      : stretch.scan.references.map(({ kind, start: from, end: to, text, ids }) => ({
          file,
          kind,
          start: start + from,
          end: start + to,
          text,
          ids,
        }));
  const evidence =
    was?.line === line
      ? was.evidence
      : stretch.evidence.map((item) => Object.assign({}, item, { line: line + item.line }));
  return { stretch, start, line, references, evidence };
}
