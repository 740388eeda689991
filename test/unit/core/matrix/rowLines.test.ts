import assert from 'node:assert/strict';
import { catalog } from '../../../../src/core/csf/catalog';
import { type EditorLines, RowLines } from '../../../../src/core/matrix/rowLines';
import { matrix } from '../../given';

const SAVED = 'ID,Inheritability\n01.a,None\n01.b,Full\n01.c,Partial\n';

function linesOf(text: string): EditorLines {
  const lines = text.split('\n');
  return { count: lines.length, at: (line) => lines[line - 1] ?? '' };
}

/** The lines at which the rows are found once the text reads otherwise. */
function found(now: string): readonly (number | undefined)[] {
  const { entries } = matrix(SAVED);
  const rows = new RowLines(catalog);
  rows.take(entries, linesOf(SAVED));
  return entries.map((entry) => rows.find(entry, linesOf(now)));
}

describe('the rows of a matrix that is being edited', () => {
  it('stay where they are while one is typed in', () => {
    assert.deepEqual(found(SAVED.replace('01.b,Full', '01.b,Ful')), [2, 3, 4]);
  });

  it('move with the lines that come and go above them', () => {
    assert.deepEqual(found(SAVED.replace('01.b', '\n01.b')), [2, 4, 5]);
    assert.deepEqual(found(SAVED.replace('01.a,None\n', '')), [undefined, 2, 3]);
  });

  it('are not taken for others', () => {
    assert.deepEqual(found('ID,Inheritability\n01.b,Full\n01.a,None\n01.c,Partial\n'), [undefined, undefined, 4]);
    assert.deepEqual(found(SAVED.replace('01.a', '01.d')), [undefined, 3, 4]);
  });

  it('are found by their id in a text that was never seen as it was saved', () => {
    const { entries } = matrix(SAVED);
    const rows = new RowLines(catalog);
    assert.deepEqual(
      entries.map((entry) => rows.find(entry, linesOf(SAVED.replace('Full', 'None')))),
      [2, 3, 4],
    );
  });
});
