import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readSheetQuery, sheetQuery, sheetText } from '../../../../src/core/workbook/sheetText';

describe('a sheet as text', () => {
  it('has row n on line n, and its cells with a bar between them', () => {
    const rows = [
      { line: 2, cells: ['BUID', '', 'Responsibility'] },
      { line: 5, cells: ['1149.01c2System.9', 'a | b', 'Shared'] },
    ];
    assert.equal(sheetText(rows), '\nBUID |  | Responsibility\n\n\n1149.01c2System.9 | a | b | Shared');
  });

  it('shows a line break inside a cell, and of a very long one the beginning', () => {
    const [line = ''] = sheetText([{ line: 1, cells: ['a\r\nb\nc\td', 'x'.repeat(29_000)] }]).split('\n');
    assert.equal(line, `a⏎b⏎c d | ${'x'.repeat(999)}…`);
  });

  it('is nothing for a sheet without rows', () => assert.equal(sheetText([]), ''));

  it('has as many lines as its last row says, whatever is in the cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\u2028', '\u2029', '\u0085', '\f', '\v') });
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), cell, (numbers, text) => {
        const lines = numbers.toSorted((a, b) => a - b);
        const found = sheetText(lines.map((line) => ({ line, cells: [`row ${line}`, text] }))).split(
          /\r\n|[\n\v\f\r\u0085\u2028\u2029]/,
        );
        assert.equal(found.length, lines.at(-1));
        for (const line of lines) assert.ok(found[line - 1]?.startsWith(`row ${line} |`));
      }),
    );
  });
});

describe('the address of a sheet', () => {
  it('is the same once it was a query, whatever the names', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (location, sheet) => {
        assert.deepEqual(readSheetQuery(sheetQuery({ location, sheet })), { location, sheet });
      }),
    );
  });

  for (const query of ['', '{}', '[1,2]', '["a"]', 'null', '[', '"ab"']) {
    it(`is none in the query ${query || 'that is empty'}`, () => assert.equal(readSheetQuery(query), undefined));
  }
});
