import type { Steps } from '../core/steps';
import { createPause } from './pause';

/**
 * Does work in turns, so that the host answers to others meanwhile.
 *
 * @throws the signal's reason once that is aborted
 */
export async function unhurried<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  const pause = createPause();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pause();
    signal?.throwIfAborted();
  }
}
