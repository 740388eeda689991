import assert from 'node:assert/strict';
import { readProject } from '../../../src/core/assessment/projectFile';
import { completeEnd, prepareShare, recordShare, verifySharing } from '../../../src/workspace/sharing';
import { loadPart } from '../../../src/cli/loadPart';
import { catalog } from '../../../src/core/csf/catalog';
import { Assessment } from '../../../src/workspace/assessment';
import { registerOf, share } from '../core/sharing/givenShares';
import { FaultyFiles } from '../faultyFiles';
import { at, InMemoryFiles, today } from '../inMemoryFiles';

const PROJECT = '\ufeff{\r\n  // Ours\r\n  "name": "Portal", /* é */\r\n}\r\n';
const P = at('inheritance-scope.json');

async function textOf(files: InMemoryFiles, path: string): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await files.read(at(path)));
  } catch {
    return undefined;
  }
}

const codes = async (files: InMemoryFiles): Promise<readonly string[] | undefined> =>
  (await verifySharing(P, files))?.problems.map(({ code }) => code);

describe('recording a share', () => {
  it('makes a register where there is none, and keeps everything else of the project file', async () => {
    const files = new InMemoryFiles({ 'inheritance-scope.json': PROJECT });
    const recorded = await recordShare(P, share(), files);
    assert.ok('id' in recorded);
    assert.deepEqual([recorded.id, recorded.line, recorded.register], ['S-0001', 2, at('sharing.csv')]);
    assert.deepEqual(await codes(files), []);
    const project = (await textOf(files, 'inheritance-scope.json')) ?? '';
    assert.ok(project.startsWith('\ufeff{\r\n  // Ours\r\n  "name": "Portal",'), project);
    assert.ok(project.includes('/* é */'), project);
    const { rows, lastHash } = readProject(project.slice(1), 'p').project.sharing ?? {};
    assert.deepEqual([rows, lastHash?.length], [1, 64]);
  });

  it('appends to the register that the project names, in the way it is written, and leaves every other byte', async () => {
    const csv =
      '\ufeffnote;id;event;date;recipient;organisation;contact;purpose;profile;agreement;consent;limitations;expires;file;sha256;by;previous;hash\r\n';
    const files = new InMemoryFiles({
      'inheritance-scope.json': '{ "sharing": { "register": "r/shares.csv", "policy": { "consentValidDays": 90 } } }',
      'r/shares.csv': csv,
    });
    await recordShare(P, share({ statuses: 'cd'.repeat(32) }), files);
    const recorded = await recordShare(
      P,
      { event: 'returned', id: 'S-0001', date: '2026-12-01', recipient: 'Jo Reyes' },
      files,
    );
    assert.ok('id' in recorded);
    const written = (await textOf(files, 'r/shares.csv')) ?? '';
    assert.ok(written.startsWith(csv));
    assert.match(
      written.slice(csv.length),
      /^;S-0001;shared;2026-11-22;Jo Reyes;.*\r\n;S-0001;returned;2026-12-01;Jo Reyes;.*\r\n$/,
    );
    assert.deepEqual(await codes(files), []);
  });

  it('adds nothing to a register that is not as it was written, and says why', async () => {
    const files = new InMemoryFiles({ 'inheritance-scope.json': PROJECT });
    await recordShare(P, share(), files);
    await recordShare(P, share(), files);
    const whole = (await textOf(files, 'sharing.csv')) ?? '';
    for (const csv of [
      whole.replace('NDA', 'DNA'),
      whole.split('\n').slice(0, 2).join('\n'),
      'id,event,date,recipient\nA,shared,2026-11-22,Jo\n',
      'id,event\n',
      '"',
    ]) {
      files.set('sharing.csv', csv);
      const refused = await recordShare(P, share(), files);
      assert.ok('failure' in refused);
      assert.equal(refused.failure.code, 'sharing-not-whole');
      assert.equal(await textOf(files, 'sharing.csv'), csv);
    }
  });

  it('shares a copy once, and takes back only what was shared', async () => {
    const files = new InMemoryFiles({ 'inheritance-scope.json': PROJECT });
    await recordShare(P, share({ id: 'K-1' }), files);
    const codeOf = async (...row: Parameters<typeof share>): Promise<string> => {
      const refused = await recordShare(P, share(...row), files);
      return 'failure' in refused ? refused.failure.code : 'recorded';
    };
    assert.equal(await codeOf({ id: 'K-1' }), 'repeated-share');
    assert.equal(await codeOf({ id: 'K-2', event: 'destroyed' }), 'unknown-share');
    assert.equal(await codeOf({ id: 'K-1', event: 'destroyed' }), 'recorded');
  });

  it('refuses a value that the register has no column for, and a project file that is no JSON', async () => {
    const files = new InMemoryFiles({
      'inheritance-scope.json': '{',
      'sharing.csv': 'id,event,date,recipient,previous,hash\n',
    });
    const broken = await recordShare(P, share(), files);
    assert.equal('failure' in broken && broken.failure.code, 'project-syntax');
    files.set('inheritance-scope.json', '{}');
    const narrow = await recordShare(P, share(), files);
    assert.equal('failure' in narrow && narrow.failure.code, 'register-lacks-column');
    assert.deepEqual(files.writes, []);
  });

  for (const isCrash of [false, true]) {
    for (const isFirst of [true, false]) {
      const name = `${isCrash ? 'a crash' : 'a failure'} at any step of recording ${isFirst ? 'the first' : 'another'} share`;
      it(`loses nothing by ${name}, and is noticed`, async () => {
        let failures = 0;
        for (let step = 1; step < 12; step++) {
          const files = new FaultyFiles({ 'inheritance-scope.json': PROJECT });
          if (!isFirst) await recordShare(P, share(), files);
          const before = [await textOf(files, 'sharing.csv'), await textOf(files, 'inheritance-scope.json')];
          files.failAt(step, isCrash);
          const failed = await recordShare(P, share({ recipient: 'Second' }), files).then(
            () => false,
            () => true,
          );
          files.failAt(Infinity, false);
          if (!failed) break;
          failures++;
          const [register = '', project] = [
            await textOf(files, 'sharing.csv'),
            await textOf(files, 'inheritance-scope.json'),
          ];
          assert.equal(project, before[1], 'the project file is whole');
          if (register.includes('Second')) {
            assert.ok(isCrash, 'a failure that is told leaves no row');
            assert.deepEqual(await codes(files), ['sharing-ahead']);
            const verified = await verifySharing(P, files);
            assert.ok(verified);
            await completeEnd(verified, files);
          } else if (!isFirst) {
            assert.equal(register, before[0]);
          }
          assert.deepEqual((await codes(files)) ?? [], []);
          assert.ok('id' in (await recordShare(P, share(), files)), 'the next one can be recorded');
          assert.deepEqual(await codes(files), []);
        }
        assert.equal(failures, 4, 'two files are read and two are written');
      });
    }
  }

  it('leaves a register alone that somebody else writes to meanwhile', async () => {
    const files = new InMemoryFiles({ 'inheritance-scope.json': PROJECT });
    await recordShare(P, share(), files);
    const original = (location: string): Promise<Uint8Array> => InMemoryFiles.prototype.read.call(files, location);
    files.read = async (location) => {
      const bytes = await original(location);
      if (location === at('sharing.csv')) files.set('sharing.csv', 'theirs');
      return bytes;
    };
    await assert.rejects(recordShare(P, share(), files), { reason: 'changed' });
    assert.equal(new TextDecoder().decode(await original(at('sharing.csv'))), 'theirs');
  });
});

