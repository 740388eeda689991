import assert from 'node:assert/strict';
import { loadPart } from '../../../src/cli/loadPart';
import { catalog } from '../../../src/core/csf/catalog';
import { english } from '../../../src/core/message';
import { Assessment } from '../../../src/workspace/assessment';
import type { AssessmentSource } from '../../../src/workspace/definition';
import { at, FOLDER, InMemoryFiles, today } from '../inMemoryFiles';

const PROJECT = {
  name: 'Portal',
  assessment: { type: 'e1' },
  matrix: 'srm.csv',
  documents: ['**/*'],
  evidence: 'evidence.csv',
  requests: 'requests.csv',
};
const CONTENTS = {
  'inheritance-scope.json': JSON.stringify(PROJECT),
  'srm.csv': 'ID,Inheritability\n01.a,None\n01.b,Full\n',
  'evidence.csv': 'requirement,location\n01.a,acp.pdf\n01.a,https://x.y/z\n',
  'requests.csv': 'requirement,state,weight\n01.b,approved,100\n',
  'one.md': '01.a',
  'two.md': '01.b',
};
const DOCUMENTS = ['one.md', 'two.md'];

async function load(
  files: InMemoryFiles,
  source: Partial<AssessmentSource> = { projectFile: at('inheritance-scope.json') },
): Promise<Assessment> {
  const assessment = new Assessment(
    { folder: FOLDER, defaults: { documents: ['*.md'] }, ...source },
    files,
    catalog,
    loadPart,
    today,
  );
  await assessment.load();
  files.forgetCounts();
  return assessment;
}

const statuses = ({ summary }: Assessment): readonly string[] =>
  summary.controls.map(({ id, status }) => `${id} ${status}`);
const codes = ({ problems }: Assessment): readonly string[] => problems.map(({ code }) => code);
const documents = (assessment: Assessment, files: InMemoryFiles): readonly string[] =>
  assessment.documents.map((location) => files.label(location));

