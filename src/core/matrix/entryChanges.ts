import { groupBy } from '../groupBy';
import type { MatrixEntry } from './matrix';

/** How two readings of a matrix differ, in rows. */
export interface EntryChanges {
  /** Rows for the same id, element and CSF version that say something else. */
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
}

/** Counts what differs between two readings of one matrix. Where a row stands makes no difference. */
export function countEntryChanges(before: readonly MatrixEntry[], after: readonly MatrixEntry[]): EntryChanges {
  const [old, now] = [groupBy(before, keyOf), groupBy(after, keyOf)];
  const counts = { changed: 0, added: 0, removed: 0 };
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const [gone, come] = unmatched(old.get(key) ?? [], now.get(key) ?? []);
    counts.changed += Math.min(gone, come);
    counts.added += Math.max(come - gone, 0);
    counts.removed += Math.max(gone - come, 0);
  }
  return counts;
}

function keyOf({ requirement, cvid = '', control, element, csfVersion }: MatrixEntry): string {
  // Cells have no line breaks here (`tidy`).
  return `${requirement ?? `${control} ${cvid}`}\n${element ?? ''}\n${csfVersion ?? ''}`;
}

/** How many rows of each list have no equal in the other: a disputed id has several. */
function unmatched(before: readonly MatrixEntry[], after: readonly MatrixEntry[]): readonly [number, number] {
  const left = [...before];
  let come = 0;
  for (const entry of after) {
    const index = left.findIndex((each) => saysTheSame(each, entry));
    if (index < 0) come++;
    else left.splice(index, 1);
  }
  return [left.length, come];
}

/** Where they stand: no part of what they say. */
const PLACE: ReadonlySet<string> = new Set<keyof MatrixEntry>(['file', 'line']);

function saysTheSame(one: MatrixEntry, other: MatrixEntry): boolean {
  const keys = Object.keys(one) as (keyof MatrixEntry)[];
  return keys.length === Object.keys(other).length && keys.every((key) => PLACE.has(key) || one[key] === other[key]);
}
