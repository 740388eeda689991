import * as vscode from 'vscode';
import { FileError } from '../../src/workspace/files';
import { containFiles } from '../../src/workspace/containedFiles';
import { createWorkspaceFiles } from '../../src/workspace/workspaceFiles';
import { equal } from './expect';
import { file, folder } from './workspace';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function reasonOf(action: Promise<unknown>): Promise<string | undefined> {
  return action.then(
    () => undefined,
    (error: unknown) => (error instanceof FileError ? error.reason : String(error)),
  );
}

describe('files of the workspace', () => {
  const files = createWorkspaceFiles();
  const location = (path: string): string => file(path).toString();

  it('say why they cannot be read', async () => {
    equal(await reasonOf(files.read(location('nowhere.csv'))), 'not-found');
    equal(await reasonOf(files.read(location('scoping'))), 'is-folder');
  });

  it('are written whole, and left alone where they changed meanwhile', async () => {
    const target = location('written.txt');
    await files.write(target, bytes('one'), { content: undefined });
    await files.write(target, bytes('two'), { content: bytes('one') });
    equal(await reasonOf(files.write(target, bytes('three'), { content: bytes('one') })), 'changed');
    equal(new TextDecoder().decode(await files.read(target)), 'two');
    const names = (await files.list(folder().toString())).map(({ name }) => name);
    equal(
      names.filter((name) => name.startsWith('written')),
      ['written.txt'],
    );
    equal(await reasonOf(files.remove(target, { content: bytes('one') })), 'changed');
    await files.remove(target, { content: bytes('two') });
    equal(await files.kindOf(target), undefined);
  });

  it('are resolved from relative and absolute paths, and keep where they are', () => {
    equal(files.resolve(folder().toString(), 'a/../scoping/x.md'), location('scoping/x.md'));
    equal(files.resolve(location('scoping/x.md'), '..'), location('scoping'));
    equal(files.resolve(folder().toString(), file('m.csv').path), location('m.csv'));
  });

  it('are told from what they were before by their stamp', async () => {
    const target = location('stamped.txt');
    await files.write(target, bytes('one'));
    const stamp = await files.stampOf(target);
    equal(await files.stampOf(target), stamp);
    await files.write(target, bytes('three'));
    equal((await files.stampOf(target)) === stamp, false, 'sameness of stamps');
    await vscode.workspace.fs.delete(file('stamped.txt'));
    equal(await files.stampOf(target), undefined);
  });

  it('list nothing where there is no folder', async () => {
    equal(await files.list(location('nowhere')), []);
  });
});

describe('files of a workspace that is not trusted', () => {
  const home = folder().toString();
  const files = containFiles(createWorkspaceFiles(), {
    isTrusted: () => false,
    folders: () => [home],
    follow: (location) => Promise.resolve(location),
  });
  const above = vscode.Uri.joinPath(folder(), '..').toString();

  const outside = {
    'a path up': files.resolve(home, '../secret.csv'),
    'a path up from below': files.resolve(home, 'scoping/../../secret.csv'),
    'an absolute path': files.resolve(home, '/etc/passwd'),
    'an absolute path that begins inside': files.resolve(home, `${folder().path}/../secret.csv`),
    'a drive': files.resolve(home, 'C:\\secret.csv'),
    'another machine': files.resolve(home, '//server/share/secret.csv'),
    'an encoded location': `${home}/%2e%2e/secret.csv`,
    'a folder whose name begins alike': `${home}-twin/secret.csv`,
    'the folder above': above,
    'another scheme': 'https://example.org/secret.csv',
    'another authority': folder().with({ authority: 'elsewhere' }).toString(),
  };
  for (const [what, location] of Object.entries(outside)) {
    it(`are not looked at outside: ${what}`, async () => equal(await files.allows(location), false, location));
  }

  it('are looked at inside, and what is no way up is a name', async () => {
    for (const path of ['srm.csv', './scoping/../srm.csv', '%2e%2e/srm.csv', '..%2fsrm.csv'])
      equal(await files.allows(files.resolve(home, path)), true, path);
    equal(await files.allows(home), true, 'the folder itself');
  });
});
