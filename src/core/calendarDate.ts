/** A day, `YYYY-MM-DD`. Comparing the texts compares the days. */
export type CalendarDate = string;

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
