import type { Catalog } from './catalog';
import { categoryOf } from './controlId';
import { slipsAllowed, titleIndexOf, type Titled, type TitleIndex } from './titleIndex';
import { align, type Alignment, isGeneral, likeness } from './titleAlignment';
import type { TitleText } from './titleText';
import { slipsBetween } from '../slips';

const isControl = ({ kind }: Titled): boolean => kind === 'control';

/** How a written title compares with what its id is called. */
export type TitleComparison =
  /** It is the id's title, in other words or fewer or more of them. */
  | { readonly kind: 'right' }
  /** It is no title, or nobody could tell whose. */
  | { readonly kind: 'open' }
  /** It is the id's title with slips of the pen. */
  | { readonly kind: 'misspelt'; readonly of: Titled; readonly isSure: boolean }
  /** It is the title of something else: its very title, that with slips of the pen, or most of its words. */
  | { readonly kind: 'other'; readonly of: Titled; readonly by: 'name' | 'slip' | 'words' }
  /** It is made of the framework's words, shares none with what is around the id, and most with something elsewhere. */
  | { readonly kind: 'strange'; readonly domain?: Titled }
  /** It has words that the framework does not, and shares none with what is around the id: wrong where it is a title at all. */
  | { readonly kind: 'foreign' };

const RIGHT: TitleComparison = { kind: 'right' };
const OPEN: TitleComparison = { kind: 'open' };

/** Words, in the singular, that stand in sentences and in no title. */
const SENTENCE = new Set(
  (
    'is isnt are arent was were be been being has have had do doe did will would shall should must may might can cannot ' +
    'could we our us i you your they their it its this that these those which who see refer require cover tbd todo'
  ).split(' '),
);

/** What may stand behind an id in a title's place, of the words that titles are made of. */
const NO_TITLE =
  /(?<![\p{L}\p{N}])(?:customers?|shared|azure|microsoft|providers?|owners?|teams?|department|office|officer|evidence|status|inherit\w*)(?![\p{L}\p{N}])|^(?:internal audit|human resources|(?:network|security|system) operations)$/iu;

/** Longer ones are texts. */
const LONGEST = 200;

/** From here on titles have most of their words in common. */
const ALIKE = 0.7;
/** From here on a title is about what another one is about. */
const POINTS_ELSEWHERE = 0.6;
/** From here on a title can be the other one in words of one's own. */
const SIMILAR = 0.5;

/**
 * Compares what is written as the title of some controls with what they are called. `right` or `open` where the
 * catalog is not sure of the title itself.
 *
 * @param ids of one control, or of a range or list with one title for all
 */
export function compareTitle(written: string, ids: readonly string[], catalog: Catalog): TitleComparison {
  const [id] = ids;
  if (id === undefined || written.length > LONGEST) return OPEN;
  // Most titles are right, and soon done with.
  if (ids.length === 1 && written === catalog.controls.get(id)?.title) return RIGHT;
  const index = titleIndexOf(catalog);
  const text = index.read(written);
  if (!/\p{L}/u.test(text.plain) || text.words.length === 0 || text.words.some((word) => SENTENCE.has(word)))
    return OPEN;
  const found = ids.length === 1 ? compareOne(text, id, index, catalog) : compareGroup(text, ids, index, catalog);
  const isGuess =
    found.kind === 'strange' || found.kind === 'foreign' || (found.kind === 'other' && found.by === 'words');
  return isGuess && NO_TITLE.test(written) ? OPEN : found;
}

/** The control that a title was meant for, whatever id stands beside it; undefined where that is a guess. */
export function controlTitled(written: string, catalog: Catalog): Titled | undefined {
  const index = titleIndexOf(catalog);
  const text = index.read(written);
  const [nearest] = [...index.named(text), ...index.misspelt(text).map(([entry]) => entry)].filter(
    ({ kind }) => kind === 'control',
  );
  if (nearest) return nearest;
  const [likest, alike = 0] = index.likest(text, isControl) ?? [];
  return alike >= ALIKE ? likest : undefined;
}

function compareOne(text: TitleText, id: string, index: TitleIndex, catalog: Catalog): TitleComparison {
  const own = index.get('control', id);
  if (own?.confidence !== 'sourced') return OPEN;
  if (text.plain === own.plain) return RIGHT;
  const named = namedBy(text, index);
  const control = named.find(({ kind }) => kind === 'control');
  if (control) return { kind: 'other', of: control, by: 'name' };
  const pairs = align(text, own);
  if (isOwnInOtherWords(text, own, pairs)) return RIGHT;
  return (
    groupNamed(named, pairs, id) ??
    misspelling(text, own, pairs, index) ??
    byWords(text, own, pairs, index) ??
    stranger(text, [id], index, catalog)
  );
}

/** What is called exactly that. A domain whose title is only recalled is told by nobody. */
function namedBy(text: TitleText, index: TitleIndex): readonly Titled[] {
  return index.named(text).filter(({ kind, confidence }) => kind !== 'domain' || confidence !== 'recalled');
}

/** Words were left out or added, but not both. What was added makes it longer: `adn` was not added to a title with `and`. */
function isOwnInOtherWords(text: TitleText, own: Titled, { same, added, dropped, misspelt }: Alignment): boolean {
  if (misspelt.length > 0 || same === 0) return false;
  const isLonger = text.letters.length > own.letters.length + 1;
  if (added > 0 && !isLonger && slipsOff(text, own) !== undefined) return false;
  return added === 0 || dropped === 0;
}

