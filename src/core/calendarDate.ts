/** A day, `YYYY-MM-DD`. Comparing the texts compares the days. */
export type CalendarDate = string;

/** In milliseconds. Days are counted in UTC, where each has 24 hours. */
const DAY = 24 * 60 * 60 * 1000;

/** The days that can be written. */
const FIRST = Date.parse('0000-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T00:00:00Z');

/** Reads a day that exists in the calendar; undefined for any other order of the figures, or none. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined;
}

/** The day of a clock where the clock stands: at 23:00 in Hawaii it is not yet tomorrow. */
export function calendarDateOf(clock: Date): CalendarDate {
  const [year, month, day] = [clock.getFullYear(), clock.getMonth() + 1, clock.getDate()];
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day that many days later, or earlier where they are negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return textOf(timeOf(date) + days * DAY);
}

/** The same day of the month that many months later, or earlier; the month's last day where it has no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const from = new Date(timeOf(date));
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
  const lastDay = new Date(yearMonthDay(year, month + 1, 0)).getUTCDate();
  return textOf(yearMonthDay(year, month, Math.min(from.getUTCDate(), lastDay)));
}

/** How many days the second day is after the first: 0 for the same day, negative where it is before. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (timeOf(to) - timeOf(from)) / DAY;
}

function timeOf(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** As `Date.UTC`, which takes the years 0 to 99 for those of the last century. */
function yearMonthDay(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day);
}

/** What lies outside the years 0000 to 9999 is told as their first or last day. */
function textOf(time: number): CalendarDate {
  return new Date(Math.min(Math.max(time, FIRST), LAST)).toISOString().slice(0, 10);
}
