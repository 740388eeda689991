/* eslint-disable @typescript-eslint/require-await -- the port is asynchronous, a Map is not */
import { posix } from 'node:path';
import { FileError, type Files, type FolderEntry } from '../../src/workspace/files';
import { sameBytes } from '../../src/workspace/sameBytes';

/** The day in the tests, in the middle of the sample's fieldwork. */
export const today = (): string => '2027-03-24';

/** The folder in which the paths of `InMemoryFiles` begin. */
export const FOLDER = '/w';

/** Files in a Map, by paths relative to `FOLDER`. Counts what is read and written, and fails where it is told to. */
export class InMemoryFiles implements Files {
  /** The locations read, written and removed, each in that order. */
  readonly reads: string[] = [];
  readonly writes: string[] = [];
  readonly removals: string[] = [];
  readonly #contents = new Map<string, Uint8Array>();
  /** How often each file was written. */
  readonly #stamps = new Map<string, number>();
  readonly #failures = new Map<string, FileError['reason']>();

  constructor(contents: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [path, content] of Object.entries(contents)) this.set(path, content);
  }

  set(path: string, content: string | Uint8Array): void {
    this.#put(at(path), typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }

  delete(path: string): void {
    this.#contents.delete(at(path));
  }

  /** Makes reading, writing or listing a location fail from now on. */
  fail(path: string, reason: FileError['reason']): void {
    this.#failures.set(at(path), reason);
  }

  forgetCounts(): void {
    this.reads.length = 0;
    this.writes.length = 0;
    this.removals.length = 0;
  }

  async read(location: string): Promise<Uint8Array> {
    this.reads.push(location);
    this.#failWhereTold(location);
    const content = this.#contents.get(location);
    if (!content) throw new FileError('not-found', location);
    return content;
  }

  async write(
    location: string,
    content: Uint8Array,
    expected?: { readonly content: Uint8Array | undefined },
  ): Promise<void> {
    this.writes.push(location);
    this.#failWhereTold(location, 'write');
    if (expected && !sameBytes(this.#contents.get(location), expected.content))
      throw new FileError('changed', location, { operation: 'write' });
    this.#put(location, content);
  }

  async remove(location: string, expected: { readonly content: Uint8Array }): Promise<void> {
    this.removals.push(location);
    this.#failWhereTold(location, 'write');
    if (!sameBytes(this.#contents.get(location), expected.content))
      throw new FileError('changed', location, { operation: 'write' });
    this.#contents.delete(location);
  }

  async list(folder: string): Promise<readonly FolderEntry[]> {
    this.#failWhereTold(folder);
    const prefix = folder === '/' ? '/' : `${folder}/`;
    const entries = new Map<string, FolderEntry>();
    for (const location of this.#contents.keys()) {
      const [name = '', ...rest] = location.startsWith(prefix) ? location.slice(prefix.length).split('/') : [];
      if (name !== '') entries.set(name, { name, isFolder: rest.length > 0 });
    }
    return [...entries.values()];
  }

  async kindOf(location: string): Promise<'file' | 'folder' | undefined> {
    if (this.#contents.has(location)) return 'file';
    return [...this.#contents.keys()].some((file) => file.startsWith(`${location}/`)) ? 'folder' : undefined;
  }

  async stampOf(location: string): Promise<string | undefined> {
    return this.#contents.has(location) ? String(this.#stamps.get(location)) : undefined;
  }

  allows(): Promise<boolean> {
    return Promise.resolve(true);
  }

  name(location: string): string {
    return posix.basename(location);
  }

  resolve(folder: string, path: string): string {
    return posix.resolve(folder, path);
  }

  relative(folder: string, location: string): string | undefined {
    const path = posix.relative(folder, location);
    return path === '' || path.startsWith('..') ? undefined : path;
  }

  label(location: string): string {
    return posix.relative(FOLDER, location) || '.';
  }

  #put(location: string, content: Uint8Array): void {
    this.#contents.set(location, content);
    this.#stamps.set(location, (this.#stamps.get(location) ?? 0) + 1);
  }

  #failWhereTold(location: string, operation: 'read' | 'write' = 'read'): void {
    const reason = this.#failures.get(location);
    if (reason) throw new FileError(reason, location, { operation });
  }
}

/** The location of a path as the tests write it. */
export function at(path: string): string {
  return posix.resolve(FOLDER, path);
}
