import assert from 'node:assert/strict';
import { loadPart } from '../../../src/cli/loadPart';
import { catalog } from '../../../src/core/csf/catalog';
import { Assessment } from '../../../src/workspace/assessment';
import { isInput } from '../../../src/workspace/isInput';
import { at, FOLDER, InMemoryFiles, today } from '../inMemoryFiles';

describe('what an export must not take the place of', () => {
  it('are the files of the assessment and those that its evidence names', async () => {
    const files = new InMemoryFiles({
      'inheritance-scope.json': JSON.stringify({ assessment: { type: 'i1' }, documents: 'scope.md' }),
      'scope.md': '01.a',
      'evidence.csv': 'requirement,location\n01.a,proof/a.csv\n01.a,proof/gone.csv\n',
      'proof/a.csv': 'a',
      'proof/b.csv': 'b',
    });
    const source = { folder: FOLDER, projectFile: at('inheritance-scope.json'), defaults: { documents: [] } };
    const assessment = new Assessment(source, files, catalog, loadPart, today);
    await assessment.load();
    const paths = ['scope.md', 'evidence.csv', 'proof/a.csv', 'proof/b.csv', 'proof/gone.csv'];
    const inputs = await Promise.all(paths.map((path) => isInput(at(path), assessment, files)));
    assert.deepEqual(inputs, [true, true, true, false, false]);
  });
});
