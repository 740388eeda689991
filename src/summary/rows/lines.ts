import type { Row } from '../content';
import type { Span } from '../../core/span';

/** What stands in the table one below the other: the headings of groups, and rows. */
export type Line = GroupLine | RowLine;

export interface GroupLine {
  readonly kind: 'group';
  /** No other line has it. */
  readonly key: string;
  readonly label: string;
  /** How many rows of level 1 it has, folded or not. */
  readonly count: number;
  readonly isFolded: boolean;
}

export interface RowLine {
  readonly kind: 'row';
  /** No other line has it: a control that is in several groups has a line in each. */
  readonly key: string;
  readonly row: Row;
  /** 2 for a requirement below its control, else 1. */
  readonly level: 1 | 2;
  readonly isOpen: boolean;
  /** What of the row's texts the search has found, in order and apart. */
  readonly found: Readonly<Partial<Record<'id' | 'title', readonly Span[]>>>;
}

export interface Arrangement {
  readonly lines: readonly Line[];
  /**
   * What the filter leaves, each id once, in order: controls, or requirements where they are shown by themselves. A control
   * of whose requirements only some are left stands there by these, so that what is done with all has exactly them.
   */
  readonly ids: readonly string[];
  /** How many rows of level 1 the filter leaves, folded or not. A row that is in several groups counts once. */
  readonly count: number;
  /** How many there are without a filter. */
  readonly total: number;
}
