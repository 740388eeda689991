import type { CalendarDate } from '../calendarDate';
import type { Message, Reasoned } from '../message';
import type { AssessmentCalendar } from './calendar';
import type { Evidence } from './evidence';
import type { Gap } from './gaps';
import type { MaturityLevel } from './maturity';

/** What time says of a piece of evidence at its level (README, rule 5). */
export interface TimeVerdict {
  /** Why it is not in time as it is, and cannot be used; undefined where it can. */
  readonly late?: Reasoned;
  /** What is to be known and voids nothing: testable only from a day, a date that is not given. */
  readonly notices: readonly Reasoned[];
  /** What will happen to it, and when, up to submission. */
  readonly events: readonly TimeEvent[];
}

/** Something of a calendar: it becomes testable, its review is due. */
export interface TimeEvent {
  readonly date: CalendarDate;
  readonly message: Message;
}

/** What the clocks say of a document at a maturity level. */
export declare function timeOf(
  item: Pick<Evidence, 'type' | 'dates' | 'title'>,
  level: MaturityLevel,
  calendar: AssessmentCalendar,
): TimeVerdict;

/** What the clock of a new or remediated control says of its evidence at a maturity level. */
export declare function runTimeOf(gap: Gap, level: MaturityLevel, calendar: AssessmentCalendar): TimeVerdict;
