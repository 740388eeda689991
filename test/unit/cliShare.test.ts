import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Decrypter } from 'age-encryption';
import type { CommandArguments } from '../../src/cli/command';
import { exportSummary } from '../../src/cli/export';
import { SHARE_FLAGS } from '../../src/cli/shareFlags';
import { english } from '../../src/core/message';
import { verifySharing } from '../../src/workspace/sharing';
import { commandLine } from './commandLine';
import { at, FOLDER, InMemoryFiles } from './inMemoryFiles';

const A = '1149.01c2System.9';
const B = '1110.01c1System.2';
const TODAY = '2027-03-24';

function given(project: object = {}, contents: Readonly<Record<string, string>> = {}): InMemoryFiles {
  return new InMemoryFiles({
    'p.json': JSON.stringify({ matrix: 'srm.csv', documents: ['scope.md'], ...project }),
    'srm.csv': 'ID,Inheritability\n01.a,None\n01.c,Partial\n09.aa,Full\n',
    'scope.md': '01.a, 01.c and 09.aa\n',
    ...contents,
  });
}

const SHARE: Partial<CommandArguments> = {
  project: 'p.json',
  profile: 'client',
  out: 'out/summary.md',
  recipient: 'Jo Reyes',
  purpose: 'client',
  agreement: 'NDA 7',
  consent: 'Mail of the CISO',
  expires: '2027-06-30',
};

/** What is shared, without these flags. */
function without(...flags: readonly string[]): Partial<CommandArguments> {
  return Object.fromEntries(Object.entries(SHARE).filter(([flag]) => !flags.includes(flag)));
}

async function run(files: InMemoryFiles, args: Partial<CommandArguments>, input = ''): Promise<string> {
  const delivery = await exportSummary(
    { files: [], ...args },
    {
      files,
      workingFolder: FOLDER,
      today: TODAY,
      translate: english,
      toolVersion: '0.1.0',
      standardInput: Readable.from([input]),
      onProgress: () => undefined,
    },
  );
  return 'text' in delivery ? delivery.text.join('\n') : new TextDecoder().decode(delivery.bytes);
}

const refusalOf = async (files: InMemoryFiles, args: Partial<CommandArguments>): Promise<string> => {
  files.forgetCounts();
  const said = await run(files, args).then(
    (text) => `written: ${text}`,
    (error: unknown) => (error instanceof Error && error.name === 'UsageError' ? error.message : String(error)),
  );
  assert.deepEqual([files.writes, files.removals], [[], []], said);
  return said;
};

const textOf = async (files: InMemoryFiles, path: string): Promise<string> =>
  new TextDecoder().decode(await files.read(at(path)));

