import type { Line } from '../../rows/lines';
import type { GridEvents } from './grid';
import type { Table } from './table';

/** A click on a row opens it, one on its box selects it, and with Shift all from the last one to it. */
export function listenToPointer(table: Table, events: GridEvents): void {
  table.element.addEventListener('mousedown', (event) => {
    // Text is not to be marked by it.
    if (event.shiftKey && isBox(event.target)) event.preventDefault();
  });
  table.element.addEventListener('click', (event) => {
    const { target } = event;
    const line = target instanceof Element ? target.closest('.line') : null;
    const index = table.lineAt(line);
    const clicked = table.lines()[index];
    if (!clicked) return;
    if (clicked.kind === 'row' && isBox(target)) select(table, index, clicked.row.id, event.shiftKey);
    else if (getSelection()?.isCollapsed !== false) toggleLine(clicked, events);
  });
}

/** Opens what is folded, and the other way round. */
export function toggleLine(line: Line, events: GridEvents): void {
  if (line.kind === 'group') events.onFold(line.key, !line.isFolded);
  else events.onOpen(line.row.id, !line.isOpen);
}

function isBox(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.line > .select') !== null;
}

function select(table: Table, index: number, row: string, isRange: boolean): void {
  if (isRange) table.selectTo(table.current(), index);
  else table.selection.toggle(row);
  table.selected();
  table.goTo(index);
}
