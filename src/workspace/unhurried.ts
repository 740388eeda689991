import type { Steps } from '../core/steps';

/** How long work goes on before others have their turn: less than a person notices. */
const TURN_MS = 15;

/** Does work in turns, so that the host answers to others meanwhile. @throws {DOMException} named `AbortError` once the signal is aborted */
export async function unhurried<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  for (let start = performance.now(); ;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - start < TURN_MS) continue;
    await pause();
    signal?.throwIfAborted();
    start = performance.now();
  }
}

/** Gives others their turn. */
export async function pause(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}
