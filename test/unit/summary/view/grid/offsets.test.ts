import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createOffsets } from '../../../../../src/summary/view/grid/offsets';

describe('where lines of the table stand', () => {
  const tables = fc.record({
    count: fc.nat(60),
    height: fc.integer({ min: 1, max: 60 }),
    heights: fc.dictionary(fc.nat(59).map(String), fc.double({ min: 0, max: 900, noNaN: true })),
  });

  it('is what one gets by adding up line by line', () => {
    fc.assert(
      fc.property(tables, fc.double({ min: -50, max: 60_000, noNaN: true }), ({ count, height, heights }, top) => {
        const extras = Object.entries(heights)
          .map(([index, extra]) => ({ index: Number(index), height: extra }))
          .filter(({ index }) => index < count)
          .sort((one, other) => one.index - other.index);
        const offsets = createOffsets(count, height, extras);
        let expected = 0;
        let at = count === 0 ? -1 : 0;
        for (let index = 0; index < count; index++) {
          assert.ok(Math.abs(offsets.topOf(index) - expected) < 1e-6);
          assert.equal(offsets.openBefore(index), extras.filter((extra) => extra.index < index).length);
          if (offsets.topOf(index) <= top) at = index;
          expected += height + (extras.find((extra) => extra.index === index)?.height ?? 0);
        }
        assert.ok(Math.abs(offsets.total - expected) < 1e-6);
        assert.equal(offsets.indexAt(top), at);
      }),
    );
  });
});
