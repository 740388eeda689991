import { createChips } from './chips';
import { element, setAttribute, setText } from './element';
import { createFacetMenus } from './facetMenu';
import type { PageActions, Part } from './pageModel';
import { patchChildren } from './patch';
import { createRowActions } from './rowActions';
import { createSavedFilters } from './savedFilters';
import { createSearch, type Search } from './search';
import { createViewControls } from './viewControls';

export interface Toolbar extends Part {
  readonly search: Search;
}

/**
 * What stands above the table: in the first row what it is filtered by, in the last what is left of it, what can be done with
 * that, and how it is shown. Where there is no room beside each other, all but the search is folded away.
 */
export function createToolbar(actions: PageActions): Toolbar {
  const search = createSearch(actions);
  const facets = createFacetMenus(actions);
  const saved = createSavedFilters(actions);
  const view = createViewControls(actions);
  const chips = createChips(actions);
  const rows = createRowActions(actions);
  const parts: readonly Part[] = [search, facets, saved, view, chips, rows];
  const summary = element('summary', {});
  const fold = element('details', { id: 'filterAndView', class: 'filter-and-view' }, summary);
  const filters = element('div', { class: 'filters' }, facets.element, saved.element);
  const filterRow = element('div', { class: 'toolbar-row' });
  const resultRow = element('div', { class: 'toolbar-row result-row' });
  const toolbar = element('div', { class: 'toolbar', role: 'search' }, filterRow, chips.element, resultRow);
  return {
    element: toolbar,
    search,
    show(model) {
      const { labels } = model.summary;
      const { isWide } = model;
      for (const part of parts) part.show(model);
      toolbar.hidden = model.summary.rows.length === 0;
      setAttribute(toolbar, 'aria-label', labels.filter);
      setText(summary, labels.filterAndView);
      fold.open = model.state.unfolded.includes(fold.id);
      patchChildren(fold, [summary, ...(isWide ? [] : [filters, view.element])]);
      patchChildren(filterRow, [search.element, isWide ? filters : fold]);
      patchChildren(resultRow, [rows.element, ...(isWide ? [view.element] : [])]);
    },
  };
}
