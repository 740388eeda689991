import type { SummaryContent } from '../content';
import { element } from './element';
import type { Grid } from './grid/grid';
import type { PageActions, Part } from './pageModel';
import { createKeep, patchChildren } from './patch';
import { createButton } from './toolkit';

/** The table, or what stands in its place where it has no rows. */
export function createTable(grid: Grid, { clearFilter, run, focusTable }: PageActions): Part {
  const keep = createKeep();
  const place = element('div', { class: 'table' });

  function renderNothing({ labels }: SummaryContent): HTMLElement {
    const clear = createButton(labels.filterClear, 'secondary', () => {
      clearFilter();
      // The button is gone.
      focusTable();
    });
    return element('div', { class: 'nothing' }, element('p', {}, labels.filterNothing), clear);
  }

  function renderEmpty({ labels, hasMatrix }: SummaryContent): HTMLElement {
    const load = createButton(labels.loadMatrix, 'primary', () => run('loadMatrix'));
    return element(
      'div',
      { class: 'nothing' },
      element('h3', {}, labels.emptyTitle),
      element('p', {}, labels.emptyText),
      ...(hasMatrix ? [] : [load]),
    );
  }

  return {
    element: place,
    show({ summary, arrangement: { count, total } }) {
      const { labels, hasMatrix } = summary;
      const shown =
        total === 0
          ? keep('empty', [labels, hasMatrix], () => renderEmpty(summary))
          : keep('nothing', labels, () => renderNothing(summary));
      patchChildren(place, count === 0 ? [shown] : [grid.element]);
    },
  };
}
