import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { catalog } from '../../../../src/core/csf/catalog';
import { categoryOf, compareControls, controlsBetween, parseControlId } from '../../../../src/core/csf/controlId';
import { controlIds } from './arbitraries';

describe('a control id', () => {
  it('in canonical form is parsed as itself', () => {
    fc.assert(fc.property(controlIds, (id) => assert.equal(parseControlId(id), id)));
  });

  for (const [text, id] of [
    ['01.C', '01.c'],
    ['01_a', '01.a'],
    ['0.a', '00.a'],
    ['09.AF', '09.af'],
    ['1.a', undefined],
    ['01.1', undefined],
    ['001.a', undefined],
    ['01.abc', undefined],
    ['01-a', undefined],
    [' 01.a', undefined],
    ['', undefined],
  ] as const) {
    it(`"${text}" is ${id ?? 'none'}`, () => assert.equal(parseControlId(text), id));
  }

  it('begins with its category', () => assert.equal(categoryOf('09.aa'), '09'));

  it('comes before another as in the framework, z before aa', () => {
    const sorted = ['00.a', '01.a', '01.b', '01.z', '02.a', '09.z', '09.aa', '09.af', '10.a'];
    assert.deepEqual(sorted.toReversed().toSorted(compareControls), sorted);
  });

  it('is in the catalog in that order', () => {
    assert.deepEqual([...catalog.controls.keys()].toSorted(compareControls), [...catalog.controls.keys()]);
  });
});

describe('the controls between two', () => {
  for (const [first, last, existing, missing] of [
    ['01.a', '01.c', '01.a 01.b 01.c', ''],
    ['01.a', '01.a', '01.a', ''],
    ['09.y', '09.ab', '09.y 09.z 09.aa 09.ab', ''],
    ['04.a', '04.f', '04.a 04.b', '04.c 04.d 04.e 04.f'],
    ['14.a', '14.b', '', '14.a 14.b'],
  ] as const) {
    it(`${first} and ${last} are ${existing || 'none'}; ${missing || 'none'} of them would not exist`, () => {
      const between = controlsBetween(first, last, catalog);
      assert.deepEqual([between?.existing.join(' '), between?.missing.join(' ')], [existing, missing]);
    });
  }

  for (const [first, last] of [
    ['01.c', '01.a'],
    ['01.a', '02.b'],
    ['09.aa', '09.z'],
  ] as const) {
    it(`${first} and ${last} are no range`, () => assert.equal(controlsBetween(first, last, catalog), undefined));
  }
});
