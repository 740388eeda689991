import { cvidNumber } from './cvid';

/** What a CVID leads to, and whether it stands there as it is written or only as the number that a spreadsheet left. */
export type CvidMatch<T> =
  | { readonly found: T; readonly by: 'text' | 'number' }
  /** It could be any of these: nothing is taken. */
  | { readonly several: readonly [T, T, ...T[]] };

/** Finds what has a CVID; undefined where nothing has. */
export type FindByCvid<T> = (cvid: string) => CvidMatch<T> | undefined;

/**
 * Makes it possible to find listed requirements, or without a list the units of a matrix, by their CVID: first by its
 * text, then by the number that it stands for.
 *
 * @param cvidOf undefined for what has none
 */
export function indexByCvid<T>(items: Iterable<T>, cvidOf: (item: T) => string | undefined): FindByCvid<T> {
  const byText = new Map<string, T[]>();
  const byNumber = new Map<string, T[]>();
  for (const item of items) {
    const cvid = cvidOf(item);
    if (cvid === undefined) continue;
    add(byText, cvid, item);
    add(byNumber, cvidNumber(cvid), item);
  }
  return (cvid) => {
    const text = cvid.trim();
    return matchOf(byText.get(text), 'text') ?? matchOf(byNumber.get(cvidNumber(text) ?? ''), 'number');
  };
}

function add<T>(map: Map<string, T[]>, key: string | undefined, item: T): void {
  if (key === undefined) return;
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}

function matchOf<T>(items: readonly T[] = [], by: 'text' | 'number'): CvidMatch<T> | undefined {
  const [first, second, ...others] = items;
  if (first === undefined) return undefined;
  return second === undefined ? { found: first, by } : { several: [first, second, ...others] };
}
