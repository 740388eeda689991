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

  /** False for what was not looked for yet, too. */
  isThere(item: Evidence): boolean {
    return this.#known.get(pathKey(item))?.isThere === true;
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
      const folder = item.relativeTo === undefined ? this.folder : this.files.resolve(item.relativeTo, '..');
      const location = this.files.resolve(folder, item.location ?? '');
      this.#known.set(pathKey(item), { location, isThere: (await this.files.kindOf(location)) === 'file' });
    }
  }

  #isFresh(item: Evidence): boolean {
    const { location = '' } = item;
    return location !== '' && !isLink(location) && !this.#known.has(pathKey(item));
  }

  /** Forgets what is known, so that it is looked for again. */
  forget(): void {
    this.#known.clear();
  }
}
