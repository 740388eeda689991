import { slipsBetween } from '../slips';

/** A title taken apart for comparing. */
export interface TitleText {
  /** Its words in lower case and in one spelling, with single spaces. */
  readonly plain: string;
  /** The same without spaces: by it slips of the pen are counted. */
  readonly letters: string;
  /** What it is about: its words in the singular, without those that only join. */
  readonly words: readonly string[];
  /** Those that only join. */
  readonly joints: readonly string[];
}

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

/** Words that are written apart, with a hyphen or as one, such as `log-on`; and all that the framework's titles use. */
export interface Lexicon {
  readonly compounds: ReadonlySet<string>;
  readonly knows: (word: string) => boolean;
}

const JOINTS = new Set([
  'and',
  'or',
  'of',
  'the',
  'a',
  'an',
  'in',
  'on',
  'for',
  'to',
  'with',
  'from',
  'by',
  'at',
  'as',
]);

/** Words of so many titles that they do not tell one from another. */
const GENERAL = new Set([
  ...['information', 'security', 'secure', 'securing', 'management', 'managing', 'control', 'system', 'protection'],
  ...['protecting', 'service', 'data', 'process', 'procedure', 'use', 'requirement'],
]);
const GENERAL_WEIGHT = 0.4;

/** What people write for a word of the framework. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ mgmt: 'management', mgt: 'management', mgnt: 'management', info: 'information', sec: 'security' },
    ...{ pwd: 'password', pw: 'password', auth: 'authentication', config: 'configuration', dev: 'development' },
    ...{ ops: 'operations', sys: 'system', svc: 'service', svcs: 'services', reqs: 'requirements', docs: 'documents' },
    ...{
      comms: 'communications',
      maint: 'maintenance',
      org: 'organization',
      tech: 'technical',
      admin: 'administrator',
    },
    ...{
      app: 'application',
      apps: 'applications',
      id: 'identification',
      vuln: 'vulnerability',
      crypto: 'cryptographic',
    },
    ...{ infosec: 'information security', '3rd': 'third', login: 'logon', programme: 'program', w: 'with' },
  }),
);

const MARKS_OVER_LETTERS = /\p{M}+/gu;
const HYPHENS = /[-\u2010-\u2015\u2212\u00ad]+/g;

/** Takes a title apart. Nothing is left of what has no letters. */
export function readTitle(title: string, { compounds, knows }: Lexicon): TitleText {
  const spelt = title
    .normalize('NFKD')
    .replace(MARKS_OVER_LETTERS, '')
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .replace(/&(?:amp;)?|\+/g, ' and ')
    .replace(HYPHENS, '-');
  const parts = (spelt.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []).flatMap((word) =>
    partsOf(word, compounds, knows),
  );
  const all = joinCompounds(parts, compounds);
  return {
    plain: all.join(' '),
    letters: all.join(''),
    words: all.filter((word) => !JOINTS.has(word)).map(singular),
    joints: all.filter((word) => JOINTS.has(word)),
  };
}

function partsOf(word: string, compounds: Lexicon['compounds'], knows: Lexicon['knows']): readonly string[] {
  const whole = word.replaceAll('-', '');
  const isOne = whole === word || compounds.has(singular(whole)) || knows(singular(whole));
  return (isOne ? [whole] : word.split('-')).flatMap((part) => (SHORT_FORMS.get(part) ?? american(part)).split(' '));
}

function joinCompounds(words: readonly string[], compounds: ReadonlySet<string>): readonly string[] {
  if (compounds.size === 0) return words;
  const joined: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    const whole = SHORT_FORMS.get(`${word}${words[index + 1] ?? ''}`) ?? `${word}${words[index + 1] ?? ''}`;
    if (index + 1 < words.length && compounds.has(singular(whole))) {
      joined.push(whole);
      index++;
    } else joined.push(word);
  }
  return joined;
}

/** `organisation`, `labelling`: whatever else this changes it changes on both sides of a comparison. */
function american(word: string): string {
  if (word.length < 6) return word;
  return word.replace(/(?<!prem)is(e[sdr]?|ing|ation\w*)$/, 'iz$1').replace(/labell(ing|ed)$/, 'label$1');
}

export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(?:ss|sh|ch|x|zz)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

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
  return most > 0 && slipsBetween(written, word, most) !== undefined;
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
  const slippedJoints = added.filter((word) => lostJoints.some((joint) => slipsBetween(word, joint, 1) !== undefined));
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