describe('an assessment', () => {
  it('is read from its project file: matrix, registers and documents, each file once', async () => {
    const files = new InMemoryFiles(CONTENTS);
    const assessment = new Assessment(
      { folder: FOLDER, projectFile: at('inheritance-scope.json'), defaults: { documents: [] } },
      files,
      catalog,
      loadPart,
      today,
    );
    await assessment.load();
    // Two registers are looked for by their usual names.
    const expected = [...Object.keys(CONTENTS), 'documents.csv', 'gaps.csv', 'sharing.csv'];
    assert.deepEqual(files.reads.toSorted(), expected.map(at).toSorted());
    assert.deepEqual([assessment.summary.name, statuses(assessment)], ['Portal', ['01.a complete', '01.b inherited']]);
  });

  it('says where its project names one file as two matrices: it is read once, as the first says', async () => {
    const matrix = ['srm.csv', { path: './srm.csv', headerRow: 2 }];
    const project = JSON.stringify({ ...PROJECT, matrix });
    const assessment = await load(new InMemoryFiles({ ...CONTENTS, 'inheritance-scope.json': project, 'acp.pdf': '' }));
    assert.deepEqual(
      assessment.problems.map(({ code, file, args }) => [code, file, ...args]),
      [['matrix-named-twice', at('inheritance-scope.json'), './srm.csv']],
    );
    assert.equal(assessment.matrices.length, 1);
  });

  describe('with a requirement list', () => {
    const A = '1149.01c2System.9';
    const listed = (files: Readonly<Record<string, string>>): Promise<Assessment> => {
      const project = { ...PROJECT, requirements: 'list.csv', assessment: { type: 'i1' }, evidence: 'e.csv' };
      const contents = {
        'inheritance-scope.json': JSON.stringify(project),
        'srm.csv': `ID,CVID,Inheritability\n${A},7.0,None\n`,
      };
      return load(new InMemoryFiles({ ...contents, 'scope.md': '01.c', ...files }));
    };

    it('finds by its CVID the requirement whose id in an older version evidence names', async () => {
      const old = '1148.01c2System.78,7,https://a.b/c\n1148.01c2System.78,8,https://a.b/c\n';
      const { summary, problems } = await listed({
        'list.csv': `requirement,cvid\n${A},7.0\n`,
        'e.csv': `requirement,cvid,location\n${old}`,
      });
      assert.equal(summary.totals.byStatus.complete, 1);
      assert.deepEqual(
        problems.filter(({ file }) => file === at('e.csv')).map(({ code, at: place }) => [code, place]),
        [['row-not-listed', { line: 3 }]],
      );
    });

    it('calls the registers by their labels where their requests claim too much together', async () => {
      const rows = (provider: string): string => `requirement,provider,state,weight\n${A},${provider},submitted,60\n`;
      const { problems } = await listed({
        'inheritance-scope.json': JSON.stringify({
          ...PROJECT,
          requirements: 'list.csv',
          requests: ['a.csv', 'b.csv'],
        }),
        'srm.csv': `ID,Inheritability\n${A},Full\n`,
        'list.csv': `requirement\n${A}\n`,
        'a.csv': rows('Azure'),
        'b.csv': rows('AWS'),
      });
      const told = problems.filter(({ code }) => code === 'over-claim-sum').map(english);
      assert.equal(told.length, 2);
      for (const words of told) assert.match(words, /\(a\.csv, line 2\).*\(b\.csv, line 2\)/);
    });

    it('tells of gaps of what it does not have, and not of one of a whole control', async () => {
      const { problems } = await listed({
        'list.csv': `requirement\n${A}\n`,
        'e.csv': 'requirement\n',
        'gaps.csv': `requirement\n${A}\n01.c\n1148.01c2System.78\n01.d\n`,
      });
      assert.deepEqual(
        problems.filter(({ file }) => file === at('gaps.csv')).map(({ code, at: place }) => [code, place]),
        [
          ['row-not-listed', { line: 4 }],
          ['row-not-listed', { line: 5 }],
        ],
      );
    });

    it('finds by its CVID the requirement whose id in an older version a request names', async () => {
      const { summary } = await listed({
        'srm.csv': `ID,CVID,Inheritability\n${A},7.0,Full\n`,
        'list.csv': `requirement,cvid\n${A},7.0\n`,
        'requests.csv': 'requirement,cvid,state,weight\n1148.01c2System.78,7,approved,100\n',
      });
      assert.equal(summary.totals.byStatus.inherited, 1);
    });

    it('that nothing can be read of, keeps to what documents mention and says what is wrong', async () => {
      const { summary, problems } = await listed({ 'list.csv': 'Name,Text\nx,y\n' });
      assert.deepEqual([summary.basis, summary.totals.controls], ['documents', 1]);
      assert.ok(problems.some(({ code, file }) => code === 'missing-register-column' && file === at('list.csv')));
    });
  });

  it('leaves the documents below a nearer project file to that one', async () => {
    const files = new InMemoryFiles({ ...CONTENTS, 'inner/inheritance-scope.json': '{}', 'inner/three.md': '01.c' });
    const outer = { projectFile: at('inheritance-scope.json'), innerFolders: [at('inner')] };
    const inner = { folder: at('inner'), projectFile: at('inner/inheritance-scope.json') };
    assert.deepEqual(documents(await load(files, outer), files), DOCUMENTS);
    assert.deepEqual(documents(await load(files, inner), files), ['inner/three.md']);
  });

  it('takes neither its matrix nor its registers nor its project file for scoping documents', async () => {
    const files = new InMemoryFiles(CONTENTS);
    assert.deepEqual(documents(await load(files), files), DOCUMENTS);
  });

  it('works from the settings of a folder, without a project file, and is named after the folder', async () => {
    const files = new InMemoryFiles(CONTENTS);
    const assessment = await load(files, { defaults: { matrix: 'srm.csv', documents: ['*.md'], type: 'i1' } });
    assert.deepEqual(statuses(assessment), ['01.a complete', '01.b coverage-needed']);
    assert.deepEqual([assessment.summary.name, assessment.summary.assumptions, assessment.id], ['w', [], FOLDER]);
  });

  it('prefers what its project file says to the settings, which fill what it leaves open', async () => {
    const files = new InMemoryFiles({ ...CONTENTS, 'inheritance-scope.json': '{}' });
    const assessment = await load(files, {
      projectFile: at('inheritance-scope.json'),
      defaults: { matrix: 'srm.csv', documents: ['two.md'] },
    });
    assert.deepEqual([statuses(assessment), assessment.summary.assumptions.length], [['01.b coverage-needed'], 1]);
  });

  it('takes documents that are named one by one in place of globs', async () => {
    const files = new InMemoryFiles(CONTENTS);
    const assessment = await load(files, { projectFile: at('inheritance-scope.json'), documents: [at('two.md')] });
    assert.deepEqual(documents(assessment, files), ['two.md']);
  });

  it('tells before each document how many are done', async () => {
    const assessment = new Assessment(
      { folder: FOLDER, defaults: { documents: ['*.md'] } },
      new InMemoryFiles(CONTENTS),
      catalog,
      loadPart,
      today,
    );
    const calls: number[][] = [];
    await assessment.load((...call) => calls.push(call));
    assert.deepEqual(calls, [
      [0, 2],
      [1, 2],
    ]);
  });

  it('is empty again where its documents have gone', async () => {
    const files = new InMemoryFiles({ 'one.md': '01.a' });
    const assessment = await load(files, {});
    assert.equal(assessment.summary.controls.length, 1);
    files.delete('one.md');
    await assessment.load();
    assert.deepEqual(assessment.summary.controls, []);
  });
});

