import { type CalendarDate, parseCalendarDate } from '../calendarDate';
import { shortened } from '../csv';
import { type Message, message } from '../message';
import { problem, type Problem } from '../problems';
import type { RegisterRow } from './register';

/**
 * The day in a cell of a register; undefined where the cell is blank, or where it holds anything but a day written as
 * `YYYY-MM-DD`, which is a problem: `03/04/2026` is one day in Dublin and another in Dallas.
 *
 * @param aliases of the column
 */
export function readDate(
  row: RegisterRow,
  file: string,
  problems: Problem[],
  column: string,
  ...aliases: readonly string[]
): CalendarDate | undefined {
  const cell = row.get(column, ...aliases);
  if (cell === '') return undefined;
  const date = parseCalendarDate(cell);
  if (date === undefined) {
    problems.push(unreadableDate(cell, column, file, row.line));
  }
  return date;
}

/** What to tell of a cell that holds no day, or more than one. */
export function unreadableDate(cell: string, column: string, file: string, line: number): Problem {
  return problem('unreadable-date', file, { line }, shortened(cell), column, whyUnread(cell));
}

function whyUnread(cell: string): Message {
  const [day, other] = daysIn(cell);
  if (day === undefined) return message('date-no-day');
  return other === undefined ? message('date-other-order', day) : message('date-two-days', day, other);
}

/**
 * The days that a cell's figures could mean, as a spreadsheet writes them in one country or another: whichever comes first
 * of day and month; a year of two figures is of this century.
 */
export function daysIn(cell: string): readonly CalendarDate[] {
  const yearFirst = /^(\d{4})[./ -] ?(\d{1,2})[./ -] ?(\d{1,2})(?:\.|[T ]\d.*)?$/.exec(cell);
  const yearLast = /^(\d{1,2})[./ -] ?(\d{1,2})[./ -] ?(\d{4}|\d{2})(?: \d.*)?$/.exec(cell);
  const [, first = '', second = '', third = ''] = yearFirst ?? yearLast ?? [];
  const orders = yearFirst
    ? [[first, second, third]]
    : [
        [third, first, second],
        [third, second, first],
      ];
  const days = orders.flatMap(([year = '', month = '', day = '']) => {
    const text = [year.padStart(4, '20'), month.padStart(2, '0'), day.padStart(2, '0')].join('-');
    return parseCalendarDate(text) ?? [];
  });
  return [...new Set(days)];
}