describe('preparing a share', () => {
  it('tells the id of the next copy, what the project asks for and who has something, and refuses in time', async () => {
    const project = '{ "sharing": { "policy": { "required": ["purpose"] } } }';
    const files = new InMemoryFiles({ 'inheritance-scope.json': project });
    const first = await prepareShare(P, files);
    assert.ok('nextId' in first);
    assert.deepEqual([first.nextId, first.policy, first.reading.rows], ['S-0001', { required: ['purpose'] }, []]);
    await recordShare(P, share({ id: first.nextId }), files);
    const second = await prepareShare(P, files);
    assert.ok('nextId' in second);
    assert.deepEqual([second.nextId, second.reading.rows[0]?.cells.recipient], ['S-0002', 'Jo Reyes']);
    files.set('sharing.csv', (await textOf(files, 'sharing.csv'))?.replace('Jo', 'Eve') ?? '');
    assert.ok('failure' in (await prepareShare(P, files)));
  });
});

describe('verifying the sharing register', () => {
  it('does not mind rows that are blank but for their delimiters', async () => {
    const files = new InMemoryFiles({ 'inheritance-scope.json': PROJECT });
    await recordShare(P, share(), files);
    await recordShare(P, share(), files);
    const [header, first, second] = ((await textOf(files, 'sharing.csv')) ?? '').split('\n');
    files.set('sharing.csv', [header, first, ',,,,', '', second, ',,,,,,,,', '" ",,', ''].join('\n'));
    assert.deepEqual(await codes(files), []);
  });

  it('has nothing to verify where there is no register, and tells where one is gone', async () => {
    const files = new InMemoryFiles({ 'inheritance-scope.json': '{}' });
    assert.equal(await verifySharing(P, files), undefined);
    files.set('inheritance-scope.json', '{ "sharing": { "rows": 2 } }');
    assert.deepEqual(await codes(files), ['sharing-register-gone']);
  });
});

describe('an assessment with a sharing register', () => {
  const problemsWith = async (project: string, csv: string | undefined): Promise<readonly string[]> => {
    const files = new InMemoryFiles({
      'inheritance-scope.json': project,
      'srm.csv': 'ID,Inheritability\n01.a,None\n',
      'scope.md': '01.a\n',
      ...(csv !== undefined && { 'sharing.csv': csv }),
    });
    const source = { folder: at('.'), projectFile: P, defaults: { matrix: 'srm.csv', documents: ['*.md'] } };
    const assessment = new Assessment(source, files, catalog, loadPart, today);
    await assessment.load();
    return assessment.problems.map(({ code }) => code);
  };

  it('has its problems, and tells of copies past their date', async () => {
    const { csv, project } = await registerOf([share({ expires: '2027-03-23' }), share({ expires: '2027-03-24' })]);
    assert.deepEqual(await problemsWith(project, csv), ['share-past-date']);
    assert.deepEqual(await problemsWith(project, csv.replace('Kim', 'Tim')), [
      'sharing-row-changed',
      'share-past-date',
    ]);
    assert.deepEqual(await problemsWith(project, undefined), ['sharing-register-gone']);
    assert.deepEqual(await problemsWith('{}', undefined), []);
  });

  it('does not hold it against the register that the project file cannot be read', async () => {
    const { csv } = await registerOf([share({ expires: '' })]);
    assert.deepEqual(await problemsWith('{ "sharing": [] }', csv), ['project-value']);
    assert.deepEqual(await problemsWith('{}', csv), ['sharing-ahead']);
  });

  it('needs not be one: what is named so and is no register is told', async () => {
    assert.deepEqual(await problemsWith('{}', 'a,b\n1,2\n'), ['missing-register-column']);
  });
});
