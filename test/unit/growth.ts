import assert from 'node:assert/strict';

const TIMES = 16;
/** How much longer than in proportion it may take: a machine has other work too. With the square of the length it would be `TIMES`. */
const SLACK = 6;
const RUNS = 3;
/** Milliseconds that nobody needs to look at, and no clock tells well. */
const NOTHING = 100;

/**
 * Asserts that work on a text that repeats takes time in proportion to its length, and not to the square of it.
 *
 * @param length of the longer text, in characters
 */
export function assertGrowsLinearly(unit: string, length: number, work: (text: string) => unknown): void {
  const long = unit.repeat(Math.ceil(length / unit.length));
  const short = unit.repeat(Math.ceil(length / unit.length / TIMES));
  const took = bestOf(() => work(long));
  if (took < NOTHING) return;
  const ratio =
    took /
    Math.max(
      bestOf(() => work(short)),
      NOTHING / TIMES,
    );
  assert.ok(
    ratio < SLACK * TIMES,
    `${JSON.stringify(unit)}: ${ratio.toFixed(1)} times as long for ${TIMES} times the text`,
  );
}

function bestOf(work: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}
