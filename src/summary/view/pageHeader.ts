import { element, setText } from './element';
import type { PageActions, Part } from './pageModel';
import { createKeep, patchChildren } from './patch';
import { createButton, createDropdown, type Input } from './toolkit';

export interface PageHeader extends Part {
  /** What makes files of the whole. Where there is no room beside the name, what matters more stands above it. */
  readonly exports: HTMLElement;
}

/** Which assessment it is about, with a choice where there are several, and what is done with the whole of it. */
export function createPageHeader({ choose, run }: PageActions): PageHeader {
  const keep = createKeep();
  const inputs = new WeakMap<Element, Input<string>>();
  const heading = element('h1', {});
  const name = element('div', { class: 'name' });
  const exports = element('div', { class: 'actions' });
  const header = element('header', { class: 'title' });
  return {
    element: header,
    exports,
    show({ summary: { title, labels, hasMatrix }, assessment, assessments, isWide }) {
      setText(heading, title);
      const options = assessments.map(({ id, name: label }) => ({ value: id, label }));
      const picker = keep('picker', [options, labels.assessment], () => {
        const input = createDropdown(labels.assessment, options, choose);
        inputs.set(input.element, input);
        return input.element;
      });
      inputs.get(picker)?.show(assessment);
      const load = keep('load', labels.loadMatrix, () =>
        createButton(labels.loadMatrix, 'primary', () => run('loadMatrix')),
      );
      patchChildren(name, [heading, ...(assessments.length > 1 ? [picker] : []), ...(hasMatrix ? [] : [load])]);
      patchChildren(exports, [
        keep('export', labels.export, () => createButton(labels.export, 'secondary', () => run('export'))),
        keep('share', labels.share, () => createButton(labels.share, 'secondary', () => run('share'))),
        keep('bars', labels.exportBars, () => createButton(labels.exportBars, 'secondary', () => run('exportBars'))),
      ]);
      patchChildren(header, isWide ? [name, exports] : [name]);
    },
  };
}
