import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { ByControl } from '../../../../src/core/assessment/byControl';

type Groups = Readonly<Record<string, readonly string[]>>;

const file = fc.constantFrom('a.md', 'b.md', 'c/d.md', 'Z.md');
const groups = fc.dictionary(
  fc.constantFrom('01.a', '01.b', '10.k'),
  fc.array(fc.constantFrom('x', 'y'), { minLength: 1 }),
);

describe('what files hold for each control', () => {
  it('is what each file held last, in the order of the files, whatever the order of the changes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(file, groups)), (changes) => {
        const byControl = new ByControl<string>();
        const last = new Map<string, Groups>();
        for (const [file, groups] of changes) {
          byControl.set(file, new Map(Object.entries(groups)));
          last.set(file, groups);
        }
        const held = [...last.values()];
        assert.deepEqual(byControl.controls.toSorted(), [...new Set(held.flatMap(Object.keys))].toSorted());
        for (const control of byControl.controls) {
          const expected = [...last.keys()].toSorted().flatMap((file) => last.get(file)?.[control] ?? []);
          assert.deepEqual(byControl.of(control).items, expected);
        }
      }),
    );
  });

  it('stands in the order that is asked for: an address sorts otherwise than the path it encodes', () => {
    const byControl = new ByControl<string>((file) => decodeURIComponent(file));
    for (const file of ['b%21.md', 'b%20.md', 'b-.md']) byControl.set(file, new Map([['01.a', [file]]]));
    assert.deepEqual(byControl.of('01.a').items, ['b%20.md', 'b%21.md', 'b-.md']);
  });

  it('stays the same object until it changes, and does not change once it was handed out', () => {
    const byControl = new ByControl<{ readonly line: number }>();
    byControl.set('a.md', new Map([['01.a', [{ line: 1 }]]]));
    byControl.set('b.md', new Map([['01.b', [{ line: 2 }]]]));
    const before = byControl.of('01.a');
    byControl.set('a.md', new Map([['01.a', [{ line: 1 }]]]));
    byControl.set('b.md', new Map());
    assert.equal(byControl.of('01.a'), before);
    byControl.set('a.md', new Map([['01.a', [{ line: 7 }]]]));
    assert.notEqual(byControl.of('01.a'), before);
    assert.deepEqual(before.items, [{ line: 1 }]);
  });
});
