import { slipsBetween } from '../slips';
import type { TitleText } from './titleText';

/** How the words of two titles pair off, each sum by what the words weigh. */
export interface Alignment {
  readonly same: number;
  /** Words that differ by a slip of the pen. */
  readonly slipped: number;
  /** Words that only the written title has, and that only the other one has. */
  readonly added: number;
  readonly dropped: number;
  /** Whether one of the same words says what a title is about. */
  readonly sharesSubject: boolean;
  /** The words that were written with a slip. */
  readonly misspelt: readonly string[];
}

/** Words of so many titles that they do not tell one from another. */
const GENERAL = new Set([
  ...['information', 'security', 'secure', 'securing', 'management', 'managing', 'control', 'system', 'protection'],
  ...['protecting', 'service', 'data', 'process', 'procedure', 'use', 'requirement'],
]);
const GENERAL_WEIGHT = 0.4;

/** Endings between which a word changes without becoming another one: `managing` and `management`. */
const ENDINGS = new Set([
  ...['|ing', '|ed', '|ment', '|ion', '|ation', '|al', '|ance', '|able', '|ive', '|ly', '|ship', '|ional'],
  ...['e|ing', 'ed|ing', 'e|ion', 'ed|ion', 'ing|ion', 'ion|or', 'e|or', 'ing|ment', 'ement|ing', 'ed|ement'],
  ...[
    'ation|e',
    'ation|ing',
    'ation|ed',
    'ic|y',
    'ical|y',
    'e|ity',
    'ing|ity',
    'ed|ity',
    'able|ance',
    'able|e',
    'e|ive',
  ],
  ...['ion|ive', 'ing|ional', 'ed|ional', 'e|ional', 'ication|y', 'ied|y', 'er|ing', 'ence|ent', 'al|e'],
]);

/** Whether two words, in the singular, are forms of one. */
export function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  let common = 0;
  while (common < a.length && a[common] === b[common]) common++;
  if (common < 3) return false;
  const last = a[common - 1] ?? '';
  const [first = '', second = ''] = [a.slice(common), b.slice(common)].toSorted();
  if (ENDINGS.has(`${first}|${second}`) || (last === 'e' && first === '' && second === 'd')) return true;
  // `log`, `logging`
  return first === '' && second.startsWith(last) && ENDINGS.has(`|${second.slice(1)}`);
}

/** Whether a word is a short form of another: `env` of `environmental`. */
function abbreviates(short: string, word: string): boolean {
  if (short.length < 2 || short.length > 5 || short.length > word.length * 0.6 || short[0] !== word[0]) return false;
  let found = 0;
  for (const letter of word) if (letter === short[found]) found++;
  return found === short.length;
}

function isSlip(written: string, word: string): boolean {
  const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  // Of `acces` the last letter was taken for a plural's.
  return most > 0 && [written, `${written}s`].some((form) => slipsBetween(form, word, most) !== undefined);
}

export function isGeneral(word: string): boolean {
  return GENERAL.has(word);
}

function weigh(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + (GENERAL.has(word) ? GENERAL_WEIGHT : 1), 0);
}

/** Pairs the words of a written title off with those of another one, in whatever order they stand. */
export function align(written: TitleText, title: TitleText): Alignment {
  const left = [...title.words];
  const same: string[] = [];
  const take = (matches: (word: string) => boolean): string | undefined => {
    const index = left.findIndex(matches);
    return index < 0 ? undefined : left.splice(index, 1)[0];
  };
  const pairOff = (words: readonly string[], matches: (word: string, other: string) => boolean, into: string[]) =>
    words.filter((word) => {
      const other = take((candidate) => matches(word, candidate));
      if (other !== undefined) into.push(other);
      return other === undefined;
    });
  const odd = pairOff(pairOff(written.words, isSameWord, same), abbreviates, same);
  const slipped: string[] = [];
  const added = pairOff(odd, isSlip, slipped);
  const lostJoints = title.joints.filter((joint) => !written.joints.includes(joint));
  const misspelt = odd.filter((word) => !added.includes(word));
  // `Roles adn Responsibilities`
  const slippedJoints = added.filter(
    (word) => word.length > 1 && lostJoints.some((joint) => slipsBetween(word, joint, 1) !== undefined),
  );
  return {
    same: weigh(same),
    slipped: weigh(slipped),
    added: weigh(added.filter((word) => !slippedJoints.includes(word))),
    dropped: weigh(left),
    sharesSubject: same.some((word) => !GENERAL.has(word)),
    misspelt: [...misspelt, ...slippedJoints],
  };
}

/** How alike two titles are: 0, nothing in common, to 1, the same words. */
export function likeness({ same, slipped, added, dropped }: Alignment): number {
  const common = 2 * (same + slipped);
  return common / (common + added + dropped || 1);
}
