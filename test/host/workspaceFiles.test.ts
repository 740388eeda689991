import * as vscode from 'vscode';
import { FileError } from '../../src/workspace/files';
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
    await vscode.workspace.fs.delete(file('written.txt'));
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