describe('a file that changed', () => {
  for (const [path, content, expected] of [
    ['one.md', '01.a 01.c', ['01.a complete', '01.b inherited', '01.c unknown']],
    ['srm.csv', 'ID,Inheritability\n01.a,Full\n01.b,Full\n', ['01.a coverage-needed', '01.b inherited']],
    ['evidence.csv', 'requirement,location\n', ['01.a needs-evidence', '01.b inherited']],
    ['requests.csv', 'requirement,state\n01.b,submitted\n', ['01.a complete', '01.b awaiting-approval']],
  ] as const) {
    it(`such as ${path} is read again, and no other`, async () => {
      const files = new InMemoryFiles(CONTENTS);
      const assessment = await load(files);
      files.set(path, content);
      await assessment.update(at(path));
      assert.deepEqual([files.reads, statuses(assessment)], [[at(path)], expected]);
    });
  }

  it('and is a matrix that reads as it did is not taken for a new one', async () => {
    const files = new InMemoryFiles(CONTENTS);
    const assessment = await load(files);
    const [before] = assessment.matrices;
    await assessment.update(at('srm.csv'));
    assert.equal(assessment.matrices[0], before);
  });

  it('and plays no part is not read', async () => {
    const files = new InMemoryFiles({ ...CONTENTS, '../x.md': '01.c' });
    await (await load(files)).update(at('../x.md'));
    assert.deepEqual(files.reads, []);
  });

  it('in an editor counts as it stands there, without any reading', async () => {
    const files = new InMemoryFiles(CONTENTS);
    const assessment = await load(files);
    assert.equal(assessment.setText(at('one.md'), '01.d'), true);
    assert.deepEqual([files.reads, statuses(assessment)], [[], ['01.b inherited', '01.d unknown']]);
  });

  it('in an editor and is no document is left alone', async () => {
    const assessment = await load(new InMemoryFiles(CONTENTS));
    assert.equal(assessment.setText(at('srm.csv'), '01.d'), false);
    assert.deepEqual(statuses(assessment), ['01.a complete', '01.b inherited']);
  });
});

describe('a file that cannot be read', () => {
  for (const [path, reason, code, expected] of [
    ['one.md', 'no-permission', 'file-not-readable', ['01.b inherited']],
    ['one.md', 'too-large', 'file-too-large', ['01.b inherited']],
    ['srm.csv', 'not-found', 'file-not-found', ['01.a unknown', '01.b unknown']],
    ['evidence.csv', 'is-folder', 'file-not-readable', ['01.a needs-evidence', '01.b inherited']],
    ['requests.csv', 'other', 'file-not-readable', ['01.a complete', '01.b coverage-needed']],
    ['inheritance-scope.json', 'no-permission', 'file-not-readable', ['01.a unknown', '01.b unknown']],
  ] as const) {
    it(`(${path}: ${reason}) is one clear message, and the rest goes on working`, async () => {
      const files = new InMemoryFiles(CONTENTS);
      files.fail(path, reason);
      const assessment = await load(files);
      // What is not there is told where it is named.
      const place = reason === 'not-found' ? 'inheritance-scope.json' : path;
      const ofFile = assessment.problems.filter(({ file }) => file === at(place));
      assert.deepEqual([ofFile.map((problem) => problem.code), statuses(assessment)], [[code], expected]);
      assert.ok(ofFile.map(english).every((text) => text.includes(path)));
    });
  }

  it('counts again once it can be read', async () => {
    const files = new InMemoryFiles({ ...CONTENTS, 'one.md': Uint8Array.of(0, 1, 2), 'acp.pdf': '' });
    const assessment = await load(files);
    assert.deepEqual(codes(assessment), ['file-not-text', 'row-without-use', 'row-without-use']);
    files.set('one.md', '01.a');
    await assessment.update(at('one.md'));
    assert.deepEqual([codes(assessment), statuses(assessment)], [[], ['01.a complete', '01.b inherited']]);
  });

  it('because it is evidence that is not there is named with the row that asks for it', async () => {
    const [found, ...others] = (await load(new InMemoryFiles(CONTENTS))).problems;
    assert.deepEqual(
      [found?.code, found?.at, found?.args, others],
      ['missing-evidence-file', { line: 2 }, ['acp.pdf'], []],
    );
  });

  it('although a project file names it among its documents is a message', async () => {
    const project = JSON.stringify({ ...PROJECT, documents: ['one.md', 'gone.md'] });
    const assessment = await load(new InMemoryFiles({ ...CONTENTS, 'acp.pdf': '', 'inheritance-scope.json': project }));
    assert.deepEqual(codes(assessment), ['file-not-found', 'row-without-use']);
  });

  it('because its folder cannot be looked into is a message about the folder', async () => {
    const files = new InMemoryFiles({ ...CONTENTS, 'acp.pdf': '', 'secret/three.md': '01.c' });
    files.fail('secret', 'no-permission');
    assert.deepEqual(codes(await load(files)), ['folder-not-readable']);
  });
});
