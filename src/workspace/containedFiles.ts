import { FileError, type Files } from './files';

/** Files of which, in a workspace that is not trusted, only those inside it are looked at. */
export interface ContainedFiles extends Files {
  /** Lets a file or folder be looked at wherever it lies, because a person picked it. */
  grant(location: string): void;
}

/** What is inside, and whether that matters. */
export interface Containment {
  /** Asked each time: trust is granted, and folders come and go, while the editor runs. */
  readonly isTrusted: () => boolean;
  readonly folders: () => readonly string[];
  /** Where a location leads once links are followed. Where that cannot be told, the location itself. */
  readonly follow: (location: string) => Promise<string>;
}

/** Windows drops points and spaces at the end of a name, so that `.. ` would lead up there. Nobody names a folder so. */
const AMBIGUOUS = /(?:^|[/\\])(?:[. ]|%20)+(?:[/\\]|$)/;

/**
 * Keeps all reading and writing inside the workspace as long as it is not trusted: what is in it, the project file and the
 * registers included, may name any path, and a stranger wrote it.
 */
export function containFiles(files: Files, { isTrusted, folders, follow }: Containment): ContainedFiles {
  const granted = new Set<string>();

  const isIn = (location: string, allowed: readonly string[]): boolean => {
    const plain = files.resolve(location, '.');
    if (AMBIGUOUS.test(plain)) return false;
    return allowed.some((folder) => plain === folder || files.relative(folder, plain) !== undefined);
  };
  const allows = async (location: string): Promise<boolean> => {
    if (isTrusted()) return true;
    const allowed = [...folders(), ...granted].map((folder) => files.resolve(folder, '.'));
    if (!isIn(location, allowed)) return false;
    return isIn(await follow(location), await Promise.all(allowed.map(follow)));
  };
  const assertAllowed = async (location: string, operation: 'read' | 'write'): Promise<void> => {
    if (!(await allows(location))) throw new FileError('outside', location, { operation });
  };

  return {
    async read(location) {
      await assertAllowed(location, 'read');
      return files.read(location);
    },
    async write(location, content, expected) {
      await assertAllowed(location, 'write');
      return files.write(location, content, expected);
    },
    async remove(location, expected) {
      await assertAllowed(location, 'write');
      return files.remove(location, expected);
    },
    async list(folder) {
      await assertAllowed(folder, 'read');
      return files.list(folder);
    },
    kindOf: async (location) => ((await allows(location)) ? files.kindOf(location) : undefined),
    stampOf: async (location) => ((await allows(location)) ? files.stampOf(location) : undefined),
    allows,
    grant: (location) => void granted.add(location),
    resolve: (folder, path) => files.resolve(folder, path),
    relative: (folder, location) => files.relative(folder, location),
    name: (location) => files.name(location),
    label: (location) => files.label(location),
  };
}
