import type { SummaryContent } from '../content';
import type { Label, Labels } from '../labels';
import type { Grouping } from '../pageState';
import type { RowTree } from './rowTree';

export interface Group {
  readonly key: string;
  readonly label: string;
}

export interface Groups {
  /** In the order in which they stand. */
  readonly groups: readonly Group[];
  /** Which of them a row is in, by its index. */
  readonly of: (row: number) => readonly number[];
}

type Grouped = Exclude<Grouping, 'none'>;

/** What the group of the rows without any value is called. */
const WITHOUT: Readonly<Record<Grouped, Label>> = {
  category: 'none',
  status: 'none',
  domain: 'inNoDomain',
  document: 'inNoDocument',
  owner: 'noOwner',
};

/** Prepares the groups of rows. They are made when they are first asked for. */
export function createGrouping(
  tree: RowTree,
  { values, labels }: Pick<SummaryContent, 'values' | 'labels'>,
): (grouping: Grouped) => Groups {
  const made = new Map<Grouped, Groups>();
  return (grouping) => {
    const groups = made.get(grouping) ?? createGroups(tree, grouping, values, labels);
    made.set(grouping, groups);
    return groups;
  };
}

/** A value that has no words, which should not be, is shown as it is. */
function createGroups(tree: RowTree, grouping: Grouped, values: SummaryContent['values'], labels: Labels): Groups {
  const inRows = tree.rows.map((_, index) => [...new Set(tree.valuesOf(index, grouping))]);
  const words = new Map(values[grouping].map(({ value, label }) => [value, label]));
  for (const value of inRows.flat()) if (!words.has(value)) words.set(value, value);
  const places = new Map([...words.keys()].map((value, place) => [value, place]));
  const without = [words.size];
  const of = inRows.map((own) => (own.length === 0 ? without : own.flatMap((value) => places.get(value) ?? [])));
  return {
    groups: [
      ...[...words].map(([value, label]) => ({ key: keyOf(grouping, value), label })),
      { key: keyOf(grouping), label: labels[WITHOUT[grouping]] },
    ],
    of: (row) => of[row] ?? without,
  };
}

/** As JSON, in which no value can be taken for the break before a row's id. */
function keyOf(...parts: readonly [Grouped, string?]): string {
  return JSON.stringify(parts);
}

/** A group with the rows in it, by their index. */
export interface Members extends Group {
  readonly indexes: readonly number[];
}

/** The groups that have any of these rows, with them in their order. */
export function membersOf({ groups, of }: Groups, indexes: readonly number[]): readonly Members[] {
  const members = groups.map(({ key, label }) => ({ key, label, indexes: [] as number[] }));
  for (const index of indexes) for (const group of of(index)) members[group]?.indexes.push(index);
  return members.filter((group) => group.indexes.length > 0);
}
