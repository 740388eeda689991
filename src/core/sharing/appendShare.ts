import { setSharingEnd } from '../assessment/editProject';
import { readProject } from '../assessment/projectFile';
import { tidy } from '../csv';
import { appendRows, type Refused, type RegisterFile } from '../csvEdit';
import { problem, severityOf } from '../problems';
import { CHAIN_START, verifyChain } from './chain';
import { type Digest, rowHash } from './rowHash';
import { type SharingPolicy, sharingSlips } from './projectSharing';
import { nextShareId } from './shares';
import {
  DAY_COLUMNS,
  type ShareEvent,
  SHARING_COLUMN_NAMES,
  SHARING_COLUMNS,
  type SharingCells,
  sharingCells,
  type SharingColumn,
} from './sharingColumns';
import { canonical, readSharingRegister, type SharingReading } from './sharingRegister';
import { keptAsText } from './spreadsheetText';

/** What is to be recorded: a new share gets an id of its own, and so does each row its place in the chain. */
export interface NewShareRow extends Readonly<
  Partial<Record<Exclude<SharingColumn, 'event' | 'previous' | 'hash'>, string>>
> {
  readonly event: ShareEvent;
}

export interface ProjectText {
  readonly file: string;
  readonly text: string;
}

/** Both files as they become. */
export interface AppendedShare {
  readonly bytes: Uint8Array;
  /** The project file's. */
  readonly text: string;
  readonly id: string;
  /** The 1-based line of the new row. */
  readonly line: number;
}

/** A register that a row can be added to, as it was read. */
export interface ReadyRegister {
  readonly reading: SharingReading;
  /** The id of the next copy. */
  readonly nextId: string;
  readonly policy: SharingPolicy;
}

/**
 * Whether a row can be added: not where the register is not as it was written, for a new end would hide that. Rows that the
 * project file does not know yet, as after a crash, are no obstacle.
 */
export async function readyRegister(
  register: RegisterFile,
  project: ProjectText,
  digest: Digest,
): Promise<ReadyRegister | Refused> {
  const { project: known, problems } = readProject(project.text, project.file);
  const [slip] = sharingSlips(problems);
  if (slip) return { failure: slip };
  const { sharing = {} } = known;
  const reading = await readIfAny(register, digest);
  const [broken] = [
    ...reading.problems.filter((each) => severityOf(each) === 'error'),
    ...verifyChain(reading.rows, sharing, register.file).filter(({ code }) => code !== 'sharing-ahead'),
  ];
  if (broken) return { failure: problem('sharing-not-whole', register.file, broken.at, register.name, broken) };
  return { reading, nextId: nextShareId(reading.rows), policy: sharing.policy ?? {} };
}

/**
 * The sharing register with one more row, and the project file with the register's new end, as `readyRegister` allows.
 * The project file knows then too what it did not know before.
 */
export async function appendShare(
  register: RegisterFile,
  project: ProjectText,
  row: NewShareRow,
  digest: Digest,
): Promise<AppendedShare | Refused> {
  const ready = await readyRegister(register, project, digest);
  if ('failure' in ready) return ready;
  const { reading, nextId } = ready;
  const refused = refuseEvent(row, reading, register);
  if (refused) return refused;

  const previous = reading.rows.at(-1)?.cells.hash ?? CHAIN_START;
  const cells = cellsOf({ ...row, id: row.id ?? nextId, previous }, reading);
  const hash = await rowHash(cells, digest);
  if (hash === undefined) return { failure: problem('sharing-no-hash-here', register.file, undefined, register.name) };
  const written = SHARING_COLUMN_NAMES.map((column) => [column, writtenAs(column, { ...cells, hash })] as const);
  const required = written.filter(([, value]) => value !== '').map(([column]) => column);
  const appended = appendRows(register, SHARING_COLUMNS, [Object.fromEntries(written)], required);
  if ('failure' in appended) return appended;
  const text = setSharingEnd(project.text, { rows: reading.rows.length + 1, lastHash: hash });
  return { bytes: appended.bytes, text, id: cells.id, line: appended.lines[0] ?? 1 };
}

async function readIfAny({ bytes, file, name }: RegisterFile, digest: Digest): Promise<SharingReading> {
  const isThere = bytes !== undefined && bytes.length > 0;
  return isThere
    ? readSharingRegister(bytes, file, name, digest)
    : { columns: SHARING_COLUMN_NAMES, rows: [], problems: [] };
}

/** A copy is shared once, and what nobody shared cannot come back. */
function refuseEvent(
  { event, id = '' }: NewShareRow,
  { rows }: SharingReading,
  { file }: RegisterFile,
): Refused | undefined {
  const shared = rows.find((row) => row.event === 'shared' && row.cells.id === canonical(id));
  if (event === 'shared' && shared && id !== '')
    return { failure: problem('repeated-share', file, { line: shared.line }, id, shared.line) };
  return event === 'shared' || shared ? undefined : { failure: problem('unknown-share', file, undefined, id) };
}

/** As they are read again. A file without the column for the statuses does without them. */
function cellsOf(row: NewShareRow & { readonly previous: string }, { columns }: SharingReading): SharingCells {
  return sharingCells((column) => {
    const value = column === 'hash' || (column === 'statuses' && !columns.includes(column)) ? '' : (row[column] ?? '');
    return canonical(tidy(value));
  });
}

/** Days stay days: in whatever form a spreadsheet writes them they are known again. */
function writtenAs(column: SharingColumn, cells: SharingCells): string {
  const value = cells[column];
  return DAY_COLUMNS.some((day) => day === column) ? value : keptAsText(value);
}
