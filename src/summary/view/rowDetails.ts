import type { RowDetails } from '../details';
import type { Labels } from '../labels';
import type { Action, TargetKind } from '../protocol';
import { renderDetails } from './grid/details';
import type { PageHost } from './page';

/** What unfolds below the rows that are open. What is shown stays until the host has sent something else. */
export interface DetailsStore {
  /** An element for each line in which a row stands: in several groups it has several. */
  readonly elementOf: (row: string, line: string) => HTMLElement | undefined;
  readonly take: (rows: readonly RowDetails[], labels: Labels, revision: number) => void;
  /** Forgets those of rows that are open no more. */
  readonly retain: (rows: ReadonlySet<string>) => void;
}

interface Taken {
  readonly details: RowDetails;
  readonly labels: Labels;
  readonly of: string;
  /** By line. */
  readonly elements: Map<string, HTMLElement>;
  /** Those that stood there before: what is unfolded in them stays so. */
  readonly before: ReadonlyMap<string, HTMLElement>;
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
    const { details, labels, elements, before } = of;
    const element = elements.get(line) ?? renderDetails(details, { labels, open, act }, before.get(line));
    elements.set(line, element);
    return element;
  }

  return {
    elementOf,
    take(rows, labels, revision) {
      for (const details of rows) {
        const of = JSON.stringify([details, labels]);
        const last = taken.get(details.id);
        const isSame = last?.of === of;
        const elements = isSame ? last.elements : new Map<string, HTMLElement>();
        const before = (isSame ? last.before : last?.elements) ?? new Map<string, HTMLElement>();
        taken.set(details.id, { details, labels, of, elements, before, revision });
      }
    },
    retain(rows) {
      for (const row of taken.keys()) if (!rows.has(row)) taken.delete(row);
    },
  };
}
