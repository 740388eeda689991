import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { STATUSES } from '../../../../src/core/assessment/status';
import { drawBar, placeSegments } from '../../../../src/core/report/barPicture';
import type { SvgNode } from '../../../../src/core/report/svg';
import { drawSwatch } from '../../../../src/core/report/tonePattern';

const bar = (counts: readonly number[]): readonly { value: string; count: number }[] =>
  counts.map((count, index) => ({ value: STATUSES[index % STATUSES.length] ?? 'unknown', count }));
const placed = (counts: readonly number[], width: number, total = 0): readonly (readonly [number, number])[] =>
  placeSegments(bar(counts), { width, total }).map(({ x, width: wide }) => [x, wide]);
/** All elements of a picture. */
const all = (node: SvgNode): readonly SvgNode[] => [
  node,
  ...node.children.flatMap((child) => (typeof child === 'string' ? [] : all(child))),
];
const draw = (counts: readonly number[], radius?: number): SvgNode =>
  drawBar(bar(counts), { width: 100, height: 10, idPrefix: 'a', ...(radius !== undefined && { radius }) });

describe('the segments of a bar', () => {
  const counts = fc.array(fc.nat({ max: 3_000 }), { maxLength: 7 });
  const width = fc.integer({ min: 27, max: 2_000 });

  it('fill the width to the last unit, in their order, a gap of 1 apart, none narrower than 3', () => {
    fc.assert(
      fc.property(counts, width, (some, wide) => {
        const shown = placeSegments(bar(some), { width: wide });
        assert.deepEqual(
          shown.map(({ value, count }) => ({ value, count })),
          bar(some).filter(({ count }) => count > 0),
        );
        assert.ok(shown.every((segment) => segment.width >= 3 && Number.isInteger(segment.width)));
        const ends = [-1, ...shown.map((segment) => segment.x + segment.width)];
        assert.deepEqual(
          shown.map(({ x }) => x),
          ends.slice(0, -1).map((end) => end + 1),
        );
        assert.equal(ends.at(-1), shown.length > 0 ? wide : -1);
      }),
    );
  });

  it('are as wide as their share, but for what rounding and the narrowest take', () => {
    assert.deepEqual(placed([50, 50], 101), [
      [0, 50],
      [51, 50],
    ]);
    assert.deepEqual(
      placed([5, 1, 5], 560).map(([, wide]) => wide),
      [254, 50, 254],
    );
    assert.deepEqual(placed([1, 999], 100), [
      [0, 3],
      [4, 96],
    ]);
    fc.assert(
      fc.property(counts, width, (some, wide) => {
        const shown = placeSegments(bar(some), { width: wide }).toSorted((a, b) => a.count - b.count);
        for (const [index, { width: one }] of shown.entries())
          assert.ok(one <= (shown[index + 1]?.width ?? Infinity) + 1, 'more is never shown as less');
      }),
    );
  });

  it('are together as long as their sum is of the total, and never longer than the width', () => {
    assert.deepEqual(placed([25, 25], 100, 100), [
      [0, 25],
      [26, 24],
    ]);
    assert.deepEqual(placed([1, 1], 100, 100_000), [
      [0, 3],
      [4, 3],
    ]);
    assert.deepEqual(placed([60], 100, 50), [[0, 100]]);
    fc.assert(
      fc.property(counts, width, fc.nat(), (some, wide, total) => {
        const end = placed(some, wide, total).at(-1);
        assert.ok(!end || end[0] + end[1] <= wide);
      }),
    );
  });

  it('share out a picture that is too narrow for all of them, and are never NaN or less than nothing', () => {
    const odd = fc.oneof(fc.nat(), fc.constantFrom(NaN, Infinity, -Infinity, -1, 0.5));
    fc.assert(
      fc.property(
        fc.array(odd, { maxLength: 9 }),
        fc.integer({ min: 0, max: 40 }),
        fc.oneof(odd, fc.nat()),
        (some, wide, total) => {
          for (const [x, one] of placed(some, wide, total)) assert.ok(x >= 0 && one >= 0);
        },
      ),
    );
    const end = placed([1, 1, 1, 1, 1, 1, 1], 20).at(-1);
    assert.ok(end && Math.abs(end[0] + end[1] - 20) < 1e-9);
  });
});

describe('the picture of a bar', () => {
  it('tells statuses apart by colour class and by a pattern of their own', () => {
    const elements = all(draw([1, 1, 1, 1, 1, 1, 1]));
    const tones = elements.flatMap(({ attributes }) => String(attributes['class'] ?? '').match(/^tone-.*/) ?? []);
    assert.deepEqual(
      tones,
      STATUSES.map((status) => `tone-${status}`),
    );
    const ids = elements.filter(({ name }) => name === 'pattern').map(({ attributes }) => attributes['id']);
    assert.equal(ids.length, STATUSES.length - 1);
    for (const id of ids) assert.ok(elements.some(({ attributes }) => attributes['fill'] === `url(#${String(id)})`));
    const lines = elements.filter(({ attributes }) => /^pattern /.test(String(attributes['class'])));
    assert.equal(new Set(lines.map(({ attributes }) => attributes['d'])).size, STATUSES.length - 1);
  });

  it('is an empty track where there is nothing', () => {
    for (const nothing of [[], [0, 0]]) {
      const elements = all(draw(nothing));
      assert.deepEqual(
        elements.filter(({ name }) => name === 'rect').map(({ attributes }) => attributes),
        [{ class: 'track', width: 100, height: 10 }],
      );
    }
  });

  it('is hidden from screen readers, has no inline style, and has round ends where they are wanted', () => {
    const elements = all(draw([3, 4], 5));
    assert.equal(elements[0]?.attributes['aria-hidden'], 'true');
    assert.ok(elements.every(({ attributes }) => !('style' in attributes)));
    assert.ok(elements.some(({ attributes }) => attributes['clip-path'] === 'url(#a-clip)'));
    assert.ok(!all(draw([3, 4])).some(({ name }) => name === 'clipPath'));
  });

  it('knows no pattern for what is no status', () => {
    const names = all(drawSwatch('constructor', { width: 12, height: 12, idPrefix: 'b' })).map(({ name }) => name);
    assert.deepEqual(names, ['svg', 'rect']);
    assert.ok(
      all(drawSwatch('complete', { width: 12, height: 12, idPrefix: 'b' })).some(({ name }) => name === 'pattern'),
    );
  });
});
