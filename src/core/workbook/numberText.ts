import { dateFromSerial, format, getFormatInfo } from 'numfmt';

/** Makes of the number in a cell what a person sees there. */
export type NumberText = (value: number) => string;

/** Excel's own formats are no longer than this; a longer one would be made to keep numfmt busy. */
const MAX_PATTERN = 255;

/**
 * Numbers under a number format, as Excel in English shows them, whatever the computer's language: `2368.0` under `0.0`,
 * `0873.0` under `0000.0`, `50%`. Three things differ. Without a format a number has all its digits, where Excel rounds
 * to the column's width. A date is `YYYY-MM-DD`, for a file has no telling which of two numbers is the month. And what a
 * format would hide, such as `;;;`, is shown.
 *
 * @param hasDateSystem1904 days are counted from 1904, as workbooks of old Macs do, instead of from 1900
 */
export function numberText(pattern: string, hasDateSystem1904: boolean): NumberText {
  switch (typeOf(pattern)) {
    case 'general':
      return plainNumber;
    case 'date':
      return (value) => dateText(value, hasDateSystem1904);
    case 'other':
      return (value) => formatted(pattern, value) ?? plainNumber(value);
  }
}

function typeOf(pattern: string): 'general' | 'date' | 'other' {
  if (pattern.length > MAX_PATTERN) return 'general';
  try {
    const { type } = getFormatInfo(pattern);
    if (type === 'date' || type === 'datetime') return 'date';
    return type === 'general' || type === 'text' || type === 'error' ? 'general' : 'other';
  } catch {
    // No format that means anything: Excel would not have written it.
    return 'general';
  }
}

/** Undefined where nothing would be seen, or a row of `#`. */
function formatted(pattern: string, value: number): string | undefined {
  try {
    // Formats align numbers with spaces around them.
    const text = format(pattern, value, { locale: 'en-US', overflow: '' }).trim();
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}

/** All 15 digits that Excel keeps, and none of the noise behind them: 0.1 + 0.2 is `0.3`. */
function plainNumber(value: number): string {
  return String(Number(value.toPrecision(15))).toUpperCase();
}

const DAY_SECONDS = 24 * 60 * 60;
/** How many days the one system is ahead of the other (ECMA-376 part 1, 18.17.4.1). */
const DAYS_TO_1904 = 1462;
/** 31 December 9999, Excel's last day. */
const LAST_DAY = 2_958_465;

function dateText(value: number, hasDateSystem1904: boolean): string {
  // A date is a fraction of days: without rounding, 10:00 can come out as 09:59:59.
  const seconds = Math.round((value + (hasDateSystem1904 ? DAYS_TO_1904 : 0)) * DAY_SECONDS);
  const day = Math.floor(seconds / DAY_SECONDS);
  if (!(day >= 1 && day <= LAST_DAY)) return plainNumber(value);
  const [year, month, dayOfMonth] = dateFromSerial(day);
  const date = `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
  const time = seconds - day * DAY_SECONDS;
  if (time === 0) return date;
  const clock = [Math.floor(time / 3600), Math.floor(time / 60) % 60, ...(time % 60 === 0 ? [] : [time % 60])];
  return `${date} ${clock.map(twoDigits).join(':')}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
