import assert from 'node:assert/strict';
import { loadPart } from '../../../src/cli/loadPart';
import { catalog } from '../../../src/core/csf/catalog';
import { english } from '../../../src/core/message';
import { Assessment } from '../../../src/workspace/assessment';
import { findNamedFiles, recordHashes } from '../../../src/workspace/evidenceHashes';
import { FileError } from '../../../src/workspace/files';
import { addEvidenceRow, addMissingEvidence, addRequests, registersOf } from '../../../src/workspace/registers';
import { at, FOLDER, InMemoryFiles, today } from '../inMemoryFiles';

const A = '1149.01c2System.9';
const PROJECT = { assessment: { type: 'i1' }, matrix: 'srm.csv', documents: '*.md' };
const CONTENTS = {
  'inheritance-scope.json': JSON.stringify(PROJECT),
  'srm.csv': `ID,Inheritability\n01.a,None\n01.b,Full\n${A},Partial\n`,
  'scope.md': '01.a 01.b 01.c\n\n# 01.a\n\nEvidence: [policy](https://x.y/policy)\n',
};

async function load(contents: Readonly<Record<string, string>> = {}): Promise<{
  readonly files: InMemoryFiles;
  readonly assessment: Assessment;
}> {
  const files = new InMemoryFiles({ ...CONTENTS, ...contents });
  const source = { folder: FOLDER, projectFile: at('inheritance-scope.json'), defaults: { documents: [] } };
  const assessment = new Assessment(source, files, catalog, loadPart, today);
  await assessment.load();
  files.forgetCounts();
  return { files, assessment };
}

async function textOf(files: InMemoryFiles, path: string): Promise<string> {
  return new TextDecoder().decode(await files.read(at(path)));
}

const project = (more: object): Readonly<Record<string, string>> => ({
  'inheritance-scope.json': JSON.stringify({ ...PROJECT, ...more }),
});

describe('the registers of an assessment', () => {
  it('are those that the project names, the first to be written to, or else have their usual names', async () => {
    const { assessment, files } = await load(project({ evidence: ['a.csv', 'b.csv'] }));
    assert.deepEqual(registersOf(assessment, 'evidence', files), [at('a.csv'), at('b.csv')]);
    assert.deepEqual(registersOf(assessment, 'requests', files), [at('inheritance-requests.csv')]);
    assert.deepEqual(registersOf(assessment, 'evidenceDocuments', files), [at('documents.csv')]);
  });
});

