import type { GridEvents } from './grid';
import { keyAction, type KeyAction } from './keys';
import { toggleLine } from './listenToPointer';
import type { Table } from './table';

/** The whole table by keyboard: the Tab key stops at the header, at a row, and at what is in its details. */
export function listenToKeys(table: Table, events: GridEvents): void {
  table.element.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || !(event.target instanceof Element)) return;
    if (isHandled(event, event.target, table, events)) event.preventDefault();
  });
}

function isHandled(event: KeyboardEvent, target: Element, table: Table, events: GridEvents): boolean {
  if (event.key === 'Tab') return goAlongStops(event, target, table);
  if (target.closest('.details-row')) {
    if (event.key !== 'Escape') return false;
    table.goTo(table.current());
    return true;
  }
  if (target.closest('.header')) {
    if (event.key !== 'ArrowDown') return table.header.onKey(event.key);
    table.goTo(table.current());
    return true;
  }
  const action = keyAction(event);
  if (action) act(action, table, events);
  return action !== undefined;
}

function act(action: KeyAction, table: Table, events: GridEvents): void {
  const at = table.current();
  const line = table.lines()[at];
  if (!line) return;
  const isOpen = line.kind === 'group' ? !line.isFolded : line.isOpen;
  switch (action.kind) {
    case 'move': {
      const to = moved(at, action.to, table);
      if (action.extends) table.selectTo(at, to);
      table.goTo(to);
      if (action.extends) table.selected();
      break;
    }
    case 'in':
      if (!isOpen) toggleLine(line, events);
      else if (levelAt(at + 1, table) > levelAt(at, table)) table.goTo(at + 1);
      break;
    case 'out': {
      if (isOpen) {
        toggleLine(line, events);
        break;
      }
      let parent = at - 1;
      while (parent >= 0 && levelAt(parent, table) >= levelAt(at, table)) parent--;
      if (parent >= 0) table.goTo(parent);
      break;
    }
    case 'toggle':
      toggleLine(line, events);
      break;
    case 'select':
      if (line.kind === 'group') toggleLine(line, events);
      else {
        table.selection.toggle(line.row.id);
        table.selected();
      }
      break;
    case 'selectAll':
      table.selectAll();
      break;
  }
}

function moved(at: number, to: Extract<KeyAction, { kind: 'move' }>['to'], table: Table): number {
  const last = table.lines().length - 1;
  switch (to) {
    case 'up':
      return Math.max(0, at - 1);
    case 'down':
      return Math.min(last, at + 1);
    case 'pageUp':
      return table.pageFrom(at, -1);
    case 'pageDown':
      return table.pageFrom(at, 1);
    case 'first':
      return 0;
    case 'last':
      return last;
  }
}

/** 0 for groups, and for what is beyond the lines. */
function levelAt(index: number, table: Table): number {
  const line = table.lines()[index];
  return line?.kind === 'row' ? line.level : 0;
}

/** What the Tab key leads to may be out of view, and so not in the DOM. */
function goAlongStops(event: KeyboardEvent, target: Element, table: Table): boolean {
  const index = table.lineAt(target);
  const line = table.lines()[index];
  if (line?.kind !== 'row' || !line.isOpen || event.ctrlKey || event.altKey || event.metaKey) return false;
  const stops = table.stopsOf(line);
  // The row itself stands before them all.
  const at = stops.findIndex((stop) => stop === target);
  if (event.shiftKey && at < 0) return false;
  if (event.shiftKey && at === 0) {
    table.goTo(index);
    return true;
  }
  const next = stops[at + (event.shiftKey ? -1 : 1)];
  if (!next) return false;
  table.goToStop(index, next);
  return true;
}
