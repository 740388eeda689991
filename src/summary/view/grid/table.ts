import type { Line, RowLine } from '../../rows/lines';
import { element } from '../element';
import { columnsOf } from './columns';
import { createDetailsRows } from './detailsRows';
import type { Grid, GridContent, GridEvents } from './grid';
import { createHeader, type Header } from './header';
import { type Layout, layOut } from './layout';
import type { Look } from './lineElement';
import { nearestLine } from './nearestLine';
import { createOffsets, type Offsets } from './offsets';
import { createRowWindow } from './rowWindow';
import { createSelection, type Selection } from './selection';
import { createWords } from './words';

/** What keys and the pointer work on: the table, and where one is in it. Lines are told by their index. */
export interface Table extends Grid {
  readonly lines: () => readonly Line[];
  /** The line that has the focus, or gets it with the table; -1 where there are none. */
  readonly current: () => number;
  /** The line to which an element belongs, be it in its details; -1 for any other. */
  readonly lineAt: (target: EventTarget | null) => number;
  /** Brings a line into view and gives it the focus. */
  readonly goTo: (index: number) => void;
  /** The line that is a page further down, or up. */
  readonly pageFrom: (index: number, direction: 1 | -1) => number;
  readonly header: Header;
  readonly selection: Selection;
  /** Selects what lies between two lines, in place of what the last such range has taken in. */
  readonly selectTo: (from: number, to: number) => void;
  /** Tells of the selection, once it is another one. */
  readonly selected: () => void;
  readonly selectAll: () => void;
  /** What can have the focus in the details of a line, in the DOM or not. */
  readonly stopsOf: (line: RowLine) => readonly HTMLElement[];
  readonly goToStop: (index: number, stop: HTMLElement) => void;
}

/** Scrolling tells of every frame; the place is told of when it stands still. */
const STILL_MS = 100;

interface Shown extends Layout {
  readonly content: GridContent;
  readonly look: Look;
  readonly indexes: ReadonlyMap<string, number>;
  readonly offsets: Offsets;
}

