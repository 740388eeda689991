import { STATUSES } from '../assessment/status';
import type { Summary } from '../assessment/summary';
import type { CalendarDate } from '../calendarDate';
import type { SharingRow } from './sharingRegister';

/** What became of a copy, what needs attention first. */
export const SHARE_STATES = ['past-date', 'outdated', 'out', 'returned', 'destroyed'] as const;
export type ShareState = (typeof SHARE_STATES)[number];

/** A copy that somebody was given. */
export interface Share {
  readonly id: string;
  readonly state: ShareState;
  /** Whether the statuses changed since: undefined where the row does not tell what they were, or the copy is no longer out. */
  readonly isOutdated?: boolean;
  readonly shared: SharingRow;
  /** The row that says that it was returned or destroyed; where both are told, that it was destroyed. */
  readonly ended?: SharingRow;
}

/**
 * Who has what. Of several rows that share the same id the first counts.
 *
 * @param statuses the hash of the statuses now (`statusText`), where it is known
 */
export function sharesOf(
  rows: readonly SharingRow[],
  today: CalendarDate,
  statuses: string | undefined,
): readonly Share[] {
  const shared = new Map<string, SharingRow>();
  const ended = new Map<string, SharingRow>();
  for (const row of rows) {
    const { id } = row.cells;
    if (id === '') continue;
    if (row.event === 'shared') shared.set(id, shared.get(id) ?? row);
    else if (row.event === 'destroyed' || (row.event === 'returned' && ended.get(id)?.event !== 'destroyed'))
      ended.set(id, row);
  }
  return [...shared].map(([id, row]) => {
    const end = ended.get(id);
    if (end) return { id, state: end.event === 'destroyed' ? 'destroyed' : 'returned', shared: row, ended: end };
    const then = row.cells.statuses;
    const isKnown = then !== '' && statuses !== undefined;
    const isOutdated = isKnown && then !== statuses;
    // The copy may be kept on that day still.
    const isPast = row.expires !== undefined && row.expires < today;
    const state = isPast ? 'past-date' : isOutdated ? 'outdated' : 'out';
    return { id, state, shared: row, ...(isKnown && { isOutdated }) };
  });
}

/** How many copies should have been given back or destroyed by now. */
export function countPastDate(rows: readonly SharingRow[], today: CalendarDate): number {
  return sharesOf(rows, today, undefined).filter(({ state }) => state === 'past-date').length;
}

/**
 * All statuses of an assessment as one text. Its SHA-256 stands in the row of a share: a copy is an old version once that
 * of the assessment is another one. By dates it could not be told, for nobody records when a status changed.
 */
export function statusText({ controls }: Pick<Summary, 'controls'>): string {
  const units = controls.flatMap((control) => [control, ...control.units]);
  return JSON.stringify(units.map(({ id, status }) => [id, STATUSES.indexOf(status)]).toSorted());
}

/** The number of the next copy, in the row's id: such as `S-0007`. */
export function nextShareId(rows: readonly SharingRow[]): string {
  const numbers = rows.map(({ cells }) => Number(/^S-(\d{1,9})$/.exec(cells.id)?.[1] ?? 0));
  const next = numbers.reduce((most, number) => Math.max(most, number), 0) + 1;
  return `S-${String(next).padStart(4, '0')}`;
}
