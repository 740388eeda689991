import { daysIn } from '../assessment/dateCell';
import { DAY_COLUMNS, SHARING_COLUMN_NAMES, type SharingCells, type SharingColumn } from './sharingColumns';

/** SHA-256 in lower-case hexadecimal; undefined where the host cannot tell it. */
export type Digest = (bytes: Uint8Array) => Promise<string | undefined>;

const HASHED = SHARING_COLUMN_NAMES.filter((column) => column !== 'hash').toSorted();

/**
 * The hash of a row: of its values by their columns' names, the hash of the row before among them, and of nothing that a
 * spreadsheet decides when it saves the file. Days are hashed as `YYYY-MM-DD`. Rows that were written before there was a
 * column for the day of the consent keep their hash.
 */
export async function rowHash(cells: SharingCells, digest: Digest): Promise<string | undefined> {
  const isHashed = (column: SharingColumn): boolean => column !== 'consented' || cells[column] !== '';
  const values = HASHED.filter(isHashed).map((column) => [column, cells[column]]);
  return digest(new TextEncoder().encode(JSON.stringify(values)));
}

/** A row whose days are told, and its hash. */
interface Hashed {
  readonly cells: SharingCells;
  readonly hash: string | undefined;
}

/**
 * The hash of a row as it stands in a file. A spreadsheet may have written its days in another form, of which `03/04/2026`
 * can be two days: the one that was written is the one by which the row has the hash that stands in it.
 */
export async function hashAsWritten(cells: SharingCells, digest: Digest): Promise<Hashed> {
  const [first = cells, ...others] = DAY_COLUMNS.reduce<readonly SharingCells[]>(
    (readings, column) => readings.flatMap((reading) => withDays(reading, column)),
    [cells],
  );
  for (const reading of [first, ...others]) {
    const hash = await rowHash(reading, digest);
    if (hash === cells.hash) return { cells: reading, hash };
  }
  return { cells, hash: await rowHash(first, digest) };
}

/** A row for each day that one of its cells could mean. */
function withDays(cells: SharingCells, column: SharingColumn): readonly SharingCells[] {
  const days = daysIn(cells[column]);
  return days.length === 0 ? [cells] : days.map((day) => ({ ...cells, [column]: day }));
}
