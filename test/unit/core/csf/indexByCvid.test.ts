import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexByCvid } from '../../../../src/core/csf/indexByCvid';

type Row = readonly [id: string, cvid?: string];
const find = (rows: readonly Row[], cvid: string) => indexByCvid(rows, ([, own]) => own)(cvid);

describe('a requirement is found by its CVID', () => {
  it('as it is written', () =>
    assert.deepEqual(find([['a', '0873.0']], '0873.0'), { found: ['a', '0873.0'], by: 'text' }));

  it('as the number that a spreadsheet left of it, and says so', () => {
    for (const [own, cvid] of [
      ['0873.0', '873'],
      ['873', '0873.0'],
      ['2368.0', ' 2368 '],
    ] as const) {
      assert.deepEqual(find([['a', own]], cvid), { found: ['a', own], by: 'number' });
    }
  });

  it('by its text before its number', () => {
    const rows: readonly Row[] = [
      ['a', '0873.0'],
      ['b', '873'],
    ];
    assert.deepEqual(find(rows, '873'), { found: rows[1], by: 'text' });
  });

  it('but not on a guess: where several could be meant, it names them', () => {
    const rows: readonly Row[] = [
      ['a', '0873.0'],
      ['b', '0873.00'],
      ['c', '12.0'],
      ['d', '12.0'],
    ];
    assert.deepEqual(find(rows, '873'), { several: rows.slice(0, 2) });
    assert.deepEqual(find(rows, '12.0'), { several: rows.slice(2) });
  });

  it('and not by another number, nor by none', () => {
    const rows: readonly Row[] = [['a', '12.1'], ['b'], ['c', 'AB-1']];
    for (const cvid of ['12.10', '121', '', 'AB', '-12.1', '01.c']) assert.equal(find(rows, cvid), undefined, cvid);
  });

  it('whatever number it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), (number) => {
        const match = find([['a', `${String(number).padStart(4, '0')}.0`]], String(number));
        assert.ok(match && 'found' in match);
      }),
    );
  });
});
