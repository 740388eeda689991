import type { SummaryContent } from '../content';
import { element, setAttribute } from './element';
import { createGlanceBar } from './glanceBar';
import { createGlanceParts } from './glanceParts';
import type { PageActions, Part } from './pageModel';
import { createKeep, patchChildren } from './patch';

/** What matters most, said first: the headline, what is next, and how everything in scope is spread over the statuses. */
export function createGlance(actions: PageActions): Part {
  const keep = createKeep();
  const bar = createGlanceBar(actions);
  const parts = createGlanceParts(actions);
  const told = element('div', { class: 'told' });
  const section = element('section', { class: 'glance' }, told, parts.element);
  return {
    element: section,
    show(model) {
      const { headline, facts, labels } = model.summary;
      setAttribute(section, 'aria-label', labels.glance);
      patchChildren(told, [
        keep('headline', headline, () => renderHeadline(headline)),
        ...(facts.length > 0 ? [keep('facts', facts, () => renderFacts(facts))] : []),
        bar.element,
      ]);
      bar.show(model);
      parts.show(model);
    },
  };
}

function renderHeadline({ text, parts, note }: SummaryContent['headline']): HTMLElement {
  return element(
    'div',
    { class: 'headline' },
    element('h2', {}, text),
    ...(parts.length > 0 ? [element('p', { class: 'headline-parts' }, ...parts.flatMap(renderPart))] : []),
    ...(note === '' ? [] : [element('p', { class: 'headline-note' }, note)]),
  );
}

/** Each on one line, as long as it fits. */
function renderPart(part: string, index: number): readonly (Node | string)[] {
  return [...(index === 0 ? [] : [' · ']), element('span', {}, part)];
}

function renderFacts(facts: SummaryContent['facts']): HTMLElement {
  return element(
    'dl',
    { class: 'facts' },
    ...facts.map(({ label, text }) => element('div', {}, element('dt', {}, label), element('dd', {}, text))),
  );
}