describe('an evidence list', () => {
  it('is made where there is none, and names what has no evidence in a document either', async () => {
    const { assessment, files } = await load();
    const added = await addMissingEvidence(at('evidence.csv'), assessment, files);
    assert.deepEqual('lines' in added && added.lines, [2]);
    const [header, row] = (await textOf(files, 'evidence.csv')).split('\n');
    assert.match(header ?? '', /^requirement,cvid,maturity,title,type,location,state,/);
    assert.equal(row, `${A},,implemented,,,,requested,,,,,,,,`);
  });

  it('is not written to, nor made, where nothing is missing', async () => {
    const { assessment, files } = await load({ 'evidence.csv': `requirement,state\n${A},requested` });
    assert.deepEqual(
      await addMissingEvidence(at('evidence.csv'), assessment, files).then((added) => 'lines' in added && added.lines),
      [],
    );
    assert.deepEqual(files.writes, []);
    const other = await load({ 'scope.md': '01.b' });
    await addMissingEvidence(at('evidence.csv'), other.assessment, other.files);
    assert.deepEqual(other.files.writes, []);
  });

  it('has rows that another register or a row with a slip has', async () => {
    const { assessment, files } = await load({
      ...project({ evidence: ['a.csv', 'b.csv'] }),
      'a.csv': `requirement,maturity,state\n${A},implemented,on its way\n`,
      'b.csv': 'requirement,state\n01.a,requested\n',
    });
    const added = await addMissingEvidence(at('a.csv'), assessment, files);
    assert.deepEqual('lines' in added && added.lines, []);
  });

  it('is read as it is when it is written to, whatever was read of it before', async () => {
    const { assessment, files } = await load();
    files.set('evidence.csv', `Control;State\r\n${A};requested\r\n`);
    const added = await addMissingEvidence(at('evidence.csv'), assessment, files);
    assert.deepEqual('lines' in added && added.lines, []);
  });

  it('is refused without a column for the state, for the rows would count as collected', async () => {
    const { assessment, files } = await load({ 'evidence.csv': 'requirement\n' });
    const refused = await addMissingEvidence(at('evidence.csv'), assessment, files);
    assert.match('failure' in refused ? english(refused.failure) : '', /evidence\.csv was not written to: .* "state"/);
    assert.deepEqual(files.writes, []);
  });

  it('gets a piece of evidence in the way of its rows', async () => {
    const { assessment, files } = await load({ 'evidence.csv': '"Requirement";"Location"\r\n"01.a";"a.pdf"' });
    const row = { requirement: A, maturity: 'implemented', location: 'b.pdf', state: 'collected' };
    const added = await addEvidenceRow(at('evidence.csv'), row, assessment, files);
    assert.equal(
      await textOf(files, 'evidence.csv'),
      `"Requirement";"Location"\r\n"01.a";"a.pdf"\r\n"${A}";"b.pdf"\r\n`,
    );
    assert.deepEqual('left' in added && added.left.map(({ column }) => column), ['maturity', 'state']);
  });

  it('needs a column for the level where several are scored', async () => {
    const contents = { ...project({ assessment: { type: 'r2' } }), 'evidence.csv': 'requirement,location\n' };
    const { assessment, files } = await load(contents);
    const row = { requirement: A, maturity: 'policy', location: 'b.pdf' };
    const refused = await addEvidenceRow(at('evidence.csv'), row, assessment, files);
    assert.match('failure' in refused ? english(refused.failure) : '', /no column "maturity"/);
  });

  for (const [reason, told] of [
    ['no-permission', 'no-permission'],
    ['changed', 'changed'],
  ] as const) {
    it(`stays as it is where writing fails: ${reason}`, async () => {
      const { assessment, files } = await load({ 'evidence.csv': 'requirement,location,state\n' });
      const write = files.write.bind(files);
      // Someone else writes between our reading and our writing, or has locked the file.
      files.write = async (location, content, expected) => {
        if (reason === 'changed') files.set('evidence.csv', 'mine\n');
        else files.fail('evidence.csv', reason);
        return write(location, content, expected);
      };
      const isTold = (error: unknown): boolean => error instanceof FileError && error.reason === told;
      await assert.rejects(addMissingEvidence(at('evidence.csv'), assessment, files), isTold);
      if (reason === 'changed') assert.equal(await textOf(files, 'evidence.csv'), 'mine\n');
    });
  }
});

describe('the request register', () => {
  it('gets planned requests behind its rows, which stay as they are', async () => {
    const before = 'request_id,requirement,provider,weight,partial,state\r\nIR-009,01.b,,100,no,withdrawn\r\n';
    const { assessment, files } = await load({ 'inheritance-requests.csv': before });
    const added = await addRequests(at('inheritance-requests.csv'), assessment, files);
    assert.equal(await textOf(files, 'inheritance-requests.csv'), `${before}IR-010,${A},Azure,,yes,planned\r\n`);
    assert.deepEqual('left' in added && added.left.map(({ column }) => column), ['type']);
    const again = await addRequests(at('inheritance-requests.csv'), assessment, files);
    assert.deepEqual('lines' in again && again.lines, []);
  });

  it('has requests that a row with a slip makes, and not those to another provider', async () => {
    const rows = `requirement,provider,weight,partial,state\n01.b,,110,no,planned\n${A},AWS,,yes,approved\n`;
    const { assessment, files } = await load({ 'inheritance-requests.csv': rows });
    await addRequests(at('inheritance-requests.csv'), assessment, files);
    assert.equal(await textOf(files, 'inheritance-requests.csv'), `${rows}${A},Azure,,yes,planned\n`);
  });
});