export function createTable(events: GridEvents): Table {
  const body = element('div', { role: 'rowgroup', class: 'grid-body' });
  const narrow = matchMedia('(max-width: 52rem)');
  const slim = matchMedia('(max-width: 29rem)');
  const selection = createSelection();
  const header = createHeader(events.onSort, () => selectAll());
  const grid = element(
    'div',
    { role: 'treegrid', class: 'grid', 'aria-multiselectable': 'true' },
    header.element,
    body,
  );
  const rows = createRowWindow(body);
  const details = createDetailsRows(
    (line) => contentOf(line),
    () => arrange(),
  );
  /** What stands there until there are details. */
  const loading = new Map<string, HTMLElement>();
  let shown: Shown | undefined;
  /** Kept here too, so that no layout is needed to know it. */
  let top = 0;
  let height: number | undefined;
  let current = -1;

  const lines = (): readonly Line[] => shown?.content.lines ?? [];
  const rowAt = (index: number): string | undefined => {
    const line = lines()[index];
    return line?.kind === 'row' ? line.row.id : undefined;
  };
  const rowsBetween = (one: string, other: string): readonly string[] => {
    const rowIds = rowsOf(lines());
    const [from, to] = [rowIds.indexOf(one), rowIds.indexOf(other)].sort((a, b) => a - b);
    return rowIds.slice(from, (to ?? 0) + 1);
  };
  const viewHeight = (): number =>
    shown ? Math.min(shown.most, (height ?? window.innerHeight) - shown.headerHeight) : 0;

  function contentOf(line: RowLine): HTMLElement {
    const given = events.detailsOf(line.row.id, line.key);
    if (given) loading.delete(line.key);
    const content =
      given ??
      loading.get(line.key) ??
      element('div', {}, element('p', { class: 'block' }, shown?.look.words.labels.detailsLoading ?? ''));
    if (!given) loading.set(line.key, content);
    content.classList.add('details');
    content.setAttribute('role', 'gridcell');
    content.setAttribute('aria-colspan', String((shown?.look.columns.length ?? 0) + 1));
    return content;
  }

  function offsetsOf({ lines: all }: GridContent, lineHeight: number): Offsets {
    const extras = all.flatMap((line, index) =>
      line.kind === 'row' && line.isOpen ? [{ index, height: details.heightOf(line.key) }] : [],
    );
    return createOffsets(all.length, lineHeight, extras);
  }

  /**
   * Has those lines in the DOM that are in view. What is seen for the first time is measured, and moves what is below.
   *
   * @param isUp whether one scrolls up: then what is seen already stays where it is
   */
  function arrange(isUp = false): void {
    if (!shown) return;
    const hadFocus = grid.contains(document.activeElement);
    const MOST_ROUNDS = 4;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      rows.show({ ...shown, top, height: viewHeight(), current, selection, details });
      if (!details.measure()) break;
      const { offsets } = shown;
      shown = { ...shown, offsets: offsetsOf(shown.content, shown.lineHeight) };
      setTotal(shown);
      const seen = offsets.indexAt(top) + 1;
      if (isUp && offsets.topOf(seen) < top + viewHeight()) {
        top += shown.offsets.topOf(seen) - offsets.topOf(seen);
        grid.scrollTop = top;
      }
    }
    // What had it may be out of view, or another one.
    if (hadFocus && !grid.contains(document.activeElement)) rows.elementOf(current)?.focus({ preventScroll: true });
  }

  function setTotal({ offsets }: Shown): void {
    body.style.height = `${offsets.total}px`;
    const { length } = lines();
    grid.setAttribute('aria-rowcount', String(1 + length + offsets.openBefore(length)));
  }

  function scrollTo(to: number): void {
    if (!shown) return;
    top = Math.max(0, Math.min(to, shown.offsets.total - viewHeight()));
    grid.scrollTop = top;
    arrange();
  }

  function bringIntoView(from: number, until: number): void {
    if (from < top) scrollTo(from);
    else if (until > top + viewHeight()) scrollTo(Math.min(from, until - viewHeight()));
    else arrange();
  }

  function goTo(index: number): void {
    if (!shown || !lines()[index]) return;
    current = index;
    // Details above it that were never seen may move it.
    for (let round = 0; round < 3; round++) {
      const from = shown.offsets.topOf(index);
      bringIntoView(from, from + shown.lineHeight);
      if (shown.offsets.topOf(index) === from) break;
    }
    rows.elementOf(index)?.focus();
  }

  function selectAll(): void {
    const all = rowsOf(lines());
    selection.replace(all.every((row) => selection.has(row)) ? [] : all);
    selected();
  }

  function showSelected(): void {
    const all = rowsOf(lines());
    const isAll = all.length > 0 && all.every((row) => selection.has(row));
    header.showSelected(isAll ? 'true' : selection.all().size > 0 ? 'mixed' : 'false');
  }

  function selected(): void {
    showSelected();
    arrange();
    // As they stand, then those in folded groups.
    events.onSelect([...new Set([...rowsOf(lines()), ...selection.all()])].filter((row) => selection.has(row)));
  }

  function show(content: GridContent): void {
    const before = shown;
    const focused = rows.focused();
    const anchor =
      top === 0 || !before || isSortedOtherwise(before.content, content) ? undefined : rows.anchor(top, before);
    const indexes = new Map(content.lines.map(({ key }, index) => [key, index]));
    const look = lookOf(content, before);
    if (before) current = nearestLine(before.content.lines, current, content.lines, indexes);
    else current = content.lines.length > 0 ? 0 : -1;
    details.keepOnly((key) => {
      const line = content.lines[indexes.get(key) ?? -1];
      return line?.kind === 'row' && line.isOpen;
    });
    const layout = layOut(grid, content, look, slim.matches ? 'slim' : narrow.matches ? 'narrow' : 'wide');
    shown = { ...layout, content, look, indexes, offsets: offsetsOf(content, layout.lineHeight) };
    grid.setAttribute('aria-label', look.words.labels.table);
    grid.setAttribute('aria-colcount', String(look.columns.length + 1));
    header.show(look.columns, content.view, look.words, !narrow.matches);
    const rowsLeft = new Set([...rowsOf(content.lines), ...(content.ids ?? [])]);
    const isLess = selection.keepOnly((row) => rowsLeft.has(row));
    setTotal(shown);
    const index = anchor && indexes.get(anchor.key);
    const to = anchor && index !== undefined ? shown.offsets.topOf(index) + anchor.below : top;
    if (to !== top) scrollTo(to);
    else arrange();
    rows.refocus(focused, current);
    if (isLess) selected();
    else showSelected();
  }

  /** Words are put in again only where they are others. */
  function lookOf(content: GridContent, before: Shown | undefined): Look {
    const columns = columnsOf(content, narrow.matches);
    const isGrouped = content.lines.some(({ kind }) => kind === 'group');
    const isSame =
      before?.content.labels === content.labels &&
      before.content.values === content.values &&
      before.look.isGrouped === isGrouped &&
      before.look.columns.join() === columns.join();
    return isSame ? before.look : { columns, isGrouped, words: createWords(content.labels, content.values) };
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  const onScroll = (): void => {
    // Out of the page it is not scrolled by anybody.
    if (height === 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => events.onScroll(Math.max(0, Math.round(top))), STILL_MS);
    const before = top;
    top = grid.scrollTop;
    if (top !== before) arrange(top < before);
  };
  grid.addEventListener('scroll', onScroll, { passive: true });
  grid.addEventListener('details-changed', () => arrange());
  grid.addEventListener('focusin', ({ target }) => {
    const index = lineAt(target);
    if (index < 0 || index === current) return;
    current = index;
    arrange();
  });
  let width = 0;
  new ResizeObserver(() => {
    const isOther = width !== grid.clientWidth;
    if (!isOther && height === grid.clientHeight) return;
    [width, height] = [grid.clientWidth, grid.clientHeight];
    if (isOther) details.forget();
    if (isOther && shown) show(shown.content);
    else arrange();
    // Taken out of the page and put back it begins anew.
    if (grid.scrollTop !== top) grid.scrollTop = top;
  }).observe(grid);

  function lineAt(target: EventTarget | null): number {
    const key = target instanceof Element ? rows.keyOf(target) : undefined;
    return key === undefined ? -1 : (shown?.indexes.get(key) ?? -1);
  }

  return {
    element: grid,
    show,
    scrollTo,
    reveal(row) {
      const index = lines().findIndex((line) => line.kind === 'row' && line.row.id === row);
      if (index < 0 || !shown) return false;
      current = index;
      scrollTo(shown.offsets.topOf(index) - viewHeight() / 3);
      goTo(index);
      return true;
    },
    focus: () => goTo(current),
    lines,
    current: () => current,
    lineAt,
    goTo,
    pageFrom(index, direction) {
      if (!shown) return index;
      // Whole lines, and one that was seen before: as many down as up.
      const page = (Math.floor(viewHeight() / shown.lineHeight) - 1) * shown.lineHeight;
      const there = shown.offsets.indexAt(shown.offsets.topOf(index) + direction * page);
      return direction > 0
        ? Math.max(there, Math.min(index + 1, lines().length - 1))
        : Math.min(there, Math.max(index - 1, 0));
    },
    header,
    selection,
    selectTo(from, to) {
      const [first, last] = [rowAt(from), rowAt(to)];
      if (last !== undefined) selection.extend(first ?? last, last, rowsBetween);
    },
    selected,
    selectAll,
    stopsOf: (line) => details.stopsOf(line),
    goToStop(index, stop) {
      const line = lines()[index];
      if (line?.kind !== 'row' || !shown) return;
      const from = shown.offsets.topOf(index) + shown.lineHeight + details.topIn(line, stop);
      const ROOM = 60;
      bringIntoView(from, from + ROOM);
      stop.focus();
    },
  };
}

/** The ids of the rows, as often as they stand there. */
function rowsOf(lines: readonly Line[]): readonly string[] {
  return lines.flatMap((line) => (line.kind === 'row' ? [line.row.id] : []));
}

/** Whoever sorts or chooses columns wants to see another order, not to follow a row. */
function isSortedOtherwise({ view: one }: GridContent, { view: other }: GridContent): boolean {
  return one.sort.column !== other.sort.column || one.sort.descending !== other.sort.descending;
}
