import { catalog, type Control } from '../../../../src/core/csf/catalog';

/** A line of a document with an id and a title, and whether the title is the id's. */
export interface TitleLine {
  readonly text: string;
  /** In which way it is right or wrong. */
  readonly way: string;
  readonly isRight: boolean;
  readonly control: Control;
}

/** The same numbers for the same seed: between 0 and 1. */
type Random = () => number;

function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)]!;
}

const controls = [...catalog.controls.values()];
/** A title that the catalog is not sure of is never called wrong. */
const sourced = controls.filter(({ confidence }) => confidence === 'sourced');
const categoryOf = ({ id }: Control): string => id.slice(0, 2);

const STYLES: readonly ((id: string, title: string) => string)[] = [
  (id, title) => `- ${id} - ${title}`,
  (id, title) => `* ${id}: ${title}`,
  (id, title) => `1. ${id} — ${title}`,
  (id, title) => `### ${id} – ${title}`,
  (id, title) => `#### 3.2 ${id}: ${title}`,
  (id, title) => `**${id}** – ${title}`,
  (id, title) => `- **${id} - ${title}**`,
  (id, title) => `**${id}:** ${title}`,
  (id, title) => `${id} — ${title}`,
  (id, title) => `| ${id} | ${title} |`,
  (id, title) => `| ${id} | ${title} | Shared | IT Operations |`,
  (id, title) => `| ${id} - ${title} | done |`,
  (id, title) => `HITRUST ${id}: ${title}`,
  (id, title) => `- [ ] \`${id}\` - _${title}_`,
  (id, title) => `> ${id} - ${title}.`,
  (id, title) => `| Control | Title | Evidence |\n| --- | --- | --- |\n| ${id} | ${title} | Access Control Policy |`,
];

const LETTERS = 'a b c d e f g h i j k l m n o p q r s t u v w x y z'.split(' ');

/** A slip of the pen in a word: a letter left out, typed twice, taken for another, or swapped with its neighbour. */
function slip(random: Random, title: string): string {
  const places = [...title.matchAll(/\p{L}(?=\p{L})/gu)].map(({ index }) => index);
  const at = pick(random, places);
  const letter = title[at]!;
  const other = pick(
    random,
    LETTERS.filter((candidate) => candidate !== letter.toLowerCase()),
  );
  const made = pick(random, [
    title.slice(0, at) + title.slice(at + 1),
    title.slice(0, at) + letter + title.slice(at),
    title.slice(0, at) + other + title.slice(at + 1),
    title.slice(0, at) + other + title.slice(at),
    title.slice(0, at) + title[at + 1]! + letter + title.slice(at + 2),
  ]);
  return made === title ? slip(random, title) : made;
}

const WORDS = /[\w-]+/g;

function dropped(random: Random, title: string): string {
  const telling = title.match(WORDS)?.filter((word) => !/^(?:and|of|the|or|to|in|on|for|with)$/i.test(word)) ?? [];
  const word = pick(random, telling);
  return title
    .replace(new RegExp(`\\b${word}\\b,?\\s*`), '')
    .replace(/(?:,|\band|\bof|\bor)?\s*$/, '')
    .trim();
}

const unlike = (random: Random, control: Control): Control =>
  pick(
    random,
    controls.filter(({ id }) => id !== control.id),
  );

