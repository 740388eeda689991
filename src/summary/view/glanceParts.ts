import { fill } from '../../core/fill';
import type { Axis } from '../../core/assessment/statusBars';
import { AXES, type Bar } from '../content';
import type { Labels } from '../labels';
import { type BarPicture, createBarPicture } from './barPicture';
import { element, plainButton, setAttribute, setText } from './element';
import type { PageActions, PageModel, Part } from './pageModel';
import { createKeep, patchChildren } from './patch';

const HEIGHT = 8;
/** Nothing is open on what has one of these. */
const NOTHING_OPEN: ReadonlySet<string> = new Set(['complete', 'inherited', 'not-applicable']);

/** The axis whose bars are shown: there are none of domains without a requirement list. */
export function shownAxis({ summary: { bars }, state }: Pick<PageModel, 'summary' | 'state'>): Axis {
  return bars[state.axis].length > 0 ? state.axis : 'category';
}

/** The same by category or domain: small bars that filter. Where there is no room beside the headline they are folded, so that the table is near. */
export function createGlanceParts(actions: PageActions): Part {
  const keep = createKeep();
  const pictures = new WeakMap<Element, BarPicture>();
  const choice = element('div', { class: 'switch', role: 'group' });
  const bars = element('div', { class: 'parts-bars', role: 'group' });
  const summary = element('summary', {});
  const caption = element('span', { class: 'caption', 'aria-hidden': 'true' });
  const head = element('div', { class: 'parts-head' }, choice, caption);
  const fold = element('details', { id: 'parts' }, summary);
  const place = element('div', { class: 'parts' });

  function barOf(axis: Axis, bar: Bar, labels: Labels): HTMLElement {
    const { value, label, segments } = bar;
    const button = keep(`${axis}-${value}`, [label, labels.isOpen], () => {
      const picture = createBarPicture(`${axis}-${value}`, HEIGHT, 2);
      const made = plainButton(
        'part',
        () => actions.toggleValue(axis, value),
        element('span', { class: 'name' }, label),
        ' ',
        element('span', { class: 'count' }),
        // Seen once above all of them.
        element('span', { class: 'heard' }, ` ${labels.isOpen}`),
        picture.element,
      );
      pictures.set(made, picture);
      return made;
    });
    const figure = button.querySelector('.count');
    if (figure) setText(figure, openWords(bar, labels));
    pictures.get(button)?.show(segments);
    return button;
  }

  function choiceOf(axis: Axis, label: string): HTMLElement {
    return keep(`axis-${axis}`, label, () => plainButton('choice', () => actions.setAxis(axis), label));
  }

  return {
    element: place,
    show(model) {
      const { labels, bars: all, counted } = model.summary;
      const axis = shownAxis(model);
      const isFolded = !model.isWide;
      const axes = AXES.filter((other) => all[other].length > 0);
      setAttribute(choice, 'aria-label', labels.parts);
      patchChildren(
        choice,
        axes.map((other) => {
          const button = choiceOf(other, labels[other]);
          setAttribute(button, 'aria-pressed', String(other === axis));
          return button;
        }),
      );
      setAttribute(bars, 'aria-label', labels[axis]);
      patchChildren(
        bars,
        all[axis].map((bar) => {
          const button = barOf(axis, bar, labels);
          setAttribute(button, 'aria-pressed', String(model.state.view.facets[axis].includes(bar.value)));
          return button;
        }),
      );
      setText(summary, axes.length > 1 ? labels.parts : labels[axis]);
      setText(caption, counted === 'requirements' ? labels.openOfAll : labels.openOfAllControls);
      fold.open = model.state.unfolded.includes(fold.id);
      place.hidden = all.category.length === 0;
      patchChildren(fold, [summary, ...(isFolded ? [head, bars] : [])]);
      patchChildren(place, isFolded ? [fold] : [head, bars]);
    },
  };
}

function openWords({ segments }: Bar, labels: Labels): string {
  const total = segments.reduce((sum, { count }) => sum + count, 0);
  const settled = segments.reduce((sum, { value, count }) => sum + (NOTHING_OPEN.has(value) ? count : 0), 0);
  return fill(labels.openOf, total - settled, total);
}
