import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileError, type Files, MAX_FILE_BYTES } from '../../../src/workspace/files';
import { createNodeFiles } from '../../../src/workspace/nodeFiles';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('files of the system', () => {
  let folder: string;
  let files: Files;
  const path = (name: string): string => join(folder, name);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'inheritance-scope-'));
    files = createNodeFiles(folder);
    await writeFile(path('a.txt'), 'old');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const failsWith = async (reason: FileError['reason'], action: Promise<unknown>): Promise<void> => {
    await assert.rejects(action, (error) => error instanceof FileError && error.reason === reason);
  };

  it('are read as bytes', async () => assert.deepEqual(bytes('old'), new Uint8Array(await files.read(path('a.txt')))));

  it('say why they cannot be read', async () => {
    await failsWith('not-found', files.read(path('b.txt')));
    await failsWith('not-found', files.read(path('a.txt/b.txt')));
    await failsWith('is-folder', files.read(folder));
  });

  it('are not read beyond the limit', async () => {
    await truncate(path('a.txt'), MAX_FILE_BYTES + 1);
    await assert.rejects(files.read(path('a.txt')), { reason: 'too-large', bytes: MAX_FILE_BYTES + 1 });
    await truncate(path('a.txt'), MAX_FILE_BYTES);
    assert.equal((await files.read(path('a.txt'))).length, MAX_FILE_BYTES);
  });

  it('are not read for ever where a device stands in their place', async function () {
    if (process.platform === 'win32') this.skip();
    await failsWith('too-large', files.read('/dev/zero'));
    assert.equal((await files.read('/dev/null')).length, 0);
  });

  it('fail where their folder can neither be found nor made, and do not try for ever', async function () {
    await failsWith('not-found', files.write(path('a.txt/b.txt'), bytes('new'), { content: undefined }));
    if (process.platform !== 'linux') this.skip();
    await assert.rejects(files.write('/proc/nowhere.md', bytes('new'), { content: undefined }), FileError);
  });

  it('are told from what they were before by their stamp', async () => {
    const stamp = await files.stampOf(path('a.txt'));
    assert.notEqual(stamp, undefined);
    assert.equal(await files.stampOf(path('a.txt')), stamp);
    await writeFile(path('a.txt'), 'older');
    assert.notEqual(await files.stampOf(path('a.txt')), stamp);
    assert.equal(await files.stampOf(path('b.txt')), undefined);
  });

  it('are written whole, with nothing left beside them', async () => {
    await files.write(path('a.txt'), bytes('new'));
    await files.write(path('b.txt'), bytes('first'), { content: undefined });
    assert.deepEqual((await readdir(folder)).toSorted(), ['a.txt', 'b.txt']);
    assert.equal(await readFile(path('a.txt'), 'utf8'), 'new');
  });

  it('are not written by halves: where it fails, nothing is left beside what was there', async () => {
    await mkdir(path('folder'));
    await writeFile(path('folder/inside.txt'), 'old');
    await failsWith('is-folder', files.write(path('folder'), bytes('new')));
    await assert.rejects(files.write(path('a.txt/below.txt'), bytes('new')), FileError);
    assert.deepEqual((await readdir(folder)).toSorted(), ['a.txt', 'folder']);
    assert.deepEqual(await readdir(path('folder')), ['inside.txt']);
    assert.equal(await readFile(path('a.txt'), 'utf8'), 'old');
  });

  it('are written where they are as the writer saw them', async () => {
    await files.write(path('a.txt'), bytes('new'), { content: bytes('old') });
    assert.equal(await readFile(path('a.txt'), 'utf8'), 'new');
  });

  for (const [what, name, content] of [
    ['changed', 'a.txt', 'older'],
    ['came to be', 'a.txt', undefined],
    ['went', 'b.txt', 'old'],
  ] as const) {
    it(`are left alone where one ${what} meanwhile`, async () => {
      const before = await readdir(folder);
      await failsWith('changed', files.write(path(name), bytes('new'), { content: content && bytes(content) }));
      assert.deepEqual([await readdir(folder), await readFile(path('a.txt'), 'utf8')], [before, 'old']);
    });
  }

  it('are removed where they are as they were written, and else left alone', async () => {
    await failsWith('changed', files.remove(path('a.txt'), { content: bytes('older') }));
    await failsWith('changed', files.remove(path('b.txt'), { content: bytes('old') }));
    assert.deepEqual(await readdir(folder), ['a.txt']);
    await files.remove(path('a.txt'), { content: bytes('old') });
    assert.deepEqual(await readdir(folder), []);
  });

  it('are written by one of many at once who saw the same, and nothing is left beside them', async () => {
    for (let round = 0; round < 10; round++) {
      const seen = await readFile(path('a.txt'));
      const ports = Array.from({ length: 8 }, () => createNodeFiles(folder));
      const written = await Promise.allSettled(
        ports.map((port, index) => port.write(path('a.txt'), bytes(`${round} ${index}`), { content: seen })),
      );
      const done = written.flatMap(({ status }, index) => (status === 'fulfilled' ? index : []));
      assert.equal(done.length, 1);
      assert.equal(await readFile(path('a.txt'), 'utf8'), `${round} ${done.join()}`);
    }
    assert.deepEqual(await readdir(folder), ['a.txt']);
  });

  it('are not kept from being written by a lock that a crash left', async function () {
    this.timeout(30_000);
    await writeFile(path('a.txt.lock'), '');
    await files.write(path('a.txt'), bytes('new'), { content: bytes('old') });
    assert.deepEqual(await readdir(folder), ['a.txt']);
  });

  it('are written in folders that are made for them', async () => {
    await files.write(path('new/folder/b.txt'), bytes('b'));
    assert.equal(await readFile(path('new/folder/b.txt'), 'utf8'), 'b');
  });

  it('leave nothing behind where writing fails', async () => {
    await mkdir(path('sub'));
    await assert.rejects(files.write(path('sub'), bytes('new')), FileError);
    await failsWith('other', files.write(path('a.txt/b.txt'), bytes('new')));
    assert.deepEqual((await readdir(folder)).toSorted(), ['a.txt', 'sub']);
  });

  it('are listed with folders told apart, and a link to a folder is none, for it could go round in circles', async () => {
    await mkdir(path('sub'));
    await symlink(folder, path('loop'), 'junction');
    const entries = (await files.list(folder)).map(({ name, isFolder }) => `${name} ${isFolder}`);
    assert.deepEqual(entries.toSorted(), ['a.txt false', 'loop false', 'sub true']);
  });

  it('are none in a folder that is not there', async () => assert.deepEqual(await files.list(path('nowhere')), []));

  it('are files, folders, or nothing', async () => {
    const kinds = [await files.kindOf(path('a.txt')), await files.kindOf(folder), await files.kindOf(path('b.txt'))];
    assert.deepEqual(kinds, ['file', 'folder', undefined]);
  });

  it('are no devices or pipes, whose reading may never end', async function () {
    if (process.platform === 'win32') this.skip();
    assert.equal(await files.kindOf('/dev/null'), undefined);
  });

  it('are located from a folder and shown relative to the working folder', () => {
    assert.equal(files.resolve(path('sub'), '../a.txt'), path('a.txt'));
    assert.equal(files.resolve(path('sub'), path('a.txt')), path('a.txt'));
    assert.deepEqual(
      [path('sub/a.txt'), folder, join(folder, '../x')].map((location) => files.label(location)),
      ['sub/a.txt', '.', '../x'],
    );
  });
});
