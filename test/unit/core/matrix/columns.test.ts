import assert from 'node:assert/strict';
import { english } from '../../../../src/core/message';
import type { Matrix } from '../../../../src/core/matrix/matrix';
import { matrix, reading } from '../../given';

const [A, B, C] = ['1149.01c2System.9', '1150.01c2System.10', '1116.01j1Organizational.145'];
const codes = ({ problems }: Matrix): readonly string[] => problems.map(({ code }) => code);
/** The columns taken, as `meaning number ground`. */
const taken = ({ columns }: Matrix): readonly string[] =>
  columns.map(({ meaning, index, ground }) => `${meaning} ${index + 1} ${ground}`);
const responsibilities = ({ entries }: Matrix): readonly (string | null)[] =>
  entries.map(({ responsibility }) => responsibility);
/** The questions, as `meaning numbers`. */
const questions = (read: Matrix): readonly string[] =>
  read.questions.map(({ meaning, columns }) => `${meaning} ${columns.map((index) => index + 1).join()}`);

describe('the columns of a matrix, where their headings do not say what they are,', () => {
  for (const heading of ['Textbox52', '', 'Column3', 'Ref', 'Unnamed: 0', '__proto__']) {
    it(`are told by the ids that stand under ${JSON.stringify(heading)}`, () => {
      const read = matrix(`Name,${heading},Inheritability\nx,${A},Full\ny,${B},No\nz,${C},Full`);
      assert.deepEqual(taken(read), ['id 2 contents', 'inheritability 3 heading']);
      assert.deepEqual(responsibilities(read), ['azure', 'customer', 'azure']);
    });
  }

  it('are told from all columns at once where a report writer named them all', () => {
    const read = matrix(`Textbox1,Textbox2,Textbox52\n${A},Review it.,Shared\n${B},Log it.,Azure\n${C},,Customer`);
    assert.deepEqual(taken(read), ['id 1 contents', 'responsibility 3 contents']);
    assert.deepEqual(responsibilities(read), ['shared', 'azure', 'customer']);
  });

  it('prefer the requirement’s id to the control’s', () => {
    const read = matrix(`A,B,Inheritability\n01.c,${A},Full\n01.c,${B},Full\n01.j,${C},Full`);
    assert.deepEqual(taken(read)[0], 'id 2 contents');
  });

  it('are asked for where two could hold the ids', () => {
    const result = reading(`A,B,Inheritability\n${A},${B},Full\n${B},${C},Full\n${C},${A},Full`);
    assert.deepEqual('failure' in result && [result.failure.code, result.failure.args], [
      'ambiguous-column',
      ['id', ['A', 'B']],
    ]);
  });

  it('are not told from fewer than three rows', () => {
    const result = reading(`Ref,Inheritability\n${A},Full\n${B},Full`);
    assert.equal('failure' in result && result.failure.code, 'missing-id-column');
    assert.deepEqual(questions(matrix('ID,Who\n01.a,Shared\n01.b,Azure')), []);
  });

  it('are not told from ids that are scattered among other things', () => {
    const rows = ['01.a', 'see above', '01.b', 'the second', '01.c', 'and so on'].map((text) => `${text},Full`);
    assert.ok('failure' in reading(`Remark,Inheritability\n${rows.join('\n')}`));
  });

  it('under ID hold ids by what stands there, and row numbers are none', () => {
    const read = matrix(`ID,Ref,Inheritability\n1,${A},Full\n2,${B},Full\n3,${C},Full`);
    assert.deepEqual([taken(read)[0], read.entries.length], ['id 2 contents', 3]);
  });

  it('under ID hold ids where one is there, whatever stands beside them', () => {
    const read = matrix('ID,Related,Inheritability\n01.a,01.b,Full\nAC-2,01.c,Full\nAC-3,01.d,Full');
    assert.deepEqual([taken(read)[0], codes(read)], ['id 1 heading', ['unknown-id', 'unknown-id']]);
  });

  it('are taken where the values speak of inheriting and the heading of nothing else', () => {
    const read = matrix('ID,Assessment\n01.a,Fully Inheritable\n01.b,Not Inheritable\n01.c,Partially Inheritable');
    assert.deepEqual(responsibilities(read), ['azure', 'customer', 'shared']);
  });

  for (const heading of ['Status', 'Inheritance', 'Inherited', 'Request State', 'Plan', 'Claimed']) {
    it(`are asked for and not taken under ${heading}, which tells what was done`, () => {
      const read = matrix(`ID,${heading}\n01.a,Fully Inheritable\n01.b,Not Inheritable\n01.c,Fully Inheritable`);
      assert.deepEqual([questions(read), responsibilities(read)], [['inheritability 2'], [null, null, null]]);
      assert.deepEqual(codes(read), ['unsure-column']);
    });
  }

  it('are asked for under a heading of one’s own, because a party may be named for anything', () => {
    const read = matrix('ID,Invoice to\n01.a,Customer\n01.b,Microsoft\n01.c,Customer');
    assert.deepEqual([questions(read), codes(read)], [['responsibility 2'], ['unsure-column']]);
    assert.match(read.problems.map(english).join(), /Invoice to could be the responsibility.*not taken/);
  });

  it('are asked for where two could say it', () => {
    const read = matrix('ID,Textbox1,Textbox2\n01.a,Shared,Azure\n01.b,Azure,Shared\n01.c,Azure,Azure');
    assert.deepEqual([questions(read), responsibilities(read)], [['responsibility 2,3'], [null, null, null]]);
  });

  it('are neither taken nor asked for where a value is another one', () => {
    const read = matrix('ID,Textbox1\n01.a,Shared\n01.b,Azure\n01.c,Perhaps');
    assert.deepEqual([questions(read), codes(read)], [[], ['missing-responsibility-column']]);
  });

  it('never hold the ids and what they were taken for in one', () => {
    const text = '"Control"|"Inheritability"\n"01.a"|"Full"\n"01.b"|"No"\n"01.c"|"Full"\n';
    assert.deepEqual(responsibilities(matrix(text)), ['azure', 'customer', 'azure']);
  });
});

