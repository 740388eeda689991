import picomatch from 'picomatch';
import { FileError, type Files } from './files';

/** Folders that never hold a scoping document. */
const PASSED_OVER = /^(?:\.|node_modules$)/;

export interface FoundFiles {
  /** Sorted. */
  readonly locations: readonly string[];
  /** Folders that could not be looked into, and files that were named and are not there. */
  readonly failures: readonly FileError[];
}

/**
 * The files below a folder that fit any of the globs. Walks the folders itself, so that the editor, the command line and
 * virtual file systems, which may lack a search, agree on what a glob means.
 */
export async function findFiles(files: Files, folder: string, globs: readonly string[]): Promise<FoundFiles> {
  const locations = new Set<string>();
  const failures: FileError[] = [];

  const walk = async (location: string, prefix: string, matches: (path: string) => boolean): Promise<void> => {
    for (const { name, isFolder } of await list(location)) {
      if (!isFolder) {
        if (matches(prefix + name)) locations.add(files.resolve(location, name));
      } else if (!PASSED_OVER.test(name)) {
        await walk(files.resolve(location, name), `${prefix}${name}/`, matches);
      }
    }
  };
  const list = async (location: string): ReturnType<Files['list']> => {
    try {
      return await files.list(location);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      failures.push(error);
      return [];
    }
  };

  for (const glob of globs) {
    // Walking starts where the wildcards do; the part before them may lead out of the folder.
    const { base, glob: pattern } = picomatch.scan(glob.replaceAll('\\', '/'));
    const start = base === '' ? folder : files.resolve(folder, base);
    if (pattern !== '') await walk(start, '', picomatch(pattern, { dot: false }));
    else if (await files.exists(start)) locations.add(start);
    else failures.push(new FileError('not-found', start));
  }
  return { locations: [...locations].toSorted(), failures };
}
