import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { createLineIndex } from '../../../src/core/lineIndex';

describe('the lines of a text', () => {
  const lines = createLineIndex('ab\r\nc\rd\n\n🔒e');
  for (const [offset, line, column] of [
    [0, 0, 0],
    [2, 0, 2],
    [4, 1, 0],
    [6, 2, 0],
    [8, 3, 0],
    [9, 4, 0],
    [11, 4, 2],
    [99, 4, 3],
    [-5, 0, 0],
  ] as const) {
    it(`put offset ${offset} at line ${line}, column ${column}`, () => {
      assert.deepEqual(lines.positionAt(offset), { line, column });
    });
  }

  it('begin where a position says, and behind the last at the text’s end', () => {
    assert.deepEqual([lines.startOf(0), lines.startOf(4), lines.startOf(5)], [0, 9, 12]);
  });

  it('give back every offset', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n', '🔒') });
    fc.assert(
      fc.property(texts, fc.nat(40), (text, number) => {
        const index = createLineIndex(text);
        const offset = Math.min(number, text.length);
        const { line, column } = index.positionAt(offset);
        assert.equal(index.startOf(line) + column, offset);
        assert.ok(column >= 0);
      }),
    );
  });
});
