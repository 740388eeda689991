import { calendarOfSummary, tellEvent } from '../core/assessment/readiness';
import { STATUSES, statusWord } from '../core/assessment/status';
import type { Summary } from '../core/assessment/summary';
import { type CalendarDate, daysBetween } from '../core/calendarDate';
import type { Catalog } from '../core/csf/catalog';
import { type Message, message, type MessageCode, type Translate } from '../core/message';
import { type StatusBar, statusBarsOf } from '../core/report/statusBars';
import type { Bar, Bars, Fact, Headline } from './content';
import { partLabel } from './summaryRows';

/** What is open beside evidence, in the order in which it is told. */
const PARTS = ['unknown', 'coverage-needed', 'awaiting-approval'] as const;

/** Without a requirement list there is no whole that a figure could be a part of (README, rule 1). */
export function createHeadline({ basis, totals }: Pick<Summary, 'basis' | 'totals'>, translate: Translate): Headline {
  const { byStatus } = totals;
  const hasList = basis === 'requirements';
  const open = byStatus['needs-evidence'];
  const parts = PARTS.filter((status) => byStatus[status] > 0).map((status) =>
    byStatus[status] === 1 ? message(`glance-${status}-one`) : message(`glance-${status}`, byStatus[status]),
  );
  const isNothingOpen = open + parts.length === 0;
  const told = hasList
    ? ofRequirements(open, totals.requirements, isNothingOpen)
    : ofControls(open, totals.controls, isNothingOpen);
  const note = hasList
    ? isNothingOpen && totals.requirements > 0 && [message('report-adequacy')]
    : [message('glance-no-percentage')];
  return {
    text: translate(told),
    parts: parts.map(translate),
    note: (note || []).map(translate).join(' '),
  };
}

function ofRequirements(open: number, all: number, isNothingOpen: boolean): Message {
  if (all === 0) return message('glance-empty-requirements');
  if (all === 1) return message(`glance-requirement${isNothingOpen ? '-recorded' : open === 0 ? '-none' : ''}`);
  if (isNothingOpen) return message('glance-requirements-recorded', all);
  if (open === 0) return message('glance-requirements-none', all);
  return open === 1 ? message('glance-requirements-one', all) : message('glance-requirements', open, all);
}

function ofControls(open: number, all: number, isNothingOpen: boolean): Message {
  if (all === 0) return message('glance-empty-controls');
  if (isNothingOpen) return all === 1 ? message('glance-control-recorded') : message('glance-controls-recorded', all);
  if (open === 0) return message('glance-controls-none');
  return open === 1 ? message('glance-controls-one') : message('glance-controls', open);
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
  const words = new Map(STATUSES.map((status) => [status, translate(statusWord(status, summary))]));
  const barOf = ({ id, title, counts }: StatusBar): Bar => ({
    value: id,
    label: id === '' ? all : partLabel(id, title),
    segments: STATUSES.filter((status) => counts[status] > 0).map((status) => ({
      value: status,
      label: words.get(status) ?? status,
      count: counts[status],
    })),
  });
  const bars = statusBarsOf(summary, catalog);
  return { all: barOf(bars.all), category: bars.byCategory.map(barOf), domain: bars.byDomain.map(barOf) };
}
