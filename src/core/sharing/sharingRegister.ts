import { daysIn, unreadableDate } from '../assessment/dateCell';
import { readRegister, type RegisterRow } from '../assessment/register';
import type { CalendarDate } from '../calendarDate';
import { shortened } from '../csv';
import { problem, type Problem } from '../problems';
import { type Digest, hashAsWritten } from './rowHash';
import {
  DAY_COLUMNS,
  SHARE_EVENTS,
  SHARING_COLUMNS,
  type ShareEvent,
  type SharingCells,
  sharingCells,
} from './sharingColumns';
import { fromKeptText } from './spreadsheetText';

/** A row of the sharing register. */
export interface SharingRow {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly cells: SharingCells;
  /** Undefined where it is none that is known. */
  readonly event?: ShareEvent;
  /** The days of the row, where they can be told. */
  readonly date?: CalendarDate;
  readonly expires?: CalendarDate;
  readonly consented?: CalendarDate;
  /** The hash that its values have; the one that stands in the row is `cells.hash`. Undefined where the host cannot tell. */
  readonly computed?: string;
}

export interface SharingReading {
  /** The names of its columns, in lower case. */
  readonly columns: readonly string[];
  readonly rows: readonly SharingRow[];
  readonly problems: readonly Problem[];
}

/**
 * Reads `sharing.csv`. What is wrong in a row is a problem, and the row is kept: who holds a copy must not be lost by a
 * slip. Whether rows were changed, removed or put elsewhere is told by `verifyChain`.
 */
export async function readSharingRegister(
  bytes: Uint8Array,
  file: string,
  name: string,
  digest: Digest,
): Promise<SharingReading> {
  const required = (['id', 'event', 'date', 'recipient'] as const).map((column) => [
    column,
    ...SHARING_COLUMNS[column],
  ]);
  const register = readRegister(bytes, file, name, required);
  const problems = [...register.problems];
  const rows: SharingRow[] = [];
  for (const row of register.rows) rows.push(await readRow(row, file, digest, problems));
  return { columns: register.columns, rows, problems: [...problems, ...eventProblems(rows)] };
}

async function readRow(row: RegisterRow, file: string, digest: Digest, problems: Problem[]): Promise<SharingRow> {
  const { line } = row;
  const written = cellsOf(row);
  const { cells, hash } = await hashAsWritten(written, digest);
  const event = SHARE_EVENTS.find((each) => each === cells.event.toLowerCase());
  if (!event) problems.push(problem('unknown-share-event', file, { line }, shortened(cells.event), SHARE_EVENTS));
  const days = DAY_COLUMNS.flatMap((column) => {
    const [day, other] = daysIn(cells[column]);
    const isTold = day !== undefined && other === undefined;
    if (!isTold && (column === 'date' || cells[column] !== ''))
      problems.push(unreadableDate(cells[column], column, file, line));
    return isTold ? [[column, day] as const] : [];
  });
  return {
    file,
    line,
    cells,
    ...(event && { event }),
    ...(Object.fromEntries(days) as Pick<SharingRow, (typeof DAY_COLUMNS)[number]>),
    ...(hash !== undefined && { computed: hash }),
  };
}

function cellsOf(row: RegisterRow): SharingCells {
  return sharingCells((column) => canonical(row.get(column, ...SHARING_COLUMNS[column])));
}

/** A tidied cell without what editors and spreadsheets decide: the apostrophe, and how letters with accents are encoded. */
export function canonical(cell: string): string {
  return fromKeptText(cell).normalize('NFC');
}

/** Rows that do not go together. */
function eventProblems(rows: readonly SharingRow[]): readonly Problem[] {
  const shared = new Map<string, number>();
  const problems: Problem[] = [];
  for (const { file, line, cells, event } of rows) {
    const { id } = cells;
    const before = shared.get(id);
    if (id === '') problems.push(problem('share-without-id', file, { line }));
    else if (event !== 'shared') continue;
    else if (before === undefined) shared.set(id, line);
    else problems.push(problem('repeated-share', file, { line }, id, before));
  }
  for (const { file, line, cells, event } of rows) {
    const isEnd = event !== undefined && event !== 'shared';
    if (isEnd && cells.id !== '' && !shared.has(cells.id))
      problems.push(problem('unknown-share', file, { line }, cells.id));
  }
  return problems;
}