/** Wrong in twelve ways. Undefined where a control has nothing that is wrong in that way. */
const WRONG: Readonly<Record<string, (random: Random, control: Control) => string | undefined>> = {
  'another control’s title': (random, control) => unlike(random, control).title,
  'a title of the same category': (random, control) => {
    const others = controls.filter((other) => categoryOf(other) === categoryOf(control) && other.id !== control.id);
    return others.length > 0 ? pick(random, others).title : undefined;
  },
  'the title of its neighbour': (_, control) => controls[controls.indexOf(control) + 1]?.title,
  'one slip': (random, { title }) => slip(random, title),
  'two slips': (random, { title }) => slip(random, slip(random, title)),
  'a slip in another control’s title': (random, control) => slip(random, unlike(random, control).title),
  'another control’s title in small letters': (random, control) => unlike(random, control).title.toLowerCase(),
  'another control’s title in capitals': (random, control) => unlike(random, control).title.toUpperCase(),
  'another control’s title with & for and': (random, control) => {
    const others = controls.filter(({ id, title }) => id !== control.id && title.includes(' and '));
    return pick(random, others).title.replace(' and ', ' & ');
  },
  'the title of its category': (_, control) => catalog.categories.get(categoryOf(control))?.title,
  'the title of another category': (random, control) =>
    pick(
      random,
      [...catalog.categories.values()].filter(({ id }) => id !== categoryOf(control)),
    ).title,
  'the title of the domain with its category’s number': (_, control) => {
    const domain = catalog.domains.get(categoryOf(control));
    return domain?.confidence === 'sourced' ? domain.title : undefined;
  },
};

const RIGHT: Readonly<Record<string, (random: Random, title: string) => string>> = {
  'as it is': (_, title) => title,
  'small letters': (_, title) => title.toLowerCase(),
  capitals: (_, title) => title.toUpperCase(),
  '& for and': (_, title) => title.replaceAll(' and ', ' & '),
  'no commas': (_, title) => title.replaceAll(',', ''),
  'no hyphens': (random, title) => title.replaceAll('-', pick(random, [' ', '', '\u2011'])),
  'singular or plural': (_, title) =>
    /[^s]s\b/.test(title)
      ? title
          .replace(/ies\b/, 'y')
          .replace(/sses\b/, 'ss')
          .replace(/([^sy])s\b/, '$1')
      : title.replace(/[^sy]$/, '$&s').replace(/y$/, 'ies'),
  'words added': (random, title) =>
    pick(random, [
      `${title} Policy`,
      `${title} and Procedure`,
      `HITRUST ${title}`,
      `${title} Standard`,
      `${title} Controls`,
    ]),
  'a word dropped': (random, title) => (title.match(WORDS)!.length > 2 ? dropped(random, title) : title),
  'a note behind it': (random, title) =>
    `${title} ${pick(random, ['(HITRUST)', '(shared)', '— inherited', '[^1]', '- Level 2', '(see 09.ab)', ': shared'])}`,
  abbreviated: (_, title) =>
    title
      .replace('Management', 'Mgmt')
      .replace('Information', 'Info.')
      .replace('Security', 'Sec.')
      .replace('Password', 'Pwd'),
  'a sentence': (random) =>
    pick(random, [
      'we review privileges quarterly',
      'Privileges are managed by the access control policy.',
      'is covered in the Information Security Policy Document',
      'Reviewed quarterly by the security team',
      'see the access control policy',
      'This is answered by change management.',
      'Users must follow the password policy',
    ]),
  'a word of something else': (random) =>
    pick(random, ['Shared', 'Customer', 'Inherited from Azure', 'In Progress', 'N/A', 'Jane Doe', '2027-01-31', 'TBD']),
};

/** As many lines as asked for, every other one right. */
export function* titleLines(seed: number, count: number): Iterable<TitleLine> {
  const random = randomOf(seed);
  const [wrong, right] = [Object.keys(WRONG), Object.keys(RIGHT)];
  for (let made = 0; made < count;) {
    const control = pick(random, sourced);
    const isRight = made % 2 === 0;
    const way = isRight ? right[(made / 2) % right.length]! : wrong[((made - 1) / 2) % wrong.length]!;
    const title = isRight ? RIGHT[way]!(random, control.title) : WRONG[way]!(random, control);
    if (title === undefined || (title === control.title) !== (isRight && title === control.title)) continue;
    made++;
    yield { text: pick(random, STYLES)(control.id, title), way, isRight, control };
  }
}
