import { FileError, type Files } from './files';

/** A file or a folder that a path can lead to, as it is written: relative to a folder, with `/` behind a folder. */
export interface PathEntry {
  readonly path: string;
  readonly isFolder: boolean;
}

/**
 * What can follow the beginning of a path: the entries of the folder that it names so far, folders first. None where there
 * is no such folder or it cannot be looked into; names that begin with a point are left out.
 *
 * @param ending what names of files have to end with
 */
export async function pathEntries(
  files: Files,
  folder: string,
  typed: string,
  ending: RegExp,
): Promise<readonly PathEntry[]> {
  const parent = typed.slice(0, typed.lastIndexOf('/') + 1);
  try {
    const entries = await files.list(files.resolve(folder, parent === '' ? '.' : parent));
    return entries
      .filter(({ name, isFolder }) => !name.startsWith('.') && (isFolder ? name !== 'node_modules' : ending.test(name)))
      .map(({ name, isFolder }) => ({ path: `${parent}${name}${isFolder ? '/' : ''}`, isFolder }))
      .toSorted((a, b) => Number(b.isFolder) - Number(a.isFolder) || (a.path < b.path ? -1 : 1));
  } catch (error) {
    if (error instanceof FileError) return [];
    throw error;
  }
}
