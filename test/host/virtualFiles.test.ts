import { loadPart } from '../../src/cli/loadPart';
import * as vscode from 'vscode';
import { catalog } from '../../src/core/csf/catalog';
import { english } from '../../src/core/message';
import { Assessment } from '../../src/workspace/assessment';
import { FileError } from '../../src/workspace/files';
import { fileProblem } from '../../src/workspace/fileProblem';
import { changeRegister } from '../../src/workspace/registers';
import { createWorkspaceFiles } from '../../src/workspace/workspaceFiles';
import { equal, includes } from './expect';

const SCHEME = 'inheritance-scope-test';

/** A file system that is no disk, such as a repository opened from a server: it can be read and not be written. */
function createVirtualFiles(contents: Readonly<Record<string, string>>): vscode.FileSystemProvider {
  const bytes = (path: string): Uint8Array | undefined =>
    contents[path] === undefined ? undefined : new TextEncoder().encode(contents[path]);
  const below = (path: string): readonly string[] => {
    const prefix = path.endsWith('/') ? path : `${path}/`;
    return Object.keys(contents).flatMap((file) => (file.startsWith(prefix) ? [file.slice(prefix.length)] : []));
  };
  const refuse = (): never => {
    throw vscode.FileSystemError.NoPermissions('read-only');
  };
  return {
    onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
    watch: () => new vscode.Disposable(() => undefined),
    stat({ path }) {
      const content = bytes(path);
      if (!content && below(path).length === 0) throw vscode.FileSystemError.FileNotFound(path);
      const type = content ? vscode.FileType.File : vscode.FileType.Directory;
      return { type, ctime: 0, mtime: 0, size: content?.length ?? 0 };
    },
    readDirectory: ({ path }) => {
      const names = new Map(
        below(path).map((file) => [
          file.split('/')[0] ?? '',
          file.includes('/') ? vscode.FileType.Directory : vscode.FileType.File,
        ]),
      );
      return [...names];
    },
    readFile: ({ path }) => bytes(path) ?? refuse(),
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
}

describe('a virtual workspace', () => {
  const files = createWorkspaceFiles();
  const folder = `${SCHEME}:/assessment`;
  let registration: vscode.Disposable;

  before(() => {
    const contents = {
      '/assessment/inheritance-scope.json': '{ "matrix": "srm.csv", "documents": ["docs/**/*.md"] }',
      '/assessment/srm.csv': 'Control,Responsibility\n01.c,Shared\n',
      '/assessment/docs/deep/scope.md': '01.c and 14.a',
      '/assessment/evidence.csv': 'requirement,maturity,location\n01.c,policy,files/acp.pdf\n',
      '/assessment/files/acp.pdf': '%PDF',
    };
    registration = vscode.workspace.registerFileSystemProvider(SCHEME, createVirtualFiles(contents), {
      isReadonly: false,
    });
  });
  after(() => {
    registration.dispose();
  });

  it('is read like a disk', async () => {
    const source = { folder, projectFile: `${folder}/inheritance-scope.json`, defaults: { documents: [] } };
    const assessment = new Assessment(source, files, catalog, loadPart, () => '2027-03-24');
    await assessment.load();
    const control = assessment.summary.controlById.get('01.c');
    equal([control?.responsibility, control?.evidence.length, control?.references.length], ['shared', 1, 1]);
    equal(
      assessment.problems.map(({ code }) => code),
      ['unknown-control'],
    );
  });

  it('that is read-only says so of a register, and keeps what was there', async () => {
    const scheme = `${SCHEME}-read-only`;
    const provider = createVirtualFiles({ '/evidence.csv': 'requirement,maturity,location\n' });
    const readOnly = vscode.workspace.registerFileSystemProvider(scheme, provider, { isReadonly: true });
    try {
      const location = `${scheme}:/evidence.csv`;
      const change = changeRegister(location, files, () => ({ bytes: new TextEncoder().encode('new') }));
      const failure = await change.then(
        () => undefined,
        (error: unknown) => error,
      );
      if (!(failure instanceof FileError)) throw new Error('Writing did not fail.');
      includes(english(fileProblem(failure, files)), 'cannot be written');
      equal((await files.read(location)).length, 'requirement,maturity,location\n'.length, 'length');
    } finally {
      readOnly.dispose();
    }
  });

  it('that cannot be written says so', async () => {
    const failure = await files.write(`${folder}/summary.md`, new Uint8Array()).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (!(failure instanceof FileError)) throw new Error('Writing did not fail.');
    includes(english(fileProblem(failure, files)), 'cannot be written: permission is denied');
  });
});
