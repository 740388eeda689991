import type { Ahead, SummaryContent } from '../content';
import type { ToHost } from '../protocol';
import { element } from './element';
import { createButton } from './toolkit';

type Header = Pick<SummaryContent, 'title' | 'notes' | 'hasMatrix' | 'labels'>;

export function renderHeader(
  { title, notes, hasMatrix, labels }: Header,
  send: (message: ToHost) => void,
): HTMLElement {
  const actions = element(
    'div',
    { class: 'actions' },
    createButton(labels.export, 'primary', () => send({ type: 'export' })),
  );
  if (!hasMatrix) actions.prepend(createButton(labels.loadMatrix, 'primary', () => send({ type: 'loadMatrix' })));
  return element(
    'header',
    {},
    element('div', { class: 'title' }, element('h1', {}, title), actions),
    element('ul', { class: 'notes' }, ...notes.map((note) => element('li', {}, note))),
  );
}

export function renderProblems({ title, texts }: SummaryContent['problems']): HTMLElement {
  const items = texts.map((text) => element('li', {}, text));
  return element(
    'section',
    { class: 'problems', 'aria-labelledby': 'problems-heading' },
    element('h2', { id: 'problems-heading' }, title),
    element('ul', {}, ...items),
  );
}

export function renderProject({ title, items }: SummaryContent['project']): HTMLElement {
  return element(
    'section',
    { class: 'problems', 'aria-labelledby': 'project-heading' },
    element('h2', { id: 'project-heading' }, title),
    element('ul', {}, ...items.map(({ text, why }) => element('li', {}, text, element('p', {}, why)))),
  );
}

/** A table that is folded away until somebody wants it. */
export function renderAhead({ title, rows }: Ahead, id: string, isUnfolded: boolean): HTMLElement {
  const lines = rows.map(({ name, text }) =>
    element('tr', {}, element('th', { scope: 'row' }, name), element('td', {}, text)),
  );
  const fold = element(
    'details',
    { class: 'ahead', id },
    element('summary', { id: `${id}-title` }, title),
    element('table', { 'aria-labelledby': `${id}-title` }, element('tbody', {}, ...lines)),
  );
  fold.open = isUnfolded;
  return fold;
}
