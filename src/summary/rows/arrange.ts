import type { Grain, SummaryContent } from '../content';
import type { View } from '../pageState';
import { filterRows } from './filter';
import { createGrouping, membersOf } from './grouping';
import type { Arrangement } from './lines';
import { createRowTree, type RowTree } from './rowTree';
import { createSearch } from './search';
import { createSorting } from './sorting';
import { groupLines, rowLines, type Written } from './writeLines';

/**
 * What stands in the table by a view: filtered, searched, grouped, sorted.
 *
 * @param open the ids of the rows that are open
 * @param folded the keys of the groups that are folded
 */
export type Arrange = (view: View, open: ReadonlySet<string>, folded: ReadonlySet<string>) => Arrangement;

/** Prepares a summary's rows for being searched and sorted again and again. */
export function createArrange(content: Pick<SummaryContent, 'rows' | 'values' | 'labels'>): Arrange {
  const tree = createRowTree(content.rows);
  const search = createSearch(tree, content.values);
  const sorting = createSorting(tree, content.values);
  const grouping = createGrouping(tree, content);
  return ({ text, facets, grain, grouping: groupedBy, sort }, open, folded) => {
    const hits = search(text);
    const left = filterRows(tree, facets, hits.rows);
    const sorted = sorting(sort).filter((index) => left[index] === 1);
    const first = sorted.filter((index) => (tree.controlOf(index) === undefined) === (grain === 'controls'));
    const below = grain === 'controls' ? requirementsOfOpen(sorted, open, tree) : NOTHING_BELOW;
    const written: Written = { rows: tree.rows, below, open, marks: hits.marks };
    return {
      lines:
        groupedBy === 'none'
          ? rowLines(first, written)
          : groupLines(membersOf(grouping(groupedBy), first), folded, written),
      ids: idsOf(first, left, tree, grain),
      count: first.length,
      total: (grain === 'controls' ? tree.controls : tree.requirements).length,
    };
  };
}

const NOTHING_BELOW: Written['below'] = new Map();

/** Of the controls that are open those requirements that are left, in their order. */
function requirementsOfOpen(
  sorted: readonly number[],
  open: ReadonlySet<string>,
  { rows, controlOf }: RowTree,
): Written['below'] {
  const below = new Map<number, number[]>();
  if (open.size === 0) return below;
  for (const index of sorted) {
    const control = controlOf(index);
    if (control === undefined || !open.has(rows[control]?.id ?? '')) continue;
    const requirements = below.get(control);
    if (requirements) requirements.push(index);
    else below.set(control, [index]);
  }
  return below;
}

/** A control of whose requirements only some are left stands there by these. */
function idsOf(
  first: readonly number[],
  left: Uint8Array,
  { rows, requirementsOf }: RowTree,
  grain: Grain,
): readonly string[] {
  const ids: string[] = [];
  for (const index of first) {
    const requirements = grain === 'controls' ? requirementsOf(index) : [];
    const some = requirements.filter((requirement) => left[requirement] === 1);
    const meant = some.length < requirements.length ? some : [index];
    for (const one of meant) ids.push(rows[one]?.id ?? '');
  }
  return ids;
}
