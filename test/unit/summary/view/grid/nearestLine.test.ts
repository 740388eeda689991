import assert from 'node:assert/strict';
import type { Line } from '../../../../../src/summary/rows/lines';
import { nearestLine } from '../../../../../src/summary/view/grid/nearestLine';

const row = (id: string, group = ''): Line =>
  ({ kind: 'row', key: `${group}/${id}`, row: { id }, level: 1, isOpen: false, found: {} }) as unknown as Line;

function nearest(before: readonly Line[], index: number, after: readonly Line[]): string | undefined {
  const indexes = new Map(after.map(({ key }, at) => [key, at]));
  return after[nearestLine(before, index, after, indexes)]?.key;
}

describe('the line that gets the focus when others are shown', () => {
  const before = [row('a'), row('b'), row('c'), row('d')];

  it('is the same one, wherever it is now', () => {
    assert.equal(nearest(before, 1, [row('x'), row('d'), row('b')]), '/b');
  });

  it('is the same row in a group, where it stands under another key', () => {
    assert.equal(nearest(before, 1, [row('c', 'g'), row('b', 'g')]), 'g/b');
  });

  it('is the next one that has stayed, else the one before', () => {
    assert.equal(nearest(before, 1, [row('a'), row('d')]), '/d');
    assert.equal(nearest(before, 3, [row('a'), row('b')]), '/b');
  });

  it('is the one at its place where none has stayed, and none where there are no lines', () => {
    assert.equal(nearest(before, 1, [row('x'), row('y'), row('z')]), '/y');
    assert.equal(nearest(before, 3, [row('x')]), '/x');
    assert.equal(nearest(before, 1, []), undefined);
    assert.equal(nearest([], -1, [row('x')]), '/x');
  });
});
