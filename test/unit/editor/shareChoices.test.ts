import assert from 'node:assert/strict';
import type { Summary } from '../../../src/core/assessment/summary';
import { catalog } from '../../../src/core/csf/catalog';
import { partChoices, partOf } from '../../../src/editor/shareChoices';

/** Controls with their requirements and owners, as far as parts are chosen by them. */
function controls(...given: readonly (readonly [id: string, units: Readonly<Record<string, string | undefined>>])[]) {
  const all = given.map(([id, units]) => ({
    id,
    category: id.slice(0, 2),
    units: Object.entries(units).map(([unit, owner]) => ({
      id: unit,
      listed: { ...(owner !== undefined && { owner }) },
    })),
  }));
  return all as unknown as Summary['controls'];
}

describe('the parts that can be shared', () => {
  const choices = partChoices(
    { controls: controls(['09.aa', { r3: 'Ana' }], ['01.c', { r1: 'Kim', r2: undefined }], ['01.d', { r4: 'Ana' }]) },
    catalog,
  );

  it('are what each owner answers for, and the categories, each by its name', () => {
    assert.deepEqual(
      choices.map(({ kind, label, rows }) => [kind, label, rows.join()]),
      [
        ['owner', 'Ana', 'r3,r4'],
        ['owner', 'Kim', 'r1'],
        ['category', '01 Access Control', '01.c,01.d'],
        ['category', '09 Communications and Operations Management', '09.aa'],
      ],
    );
  });

  it('can be several, and are told by their names', () => {
    const picked = choices.filter(({ label }) => /^(?:Ana|01)/.test(label));
    assert.deepEqual(partOf(picked), { rows: ['r3', 'r4', '01.c', '01.d'], filter: 'Ana, 01 Access Control' });
  });
});
