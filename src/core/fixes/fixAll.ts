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
    if (!replacements.some((one) => taken.some((other) => meet(one, other)))) taken.push(...replacements);
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** Whether two spans share text, or touch where one of them is empty: which goes first would be a guess. */
function meet(one: Span, other: Span): boolean {
  if (one.start === one.end || other.start === other.end) return one.start <= other.end && other.start <= one.end;
  return one.start < other.end && other.start < one.end;
}