function slipsOff(text: TitleText, own: Titled): number | undefined {
  return slipsBetween(text.letters, own.letters, slipsAllowed(own.letters.length));
}

/** A title of a whole category, objective or domain beside a single control. */
function groupNamed(named: readonly Titled[], pairs: Alignment, id: string): TitleComparison | undefined {
  const category = categoryOf(id);
  const isAside = !pairs.sharesSubject && likeness(pairs) < SIMILAR;
  const of =
    named.find((entry) => entry.kind === 'domain' && entry.id === category && isAside) ??
    named.find(({ kind }) => kind === 'category') ??
    named.find(({ kind, confidence }) => isAside && kind === 'objective' && confidence === 'sourced') ??
    named.find(({ kind }) => isAside && kind === 'domain');
  return of && { kind: 'other', of, by: 'name' };
}

function misspelling(text: TitleText, own: Titled, pairs: Alignment, index: TitleIndex): TitleComparison | undefined {
  const slips = slipsOff(text, own);
  const [nearest] = index.misspelt(text).filter(([{ kind }]) => kind === 'control');
  if (nearest && nearest[0] !== own && nearest[1] < (slips ?? Infinity)) {
    return { kind: 'other', of: nearest[0], by: 'slip' };
  }
  const isSlipOfWords =
    pairs.misspelt.length > 0 &&
    pairs.same + pairs.slipped > 0 &&
    (pairs.added === 0 || pairs.dropped === 0 || likeness(pairs) >= ALIKE);
  if (slips === undefined && !isSlipOfWords) return undefined;
  // `User` for `Use` may be more than a slip, and words that were added would be lost.
  const isSure =
    slips !== undefined && !text.words.some((word) => !own.words.includes(word) && index.lexicon.has(word));
  return { kind: 'misspelt', of: own, isSure };
}

function byWords(text: TitleText, own: Titled, pairs: Alignment, index: TitleIndex): TitleComparison | undefined {
  const alike = likeness(pairs);
  const [other, most] = index.likest(text, isControl) ?? [];
  const isOther = other && other !== own && most !== undefined;
  if (isOther && most === 1) return { kind: 'other', of: other, by: 'name' };
  if (alike >= SIMILAR) return RIGHT;
  const isNearer = isOther && most >= ALIKE && (!pairs.sharesSubject || most - alike > 0.35);
  if (isNearer) return { kind: 'other', of: other, by: 'words' };
  return pairs.sharesSubject ? OPEN : undefined;
}

function compareGroup(text: TitleText, ids: readonly string[], index: TitleIndex, catalog: Catalog): TitleComparison {
  const around = aroundOf(ids, index, catalog);
  if (!ids.some((id) => index.get('control', id)?.confidence === 'sourced')) return OPEN;
  if (around.some(({ plain }) => plain === text.plain)) return RIGHT;
  const group = around.filter(({ kind, confidence }) => kind !== 'control' && confidence === 'sourced');
  const slipped = index.misspelt(text).find(([entry]) => group.includes(entry))?.[0];
  if (slipped && !isOwnInOtherWords(text, slipped, align(text, slipped)))
    return { kind: 'misspelt', of: slipped, isSure: true };
  if (around.some((entry) => align(text, entry).sharesSubject)) return RIGHT;
  const named = namedBy(text, index);
  const number = categoryOf(ids[0] ?? '');
  const of =
    named.find(({ kind, id }) => kind === 'domain' && id === number) ??
    (['category', 'objective', 'control', 'domain'] as const)
      .map((kind) => named.find((entry) => entry.kind === kind))
      .find((entry) => entry !== undefined);
  if (of) return { kind: 'other', of, by: 'name' };
  const allWords = { ...text, words: around.flatMap(({ words }) => words) };
  return align(text, allWords).added === 0 ? OPEN : stranger(text, ids, index, catalog);
}

/** A title which is nothing of what the ids are about. */
function stranger(text: TitleText, ids: readonly string[], index: TitleIndex, catalog: Catalog): TitleComparison {
  if (text.words.length < 2 || text.words.every(isGeneral)) return OPEN;
  const isNear = aroundOf(ids, index, catalog).some((entry) => {
    const pairs = align(text, entry);
    return pairs.sharesSubject || pairs.slipped > 0;
  });
  if (isNear) return OPEN;
  const number = categoryOf(ids[0] ?? '');
  const isElsewhere = ({ kind, id, words }: Titled) =>
    words.length > 1 && (kind === 'domain' || categoryOf(id) !== number);
  const [, alike = 0] = text.words.every(index.lexicon.knows) ? (index.likest(text, isElsewhere) ?? []) : [];
  if (alike < POINTS_ELSEWHERE) return { kind: 'foreign' };
  const domain = index.get('domain', number);
  const isDomain = domain && domain.confidence !== 'recalled' && align(text, domain).sharesSubject;
  return isDomain ? { kind: 'strange', domain } : { kind: 'strange' };
}

/** Controls, and the objectives and categories that they are in. */
function aroundOf(ids: readonly string[], index: TitleIndex, catalog: Catalog): readonly Titled[] {
  return [
    ...new Set(
      ids.flatMap((id) => [
        index.get('control', id) ?? [],
        index.get('objective', catalog.controls.get(id)?.objective ?? '') ?? [],
        index.get('category', categoryOf(id)) ?? [],
      ]),
    ),
  ].flat();
}