describe('a table without headings', () => {
  it('loses no row', () => {
    const read = matrix('01.a,Shared,x\n01.b,Azure,y\n01.c,Customer,z\n01.d,Shared,');
    assert.deepEqual([read.headerRow, read.rows, taken(read)], [0, 4, ['id 1 contents', 'responsibility 2 contents']]);
    assert.deepEqual(
      read.entries.map(({ line }) => line),
      [1, 2, 3, 4],
    );
    assert.deepEqual(responsibilities(read), ['shared', 'azure', 'customer', 'shared']);
  });

  it('has its problems on the first line, and its columns by number', () => {
    const read = matrix('01.a;Perhaps\n01.b;x\n01.c;y\n');
    assert.deepEqual(
      read.problems.map(({ code, at, args }) => [code, at, args]),
      [['missing-responsibility-column', { line: 1 }, [['#1', '#2']]]],
    );
  });

  it('is read as the project file says it by number', () => {
    const read = matrix('01.a;Us\n01.b;Them\n', {
      columns: { id: '#1', responsibility: '#2' },
      values: { Us: 'customer', Them: 'azure' },
    });
    assert.deepEqual([read.headerRow, responsibilities(read)], [0, ['customer', 'azure']]);
  });
});

describe('columns to be marked', () => {
  it('say whose a row is by an X, whatever the mark', () => {
    const read = matrix('ID,Customer,Shared,Azure\n01.a,X,,\n01.b,,✓,No\n01.c,no,0,Yes\n01.d,,,\n');
    assert.deepEqual(responsibilities(read), ['customer', 'shared', 'azure', null]);
    assert.deepEqual(
      read.entries.map(({ inheritability }) => inheritability),
      ['none', 'partial', 'full', null],
    );
    assert.deepEqual(codes(read), ['missing-value']);
  });

  it('contradict each other where two are marked, and both headings are named', () => {
    const read = matrix('ID,Customer,Shared,Azure\n01.a,X,,X\n01.b,,X,\n01.c,,X,\n');
    assert.deepEqual([responsibilities(read)[0], codes(read)], [null, ['several-marks']]);
    assert.match(read.problems.map(english).join(), /Customer, Azure/);
  });

  it('are shared where both parties are marked and there is no column for that', () => {
    const read = matrix('ID,CSC,CSP\n01.a,Yes,Yes\n01.b,Yes,No\n01.c,No,Yes\n');
    assert.deepEqual(responsibilities(read), ['shared', 'customer', 'azure']);
  });

  it('are none where they hold words', () => {
    const read = matrix('ID,Customer,Shared,Azure\n01.a,Review it.,,\n01.b,X,,\n01.c,X,,\n');
    assert.deepEqual([responsibilities(read), codes(read)], [[null, null, null], ['missing-responsibility-column']]);
  });

  it('are found although their header is repeated on each page', () => {
    const read = matrix('ID,Customer,Azure\n01.a,X,\nID,Customer,Azure\n01.b,,X\n01.c,,X\n');
    assert.deepEqual([responsibilities(read), codes(read)], [['customer', 'azure', 'azure'], ['repeated-header']]);
  });

  it('leave a row unknown in which something else stands, and say so', () => {
    const read = matrix('Key,Ours,Theirs\n01.a,X,\n01.b,tbd,\n', {
      columns: { id: 'Key', customer: 'Ours', azure: 'Theirs' },
    });
    assert.deepEqual([responsibilities(read), codes(read)], [['customer', null], ['unknown-mark']]);
    assert.match(read.problems.map(english).join(), /"tbd" under "Ours" is neither a mark/);
  });

  it('can be some of the three only', () => {
    const read = matrix('Key,Theirs\n01.a,X\n01.b,\n', { columns: { id: 'Key', azure: 'Theirs' } });
    assert.deepEqual([responsibilities(read), codes(read)], [['azure', null], ['missing-value']]);
  });
});

