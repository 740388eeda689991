import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type Delimiter, DELIMITERS, readCsv } from '../../../src/core/csv';
import { cellAt, cellText, type CsvCell } from '../../../src/core/csvCell';

describe('the cell at an offset', () => {
  /** `^` stands for the cursor. */
  const at = (marked: string, delimiter: Delimiter = ','): CsvCell | undefined =>
    cellAt(marked.replace('^', ''), marked.indexOf('^'), delimiter);
  const told = (marked: string, delimiter?: Delimiter): string => {
    const cell = at(marked, delimiter);
    return cell ? `${cell.column}: ${marked.replace('^', '').slice(cell.start, cell.end)}` : 'none';
  };

  for (const [marked, expected] of [
    ['id,state\n^01.c,x\n', 'id: 01.c'],
    ['id,state\n01.c^,x\n', 'id: 01.c'],
    ['id,state\n01.c,^x\n', 'state: x'],
    ['id,state\n01.c,^', 'state: '],
    ['id,state\n01.c,^\n02.a,y\n', 'state: '],
    ['id,state\n^', 'id: '],
    ['id,state\r\n01.c,x^\r\n', 'state: x'],
    ['\n\nid,Maturity Level\n\n01.c,^', 'maturity_level: '],
    ['id,state\n"a,b",^x', 'state: x'],
    ['id,state\n"a\nb",^x', 'state: x'],
    ['id,state\n"a ""b"" c",^x', 'state: x'],
    ['id,state\n01.c,"^x"', 'state: x'],
    ['id,state\n01.c,"x^"\n', 'state: x'],
    ['id,state\n01.c,x,^y', ': y'],
    ['"id","the ""state"""\n01.c,^x', 'the_state: x'],
  ] as const) {
    it(`is "${expected}" in ${JSON.stringify(marked)}`, () => assert.equal(told(marked), expected));
  }

  it('is none in the headings and above them', () => {
    for (const marked of ['id,st^ate\n01.c,x', '^\nid,state\n', '^']) assert.equal(told(marked), 'none', marked);
  });

  it('ends with its line, or before the next delimiter, where a quotation mark is not closed yet', () => {
    assert.equal(told('id,state,note\n01.c,"^,n\n02.a,"x",m\n'), 'state: ');
    assert.equal(told('id,state\n01.c,"re^\n02.a,"x"\n'), 'state: re');
    assert.equal(told('id,state\n01.c,"re^'), 'state: re');
  });

  it('tells the rest of its row, and whether it is the last', () => {
    const cell = at('id,state,note\n"01.c",^,"a, b"');
    assert.deepEqual([cell?.row.get('id'), cell?.row.get('note'), cell?.isLast], ['01.c', 'a, b', false]);
    assert.equal(at('id,state\n01.c,^')?.isLast, true);
  });

  const cells = fc.string({
    unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\t', '|', '\n', '\r\n'),
    maxLength: 6,
  });
  const files = fc.record({
    rows: fc.array(fc.array(cells, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
    delimiter: fc.constantFrom(...DELIMITERS),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    quotesAll: fc.boolean(),
  });

  it('is for each place of each cell the one that a reader finds there', () => {
    fc.assert(
      fc.property(files, ({ rows, delimiter, lineEnd, quotesAll }) => {
        const write = (cell: string): string => {
          const needsQuotes = quotesAll || /["\r\n]/.test(cell) || cell.includes(delimiter);
          return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
        };
        let text = ['one', 'two', 'three'].join(delimiter) + lineEnd;
        for (const row of rows) {
          for (const [index, value] of row.entries()) {
            const written = write(value);
            const whole = `${text}${written}${[...row.slice(index + 1).map(write)].map((cell) => delimiter + cell).join('')}${lineEnd}`;
            for (let place = 0; place <= written.length; place++) {
              // Between the two halves of a line end no cursor stands.
              if (written.slice(place - 1, place + 1) === '\r\n') continue;
              const cell = cellAt(whole, text.length + place, delimiter);
              assert.equal(cell?.index, index);
              assert.equal(cell.column, ['one', 'two', 'three'][index]);
              assert.deepEqual(cell.row.get('one'), row[0]);
              if (!/[\r\n]/.test(value)) {
                assert.equal(whole.slice(cell.start, cell.end).replaceAll(cell.isQuoted ? '""' : '\0', '"'), value);
              }
            }
            text += written + (index < 2 ? delimiter : lineEnd);
          }
        }
      }),
    );
  });

  it('takes a value as it is read back', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom(...DELIMITERS), fc.boolean(), (value, delimiter, isQuoted) => {
        const written = cellText(value, { isQuoted }, delimiter);
        const text = `a${delimiter}b\nx${delimiter}${isQuoted ? `"${written}"` : written}\n`;
        assert.deepEqual(readCsv(text, delimiter).rows[1]?.cells, ['x', value]);
      }),
    );
  });
});
