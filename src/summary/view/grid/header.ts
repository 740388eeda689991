import type { Column } from '../../pageState';
import { element, setAttribute, setText } from '../element';
import { patchChildren } from '../patch';
import { labelOf } from './columns';
import type { GridContent } from './grid';
import type { Words } from './words';

/** The row of column headings, in which each is a button that sorts. The Tab key stops in it once; arrows go along. */
export interface Header {
  readonly element: HTMLElement;
  /** @param isSeen where it is not, the Tab key does not stop in it */
  readonly show: (columns: readonly Column[], view: GridContent['view'], words: Words, isSeen: boolean) => void;
  readonly showSelected: (selected: 'true' | 'false' | 'mixed') => void;
  /** Whether the key was one for going along. */
  readonly onKey: (key: string) => boolean;
}

/** How many elements it is. */
export function sizeOfHeader(columns: readonly Column[]): number {
  return 1 + 2 * (columns.length + 1);
}

export function createHeader(onSort: (column: Column) => void, onSelectAll: () => void): Header {
  const all = element('button', { type: 'button', class: 'select-all', role: 'checkbox', 'aria-checked': 'false' });
  all.addEventListener('click', onSelectAll);
  const first = element('div', { role: 'columnheader', class: 'cell select' }, all);
  const header = element('div', { role: 'row', class: 'header', 'aria-rowindex': '1' }, first);
  const headings = new Map<Column, { readonly cell: HTMLElement; readonly button: HTMLButtonElement }>();
  const buttons = (): HTMLButtonElement[] => [...header.querySelectorAll('button')];

  const headingOf = (column: Column): { readonly cell: HTMLElement; readonly button: HTMLButtonElement } => {
    const known = headings.get(column);
    if (known) return known;
    const button = element('button', { type: 'button', class: 'sort' });
    button.addEventListener('click', () => onSort(column));
    const made = { cell: element('div', { role: 'columnheader', class: `cell heading-${column}` }, button), button };
    headings.set(column, made);
    return made;
  };
  const stopAt = (stop: HTMLButtonElement | undefined): void => {
    for (const button of buttons()) button.tabIndex = button === stop ? 0 : -1;
  };
  header.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLButtonElement) stopAt(target);
  });

  return {
    element: header,
    show(columns, { sort, grain }, words, isSeen) {
      setAttribute(all, 'aria-label', words.labels.selectAll);
      const cells = columns.map((column) => {
        const { cell, button } = headingOf(column);
        setText(button, words.labels[labelOf(column, grain)]);
        const isSorted = column === sort.column;
        setAttribute(cell, 'aria-sort', isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none');
        return cell;
      });
      patchChildren(header, [first, ...cells]);
      const stop = buttons().find(({ tabIndex }, index) => index > 0 && tabIndex === 0);
      stopAt(isSeen ? (stop ?? headingOf(columns[0] ?? 'id').button) : undefined);
    },
    showSelected: (selected) => setAttribute(all, 'aria-checked', selected),
    onKey(key) {
      const among = buttons();
      const at = among.findIndex((button) => button === document.activeElement);
      const last = among.length - 1;
      const to = { ArrowLeft: Math.max(0, at - 1), ArrowRight: Math.min(last, at + 1), Home: 0, End: last }[key];
      if (to === undefined) return false;
      among[to]?.focus();
      return true;
    },
  };
}
