import type { ControlRow, SummaryPage, ToHost } from '../protocol';
import { element } from './element';
import { createButton } from './toolkit';

type Send = (message: ToHost) => void;

/** The page's content, made anew from what the host sent. */
export function renderSummary(summary: SummaryPage, send: Send): readonly Node[] {
  return [
    renderHeader(summary, send),
    renderTotals(summary),
    ...summary.sections.map((section) => renderSection(section, summary, send)),
  ];
}

function renderHeader({ title, notes, hasMatrix, labels }: SummaryPage, send: Send): Node {
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

function renderTotals({ totals }: SummaryPage): Node {
  return element(
    'div',
    { class: 'totals' },
    ...totals.map(({ label, figures }) =>
      element(
        'section',
        { 'aria-label': label },
        element('h2', {}, label),
        element(
          'dl',
          {},
          ...figures.map(({ label: name, count, tone }) =>
            element('div', { class: `figure tone-${tone}` }, element('dt', {}, name), element('dd', {}, String(count))),
          ),
        ),
      ),
    ),
  );
}

function renderSection({ title, rows }: SummaryPage['sections'][number], { labels }: SummaryPage, send: Send): Node {
  const heading = element('h2', {}, `${title} (${rows.length})`);
  if (rows.length === 0) return element('section', {}, heading, element('p', {}, labels.none));
  const columns = [labels.control, labels.responsibility, labels.open, labels.references];
  return element(
    'section',
    {},
    heading,
    element(
      'table',
      { 'aria-label': title },
      element('thead', {}, element('tr', {}, ...columns.map((column) => element('th', { scope: 'col' }, column)))),
      element('tbody', {}, ...rows.map((row) => renderRow(row, send))),
    ),
  );
}

function renderRow({ id, title, responsibility, tone, open, documents }: ControlRow, send: Send): Node {
  const openItems = open.map(({ text, why }) => element('li', { title: why }, text));
  const places = documents.map(({ name, lines }) =>
    element(
      'li',
      {},
      `${name} `,
      ...lines.map(({ line, reference }) =>
        renderLine(name, line, () => send({ type: 'openReference', control: id, reference })),
      ),
    ),
  );
  return element(
    'tr',
    { id: `control-${id}`, tabindex: '-1' },
    element('th', { scope: 'row' }, element('span', { class: 'id' }, id), ` ${title}`),
    element('td', {}, element('span', { class: `responsibility tone-${tone}` }, responsibility)),
    element('td', {}, element('ul', {}, ...openItems)),
    element('td', {}, element('ul', { class: 'places' }, ...places)),
  );
}

/** The number of a line, which opens it. */
function renderLine(name: string, line: number, onClick: () => void): Node {
  const link = element('button', { class: 'link', type: 'button', 'aria-label': `${name}:${line}` }, String(line));
  link.addEventListener('click', onClick);
  return link;
}
