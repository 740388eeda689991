import { drawSwatch } from '../../core/report/tonePattern';
import type { Segment } from '../content';
import { createBarPicture } from './barPicture';
import { element, plainButton, setAttribute, setText } from './element';
import type { PageActions, Part } from './pageModel';
import { createKeep, patchChildren } from './patch';
import { createSvg } from './svg';

const HEIGHT = 22;
const SWATCH = { width: 14, height: 14 };

/** Everything in scope by status: a bar, and a legend that filters. */
export function createGlanceBar({ toggleValue }: PageActions): Part {
  const keep = createKeep();
  const picture = createBarPicture('all', HEIGHT, 3);
  const legend = element('div', { class: 'legend', role: 'group' });

  function entryOf({ value, label, count }: Segment): HTMLElement {
    const entry = keep(value, label, () =>
      plainButton(
        'legend-entry',
        () => toggleValue('status', value),
        createSvg(drawSwatch(value, { ...SWATCH, idPrefix: 'legend' })),
        element('span', { class: 'name' }, label),
        // The space is heard, and not seen.
        ' ',
        element('span', { class: 'count' }),
      ),
    );
    const figure = entry.querySelector('.count');
    if (figure) setText(figure, String(count));
    return entry;
  }

  const whole = element('div', { class: 'whole' }, picture.element, legend);
  return {
    element: whole,
    show({ summary, state }) {
      const { segments } = summary.bars.all;
      whole.hidden = segments.length === 0;
      picture.show(segments);
      setAttribute(legend, 'aria-label', summary.labels.filterByStatus);
      const entries = segments.map((segment) => {
        const entry = entryOf(segment);
        setAttribute(entry, 'aria-pressed', String(state.view.facets.status.includes(segment.value)));
        return entry;
      });
      patchChildren(legend, entries);
    },
  };
}
