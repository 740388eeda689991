import { groupBy } from '../groupBy';
import { slipsBetween } from '../slips';
import type { Catalog, Confidence } from './catalog';
import { categoryOf, controlsBetween } from './controlId';
import { align, isGeneral, isSameWord, likeness } from './titleAlignment';
import { type Lexicon, readTitle, singular, type TitleText } from './titleText';

/** What has a title in the framework. */
export interface Titled extends TitleText {
  readonly kind: 'control' | 'objective' | 'category' | 'domain';
  readonly id: string;
  readonly title: string;
  readonly confidence: Confidence;
  /** How often each letter stands in it, by which most titles are told apart without counting slips. */
  readonly counts: Uint8Array;
}

/** The titles of a catalog, for comparing written ones with them. */
export interface TitleIndex {
  read(title: string): TitleText;
  readonly lexicon: Lexicon;
  get(kind: Titled['kind'], id: string): Titled | undefined;
  /** What is called exactly that. */
  named(text: TitleText): readonly Titled[];
  /** What was probably meant by a title with slips of the pen, the fewest first. */
  misspelt(text: TitleText): readonly (readonly [Titled, slips: number])[];
  /** What has the most of its words in common, of what is accepted, and how alike they are. */
  likest(text: TitleText, accepts: (entry: Titled) => boolean): readonly [Titled, likeness: number] | undefined;
}

const indexes = new WeakMap<Catalog['controls'], TitleIndex>();

/** Made once for each catalog. */
export function titleIndexOf(catalog: Catalog): TitleIndex {
  const made = indexes.get(catalog.controls) ?? createTitleIndex(catalog);
  indexes.set(catalog.controls, made);
  return made;
}

function createTitleIndex(catalog: Catalog): TitleIndex {
  const lexicon = createLexicon(catalog);
  const titled = [...entriesOf(catalog, lexicon)];
  const byId = new Map(titled.map((entry) => [`${entry.kind} ${entry.id}`, entry]));
  const byName = groupBy(titled, ({ plain }) => plain);
  const stems = titled.flatMap((entry) => entry.words.map((word) => ({ stem: stemOf(word), entry })));
  const byStem = new Map(
    [...groupBy(stems, ({ stem }) => stem)].map(([stem, found]) => [stem, found.map(({ entry }) => entry)]),
  );
  return {
    read: (title) => readTitle(title, lexicon),
    lexicon,
    get: (kind, id) => byId.get(`${kind} ${id}`),
    named: ({ plain }) => byName.get(plain) ?? [],
    misspelt: ({ letters }) => {
      const counts = countLetters(letters);
      return titled
        .flatMap((entry) => {
          const most = slipsAllowed(entry.letters.length);
          if (Math.abs(entry.letters.length - letters.length) > most || !isNear(counts, entry.counts, most)) return [];
          const slips = slipsBetween(letters, entry.letters, most);
          return slips === undefined ? [] : [[entry, slips] as const];
        })
        .sort(([, a], [, b]) => a - b);
    },
    likest: (text, accepts) => {
      const telling = text.words.filter((word) => !isGeneral(word));
      const candidates = new Set(telling.flatMap((word) => byStem.get(stemOf(word)) ?? []));
      let best: readonly [Titled, number] | undefined;
      for (const entry of candidates) {
        if (!accepts(entry)) continue;
        const alike = likeness(align(text, entry));
        if (alike > (best?.[1] ?? 0)) best = [entry, alike];
      }
      return best;
    },
  };
}

/** How many slips of the pen leave a title of so many letters the same one. */
export function slipsAllowed(length: number): number {
  return length < 6 ? 1 : length < 20 ? 2 : 3;
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly confidence?: Confidence;
}

function* entriesOf(catalog: Catalog, lexicon: Lexicon): Iterable<Titled> {
  const kinds: readonly (readonly [Titled['kind'], ReadonlyMap<string, Entry>])[] = [
    ['control', catalog.controls],
    ['objective', catalog.objectives],
    ['category', catalog.categories],
    ['domain', catalog.domains],
  ];
  for (const [kind, entries] of kinds) {
    for (const { id, title, confidence = 'sourced' } of entries.values()) {
      const { plain, letters, words, joints } = readTitle(title, lexicon);
      yield { kind, id, title, confidence, plain, letters, words, joints, counts: countLetters(letters) };
    }
  }
}

function createLexicon(catalog: Catalog): Lexicon {
  const titles = [catalog.controls, catalog.objectives, catalog.categories, catalog.domains].flatMap((named) =>
    [...named.values()].map(({ title }) => title),
  );
  const hyphened = titles.flatMap((title) => title.toLowerCase().match(/\w+(?:-\w+)+/g) ?? []);
  const compounds = new Set(hyphened.map((word) => singular(word.replaceAll('-', ''))));
  const starts = new Set(hyphened.map((word) => word.slice(0, word.indexOf('-'))));
  const plain: Lexicon = { compounds, starts, knows: () => false, has: () => false };
  const words = new Set(titles.flatMap((title) => readTitle(title, plain).words));
  const byStem = groupBy(words, stemOf);
  return {
    compounds,
    starts,
    knows: (word) => byStem.get(stemOf(word))?.some((known) => isSameWord(word, known)) ?? false,
    has: (word) => words.has(word),
  };
}

/** What all forms of a word begin with. */
function stemOf(word: string): string {
  return word.slice(0, 3);
}

function countLetters(letters: string): Uint8Array {
  const counts = new Uint8Array(27);
  for (let index = 0; index < letters.length; index++) {
    const letter = letters.charCodeAt(index) - 97;
    const place = letter >= 0 && letter < 26 ? letter : 26;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** Whether so many slips could make the letters of the one those of the other. Each slip changes two counts at most. */
function isNear(a: Uint8Array, b: Uint8Array, slips: number): boolean {
  let apart = 0;
  for (let place = 0; place < 27; place++) apart += Math.abs((a[place] ?? 0) - (b[place] ?? 0));
  return apart <= 2 * slips;
}

/** The controls that an entry of the framework is made of, as a document would name them: `09.o–09.r`. None for a domain. */
export function idsFor({ kind, id }: Pick<Titled, 'kind' | 'id'>, catalog: Catalog): string | undefined {
  if (kind === 'control') return id;
  const ids = [...catalog.controls.values()]
    .filter((control) => (kind === 'category' ? categoryOf(control.id) === id : control.objective === id))
    .map((control) => control.id);
  return kind === 'domain' || ids.length === 0 ? undefined : writeIds(ids, catalog);
}

/** Ids of the framework's order as a range, where nothing is missing between the first and the last; else as a list. */
export function writeIds(ids: readonly string[], catalog: Catalog): string {
  const [first = '', last = ''] = [ids[0], ids.at(-1)];
  if (ids.length < 2) return first;
  const isWhole = controlsBetween(first, last, catalog)?.existing.length === ids.length;
  return isWhole && controlsBetween(first, last, catalog)?.missing.length === 0 ? `${first}–${last}` : ids.join(', ');
}