describe('export for somebody outside', () => {
  it('writes the file, its row and the end of the register', async () => {
    const files = given();
    assert.equal(await run(files, SHARE), 'out/summary.md is written, and recorded as S-0001.');
    const verified = await verifySharing(at('p.json'), files);
    assert.ok(verified);
    assert.deepEqual(verified.problems, []);
    const [row] = verified.rows;
    const hash = createHash('sha256')
      .update(await files.read(at('out/summary.md')))
      .digest('hex');
    assert.deepEqual(
      [row?.cells.recipient, row?.cells.profile, row?.cells.file, row?.cells.sha256, row?.cells.statuses.length],
      ['Jo Reyes', 'client', 'out/summary.md', hash, 64],
    );
    assert.equal(
      await run(files, { ...SHARE, out: 'second.html', recipient: 'Al', by: 'Kim' }),
      'second.html is written, and recorded as S-0002.',
    );
    assert.deepEqual((await verifySharing(at('p.json'), files))?.problems, []);
  });

  it('seals the copy, records the sealed file, and tells what its reader has to know', async () => {
    const files = given();
    const passphrase = 'tulip kernel forty-two harbour';
    const told = await run(files, { ...SHARE, sealPassphrase: true }, `${passphrase}\n`);
    assert.match(told, /^out\/summary\.md\.age is written, and recorded as S-0001\.\n\nFor its reader:/);
    assert.doesNotMatch(told, /tulip/);
    assert.equal(await files.kindOf(at('out/summary.md')), undefined);
    const sealed = await files.read(at('out/summary.md.age'));
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    assert.match(await decrypter.decrypt(sealed, 'text'), /S-0001/);
    const [row] = (await verifySharing(at('p.json'), files))?.rows ?? [];
    assert.deepEqual(
      [row?.cells.file, row?.cells.sha256],
      ['out/summary.md.age', createHash('sha256').update(sealed).digest('hex')],
    );
    assert.deepEqual(
      files.writes.filter((location) => location.endsWith('.md')),
      [],
    );
  });

  it('keeps one key for the pseudonyms of all copies', async () => {
    const files = given();
    await run(files, { ...SHARE, profile: 'regulator' });
    const keyIn = async (): Promise<unknown> =>
      /"pseudonymKey":\s*"([0-9a-f]{64})"/.exec(await textOf(files, 'p.json'))?.[1];
    const key = await keyIn();
    assert.ok(key);
    await run(files, { ...SHARE, profile: 'regulator', out: 'second.md' });
    assert.equal(await keyIn(), key);
    assert.deepEqual((await verifySharing(at('p.json'), files))?.problems, []);
  });

  it('takes a profile of the project’s own, and names all there are where there is none of that name', async () => {
    const files = given({ profiles: { 'vendor-review': { fields: ['totals'], outside: false } } });
    await run(files, { project: 'p.json', profile: 'vendor-review', out: 'own.md' });
    const written = await textOf(files, 'own.md');
    assert.match(written, /Totals/);
    assert.doesNotMatch(written, /01\.c/);
    assert.match(
      await refusalOf(files, { ...SHARE, profile: 'vendor' }),
      /no profile vendor: take one of internal, team, assessor, client, regulator, insurer, public, vendor-review/,
    );
  });

  it('refuses a format that the profile does not allow, before anything is written', async () => {
    assert.match(
      await refusalOf(given(), { ...SHARE, out: 'requests.csv', format: 'requests' }),
      /cannot be made for the profile/,
    );
  });

  for (const flag of ['recipient', 'purpose', 'agreement', 'consent', 'expires'] as const)
    it(`names --${flag} where it is missing or blank, and writes nothing`, async () => {
      const rest = without(flag);
      for (const args of [rest, { ...SHARE, [flag]: ' ' }])
        assert.equal(
          await refusalOf(given(), args),
          `The profile client is for readers outside, and a copy for them needs --${flag}. Nothing was written.`,
        );
    });

  it('names all that is missing at once, project and file too', async () => {
    assert.equal(
      await refusalOf(given(), { matrix: 'srm.csv', files: ['scope.md'], format: 'md', profile: 'client' }),
      'The profile client is for readers outside, and a copy for them needs --project, --out, --recipient, --purpose, --agreement, --consent, --expires. Nothing was written.',
    );
    assert.match(await refusalOf(given(), { ...SHARE, format: 'md', out: '-' }), /needs --out\. Nothing/);
  });

  it('asks for what the project asks for, and says what is expired', async () => {
    const files = given({ sharing: { policy: { required: ['consent', 'contact'], consentValidDays: 30 } } });
    const rest = without('purpose', 'agreement', 'expires');
    assert.match(await refusalOf(files, rest), /needs --contact, --consented\. Nothing was written\.$/);
    assert.equal(
      await refusalOf(files, { ...rest, contact: 'x', consented: '2027-02-01', expires: '1.1.2028' }),
      'The consent of 2027-02-01 counted for 30 days, up to 2027-03-03. Get a new one, and give its reference and its day. "1.1.2028" under "expires" is no day. Write it as YYYY-MM-DD. Nothing was written.',
    );
    await run(files, { ...rest, contact: 'x', consented: '2027-03-01' });
    const anyone = given({ sharing: { policy: { required: [] } } });
    assert.match(await run(anyone, { project: 'p.json', profile: 'client', out: 'a.md', recipient: 'Jo' }), /S-0001/);
  });

  it('leaves files alone that it is made from, the register, and others unless told otherwise', async () => {
    const files = given({}, { 'out/summary.md': 'theirs' });
    assert.match(await refusalOf(files, SHARE), /^out\/summary\.md is there already: --force writes over it/);
    for (const out of ['scope.md', 'p.json', 'srm.csv', 'sharing.csv'])
      assert.match(await refusalOf(files, { ...SHARE, format: 'md', out, force: true }), /is made from/);
    await run(files, { ...SHARE, force: true });
    assert.deepEqual((await verifySharing(at('p.json'), files))?.problems, []);
  });

  it('writes nothing where a file cannot be written, or the register is not in order', async () => {
    const files = given();
    files.fail('sharing.csv', 'no-permission');
    await assert.rejects(run(files, SHARE), /sharing\.csv/);
    const broken = given({}, { 'sharing.csv': 'id,event,date,recipient\nS-0001,shared,2027-01-01,Jo\n' });
    assert.match(await refusalOf(broken, SHARE), /No row has a hash/);
  });
});

