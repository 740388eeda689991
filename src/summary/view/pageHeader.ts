import { element, setText } from './element';
import type { PageActions, Part } from './pageModel';
import { createKeep, patchChildren } from './patch';
import { createButton, createDropdown, type Input } from './toolkit';

/** Which assessment it is about, with a choice where there are several, and what is done with the whole of it. */
export function createPageHeader({ choose, run }: PageActions): Part {
  const keep = createKeep();
  const inputs = new WeakMap<Element, Input<string>>();
  const heading = element('h1', {});
  const name = element('div', { class: 'name' });
  const actions = element('div', { class: 'actions' });
  return {
    element: element('header', { class: 'title' }, name, actions),
    show({ summary: { title, labels, hasMatrix }, assessment, assessments }) {
      setText(heading, title);
      const options = assessments.map(({ id, name: label }) => ({ value: id, label }));
      const picker = keep('picker', [options, labels.assessment], () => {
        const input = createDropdown(labels.assessment, options, choose);
        inputs.set(input.element, input);
        return input.element;
      });
      inputs.get(picker)?.show(assessment);
      patchChildren(name, [heading, ...(assessments.length > 1 ? [picker] : [])]);
      patchChildren(actions, [
        ...(hasMatrix
          ? []
          : [
              keep('load', labels.loadMatrix, () =>
                createButton(labels.loadMatrix, 'primary', () => run('loadMatrix')),
              ),
            ]),
        keep('export', labels.export, () => createButton(labels.export, 'secondary', () => run('export'))),
        keep('bars', labels.exportBars, () => createButton(labels.exportBars, 'secondary', () => run('exportBars'))),
      ]);
    },
  };
}
