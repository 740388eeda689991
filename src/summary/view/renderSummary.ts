import type { ControlRow, SummaryContent, ToHost } from '../protocol';
import { element } from './element';
import { createButton } from './toolkit';

type Send = (message: ToHost) => void;
type Open = (control: string, reference: number) => void;

/** The page's content, made anew from what the host sent. */
export function renderSummary(summary: SummaryContent, revision: number, send: Send): readonly Node[] {
  const open: Open = (control, reference) => send({ type: 'openReference', control, reference, revision });
  return [
    renderHeader(summary, send),
    ...renderProblems(summary),
    renderTotals(summary),
    ...summary.sections.map((section) => renderSection(section, summary, open)),
  ];
}

function renderHeader({ title, notes, hasMatrix, labels }: SummaryContent, send: Send): Node {
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

function renderTotals({ totals }: SummaryContent): Node {
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

function renderSection(
  { title, rows }: SummaryContent['sections'][number],
  { labels }: SummaryContent,
  open: Open,
): Node {
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
      element('tbody', {}, ...rows.map((row) => renderRow(row, open))),
    ),
  );
}

function renderRow({ id, title, responsibility, tone, open: openItems, documents }: ControlRow, open: Open): Node {
  const items = openItems.map(({ text, why }) => element('li', { title: why }, text));
  const places = documents.map(({ name, lines }) =>
    element(
      'li',
      {},
      `${name} `,
      ...lines.map(({ line, reference }) => renderLine(id, name, line, () => open(id, reference))),
    ),
  );
  return element(
    'tr',
    { id: `control-${id}`, tabindex: '-1' },
    element('th', { scope: 'row' }, element('span', { class: 'id' }, id), ` ${title}`),
    element('td', {}, element('span', { class: `responsibility tone-${tone}` }, responsibility)),
    element('td', {}, element('ul', {}, ...items)),
    element('td', {}, element('ul', { class: 'places' }, ...places)),
  );
}

/** The number of a line, which opens it. */
function renderLine(control: string, name: string, line: number, onClick: () => void): Node {
  const link = element(
    'button',
    {
      class: 'link',
      type: 'button',
      // An id, so that the focus finds it again in the next summary.
      id: `reference-${control}-${name}-${line}`,
      'aria-label': `${name}:${line}`,
    },
    String(line),
  );
  link.addEventListener('click', onClick);
  return link;
}

function renderProblems({ problems }: SummaryContent): readonly Node[] {
  if (problems.texts.length === 0) return [];
  const items = problems.texts.map((text) => element('li', {}, text));
  return [
    element(
      'section',
      { class: 'problems', 'aria-label': problems.title },
      element('h2', {}, problems.title),
      element('ul', {}, ...items),
    ),
  ];
}
