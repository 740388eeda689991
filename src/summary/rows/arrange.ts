import type { SummaryContent } from '../content';
import type { View } from '../pageState';
import type { Arrangement } from './lines';

/**
 * What stands in the table by a view: filtered, searched, grouped, sorted.
 *
 * @param open the ids of the rows that are open
 * @param folded the keys of the groups that are folded
 */
export type Arrange = (view: View, open: ReadonlySet<string>, folded: ReadonlySet<string>) => Arrangement;

/** Prepares a summary's rows for being searched and sorted again and again. */
export function createArrange({ rows }: Pick<SummaryContent, 'rows' | 'values'>): Arrange {
  return (_view, open) => ({
    lines: rows
      .filter(({ control }) => control === '')
      .map((row) => ({ kind: 'row', key: row.id, row, level: 1, isOpen: open.has(row.id), found: {} })),
    ids: rows.map(({ id }) => id),
    total: rows.length,
  });
}
