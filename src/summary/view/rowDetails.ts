import type { RowDetails } from '../details';
import type { Labels } from '../labels';
import type { Action, TargetKind } from '../protocol';
import { renderDetails } from './grid/details';
import { focusablesIn } from './menu';
import type { PageHost } from './page';

/** What unfolds below the rows that are open. What is shown stays until the host has sent something else. */
export interface DetailsStore {
  /** An element for each line in which a row stands: in several groups it has several. */
  readonly elementOf: (row: string, line: string) => HTMLElement | undefined;
  readonly take: (rows: readonly RowDetails[], labels: Labels, revision: number) => void;
  /** Forgets those of rows that are open no more. */
  readonly retain: (rows: ReadonlySet<string>) => void;
  /** Draws what takes the place of elements that may have the focus, and gives it to what stands where it was. */
  readonly keepFocus: (draw: () => void) => void;
}

interface Taken {
  readonly details: RowDetails;
  readonly labels: Labels;
  readonly of: string;
  /** By line. */
  readonly elements: Map<string, HTMLElement>;
  /** Of the summary that its places are to be looked up in. */
  readonly revision: number;
}

export function createDetailsStore(send: PageHost['send']): DetailsStore {
  const taken = new Map<string, Taken>();

  function open(kind: TargetKind, row: string, index: number): void {
    const revision = taken.get(row)?.revision;
    if (revision !== undefined) send({ type: 'open', kind, row, index, revision });
  }

  function act(action: Action, row: string): void {
    send({ type: 'act', action, row });
  }

  function elementOf(row: string, line: string): HTMLElement | undefined {
    const of = taken.get(row);
    if (!of) return undefined;
    const { details, labels, elements } = of;
    const element = elements.get(line) ?? renderDetails(details, { labels, open, act });
    elements.set(line, element);
    return element;
  }

  /** Which one has the focus, and on which of the things in it. */
  function focused(): { readonly row: string; readonly line: string; readonly at: number } | undefined {
    const { activeElement } = document;
    if (!(activeElement instanceof HTMLElement)) return undefined;
    for (const [row, { elements }] of taken) {
      for (const [line, element] of elements) {
        if (element.contains(activeElement)) return { row, line, at: focusablesIn(element).indexOf(activeElement) };
      }
    }
    return undefined;
  }

  return {
    elementOf,
    take(rows, labels, revision) {
      for (const details of rows) {
        const of = JSON.stringify([details, labels]);
        const last = taken.get(details.id);
        const elements = last?.of === of ? last.elements : new Map<string, HTMLElement>();
        taken.set(details.id, { details, labels, of, elements, revision });
      }
    },
    retain(rows) {
      for (const row of taken.keys()) if (!rows.has(row)) taken.delete(row);
    },
    keepFocus(draw) {
      const before = focused();
      draw();
      const after = before && elementOf(before.row, before.line);
      if (!after || before.at < 0 || after.contains(document.activeElement)) return;
      const now = focusablesIn(after);
      now[Math.min(before.at, now.length - 1)]?.focus({ preventScroll: true });
    },
  };
}
