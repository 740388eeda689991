import { host } from '#host';
import * as vscode from 'vscode';
import { containFiles, type ContainedFiles } from './containedFiles';
import { FileError, type Files, MAX_FILE_BYTES } from './files';
import { sameBytes } from './sameBytes';

/** The editor's files, of which those outside its folders are not looked at unless the workspace is trusted. */
export function createContainedFiles(): ContainedFiles {
  return containFiles(createWorkspaceFiles(), {
    isTrusted: () => vscode.workspace.isTrusted,
    folders: () => vscode.workspace.workspaceFolders?.map(({ uri }) => uri.toString()) ?? [],
    async follow(location) {
      const uri = vscode.Uri.parse(location);
      if (uri.scheme !== 'file' || !host.realPath) return location;
      return vscode.Uri.file(await host.realPath(uri.fsPath)).toString();
    },
  });
}

/** What is done with a file while no other program writes to it, where the host can see to that. */
async function alone(uri: vscode.Uri, action: () => Promise<void>): Promise<void> {
  if (uri.scheme === 'file' && host.exclusively) await host.exclusively(uri.fsPath, action);
  else await action();
}

/** Files of the editor's workspace, wherever they are. Locations are URIs as text. */
export function createWorkspaceFiles(): Files {
  const { fs } = vscode.workspace;
  const assertUnchanged = async (location: string, expected: Uint8Array | undefined): Promise<void> => {
    const current = (await files.kindOf(location)) ? await fs.readFile(vscode.Uri.parse(location)) : undefined;
    if (!sameBytes(current, expected)) throw new FileError('changed', location, { operation: 'write' });
  };
  const files: Files = {
    async read(location) {
      return attempt('read', location, async (uri) => {
        const { size, type } = await fs.stat(uri);
        if (type & vscode.FileType.Directory) throw new FileError('is-folder', location);
        if (size > MAX_FILE_BYTES) throw new FileError('too-large', location, { bytes: size });
        return fs.readFile(uri);
      });
    },
    async write(location, content, expected) {
      return attempt('write', location, async (uri) => {
        // `fs.writeFile` can be seen half done. Only on a disk of its own can the host do better.
        const write = async (): Promise<void> => {
          if (uri.scheme === 'file' && host.writeAtomically) await host.writeAtomically(uri.fsPath, content);
          else await fs.writeFile(uri, content);
        };
        if (!expected) return write();
        return alone(uri, async () => {
          await assertUnchanged(location, expected.content);
          await write();
        });
      });
    },
    async remove(location, { content }) {
      return attempt('write', location, async (uri) => {
        await alone(uri, async () => {
          await assertUnchanged(location, content);
          await fs.delete(uri);
        });
      });
    },
    async list(folder) {
      try {
        const entries = await fs.readDirectory(vscode.Uri.parse(folder));
        // A link is taken for a file: following links to folders could go round in circles.
        return entries.map(([name, type]) => ({ name, isFolder: type === vscode.FileType.Directory }));
      } catch (error) {
        const failure = toFileError(folder, error, 'read');
        if (failure.reason === 'not-found') return [];
        throw failure;
      }
    },
    async kindOf(location) {
      return fs.stat(vscode.Uri.parse(location)).then(
        // Of a pipe, a device or a link that leads nowhere it is neither.
        ({ type }) => (type & vscode.FileType.Directory ? 'folder' : type & vscode.FileType.File ? 'file' : undefined),
        () => undefined,
      );
    },
    async stampOf(location) {
      return fs.stat(vscode.Uri.parse(location)).then(
        ({ mtime, size }) => `${mtime} ${size}`,
        () => undefined,
      );
    },
    allows: () => Promise.resolve(true),
    resolve(folder, path) {
      const base = vscode.Uri.parse(folder);
      const isAbsolute = path.startsWith('/') || /^[a-z]:[\\/]/i.test(path);
      return (
        isAbsolute ? base.with({ path: vscode.Uri.file(path).path }) : vscode.Uri.joinPath(base, path)
      ).toString();
    },
    relative(folder, location) {
      const [base, uri] = [vscode.Uri.parse(folder), vscode.Uri.parse(location)];
      const prefix = base.path.endsWith('/') ? base.path : `${base.path}/`;
      const isBelow = uri.scheme === base.scheme && uri.authority === base.authority && uri.path.startsWith(prefix);
      return isBelow && uri.path.length > prefix.length ? uri.path.slice(prefix.length) : undefined;
    },
    name: (location) =>
      vscode.Uri.parse(location)
        .path.split('/')
        .findLast((part) => part !== '') ?? '',
    label: (location) => vscode.workspace.asRelativePath(vscode.Uri.parse(location)),
  };
  return files;
}

async function attempt<T>(
  operation: 'read' | 'write',
  location: string,
  action: (uri: vscode.Uri) => Promise<T>,
): Promise<T> {
  try {
    return await action(vscode.Uri.parse(location));
  } catch (error) {
    throw error instanceof FileError ? error : toFileError(location, error, operation);
  }
}

function toFileError(location: string, cause: unknown, operation: 'read' | 'write'): FileError {
  const code = cause instanceof vscode.FileSystemError ? cause.code : undefined;
  const reason =
    code === 'FileNotFound'
      ? 'not-found'
      : code === 'NoPermissions'
        ? 'no-permission'
        : code === 'FileIsADirectory'
          ? 'is-folder'
          : 'other';
  return new FileError(reason, location, { cause, operation });
}
