import assert from 'node:assert/strict';
import { loadPart } from '../../../src/cli/loadPart';
import { readProject } from '../../../src/core/assessment/projectFile';
import { catalog } from '../../../src/core/csf/catalog';
import { english, message } from '../../../src/core/message';
import type { CopyMark } from '../../../src/core/report/report';
import { builtInProfiles } from '../../../src/core/sharing/builtInProfiles';
import type { Profile } from '../../../src/core/sharing/profile';
import { findProfile, profilesOf } from '../../../src/core/sharing/projectProfiles';
import { Assessment } from '../../../src/workspace/assessment';
import { type Copied, CopyError, createCopy } from '../../../src/workspace/createCopy';
import { FileError } from '../../../src/workspace/files';
import { ensurePseudonymKey } from '../../../src/workspace/pseudonymKey';
import { at, FOLDER, InMemoryFiles, today } from '../inMemoryFiles';

const P = at('inheritance-scope.json');
const CONTENTS = {
  'inheritance-scope.json': JSON.stringify({
    name: 'Portal',
    matrix: 'srm.csv',
    documents: '*.md',
    evidence: 'evidence.csv',
    profiles: { access: { fields: ['controls', 'evidence', 'evidence.title'], controls: ['01'] } },
  }),
  'srm.csv': 'ID,Inheritability\n01.a,None\n01.b,Full\n09.j,Partial\n',
  'scope.md': '01.a 01.b 09.j\n',
  'evidence.csv':
    'requirement,maturity,title,location,state\n01.a,policy,Access Policy,https://x.y/a,accepted\n09.j,policy,Malware,https://x.y/m,accepted\n',
};
const CONTEXT = { today: today(), toolVersion: '0.1.0', translate: english };

async function load(): Promise<{ readonly files: InMemoryFiles; readonly assessment: Assessment }> {
  const files = new InMemoryFiles(CONTENTS);
  const source = { folder: FOLDER, projectFile: P, defaults: { documents: [] } };
  const assessment = new Assessment(source, files, catalog, loadPart, today);
  await assessment.load();
  return { files, assessment };
}

function named(id: string): Profile {
  const { project } = readProject(CONTENTS['inheritance-scope.json'], P);
  const profile = findProfile(profilesOf(project), id);
  assert.ok(profile);
  return profile;
}

async function copy(profile: Profile, options: Parameters<typeof createCopy>[4] = {}): Promise<Copied> {
  const { assessment, files } = await load();
  return createCopy(assessment, files, CONTEXT, profile, options);
}

const controlsIn = ({ report }: Copied): readonly string[] => report.summary.controls.map(({ id }) => id);

