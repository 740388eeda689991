import type { Summary } from '../core/assessment/summary';
import type { Catalog } from '../core/csf/catalog';
import { groupBy } from '../core/groupBy';
import type { ReportPart } from '../workspace/createReport';

/** A part of what is in scope: what one owner of the requirement list answers for, or a category. */
export interface PartChoice {
  readonly kind: 'owner' | 'category';
  readonly label: string;
  /** Ids of controls or requirements. */
  readonly rows: readonly string[];
}

/** The parts that can be chosen: owners first, each by its name. */
export function partChoices(
  { controls }: Pick<Summary, 'controls'>,
  catalog: Pick<Catalog, 'categories'>,
): readonly PartChoice[] {
  const owned = controls.flatMap(({ units }) =>
    units.flatMap(({ id, listed }) => (listed?.owner === undefined ? [] : [{ id, owner: listed.owner }])),
  );
  const owners = [...groupBy(owned, ({ owner }) => owner)].map(([label, units]) => ({
    kind: 'owner' as const,
    label,
    rows: units.map(({ id }) => id),
  }));
  const categories = [...groupBy(controls, ({ category }) => category)].map(([id, own]) => ({
    kind: 'category' as const,
    label: [id, catalog.categories.get(id)?.title ?? ''].join(' ').trimEnd(),
    rows: own.map(({ id }) => id),
  }));
  return [...owners.toSorted(byLabel), ...categories.toSorted(byLabel)];
}

/** Several parts as one, and its name in words. */
export function partOf(picked: readonly PartChoice[]): ReportPart {
  return {
    rows: [...new Set(picked.flatMap(({ rows }) => rows))],
    filter: picked.map(({ label }) => label).join(', '),
  };
}

function byLabel(one: PartChoice, other: PartChoice): number {
  return one.label < other.label ? -1 : 1;
}
