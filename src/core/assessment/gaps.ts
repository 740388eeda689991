import type { CalendarDate } from '../calendarDate';
import type { MaturityLevel } from './maturity';

/** Something found missing, and what became of it: a row of `gaps.csv`. */
export interface Gap {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly id: string;
  readonly control: string;
  /** Canonical; undefined where the gap is one of the whole control. */
  readonly requirement?: string;
  /** Undefined: at every level. */
  readonly maturity?: MaturityLevel;
  readonly description: string;
  /** As written. */
  readonly status: string;
  /** The day from which the control ran as it should. */
  readonly fixedOn?: CalendarDate;
}
