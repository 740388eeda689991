import { cvidNumber } from './cvid';

/** How two rows were found to be of the same statement: by its id, by the CVID as written, or by the number it stands for. */
export type JoinedBy = 'id' | 'cvid' | 'cvid-number';

/** The same statement in two lists. */
export interface Pair<Old, Now = Old> {
  readonly old: Old;
  readonly now: Now;
  readonly joinedBy: JoinedBy;
}

/** Two lists, joined. Everything is in one of these, once. */
export interface Joined<Old, Now = Old> {
  readonly pairs: readonly Pair<Old, Now>[];
  /** Only in the older one. */
  readonly gone: readonly Old[];
  /** Only in the newer one. */
  readonly come: readonly Now[];
}

/** What tells a statement from others: its id, which no other in its list has, and its CVID. */
export interface Keys {
  readonly id: string;
  readonly cvid?: string | undefined;
}

/**
 * Joins two lists of statements by their ids, and those that remain by their CVID, where one on each side is left that
 * has it: the CVID names a requirement statement in every version, and is never compared with an id. A spreadsheet makes
 * `873` of `0873.0`, so CVIDs are compared as numbers too, unless a list writes the number in two ways. Nothing is
 * joined on less.
 */
export function joinStatements<Old, Now>(
  before: readonly Old[],
  after: readonly Now[],
  keysOfOld: (item: Old) => Keys,
  keysOfNow: (item: Now) => Keys,
): Joined<Old, Now> {
  const [olds, nows] = [keyed(before, keysOfOld), keyed(after, keysOfNow)];
  const byId = new Map(nows.map((now) => [now.id, now]));
  const pairs: Pair<Old, Now>[] = [];
  const joined = new Set<Keyed<Old> | Keyed<Now>>();
  const join = (old: Keyed<Old>, now: Keyed<Now> | undefined, joinedBy: JoinedBy): void => {
    if (!now) return;
    pairs.push({ old: old.item, now: now.item, joinedBy });
    joined.add(old).add(now);
  };
  const restOf = <T extends Keyed<Old> | Keyed<Now>>(items: readonly T[]): readonly T[] =>
    items.filter((item) => !joined.has(item));

  for (const old of olds) join(old, byId.get(old.id), 'id');
  const joinByKey = (joinedBy: JoinedBy, keyOf: (cvid: string) => string | undefined): void => {
    const [left, right] = [onlyOnes(restOf(olds), keyOf), onlyOnes(restOf(nows), keyOf)];
    for (const [key, old] of left) if (old) join(old, right.get(key), joinedBy);
  };
  joinByKey('cvid', (cvid) => cvid);
  const unclear = new Set([...writtenInTwoWays(olds), ...writtenInTwoWays(nows)]);
  joinByKey('cvid-number', (cvid) => {
    const number = cvidNumber(cvid);
    return number === undefined || unclear.has(number) ? undefined : number;
  });
  return { pairs, gone: restOf(olds).map(({ item }) => item), come: restOf(nows).map(({ item }) => item) };
}

interface Keyed<T> extends Keys {
  readonly item: T;
}

function keyed<T>(items: readonly T[], keysOf: (item: T) => Keys): readonly Keyed<T>[] {
  return items.map((item) => {
    const { id, cvid } = keysOf(item);
    return { item, id, cvid };
  });
}

/** Items by a key that no other has; undefined under a key that several have. */
function onlyOnes<T extends Keys>(
  items: readonly T[],
  keyOf: (cvid: string) => string | undefined,
): ReadonlyMap<string, T | undefined> {
  const found = new Map<string, T | undefined>();
  for (const item of items) {
    const key = item.cvid === undefined ? undefined : keyOf(item.cvid);
    if (key !== undefined) found.set(key, found.has(key) ? undefined : item);
  }
  return found;
}

/** Numbers that a list writes in more than one way, such as `0873.0` and `873`: they may be meant to differ. */
function writtenInTwoWays(items: readonly Keys[]): readonly string[] {
  const texts = new Map<string, string>();
  return items.flatMap(({ cvid }) => {
    const number = cvid === undefined ? undefined : cvidNumber(cvid);
    if (cvid === undefined || number === undefined) return [];
    const first = texts.get(number) ?? cvid;
    texts.set(number, first);
    return first === cvid ? [] : [number];
  });
}
