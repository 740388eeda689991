import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { catalog } from '../../../../src/core/csf/catalog';
import { type Change, type ChangeKind, compareMatrices } from '../../../../src/core/matrix/compare';
import { excerpt } from '../../../../src/core/matrix/excerpt';
import type { MatrixEntry } from '../../../../src/core/matrix/matrix';
import { INHERITABILITY_OF, RESPONSIBILITIES } from '../../../../src/core/matrix/responsibility';
import { type MatrixIndex, rollUp, type Verdict } from '../../../../src/core/matrix/rollUp';
import { matrix } from '../../given';

const CONTROLS = [...catalog.controls.keys()].slice(0, 4);

const anyEntry: fc.Arbitrary<MatrixEntry> = fc
  .record({
    control: fc.constantFrom(...CONTROLS),
    number: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    cvid: fc.option(fc.constantFrom('12.0', '12', '12.00', '7.0', '9.0'), { nil: undefined }),
    element: fc.option(fc.constantFrom('1', '2'), { nil: undefined }),
    csfVersion: fc.option(fc.constantFrom('11.1', '11.2'), { nil: undefined }),
    responsibility: fc.option(fc.constantFrom(...RESPONSIBILITIES), { nil: null }),
    customerText: fc.option(fc.constantFrom('one two', 'one three', 'four'), { nil: undefined }),
    providerText: fc.option(fc.constantFrom('five', 'six seven'), { nil: undefined }),
  })
  .map(({ number, control, responsibility, cvid, element, csfVersion, customerText, providerText }) => ({
    file: 'srm.csv',
    line: 1,
    control,
    responsibility,
    inheritability: responsibility && INHERITABILITY_OF[responsibility],
    ...(number !== undefined && { requirement: `11${number}.${control.replace('.', '')}1System.${number}` }),
    ...(cvid !== undefined && { cvid }),
    ...(element !== undefined && { element }),
    ...(csfVersion !== undefined && { csfVersion }),
    ...(customerText !== undefined && { customerText }),
    ...(providerText !== undefined && { providerText }),
  }));

const anyMatrix: fc.Arbitrary<MatrixIndex> = fc
  .array(anyEntry, { maxLength: 14 })
  .map((entries) => rollUp([{ ...matrix('ID,Inheritability\n01.a,None'), entries }]));

const SWAPPED: Partial<Record<ChangeKind, ChangeKind>> = {
  added: 'removed',
  removed: 'added',
  raised: 'lowered',
  lowered: 'raised',
  clarified: 'unclear',
  unclear: 'clarified',
};

describe('the comparison of any two matrices', () => {
  it('is empty for a matrix and itself', () => {
    fc.assert(
      fc.property(anyMatrix, (index) => {
        assert.deepEqual(compareMatrices(index, index), { changes: [], notCompared: [] });
      }),
    );
  });

  it('tells of each id once', () => {
    fc.assert(
      fc.property(anyMatrix, anyMatrix, (old, now) => {
        const ids = compareMatrices(old, now).changes.map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length, ids.join());
      }),
    );
  });

  it('says the opposite when the two are swapped', () => {
    const key = (kind: ChangeKind, old: string, now: string, changes: Change): string =>
      JSON.stringify([kind, old, now, changes.words.map(({ column }) => column)]);
    fc.assert(
      fc.property(anyMatrix, anyMatrix, (old, now) => {
        const there = compareMatrices(old, now).changes.map((change) =>
          key(SWAPPED[change.kind] ?? change.kind, change.id, change.oldId ?? change.id, change),
        );
        const back = compareMatrices(now, old).changes.map((change) =>
          key(change.kind, change.oldId ?? change.id, change.id, change),
        );
        assert.deepEqual(there.toSorted(), back.toSorted());
      }),
    );
  });

  it('accounts for every unit: what is not told of says the same in both', () => {
    fc.assert(
      fc.property(anyMatrix, anyMatrix, (old, now) => {
        const { changes, notCompared } = compareMatrices(old, now);
        // Elements that only one of the two has are not compared, and that is said.
        const elementsOf = (verdict: Verdict | undefined): unknown =>
          notCompared.includes('element') ? undefined : verdict?.elements;
        const toldOf = new Set(
          changes.flatMap(({ id, oldId, old: before, new: after }) => [
            id,
            oldId ?? id,
            ...[before, after].flatMap((side) => side?.units.map((unit) => unit.id) ?? []),
          ]),
        );
        for (const { id, verdict } of [...old.units, ...now.units]) {
          if (toldOf.has(id)) continue;
          const others = [old, now].map((index) => index.units.find((unit) => unit.id === id)?.verdict);
          for (const other of others) {
            assert.deepEqual(
              [other?.responsibility, other?.inheritability, elementsOf(other), other?.unknown],
              [verdict.responsibility, verdict.inheritability, elementsOf(verdict), verdict.unknown],
              id,
            );
          }
        }
      }),
    );
  });
});

describe('an excerpt', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd e'), { maxLength: 12 }).map((list) => list.join(' '));

  it('puts what each text says between what both say', () => {
    fc.assert(
      fc.property(words, words, (old, now) => {
        const found = excerpt(old, now);
        const join = (middle: string): string =>
          [found.before, middle, found.after].join(' ').replaceAll('…', '').trim();
        const squeeze = (text: string): string => text.split(/\s+/).filter(Boolean).join(' ');
        assert.ok(squeeze(old).includes(squeeze(join(found.old))));
        assert.ok(squeeze(now).includes(squeeze(join(found.new))));
        assert.equal(squeeze(old) === squeeze(now), found.old === '' && found.new === '');
      }),
    );
  });

  it('stays short, however long the texts are', () => {
    const found = excerpt(`x ${'y'.repeat(30_000)} z`, `${'w '.repeat(10_000)}😀`.repeat(2));
    for (const part of Object.values(found) as string[]) assert.ok(part.length < 800, String(part.length));
  });
});
