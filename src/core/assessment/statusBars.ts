import type { Catalog } from '../csf/catalog';
import { groupBy } from '../groupBy';
import { type Status, STATUSES } from './status';
import type { Summary } from './summary';

/** What the parts of everything in scope can be. */
export type Axis = 'category' | 'domain';

/** How a part of what is in scope is spread over the statuses. */
export interface StatusBar {
  /** Of the category or the domain: `11`; empty for everything, and for what is in no domain. */
  readonly id: string;
  readonly title: string;
  /** Of requirements where they are listed, else of controls. */
  readonly counts: Readonly<Record<Status, number>>;
}

export interface StatusBars {
  readonly all: StatusBar;
  readonly byCategory: readonly StatusBar[];
  /** Empty without a requirement list: only requirements are in a domain. */
  readonly byDomain: readonly StatusBar[];
}

/** How everything in scope is spread over the statuses, and each category and domain that has something in scope, by id. */
export function statusBarsOf(
  { basis, controls }: Pick<Summary, 'basis' | 'controls'>,
  { domains, categories }: Pick<Catalog, 'domains' | 'categories'>,
): StatusBars {
  const hasList = basis === 'requirements';
  const counted = controls.flatMap(({ category, status, units }): readonly Counted[] =>
    hasList
      ? units.map((unit) => ({ category, domain: unit.listed?.domain ?? '', status: unit.status }))
      : [{ category, domain: '', status }],
  );
  return {
    all: { id: '', title: '', counts: countsOf(counted) },
    byCategory: barsBy('category', counted, categories),
    byDomain: hasList ? barsBy('domain', counted, domains) : [],
  };
}

/** A bar's stretches in the order of statuses, without those that are empty. */
export function segmentsOf({ counts }: StatusBar): readonly { readonly value: Status; readonly count: number }[] {
  return STATUSES.filter((status) => counts[status] > 0).map((value) => ({ value, count: counts[value] }));
}

export function sumOf({ counts }: StatusBar): number {
  return STATUSES.reduce((sum, status) => sum + counts[status], 0);
}

type Counted = Readonly<Record<Axis, string>> & { readonly status: Status };

function barsBy(
  axis: Axis,
  counted: readonly Counted[],
  parts: ReadonlyMap<string, { readonly title: string }>,
): readonly StatusBar[] {
  return [...groupBy(counted, (item) => item[axis])]
    .map(([id, items]) => ({ id, title: parts.get(id)?.title ?? '', counts: countsOf(items) }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function countsOf(counted: readonly Counted[]): StatusBar['counts'] {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>;
  for (const { status } of counted) counts[status]++;
  return counts;
}
