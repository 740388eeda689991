import assert from 'node:assert/strict';
import { pathEntries } from '../../../src/workspace/pathEntries';
import { FOLDER, InMemoryFiles } from '../inMemoryFiles';

describe('what can follow the beginning of a path', () => {
  const files = new InMemoryFiles({
    'srm.csv': '',
    'notes.md': '',
    '.git/x.csv': '',
    'node_modules/a.csv': '',
    'matrix/a.csv': '',
    'matrix/old/b.csv': '',
  });
  const paths = async (typed: string): Promise<readonly string[]> =>
    (await pathEntries(files, FOLDER, typed, /\.csv$/)).map(({ path }) => path);

  it('are the folders and the files with a fitting name beside the project file', async () => {
    assert.deepEqual(await paths(''), ['matrix/', 'srm.csv']);
    assert.deepEqual(await paths('ma'), ['matrix/', 'srm.csv']);
  });

  it('are those of the folder that is typed already', async () => {
    assert.deepEqual(await paths('matrix/a'), ['matrix/old/', 'matrix/a.csv']);
    assert.deepEqual(await paths('matrix/../'), ['matrix/../matrix/', 'matrix/../srm.csv']);
  });

  it('are none of a folder that is not there or cannot be looked into', async () => {
    assert.deepEqual(await paths('gone/'), []);
    files.fail('matrix', 'no-permission');
    assert.deepEqual(await paths('matrix/'), []);
  });
});
