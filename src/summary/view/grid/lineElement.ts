import type { Column } from '../../pageState';
import type { GroupLine, Line, RowLine } from '../../rows/lines';
import { element } from '../element';
import { MAX_CHIPS } from './budget';
import type { Highlights } from './highlights';
import { shorten } from './shorten';
import type { Words } from './words';

/** More characters than a cell has room for, and few enough that a text of a megabyte holds nothing up. */
const CELL_TEXT = 300;

/** A line in the DOM. */
export interface LineElement {
  readonly element: HTMLElement;
  /** How many elements it is, itself included. */
  readonly size: number;
  /** Makes it that of another line. The element itself stays, and with it the focus. */
  readonly show: (line: Line, look: Look) => void;
  readonly remove: () => void;
}

/** What lines are drawn by besides what they say. */
export interface Look {
  readonly columns: readonly Column[];
  readonly words: Words;
  /** Whether rows stand below headings of groups. */
  readonly isGrouped: boolean;
}

export function createLine(highlights: Highlights): LineElement {
  const made = element('div', { role: 'row', tabindex: '-1' });
  let shown: { readonly of: string; readonly look: Look } | undefined;
  let unmark: readonly (() => void)[] = [];
  let size = 1;
  return {
    element: made,
    get size() {
      return size;
    },
    show(line, look) {
      const of = JSON.stringify(line);
      if (shown?.of === of && shown.look === look) return;
      shown = { of, look };
      for (const undo of unmark) undo();
      const { cells, marks } = line.kind === 'group' ? groupCells(line, look) : rowCells(line, look);
      made.className = classOf(line);
      made.setAttribute('aria-level', String(line.kind === 'group' ? 1 : line.level + (look.isGrouped ? 1 : 0)));
      made.setAttribute('aria-expanded', String(line.kind === 'group' ? !line.isFolded : line.isOpen));
      made.replaceChildren(...cells);
      unmark = marks.map(({ text, spans }) => highlights.mark(text, spans));
      size = 1 + made.getElementsByTagName('*').length;
    },
    remove() {
      for (const undo of unmark) undo();
      made.remove();
    },
  };
}

function classOf(line: Line): string {
  if (line.kind === 'group') return 'line group';
  return `line level-${line.level}${line.row.control === '' ? '' : ' requirement'}`;
}

interface Cells {
  readonly cells: readonly HTMLElement[];
  readonly marks: readonly { readonly text: Text; readonly spans: NonNullable<RowLine['found']['id']> }[];
}

function groupCells({ label, count }: GroupLine, { columns }: Look): Cells {
  const cell = createCell('rowheader', 'cell first', shorten(label, CELL_TEXT));
  cell.setAttribute('aria-colspan', String(columns.length + 1));
  cell.append(' ', element('span', { class: 'group-count' }, String(count)));
  return { cells: [cell], marks: [] };
}

function rowCells(line: RowLine, look: Look): Cells {
  const { row, level, found } = line;
  // Its title is its control's, which stands above: its id has the room.
  const reaches = level === 2 && look.columns[0] === 'id' && look.columns.includes('title');
  const columns = reaches ? look.columns.filter((column) => column !== 'title') : look.columns;
  const marks: Cells['marks'][number][] = [];
  const cells = columns.map((column, index) => {
    const cell = column === 'open' ? createChips(line, look) : createCell('gridcell', ...cellOf(column, line, look));
    if (index === 0) {
      cell.setAttribute('role', 'rowheader');
      cell.classList.add('first');
    }
    if (column === 'id' && reaches) cell.setAttribute('aria-colspan', '2');
    const spans = column === 'id' || column === 'title' ? found[column] : undefined;
    if (spans && cell.firstChild instanceof Text) marks.push({ text: cell.firstChild, spans });
    return cell;
  });
  const select = createCell('gridcell', 'cell select', '');
  select.setAttribute('aria-label', look.words.fill('selectRow', row.id));
  return { cells: [select, ...cells], marks };
}

/** The class and the text of a cell. */
function cellOf(column: Exclude<Column, 'open'>, { row }: RowLine, { words }: Look): readonly [string, string] {
  switch (column) {
    case 'id':
    case 'title':
    case 'due':
      return [`cell cell-${column}`, shorten(row[column], CELL_TEXT)];
    case 'responsibility':
    case 'status':
      return [`cell cell-${column} tone-${toneOf(row[column])}`, words.valueOf(column, row[column])];
    case 'evidence':
    case 'requests':
    case 'references':
      return [`cell cell-count${row[column] === 0 ? ' none' : ''}`, String(row[column])];
    case 'domain':
    case 'owner':
      return [
        `cell cell-${column}`,
        shorten(row[column].map((value) => words.valueOf(column, value)).join(', '), CELL_TEXT),
      ];
  }
}

/** A value as part of the name of a class. */
function toneOf(value: string): string {
  return value.replaceAll(/[^a-z-]/g, '');
}

function createChips({ row }: RowLine, { words }: Look): HTMLElement {
  const cell = createCell('gridcell', 'cell cell-open', '');
  for (const value of row.open.slice(0, MAX_CHIPS)) {
    // Between chips, for whoever copies or hears them.
    if (cell.firstChild) cell.append(' ');
    cell.append(element('span', { class: 'chip' }, shorten(words.valueOf('open', value), CELL_TEXT)));
  }
  const left = row.open.length - MAX_CHIPS;
  if (left > 0) cell.append(' ', element('span', { class: 'chip more' }, `+${left}`));
  return cell;
}

function createCell(role: 'gridcell' | 'rowheader', name: string, text: string): HTMLElement {
  const cell = document.createElement('div');
  cell.setAttribute('role', role);
  cell.className = name;
  if (text !== '') cell.append(text);
  return cell;
}

/** How many elements a row is at most. */
export function sizeOfRow(columns: readonly Column[]): number {
  return 2 + columns.length + (columns.includes('open') ? MAX_CHIPS + 1 : 0);
}
