import assert from 'node:assert/strict';
import { createRefusalLog } from '../../../src/summary/refusalLog';

describe('the log of refused messages', () => {
  it('tells each of a few, with its reason', () => {
    const told: unknown[] = [];
    const log = createRefusalLog({ warn: (text) => told.push(text) });
    log('a');
    log('b');
    assert.deepEqual(told, [
      'A message of the summary’s page was refused: a.',
      'A message of the summary’s page was refused: b.',
    ]);
  });

  it('is not filled by a flood, and goes on a minute later', () => {
    const told: string[] = [];
    let now = 5;
    const log = createRefusalLog({ warn: (text) => told.push(text) }, () => now);
    for (let index = 0; index < 10_000; index++) log('x');
    assert.equal(told.length, 21);
    assert.match(told.at(-1) ?? '', /not told/);
    now += 60_000;
    log('y');
    assert.match(told.at(-1) ?? '', /refused: y/);
  });
});
