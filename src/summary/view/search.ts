import { element } from './element';
import type { PageActions, Part } from './pageModel';
import { createKeep, patchChildren } from './patch';
import { createField, type Input } from './toolkit';

export interface Search extends Part {
  readonly focus: () => void;
}

/** The search field. Escape clears it, and from an empty one goes on to the table, as the arrow key down does. */
export function createSearch({ setView, focusTable }: PageActions): Search {
  const keep = createKeep();
  const place = element('div', { class: 'search' });
  let field: Input<string> | undefined;
  let setTo: (text: string) => void = () => {};
  let text = '';

  place.addEventListener('keydown', (event) => {
    // Whoever composes a character goes through what is offered with the same keys.
    if (event.isComposing) return;
    if (event.key === 'Escape' && text !== '') setTo('');
    else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') focusTable();
    else return;
    event.preventDefault();
  });

  return {
    element: place,
    show({ summary: { labels }, state: { view } }) {
      text = view.text;
      setTo = (next) => setView({ ...view, text: next });
      const shown = keep('field', labels.filterText, () => {
        field = createField(labels.filterText, (next) => setTo(next));
        return field.element;
      });
      field?.show(text);
      patchChildren(place, [shown]);
    },
    focus: () => field?.element.focus(),
  };
}

/** `/` leads to the search from everywhere but where it is written. */
export function focusSearchBySlash(search: Search, isThere: () => boolean): void {
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    // A field's own element is hidden behind the component that it is in.
    const [target] = event.composedPath();
    const isWriting = target instanceof HTMLInputElement && target.type !== 'checkbox';
    if (key !== '/' || ctrlKey || metaKey || altKey || isWriting || !isThere()) return;
    event.preventDefault();
    search.focus();
  });
}
