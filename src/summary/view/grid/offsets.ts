/** How tall the details below a row are. */
export interface Extra {
  /** The row's place among the lines. */
  readonly index: number;
  readonly height: number;
}

/** Where lines stand, in pixels, among lines of one height of which some have details below them. */
export interface Offsets {
  /** How tall all lines are together. */
  readonly total: number;
  /** Where a line begins; for the number of lines, where the last one ends. */
  readonly topOf: (index: number) => number;
  /** The line that stands there with its details, or the nearest one; -1 where there are no lines. */
  readonly indexAt: (top: number) => number;
  /** How many lines before this one have details. */
  readonly openBefore: (index: number) => number;
}

/** @param extras in the order of lines */
export function createOffsets(count: number, height: number, extras: readonly Extra[]): Offsets {
  const sums = [0];
  for (const extra of extras) sums.push((sums.at(-1) ?? 0) + extra.height);
  const openBefore = (index: number): number => firstFrom(extras.length, (at) => (extras[at]?.index ?? 0) >= index);
  const topOf = (index: number): number => index * height + (sums[openBefore(index)] ?? 0);
  return {
    total: topOf(count),
    topOf,
    // The last one that does not begin below.
    indexAt: (top) => (count === 0 ? -1 : Math.max(0, firstFrom(count, (index) => topOf(index) > top) - 1)),
    openBefore,
  };
}

/** The first of so many indexes that passes, where all after it do; their number where none does. */
function firstFrom(count: number, passes: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
