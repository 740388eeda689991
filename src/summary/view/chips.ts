import { fill } from '../../core/fill';
import { element, plainButton, setAttribute } from './element';
import { type FilterPart, filterParts } from './filterWords';
import { focusablesIn } from './menu';
import type { PageActions, PageModel, Part } from './pageModel';
import { createKeep, patchChildren } from './patch';

/** What the table is filtered by: each can be taken away, or all at once. */
export function createChips({ setView, toggleValue, clearFilter, focusTable }: PageActions): Part {
  const keep = createKeep();
  const chips = element('div', { class: 'chips', role: 'group' });
  let model: PageModel | undefined;

  function remove({ facet, value }: FilterPart): void {
    if (facet) toggleValue(facet, value);
    else if (model) setView({ ...model.state.view, text: '' });
  }

  /** The focus goes on to what stands in the place of what had it. */
  function removing(run: () => void): () => void {
    return () => {
      const at = focusablesIn(chips).findIndex((chip) => chip === document.activeElement);
      run();
      const left = focusablesIn(chips);
      const next = left[Math.min(at, left.length - 1)];
      if (next) next.focus();
      else focusTable();
    };
  }

  return {
    element: chips,
    show(next) {
      model = next;
      const { labels } = next.summary;
      const parts = filterParts(next);
      chips.hidden = parts.length === 0;
      setAttribute(chips, 'aria-label', labels.filter);
      patchChildren(chips, [
        ...parts.map((part) =>
          keep(`${part.facet ?? ''} ${part.value}`, [part, labels.removeFilter], () => {
            const run = removing(() => remove(part));
            const chip = plainButton('filter-chip', run, element('span', { class: 'name' }, part.text));
            chip.setAttribute('aria-label', fill(labels.removeFilter, part.text));
            return chip;
          }),
        ),
        keep('clear', labels.filterClear, () => plainButton('link', removing(clearFilter), labels.filterClear)),
      ]);
    },
  };
}
