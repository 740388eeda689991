import { glanceOf } from '../core/assessment/glance';
import { calendarOfSummary, tellEvent } from '../core/assessment/readiness';
import { statusWord } from '../core/assessment/status';
import { segmentsOf, type StatusBar, statusBarsOf } from '../core/assessment/statusBars';
import type { Summary } from '../core/assessment/summary';
import { type CalendarDate, daysBetween } from '../core/calendarDate';
import type { Catalog } from '../core/csf/catalog';
import { type Message, message, type MessageCode, type Translate } from '../core/message';
import type { Bar, Bars, Fact, Headline } from './content';
import { partLabel } from './summaryRows';

/** What is said first, in words. */
export function createHeadline(summary: Pick<Summary, 'basis' | 'totals'>, translate: Translate): Headline {
  const { told, parts, notes } = glanceOf(summary);
  return { text: translate(told), parts: parts.map(translate), note: notes.map(translate).join(' ') };
}

/** What ends the time that something is good for. */
const ENDS: ReadonlySet<MessageCode> = new Set<MessageCode>(['clock-review-due', 'calendar-certification']);

/** The days to submission, and what goes stale until then first. */
export function createFacts(summary: Summary, today: CalendarDate, translate: Translate): readonly Fact[] {
  const { calendar } = summary;
  const label = translate(message('glance-submission'));
  if (!calendar) return [{ label, text: translate(message('glance-no-submission')) }];
  const { submissionDate } = calendar;
  const ending = calendarOfSummary(summary).filter(({ message: { code } }) => ENDS.has(code));
  const [next] = ending;
  const submission = { label, text: translate(message('glance-day', daysTo(submissionDate, today), submissionDate)) };
  if (!next) return [submission];
  const others = ending.filter(({ date }) => date === next.date).length - 1;
  const told = others > 0 ? message('glance-more', tellEvent(next), others) : tellEvent(next);
  const day = message('glance-day', daysTo(next.date, today), next.date);
  return [submission, { label: translate(message('glance-stale')), text: translate(message('words-part', day, told)) }];
}

function daysTo(date: CalendarDate, today: CalendarDate): Message {
  const days = daysBetween(today, date);
  if (days === 0) return message('day-today');
  if (Math.abs(days) === 1) return message(days > 0 ? 'day-tomorrow' : 'day-yesterday');
  return days > 0 ? message('day-to-come', days) : message('day-past', -days);
}

/** How what is in scope is spread over the statuses. */
export function createBars(
  summary: Summary,
  catalog: Pick<Catalog, 'categories' | 'domains'>,
  all: string,
  translate: Translate,
): Bars {
  const barOf = (bar: StatusBar): Bar => ({
    value: bar.id,
    label: bar.id === '' ? all : partLabel(bar.id, bar.title),
    segments: segmentsOf(bar).map(({ value, count }) => ({
      value,
      label: translate(statusWord(value, summary)),
      count,
    })),
  });
  const bars = statusBarsOf(summary, catalog);
  return { all: barOf(bars.all), category: bars.byCategory.map(barOf), domain: bars.byDomain.map(barOf) };
}
