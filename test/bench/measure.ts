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

export function report(what: string, milliseconds: number, peer: string, peerMilliseconds: number): void {
  const ratio = (milliseconds / peerMilliseconds).toFixed(2);
  console.log(
    `${what.padEnd(46)} ${milliseconds.toFixed(1).padStart(8)} ms  ${ratio.padStart(6)} x ${peer} (${peerMilliseconds.toFixed(1)} ms)`,
  );
}
