import assert from 'node:assert/strict';
import fc from 'fast-check';
import { entryAt } from '../../../../src/core/matrix/entryAt';
import { csv, matrix } from '../../given';

const HEADER = ['ID', 'Inheritability', 'Notes'];

describe('the row at a line of the matrix', () => {
  it('is the one that begins there, or above with line breaks in its cells', () => {
    const { entries, ...rest } = matrix(
      'A title\n\nID,Inheritability,Notes\n01.a,None,"one\ntwo\n\nthree"\n01.b,Full,\n',
    );
    const at = (line: number): string | undefined => entryAt({ entries, ...rest }, line)?.control;
    assert.deepEqual([1, 2, 3, 4, 5, 6, 7, 8].map(at), [
      undefined,
      undefined,
      undefined,
      '01.a',
      '01.a',
      '01.a',
      '01.a',
      '01.b',
    ]);
  });

  it('is none where the row is a repetition, has no id, or was not read', () => {
    const given = matrix('ID,Inheritability\n01.a,None\n01.a,None\nTotal,1\n01.b,Full\n01.c,"open\n01.d,None\n');
    const at = (line: number): string | undefined => entryAt(given, line)?.control;
    assert.deepEqual([2, 3, 4, 5, 6, 7].map(at), ['01.a', undefined, undefined, '01.b', undefined, undefined]);
  });

  it('is the same on each line of a row, whatever stands in the cells', () => {
    const cell = fc.stringMatching(/^[a-z",;\n]{0,12}$/);
    const controls = ['01.a', '01.b', '01.c', '01.d'];
    fc.assert(
      fc.property(fc.array(cell, { minLength: 4, maxLength: 4 }), (notes) => {
        const given = matrix(csv([HEADER, ...controls.map((id, index) => [id, 'None', notes[index] ?? ''])]));
        for (const [index, entry] of given.entries.entries()) {
          const height = 1 + (notes[index] ?? '').split('\n').length - 1;
          for (let line = entry.line; line < entry.line + height; line++)
            assert.equal(entryAt(given, line), entry, `line ${line}`);
        }
      }),
    );
  });
});
