import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { canonical, readSharingRegister } from '../../../../src/core/sharing/sharingRegister';
import { nextShareId, sharesOf, statusText } from '../../../../src/core/sharing/shares';
import { keptAsText } from '../../../../src/core/sharing/spreadsheetText';
import { digest, registerOf, share } from './givenShares';

const HEADER = 'id,event,date,recipient,expires,statuses';
const read = (...lines: readonly string[]): ReturnType<typeof readSharingRegister> =>
  readSharingRegister(new TextEncoder().encode([HEADER, ...lines].join('\n')), 'sharing.csv', 'sharing.csv', digest);
const slips = async (...lines: readonly string[]): Promise<readonly string[]> =>
  (await read(...lines)).problems.map(({ at, code }) => `${at && 'line' in at ? at.line : ''} ${code}`);

describe('the sharing register', () => {
  it('is read row by row, and what is wrong in one leaves the others', async () => {
    assert.deepEqual(
      await slips(
        'A,shared,2026-11-22,Jo,2027-01-31',
        'B,lent,2026-11-22,Jo,',
        'C,shared,tomorrow,Jo,',
        'D,shared,,Jo,03/04/2027',
        ',shared,2026-11-22,Jo,',
        'A,shared,2026-11-23,Jo,',
        'E,returned,2026-11-22,Jo,',
      ),
      [
        ...['3 unknown-share-event', '4 unreadable-date', '5 unreadable-date', '5 unreadable-date'],
        ...['6 share-without-id', '7 repeated-share', '8 unknown-share'],
      ],
    );
    assert.equal((await read('B,lent,2026-11-22,Jo,')).rows.length, 1);
  });

  it('takes events in any case, days in a form that can be one day only, and columns it does not know', async () => {
    const csv = 'note,Id,Event,Date,Recipient\nx,A,Shared,22.11.2026,Jo\n';
    const { rows, problems } = await readSharingRegister(new TextEncoder().encode(csv), 's', 's', digest);
    assert.deepEqual(problems, []);
    assert.deepEqual([rows[0]?.event, rows[0]?.date], ['shared', '2026-11-22']);
  });

  it('cannot do without the columns that say who got what', async () => {
    const { problems, columns } = await readSharingRegister(
      new TextEncoder().encode('id,event,date\n'),
      's',
      's',
      digest,
    );
    assert.deepEqual([problems.map(({ code }) => code), columns], [['missing-register-column'], []]);
  });

  it('gives back what was recorded, whatever a spreadsheet would have made of it', async () => {
    const agreement = ['0012', '=1+1', '+353 1 555', '1/2', '2026-01', 'Mar 5', '12 March', 'TRUE', '1E5', '5 %'];
    const { csv } = await registerOf(agreement.map((value) => share({ agreement: value })));
    const { rows } = await readSharingRegister(new TextEncoder().encode(csv), 's', 's', digest);
    assert.deepEqual(
      rows.map(({ cells }) => cells.agreement),
      agreement,
    );
    for (const value of agreement) assert.ok(csv.includes(`,'${value},`), value);
    assert.ok(csv.includes(',assessor,') && csv.includes(',2026-11-22,') && csv.includes(`,${'ab'.repeat(32)},`));
  });

  it('begins no formula where a spreadsheet splits at semicolons, and gives back what was recorded', async () => {
    const agreement = ['NDA;=1+1', 'NDA; "\uff1dHYPERLINK(1)', 'a;b;@SUM(1);-2', 'NDA 7; annex', "NDA;it's so"];
    const { csv } = await registerOf(agreement.map((value) => share({ agreement: value })));
    assert.doesNotMatch(csv, /;[\s"]*[=+\-@\uff1d]/u);
    assert.ok(csv.includes(',NDA 7; annex,') && csv.includes(",NDA;it's so,"));
    const { rows } = await readSharingRegister(new TextEncoder().encode(csv), 's', 's', digest);
    assert.deepEqual(
      rows.map(({ cells }) => cells.agreement),
      agreement,
    );
    for (const { cells, computed } of rows) assert.equal(computed, cells.hash);
  });

  it('takes what was kept once for what it was, however often it is kept again', () => {
    const nasty = fc.array(fc.constantFrom(';', "'", '"', '=', '@', ' ', 'a', '\u0338', '\u200b'), { maxLength: 12 });
    fc.assert(
      fc.property(nasty, (parts) => {
        const told = canonical(parts.join(''));
        assert.equal(canonical(keptAsText(told)), told);
        assert.equal(canonical(told), told);
      }),
    );
  });
});

describe('who has what', () => {
  const states = async (statuses: string | undefined, ...lines: readonly string[]): Promise<readonly string[]> =>
    sharesOf((await read(...lines)).rows, '2026-12-01', statuses).map(({ id, state }) => `${id} ${state}`);

  it('is told of each copy by its last event and its date', async () => {
    assert.deepEqual(
      await states(
        undefined,
        'A,shared,2026-11-01,Jo,2026-12-01',
        'B,shared,2026-11-01,Jo,2026-11-30',
        'C,shared,2026-11-01,Jo,2026-11-30',
        'C,returned,2026-11-20,Jo,',
        'D,shared,2026-11-01,Jo,',
        'D,destroyed,2026-11-20,Jo,',
        'D,returned,2026-11-21,Jo,',
        'E,returned,2026-11-21,Jo,',
      ),
      ['A out', 'B past-date', 'C returned', 'D destroyed'],
    );
  });

  it('tells of an old version where the statuses are others than then, and nothing where they are not known', async () => {
    const lines = [
      'A,shared,2026-11-01,Jo,,v1',
      'B,shared,2026-11-01,Jo,,v2',
      'C,shared,2026-11-01,Jo,,',
      'D,shared,2026-11-01,Jo,2026-11-02,v1',
    ];
    assert.deepEqual(await states('v2', ...lines), ['A outdated', 'B out', 'C out', 'D past-date']);
    assert.deepEqual(await states(undefined, ...lines), ['A out', 'B out', 'C out', 'D past-date']);
    const shares = sharesOf((await read(...lines)).rows, '2026-12-01', 'v2');
    assert.deepEqual(
      shares.map(({ isOutdated }) => isOutdated),
      [true, false, undefined, true],
    );
  });

  it('is asked for by the statuses alone, in whatever order they come', () => {
    const control = (
      id: string,
      status: 'complete' | 'unknown',
    ): Parameters<typeof statusText>[0]['controls'][number] => ({ id, status, units: [] }) as never;
    const text = statusText({ controls: [control('01.a', 'complete'), control('01.b', 'unknown')] });
    assert.equal(text, statusText({ controls: [control('01.b', 'unknown'), control('01.a', 'complete')] }));
    assert.notEqual(text, statusText({ controls: [control('01.a', 'complete'), control('01.b', 'complete')] }));
  });

  it('counts on from the highest number', async () => {
    assert.equal(nextShareId([]), 'S-0001');
    assert.equal(nextShareId((await read('S-0041,shared,,', 'X-99,shared,,', 'S-7,shared,,')).rows), 'S-0042');
  });
});
