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

  for (const { start, matches } of startsOf(files, folder, globs)) {
    if (matches) await walk(start, '', matches);
    else if (await files.exists(start)) locations.add(start);
    else failures.push(new FileError('not-found', start));
  }
  return { locations: [...locations].toSorted(), failures };
}

/** Whether `findFiles` would find a file at this location, if there is one. */
export function isFound(files: Files, folder: string, globs: readonly string[], location: string): boolean {
  return startsOf(files, folder, globs).some(({ start, matches }) => {
    if (!matches) return location === start;
    const path = files.relative(start, location);
    return (
      path !== undefined &&
      matches(path) &&
      !path
        .split('/')
        .slice(0, -1)
        .some((name) => PASSED_OVER.test(name))
    );
  });
}

interface Start {
  /** Where walking starts: where the wildcards do. The part before them may lead out of the folder. */
  readonly start: string;
  /** Undefined where there are no wildcards, so that one file is meant. */
  readonly matches: ((path: string) => boolean) | undefined;
}

function startsOf(files: Files, folder: string, globs: readonly string[]): readonly Start[] {
  return globs.map((glob) => {
    const { base, glob: pattern } = picomatch.scan(glob.replaceAll('\\', '/'));
    return {
      start: base === '' ? folder : files.resolve(folder, base),
      matches: pattern === '' ? undefined : picomatch(pattern, { dot: false }),
    };
  });
}
