import type { CalendarDate } from '../calendarDate';
import type { Catalog } from '../csf/catalog';
import { idOf, readSubject } from '../csf/subject';
import { problem, type Problem, type ProblemCode } from '../problems';
import { readDate } from './dateCell';
import { MATURITY_LEVELS, type MaturityLevel, parseMaturityLevel } from './maturity';
import { ID_COLUMNS, readRegister } from './register';

/** Something found missing, and what became of it: a row of `gaps.csv`. */
export interface Gap {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** What it is about, where the row gives it no id of its own. */
  readonly id: string;
  readonly control: string;
  /** Canonical; undefined where the gap is one of the whole control. */
  readonly requirement?: string;
  /** Undefined: at every level. */
  readonly maturity?: MaturityLevel;
  readonly description: string;
  /** As written. */
  readonly status: string;
  /** The day for which its end is planned. */
  readonly scheduledFor?: CalendarDate;
  /** The day from which the control ran as it should. */
  readonly fixedOn?: CalendarDate;
}

export interface GapsReading {
  readonly gaps: readonly Gap[];
  readonly problems: readonly Problem[];
}

/**
 * Reads `gaps.csv`. A row whose requirement or control cannot be read becomes a problem. A level or a date that cannot be
 * read is one too, and the gap counts without it.
 */
export function readGaps(bytes: Uint8Array, file: string, name: string, catalog: Catalog): GapsReading {
  const register = readRegister(bytes, file, name, [ID_COLUMNS]);
  const problems = [...register.problems];
  const gaps = register.rows.flatMap((row): Gap[] => {
    const { line } = row;
    const report = (code: ProblemCode, ...args: Problem['args']): void => {
      problems.push(problem(code, file, { line }, ...args));
    };
    const about = row.get(...ID_COLUMNS);
    if (about === '') {
      report('missing-id');
      return [];
    }
    const subject = readSubject(about, catalog);
    if (typeof subject === 'string') {
      report(subject, about);
      return [];
    }
    const level = row.get('maturity', 'level', 'maturity_level');
    const maturity = parseMaturityLevel(level);
    if (level !== '' && !maturity) report('unknown-gap-maturity', level, MATURITY_LEVELS);
    const scheduledFor = readDate(row, file, problems, 'scheduled_completion');
    const fixedOn = readDate(row, file, problems, 'fixed_on');
    return [
      {
        file,
        line,
        id: row.get('gap_id') || idOf(subject),
        ...(maturity && { maturity }),
        description: row.get('description'),
        status: row.get('status'),
        ...(scheduledFor && { scheduledFor }),
        ...(fixedOn && { fixedOn }),
        ...subject,
      },
    ];
  });
  return { gaps, problems };
}
