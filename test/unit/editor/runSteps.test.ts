import assert from 'node:assert/strict';
import { type Answered, type AskedStep, runSteps } from '../../../src/editor/runSteps';

interface Draft {
  readonly name?: string;
  readonly isSealed?: boolean;
  readonly secret?: string;
}
type Id = 'name' | 'sealed' | 'secret' | 'look';
type Answer = Answered<Draft, Id> | ((draft: Draft) => Draft);

/** Runs the steps with these answers, and returns the draft and what was asked, with the numbers of the steps. */
async function run(...answers: readonly Answer[]) {
  const asked: string[] = [];
  const waiting = [...answers];
  const step = (id: Id, isAsked: (draft: Draft) => boolean, follows?: Id): AskedStep<Draft, Id> => ({
    id,
    isAsked,
    ...(follows && { follows }),
    isFork: id === 'name',
    ask: (draft, { step: number, totalSteps, canGoBack }) => {
      asked.push(`${id} ${number}/${totalSteps ?? '?'}${canGoBack ? ' back' : ''}`);
      assert.notEqual(waiting.length, 0, asked.join('\n'));
      const answer = waiting.shift();
      return Promise.resolve(typeof answer === 'function' ? { draft: answer(draft) } : answer);
    },
  });
  const draft = await runSteps<Draft, Id>(
    [
      step('name', () => true),
      step('sealed', () => true),
      step('secret', ({ isSealed }) => isSealed === true, 'sealed'),
      step('look', () => true),
    ],
    {},
  );
  assert.equal(waiting.length, 0, 'answers that nobody asked for');
  return { draft, asked };
}

const name = (draft: Draft): Draft => ({ ...draft, name: 'Jo' });
const sealed = (draft: Draft): Draft => ({ ...draft, isSealed: true });
const open = (draft: Draft): Draft => ({ ...draft, isSealed: false });
const secret = (draft: Draft): Draft => ({ ...draft, secret: 'x' });
const look = (draft: Draft): Draft => draft;

describe('questions one after the other', () => {
  it('are asked as long as they have to be, and counted once the answers that decide it are there', async () => {
    const { draft, asked } = await run(name, sealed, secret, look);
    assert.deepEqual(draft, { name: 'Jo', isSealed: true, secret: 'x' });
    assert.deepEqual(asked, ['name 1/?', 'sealed 2/3 back', 'secret 3/4 back', 'look 4/4 back']);
    assert.deepEqual((await run(name, open, look)).asked, ['name 1/?', 'sealed 2/3 back', 'look 3/3 back']);
  });

  it('end with nothing at whichever of them the person stops', async () => {
    assert.equal((await run(undefined)).draft, undefined);
    assert.equal((await run(name, sealed, undefined)).draft, undefined);
    assert.equal((await run(name, open, undefined)).draft, undefined);
  });

  it('go back to the one before, with what was answered still there', async () => {
    const { draft, asked } = await run(name, sealed, 'back', 'back', name, open, look);
    assert.deepEqual(draft, { name: 'Jo', isSealed: false });
    assert.deepEqual(
      asked.map((text) => text.split(' ')[0]),
      ['name', 'sealed', 'secret', 'sealed', 'name', 'sealed', 'look'],
    );
  });

  it('send back to a single answer, with what follows from it, and then look again', async () => {
    const { draft, asked } = await run(name, open, { change: 'sealed' }, sealed, secret, look);
    assert.deepEqual(draft, { name: 'Jo', isSealed: true, secret: 'x' });
    assert.deepEqual(asked.slice(2), ['look 3/3 back', 'sealed 2/3 back', 'secret 3/4 back', 'look 4/4 back']);
  });

  it('leave an answer as it was where the person goes back from changing it', async () => {
    const { draft, asked } = await run(name, open, { change: 'sealed' }, sealed, 'back', 'back', look);
    assert.deepEqual(draft, { name: 'Jo', isSealed: false });
    assert.deepEqual(
      asked.slice(2).map((text) => text.split(' ')[0]),
      ['look', 'sealed', 'secret', 'sealed', 'look'],
    );
  });
});
