import assert from 'node:assert/strict';
import { LIMIT_MS, PATIENCE_MS, STEP_MS, whenWritten } from '../../../src/workspace/whenWritten';
import { at, InMemoryFiles } from '../inMemoryFiles';

const WHOLE = 'ID,Inheritability\n01.a,None\n';

/** How long a file is waited for. `write` is called at each step with the time, and may go on writing. */
async function waited(files: InMemoryFiles, write: (milliseconds: number) => void = () => {}): Promise<number> {
  let time = 0;
  await whenWritten(at('srm.csv'), files, (milliseconds) => {
    time += milliseconds;
    write(time);
    return Promise.resolve();
  });
  return time;
}

describe('a file that is written to', () => {
  it('is whole when it stays as it is for a moment', async () => {
    const files = new InMemoryFiles({ 'srm.csv': WHOLE });
    assert.equal(await waited(files), STEP_MS);
    assert.equal(files.reads.length, 1);
  });

  it('is not whole while it grows, even where its end looks like one', async () => {
    const files = new InMemoryFiles({ 'srm.csv': WHOLE });
    const time = await waited(files, (now) => {
      if (now <= 5 * STEP_MS) files.set('srm.csv', WHOLE.repeat(now));
    });
    assert.equal(time, 6 * STEP_MS);
  });

  for (const [what, content] of [
    ['empty', ''],
    ['cut off in a line', `${WHOLE}01.b,No`],
    ['cut off in a quoted cell', `${WHOLE}01.b,"None\n`],
  ] as const) {
    it(`and is ${what} for a while is waited for until it goes on`, async () => {
      const files = new InMemoryFiles({ 'srm.csv': content });
      const time = await waited(files, (now) => {
        if (now === PATIENCE_MS / 2) files.set('srm.csv', WHOLE);
      });
      assert.equal(time, PATIENCE_MS / 2 + STEP_MS);
    });

    it(`and stays ${what} is taken for what it is`, async () => {
      assert.equal(await waited(new InMemoryFiles({ 'srm.csv': content })), PATIENCE_MS);
    });
  }

  it('and is gone for a moment is waited for until it is back', async () => {
    const files = new InMemoryFiles();
    const time = await waited(files, (now) => {
      if (now === 3 * STEP_MS) files.set('srm.csv', WHOLE);
    });
    assert.equal(time, 4 * STEP_MS);
  });

  it('and cannot be read is not waited for forever', async () => {
    const files = new InMemoryFiles({ 'srm.csv': WHOLE });
    files.fail('srm.csv', 'no-permission');
    assert.equal(await waited(files), PATIENCE_MS);
  });

  it('and never stays as it is, is taken as it is in the end', async () => {
    const files = new InMemoryFiles({ 'srm.csv': WHOLE });
    assert.equal(await waited(files, (now) => files.set('srm.csv', WHOLE.repeat(now))), LIMIT_MS);
  });
});