describe('export for somebody inside', () => {
  it('takes nothing that is told of a recipient', async () => {
    for (const flag of SHARE_FLAGS)
      for (const profile of [{}, { profile: 'internal' }, { profile: 'team', controls: '01.a' }])
        assert.match(
          await refusalOf(given(), { project: 'p.json', out: 'a.md', ...profile, [flag]: 'x' }),
          new RegExp(`^--${flag}: of no use with the profile (?:internal|team)`),
        );
  });

  it('records nothing', async () => {
    const files = given();
    await run(files, { project: 'p.json', out: 'a.md', profile: 'internal' });
    assert.deepEqual(files.writes, [at('a.md')]);
  });

  it('says which profiles there are', async () => {
    assert.match(
      await refusalOf(given(), { ...SHARE, profile: 'clients' }),
      /^There is no profile clients: take one of internal, team, /,
    );
  });

  it('of a team wants to know for which part', async () => {
    assert.match(
      await refusalOf(given(), { project: 'p.json', out: 'a.md', profile: 'team' }),
      /--controls 01\.c,09 or --owner NAME/,
    );
  });
});

describe('export of a part', () => {
  const list = `requirement,owner\n${A},Kim\n${B},Ann\n`;
  const listed = (): InMemoryFiles =>
    given({ requirements: 'list.csv' }, { 'list.csv': list, 'srm.csv': `ID,Inheritability\n${A},None\n${B},Full\n` });
  const controlsIn = async (files: InMemoryFiles, args: Partial<CommandArguments>): Promise<readonly string[]> => {
    const json = JSON.parse(await run(files, { project: 'p.json', format: 'json', ...args })) as {
      readonly head: { readonly filter: string };
      readonly controls: readonly { readonly id: string; readonly requirements: readonly { readonly id: string }[] }[];
    };
    return json.controls.flatMap(({ id, requirements }) => [id, ...requirements.map((each) => each.id)]);
  };

  it('takes controls and categories', async () => {
    assert.deepEqual(await controlsIn(given(), { controls: '01.c, 09' }), ['01.c', '09.aa']);
    assert.deepEqual(await controlsIn(given(), { controls: '01' }), ['01.a', '01.c']);
  });

  it('takes requirements, and what an owner is given, and what both have in common', async () => {
    assert.deepEqual(await controlsIn(listed(), { controls: A }), ['01.c', A]);
    assert.deepEqual(await controlsIn(listed(), { owner: ' kim ' }), ['01.c', A]);
    assert.deepEqual(await controlsIn(listed(), { owner: 'Ann', controls: '01.c', profile: 'team' }), ['01.c', B]);
    assert.match(
      await refusalOf(listed(), { project: 'p.json', format: 'md', owner: 'Ann', controls: A }),
      /^Nothing of .* is Ann’s\.$/,
    );
  });

  it('says what is not in scope, and who owns something', async () => {
    const refused = (args: Partial<CommandArguments>, files = listed()): Promise<string> =>
      refusalOf(files, { project: 'p.json', format: 'md', ...args });
    for (const controls of ['01.b', '02', 'x', '01.c,nothing'])
      assert.match(await refused({ controls }), /^--controls: \S+ is nothing that is in scope\.$/);
    assert.match(await refused({ controls: ' , ' }), /^--controls takes ids/);
    assert.equal(await refused({ owner: 'Bo' }), '--owner: the requirement list gives nothing to Bo, but to Ann, Kim.');
    assert.match(await refused({ owner: 'Bo' }, given()), /^--owner goes by the column "owner"/);
  });

  it('does not tell readers outside by whom it was chosen', async () => {
    const files = listed();
    await run(files, { ...SHARE, out: 'a.json', owner: 'Kim' });
    const { filter } = (JSON.parse(await textOf(files, 'a.json')) as { head: { filter: { words: string } } }).head;
    assert.doesNotMatch(JSON.stringify(filter), /Kim/);
  });
});

