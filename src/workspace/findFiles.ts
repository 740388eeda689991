import picomatch from 'picomatch';
import { FileError, type Files } from './files';

/** Folders that never hold a scoping document. */
const PASSED_OVER = /^(?:\.|node_modules$)/;

/** Copies that were sealed for somebody are no documents, and a folder of them is no reason to complain. */
const IGNORED = '**/*.[aA][gG][eE]';

export interface FoundFiles {
  /** Sorted by path. */
  readonly locations: readonly string[];
  /** Folders that could not be looked into, and files that were named and are not there. */
  readonly failures: readonly FileError[];
}

/** What is looked for. */
export interface Search {
  readonly folder: string;
  /** One that begins with `!` takes out what the others found. */
  readonly globs: readonly string[];
  /** Folders that are not looked into. */
  readonly exclude?: readonly string[];
}

/**
 * The files below a folder that fit any of the globs. Walks the folders itself, so that the editor, the command line and
 * virtual file systems, which may lack a search, agree on what a glob means.
 */
export async function findFiles(files: Files, search: Search): Promise<FoundFiles> {
  const locations = new Set<string>();
  const failures: FileError[] = [];
  const { starts, isTakenOut } = readSearch(files, search);

  const walk = async (location: string, prefix: string, matches: (path: string) => boolean): Promise<void> => {
    if (search.exclude?.includes(location)) return;
    for (const { name, isFolder } of await list(location)) {
      const entry = files.resolve(location, name);
      if (!isFolder) {
        if (matches(prefix + name) && !isTakenOut(entry)) locations.add(entry);
      } else if (!PASSED_OVER.test(name)) {
        await walk(entry, `${prefix}${name}/`, matches);
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

  for (const { start, matches } of starts) {
    if (matches) await walk(start, '', matches);
    else if ((await files.kindOf(start)) === 'file') locations.add(start);
    else failures.push(new FileError((await files.allows(start)) ? 'not-found' : 'outside', start));
  }
  return { locations: sortByPath(files, locations), failures };
}

/** Whether `findFiles` would find a file at this location, if there is one. */
export function isFound(files: Files, search: Search, location: string): boolean {
  const { starts, isTakenOut } = readSearch(files, search);
  if (isTakenOut(location) || search.exclude?.some((folder) => files.relative(folder, location) !== undefined))
    return false;
  return starts.some(({ start, matches }) => {
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

/** Sorts by path. */
export function sortByPath(files: Files, locations: Iterable<string>): readonly string[] {
  const sorted = [...locations].map((location) => ({ location, path: pathOf(files, location) }));
  return sorted.sort((a, b) => (a.path < b.path ? -1 : 1)).map(({ location }) => location);
}

/** The whole path of a location. Locations as texts do not sort alike everywhere: a URI encodes some characters. */
export function pathOf(files: Files, location: string): string {
  return files.relative(files.resolve(location, '/'), location) ?? location;
}

/** Where the files of a glob are looked for: the folder before its wildcards, or the file that it names. */
export function startOf(files: Files, folder: string, glob: string): string {
  const { base } = picomatch.scan(glob.replaceAll('\\', '/'));
  return base === '' ? folder : files.resolve(folder, base);
}

interface Start {
  /** Where walking starts: where the wildcards do. The part before them may lead out of the folder. */
  readonly start: string;
  /** Undefined where there are no wildcards, so that one file is meant. */
  readonly matches: ((path: string) => boolean) | undefined;
}

function readSearch(
  files: Files,
  { folder, globs }: Search,
): { readonly starts: readonly Start[]; readonly isTakenOut: (location: string) => boolean } {
  const slashed = globs.map((glob) => glob.replaceAll('\\', '/'));
  const [negated, plain] = [
    slashed.filter((glob) => glob.startsWith('!')),
    slashed.filter((glob) => !glob.startsWith('!')),
  ];
  const takesOut = picomatch(
    negated.map((glob) => glob.slice(1)),
    { dot: true },
  );
  return {
    isTakenOut: (location) => negated.length > 0 && takesOut(files.relative(folder, location) ?? ''),
    starts: plain.map((glob) => {
      const { glob: pattern } = picomatch.scan(glob);
      return {
        start: startOf(files, folder, glob),
        matches: pattern === '' ? undefined : picomatch(pattern, { dot: false, ignore: IGNORED }),
      };
    }),
  };
}
