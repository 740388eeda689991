import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type ControlFilter,
  groupControls,
  GROUPINGS,
  type Grouping,
} from '../../../../src/core/assessment/controlGroups';
import { MATURITY_LEVELS } from '../../../../src/core/assessment/maturity';
import { STATUSES } from '../../../../src/core/assessment/status';
import type { Summary } from '../../../../src/core/assessment/summary';
import { catalog } from '../../../../src/core/csf/catalog';
import { type Given, summary } from '../../given';

const groupsOf = (of: Summary, grouping: Grouping, filter?: ControlFilter): Record<string, string[]> =>
  Object.fromEntries(
    groupControls(of, grouping, catalog, filter).map(({ key, controls }) => [
      key,
      controls.map(({ id, units }) => [id, ...units.map((unit) => unit.id).filter((unit) => unit !== id)].join(' ')),
    ]),
  );

const MATRIX = `
1149.01c2System.9,Partial
0201.01c1System.1,None
0201.09j1Organizational.124,Full
`.trim();

describe('the groups of controls', () => {
  const listed = summary({
    matrix: MATRIX,
    list: '1149.01c2System.9\n0201.01c1System.1\n0201.09j1Organizational.124',
    documents: { 'b.md': '01.c', 'a.md': '0201.09j1Organizational.124 and 01.c' },
  });

  it('by category hold each control once, in the order of the framework', () => {
    const made = summary({ matrix: MATRIX, documents: '09.j, 01.aa, 01.c and 01.z' });
    assert.deepEqual(Object.keys(groupsOf(made, 'category')), ['01', '09']);
    assert.deepEqual(
      groupControls(made, 'category', catalog)[0]?.controls.map(({ id }) => id),
      ['01.c', '01.z', '01.aa'].filter((id) => made.controlById.has(id)),
    );
  });

  it('by domain hold a control in each domain of its requirements, with those of that domain alone', () => {
    assert.deepEqual(groupsOf(listed, 'domain'), {
      '02': ['01.c 0201.01c1System.1', '09.j 0201.09j1Organizational.124'],
      11: ['01.c 1149.01c2System.9'],
    });
    const [, inEleven] = groupControls(listed, 'domain', catalog);
    assert.equal(inEleven?.controls[0]?.responsibility, 'shared');
  });

  it('by domain come last for what has no requirement that tells one', () => {
    const made = summary({ matrix: '01.c,Partial\n1149.01a1System.1,None', documents: '01.a 01.c' });
    assert.deepEqual(Object.keys(groupsOf(made, 'domain')).at(-1), '');
    assert.deepEqual(groupsOf(made, 'domain')[''], ['01.c']);
  });

  it('by document hold a control under each that names it, and last those that none names', () => {
    const withOther = summary({
      matrix: MATRIX,
      list: '1149.01c2System.9\n0201.09j1Organizational.124',
      documents: { 'b.md': '01.c', 'a.md': '01.c' },
    });
    assert.deepEqual(Object.keys(groupsOf(withOther, 'document')), ['a.md', 'b.md', '']);
    assert.deepEqual(groupsOf(withOther, 'document')[''], ['09.j 0201.09j1Organizational.124']);
  });

  it('by status stand in the order in which statuses count', () => {
    const keys = Object.keys(groupsOf(listed, 'status'));
    assert.deepEqual(
      keys,
      STATUSES.filter((status) => keys.includes(status)),
    );
  });

  it('hold only what is open, or what is looked for, where that is asked for', () => {
    const made = summary({
      matrix: '01.c,None\n09.j,Full',
      documents: '01.c 09.j',
      requests: '09.j,approved,external,100,no,Azure',
    });
    assert.deepEqual(groupsOf(made, 'category', { onlyOpen: true }), { '01': ['01.c'] });
    assert.deepEqual(groupsOf(made, 'category', { matches: ({ id }) => id === '09.j' }), { '09': ['09.j'] });
    assert.deepEqual(groupsOf(made, 'category', { onlyOpen: true, matches: ({ id }) => id === '09.j' }), {});
  });
});

const IDS = ['1149.01c2System.9', '0201.01c1System.1', '0201.09j1Organizational.124', '1801.08b1Organizational.124'];
const CONTROLS = ['01.c', '09.j', '08.b', '02.a'];
const anyGiven: fc.Arbitrary<Given> = fc
  .record({
    values: fc.array(fc.constantFrom('None', 'Partial', 'Full', 'Perhaps'), { minLength: 4, maxLength: 4 }),
    rows: fc.subarray(IDS, { minLength: 1 }),
    list: fc.option(fc.subarray(IDS, { minLength: 1 })),
    mentioned: fc.subarray([...IDS, ...CONTROLS], { minLength: 1 }),
    elsewhere: fc.subarray([...IDS, ...CONTROLS]),
    evidence: fc.array(fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...MATURITY_LEVELS)), { maxLength: 12 }),
  })
  .map(({ values, rows, list, mentioned, elsewhere, evidence }) => ({
    matrix: rows.map((id, index) => `${id},${values[index] ?? 'None'}`).join('\n'),
    ...(list && { list: list.join('\n') }),
    documents: { 'a.md': mentioned.join('\n'), 'b.md': elsewhere.join('\n') },
    evidence: evidence.map(([id, level]) => `${id},${level},https://x.y/z,collected`).join('\n'),
  }));

describe('in any assessment, the groups', () => {
  const check = (property: (of: Summary, grouping: Grouping) => void): void =>
    fc.assert(
      fc.property(anyGiven, fc.constantFrom(...GROUPINGS), (given, grouping) => {
        property(summary(given), grouping);
      }),
      { numRuns: 150 },
    );

  it('hold together exactly the controls of the summary', () => {
    check((of, grouping) => {
      const ids = groupControls(of, grouping, catalog).flatMap(({ controls }) => controls.map(({ id }) => id));
      assert.deepEqual([...new Set(ids)].toSorted(), of.controls.map(({ id }) => id).toSorted());
      if (grouping === 'category' || grouping === 'status') assert.equal(ids.length, of.totals.controls);
    });
  });

  it('add up to its totals by status, wherever nothing stands in two of them', () => {
    check((of, grouping) => {
      if (grouping === 'document') return;
      const controls = groupControls(of, grouping, catalog).flatMap((group) => group.controls);
      const isListed = of.basis === 'requirements';
      // By domain the parts of a control are several.
      if (!isListed && grouping === 'domain') return;
      const counted = isListed ? controls.flatMap(({ units }) => units) : controls;
      for (const status of STATUSES)
        assert.equal(counted.filter((each) => each.status === status).length, of.totals.byStatus[status], status);
    });
  });

  it('hold what is open, and nothing else, where only that is asked for', () => {
    check((of, grouping) => {
      const groups = groupControls(of, grouping, catalog, { onlyOpen: true });
      const open = of.controls.filter(({ openItems }) => openItems.length > 0).map(({ id }) => id);
      const ids = new Set(groups.flatMap(({ controls }) => controls.map(({ id }) => id)));
      assert.deepEqual([...ids].toSorted(), open.toSorted());
      for (const { controls } of groups) {
        assert.notEqual(controls.length, 0);
        assert.ok(controls.every(({ openItems }) => openItems.length > 0));
      }
    });
  });
});
