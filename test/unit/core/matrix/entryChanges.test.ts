import assert from 'node:assert/strict';
import { countEntryChanges } from '../../../../src/core/matrix/entryChanges';
import { matrix } from '../../given';

function changes(before: string, after: string): readonly number[] {
  const header = 'ID,Element,Inheritability,Customer Responsibility\n';
  const { changed, added, removed } = countEntryChanges(
    matrix(header + before).entries,
    matrix(header + after).entries,
  );
  return [changed, added, removed];
}

describe('the changes between two readings of a matrix', () => {
  it('are none where rows only stand elsewhere, or are written another way', () => {
    assert.deepEqual(changes('01.a,,None,x\n01.b,,Full,y\n', '01.b,,Full,y\n\n01.A,,Not inheritable, x \n'), [0, 0, 0]);
  });

  it('are counted in rows: those that say something else, came, and went', () => {
    assert.deepEqual(
      changes(
        '01.a,,None,x\n01.b,,Full,y\n01.c,,Full,\n01.d,,Full,\n',
        '01.a,,Full,x\n01.b,,Full,z\n01.d,,Full,\n01.e,,None,\n',
      ),
      [2, 1, 1],
    );
  });

  it('tell the elements of one requirement apart', () => {
    const id = '1149.01c2System.9';
    assert.deepEqual(
      changes(`${id},1,None,\n${id},2,Full,\n`, `${id},1,None,\n${id},2,None,\n${id},3,Full,\n`),
      [1, 1, 0],
    );
  });

  it('pair rows for one id with their equals, in whatever order they stand', () => {
    assert.deepEqual(changes('01.a,,None,\n01.a,,Full,\n', '01.a,,Full,\n01.a,,None,\n'), [0, 0, 0]);
    assert.deepEqual(changes('01.a,,None,\n01.a,,Full,\n', '01.a,,Full,\n'), [0, 0, 1]);
  });
});
