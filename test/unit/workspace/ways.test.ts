import assert from 'node:assert/strict';
import { catalog } from '../../../src/core/csf/catalog';
import { loadPart } from '../../../src/cli/loadPart';
import { Assessment } from '../../../src/workspace/assessment';
import { FileError } from '../../../src/workspace/files';
import { isAsSaved } from '../../../src/workspace/isAsSaved';
import { at, FOLDER, InMemoryFiles, today } from '../inMemoryFiles';

const A = '1149.01c2System.9';

const PROJECT = `{
  "matrix": "srm.csv",
  "assessment": { "type": "i1" },
  "requirements": "requirements.csv",
  "documents": "scope/*.md",
  "carveOuts": [{ "party": "Them", "requirements": ["${A}", "no id"] }]
}`;

const FILES = {
  'inheritance-scope.json': PROJECT,
  'srm.csv': `BUID,Inheritability\n${A},Partial\n`,
  'requirements.csv': `requirement\n${A}\n`,
  'evidence.csv': `requirement,location\n${A},proof/acp.pdf\n01.d,gone.pdf\n`,
  'inheritance-requests.csv': `requirement,state\n01.d,planned\n`,
  'gaps.csv': 'gap_id,requirement\nG1,01.c\n',
  'scope/a.md': `${A}\n\nEvidence: \`b.pdf\`\n\n### 01.d\n\nEvidence: \`b.pdf\`\n`,
  'scope/b.pdf': 'x',
  'proof/acp.pdf': 'x',
};

async function loaded(files: InMemoryFiles): Promise<Assessment> {
  const source = { folder: FOLDER, projectFile: at('inheritance-scope.json'), defaults: { documents: [] } };
  const assessment = new Assessment(source, files, catalog, loadPart, today);
  await assessment.load();
  return assessment;
}

describe('what an assessment can lead to', () => {
  it('is each row of its registers and its list, and each carve-out in the project file, without reading again', async () => {
    const files = new InMemoryFiles(FILES);
    const assessment = await loaded(files);
    files.forgetCounts();
    const start = PROJECT.indexOf(`"${A}"`);
    assert.deepEqual(
      assessment.records.map(({ file, at: place, control, requirement }) => [
        file.slice(FOLDER.length + 1),
        'line' in place ? place.line : place.start,
        requirement ?? control,
      ]),
      [
        ['evidence.csv', 2, A],
        ['evidence.csv', 3, '01.d'],
        ['inheritance-requests.csv', 2, '01.d'],
        ['gaps.csv', 2, '01.c'],
        ['requirements.csv', 2, A],
        ['inheritance-scope.json', start, A],
      ],
    );
    assert.deepEqual(files.reads, []);
  });

  it('are of one file its rows; of a document the evidence that it names', async () => {
    const assessment = await loaded(new InMemoryFiles(FILES));
    const lines = (path: string): readonly number[] => assessment.rowsIn(at(path)).map(({ line }) => line);
    assert.deepEqual([lines('srm.csv'), lines('evidence.csv'), lines('scope/a.md'), lines('x')], [[2], [2, 3], [], []]);
    assert.deepEqual(
      assessment.evidenceIn(at('scope/a.md')).map(({ line, location }) => [line, location]),
      [[7, 'b.pdf']],
    );
  });

  it('are the files that evidence names, from the project’s folder or the document’s, where they are there', async () => {
    const assessment = await loaded(new InMemoryFiles(FILES));
    const locate = (location: string, relativeTo?: string): Promise<string | undefined> =>
      assessment.locateEvidence({ location, ...(relativeTo !== undefined && { relativeTo: at(relativeTo) }) });
    assert.equal(await locate('proof/acp.pdf'), at('proof/acp.pdf'));
    assert.equal(await locate('scope/b.pdf'), at('scope/b.pdf'));
    assert.equal(await locate('b.pdf', 'scope/a.md'), at('scope/b.pdf'));
    for (const location of ['gone.pdf', 'b.pdf', 'scope', '', 'javascript:alert(1)', 'command:x'])
      assert.equal(await locate(location), undefined, location);
  });
});

describe('a file that an editor shows', () => {
  const files = new InMemoryFiles({
    'utf8.csv': '\ufeffcaf\u00e9\r\n',
    'windows.csv': Uint8Array.from('caf\u00e9\n', (character) => character.charCodeAt(0)),
    'mixed.csv': 'a\r\nb\n',
  });

  it('is as it was saved where the editor read all of it as it is', async () => {
    assert.equal(await isAsSaved(at('utf8.csv'), 'caf\u00e9\r\n', files), true);
    assert.equal(await isAsSaved(at('windows.csv'), 'caf\ufffd\n', files), false);
    assert.equal(await isAsSaved(at('mixed.csv'), 'a\r\nb\r\n', files), false);
    assert.equal(await isAsSaved(at('gone.csv'), '', files), false);
  });

  it('is not guessed at where it cannot be read', async () => {
    files.fail('utf8.csv', 'no-permission');
    await assert.rejects(isAsSaved(at('utf8.csv'), '', files), FileError);
  });
});
