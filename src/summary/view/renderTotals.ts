import type { Total } from '../content';
import type { Filter } from '../pageState';
import { element } from './element';

/** The figures of a facet, each a button that filters by what it counts. */
export function renderTotal(
  { facet, label, figures }: Total,
  filter: Filter,
  onToggle: (facet: Total['facet'], value: string) => void,
): HTMLElement {
  const heading = `${facet}-heading`;
  const isPressed = (value: string): boolean => filter[facet].includes(value);
  const buttons = figures
    // A status that no control has is no news; one that is filtered by has to be there to be let go.
    .filter(({ value, count }) => count > 0 || facet === 'responsibility' || isPressed(value))
    .map(({ value, label: name, count }) => {
      const button = element(
        'button',
        {
          class: `figure tone-${value}`,
          type: 'button',
          id: `${facet}-${value}`,
          'aria-pressed': String(isPressed(value)),
        },
        element('span', { class: 'name' }, name),
        ' ',
        element('span', { class: 'count' }, String(count)),
      );
      button.addEventListener('click', () => onToggle(facet, value));
      return button;
    });
  return element(
    'section',
    { 'aria-labelledby': heading },
    element('h2', { id: heading }, label),
    element('div', { class: 'figures' }, ...buttons),
  );
}
