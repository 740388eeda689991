import type { Facet, Row, SummaryContent } from '../content';
import type { Column, View } from '../pageState';
import type { RowTree } from './rowTree';

/** The indexes of all rows in an order. */
export type Sorting = (sort: View['sort']) => readonly number[];

/** What a row is sorted by: smaller comes first; undefined comes last, whichever way. */
type Rank = number | undefined;

/** Prepares the orders of rows. Each is made when it is first asked for. Rows that are alike stay in the framework's order. */
export function createSorting(tree: RowTree, values: SummaryContent['values']): Sorting {
  const orders = new Map<string, readonly number[]>();
  return ({ column, descending }) => {
    const key = `${column} ${String(descending)}`;
    const order = orders.get(key) ?? createOrder(ranksBy(column, tree, values), descending);
    orders.set(key, order);
    return order;
  };
}

function createOrder(ranks: readonly Rank[], descending: boolean): readonly number[] {
  const direction = descending ? -1 : 1;
  return [...ranks.keys()].sort((a, b) => {
    const [first, second] = [ranks[a], ranks[b]];
    if (first === second) return a - b;
    if (first === undefined) return 1;
    return second === undefined ? -1 : (first - second) * direction;
  });
}

function ranksBy(column: Column, tree: RowTree, values: SummaryContent['values']): readonly Rank[] {
  const { rows } = tree;
  switch (column) {
    case 'id':
      return [...rows.keys()];
    case 'title':
    case 'due':
      return ranksOfTexts(rows, column);
    case 'evidence':
    case 'requests':
    case 'references':
      return rows.map((row) => row[column]);
    case 'responsibility':
    case 'status':
    case 'open':
    case 'domain':
    case 'owner':
      return ranksOfValues(column, tree, values);
  }
}

// The locale is fixed: the same rows give the same order on every machine.
const collator = new Intl.Collator('en', { numeric: true });

function ranksOfTexts(rows: readonly Row[], column: 'title' | 'due'): readonly Rank[] {
  const texts = [...new Set(rows.map((row) => row[column]))].filter((text) => text !== '');
  const ranks = new Map(texts.sort(collator.compare).map((text, rank) => [text, rank]));
  return rows.map((row) => ranks.get(row[column]));
}

/** By their first value, in the order in which values are shown, then by their second. */
function ranksOfValues(facet: Facet, { rows, valuesOf }: RowTree, values: SummaryContent['values']): readonly Rank[] {
  const order = new Map(values[facet].map(({ value }, index) => [value, index]));
  const keys = rows.map((_, index) =>
    valuesOf(index, facet)
      .map((value) => order.get(value) ?? order.size)
      .sort((a, b) => a - b),
  );
  const distinct = new Map(keys.filter((key) => key.length > 0).map((key) => [key.join(), key]));
  const sorted = [...distinct].sort(([, a], [, b]) => compareLists(a, b));
  const ranks = new Map(sorted.map(([key], rank) => [key, rank]));
  return keys.map((key) => ranks.get(key.join()));
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((value, index) => value !== b[index]);
  return differing < 0 ? a.length - b.length : (a[differing] ?? 0) - (b[differing] ?? -1);
}
