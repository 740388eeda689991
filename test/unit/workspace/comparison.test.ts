import { loadPart } from '../../../src/cli/loadPart';
import assert from 'node:assert/strict';
import { catalog } from '../../../src/core/csf/catalog';
import { english } from '../../../src/core/message';
import { Assessment } from '../../../src/workspace/assessment';
import { type ComparedMatrix, createComparison, readCompared } from '../../../src/workspace/comparison';
import { at, FOLDER, InMemoryFiles, today } from '../inMemoryFiles';

const CONTEXT = { today: '2027-03-02', toolVersion: '0.1.0', translate: english } as const;

/** What the comparison of two files tells of each change, for an assessment whose project says what is given. */
async function compare(project: object, contents: Readonly<Record<string, string>>, old = 'old.csv', now = 'new.csv') {
  const files = new InMemoryFiles({
    'inheritance-scope.json': JSON.stringify({ documents: ['scope.md'], assessment: { type: 'e1' }, ...project }),
    'scope.md': '01.a 01.b',
    ...contents,
  });
  const projectFile = at('inheritance-scope.json');
  const assessment = new Assessment(
    { folder: FOLDER, projectFile, defaults: { documents: [] } },
    files,
    catalog,
    loadPart,
    today,
  );
  await assessment.load();
  const before = assessment.summary;
  const read = async (path: string): Promise<ComparedMatrix> => {
    const reading = await readCompared(at(path), assessment);
    assert.ok('matrix' in reading, path);
    return reading;
  };
  const pair = { older: await read(old), newer: await read(now) };
  const report = createComparison(pair, assessment, files, catalog, CONTEXT);
  assert.equal(assessment.summary, before, 'the assessment goes on with its own matrix');
  return {
    own: report.own,
    changes: report.impacts.map(({ change, newlyOpen }) => [change.kind, change.id, newlyOpen.length]),
  };
}

describe('a comparison for an assessment', () => {
  it('reads the other matrix as the project says its own is read, and takes it in no further', async () => {
    const { own, changes } = await compare(
      { matrix: { path: 'old.csv', columns: { id: 'Ref', responsibility: 'Who' }, values: { Joint: 'shared' } } },
      { 'old.csv': 'Ref,Who\n01.a,Customer\n', 'new.csv': 'Ref,Who\n01.a,Joint\n' },
    );
    assert.deepEqual([own, changes], ['older', [['raised', '01.a', 1]]]);
  });

  it('finds the header of the other matrix where it stands on another line', async () => {
    const { changes } = await compare(
      { matrix: { path: 'old.csv', headerRow: 2 } },
      { 'old.csv': 'Title\nID,Inheritability\n01.a,Full\n', 'new.csv': 'ID,Inheritability\n01.a,None\n' },
    );
    assert.deepEqual(changes, [['lowered', '01.a', 1]]);
  });

  it('leaves the other matrices of the assessment as they are', async () => {
    const { own, changes } = await compare(
      { matrix: ['old.csv', 'other.csv'] },
      {
        'old.csv': 'ID,Inheritability\n01.a,Full\n',
        'new.csv': 'ID,Inheritability\n01.a,None\n',
        'other.csv': 'ID,Inheritability\n01.b,None\n',
      },
    );
    assert.deepEqual([own, changes], ['older', [['lowered', '01.a', 1]]]);
  });

  it('tells which of the two is the assessment’s own, if any', async () => {
    const contents = {
      'old.csv': 'ID,Inheritability\n01.a,Full\n',
      'new.csv': 'ID,Inheritability\n01.a,Full\n',
      'other.csv': 'ID,Inheritability\n01.b,None\n',
    };
    assert.equal((await compare({ matrix: 'new.csv' }, contents)).own, 'newer');
    assert.equal((await compare({ matrix: 'other.csv' }, contents)).own, undefined);
  });
});
