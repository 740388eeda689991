import type { Steps } from '../core/steps';
import { createPause } from './pause';

/** Does work in turns, so that the host answers to others meanwhile. */
export async function unhurried<T>(steps: Steps<T>): Promise<T> {
  const pause = createPause();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pause();
  }
}
