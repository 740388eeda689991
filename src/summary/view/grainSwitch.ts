import { type Grain, GRAINS } from '../content';
import type { Label } from '../labels';
import { element, plainButton, setAttribute } from './element';
import type { PageActions, PageModel, Part } from './pageModel';
import { createKeep, patchChildren } from './patch';

const GRAIN_LABELS: Readonly<Record<Grain, Label>> = { controls: 'grainControls', requirements: 'grainRequirements' };

/** Controls that open to their requirements, or requirements by themselves. */
export function createGrainSwitch({ setView }: PageActions): Part {
  const keep = createKeep();
  const place = element('div', { class: 'switch', role: 'group' });
  let model: PageModel | undefined;
  const choose = (grain: Grain): void => {
    if (model) setView({ ...model.state.view, grain });
  };
  return {
    element: place,
    show(next) {
      model = next;
      const { labels } = next.summary;
      setAttribute(place, 'aria-label', labels.grain);
      patchChildren(
        place,
        GRAINS.map((grain) => {
          const label = labels[GRAIN_LABELS[grain]];
          const button = keep(grain, label, () => plainButton('choice', () => choose(grain), label));
          setAttribute(button, 'aria-pressed', String(next.state.view.grain === grain));
          return button;
        }),
      );
    },
  };
}
