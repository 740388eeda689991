import { type Evidence, isLink, pathKey } from '../core/assessment/evidence';
import type { Files } from './files';

/** Remembers which of the files that evidence names are there, so that a summary need not wait for a disk. */
export class EvidenceFiles {
  /** By path key. */
  readonly #known = new Map<string, { readonly location: string; readonly isThere: boolean }>();

  /** @param folder the folder that the paths of registers begin in */
  constructor(
    private readonly files: Files,
    private readonly folder: string,
  ) {}

  /** The path keys of what is not there, or was not looked for yet. */
  missingAmong(evidence: readonly Evidence[]): ReadonlySet<string> {
    const keys = evidence.filter(isLocal).map(pathKey);
    return new Set(keys.filter((key) => this.#known.get(key)?.isThere !== true));
  }

  /** Whether a location is a file that evidence names, or a folder above one. */
  isNamed(location: string): boolean {
    return [...this.#known.values()].some(
      (known) => known.location === location || this.files.relative(location, known.location) !== undefined,
    );
  }

  /** Looks for what was not looked for yet. Resolves to whether there was any. */
  async look(evidence: readonly Evidence[]): Promise<boolean> {
    const fresh = evidence.filter((item) => isLocal(item) && !this.#known.has(pathKey(item)));
    for (const item of fresh) {
      const folder = item.relativeTo === undefined ? this.folder : this.files.resolve(item.relativeTo, '..');
      const location = this.files.resolve(folder, item.location ?? '');
      this.#known.set(pathKey(item), { location, isThere: (await this.files.kindOf(location)) === 'file' });
    }
    return fresh.length > 0;
  }

  /** Forgets what is known, so that it is looked for again. */
  forget(): void {
    this.#known.clear();
  }
}

function isLocal({ location = '' }: Evidence): boolean {
  return location !== '' && !isLink(location);
}
