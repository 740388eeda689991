import { tidy } from '../csv';

/** What a name can stand with or without. `Azure` and `Microsoft` are two names, and a service can have either. */
const PREFIX = /^(?:microsoft azure|azure|microsoft) (?=\S)/;

/** Letters and figures; what stands between them is written in one way here and in another there. */
const WORDS = /[\p{L}\p{N}+#]+/gu;

/** A service's name as it is compared: without case, marks, doubled spaces, and an abbreviation of its own behind it. */
export function plainName(name: string): string {
  const text = tidy(name.normalize('NFKC').replace(/[®©*†‡]|TM\b|\(tm\)/g, ''));
  const [, full = '', short = ''] = /^(.+?) ?\(([A-Z]{2,8})\)$/.exec(text) ?? [];
  const words = (initialsOf(full).endsWith(short) ? full : '') || text;
  return (words.toLowerCase().match(WORDS) ?? []).join(' ');
}

function initialsOf(name: string): string {
  return (name.match(WORDS) ?? []).map((word) => word.charAt(0).toUpperCase()).join('');
}

/**
 * Whether two names are certain to mean one service: alike but for the prefix `Azure` or `Microsoft` that one of them
 * leaves out, and for a plural. `Azure SQL` is not `Azure SQL Managed Instance`; what Microsoft renamed is not known.
 */
export function isSameName(a: string, b: string): boolean {
  const [one, other] = [split(a), split(b)];
  const samePrefix = one.prefix === other.prefix || one.prefix === '' || other.prefix === '';
  return one.rest !== '' && samePrefix && singular(one.rest) === singular(other.rest);
}

function split(name: string): { readonly prefix: string; readonly rest: string } {
  const plain = plainName(name);
  const prefix = PREFIX.exec(plain)?.[0].trim() ?? '';
  const rest = prefix === '' ? plain : plain.slice(prefix.length + 1);
  return { prefix: prefix.replace('microsoft azure', 'azure'), rest };
}

/** Of the last word only: `Logic Apps` is `Logic App`. Short words and `…ss` are left alone: `DNS`, `Access`. */
function singular(name: string): string {
  return name.replace(/(?<=\p{L}{2}(?!s)\p{L})s$/u, '');
}

/**
 * Tells whether words name a service: as whole words, in any case, with or without `Azure` or `Microsoft` before it. A
 * name that is one ordinary word without its prefix (`Azure Monitor`, `Azure Policy`) has to stand with it: a customer
 * who "monitors" uses no service.
 *
 * @param others names of other services; a place that is part of such a longer name (`Azure SQL Managed Instance`) is
 * none of this one's (`Azure SQL`)
 */
export function serviceFinder(service: string, others: readonly string[] = []): (text: string) => boolean {
  const pattern = patternOf(service);
  if (!pattern) return () => false;
  const { rest } = split(service);
  const longer = others.filter((other) => split(other).rest !== rest && ` ${split(other).rest} `.includes(` ${rest} `));
  const longerPatterns = longer.flatMap((other) => patternOf(other) ?? []);
  return (text) => {
    const places = [...text.matchAll(pattern)];
    if (places.length === 0 || longerPatterns.length === 0) return places.length > 0;
    const taken = longerPatterns.flatMap((other) => [...text.matchAll(other)].map(spanOf));
    return places.map(spanOf).some(({ start, end }) => !taken.some((span) => span.start <= start && end <= span.end));
  };
}

function spanOf({ 0: text, index }: RegExpExecArray): { readonly start: number; readonly end: number } {
  return { start: index, end: index + text.length };
}

/** What stands between two words of a name; a full stop would begin another sentence. */
const GAP = String.raw`[\s\-\u2010-\u2013/&]{1,4}`;
const PREFIXES: Readonly<Record<string, string>> = {
  azure: `(?:microsoft${GAP})?azure`,
  microsoft: 'microsoft',
  '': `(?:(?:microsoft${GAP})?azure|microsoft)`,
};

function patternOf(service: string): RegExp | undefined {
  const { prefix, rest } = split(service);
  const words = singular(rest).split(' ');
  if (rest === '' || (prefix === '' && /^(?:microsoft )?azure$|^microsoft$/.test(rest))) return undefined;
  const name = words.map((word) => word.replaceAll('+', String.raw`\+`)).join(GAP);
  const isTelling = words.length > 1 || isCoined(service);
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}_])(?:${PREFIXES[prefix] ?? ''}${GAP})${isTelling ? '?' : ''}${name}(?:s|es)?(?![\p{L}\p{N}_])`,
    'giu',
  );
}

/** Whether the last word of a name was made for it, such as ExpressRoute and HDInsight. SQL and DNS are anybody's. */
function isCoined(service: string): boolean {
  return /\p{Ll}\p{Lu}\p{L}*\W*$|\p{Lu}{2}\p{L}*\p{Ll}{3}\W*$/u.test(service);
}
