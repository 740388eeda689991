import type { Unit } from './rollUp';

/** How two units were found to be the same: by their id, or by the CVID as it is written, or by the number it stands for. */
export type JoinedBy = 'id' | 'cvid' | 'cvid-number';

/** The same requirement, or the same control's row, in two matrices. */
export interface Pair {
  readonly old: Unit;
  readonly now: Unit;
  readonly joinedBy: JoinedBy;
}

/** The units of two matrices, joined. Every unit is in one of the lists, once. */
export interface Joined {
  readonly pairs: readonly Pair[];
  /** Only in the older matrix. */
  readonly gone: readonly Unit[];
  /** Only in the newer one. */
  readonly come: readonly Unit[];
}

/**
 * Joins the units of two matrices by their ids, and those that remain by their CVID, where one unit on each side is left
 * that has it: the CVID names a requirement statement in every version, and is never compared with an id. A spreadsheet
 * makes `873` of `0873.0`, so CVIDs are compared as numbers too, unless a matrix writes the number in two ways. Nothing
 * is joined on less.
 */
export function joinUnits(before: readonly Unit[], after: readonly Unit[]): Joined {
  const byId = new Map(after.map((unit) => [unit.id, unit]));
  const pairs: Pair[] = [];
  const joined = new Set<Unit>();
  const join = (old: Unit, now: Unit | undefined, joinedBy: JoinedBy): void => {
    if (!now) return;
    pairs.push({ old, now, joinedBy });
    joined.add(old).add(now);
  };
  const rest = (units: readonly Unit[]): readonly Unit[] => units.filter((unit) => !joined.has(unit));

  for (const old of before) join(old, byId.get(old.id), 'id');
  const joinByKey = (joinedBy: JoinedBy, keyOf: (unit: Unit) => string | undefined): void => {
    const [olds, nows] = [onlyOnes(rest(before), keyOf), onlyOnes(rest(after), keyOf)];
    for (const [key, old] of olds) if (old) join(old, nows.get(key), joinedBy);
  };
  joinByKey('cvid', cvidOf);
  const unclear = new Set([...writtenInTwoWays(before), ...writtenInTwoWays(after)]);
  joinByKey('cvid-number', (unit) => {
    const number = cvidNumber(cvidOf(unit) ?? '');
    return number === undefined || unclear.has(number) ? undefined : number;
  });
  return { pairs, gone: rest(before), come: rest(after) };
}

/** The CVID of a requirement; undefined where its rows have none or several, and for a row of a whole control. */
export function cvidOf({ id, verdict: { entries } }: Unit): string | undefined {
  const [first] = entries;
  if (first?.cvid === undefined || first.control === id) return undefined;
  return entries.every(({ cvid }) => cvid === first.cvid) ? first.cvid : undefined;
}

/** What number a CVID stands for: `873` for `0873.0`. Undefined where it is none. */
export function cvidNumber(cvid: string): string | undefined {
  return /^\d{1,12}(?:\.\d{1,6})?$/.test(cvid) ? String(Number(cvid)) : undefined;
}

/** Units by a key that no other has; undefined under a key that several have. */
function onlyOnes(
  units: readonly Unit[],
  keyOf: (unit: Unit) => string | undefined,
): ReadonlyMap<string, Unit | undefined> {
  const found = new Map<string, Unit | undefined>();
  for (const unit of units) {
    const key = keyOf(unit);
    if (key !== undefined) found.set(key, found.has(key) ? undefined : unit);
  }
  return found;
}

/** Numbers that a matrix writes in more than one way, such as `12.1` and `12.10`: a spreadsheet would have made them one. */
function writtenInTwoWays(units: readonly Unit[]): readonly string[] {
  const texts = new Map<string, string>();
  return units.flatMap((unit) => {
    const cvid = cvidOf(unit);
    const number = cvidNumber(cvid ?? '');
    if (cvid === undefined || number === undefined) return [];
    const first = texts.get(number) ?? cvid;
    texts.set(number, first);
    return first === cvid ? [] : [number];
  });
}
