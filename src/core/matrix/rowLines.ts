import type { Catalog } from '../csf/catalog';
import { scan } from '../csf/scanner';
import type { MatrixEntry } from './matrix';

/** The lines of a text as an editor has them. */
export interface EditorLines {
  readonly count: number;
  /** The text of a 1-based line; empty behind the last one. */
  readonly at: (line: number) => string;
}

/**
 * Finds the rows of a matrix in its text while somebody edits it: the entries are those of the file as it was saved, and
 * what is said of a row must not stand over another one.
 */
export class RowLines {
  #count: number | undefined;
  /** How the line on which an entry begins reads in the file. */
  readonly #saved = new WeakMap<MatrixEntry, string>();

  constructor(private readonly catalog: Catalog) {}

  /** Takes the text as it is in the file. */
  take(entries: readonly MatrixEntry[], lines: EditorLines): void {
    this.#count = lines.count;
    for (const entry of entries) this.#saved.set(entry, lines.at(entry.line));
  }

  /**
   * The 1-based line on which an entry begins in a text that is not saved yet: the one on which it began, or as many
   * lines further as there are more of them now. Undefined where neither reads as it did, or names the entry's id still.
   */
  find(entry: MatrixEntry, lines: EditorLines): number | undefined {
    const moved = entry.line + lines.count - (this.#count ?? lines.count);
    const places = [entry.line, moved];
    const saved = this.#saved.get(entry);
    return (
      places.find((line) => saved !== undefined && lines.at(line) === saved) ??
      places.find((line) => this.#names(entry, lines.at(line)))
    );
  }

  #names({ requirement, control }: MatrixEntry, text: string): boolean {
    return scan(text, this.catalog, 'plain').references.some(({ ids }) => ids.includes(requirement ?? control));
  }
}
