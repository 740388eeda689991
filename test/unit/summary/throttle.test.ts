import assert from 'node:assert/strict';
import { throttle } from '../../../src/summary/throttle';

const INTERVAL = 60;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** When the action ran, in milliseconds from the first call, with a call at each of these. */
async function ran(...calls: readonly number[]): Promise<readonly number[]> {
  const start = performance.now();
  const times: number[] = [];
  const throttled = throttle(() => times.push(performance.now() - start), INTERVAL);
  for (const at of calls) {
    await pause(at - (performance.now() - start));
    throttled.call();
  }
  await pause(INTERVAL * 3);
  throttled.dispose();
  return times;
}

describe('what answers changes at most so often', () => {
  it('answers the first at once, and those beside it with it', async () => {
    const times = await ran(0, 1, 2);
    assert.equal(times.length, 1);
    assert.ok((times[0] ?? Infinity) < INTERVAL);
  });

  it('answers the last one too', async () => {
    const times = await ran(0, INTERVAL / 2);
    assert.equal(times.length, 2);
  });

  it('is not put off for as long as somebody types', async () => {
    const times = await ran(...Array.from({ length: 30 }, (_, index) => index * 10));
    assert.ok(times.length >= 4, `${times.length} times`);
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    // A timer can be a little early.
    assert.ok(
      gaps.every((gap) => gap >= INTERVAL - 5),
      gaps.join(),
    );
  });

  it('answers nothing once it is disposed of', async () => {
    let count = 0;
    const throttled = throttle(() => count++, INTERVAL);
    throttled.call();
    throttled.dispose();
    await pause(INTERVAL);
    assert.equal(count, 0);
  });
});
