import assert from 'node:assert/strict';
import fc from 'fast-check';
import { english } from '../../../src/core/message';
import { ALL } from '../../../src/summary/pageState';
import type { Notice, SelectionAction, ToHost } from '../../../src/summary/protocol';
import { receive, type Received, type Sent, type SentSummary, subjectsOf } from '../../../src/summary/receive';
import { createSummaryContent } from '../../../src/summary/summaryContent';
import { at, FOLDER, InMemoryFiles } from '../inMemoryFiles';
import { CONTENTS, LISTED, loaded } from './summaryContent';

const A = '1143.01c1System.123';
const ID = 'file:///w';
const files = new InMemoryFiles();

async function sentSummary(contents = LISTED, revision = 7): Promise<SentSummary> {
  const { assessment, files: of } = await loaded(contents);
  return {
    assessment: ID,
    folder: FOLDER,
    revision,
    summary: assessment.summary,
    rows: subjectsOf(createSummaryContent(assessment, of, english)),
    assessments: [ID, 'file:///other'],
  };
}

async function sent(changed: Partial<Sent> = {}): Promise<Sent> {
  return {
    isReady: true,
    summaries: [await sentSummary()],
    notice: undefined,
    savedFilters: [{ name: 'Mine', view: ALL }],
    ...changed,
  };
}

const FAILED: Notice = { state: 'failed', title: '', text: '', actions: [{ run: 'retry', label: '' }] };

async function received(message: ToHost, changed: Partial<Sent> = {}): Promise<Received> {
  return receive(message, await sent(changed), files);
}

async function assertRefused(message: unknown, changed: Partial<Sent> = {}): Promise<void> {
  const { task } = receive(message, await sent(changed), files);
  assert.equal(task, 'refused', JSON.stringify(message).slice(0, 200));
}

