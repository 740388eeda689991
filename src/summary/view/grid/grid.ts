import type { Labels } from '../../labels';
import type { Column, View } from '../../pageState';
import type { Line } from '../../rows/lines';
import type { SummaryContent } from '../../content';
import { createTable } from './table';
import { listenToKeys } from './listenToKeys';
import { listenToPointer } from './listenToPointer';

/** What the table shows. */
export interface GridContent {
  readonly lines: readonly Line[];
  /** The rows that the filter leaves: those in folded groups too stay selected. */
  readonly ids?: readonly string[];
  readonly view: Pick<View, 'columns' | 'grain' | 'sort'>;
  readonly values: SummaryContent['values'];
  readonly labels: Labels;
}

/** What the table tells its page; what follows comes back with the next `show`. */
export interface GridEvents {
  /** A row is to open, or to fold again. */
  readonly onOpen: (row: string, isOpen: boolean) => void;
  /** A group is to fold, or to unfold. */
  readonly onFold: (group: string, isFolded: boolean) => void;
  readonly onSort: (column: Column) => void;
  /** Other rows are selected than before. */
  readonly onSelect: (rows: readonly string[]) => void;
  /** It stands still, that many pixels from its beginning. */
  readonly onScroll: (top: number) => void;
  /**
   * What unfolds below a row; undefined until the host has sent it. The element lives on as long as it is the same. A row
   * that stands in several groups has a line in each, and so an element for each line.
   */
  readonly detailsOf: (row: string, line: string) => HTMLElement | undefined;
}

/** The table: an ARIA treegrid that has only those rows in the DOM that are in view. */
export interface Grid {
  readonly element: HTMLElement;
  /** Shows other lines. Whoever is in the table keeps their row, focus, selection and scroll position. */
  readonly show: (content: GridContent) => void;
  readonly scrollTo: (top: number) => void;
  /** Brings a row into view and gives it the focus. False where no line has it. */
  readonly reveal: (row: string) => boolean;
  /** Gives the focus to the row that had it last, else to the first. */
  readonly focus: () => void;
}

export function createGrid(events: GridEvents): Grid {
  const table = createTable(events);
  listenToKeys(table, events);
  listenToPointer(table, events);
  return table;
}
