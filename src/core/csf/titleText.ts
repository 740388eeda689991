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

/** What is known of the words of the framework's titles. */
export interface Lexicon {
  /** Words that are written with a hyphen, apart or as one, such as `log-on`: as one, in the singular. */
  readonly compounds: ReadonlySet<string>;
  /** What the compounds begin with. */
  readonly starts: ReadonlySet<string>;
  /** Whether the framework's titles use a word, in the singular, in one of its forms. */
  readonly knows: (word: string) => boolean;
  /** Whether they use it in just this form. */
  readonly has: (word: string) => boolean;
}

const JOINTS = new Set('and or of the a an in on for to with from by at as'.split(' '));

/** What people write for a word of the framework. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    administrator: 'admin',
    application: 'app',
    applications: 'apps',
    authentication: 'auth',
    communications: 'comms',
    configuration: 'config',
    cryptographic: 'crypto',
    development: 'dev',
    documents: 'docs',
    identification: 'id',
    information: 'info',
    'information security': 'infosec',
    logon: 'login',
    maintenance: 'maint',
    management: 'mgmt mgt mgnt',
    operations: 'ops',
    organization: 'org',
    password: 'pwd pw',
    program: 'programme',
    requirements: 'reqs',
    security: 'sec',
    service: 'svc',
    services: 'svcs',
    system: 'sys',
    technical: 'tech',
    third: '3rd',
    vulnerability: 'vuln',
    with: 'w',
  }).flatMap(([word, forms]) => forms.split(' ').map((form) => [form, word] as const)),
);

const ASCII = /^[\x20-\x7e]*$/;
const MARKS_OVER_LETTERS = /\p{M}+/gu;
const HYPHENS = /[\u2010-\u2015\u2212\u00ad]/g;

/** Takes a title apart. Nothing is left of what has no letters. */
export function readTitle(title: string, lexicon: Lexicon): TitleText {
  const plain = ASCII.test(title)
    ? title
    : title.normalize('NFKD').replace(MARKS_OVER_LETTERS, '').replace(HYPHENS, '-');
  const spelt = plain
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .replace(/&(?:amp;)?|\+/g, ' and ');
  const written = spelt.match(/[\p{L}\p{N}]+(?:-+[\p{L}\p{N}]+)*/gu) ?? [];
  const parts = written.flatMap((word) => (word.includes('-') ? partsOf(word, lexicon) : oneSpelling(word)));
  const all = joinCompounds(parts, lexicon);
  return {
    plain: all.join(' '),
    letters: all.join(''),
    words: all.filter((word) => !JOINTS.has(word)).map(singular),
    joints: all.filter((word) => JOINTS.has(word)),
  };
}

function partsOf(word: string, { compounds, knows }: Lexicon): readonly string[] {
  const whole = word.replaceAll('-', '');
  const isOne = compounds.has(singular(whole)) || knows(singular(whole));
  return isOne ? [whole] : word.split(/-+/).flatMap(oneSpelling);
}

function oneSpelling(word: string): readonly string[] {
  return (SHORT_FORMS.get(word) ?? american(word)).split(' ');
}

function joinCompounds(words: readonly string[], { compounds, starts }: Lexicon): readonly string[] {
  if (!words.some((word) => starts.has(word))) return words;
  const joined: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const [word = '', next] = [words[index], words[index + 1]];
    const whole = next === undefined ? '' : (SHORT_FORMS.get(word + next) ?? word + next);
    const isOne = compounds.has(singular(whole));
    joined.push(isOne ? whole : word);
    if (isOne) index++;
  }
  return joined;
}

/** `organisation`, `labelling`: whatever else this changes it changes on both sides of a comparison. */
function american(word: string): string {
  if (word.length < 7) return word;
  return word.replace(/(?<!prem)is(e[sdr]?|ing|ation\w*)$/, 'iz$1').replace(/labell(ing|ed)$/, 'label$1');
}

export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(?:ss|sh|ch|x|zz)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