describe('a message of the summary’s page', () => {
  it('is refused where it is none', async () => {
    for (const message of [
      undefined,
      null,
      'ready',
      {},
      { type: 'act' },
      { type: 'run', run: 'quit' },
      [{ type: 'ready' }],
    ])
      assert.equal(receive(message, await sent(), files).task, 'refused');
  });

  it('is refused before the page has said that it is there', async () => {
    const isReady = false;
    assert.deepEqual(await received({ type: 'ready' }, { isReady }), { task: 'start' });
    await assertRefused({ type: 'run', run: 'export' }, { isReady });
    await assertRefused({ type: 'details', rows: [], revision: 7 }, { isReady });
    await assertRefused({ type: 'act', action: 'copyId', row: '01.c' }, { isReady });
  });

  it('can be that it is there once more, after it was moved', async () => {
    assert.deepEqual(await received({ type: 'ready' }), { task: 'start' });
  });

  it('never makes the host throw, and does nothing that was not sent, whatever it is', async () => {
    const state = await sent();
    const text = fc.oneof(fc.constantFrom('01.c', A, ID, 'Mine', '__proto__', 'constructor', ''), fc.string());
    const message = fc.record(
      {
        type: fc.constantFrom('run', 'choose', 'details', 'open', 'act', 'selection', 'saveFilter', 'deleteFilter'),
        run: fc.constantFrom('export', 'retry', 'toString'),
        assessment: text,
        rows: fc.array(text),
        revision: fc.integer(),
        kind: fc.constantFrom('reference', 'request', 'evidence'),
        row: text,
        index: fc.integer(),
        action: fc.constantFrom('addEvidence', 'export', 'copyCsv', 'prepareRequests'),
        filter: text,
        name: text,
        view: fc.constantFrom<unknown>(ALL, {}),
      },
      { requiredKeys: ['type'] },
    );
    fc.assert(
      fc.property(fc.oneof(message, fc.anything()), (value) => {
        const result = receive(value, state, files);
        if (result.task === 'choose') assert.ok(state.summaries[0]?.assessments.includes(result.assessment));
        if (result.task === 'details') assert.ok(result.rows.every((row) => state.summaries[0]?.rows.has(row)));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('what the summary’s page can run', () => {
  it('is about the assessment that it shows', async () => {
    const answers = { assessment: ID };
    assert.deepEqual(await received({ type: 'run', run: 'export' }), {
      task: 'run',
      command: 'exportSummary',
      answers,
    });
    assert.deepEqual(await received({ type: 'run', run: 'share' }), { task: 'run', command: 'shareSummary', answers });
    assert.deepEqual(await received({ type: 'run', run: 'exportBars' }), {
      task: 'run',
      command: 'exportBars',
      answers,
    });
    assert.deepEqual(await received({ type: 'run', run: 'loadMatrix' }), {
      task: 'run',
      command: 'loadMatrix',
      answers: undefined,
    });
  });

  it('is in place of a summary what was offered there, and nothing else', async () => {
    assert.deepEqual(await received({ type: 'run', run: 'retry' }, { notice: FAILED }), { task: 'retry' });
    for (const run of ['export', 'share', 'exportBars', 'loadMatrix'] as const)
      await assertRefused({ type: 'run', run }, { notice: FAILED });
    for (const run of ['retry', 'createProject', 'openSample'] as const) await assertRefused({ type: 'run', run });
    await assertRefused({ type: 'run', run: 'export' }, { summaries: [] });
  });

  it('is for a control or for a requirement of it', async () => {
    assert.deepEqual(await received({ type: 'act', action: 'addEvidence', row: '01.c' }), {
      task: 'run',
      command: 'addEvidence',
      answers: { assessment: ID, control: '01.c' },
    });
    assert.deepEqual(await received({ type: 'act', action: 'copyId', row: A }), {
      task: 'run',
      command: 'copyId',
      answers: { assessment: ID, control: '01.c', requirement: A },
    });
    for (const row of ['01.d', '', 'constructor', '__proto__', '01.c ']) {
      await assertRefused({ type: 'act', action: 'addEvidence', row });
    }
    await assertRefused({ type: 'act', action: 'addEvidence', row: '01.c' }, { notice: FAILED });
  });

  it('is for rows of the summary, each once', async () => {
    const rows = ['01.c', A];
    const subjects = [{ control: '01.c' }, { control: '01.c', requirement: A }];
    const run = async (action: SelectionAction) => {
      const result = await received({ type: 'selection', action, rows, filter: 'open: policy' });
      return result.task === 'run' ? [result.command, result.answers] : result;
    };
    assert.deepEqual(await run('prepareRequests'), ['prepareRequests', { assessment: ID, subjects }]);
    assert.deepEqual(await run('linkEvidence'), ['linkEvidence', { assessment: ID, subjects }]);
    assert.deepEqual(await run('copyMarkdown'), ['copySelection', { assessment: ID, rows, format: 'markdown' }]);
    assert.deepEqual(await run('copyCsv'), ['copySelection', { assessment: ID, rows, format: 'csv' }]);
    assert.deepEqual(await run('export'), ['exportSummary', { assessment: ID, rows, filter: 'open: policy' }]);
    assert.deepEqual(await run('share'), ['shareSummary', { assessment: ID, rows, filter: 'open: policy' }]);
    const all = [...(await sentSummary()).rows.keys()];
    for (const wrong of [[], ['01.d'], ['01.c', '01.c'], [...all, '09.z']])
      await assertRefused({ type: 'selection', action: 'copyCsv', rows: wrong, filter: '' });
    await assertRefused({ type: 'selection', action: 'export', rows, filter: 'x'.repeat(10_001) });
  });

  it('is for all rows that were selected, though one is gone meanwhile', async () => {
    const before = await sentSummary(CONTENTS, 6);
    const all = [...before.rows.keys()];
    const after = { ...before, revision: 7, rows: new Map([...before.rows].slice(1)) };
    const message: ToHost = { type: 'selection', action: 'copyCsv', rows: all, filter: '' };
    assert.equal((await received(message, { summaries: [before, after] })).task, 'run');
    await assertRefused(message, { summaries: [after] });
  });

  it('shows an assessment that was sent', async () => {
    const assessment = 'file:///other';
    assert.deepEqual(await received({ type: 'choose', assessment }), { task: 'choose', assessment });
    await assertRefused({ type: 'choose', assessment: 'file:///gone' });
    await assertRefused({ type: 'choose', assessment }, { notice: FAILED });
  });
});

describe('what the summary’s page asks for', () => {
  it('is details of the newest summary, each once, as far as it has those rows', async () => {
    const rows = ['01.c', A, '01.c', '09.z'];
    assert.deepEqual(await received({ type: 'details', rows, revision: 7 }), { task: 'details', rows: ['01.c', A] });
  });

  it('is not answered for an older summary, and refused for one that never was', async () => {
    assert.deepEqual(await received({ type: 'details', rows: ['01.c'], revision: 6 }), { task: 'nothing' });
    await assertRefused({ type: 'details', rows: ['01.c'], revision: 8 });
  });

  it('is opened by the summary that was clicked on', async () => {
    const summaries = [await sentSummary(CONTENTS, 6), await sentSummary(LISTED, 7)];
    const open = { type: 'open', kind: 'matrixRow', row: '01.d', index: 0 } as const;
    assert.deepEqual(await received({ ...open, revision: 6 }, { summaries }), {
      task: 'open',
      target: { file: at('srm.csv'), at: { line: 5 } },
    });
    await assertRefused({ ...open, revision: 7 }, { summaries });
    await assertRefused({ ...open, revision: 5 }, { summaries });
    await assertRefused({ ...open, row: '01.b', index: 99, revision: 6 }, { summaries });
    await assertRefused({ ...open, row: 'constructor', revision: 6 }, { summaries });
  });
});

describe('a filter that the summary’s page saves', () => {
  const save = (name: string, view = ALL): ToHost => ({ type: 'saveFilter', name, view });

  it('is that of the assessment that is shown, and has no spaces around its name', async () => {
    const view = { ...ALL, text: 'log' };
    const { assessment } = await sentSummary();
    for (const name of ['New', 'Mine'])
      assert.deepEqual(await received(save(` ${name} `, view)), {
        task: 'saveFilter',
        assessment,
        filter: { name, view },
      });
  });

  it('is taken away by its name', async () => {
    const { assessment } = await sentSummary();
    assert.deepEqual(await received({ type: 'deleteFilter', name: 'Mine' }), {
      task: 'deleteFilter',
      assessment,
      name: 'Mine',
    });
    await assertRefused({ type: 'deleteFilter', name: 'Yours' });
  });

  it('has a name of a sensible length, and is no larger than a person makes it', async () => {
    await assertRefused(save(' '));
    await assertRefused(save('x'.repeat(101)));
    assert.equal((await received(save('x'.repeat(100)))).task, 'saveFilter');
    await assertRefused(save('Large', { ...ALL, text: 'x'.repeat(50_000) }));
  });

  it('is one of fifty at most', async () => {
    const savedFilters = Array.from({ length: 50 }, (_, index) => ({ name: `F${index}`, view: ALL }));
    await assertRefused(save('One more'), { savedFilters });
    assert.equal((await received(save('F7'), { savedFilters })).task, 'saveFilter');
  });
});