describe('a column that the project file names', () => {
  it('by number is that one, where headings are blank or alike', () => {
    const text = ',Who,Who\n01.a,Azure,Customer\n';
    assert.deepEqual(responsibilities(matrix(text, { columns: { id: '#1', responsibility: '#3' } })), ['customer']);
    assert.deepEqual(responsibilities(matrix(text, { columns: { id: '#1', responsibility: '#2' } })), ['azure']);
  });

  for (const name of ['#0', '#9', '#00003', '#', '-', '—']) {
    it(`as ${name} is not there, and is no other one`, () => {
      const read = matrix('ID,,Responsibility\n01.a,Azure,Customer\n', { columns: { inheritability: name } });
      assert.deepEqual([codes(read), taken(read)], [['missing-column'], ['id 1 heading', 'responsibility 3 heading']]);
    });
  }

  it('by its very heading is that one, and not one that differs in punctuation', () => {
    const text = 'ID,Who?,Who\n01.a,Azure,Customer\n';
    assert.deepEqual(responsibilities(matrix(text, { columns: { responsibility: 'Who' } })), ['customer']);
    assert.deepEqual(responsibilities(matrix(text, { columns: { responsibility: 'Who?' } })), ['azure']);
  });

  it('by a heading that stands twice is asked for', () => {
    const read = matrix('ID,Who,Who\n01.a,Azure,Customer\n', { columns: { responsibility: 'Who' } });
    assert.deepEqual([questions(read), responsibilities(read)], [['responsibility 2,3'], [null]]);
    assert.deepEqual(codes(read), ['ambiguous-column']);
  });

  it('for two things that exclude each other is neither', () => {
    const read = matrix('ID,Who\n01.a,X\n', { columns: { customer: 'Who', azure: '#2' } });
    assert.deepEqual(
      [responsibilities(read), codes(read)],
      [[null], ['column-named-twice', 'missing-responsibility-column']],
    );
    assert.match(read.problems.map(english)[0] ?? '', /"Who".*: customer, azure\./);
  });

  it('makes no header of a row whose id is none, where it is named by number', () => {
    const read = matrix('a,b\n01.a,Azure\nTotal,Azure\n', { columns: { id: '#1', responsibility: '#2' } });
    assert.deepEqual([codes(read), responsibilities(read)], [['unknown-id'], ['azure']]);
  });

  it('may have a heading such as __proto__', () => {
    const read = matrix('ID,__proto__,constructor\n01.a,__proto__,x\n', {
      columns: { responsibility: '__proto__' },
      values: Object.fromEntries([['__proto__', 'azure' as const]]),
    });
    assert.deepEqual([responsibilities(read), codes(read)], [['azure'], []]);
  });

  it('may have no heading, at the end of the row', () => {
    const read = matrix('Key,Note,\n01.a,x,Azure\n01.b,y,Shared\n', { columns: { id: 'Key', responsibility: '#3' } });
    assert.deepEqual([responsibilities(read), codes(read)], [['azure', 'shared'], []]);
  });
});

