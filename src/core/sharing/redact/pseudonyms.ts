import type { TextKind } from '../profile';
import type { Digest } from '../rowHash';

/** What a pseudonym begins with, so that it is told from a text. */
const PREFIXES: Readonly<Record<TextKind, string>> = {
  names: 'name',
  locations: 'location',
  notes: 'note',
  resources: 'resource',
  providerText: 'matrix-text',
  requirementText: 'requirement-text',
};

const DIGITS = 10;

/** Texts that are to be replaced, each by its kind. */
export class WantedPseudonyms {
  readonly #wanted = new Map<string, readonly [TextKind, string]>();

  add(kind: TextKind, text: string): void {
    this.#wanted.set(keyOf(kind, text), [kind, text]);
  }

  /**
   * Makes the pseudonyms: by the project's key, the kind and the text, so that they are the same in each of its copies, and
   * nobody without the key can try texts out. Undefined where the host can tell no SHA-256.
   */
  async make(key: string, digest: Digest): Promise<((kind: TextKind, text: string) => string) | undefined> {
    const made = new Map<string, string>();
    for (const [id, [kind, text]] of this.#wanted) {
      const hash = await digest(new TextEncoder().encode(JSON.stringify([key, kind, text])));
      if (hash === undefined) return undefined;
      made.set(id, `${PREFIXES[kind]}-${hash.slice(0, DIGITS)}`);
    }
    return (kind, text) => made.get(keyOf(kind, text)) ?? PREFIXES[kind];
  }
}

function keyOf(kind: TextKind, text: string): string {
  return `${kind}\n${text}`;
}
