import assert from 'node:assert/strict';
import { catalog } from '../../../../src/core/csf/catalog';
import { readSubject } from '../../../../src/core/csf/subject';
import { readCsv, shortened, tidy } from '../../../../src/core/csv';
import { markColumns, readHeader } from '../../../../src/core/matrix/columns';
import { isMeaningless } from '../../../../src/core/matrix/headerReader';
import type { Matrix } from '../../../../src/core/matrix/matrix';
import { previewMatrix } from '../../../../src/core/matrix/preview';
import { readMatrix } from '../../../../src/core/matrix/readMatrix';
import { kindOfValue, readMark, readResponsibility } from '../../../../src/core/matrix/responsibility';
import { rollUp } from '../../../../src/core/matrix/rollUp';
import { versionsOf } from '../../../../src/core/matrix/statements';
import { inline } from '../../../../src/core/report/markdownText';
import { finish } from '../../../../src/core/steps';
import { sheetText } from '../../../../src/core/workbook/sheetText';
import { csv, matrix, reading } from '../../given';

// Nothing here measures time. Sizes are such that what takes time in proportion takes moments, and what takes it in
// squares takes longer than the runner waits.

const failureOf = (text: string): string | undefined => {
  const result = reading(text);
  return 'failure' in result ? result.failure.code : undefined;
};
const codes = ({ problems }: Matrix): readonly string[] => [...new Set(problems.map(({ code }) => code))];

describe('a file made to hold up the host', () => {
  it('may have 30,000 columns, in the preview too', () => {
    const wide = ',x'.repeat(30_000);
    const text = ['ID,Inheritability', '01.a,Full', '01.b,No', '01.c,No'].map((row) => row + wide).join('\n');
    const read = matrix(text);
    assert.deepEqual([read.entries.length, read.headings.length, codes(read)], [3, 30_002, []]);
    const { columns } = finish(previewMatrix(csv(text), 'f', 'f', { path: 'f' }, catalog));
    assert.equal(columns[30_001]?.name, '#30002');
  });

  it('may have 10,000 headings', () => {
    const headings = Array.from({ length: 10_000 }, (_, index) => `Responsibility of ${index}`);
    assert.equal(matrix(`ID,${headings.join()},Inheritability\n01.a${','.repeat(10_000)},Full\n`).entries.length, 1);
  });

  it('may have wide rows of which no id can be read, each a problem', () => {
    const rows = Array.from({ length: 300 }, (_, index) => `zz ${index}${',x'.repeat(2_000)}`);
    const read = matrix(`ID${',x'.repeat(1_999)},Inheritability\n${rows.join('\n')}\n`);
    assert.deepEqual([read.rows, read.entries.length], [300, 0]);
    assert.equal(read.problems.filter(({ code }) => code === 'unknown-id').length, 300);
  });

  it('may be nothing but quotation marks', () => {
    for (const text of ['"'.repeat(100_000), '"'.repeat(100_001), '"\n'.repeat(50_000), '"a\n'.repeat(20_000)]) {
      assert.equal(failureOf(text), 'missing-id-column');
    }
  });

  it('may be a million commas', () => {
    assert.equal(failureOf(','.repeat(1_000_000)), 'missing-id-column');
    assert.equal(failureOf(`a${','.repeat(1_000_000)}`), 'missing-id-column');
  });

  it('may have an unclosed quotation mark above a million lines', () => {
    const read = matrix(`ID,Inheritability\n01.a,Full\n01.b,"${'01.c,Full\n'.repeat(1_000_000)}`);
    assert.deepEqual([read.entries.length, codes(read)], [1, ['unclosed-quote']]);
  });

  it('may have a quotation mark that is text before much else', () => {
    const rows = '01.b,"Full"\n'.repeat(100_000);
    const read = matrix(`ID,Inheritability,Note\n01.a,Full,a 3" disk\n${rows}`);
    assert.deepEqual([read.entries.length, read.duplicates], [2, 99_999]);
  });

  it('may have thousands of cells that begin with a quotation mark of their own', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `01.a,Full,"""q${index}""\nb"`);
    const read = matrix(`ID,Inheritability,Customer Responsibility\n${rows.join('\n')}`);
    assert.deepEqual([read.entries.length, read.entries[7]?.customerText, codes(read)], [20_000, '"q7" b', []]);
  });

  it('may have thousands of quotation marks that are not closed in their cells', () => {
    const { rows, strayQuoteLines } = readCsv(`ID,Inheritability\n${'01.a,"Full\n01.b,"x\n'.repeat(20_000)}`, ',');
    assert.deepEqual([rows.length, strayQuoteLines.length], [40_001, 20_000]);
  });

  it('may have a thousand sheets without a matrix', () => {
    const rows = Array.from({ length: 50 }, (_, line) => ({
      line: line + 1,
      cells: Array.from({ length: 20 }, () => `text ${line}`),
    }));
    const sheets = Array.from({ length: 1_000 }, (_, index) => ({ name: `S${index}`, isHidden: false, rows }));
    let steps = 0;
    const read = readMatrix({ sheets }, 'f', 'f', { path: 'f' }, catalog);
    while (!read.next().done) steps++;
    assert.ok(steps > 1_000);
  });

  it('may repeat one id in every row', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `01.a,Full,${index}`);
    const read = matrix(`ID,Inheritability,Note\n${rows.join('\n')}`);
    const index = rollUp([read]);
    assert.equal(index.control('01.a').responsibility, null);
    assert.equal(index.problems.length, 19_999);
  });

  it('is read in many steps, of which each row takes its share', () => {
    const stepsOf = (rows: number): number => {
      const body = Array.from({ length: rows }, (_, index) => `01.a,Full,"${'words '.repeat(50)}${index}",a,b,c,d,e,f`);
      const steps = readMatrix(
        csv(`ID,Inheritability,N,A,B,C,D,E,F\n${body.join('\n')}`),
        'f',
        'f',
        { path: 'f' },
        catalog,
      );
      let count = 0;
      while (!steps.next().done) count++;
      return count;
    };
    const [few, more, many] = [stepsOf(2_000), stepsOf(11_000), stepsOf(20_000)];
    const [first, second] = [more - few, many - more];
    assert.ok(first > 50 && Math.abs(first - second) < first / 5, `${few}, ${more} and ${many} steps`);
  });
});

