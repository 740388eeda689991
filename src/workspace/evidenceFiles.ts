import { type Evidence, isPath, pathKey } from '../core/assessment/evidence';
import { FileError, type Files } from './files';
import { sha256 } from './sha256';

/** A file that evidence names, as it was last looked for. */
interface KnownFile {
  readonly location: string;
  readonly isThere: boolean;
  /** Whether it may not be looked at. */
  readonly isOutside?: boolean;
  /** Undefined where nobody asked for it, or the host cannot tell it. */
  readonly sha256?: string | undefined;
}

/** A path, and the document whose folder it begins in; without one it begins in the project's. */
export type NamedPath = Pick<Evidence, 'location' | 'relativeTo'>;

/** Remembers which of the files that evidence names are there, so that a summary need not wait for a disk. */
export class EvidenceFiles {
  /** By path key. */
  readonly #known = new Map<string, KnownFile>();

  /** @param folder the folder that the paths of registers begin in */
  constructor(
    private readonly files: Files,
    private readonly folder: string,
  ) {}

  /** False for what was not looked for yet, too. */
  find(item: Evidence): boolean | 'outside' {
    const known = this.#known.get(pathKey(item));
    return known?.isOutside ? 'outside' : known?.isThere === true;
  }

  /** Whether the file is another one than that whose SHA-256 was recorded. */
  isChanged(item: Evidence): boolean {
    if (item.sha256 === undefined) return false;
    const now = this.#known.get(pathKey(item))?.sha256;
    return now !== undefined && now !== item.sha256;
  }

  /** Whether a location is a file that evidence names, or a folder above one. */
  isNamed(location: string): boolean {
    return [...this.#known.values()].some(
      (known) => known.location === location || this.files.relative(location, known.location) !== undefined,
    );
  }

  /** Whether all of it was looked for. */
  areKnown(evidence: readonly Evidence[]): boolean {
    return !evidence.some((item) => this.#isFresh(item));
  }

  /** Looks for what was not looked for yet. */
  async look(evidence: readonly Evidence[]): Promise<void> {
    for (const item of evidence) {
      if (!this.#isFresh(item)) continue;
      const location = this.#locationOf(item);
      const isThere = (await this.files.kindOf(location)) === 'file';
      const hash = isThere && item.sha256 !== undefined ? await this.#hashOf(location) : undefined;
      const isAsked = item.sha256 !== undefined;
      const isOutside = !isThere && !(await this.files.allows(location));
      this.#known.set(pathKey(item), { location, isThere, isOutside, ...(isAsked && { sha256: hash }) });
    }
  }

  /** The file that a path leads to; undefined where there is none. What was not looked for yet is not remembered. */
  async locate(item: NamedPath): Promise<string | undefined> {
    if (!isPath(item.location ?? '')) return undefined;
    const known = this.#known.get(pathKey(item));
    if (known) return known.isThere ? known.location : undefined;
    const location = this.#locationOf(item);
    return (await this.files.kindOf(location)) === 'file' ? location : undefined;
  }

  #locationOf({ location = '', relativeTo }: NamedPath): string {
    const folder = relativeTo === undefined ? this.folder : this.files.resolve(relativeTo, '..');
    return this.files.resolve(folder, location);
  }

  async #hashOf(location: string): Promise<string | undefined> {
    try {
      return await sha256(await this.files.read(location));
    } catch (error) {
      // What cannot be read cannot be told from what was recorded.
      if (error instanceof FileError) return undefined;
      throw error;
    }
  }

  #isFresh(item: Evidence): boolean {
    const known = this.#known.get(pathKey(item));
    if (!known) return isPath(item.location ?? '');
    return item.sha256 !== undefined && known.isThere && !('sha256' in known);
  }

  /** Forgets what no evidence names any more. @param evidence all that there is */
  keep(evidence: readonly Evidence[]): void {
    const named = new Set(evidence.map(pathKey));
    for (const key of this.#known.keys()) if (!named.has(key)) this.#known.delete(key);
  }

  /** Forgets what is known of a file, or of all below a folder, so that it is looked for again; of all where none is named. */
  forget(changed?: string): void {
    for (const [key, { location }] of this.#known) {
      const isMeant =
        changed === undefined || changed === location || this.files.relative(changed, location) !== undefined;
      if (isMeant) this.#known.delete(key);
    }
  }
}
