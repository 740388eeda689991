import type { SummaryContent } from '../content';
import type { View } from '../pageState';
import { filterRows } from './filter';
import { createGrouping, type Groups } from './grouping';
import type { Arrangement, Line, RowLine } from './lines';
import { createRowTree, type RowTree } from './rowTree';
import { createSearch } from './search';
import { createSorting } from './sorting';

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
  return (view, open, folded) => {
    const hits = search(view.text);
    const passing = filterRows(tree, view.facets, hits.rows);
    const isOfControls = view.grain === 'controls';
    const sorted = sorting(view.sort).filter((index) => passing[index] === 1);
    const first = sorted.filter((index) => isControl(tree, index) === isOfControls);
    const below = isOfControls ? requirementsOfOpen(sorted, open, tree) : new Map<string, readonly number[]>();

    const lineOf = (index: number, level: 1 | 2, group: string): readonly RowLine[] => {
      const row = tree.rows[index];
      if (!row) return [];
      const key = group === '' ? row.id : `${group}\n${row.id}`;
      return [{ kind: 'row', key, row, level, isOpen: open.has(row.id), found: hits.foundIn(row) }];
    };
    const linesOf = (indexes: readonly number[], group: string): readonly Line[] =>
      indexes.flatMap((index) => [
        ...lineOf(index, 1, group),
        ...(below.get(tree.rows[index]?.id ?? '') ?? []).flatMap((requirement) => lineOf(requirement, 2, group)),
      ]);

    return {
      lines:
        view.grouping === 'none'
          ? linesOf(first, '')
          : spread(first, grouping(view.grouping)).flatMap(({ key, label, rows }) => {
              const isFolded = folded.has(key);
              const heading: Line = { kind: 'group', key, label, count: rows.length, isFolded };
              return [heading, ...(isFolded ? [] : linesOf(rows, key))];
            }),
      ids: isOfControls ? first.flatMap((control) => idsOf(control, passing, tree)) : idsAt(first, tree),
      count: first.length,
      total: (isOfControls ? tree.controls : tree.requirements).length,
    };
  };
}

function isControl({ rows }: RowTree, index: number): boolean {
  return rows[index]?.control === '';
}

/** The requirements that the filter leaves of the controls that are open, by control, in their order. */
function requirementsOfOpen(
  sorted: readonly number[],
  open: ReadonlySet<string>,
  { rows }: RowTree,
): ReadonlyMap<string, readonly number[]> {
  const below = new Map<string, number[]>();
  for (const index of sorted) {
    const { control = '' } = rows[index] ?? {};
    if (control === '' || !open.has(control)) continue;
    const list = below.get(control);
    if (list) list.push(index);
    else below.set(control, [index]);
  }
  return below;
}

/** The groups that have any of these rows, with them. */
function spread(indexes: readonly number[], { groups, of }: Groups) {
  const members = groups.map((): number[] => []);
  for (const index of indexes) for (const group of of(index)) members[group]?.push(index);
  return groups.flatMap((group, place) => {
    const rows = members[place] ?? [];
    return rows.length > 0 ? [{ key: group.key, label: group.label, rows }] : [];
  });
}

/** The control's own, or those of its requirements where the filter leaves only some of them. */
function idsOf(control: number, passing: Uint8Array, tree: RowTree): readonly string[] {
  const requirements = tree.requirementsOf(control);
  const left = requirements.filter((index) => passing[index] === 1);
  return idsAt(left.length < requirements.length ? left : [control], tree);
}

function idsAt(indexes: readonly number[], { rows }: RowTree): readonly string[] {
  return indexes.flatMap((index) => rows[index]?.id ?? []);
}
