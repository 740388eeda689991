import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { slipsBetween, slipsToBeginning } from '../../../src/core/slips';

describe('slips of the pen', () => {
  for (const [a, b, expected] of [
    ['privilege', 'privilege', 0],
    ['priviledge', 'privilege', 1],
    ['privlege', 'privilege', 1],
    ['privelege', 'privilege', 1],
    ['privileeg', 'privilege', 1],
    ['priviledges', 'privilege', 2],
    ['password', 'privilege', undefined],
    ['', '', 0],
    ['', 'ab', 2],
    ['', 'abc', undefined],
  ] as const) {
    it(`between "${a}" and "${b}" are ${expected ?? 'more than two'}`, () =>
      assert.equal(slipsBetween(a, b, 2), expected));
  }

  it('are the same in both directions, and none only between equals', () => {
    const word = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const slips = slipsBetween(a, b, 3);
        assert.equal(slips, slipsBetween(b, a, 3));
        assert.equal(slips === 0, a === b);
      }),
    );
  });

  it('to a beginning are the fewest to any beginning', () => {
    const word = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') });
    fc.assert(
      fc.property(word, word, fc.nat(3), (a, b, most) => {
        const slips = Array.from(
          { length: b.length + 1 },
          (_, end) => slipsBetween(a, b.slice(0, end), most) ?? Infinity,
        );
        assert.equal(slipsToBeginning(a, b, most) ?? Infinity, Math.min(...slips));
      }),
    );
  });
});
