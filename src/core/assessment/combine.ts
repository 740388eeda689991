import { groupBy } from '../groupBy';
import { type Message, message, type Reasoned } from '../message';
import { MATURITY_LEVELS, type MaturityLevel } from './maturity';
import { type Evaluation, OPEN_ITEM_KINDS, type OpenItem, tell } from './openItems';

/**
 * The open items of a control: those of its requirements, told once each with how many requirements they stand on.
 */
export function combineOpenItems(units: readonly Evaluation[]): readonly OpenItem[] {
  const [only, ...others] = units;
  if (only && others.length === 0) return only.openItems;
  const items = units.flatMap((unit) => unit.openItems);
  const ordered = OPEN_ITEM_KINDS.flatMap((kind) =>
    items.filter((item) => item.kind === kind).toSorted((a, b) => placeOf(a.maturity) - placeOf(b.maturity)),
  );
  return group(ordered, sameness).map(([first, ...more]) => ({
    ...first,
    why: whyOf(first, more),
    ...(more.length + 1 < units.length && { of: { count: more.length + 1, total: units.length } }),
  }));
}

/** Levels in the order in which they are scored. */
function placeOf(level: MaturityLevel | undefined): number {
  return level === undefined ? -1 : MATURITY_LEVELS.indexOf(level);
}

/** What makes open items of several requirements the same one, told once for all of them. */
export function sameness({ kind, maturity, reason }: OpenItem): string {
  return JSON.stringify([kind, maturity, reason]);
}

/** The open items as a list is read: evidence that is missing at several levels for as many requirements is one line. */
export function openLines(openItems: readonly OpenItem[]): readonly Reasoned[] {
  return group(openItems, ({ kind, reason, of, why }) => JSON.stringify([kind, reason, of, why])).map((items) => {
    const levels = items.flatMap(({ maturity }) => maturity ?? []);
    return { message: tell(items[0], levels), why: items[0].why };
  });
}

function whyOf(first: OpenItem, others: readonly OpenItem[]): Message {
  return others.every(({ why }) => why.code === first.why.code) ? first.why : message('why-evidence-mixed');
}

function group(
  items: readonly OpenItem[],
  keyOf: (item: OpenItem) => string,
): readonly (readonly [OpenItem, ...OpenItem[]])[] {
  return [...groupBy(items, keyOf).values()];
}
