import { type Evidence, readEvidence } from '../core/assessment/evidence';
import { parseMaturityLevel } from '../core/assessment/maturity';
import {
  EVIDENCE_COLUMNS,
  type EvidenceColumn,
  missingEvidenceRows,
  type NewRequests,
  newRequestRows,
  type NewRows,
  REQUEST_COLUMNS,
  type RequestColumn,
} from '../core/assessment/newRows';
import { ID_COLUMNS, readRegister, type RegisterRow } from '../core/assessment/register';
import { readRequests } from '../core/assessment/requests';
import { type Appended, appendRows, type Refused, type RegisterCells, type RegisterFile } from '../core/csvEdit';
import { readSubject, type Subject } from '../core/csf/subject';
import type { Assessment } from './assessment';
import { FileError, type Files } from './files';
import { sameBytes } from './sameBytes';
import { USUAL_REGISTERS } from './usualRegisters';

export type RegisterRole = keyof typeof USUAL_REGISTERS;

/** The locations of an assessment's registers of a kind: those that it reads, or the one that there would be. */
export function registersOf(assessment: Assessment, role: RegisterRole, files: Files): readonly [string, ...string[]] {
  const roleOf = (location: string): string | undefined => assessment.roleOf(location);
  const [first, ...others] = assessment.files.filter((location) => roleOf(location) === role);
  return [first ?? files.resolve(assessment.source.folder, USUAL_REGISTERS[role]), ...others];
}

/**
 * Changes a register. Nothing is written where the change is refused, or where it comes to nothing.
 *
 * @throws {FileError} where the file cannot be read or written, or was changed by someone else meanwhile
 */
export async function changeRegister<E extends { readonly bytes: Uint8Array }>(
  location: string,
  files: Files,
  change: (register: RegisterFile) => E | Refused,
): Promise<E | Refused> {
  const bytes = await readIfThere(location, files);
  const changed = change({ bytes, file: location, name: files.label(location) });
  if ('failure' in changed || sameBytes(changed.bytes, bytes ?? new Uint8Array())) return changed;
  await files.write(location, changed.bytes, { content: bytes });
  return changed;
}

/** The content of a file; undefined where there is none. @throws {FileError} */
export async function readIfThere(location: string, files: Files): Promise<Uint8Array | undefined> {
  try {
    return await files.read(location);
  } catch (error) {
    if (error instanceof FileError && error.reason === 'not-found') return undefined;
    throw error;
  }
}

/** What was appended, and what could not be. */
export interface AppendedRows<C extends string> extends Appended<C>, Pick<NewRows<C>, 'unnamed'> {}

export interface AppendedRequests extends AppendedRows<RequestColumn>, Pick<NewRequests, 'notInheritable'> {}

/** Appends a piece of evidence to a register. */
export async function addEvidenceRow(
  location: string,
  row: RegisterCells<EvidenceColumn>,
  assessment: Assessment,
  files: Files,
): Promise<AppendedRows<EvidenceColumn> | Refused> {
  const required = ['requirement', 'location', ...levelColumn(assessment)] as const;
  return changeRegister(location, files, (register) =>
    withUnnamed(appendRows(register, EVIDENCE_COLUMNS, [row], required)),
  );
}

/** Appends to an evidence register a row for whatever evidence is wanted and has none (`missingEvidenceRows`). */
export async function addMissingEvidence(
  location: string,
  assessment: Assessment,
  files: Files,
): Promise<AppendedRows<EvidenceColumn> | Refused> {
  const { levels, summary } = assessment;
  const required = ['requirement', 'state', ...levelColumn(assessment)] as const;
  return changeRegister(location, files, (register) => {
    // Rows with a slip elsewhere are there too, and a second one is not what they need.
    const there = rowsWithSubjects(register, assessment).map(({ row, subject }) => {
      const maturity = parseMaturityLevel(row.get('maturity', ...EVIDENCE_COLUMNS.maturity));
      return { ...subject, ...(maturity && { maturity }) };
    });
    const { rows, unnamed } = missingEvidenceRows(summary, levels, [...evidenceNow(register, assessment), ...there]);
    return withUnnamed(appendRows(register, EVIDENCE_COLUMNS, rows, required), unnamed);
  });
}

/**
 * Appends to a request register a planned request for all that could be requested and is not (`newRequestRows`).
 *
 * @param only controls and requirements; all where this is empty
 */
export async function addRequests(
  location: string,
  assessment: Assessment,
  files: Files,
  only: readonly Subject[] = [],
): Promise<AppendedRequests | Refused> {
  const { catalog, registers, summary } = assessment;
  return changeRegister(location, files, (register) => {
    const { provider } = assessment.matrixSourceOf(location);
    const { requests, unplaced, problems } = readRequests(
      register.bytes ?? new Uint8Array(),
      location,
      register.name,
      catalog,
      provider,
    );
    const written = rowsWithSubjects(register, assessment);
    const toOthers = problems.flatMap(({ code, at }) =>
      code === 'other-provider' && at && 'line' in at ? at.line : [],
    );
    const known = new Set([...toOthers, ...requests.map(({ line }) => line)]);
    const unread = written.filter(({ row }) => !known.has(row.line)).map(({ subject }) => subject);
    const placed = assessment.place({ requests, unplacedRequests: unplaced });
    const elsewhere = registers.requests.filter(({ file }) => file !== location);
    // Of those too that cannot be placed: no two rows have the same id.
    const ids = rowsOf(register).map((row) => row.get('request_id'));
    const all = [...elsewhere, ...placed.requests, ...unread];
    const { rows, unnamed, notInheritable } = newRequestRows(summary, all, ids, only);
    const required = ['requirement', 'partial', 'state'] as const;
    const appended = withUnnamed(appendRows(register, REQUEST_COLUMNS, rows, required), unnamed);
    return 'failure' in appended ? appended : { ...appended, notInheritable };
  });
}

/** All evidence there is, that of a register as it is now. */
export function evidenceNow(register: RegisterFile, assessment: Assessment): readonly Evidence[] {
  const { bytes = new Uint8Array(), file, name } = register;
  const { evidence, unplaced } = readEvidence(bytes, file, name, assessment.catalog);
  const placed = assessment.place({ evidence, unplacedEvidence: unplaced });
  return [...assessment.registers.evidence.filter((item) => item.file !== file), ...placed.evidence];
}

/** Where one level is scored rows need not name it. */
export function levelColumn({ levels }: Assessment): readonly 'maturity'[] {
  return levels.length > 1 ? ['maturity'] : [];
}

export function withUnnamed<C extends string>(
  appended: Appended<C> | Refused,
  unnamed: readonly string[] = [],
): AppendedRows<C> | Refused {
  return 'failure' in appended ? appended : { unnamed, ...appended };
}

/** The rows of a register that say what they are for. */
function rowsWithSubjects(
  register: RegisterFile,
  { catalog }: Assessment,
): readonly { readonly row: RegisterRow; readonly subject: Subject }[] {
  return rowsOf(register).flatMap((row) => {
    const subject = readSubject(row.get(...ID_COLUMNS), catalog);
    return typeof subject === 'string' ? [] : [{ row, subject }];
  });
}

function rowsOf({ bytes = new Uint8Array(), file, name }: RegisterFile): readonly RegisterRow[] {
  return readRegister(bytes, file, name, []).rows;
}
