import assert from 'node:assert/strict';
import { loadPart } from '../../../src/cli/loadPart';
import * as fc from 'fast-check';
import { catalog } from '../../../src/core/csf/catalog';
import { Assessment } from '../../../src/workspace/assessment';
import { FOLDER, InMemoryFiles, today } from '../inMemoryFiles';

const PROJECT = {
  matrix: 'srm.csv',
  documents: ['*.md', 'docs/**/*.md'],
  evidence: 'evidence.csv',
  requests: 'requests.csv',
};

const CONTENTS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'one.md': fc.constantFrom('01.a', '01.b 01.c', '14.a', ''),
  'two.md': fc.constantFrom('01.a–01.c', '02.a'),
  'docs/three.md': fc.constantFrom('01.d', '01.a'),
  'docs/deep/four.md': fc.constantFrom('01.e', '1149.01c2System.9'),
  'docs/readme.txt': fc.constant('01.f'),
  'srm.csv': fc.constantFrom('ID,Inheritability\n01.a,Full\n01.b,None\n', 'ID,Inheritability\n01.a,None\n', 'nothing'),
  'evidence.csv': fc.constantFrom('requirement,maturity,location\n01.a,policy,acp.pdf\n01.b,policy,files/b.pdf\n', 'x'),
  'requests.csv': fc.constantFrom('requirement,state\n01.a,approved\n', 'requirement,state\n01.a,wrong\n'),
  'acp.pdf': fc.constant('%PDF'),
  'files/b.pdf': fc.constant('%PDF'),
};

/** Writing a file with some content or, without one, deleting it. */
const step = fc
  .constantFrom(...Object.keys(CONTENTS))
  .chain((path) => fc.tuple(fc.constant(path), fc.option(CONTENTS[path] ?? fc.constant(''), { nil: undefined })));

function create(files: InMemoryFiles): Assessment {
  const projectFile = `${FOLDER}/inheritance-scope.json`;
  return new Assessment({ folder: FOLDER, projectFile, defaults: { documents: [] } }, files, catalog, loadPart, today);
}

function stateOf({ summary, problems, documents }: Assessment): unknown {
  return { controls: summary.controls, totals: summary.totals, unresolved: summary.unresolved, problems, documents };
}

describe('an assessment that is told of each change', () => {
  it('is at any time what reading everything anew would make it', () =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const files = new InMemoryFiles({ 'inheritance-scope.json': JSON.stringify(PROJECT) });
        const assessment = create(files);
        await assessment.load();
        for (const [path, content] of steps) {
          if (content === undefined) files.delete(path);
          else files.set(path, content);
          await assessment.update(`${FOLDER}/${path}`);
          // A watcher tells of each change twice.
          await assessment.update(`${FOLDER}/${path}`);
        }
        const rebuilt = create(files);
        await rebuilt.load();
        assert.deepEqual(stateOf(assessment), stateOf(rebuilt));
      }),
      { numRuns: 300 },
    ));

  it('takes in folders that come and go as a whole', async () => {
    const files = new InMemoryFiles({ 'inheritance-scope.json': JSON.stringify(PROJECT), 'one.md': '01.a' });
    const assessment = create(files);
    await assessment.load();
    files.set('docs/deep/four.md', '01.e');
    await assessment.update(`${FOLDER}/docs`);
    assert.deepEqual(assessment.documents, [`${FOLDER}/docs/deep/four.md`, `${FOLDER}/one.md`]);
    files.delete('docs/deep/four.md');
    await assessment.update(`${FOLDER}/docs`);
    assert.deepEqual(assessment.documents, [`${FOLDER}/one.md`]);
  });

  it('loses matrix, registers and evidence with the folder that they are in', async () => {
    const project = { matrix: 'in/srm.csv', documents: ['one.md'], evidence: 'in/evidence.csv' };
    const files = new InMemoryFiles({
      'inheritance-scope.json': JSON.stringify(project),
      'one.md': '01.a',
      'in/srm.csv': 'ID,Inheritability\n01.a,Full\n',
      'in/evidence.csv': 'requirement,maturity,location\n01.a,policy,in/a.pdf\n',
      'in/a.pdf': '%PDF',
    });
    const assessment = create(files);
    await assessment.load();
    for (const path of ['in/srm.csv', 'in/evidence.csv', 'in/a.pdf']) files.delete(path);
    assert.equal(await assessment.update(`${FOLDER}/in`), true);
    const rebuilt = create(files);
    await rebuilt.load();
    assert.deepEqual(stateOf(assessment), stateOf(rebuilt));
  });

  it('misses a document that it names, and finds it again', async () => {
    const project = JSON.stringify({ ...PROJECT, documents: ['one.md', 'two.md'] });
    const files = new InMemoryFiles({ 'inheritance-scope.json': project, 'one.md': '01.a', 'two.md': '01.b' });
    const assessment = create(files);
    await assessment.load();
    for (const content of [undefined, '01.c']) {
      if (content === undefined) files.delete('one.md');
      else files.set('one.md', content);
      await assessment.update(`${FOLDER}/one.md`);
      const rebuilt = create(files);
      await rebuilt.load();
      assert.deepEqual(stateOf(assessment), stateOf(rebuilt));
    }
  });

  it('stops loading when it is no longer wanted', async () => {
    const files = new InMemoryFiles({ 'inheritance-scope.json': JSON.stringify(PROJECT), 'one.md': '', 'two.md': '' });
    const abort = new AbortController();
    const loading = create(files).load(() => {
      abort.abort();
    }, abort.signal);
    await assert.rejects(loading, { name: 'AbortError' });
    assert.deepEqual(files.reads.at(-1), `${FOLDER}/one.md`);
  });
});
