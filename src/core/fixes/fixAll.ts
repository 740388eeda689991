import type { Problem } from '../problems';
import type { Span } from '../span';
import type { Fix, FixContext, Replacement } from './fix';
import { fixesOf } from './fixesOf';

/** What mends the problems of a document that can be mended without looking: the best fix of each, where it is safe. */
export function safeFixes(problems: readonly Problem[], context: FixContext): readonly Fix[] {
  return problems.flatMap((problem) => {
    const [best] = fixesOf(problem, context);
    return best?.isSafe ? [best] : [];
  });
}

/** The replacements of fixes, sorted. Of two fixes that want the same place the second is left for the next time. */
export function withoutOverlap(fixes: readonly Pick<Fix, 'replacements'>[]): readonly Replacement[] {
  const taken: Replacement[] = [];
  for (const { replacements } of fixes) {
    if (replacements.some((one) => isTaken(one, taken))) continue;
    for (const one of replacements) taken.splice(placeOf(one, taken), 0, one);
  }
  return taken;
}

/** Whether a span meets one of a sorted list in which none meets another: then it meets one of its neighbours. */
function isTaken(one: Span, taken: readonly Span[]): boolean {
  const place = placeOf(one, taken);
  return taken.slice(Math.max(0, place - 1), place + 1).some((other) => meet(one, other));
}

/** Where a span stands in a sorted list, behind those with the same start. */
function placeOf({ start }: Span, sorted: readonly Span[]): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether two spans share text, or touch where one of them is empty: which goes first would be a guess. */
function meet(one: Span, other: Span): boolean {
  if (one.start === one.end || other.start === other.end) return one.start <= other.end && other.start <= one.end;
  return one.start < other.end && other.start < one.end;
}
