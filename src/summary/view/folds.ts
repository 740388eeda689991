import type { SummaryContent } from '../content';
import { element } from './element';
import { createGlanceTable } from './glanceTable';
import type { Part } from './pageModel';
import { createKeep, patchChildren } from './patch';

/** The figures behind the bars, what lies ahead and what all of it rests on: in one line, and unfolded when it is wanted. */
export function createFolds(): Part {
  const keep = createKeep();
  const figures = createGlanceTable();
  const folds = element('div', { class: 'folds' });
  return {
    element: folds,
    show(model) {
      const { summary, state } = model;
      const shown: readonly HTMLDetailsElement[] = [
        ...summary.ahead.map((ahead, index) =>
          keep(`ahead-${index}`, ahead, () => renderFold(`ahead-${index}`, ahead.title, renderAhead(ahead))),
        ),
        ...(summary.notes.length > 0
          ? [
              keep('notes', [summary.notes, summary.labels.notes], () =>
                renderFold('notes', summary.labels.notes, renderTexts(summary.notes)),
              ),
            ]
          : []),
      ];
      for (const fold of shown) fold.open = state.unfolded.includes(fold.id);
      figures.show(model);
      patchChildren(folds, [figures.element, ...shown]);
    },
  };
}

/** What keeps the summary from being whole, and what is open on the whole assessment: calm, and not to be missed. */
export function createBanners(): Part {
  const keep = createKeep();
  const banners = element('div', { class: 'banners' });
  return {
    element: banners,
    show({ summary: { problems, project }, state }) {
      const shown: readonly HTMLDetailsElement[] = [
        ...(problems.texts.length > 0
          ? [
              keep('problems', problems, () =>
                renderFold('problems', `${problems.title} (${problems.texts.length})`, renderTexts(problems.texts)),
              ),
            ]
          : []),
        ...(project.items.length > 0
          ? [
              keep('project', project, () =>
                renderFold('project', `${project.title} (${project.items.length})`, renderProject(project.items)),
              ),
            ]
          : []),
      ];
      for (const fold of shown) fold.open = state.unfolded.includes(fold.id);
      banners.hidden = shown.length === 0;
      patchChildren(banners, shown);
    },
  };
}

function renderFold(id: string, title: string, content: HTMLElement): HTMLDetailsElement {
  return element('details', { id, class: `fold fold-${id}` }, element('summary', {}, title), content);
}

function renderTexts(texts: readonly string[]): HTMLElement {
  return element('ul', { class: 'texts' }, ...texts.map((text) => element('li', {}, text)));
}

function renderProject(items: SummaryContent['project']['items']): HTMLElement {
  return element(
    'ul',
    { class: 'texts' },
    ...items.map(({ text, why }) => element('li', {}, text, element('p', { class: 'why' }, why))),
  );
}

function renderAhead({ rows }: SummaryContent['ahead'][number]): HTMLElement {
  return element(
    'dl',
    { class: 'ahead' },
    ...rows.map(({ name, text }) => element('div', {}, element('dt', {}, name), element('dd', {}, text))),
  );
}
