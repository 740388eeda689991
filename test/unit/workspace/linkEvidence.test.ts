import assert from 'node:assert/strict';
import { loadPart } from '../../../src/cli/loadPart';
import { documentKey } from '../../../src/core/assessment/evidenceDocuments';
import { targetsOf } from '../../../src/core/assessment/linkedRows';
import type { MaturityLevel } from '../../../src/core/assessment/maturity';
import { catalog } from '../../../src/core/csf/catalog';
import { english } from '../../../src/core/message';
import { Assessment } from '../../../src/workspace/assessment';
import { linkEvidence, type LinkedDocument } from '../../../src/workspace/linkEvidence';
import { at, FOLDER, InMemoryFiles, today } from '../inMemoryFiles';

const PROJECT = { assessment: { type: 'r2' }, matrix: 'srm.csv', documents: '*.md' };
const CONTENTS = {
  'inheritance-scope.json': JSON.stringify(PROJECT),
  'srm.csv': 'ID,Inheritability\n01.a,None\n01.b,None\n',
  'scope.md': '01.a 01.b\n',
  'documents.csv':
    'document_id,title,type,location,approved_on\nDOC-1,Access policy,policy,policies/acp.pdf,2027-01-02\n',
};
const HEADER = 'requirement,maturity,location,state';

async function linked(
  evidence: string | undefined,
  document: string | LinkedDocument,
  levels: readonly MaturityLevel[] = ['policy'],
) {
  const files = new InMemoryFiles({ ...CONTENTS, ...(evidence !== undefined && { 'evidence.csv': evidence }) });
  const source = { folder: FOLDER, projectFile: at('inheritance-scope.json'), defaults: { documents: [] } };
  const assessment = new Assessment(source, files, catalog, loadPart, today);
  await assessment.load();
  files.forgetCounts();
  const { targets } = targetsOf([{ control: '01.a' }, { control: '01.b' }], assessment.summary);
  const known = typeof document === 'string' ? assessment.facts.documents?.get(documentKey(document)) : document;
  assert.ok(known);
  const appended = await linkEvidence(at('evidence.csv'), targets, levels, known, assessment, files);
  const isThere = evidence !== undefined || files.writes.length > 0;
  const text = isThere ? new TextDecoder().decode(await files.read(at('evidence.csv'))) : '';
  return { appended, files, text };
}

describe('a document that is linked to several', () => {
  it('gets all its rows in one write', async () => {
    const { files, text, appended } = await linked(`${HEADER}\n`, { title: 'A', location: 'a.pdf' }, [
      'policy',
      'procedure',
    ]);
    const rows = ['01.a,policy', '01.b,policy', '01.a,procedure', '01.b,procedure'];
    assert.equal(text, `${HEADER}\n${rows.map((row) => `${row},a.pdf,collected\n`).join('')}`);
    assert.equal(files.writes.length, 1);
    assert.deepEqual('lines' in appended && appended.lines, [2, 3, 4, 5]);
  });

  it('is named by its id where the register has a column for that, and a new register has', async () => {
    const given = 'Requirement;Level;Document ID;Note\r\n01.a;procedure;x;\r\n';
    assert.equal((await linked(given, 'doc-1')).text, `${given}01.a;policy;DOC-1;\r\n01.b;policy;DOC-1;\r\n`);
    const { text } = await linked(undefined, 'DOC-1');
    assert.match(text, /^requirement,.*,document_id\n01\.a,,policy,,,,collected,.*,DOC-1\n/);
  });

  it('is named by where it lies, with what is known of it, where the register has no such column', async () => {
    const { text } = await linked('requirement,maturity,title,type,location,approved_on\n', 'DOC-1');
    assert.match(text, /\n01\.a,policy,Access policy,policy,policies\/acp\.pdf,2027-01-02\n/);
  });

  for (const [how, row] of [
    ['by its id', 'requirement,maturity,document_id\n01.a,policy,doc-1\n'],
    ['by its path', 'requirement,maturity,location,document_id\n01.a,policy,policies/acp.pdf,\n'],
    [
      'by another spelling of its path',
      'requirement,maturity,location,document_id\n01.a,policy,./policies/../policies/acp.pdf,\n',
    ],
    ['and is rejected', 'requirement,maturity,document_id,state\n01.a,policy,DOC-1,rejected\n'],
  ] as const) {
    it(`is not linked a second time to what names it ${how}`, async () => {
      const { text, appended } = await linked(row, 'DOC-1');
      assert.deepEqual('already' in appended && appended.already, ['01.a']);
      assert.equal(text.slice(row.length).match(/^01\.b/gm)?.length, 1);
      assert.doesNotMatch(text.slice(row.length), /^01\.a/m);
    });
  }

  it('is linked to what has another one at that level', async () => {
    const { appended } = await linked(`${HEADER}\n01.a,policy,https://x.y/1,\n`, { location: 'https://x.y/2' });
    assert.deepEqual('already' in appended && [appended.already, appended.lines.length], [[], 2]);
  });

  it('leaves the file as it is where there is nothing to add, or no column for what is', async () => {
    const all = `${HEADER}\n01.a,policy,a.pdf,\n01.b,policy,a.pdf,\n`;
    const { files, appended } = await linked(all, { location: 'a.pdf' });
    assert.deepEqual('already' in appended && appended.already, ['01.a', '01.b']);
    assert.deepEqual(files.writes, []);
    const refused = await linked('requirement,maturity\n', { location: 'a.pdf' });
    assert.match('failure' in refused.appended ? english(refused.appended.failure) : '', /no column "location"/);
    assert.deepEqual(refused.files.writes, []);
  });
});
