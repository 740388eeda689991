import { addDays, addMonths, type CalendarDate } from '../calendarDate';
import { type Argument, type Message, message, type Reasoned } from '../message';
import type { SentenceCode } from '../sentences';
import { type AssessmentCalendar, DEFAULT_CLOCKS } from './calendar';
import type { DateColumn, Dates } from './documentCells';
import type { Evidence } from './evidence';
import type { EvidenceType } from './evidenceType';
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

/** What a document has to be for the clocks to be read. */
type Dated = Pick<Evidence, 'type' | 'dates' | 'title'>;

/** By what a document is read: being in place and reviewed, or being captured during fieldwork. */
export type Clock = 'standing' | 'point-in-time' | 'period';

const CLOCKS: Readonly<Partial<Record<EvidenceType, Clock>>> = {
  policy: 'standing',
  procedure: 'standing',
  screenshot: 'point-in-time',
  configuration: 'point-in-time',
  population: 'period',
  sample: 'period',
  report: 'period',
};

/** What counts as a review of a policy or procedure, first that is given. */
const REVIEWS = ['reviewed_on', 'approved_on', 'effective_from'] as const satisfies readonly DateColumn[];

const IN_TIME: TimeVerdict = { notices: [], events: [] };

/**
 * What the clocks say of a document at a maturity level. Where its type is not given, one at the level policy or procedure
 * is read as such.
 */
export function timeOf(item: Dated, level: MaturityLevel, calendar: AssessmentCalendar): TimeVerdict {
  const type = typeAt(item, level);
  if (type === undefined) return noticed(message('clock-type-missing', item.title), message('why-clock-type'));
  switch (CLOCKS[type]) {
    case 'standing':
      return both(inPlaceTimeOf(item, calendar), reviewTimeOf(item, calendar));
    case 'point-in-time':
      return captureTimeOf(item, calendar, 'why-clock-captured');
    case 'period':
      return captureTimeOf(item, calendar, 'why-clock-extracted');
    default:
      return IN_TIME;
  }
}

/** The rules that `timeOf` goes by, with their settings and sources; none where a document of its type has no clock. */
export function clockRules(
  item: Pick<Dated, 'type'>,
  level: MaturityLevel,
  calendar: AssessmentCalendar,
): readonly Message[] {
  switch (clockOf(item, level)) {
    case 'standing':
      return [whyInPlace(calendar), whyReview(calendar)];
    case 'point-in-time':
      return [whyCapture('why-clock-captured', calendar)];
    case 'period':
      return [whyCapture('why-clock-extracted', calendar)];
    default:
      return [];
  }
}

/** What the clock of a new or remediated control says of its evidence at a maturity level. */
export function runTimeOf(gap: Gap, level: MaturityLevel, calendar: AssessmentCalendar): TimeVerdict {
  const why = runRule(gap, level, calendar);
  if (!why) return IN_TIME;
  if (gap.fixedOn === undefined) return noticed(message('clock-gap-open', gap.id), why);
  return testableFrom(
    addDays(gap.fixedOn, calendar.clocks.operationDays),
    calendar,
    message('clock-control-of-gap', gap.id),
    why,
  );
}

/** The rule that `runTimeOf` goes by; undefined where a gap has no say at the level. */
export function runRule(gap: Gap, level: MaturityLevel, { clocks }: AssessmentCalendar): Message | undefined {
  const isElsewhere = gap.maturity !== undefined && gap.maturity !== level;
  if (isElsewhere || isOfDocuments(level)) return undefined;
  return message('why-clock-operation', clocks.operationDays, DEFAULT_CLOCKS.operationDays);
}

/** The clock that a document is read by; undefined where its type is not known, or has none. */
export function clockOf(item: Pick<Dated, 'type'>, level: MaturityLevel): Clock | undefined {
  const type = typeAt(item, level);
  return type && CLOCKS[type];
}

/** When a policy or procedure was last reviewed, by which of its dates, and when the next review is due. */
export function lastReview(
  dates: Dates,
  { submissionDate, clocks }: AssessmentCalendar,
): { readonly column: DateColumn; readonly date: CalendarDate; readonly due: CalendarDate } | undefined {
  for (const column of REVIEWS) {
    const date = dates[column];
    // What happens only after submission is no review by then.
    if (date !== undefined && date <= submissionDate)
      return { column, date, due: addMonths(date, clocks.reviewMonths) };
  }
  return undefined;
}

