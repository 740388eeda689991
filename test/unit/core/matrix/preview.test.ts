import assert from 'node:assert/strict';
import { catalog } from '../../../../src/core/csf/catalog';
import type { MatrixSource } from '../../../../src/core/matrix/matrix';
import { type MatrixPreview, previewMatrix, unknownValues } from '../../../../src/core/matrix/preview';
import type { MatrixInput } from '../../../../src/core/matrix/table';
import { finish } from '../../../../src/core/steps';
import { csv, matrix } from '../../given';

const preview = (input: MatrixInput | string, source: Partial<MatrixSource> = {}): MatrixPreview =>
  finish(previewMatrix(typeof input === 'string' ? csv(input) : input, 'f', 'f', { path: 'f', ...source }, catalog));

describe('the preview of a matrix', () => {
  it('has each column as a person knows it, as the project file names it, and some of what stands in it', () => {
    const { columns } = preview('Title\nID,Who,,Who\n01.a,x,1,\n01.b,x,2,\n01.c,y,,\n');
    assert.deepEqual(columns, [
      { index: 0, heading: 'ID', name: 'ID', samples: ['01.a', '01.b', '01.c'] },
      { index: 1, heading: 'Who #2', name: '#2', samples: ['x', 'y'] },
      { index: 2, heading: '#3', name: '#3', samples: ['1', '2'] },
      { index: 3, heading: 'Who #4', name: '#4', samples: [] },
    ]);
  });

  it('names a column by its number where its heading reads like the number of another', () => {
    const { columns } = preview('ID,Inheritability,#2\n01.a,Full,x\n');
    assert.deepEqual(
      columns.map(({ name }) => name),
      ['ID', 'Inheritability', '#3'],
    );
  });

  it('shortens what is long', () => {
    const { columns } = preview(`ID,Text\n01.a,"${'\n'.repeat(500)}${'words '.repeat(6_000)}"\n`);
    assert.ok((columns[1]?.samples[0]?.length ?? 0) <= 40);
  });

  it('lists the sheets of a workbook, and shows the one that is asked for', () => {
    const rows = (value: string): readonly { line: number; cells: readonly string[] }[] => [
      { line: 1, cells: ['ID', 'Inheritability'] },
      { line: 2, cells: ['01.a', value] },
    ];
    const sheets = ['v1', 'v2'].map((name, index) => ({
      name,
      isHidden: false,
      rows: rows(['Full', 'No'][index] ?? ''),
    }));
    const { sheets: names, columns, reading } = preview({ sheets }, { sheet: 'v2' });
    assert.deepEqual([names, columns[1]?.samples], [['v1', 'v2'], ['No']]);
    assert.equal('matrix' in reading && reading.matrix.sheet, 'v2');
  });

  it('has no columns where nothing can be read', () => {
    assert.deepEqual(preview({ sheets: [] }).columns, []);
    assert.deepEqual(preview(' \n').columns, []);
  });

  it('still has the columns where it is not known which one holds the ids', () => {
    const { columns, reading } = preview('Name,Party\nx,y\n');
    assert.ok('failure' in reading);
    assert.deepEqual(
      columns.map(({ heading }) => heading),
      ['Name', 'Party'],
    );
  });
});

describe('the values that nobody has said the meaning of', () => {
  it('are counted over all columns, the most frequent first', () => {
    const read = matrix(
      'ID,Responsibility,Inheritability\n01.a,Us,Full\n01.b,Us,Full\n01.c,Azure,Us\n01.d,Them,Full\n',
    );
    assert.deepEqual(unknownValues(read), [
      { value: 'Us', count: 3 },
      { value: 'Them', count: 1 },
    ]);
  });

  it('are none in columns to be marked', () => {
    const columns = { id: 'ID', customer: 'A', azure: 'B' };
    assert.deepEqual(unknownValues(matrix('ID,A,B\n01.a,X,No\n01.b,tbd,\n', { columns })), []);
  });
});
