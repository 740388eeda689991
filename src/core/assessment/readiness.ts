import type { CalendarDate } from '../calendarDate';
import type { Catalog } from '../csf/catalog';
import { groupBy } from '../groupBy';
import { type Argument, type Message, message } from '../message';
import type { TimeEvent } from './clocks';
import type { Status } from './status';
import { segmentsOf, type StatusBar, type StatusBars, statusBarsOf } from './statusBars';
import type { ControlSummary, Summary } from './summary';

/** What a requirement can be on the way to submission, in the order in which it is shown. */
export const READINESS_STATES = ['complete', 'inherited', 'waiting', 'open', 'notApplicable'] as const;
export type ReadinessState = (typeof READINESS_STATES)[number];

const STATE_OF: Readonly<Record<Status, ReadinessState>> = {
  complete: 'complete',
  inherited: 'inherited',
  'awaiting-approval': 'waiting',
  'needs-evidence': 'open',
  unknown: 'open',
  'coverage-needed': 'open',
  'not-applicable': 'notApplicable',
};

/** How far a part of the framework has come: requirements by their state, or controls where there is no requirement list. */
export interface Readiness extends Readonly<Record<ReadinessState, number>> {
  /** Of the domain or the category: `11`. */
  readonly id: string;
  readonly title: string;
  /** What is done, of what is applicable. Undefined where nothing is, and without a requirement list (README, rule 1). */
  readonly percentage?: number;
}

export interface ReadinessOfSummary {
  /** By assessment domain. Empty without a requirement list: only requirements are in a domain. */
  readonly byDomain: readonly Readiness[];
  /** By control category. */
  readonly byCategory: readonly Readiness[];
}

/** How far each domain and category that has something in scope has come, by their ids. */
export function readinessOf(
  summary: Pick<Summary, 'basis' | 'controls'>,
  catalog: Pick<Catalog, 'domains' | 'categories'>,
): ReadinessOfSummary {
  return readinessOfBars(statusBarsOf(summary, catalog), summary);
}

/** The same where the figures are known already. */
export function readinessOfBars(
  { byDomain, byCategory }: StatusBars,
  { basis }: Pick<Summary, 'basis'>,
): ReadinessOfSummary {
  const hasList = basis === 'requirements';
  return {
    byDomain: byDomain.map((bar) => readinessOfBar(bar, hasList)),
    byCategory: byCategory.map((bar) => readinessOfBar(bar, hasList)),
  };
}

function readinessOfBar(bar: StatusBar, hasList: boolean): Readiness {
  const counts = { complete: 0, inherited: 0, waiting: 0, open: 0, notApplicable: 0 };
  for (const { value, count } of segmentsOf(bar)) counts[STATE_OF[value]] += count;
  const percentage = hasList ? percentageOf(doneOf(counts)) : undefined;
  return { id: bar.id, title: bar.title, ...counts, ...(percentage !== undefined && { percentage }) };
}

/** How much of what is applicable is complete or inherited. */
export function doneOf(readiness: Readonly<Record<ReadinessState, number>>): {
  readonly done: number;
  readonly applicable: number;
} {
  const { complete, inherited, waiting, open } = readiness;
  return { done: complete + inherited, applicable: complete + inherited + waiting + open };
}

/** How far a part has come, in words: what is done, in percent, and what is not. */
export function readinessWords(readiness: Readiness): {
  readonly done: readonly Message[];
  readonly rest: readonly Message[];
} {
  const { percentage } = readiness;
  const { done, applicable } = doneOf(readiness);
  return {
    done: [
      ...(applicable > 0 ? [message('readiness-done', done, applicable)] : []),
      ...(percentage === undefined ? [] : [message('readiness-percentage', percentage)]),
    ],
    rest: (['open', 'waiting', 'notApplicable'] as const)
      .filter((state) => readiness[state] > 0)
      .map((state) => message(`readiness-${state}`, readiness[state])),
  };
}

/** A whole number: 100 only where all is done, and 0 only where nothing is. */
function percentageOf({ done, applicable }: ReturnType<typeof doneOf>): number | undefined {
  if (applicable === 0) return undefined;
  return done === 0 ? 0 : Math.max(1, Math.floor((done * 100) / applicable));
}

/** A day of the assessment's calendar, and what happens on it. */
export interface CalendarEvent extends TimeEvent {
  /** In how many controls it concerns something; 0 where it concerns the assessment as a whole. */
  readonly controls: number;
  /** How many requirements it concerns; 0 also without a requirement list, or where requirements are left out. */
  readonly requirements: number;
}

/**
 * What becomes testable, is due or ends from today up to the day of submission, both included, by date; of one day in the
 * framework's order. Empty where no submission date is given.
 */
export function calendarOfSummary({
  basis,
  calendar,
  certification,
  controls,
}: Pick<Summary, 'basis' | 'calendar' | 'certification' | 'controls'>): readonly CalendarEvent[] {
  if (!calendar) return [];
  const { today, fieldworkStart, submissionDate } = calendar;
  const ofAll = (date: CalendarDate, said: Message): CalendarEvent => ({
    date,
    message: said,
    controls: 0,
    requirements: 0,
  });
  const { letter, expires } = certification ?? {};
  return [
    ofAll(fieldworkStart, message('calendar-fieldwork')),
    ...eventsOfControls(controls, basis === 'requirements'),
    ...(expires === undefined
      ? []
      : [ofAll(expires, message('calendar-certification', letter ?? message('certification-letter')))]),
    ofAll(submissionDate, message('calendar-submission')),
  ]
    .filter(({ date }) => date >= today && date <= submissionDate)
    .toSorted((a, b) => compareText(a.date, b.date));
}

/** What happens to evidence, the same thing once however many requirements and maturity levels it serves. */
function eventsOfControls(controls: readonly ControlSummary[], hasList: boolean): readonly CalendarEvent[] {
  const all = controls.flatMap(({ id, units }) =>
    units.flatMap((unit) => unit.events.map((event) => ({ event, control: id, unit }))),
  );
  return [...groupBy(all, ({ event }) => JSON.stringify([event.date, event.message])).values()].map((same) => ({
    date: same[0].event.date,
    message: same[0].event.message,
    controls: new Set(same.map(({ control }) => control)).size,
    requirements: hasList ? new Set(same.map(({ unit }) => unit).filter(({ listed }) => listed)).size : 0,
  }));
}

/** What happens, with how much it concerns. */
export function tellEvent({
  message: said,
  controls,
  requirements,
}: Pick<CalendarEvent, 'controls' | 'requirements'> & { readonly message: Argument }): Message {
  if (requirements > 0)
    return message(requirements === 1 ? 'calendar-requirement' : 'calendar-requirements', said, requirements);
  if (controls > 0) return message(controls === 1 ? 'calendar-control' : 'calendar-controls', said, controls);
  return message('text', said);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
