import type { Line } from '../../rows/lines';
import { setAttribute } from '../element';
import { patchChildren } from '../patch';
import { MAX_ELEMENTS } from './budget';
import type { DetailsRows } from './detailsRows';
import { sizeOfHeader } from './header';
import { createHighlights } from './highlights';
import { createLine, type LineElement, type Look, sizeOfRow } from './lineElement';
import type { Offsets } from './offsets';
import type { Selection } from './selection';

/** The lines that are in the DOM. */
export interface RowWindow {
  readonly show: (view: InView) => void;
  readonly elementOf: (index: number) => HTMLElement | undefined;
  /** The key of the line to which an element belongs, be it in its details. */
  readonly keyOf: (target: Element) => string | undefined;
  /** The first line that is in view as a whole, and how far that is from its top. */
  readonly anchor: (
    top: number,
    before: Pick<InView, 'offsets'>,
  ) => { readonly key: string; readonly below: number } | undefined;
  /** What has the focus: the line, and what of its details. */
  readonly focused: () => Focused | undefined;
  /** Gives the focus back after other lines were shown. */
  readonly refocus: (focused: Focused | undefined, current: number) => void;
}

interface Focused {
  readonly key: string;
  /** What is told apart by `data-stop` in details. */
  readonly stop: string | undefined;
}

interface InView {
  readonly content: { readonly lines: readonly Line[] };
  readonly look: Look;
  readonly offsets: Offsets;
  readonly lineHeight: number;
  /** What is seen of the lines, in pixels. */
  readonly top: number;
  readonly height: number;
  /** The line that is in the DOM wherever it is. */
  readonly current: number;
  readonly selection: Selection;
  readonly details: DetailsRows;
}

/** More lines than are in view, above and below, as far as there is room for them. */
const MORE = 3;

export function createRowWindow(body: HTMLElement): RowWindow {
  const highlights = createHighlights('found');
  const made = new Map<string, LineElement>();
  const keys = new WeakMap<Element, string>();
  let byIndex: ReadonlyMap<number, HTMLElement> = new Map();
  let order: readonly { readonly key: string; readonly index: number }[] = [];

  const lineOf = (key: string): LineElement => {
    const known = made.get(key);
    if (known) return known;
    const line = createLine(highlights);
    made.set(key, line);
    keys.set(line.element, key);
    return line;
  };
  const keyOf = (target: Element): string | undefined => {
    const row = target.closest('.line, .details-row');
    return row ? keys.get(row) : undefined;
  };

  /** The details of a line that are in view. */
  const detailsAt = (index: number, view: InView): HTMLElement | undefined => {
    const line = view.content.lines[index];
    if (line?.kind !== 'row' || !line.isOpen) return undefined;
    const begin = view.offsets.topOf(index) + view.lineHeight;
    const [from, to] = [view.top - begin, view.top + view.height - begin];
    if (to <= 0 || from >= view.details.heightOf(line.key)) return undefined;
    const row = view.details.show(line, from, to);
    keys.set(row, line.key);
    place(row, begin);
    setAttribute(row, 'aria-rowindex', String(rowIndex(index, view) + 1));
    setAttribute(row, 'aria-level', String(line.level + (view.look.isGrouped ? 2 : 1)));
    return row;
  };

  const rowAt = (index: number, line: Line, view: InView): LineElement => {
    const one = lineOf(line.key);
    one.show(line, view.look);
    place(one.element, view.offsets.topOf(index));
    setAttribute(one.element, 'aria-rowindex', String(rowIndex(index, view)));
    setAttribute(one.element, 'tabindex', index === view.current ? '0' : '-1');
    if (line.kind === 'row') setAttribute(one.element, 'aria-selected', String(view.selection.has(line.row.id)));
    else one.element.removeAttribute('aria-selected');
    return one;
  };

  return {
    show(view) {
      const { lines } = view.content;
      const first = view.offsets.indexAt(view.top);
      const last = view.offsets.indexAt(view.top + view.height - 1);
      const wanted = new Set<number>();
      for (let index = Math.max(0, first); index <= last; index++) wanted.add(index);
      if (lines[view.current]) wanted.add(view.current);

      const elements = new Map<number, readonly HTMLElement[]>();
      let size = 2 + sizeOfHeader(view.look.columns);
      const add = (index: number, withDetails: boolean): void => {
        const line = lines[index];
        if (!line) return;
        const row = rowAt(index, line, view);
        const below = withDetails ? detailsAt(index, view) : undefined;
        size += row.size + (below ? 1 + below.getElementsByTagName('*').length : 0);
        elements.set(index, below ? [row.element, below] : [row.element]);
      };
      for (const index of wanted) add(index, true);
      const room = MAX_ELEMENTS - sizeOfRow(view.look.columns);
      for (let more = 1; more <= MORE; more++)
        for (const index of [last + more, first - more])
          if (size <= room && lines[index] && !elements.has(index)) add(index, false);

      const shown = [...elements].sort(([one], [other]) => one - other);
      order = shown.map(([index]) => ({ key: lines[index]?.key ?? '', index }));
      byIndex = new Map(shown.flatMap(([index, [row]]) => (row ? [[index, row] as const] : [])));
      const kept = new Set(order.map(({ key }) => key));
      for (const [key, line] of made) {
        if (kept.has(key)) continue;
        line.remove();
        made.delete(key);
      }
      patchChildren(
        body,
        shown.flatMap(([, rows]) => rows),
      );
    },
    elementOf: (index) => byIndex.get(index),
    keyOf,
    anchor(top, { offsets }) {
      const first = order.find(({ index }) => offsets.topOf(index) >= top);
      return first && { key: first.key, below: top - offsets.topOf(first.index) };
    },
    focused() {
      const active = document.activeElement;
      const key = active && body.contains(active) ? keyOf(active) : undefined;
      return key === undefined || !(active instanceof HTMLElement) ? undefined : { key, stop: active.dataset['stop'] };
    },
    refocus(focused, current) {
      const isThere = document.activeElement?.isConnected && body.contains(document.activeElement);
      const row = byIndex.get(current);
      if (!focused || !row || (isThere && document.activeElement !== row)) return;
      const details = row.nextElementSibling;
      const stop =
        focused.stop !== undefined && details && keys.get(details) === focused.key && keys.get(row) === focused.key
          ? details.querySelector<HTMLElement>(`[data-stop="${CSS.escape(focused.stop)}"]`)
          : undefined;
      (stop ?? row).focus({ preventScroll: true });
    },
  };
}

/** That of a row, counted from 1 with the header and the details of all rows before it. */
function rowIndex(index: number, { offsets }: InView): number {
  return index + 2 + offsets.openBefore(index);
}

function place(row: HTMLElement, top: number): void {
  const text = `${top}px`;
  if (row.style.top !== text) row.style.top = text;
}