describe('the preview of an export', () => {
  it('writes nothing and asks for nothing', async () => {
    for (const args of [SHARE, { project: 'p.json', profile: 'client' }, { project: 'p.json' }]) {
      const files = given();
      assert.match(await run(files, { ...args, preview: true }), /^The profile (?:client|internal) leaves /);
      assert.deepEqual(files.writes, []);
    }
  });
});

describe('sharing on the command line', function () {
  const cli = commandLine(this);
  const flags = Object.entries(SHARE)
    .filter(([name]) => name !== 'project' && name !== 'out')
    .flatMap(([name, value]) => [`--${name}`, String(value)]);

  it('writes file and row, which verify finds in order, and gives a second copy the next number', async () => {
    await mkdir(cli.path('share'), { recursive: true });
    await writeFile(cli.path('share/p.json'), '{ "matrix": "../clean.csv", "documents": ["../scope.md"] }');
    const project = ['--project', 'share/p.json', '--today', TODAY];
    const first = cli('export', ...project, ...flags, '--out', 'share/out/a.html');
    assert.deepEqual([first.status, first.err], [0, '']);
    assert.equal(first.out, 'share/out/a.html is written, and recorded as S-0001.\n');
    const second = cli('export', ...project, ...flags, '--recipient', 'Al', '--out', 'share/b.xlsx');
    assert.match(second.out, /S-0002/);
    const verified = cli('verify', ...project);
    assert.deepEqual([verified.status, verified.err], [0, '']);
    assert.match(await readFile(cli.path('share/sharing.csv'), 'utf8'), /\nS-0002,shared,2027-03-24,Al,/);
    assert.deepEqual((await readdir(cli.path('share'))).toSorted(), ['b.xlsx', 'out', 'p.json', 'sharing.csv']);
    const missing = cli('export', ...project, '--profile', 'client', '--out', 'share/c.md');
    assert.deepEqual([missing.status, missing.out], [2, '']);
    assert.match(
      missing.err,
      /needs --recipient, --purpose, --agreement, --consent, --expires\. Nothing was written\./,
    );
    assert.equal((await readdir(cli.path('share'))).includes('c.md'), false);
  });

  it('tells a share that was interrupted, and the next one finishes it', async () => {
    const text = 'made before the crash';
    const sha256 = createHash('sha256').update(text).digest('hex');
    const pending = { id: 'S-0001', date: TODAY, recipient: 'Jo', profile: 'client', file: 'a.md', sha256 };
    await mkdir(cli.path('crash'), { recursive: true });
    await writeFile(cli.path(join('crash', 'a.md')), text);
    const project = { matrix: '../clean.csv', documents: ['../scope.md'], sharing: { pending } };
    await writeFile(cli.path('crash/p.json'), JSON.stringify(project));
    const verified = cli('verify', '--project', 'crash/p.json');
    assert.equal(verified.status, 1);
    assert.match(
      verified.out,
      /^crash\/p\.json:1:\d+: warning: The share S-0001 to Jo was interrupted\..*\[share-unfinished\]\n$/,
    );
    const next = cli('export', '--project', 'crash/p.json', '--today', TODAY, ...flags, '--out', 'crash/b.md');
    assert.match(next.out, /S-0002/, next.err);
    assert.equal(cli('verify', '--project', 'crash/p.json').status, 0);
  });

  it('takes its flags for export only', () => {
    for (const flag of ['recipient', 'profile', 'controls', 'by']) {
      const { status, err } = cli('summary', '--project', 'inheritance-scope.json', `--${flag}`, 'x');
      assert.equal(status, 2);
      assert.match(err, new RegExp(`--${flag} is for export\\.`));
    }
    assert.match(cli('check', '--preview').err, /--preview is for export\./);
  });

  it('says of them in its help', () => {
    const { out } = cli('--help');
    for (const flag of [...SHARE_FLAGS, 'profile', 'controls', 'owner', 'preview'])
      assert.match(out, new RegExp(`--${flag} `));
  });
});