describe('a register whose rows name requirements by their CVIDs', () => {
  const contents = {
    ...project({ requirements: 'requirements.csv' }),
    'srm.csv': `ID,CVID,Inheritability\n${A},2368.0,Full\n1106.01b1System.1,9008.0,None\n`,
    'requirements.csv': `requirement,cvid\n${A},2368.0\n1106.01b1System.1,9008.0\n`,
  };

  it('gets no planned request over an approved one', async () => {
    const rows = 'request_id,requirement,cvid,weight,partial,state\nIR-1,,2368.0,100,no,approved\n';
    const { assessment, files } = await load({ ...contents, 'inheritance-requests.csv': rows });
    const added = await addRequests(at('inheritance-requests.csv'), assessment, files);
    assert.deepEqual('lines' in added && added.lines, []);
  });

  for (const [which, id] of [
    ['no id', ''],
    ['an older id', '1107.01b1System.2'],
  ]) {
    it(`gets no second row for what has one with ${which}`, async () => {
      const rows = `requirement,cvid,state\n${id},9008.0,requested\n`;
      const { assessment, files } = await load({ ...contents, 'evidence.csv': rows });
      const added = await addMissingEvidence(at('evidence.csv'), assessment, files);
      assert.deepEqual('lines' in added && added.lines, []);
    });
  }

  it('goes on counting the ids of its requests', async () => {
    const rows = 'request_id,requirement,cvid,weight,partial,state\nIR-7,,9008.0,100,no,withdrawn\n';
    const { assessment, files } = await load({ ...contents, 'inheritance-requests.csv': rows });
    await addRequests(at('inheritance-requests.csv'), assessment, files);
    assert.match(await textOf(files, 'inheritance-requests.csv'), new RegExp(`^IR-8,${A},`, 'm'));
  });
});

describe('the SHA-256 of evidence', () => {
  const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  const REGISTERS = [at('documents.csv'), at('evidence.csv'), at('gone.csv')];
  const named = (files: InMemoryFiles) => findNamedFiles(REGISTERS, FOLDER, files);

  it('is written into every row that names the file, and no other byte', async () => {
    const { files } = await load({
      'documents.csv': 'location;SHA256\r\nlogs/a.txt;\r\nhttps://x.y/z;\r\nmissing.txt;\r\n',
      'evidence.csv': 'requirement,location,sha256,note\n01.a,./logs/a.txt\n',
      'logs/a.txt': '',
    });
    const result = await recordHashes(await named(files), false, files);
    assert.deepEqual(result && 'recorded' in result && result.recorded.length, 2);
    assert.equal(
      await textOf(files, 'documents.csv'),
      `location;SHA256\r\nlogs/a.txt;${EMPTY}\r\nhttps://x.y/z;\r\nmissing.txt;\r\n`,
    );
    assert.equal(await textOf(files, 'evidence.csv'), `requirement,location,sha256,note\n01.a,./logs/a.txt,${EMPTY}\n`);
  });

  it('goes into a column by any name that it is read from', async () => {
    const { files } = await load({ 'evidence.csv': 'requirement,location,SHA-256\n01.a,a.txt,\n', 'a.txt': '' });
    await recordHashes(await named(files), false, files);
    assert.equal(await textOf(files, 'evidence.csv'), `requirement,location,SHA-256\n01.a,a.txt,${EMPTY}\n`);
  });

  it('that differs from the one recorded is said, and written over only where that is asked for', async () => {
    const before = `location,sha256\na.txt,0000\nb.txt,${EMPTY.toUpperCase()}\n`;
    const { files } = await load({ 'evidence.csv': before, 'a.txt': '', 'b.txt': '' });
    const result = await recordHashes(await named(files), false, files);
    assert.ok(result && 'differing' in result);
    assert.deepEqual(
      [result.recorded.length, result.same, result.differing].map((rows) =>
        typeof rows === 'number' ? rows : rows.map(({ path }) => path),
      ),
      [0, ['b.txt'], ['a.txt']],
    );
    assert.deepEqual(files.writes, []);
    await recordHashes(await named(files), true, files);
    assert.equal(await textOf(files, 'evidence.csv'), before.replace('0000', EMPTY));
  });

  it('needs a column of that name in every list that it goes to, or goes to none', async () => {
    const { files } = await load({
      'documents.csv': 'location,sha256\na.txt,\n',
      'evidence.csv': '\nlocation\na.txt\n',
      'a.txt': '',
    });
    const result = await recordHashes(await named(files), false, files);
    assert.match(
      result && 'failure' in result ? english(result.failure) : '',
      /evidence\.csv was not written to: it has no column "sha256"\. Add that name to its headings, on line 2/,
    );
    assert.deepEqual(files.writes, []);
  });

  it('goes to no list that was changed since it was looked at', async () => {
    const { files } = await load({ 'evidence.csv': 'location,sha256\na.txt,\n', 'a.txt': '' });
    const found = await named(files);
    files.set('evidence.csv', 'sha256,location\n,a.txt\n');
    await assert.rejects(recordHashes(found, false, files), FileError);
    assert.equal(await textOf(files, 'evidence.csv'), 'sha256,location\n,a.txt\n');
  });
});
