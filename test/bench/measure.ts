import type { Steps } from '../../src/core/steps';

/** How often each thing is done: the best of them counts. */
export const RUNS = 5;

export function best(action: () => unknown, runs = RUNS): number {
  let shortest = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    action();
    shortest = Math.min(shortest, performance.now() - start);
  }
  return shortest;
}

/** The same of what has to be awaited. */
export async function bestOf(action: () => Promise<unknown>, runs = RUNS): Promise<number> {
  let shortest = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await action();
    shortest = Math.min(shortest, performance.now() - start);
  }
  return shortest;
}

export function report(what: string, milliseconds: number, peer: string, peerMilliseconds: number): void {
  const ratio = (milliseconds / peerMilliseconds).toFixed(2);
  console.log(
    `${what.padEnd(46)} ${milliseconds.toFixed(1).padStart(8)} ms  ${ratio.padStart(6)} x ${peer} (${peerMilliseconds.toFixed(1)} ms)`,
  );
}

/** The longest time between two steps, in the best of several runs: the machine's own pauses are not the program's. */
export function longestStretch(start: () => Steps<unknown>): number {
  const runs = Array.from({ length: RUNS }, () => {
    const steps = start();
    let longest = 0;
    for (let done = false; !done;) {
      const since = performance.now();
      done = steps.next().done ?? false;
      longest = Math.max(longest, performance.now() - since);
    }
    return longest;
  });
  return Math.min(...runs);
}

/** How long it holds up the host, below what it is about. */
export function reportStretch(milliseconds: number): void {
  console.log(`${'  the longest that it holds up the host'.padEnd(46)} ${milliseconds.toFixed(1).padStart(8)} ms`);
}

/** How many times as long twice as much takes, below what it is about. */
export function reportGrowth(factor: number): void {
  console.log(`${'  of twice as much'.padEnd(46)} ${factor.toFixed(2).padStart(8)} x the time`);
}
