import type { CalendarDate } from '../calendarDate';

/** How long things have to have been in place, and how old they may be (README, rule 5): the `clocks` of a project file. */
export interface ClockSettings {
  /** Days that a policy or procedure is in place before it is tested. */
  readonly inPlaceDays: number;
  /** Months from one review of a policy or procedure to the next. */
  readonly reviewMonths: number;
  /** Days from the start of fieldwork to submission, where the project does not say when fieldwork starts. */
  readonly fieldworkDays: number;
  /** Days that a new or remediated control has run before it is tested. */
  readonly operationDays: number;
}

export const DEFAULT_CLOCKS: ClockSettings = {
  inPlaceDays: 60,
  reviewMonths: 12,
  fieldworkDays: 90,
  operationDays: 90,
};

/** The days that clocks are read against. There are none without a submission date. */
export interface AssessmentCalendar {
  readonly today: CalendarDate;
  readonly fieldworkStart: CalendarDate;
  readonly submissionDate: CalendarDate;
  readonly clocks: ClockSettings;
}
