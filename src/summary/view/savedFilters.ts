import { fill } from '../../core/fill';
import type { SavedFilter } from '../pageState';
import { LONGEST_FILTER_NAME, MOST_FILTERS } from '../protocol';
import { element, plainButton } from './element';
import { createMenu, focusablesIn } from './menu';
import type { PageActions, PageModel, Part } from './pageModel';
import { createKeep, patchChildren } from './patch';
import { createButton, createField, type Input } from './toolkit';

/** Views that have a name: to come back to, to throw away, and to save the one that is shown. */
export function createSavedFilters(actions: PageActions): Part {
  const keep = createKeep();
  let model: PageModel | undefined;
  let isNaming = false;
  let name = '';
  let field: Input<string> | undefined;
  const menu = createMenu(() => {
    isNaming = false;
    draw();
  });

  function apply({ view }: SavedFilter): void {
    actions.setView(view);
    menu.close();
  }

  function startNaming(): void {
    isNaming = true;
    name = '';
    draw();
    field?.show('');
    field?.element.focus();
  }

  function save(): void {
    if (name.trim() === '') return;
    actions.saveFilter(name.trim());
    menu.close();
  }

  function renderSaved(saved: SavedFilter, { deleteFilter }: PageModel['summary']['labels']): HTMLElement {
    const remove = plainButton('remove', () => {
      actions.deleteFilter(saved.name);
      focusAfter(remove);
    });
    remove.setAttribute('aria-label', fill(deleteFilter, saved.name));
    remove.setAttribute('title', fill(deleteFilter, saved.name));
    return element(
      'div',
      { class: 'saved' },
      plainButton('menu-item', () => apply(saved), saved.name),
      remove,
    );
  }

  /** The focus goes on to the next one's, or to what stays below them: this one is gone with the next summary. */
  function focusAfter(remove: HTMLElement): void {
    const all = focusablesIn(menu.panel);
    // A saved filter has two of them.
    (all[all.indexOf(remove) + 2] ?? all.at(-1))?.focus();
  }

  function renderNaming({ filterName, save: saveLabel }: PageModel['summary']['labels']): HTMLElement {
    field = createField(filterName, (text) => (name = text));
    field.element.setAttribute('maxlength', String(LONGEST_FILTER_NAME));
    field.element.addEventListener('keydown', (event) => {
      // Whoever composes a character ends that with the same key.
      if (event.key !== 'Enter' || event.isComposing) return;
      // It would press the button that gets the focus.
      event.preventDefault();
      save();
    });
    return element('div', { class: 'naming' }, field.element, createButton(saveLabel, 'primary', save));
  }

  function draw(): void {
    if (!model || !menu.isOpen()) return;
    const { savedFilters } = model;
    const { labels } = model.summary;
    patchChildren(menu.panel, [
      ...savedFilters.map((saved) => keep(`saved-${saved.name}`, [saved, labels], () => renderSaved(saved, labels))),
      ...(savedFilters.length === 0 ? [keep('none', labels.noFilters, () => element('p', {}, labels.noFilters))] : []),
      ...(savedFilters.length >= MOST_FILTERS
        ? [keep('full', labels.filtersFull, () => element('p', {}, fill(labels.filtersFull, MOST_FILTERS)))]
        : [renderSaving(labels)]),
    ]);
  }

  function renderSaving(labels: PageModel['summary']['labels']): HTMLElement {
    return isNaming
      ? keep('naming', labels, () => renderNaming(labels))
      : keep('save', labels.saveFilter, () => plainButton('menu-item save', startNaming, labels.saveFilter));
  }

  return {
    element: menu.element,
    show(next) {
      model = next;
      menu.setLabel(next.summary.labels.savedFilters);
      draw();
    },
  };
}