describe('the values of a matrix', () => {
  const values = ({ values: all }: Matrix): readonly (readonly unknown[])[] =>
    all.map(({ column, value, count, means }) => [column, value, count, means]);

  it('are counted as they stand there, the most frequent first, with what they mean', () => {
    const read = matrix('ID,Responsibility\n01.a,Azure\n01.b,azure\n01.c,Perhaps\n01.d,Azure\n01.e,\n');
    assert.deepEqual(values(read), [
      ['responsibility', 'Azure', 2, 'azure'],
      ['responsibility', 'azure', 1, 'azure'],
      ['responsibility', 'Perhaps', 1, null],
    ]);
  });

  it('are counted by column, where a file has both', () => {
    const read = matrix('ID,Responsibility,Inheritability\n01.a,Shared,Full\n01.b,Shared,Yes\n');
    assert.deepEqual(values(read), [
      ['responsibility', 'Shared', 2, 'shared'],
      ['inheritability', 'Full', 1, 'azure'],
      ['inheritability', 'Yes', 1, 'azure'],
    ]);
  });

  it('are no more than the marks, where columns are marked: No there means nothing', () => {
    const read = matrix('ID,Customer,Azure\n01.a,X,No\n01.b,No,X\n01.c,x,\n');
    assert.deepEqual(values(read), [
      ['customer', 'X', 1, 'customer'],
      ['azure', 'X', 1, 'azure'],
      ['customer', 'x', 1, 'customer'],
    ]);
  });

  it('name the provider as a value, whatever characters it has', () => {
    const read = matrix('ID,Responsibility\n01.a,A.*\n01.b,Azz\n', { provider: 'a.*' });
    assert.deepEqual(responsibilities(read), ['azure', null]);
  });
});

describe('a further element', () => {
  const HEADER = 'BUID,Control,Element,Inheritability';
  const found = (rows: string): readonly string[] =>
    matrix(`${HEADER}\n${rows}`).entries.map(({ requirement, control, element }) =>
      [requirement ?? control, element].join(' '),
    );

  it('without an id is one of the row above, as a spreadsheet saves cells that were merged', () => {
    assert.deepEqual(found(`${A},01.c,1,Full\n,,2,No\n,,3,Full`), [`${A} 1`, `${A} 2`, `${A} 3`]);
    assert.deepEqual(found(',01.c,1,Full\n,,2,No'), ['01.c 1', '01.c 2']);
  });

  it('is of nothing below a row that was not read, or one without elements', () => {
    assert.deepEqual(found(`${A},,1,Full\nAC-2,,1,Full\n,,2,No`), [`${A} 1`]);
    assert.deepEqual(found(`${A},,,Full\n,,2,No`), [`${A} `]);
    assert.deepEqual(codes(matrix(`${HEADER}\n${A},,,Full\n,,2,No`)), ['missing-id']);
  });

  it('with its control’s id is one of the control', () => {
    assert.deepEqual(found(`${A},01.c,1,Full\n,01.d,2,No`), [`${A} 1`, '01.d 2']);
  });

  it('is none of the control’s whose requirement id cannot be read', () => {
    const read = matrix(`${HEADER}\n??,01.c,1,Full\n,,2,Full`);
    assert.deepEqual(
      read.entries.map(({ requirement, responsibility }) => [requirement, responsibility]),
      [
        ['??', null],
        ['??', 'azure'],
      ],
    );
  });
});