describe('a cell of 100,000 characters', () => {
  const cells = [
    ...[' ', '\u00a0', '\u200b', '\n', '"', '-', '.', '0', '1', 'a', 'X', '\\', '|', '01.c ', '1149.', '01.a-', '9.'],
    ...['hipaa-', 'control ', 'control: ', 'customer ', 'v1.', '.0', '\ud83d', '\u2013', '01_', 'responsibility '],
  ].map((part) => part.repeat(100_000 / part.length));

  for (const [what, read] of Object.entries<(cell: string) => unknown>({
    'made tidy': tidy,
    shortened: (cell) => shortened(cell),
    'taken for an id': (cell) => readSubject(cell, catalog),
    'taken for a heading': (cell) => [readHeader([cell, cell]), markColumns([cell]), isMeaningless(cell)],
    'named as a column': (cell) => readHeader(['ID', cell], { responsibility: cell }),
    'taken for a value': (cell) => [readResponsibility(cell, 'inheritability'), kindOfValue(cell), readMark(cell)],
    'taken for versions': versionsOf,
    'shown in Markdown': inline,
    'shown in an editor': (cell) => sheetText([{ line: 1, cells: [cell] }]),
  })) {
    it(`is ${what} in time in proportion to its length, whatever stands in it`, () => {
      for (const cell of cells) for (const one of [cell, `${cell}!`, `x${cell}x`]) read(one);
    });
  }

  it('can stand anywhere in a matrix', () => {
    for (const cell of cells) {
      const [title, quoted] = [cell.slice(0, 30_000), cell].map((text) => `"${text.replaceAll('"', '""')}"`);
      const read = matrix(
        `${title},Title\nID,Inheritability,Customer Responsibility,Z\n01.a,Full,${quoted},${quoted}\n${quoted},Full,x,y\n`,
      );
      assert.equal(read.entries[0]?.responsibility, 'azure');
    }
  });
});
