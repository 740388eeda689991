import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { seal } from '../../../../src/core/sharing/seal';

const PASSPHRASE = 'tulip kernel forty-two harbour';
const plain = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 251);

/** Whether a program is there. */
const has = (program: string, version: RegExp): boolean => {
  const { error, output } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return error === undefined && version.test(output.join(''));
};

describe('what is sealed here', function () {
  this.timeout(60_000);
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'inheritance-scope-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const opened = async (run: () => SpawnSyncReturns<Buffer>): Promise<Uint8Array> => {
    const { status, stdout, stderr } = run();
    assert.equal(status, 0, `${stdout.toString()}${stderr.toString()}`);
    return new Uint8Array(await readFile(join(folder, 'opened')));
  };

  for (const program of ['age', 'rage']) {
    it(`is opened with its key by the program ${program} (skipped where that is not installed)`, async function () {
      if (!has(program, /\d/)) this.skip();
      const secret = await generateX25519Identity();
      await writeFile(join(folder, 'key.txt'), `${secret}\n`);
      const sealed = await seal(plain, { recipients: [await identityToRecipient(secret)] });
      await writeFile(join(folder, 'sealed.age'), sealed);
      const args = ['--decrypt', '--identity', 'key.txt', '--output', 'opened', 'sealed.age'];
      assert.deepEqual(await opened(() => spawnSync(program, args, { cwd: folder })), plain);
    });
  }

  it('is opened with its passphrase by the program age (skipped where that, or script for its terminal, is not installed)', async function () {
    if (!has('age', /\d/) || !has('script', /util-linux/)) this.skip();
    await writeFile(join(folder, 'sealed.age'), await seal(plain, { passphrase: PASSPHRASE }));
    const args = ['--quiet', '--return', '--command', 'age --decrypt --output opened sealed.age', '/dev/null'];
    const run = (): SpawnSyncReturns<Buffer> =>
      spawnSync('script', args, { cwd: folder, input: `${PASSPHRASE}\n`, timeout: 30_000 });
    assert.deepEqual(await opened(run), plain);
  });
});
