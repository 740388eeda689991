import { createReadStream } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, isAbsolute, relative, resolve, sep } from 'node:path';
import { exclusively } from './exclusively';
import { FileError, type Files, MAX_FILE_BYTES } from './files';
import { sameBytes } from './sameBytes';
import { writeAtomically } from './writeAtomically';

/** Files for the command line. Locations are absolute paths; labels are relative to `workingFolder`. */
export function createNodeFiles(workingFolder: string): Files {
  const assertUnchanged = async (location: string, expected: Uint8Array | undefined): Promise<void> => {
    const current = (await files.kindOf(location)) ? await readFile(location) : undefined;
    if (!sameBytes(current, expected)) throw new FileError('changed', location, { operation: 'write' });
  };
  const files: Files = {
    async read(location) {
      return attempt('read', location, async () => {
        const stats = await stat(location);
        const { size } = stats;
        if (size > MAX_FILE_BYTES) throw new FileError('too-large', location, { bytes: size });
        return stats.isFile() || stats.isDirectory() ? readFile(location) : readUpToLimit(location);
      });
    },
    async write(location, content, expected) {
      return attempt('write', location, async () => {
        if (!expected) return writeAtomically(location, content);
        return exclusively(location, async () => {
          await assertUnchanged(location, expected.content);
          await writeAtomically(location, content);
        });
      });
    },
    async remove(location, { content }) {
      return attempt('write', location, async () => {
        await assertUnchanged(location, content);
        await exclusively(location, async () => {
          await assertUnchanged(location, content);
          await rm(location);
        });
      });
    },
    async list(folder) {
      try {
        const entries = await readdir(folder, { withFileTypes: true });
        // Pipes and devices are no documents. A link is taken for a file: following links to folders could go round in circles.
        return entries
          .filter((entry) => entry.isFile() || entry.isDirectory() || entry.isSymbolicLink())
          .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
      } catch (error) {
        const failure = toFileError(folder, error, 'read');
        if (failure.reason === 'not-found') return [];
        throw failure;
      }
    },
    async kindOf(location) {
      return stat(location).then(
        // A pipe or a device is no file: reading one may never end.
        (stats) => (stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : undefined),
        () => undefined,
      );
    },
    async stampOf(location) {
      return stat(location).then(
        ({ mtimeMs, size }) => `${mtimeMs} ${size}`,
        () => undefined,
      );
    },
    allows: () => Promise.resolve(true),
    resolve: (folder, path) => resolve(folder, path),
    relative(folder, location) {
      const path = relative(folder, location);
      const isBelow = path !== '' && !isAbsolute(path) && path.split(sep)[0] !== '..';
      return isBelow ? path.split(sep).join('/') : undefined;
    },
    name: (location) => basename(location),
    label: (location) => relative(workingFolder, location).split(sep).join('/') || '.',
  };
  return files;
}

/** A pipe or a device tells no size, and some never end. */
async function readUpToLimit(location: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of createReadStream(location) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MAX_FILE_BYTES) throw new FileError('too-large', location, { bytes: size });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function attempt<T>(operation: 'read' | 'write', location: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw error instanceof FileError ? error : toFileError(location, error, operation);
  }
}

function toFileError(location: string, cause: unknown, operation: 'read' | 'write'): FileError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  const reason =
    code === 'ENOENT' || code === 'ENOTDIR'
      ? 'not-found'
      : code === 'EACCES' || code === 'EPERM'
        ? 'no-permission'
        : code === 'EISDIR'
          ? 'is-folder'
          : 'other';
  return new FileError(reason, location, { cause, operation });
}
