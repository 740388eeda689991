import { type Joined as JoinedStatements, joinStatements, type Pair as StatementPair } from '../csf/joinStatements';
import type { Unit } from './rollUp';

/** The same requirement, or the same control's row, in two matrices. */
export type Pair = StatementPair<Unit>;

/** The units of two matrices, joined. Every unit is in one of the lists, once. */
export type Joined = JoinedStatements<Unit>;

/** Joins the units of two matrices by their ids, and those that remain by their CVIDs. */
export function joinUnits(before: readonly Unit[], after: readonly Unit[]): Joined {
  const keysOf = (unit: Unit): { readonly id: string; readonly cvid: string | undefined } => ({
    id: unit.id,
    cvid: cvidOf(unit),
  });
  return joinStatements(before, after, keysOf, keysOf);
}

/** The CVID of a requirement; undefined where its rows have none or several, and for a row of a whole control. */
export function cvidOf({ id, verdict: { entries } }: Unit): string | undefined {
  const [first] = entries;
  if (first?.cvid === undefined || first.control === id) return undefined;
  return entries.every(({ cvid }) => cvid === first.cvid) ? first.cvid : undefined;
}
