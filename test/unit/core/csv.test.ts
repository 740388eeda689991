import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { DELIMITERS, readCsv, tidy } from '../../../src/core/csv';

describe('delimited text', () => {
  for (const [what, text, rows] of [
    ['a quoted cell with the delimiter, quotes and a line break', '"a,""b""\nc",d', [['a,"b"\nc', 'd']]],
    ['a quotation mark inside a cell as text', 'a 3" disk,b', [['a 3" disk', 'b']]],
    ['rows of different lengths', 'a,b,c\nd\n', [['a', 'b', 'c'], ['d']]],
    ['blank cells at the end', 'a,,', [['a', '', '']]],
    ['nothing', '', []],
  ] as const) {
    it(`is read with ${what}`, () =>
      assert.deepEqual(
        readCsv(text, ',').rows.map(({ cells }) => cells),
        rows,
      ));
  }

  for (const lineBreak of ['\n', '\r\n', '\r']) {
    it(`has the line of each row where lines end in ${JSON.stringify(lineBreak)}, in cells too`, () => {
      const text = ['a', '', '"b', 'c"', ' ', 'd'].join(lineBreak);
      assert.deepEqual(
        readCsv(text, ',').rows.map(({ line }) => line),
        [1, 3, 6],
      );
    });
  }

  it('is read up to a quotation mark that never closes, whose row is named', () => {
    const { rows, unclosedQuoteLine } = readCsv('a\nb\n"c\nd\n', ',');
    assert.deepEqual([rows.length, unclosedQuoteLine], [2, 3]);
  });

  it('is read no further than asked', () => assert.equal(readCsv('a\nb\nc', ',', 2).rows.length, 2));

  it('gives back the cells that were written, whatever is in them', () => {
    // A carriage return as the last character of a cell and all else is kept: cells are quoted.
    const cells = fc.array(fc.string({ unit: 'grapheme', maxLength: 10 }), { minLength: 1, maxLength: 5 });
    const rows = fc.array(
      cells.filter((row) => row.some((cell) => cell.trim() !== '')),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(rows, fc.constantFrom(...DELIMITERS), (written, delimiter) => {
        const text = written
          .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
          .join('\r\n');
        assert.deepEqual(
          readCsv(text, delimiter).rows.map((row) => row.cells),
          written,
        );
      }),
    );
  });

  it('never fails, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ' ', '\ufeff', '\0') }), (text) => {
        const lines = readCsv(text, ',').rows.map(({ line }) => line);
        assert.deepEqual(
          lines,
          [...new Set(lines)].toSorted((a, b) => a - b),
        );
      }),
    );
  });
});

describe('a tidy cell', () => {
  it('has no padding, no invisible characters and single spaces', () => {
    assert.equal(tidy('\ufeff\u00a0 01.c\u200b \r\n Title\u00a0\u00a0x '), '01.c Title x');
  });
});
