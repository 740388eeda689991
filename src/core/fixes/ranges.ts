import { categoryOf, controlsBetween, parseControlId } from '../csf/controlId';
import type { Fixer } from './fix';
import { writeInstead, writtenAt } from './replace';

/** The two ends of a range as they are written, and what stands between them. */
const ENDS = /^(?<first>\d{1,2}[._][a-z]{1,2})(?<between>.*?)(?<last>(?:\d{1,2}[._])?[a-z]{1,2})$/is;

/** The same range with its ends swapped. */
export const fixReversedRange: Fixer = (problem, context) => {
  const found = writtenAt(problem, context);
  const { first, between = '', last } = endsOf(found?.text);
  if (!found || first === undefined || last === undefined) return [];
  const isShort = parseControlId(last) === undefined;
  const swapped = isShort
    ? `${first.slice(0, -lettersOf(first).length)}${last}${between}${lettersOf(first)}`
    : `${last}${between}${first}`;
  return [writeInstead(found, swapped)];
};

/**
 * What a range across categories can have meant: the two controls, which is how it is read, or the range within the first
 * one's category, if the controls of that exist.
 */
export const fixRangeAcrossCategories: Fixer = (problem, context) => {
  const found = writtenAt(problem, context);
  const { first, between = '', last } = endsOf(found?.text);
  const [from, to] = [parseControlId(first ?? ''), parseControlId(last ?? '')];
  if (!found || from === undefined || to === undefined) return [];
  const within = `${categoryOf(from)}.${lettersOf(to)}`;
  const meant = controlsBetween(from, within, context.catalog);
  const isRange = meant?.missing.length === 0 && meant.existing.length > 1;
  return [
    writeInstead(found, `${from}, ${to}`),
    ...(isRange ? [writeInstead(found, `${from}${between}${within}`)] : []),
  ];
};

function endsOf(text = ''): Readonly<Partial<Record<string, string>>> {
  return ENDS.exec(text)?.groups ?? {};
}

function lettersOf(control: string): string {
  return /[a-z]{1,2}$/i.exec(control)?.[0] ?? '';
}
