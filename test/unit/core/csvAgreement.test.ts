import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parse } from 'papaparse';
import { csvSteps, type Delimiter, DELIMITERS } from '../../../src/core/csv';
import { finish } from '../../../src/core/steps';

// A second reader, written by others, reads the same files. Files on which the two cannot agree are not made:
// - Papa Parse takes one kind of line end for a file, and ours any of them in turn. Inside quotation marks all are made.
// - Text behind a closing quotation mark (`"a" b`), which no standard gives a meaning, Papa Parse joins to the cell in its
//   own way, and ours keeps with its quotation marks, as it was typed.
// - Ours reads a quotation mark that never closes up to its row and says so; Papa Parse takes the rest for one cell. Only
//   the rows before it are compared.
// - The byte order mark is taken off before ours is asked, where the file is decoded.

const characters = fc.constantFrom('a', 'B', '7', ' ', ' ', '\u00a0', 'é', '–', '\u{1F512}', '_', '=', "'", '\\', '#');
const inner = fc.constantFrom('"', ',', ';', '\t', '|', '\n', '\r\n', '\r', 'x');

interface Cell {
  readonly text: string;
  readonly isQuoted: boolean;
}

const cells: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: characters, maxLength: 5 }).map((text) => ({ text, isQuoted: false })),
  fc.string({ unit: fc.oneof(characters, inner), maxLength: 8 }).map((text) => ({ text, isQuoted: true })),
  // A quotation mark inside a cell that has none around it is text.
  fc.constantFrom('3" disk', 'a"b"', 'x""').map((text) => ({ text, isQuoted: false })),
);

const files = fc.record({
  rows: fc.array(fc.array(cells, { minLength: 1, maxLength: 5 }), { maxLength: 6 }),
  delimiter: fc.constantFrom<Delimiter>(...DELIMITERS),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  endsWithLineEnd: fc.boolean(),
  isCutOff: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
  piece: fc.constantFrom(1, 7, 50, 65_536),
});

describe('delimited text', () => {
  it('is read as a second, independent reader reads it, in 10,000 files', () => {
    let compared = 0;
    fc.assert(
      fc.property(files, ({ rows, delimiter, lineEnd, endsWithLineEnd, isCutOff, piece }) => {
        const lines = rows.map((row) =>
          row
            .map(({ text, isQuoted }) =>
              // A delimiter is made in quoted cells only.
              isQuoted ? `"${text.replaceAll('"', '""')}"` : text,
            )
            .join(delimiter),
        );
        const text = lines.join(lineEnd) + (endsWithLineEnd ? lineEnd : '');
        const end = isCutOff ? `${text === '' || endsWithLineEnd ? '' : lineEnd}x${delimiter}"cut${lineEnd}off` : '';
        const ours = finish(csvSteps(text + end, delimiter, Infinity, piece));
        const { data } = parse<string[]>(text, { delimiter, newline: lineEnd, skipEmptyLines: 'greedy' });
        assert.deepEqual(
          ours.rows.map((row) => row.cells),
          data,
        );
        assert.equal(ours.unclosedQuoteLine !== undefined, isCutOff);
        compared++;
      }),
      { numRuns: 10_000 },
    );
    assert.ok(compared >= 10_000);
  });
});