describe('a copy of an assessment', () => {
  it('carries for whom it is, and has everything for insiders', async () => {
    const mark: CopyMark = { number: 'S-0007', recipient: 'Jo Reyes', purpose: 'auditor', date: '2027-03-24' };
    const internal = await copy(named('internal'), { copy: mark });
    assert.deepEqual(internal.report.copy, mark);
    assert.deepEqual(internal.leftOut, []);
    assert.deepEqual(controlsIn(internal), ['01.a', '01.b', '09.j']);
    assert.deepEqual((await copy(named('client'), { copy: mark })).report.copy, mark);
  });

  it('is restricted to the controls and categories of its profile, and of them to what was asked for', async () => {
    assert.deepEqual(controlsIn(await copy(named('access'))), ['01.a', '01.b']);
    const part = { rows: ['01.b', '09.j'], filter: '' };
    assert.deepEqual(controlsIn(await copy(named('access'), { part })), ['01.b']);
    assert.deepEqual(controlsIn(await copy({ ...named('access'), controls: [] })), []);
    assert.deepEqual(controlsIn(await copy(named('team'), { part })), ['01.b', '09.j']);
  });

  it('tells beforehand what is left out and replaced, how much of it, and some of it', async () => {
    const { leftOut } = await copy(named('access'));
    const line = (what: string): unknown => leftOut.find((each) => each.what === what);
    assert.deepEqual(line('Names'), { what: 'Names', treatment: 'remove', count: 1, examples: ['Access Policy'] });
    assert.deepEqual(line('The assessment’s name'), {
      what: 'The assessment’s name',
      treatment: 'remove',
      count: 1,
      examples: ['Portal'],
    });
    assert.deepEqual(line('Locations of evidence'), {
      what: 'Locations of evidence',
      treatment: 'remove',
      count: 1,
      examples: ['https://x.y/a'],
    });
    assert.equal(line('Controls'), undefined);
    assert.equal(line('Gaps'), undefined);
    const { leftOut: all } = await copy(named('public'));
    assert.deepEqual(
      all.find(({ what }) => what === 'Controls'),
      {
        what: 'Controls',
        treatment: 'remove',
        count: 3,
        examples: ['01.a Access Control Policy', '01.b User Registration', '09.j Controls Against Malicious Code'],
      },
    );
  });

  it('is refused where pseudonyms are wanted and there is no key', async () => {
    const pseudonyms = { ...named('regulator'), fields: new Set(['controls', 'evidence', 'evidence.title'] as const) };
    await assert.rejects(
      copy(pseudonyms),
      (error) => error instanceof CopyError && error.told.code === 'no-pseudonyms',
    );
    const made = await copy(pseudonyms, { pseudonymKey: 'ab'.repeat(32) });
    const titles = made.report.summary.controls.flatMap(({ evidence }) => evidence.map(({ title }) => title));
    assert.ok(titles.length === 2 && titles.every((title) => /^name-[0-9a-f]{10}$/.test(title)), titles.join());
    const [names] = made.leftOut.filter(({ treatment }) => treatment === 'pseudonym');
    assert.deepEqual(names, {
      what: 'Names',
      treatment: 'pseudonym',
      count: 2,
      examples: ['Access Policy', 'Malware'],
    });
  });

  it('can be made by every built-in profile', async () => {
    for (const profile of builtInProfiles) {
      const { report, leftOut } = await copy(profile, { pseudonymKey: 'ab'.repeat(32) });
      assert.equal(report.profile?.id, profile.id === 'internal' ? undefined : profile.id);
      for (const { what, count, examples } of leftOut) {
        assert.match(what, /^[A-Z]/);
        assert.ok(count >= examples.length && examples.length > 0 && examples.length <= 3);
      }
      assert.notEqual(english(profile.title), english(message('text', profile.id)));
    }
  });
});

describe('the key for pseudonyms', () => {
  it('is made once, written into the project file, and taken from there ever after', async () => {
    const text = '\ufeff{\r\n  // Ours\r\n  "name": "Portal", /* é */\r\n}\r\n';
    const files = new InMemoryFiles({ 'inheritance-scope.json': text });
    const key = await ensurePseudonymKey(P, files);
    assert.match(key, /^[0-9a-f]{64}$/);
    assert.equal(await ensurePseudonymKey(P, files), key);
    assert.deepEqual(files.writes, [P]);
    const written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await files.read(P));
    assert.ok(
      written.startsWith('\ufeff{\r\n  // Ours\r\n  "name": "Portal",') && written.includes('/* é */'),
      written,
    );
    assert.equal(readProject(written.slice(1), P).project.sharing?.pseudonymKey, key);
    const other = new InMemoryFiles({ 'inheritance-scope.json': '{}' });
    assert.notEqual(await ensurePseudonymKey(P, other), key);
  });

  it('is not had where the project file cannot be written', async () => {
    class Locked extends InMemoryFiles {
      override async write(location: string): Promise<void> {
        return Promise.reject(new FileError('no-permission', location, { operation: 'write' }));
      }
    }
    await assert.rejects(ensurePseudonymKey(P, new Locked({ 'inheritance-scope.json': '{}' })), FileError);
  });
});
