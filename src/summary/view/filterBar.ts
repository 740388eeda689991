import type { Labels } from '../content';
import { type Filter, isFiltering } from '../pageState';
import { element } from './element';
import { fill } from '../../core/fill';

/** Where the text to filter by is typed, and where it is told how many controls the filter leaves. */
export interface FilterBar {
  readonly element: HTMLElement;
  readonly show: (labels: Labels, filter: Filter, shown: number, all: number) => void;
}

/** Made once and never replaced: a person may be typing in it, and what is told here is heard as it changes. */
export function createFilterBar(onText: (text: string) => void, onClear: () => void): FilterBar {
  const label = element('label', { for: 'filter' });
  const input = element('input', { id: 'filter', type: 'search', autocomplete: 'off', spellcheck: 'false' });
  const count = element('span', { class: 'shown', role: 'status' });
  const clear = element('button', { class: 'link', type: 'button', id: 'filter-clear' });
  input.addEventListener('input', () => onText(input.value));
  clear.addEventListener('click', () => {
    onClear();
    // The button is gone now.
    input.focus();
  });
  return {
    element: element('div', { class: 'filter', role: 'search' }, label, input, count, clear),
    show(labels, filter, shown, all) {
      label.textContent = labels.filter;
      input.placeholder = labels.filterText;
      if (input.value !== filter.text) input.value = filter.text;
      clear.textContent = labels.filterClear;
      clear.hidden = !isFiltering(filter);
      const text = isFiltering(filter) ? fill(labels.countOf, shown, all) : fill(labels.count, all);
      // Written only when it is another one: some screen readers tell of every write.
      if (count.textContent !== text) count.textContent = text;
    },
  };
}
