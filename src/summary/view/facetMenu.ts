import { fill } from '../../core/fill';
import { AXES, type Facet, FACETS, type Valued } from '../content';
import { element } from './element';
import { createMenu } from './menu';
import type { PageActions, PageModel, Part } from './pageModel';
import { createKeep, patchChildren } from './patch';
import { createCheckbox, createField, type Input } from './toolkit';

/** More values than these are searched, and no more than these are shown. */
const SEARCHED_FROM = 12;
const MOST_SHOWN = 100;

/** A menu of check boxes for each facet that has something to choose between. */
export function createFacetMenus(actions: PageActions): Part {
  const menus = FACETS.map((facet) => ({ facet, menu: createFacetMenu(facet, actions) }));
  const place = element('div', { class: 'facets' });
  return {
    element: place,
    show(model) {
      for (const { menu } of menus) menu.show(model);
      const shown = menus.filter(({ facet }) => model.summary.values[facet].length > 0 && !hasBars(facet, model));
      patchChildren(
        place,
        shown.map(({ menu }) => menu.element),
      );
    },
  };
}

/** What can be filtered by with bars that are in view needs no menu. */
function hasBars(facet: Facet, { isWide, summary: { bars } }: PageModel): boolean {
  return isWide && AXES.some((axis) => axis === facet && bars[axis].length > 0);
}

function createFacetMenu(facet: Facet, { toggleValue }: PageActions): Part {
  const keep = createKeep();
  const boxes = new WeakMap<Element, Input<boolean>>();
  const list = element('div', { class: 'check-list' });
  const more = element('p', { class: 'more' });
  let model: PageModel | undefined;
  let wanted = '';
  const menu = createMenu(() => {
    wanted = '';
    drawPanel();
  });

  function boxOf({ value, label }: Valued): HTMLElement {
    const box = keep(value, label, () => {
      const input = createCheckbox(label, () => toggleValue(facet, value));
      boxes.set(input.element, input);
      return input.element;
    });
    boxes.get(box)?.show(model?.state.view.facets[facet].includes(value) ?? false);
    return box;
  }

  function drawPanel(): void {
    if (!model || !menu.isOpen()) return;
    const { labels, values } = model.summary;
    const all = values[facet];
    const words = wanted.trim().toLowerCase();
    const matching = all.filter(({ label }) => label.toLowerCase().includes(words));
    const left = matching.length - MOST_SHOWN;
    more.textContent = left > 0 ? fill(labels.moreValues, left) : '';
    more.hidden = left <= 0;
    const field = keep('search', labels.findValue, () => {
      return createField(labels.findValue, (text) => {
        wanted = text;
        drawPanel();
      }).element;
    });
    patchChildren(list, matching.slice(0, MOST_SHOWN).map(boxOf));
    patchChildren(menu.panel, [...(all.length > SEARCHED_FROM ? [field] : []), list, more]);
  }

  return {
    element: menu.element,
    show(next) {
      model = next;
      const { length } = next.state.view.facets[facet];
      const label = next.summary.labels[facet];
      menu.setLabel(length > 0 ? fill(next.summary.labels.chosen, label, length) : label);
      drawPanel();
    },
  };
}
