import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
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

/** The same with all that the full grain rests on. */
const FULL_PROJECT = {
  ...PROJECT,
  assessment: { type: 'r2', submissionDate: '2027-05-14' },
  requirements: 'list.csv',
  azure: {
    services: ['Azure SQL Database', 'Key Vault'],
    servicesInScope: 'services.csv',
    policyStates: 'states.json',
  },
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
  'acp.pdf': fc.constantFrom('%PDF', '%PDF-2'),
  'files/b.pdf': fc.constant('%PDF'),
};

const A = '1149.01c2System.9';
const STATE = {
  policyDefinitionGroupNames: [`hipaa-${A}-01.c`],
  complianceState: 'NonCompliant',
  resourceId: '/a',
  policyDefinitionId: '/p',
  timestamp: '2027-03-01T00:00:00Z',
};
const HASH = createHash('sha256').update('%PDF').digest('hex');

/** Contents that join each other: by document, by CVID, by list. */
const FULL_CONTENTS: typeof CONTENTS = {
  ...CONTENTS,
  'one.md': fc.constantFrom('01.a 01.c', '02.a', `${A} 01.b`, '# 01.c\n\nEvidence (policy): [A](acp.pdf)\n'),
  'srm.csv': fc.constantFrom(
    `ID,CVID,Inheritability,Azure\n${A},7.0,Partial,Key Vault keeps it\n1143.01c1System.123,8.0,Full,\n`,
    'ID,Inheritability\n01.c,Full\n',
    'nothing',
  ),
  'list.csv': fc.constantFrom(
    `requirement,cvid,applicability,rationale\n${A},7,,\n1143.01c1System.123,8,n/a,Nothing of it is used here.\n`,
    `requirement,cvid\n1150.01c2System.10,7.0\n1106.01b1System.1,\n`,
    'x',
  ),
  'documents.csv': fc.constantFrom(
    `document_id,title,type,location,approved_on,sha256\nACP,Policy,policy,acp.pdf,2026-09-14,${HASH}\n`,
    'document_id,location,approved_on\nACP,files/b.pdf,2027-05-01\n',
  ),
  'evidence.csv': fc.constantFrom(
    `requirement,cvid,maturity,document_id,state\n${A},,policy,ACP,\n,7,procedure,ACP,\n,8,policy,ACP,requested\n`,
    `requirement,cvid,maturity,location\n1148.01c2System.78,7,policy,acp.pdf\n01.c,,policy,acp.pdf\n`,
  ),
  'requests.csv': fc.constantFrom(
    `requirement,cvid,state,weight,partial,submitted\n,7,approved,50,yes,\n${A},,submitted,100,no,2027-02-01\n`,
    'requirement,state\n01.c,approved\n',
  ),
  'gaps.csv': fc.constantFrom(`gap_id,requirement,fixed_on\nG1,${A},2027-03-01\n`, 'gap_id,requirement\nG1,01.c\n'),
  'services.csv': fc.constantFrom('service,azure\nAzure SQL Database,x\n', 'service,azure\nKey Vault,x\n'),
  'states.json': fc.constantFrom('[]', JSON.stringify([STATE]), '{'),
};

/** Writing a file with some content or, without one, deleting it. */
function steps(contents: typeof CONTENTS): fc.Arbitrary<readonly (readonly [string, string | undefined])[]> {
  const step = fc
    .constantFrom(...Object.keys(contents))
    .chain((path) => fc.tuple(fc.constant(path), fc.option(contents[path] ?? fc.constant(''), { nil: undefined })));
  return fc.array(step, { maxLength: 12 });
}

function create(files: InMemoryFiles): Assessment {
  const projectFile = `${FOLDER}/inheritance-scope.json`;
  return new Assessment({ folder: FOLDER, projectFile, defaults: { documents: [] } }, files, catalog, loadPart, today);
}

function stateOf({ summary, problems, documents, policy }: Assessment): unknown {
  const { controls, totals, unresolved, project } = summary;
  return { controls, totals, unresolved, project, problems, documents, policy: [...policy] };
}

describe('an assessment that is told of each change', () => {
  for (const [grain, project, contents] of [
    ['simple', PROJECT, CONTENTS],
    ['full', FULL_PROJECT, FULL_CONTENTS],
  ] as const) {
    it(`is at any time what reading everything anew would make it, in the ${grain} grain`, () =>
      fc.assert(
        fc.asyncProperty(steps(contents), async (changes) => {
          const files = new InMemoryFiles({ 'inheritance-scope.json': JSON.stringify(project) });
          const assessment = create(files);
          await assessment.load();
          for (const [path, content] of changes) {
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
  }

  it('is at any time what reading everything anew would make it, of a document that is typed in', () => {
    const lines = [
      '# 01.c',
      `## ${A}`,
      'Evidence (policy): [A](acp.pdf)',
      'Evidence (policy): b.pdf',
      '01.a 01.b',
      '14.a',
      '',
    ];
    const texts = fc.array(fc.constantFrom(...lines), { maxLength: 8 }).map((parts) => parts.join('\n'));
    return fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(texts, fc.boolean()), { maxLength: 8 }), async (typed) => {
        const files = new InMemoryFiles({
          'inheritance-scope.json': JSON.stringify(PROJECT),
          'srm.csv': `ID,Inheritability\n01.a,Full\n${A},None\n`,
          'one.md': '01.b',
          'two.md': '01.a 01.c',
          'acp.pdf': '',
        });
        const assessment = create(files);
        await assessment.load();
        for (const [text, isSaved] of typed) {
          assessment.setText(`${FOLDER}/one.md`, text);
          await assessment.settle();
          files.set('one.md', text);
          if (isSaved) await assessment.update(`${FOLDER}/one.md`);
          const rebuilt = create(files);
          await rebuilt.load();
          assert.deepEqual(stateOf(assessment), stateOf(rebuilt));
        }
      }),
      { numRuns: 300 },
    );
  });

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
