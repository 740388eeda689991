import { element } from '../../summary/view/element';
import { createKeep, patchChildren } from '../../summary/view/patch';
import { createButton, registerComponents } from '../../summary/view/toolkit';
import { type PageBlock, type PagePiece, parseToPage, type ToHost } from '../protocol';

declare function acquireVsCodeApi(): {
  postMessage(message: ToHost): void;
  getState(): unknown;
  setState(state: number): void;
};

start(document.getElementById('page') ?? document.body);

function start(root: HTMLElement): void {
  registerComponents();
  const host = acquireVsCodeApi();
  const keep = createKeep();
  let revision = 0;
  const go = (place: number): void => {
    host.postMessage({ type: 'open', place, revision });
  };
  let isFirst = true;
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = parseToPage(data);
    if (!message) return;
    revision = message.revision;
    const [first, ...others] = message.blocks.map((block, index) =>
      keep(`block-${index}`, block, () => render(block, go)),
    );
    const actions = keep('actions', [message.save, message.swap], () =>
      element(
        'div',
        { class: 'actions' },
        createButton(message.save, 'primary', () => host.postMessage({ type: 'save' })),
        createButton(message.swap, 'secondary', () => host.postMessage({ type: 'swap' })),
      ),
    );
    const title = keep('title', [message.blocks[0], message.save], () => {
      const header = element('header', { class: 'title' });
      header.append(...(first ? [first] : []), actions);
      return header;
    });
    patchChildren(root, [title, ...others]);
    if (isFirst) restorePlace(host.getState());
    isFirst = false;
  });
  // A hidden page is made anew when it is shown again, and comes back to its place.
  window.addEventListener('scrollend', () => host.setState(window.scrollY));
  host.postMessage({ type: 'ready' });
}

function restorePlace(top: unknown): void {
  if (typeof top === 'number') window.scrollTo(0, top);
}

function render(block: PageBlock, go: (place: number) => void): HTMLElement {
  switch (block.kind) {
    case 'heading':
      return element(block.level === 1 ? 'h1' : block.level === 2 ? 'h2' : 'h3', {}, block.text);
    case 'paragraph':
      return element('p', {}, block.text);
    case 'list':
      return element('ul', { class: 'notes' }, ...block.items.map((item) => element('li', {}, item)));
    case 'table':
      return element(
        'table',
        {},
        element(
          'thead',
          {},
          element('tr', {}, ...block.header.map((heading) => element('th', { scope: 'col' }, heading))),
        ),
        element('tbody', {}, ...block.rows.map((row) => renderRow(row, block.header, go))),
      );
  }
}

function renderRow(
  row: readonly (readonly (readonly PagePiece[])[])[],
  header: readonly string[],
  go: (place: number) => void,
): HTMLElement {
  return element(
    'tr',
    {},
    ...row.map((cell, index) => {
      const lines = cell.map((pieces) =>
        element('div', {}, ...pieces.flatMap((piece, at) => renderPiece(piece, at, pieces, go))),
      );
      if (index === 0) return element('th', { scope: 'row' }, ...lines);
      return element(
        'td',
        { 'data-label': header[index] ?? '', ...(lines.length === 0 && { class: 'empty' }) },
        ...lines,
      );
    }),
  );
}

function renderPiece(
  { text, mark, place }: PagePiece,
  index: number,
  all: readonly PagePiece[],
  go: (place: number) => void,
): readonly (Node | string)[] {
  const before = index === 0 ? [] : [place > 0 && (all[index - 1]?.place ?? 0) > 0 ? ', ' : ' '];
  if (place > 0) {
    // Not a button: that is a box, which does not break into lines with the words around it.
    const link = element('a', { class: 'link', href: '#' }, text);
    link.addEventListener('click', (event) => {
      // VS Code would take it for a way to the top of the page.
      event.preventDefault();
      event.stopPropagation();
      go(place);
    });
    return [...before, link];
  }
  if (mark === 'none') return [...before, text];
  return [...before, element(mark === 'old' ? 'del' : 'ins', {}, text)];
}
