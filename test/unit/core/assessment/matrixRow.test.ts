import assert from 'node:assert/strict';
import { createRowHeadlines, referencesTo, rowsOf } from '../../../../src/core/assessment/matrixRow';
import { catalog } from '../../../../src/core/csf/catalog';
import { subjectOf } from '../../../../src/core/csf/subject';
import { rollUp, type RollUpOptions } from '../../../../src/core/matrix/rollUp';
import { english } from '../../../../src/core/message';
import { scan } from '../../../../src/core/csf/scanner';
import { matrix, summary } from '../../given';

const ONE = '1149.01c2System.9';
const TWO = '1145.01c2System.1';

function headlines(rows: string, options: RollUpOptions = {}): readonly string[] {
  const given = matrix(`ID,Element,CSF Version,Inheritability\n${rows}`);
  const headlineOf = createRowHeadlines(rollUp([given], options));
  return given.entries.map((entry) => headlineOf(entry).map(english).join(' · '));
}

describe('a row of the matrix', () => {
  it('says whose it is', () => {
    assert.deepEqual(headlines('01.a,,,None\n01.b,,,Partial\n01.c,,,Full\n'), ['Customer', 'Shared', 'Azure']);
  });

  it('of an element says so beside what its requirement comes to', () => {
    assert.deepEqual(headlines(`${ONE},1,,None\n${ONE},2,,Full\n`), [
      'Shared (1 of 2 elements inheritable) · this element: Customer',
      'Shared (1 of 2 elements inheritable) · this element: Azure',
    ]);
  });

  it('says why it is not known whose it is', () => {
    assert.deepEqual(headlines('01.a,,,Perhaps\n01.b,,,None\n01.b,,,Full\n'), [
      'Unknown · the matrix does not say who is responsible in words that are known',
      'Unknown · the matrix contradicts itself',
      'Unknown · the matrix contradicts itself',
    ]);
  });

  it('says where it does not count', () => {
    assert.deepEqual(headlines(`01.c,,,Full\n${ONE},,,None\n`), [
      'Azure · not counted: its requirements have rows of their own',
      'Customer',
    ]);
    assert.deepEqual(headlines('01.a,,9.4,Full\n01.a,,11.2,None\n', { csfVersion: '11.2' }), [
      'Azure · not counted: a row of another CSF version',
      'Customer',
    ]);
  });
});

describe('the way between ids and rows', () => {
  const given = summary({
    matrix: `${ONE},Partial\n${TWO},None\n01.d,Full\n01.e,Full\n`,
    documents: { 'a.md': `01.c and ${ONE}`, 'b.md': `01.b–01.e`, 'c.md': TWO, 'd.md': '01.d' },
  });
  const references = (text: string): readonly string[] =>
    subjectsIn(text).flatMap((subject) => referencesTo([subject], given).map((each) => `${each.file} ${each.text}`));
  const rows = (text: string): readonly string[] =>
    rowsOf(subjectsIn(text), given).map(({ requirement, control }) => requirement ?? control);
  const subjectsIn = (text: string): ReturnType<typeof subjectOf> =>
    scan(text, catalog).references.flatMap((reference) => subjectOf(reference, catalog));

  it('leads from a requirement to what names it, its control, or a range around that', () => {
    assert.deepEqual(references(ONE), ['a.md 01.c', `a.md ${ONE}`, 'b.md 01.b–01.e']);
    assert.deepEqual(references('1166.01e1System.12'), ['b.md 01.b–01.e']);
  });

  it('leads from a control to what names it or one of its requirements', () => {
    assert.deepEqual(references('01.c'), ['a.md 01.c', `a.md ${ONE}`, 'b.md 01.b–01.e', `c.md ${TWO}`]);
    assert.deepEqual(references('13.a'), []);
  });

  it('leads from a range to each place once', () => {
    assert.equal(referencesTo(subjectsIn('01.d–01.e'), given).length, 2);
  });

  it('leads to the rows: of a requirement its own, of a control its requirements’ or its own, of a range all', () => {
    assert.deepEqual(rows(ONE), [ONE]);
    assert.deepEqual(rows('01.c'), [TWO, ONE]);
    assert.deepEqual(rows('01.d'), ['01.d']);
    assert.deepEqual(rows('01.c–01.e'), [TWO, ONE, '01.d', '01.e']);
  });

  it('leads nowhere from what the matrix does not hold', () => {
    assert.deepEqual(rows('1151.01c3System.1'), []);
    assert.deepEqual(rows('13.a'), []);
  });

  it('leads from a requirement to its control’s row in a matrix by control', () => {
    const byControl = summary({ matrix: '01.c,Partial\n', documents: ONE });
    assert.deepEqual(
      rowsOf(subjectsIn(ONE), byControl).map(({ control }) => control),
      ['01.c'],
    );
  });

  it('leads to what the documents name, whether a requirement list has it or not', () => {
    const listed = summary({ matrix: `${ONE},Partial\n01.d,Full`, documents: '01.c and 01.d', list: `${ONE},,,` });
    const places = (text: string): number => referencesTo(subjectsIn(text), listed).length;
    assert.deepEqual([places('01.d'), places(ONE), places('13.a')], [1, 1, 0]);
  });

  it('leads from a listed requirement to the rows that it found by its CVID', () => {
    const header = 'BUID,CVID,Inheritability';
    const listed = summary({ header, matrix: `${TWO},77.0,Partial`, list: `${ONE},77.0,,` });
    assert.deepEqual(
      rowsOf(subjectsIn(ONE), listed).map(({ requirement }) => requirement),
      [TWO],
    );
  });
});