function typeAt({ type }: Pick<Dated, 'type'>, level: MaturityLevel): EvidenceType | undefined {
  return type ?? (isOfDocuments(level) ? level : undefined);
}

function whyInPlace({ clocks }: AssessmentCalendar): Message {
  return message('why-clock-in-place', clocks.inPlaceDays, DEFAULT_CLOCKS.inPlaceDays);
}

function whyReview({ clocks }: AssessmentCalendar): Message {
  return message('why-clock-review', clocks.reviewMonths, DEFAULT_CLOCKS.reviewMonths);
}

function whyCapture(rule: SentenceCode, { fieldworkStart, submissionDate, clocks }: AssessmentCalendar): Message {
  return message(rule, fieldworkStart, submissionDate, clocks.fieldworkDays);
}

/** The levels that are tested by documents; what runs is tested at the others. */
function isOfDocuments(level: MaturityLevel): level is 'policy' | 'procedure' {
  return level === 'policy' || level === 'procedure';
}

function inPlaceTimeOf({ title, dates = {} }: Dated, calendar: AssessmentCalendar): TimeVerdict {
  const why = whyInPlace(calendar);
  const since = dates.effective_from ?? dates.approved_on;
  if (since === undefined) return noticed(message('clock-in-place-undated', title), why);
  return testableFrom(addDays(since, calendar.clocks.inPlaceDays), calendar, title, why);
}

/** What can be tested from a day on: by now or when fieldwork starts, before submission is over, or too late. */
function testableFrom(
  day: CalendarDate,
  { today, fieldworkStart, submissionDate }: AssessmentCalendar,
  what: Argument,
  why: Message,
): TimeVerdict {
  if (day > submissionDate) return tooLate(message('clock-testable-late', what, day, submissionDate), why);
  if (day <= today || day <= fieldworkStart) return IN_TIME;
  return {
    notices: [{ message: message('clock-testable-from', what, day), why }],
    events: [{ date: day, message: message('clock-becomes-testable', what) }],
  };
}

function reviewTimeOf({ title, dates = {} }: Dated, calendar: AssessmentCalendar): TimeVerdict {
  const { today, submissionDate } = calendar;
  const why = whyReview(calendar);
  const { reviewed_on: reviewed } = dates;
  const due = lastReview(dates, calendar)?.due;
  const notices = [
    ...(due === undefined ? [message('clock-review-undated', title)] : []),
    ...(reviewed !== undefined && reviewed > today
      ? [message('clock-date-to-come', title, 'reviewed_on', reviewed)]
      : []),
  ].map((said) => ({ message: said, why }));
  if (due === undefined) return { notices, events: [] };
  const late = message(due < today ? 'clock-review-overdue' : 'clock-review-late', title, due, submissionDate);
  const isToCome = due >= today && due <= submissionDate;
  return {
    ...(due < submissionDate && { late: { message: late, why } }),
    notices,
    events: isToCome ? [{ date: due, message: message('clock-review-due', title) }] : [],
  };
}

function captureTimeOf({ title, dates = {} }: Dated, calendar: AssessmentCalendar, rule: SentenceCode): TimeVerdict {
  const { today, fieldworkStart, submissionDate } = calendar;
  const why = whyCapture(rule, calendar);
  const captured = dates.captured_on;
  if (captured === undefined) return noticed(message('clock-capture-undated', title), why);
  if (captured < fieldworkStart) {
    return tooLate(message('clock-captured-early', title, captured, fieldworkStart), why);
  }
  if (captured > submissionDate) return tooLate(message('clock-captured-late', title, captured, submissionDate), why);
  return captured > today ? noticed(message('clock-date-to-come', title, 'captured_on', captured), why) : IN_TIME;
}

function noticed(said: Message, why: Message): TimeVerdict {
  return { notices: [{ message: said, why }], events: [] };
}

function tooLate(said: Message, why: Message): TimeVerdict {
  return { late: { message: said, why }, notices: [], events: [] };
}

/** Of two reasons to be late one is enough to be open; the other is still to be known. */
function both(one: TimeVerdict, other: TimeVerdict): TimeVerdict {
  const [late, ...further] = [one.late, other.late].filter((reason) => reason !== undefined);
  return {
    ...(late && { late }),
    notices: [...further, ...one.notices, ...other.notices],
    events: [...one.events, ...other.events],
  };
}
