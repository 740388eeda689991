import { setSharingEnd } from '../core/assessment/editProject';
import type { Summary } from '../core/assessment/summary';
import type { Refused } from '../core/csvEdit';
import { createLineIndex, type LineIndex } from '../core/lineIndex';
import { problem, type Problem } from '../core/problems';
import {
  type AppendedShare,
  appendShare,
  type NewShareRow,
  type ReadyRegister,
  readyRegister,
} from '../core/sharing/appendShare';
import { type ChainEnd, completedEnd, verifyChain } from '../core/sharing/chain';
import { type PendingShare, type Sharing, sharingSlips } from '../core/sharing/projectSharing';
import { statusText } from '../core/sharing/shares';
import { readSharingRegister, type SharingReading, type SharingRow } from '../core/sharing/sharingRegister';
import { makeChange, undoChange } from './fileChange';
import type { Files } from './files';
import { isRecorded, pendingProblem, pendingState } from './pendingShare';
import { sha256 } from './sha256';
import { readSharingFiles } from './sharingFiles';
import { readTextFile, writeTextFile } from './textFile';

/** The sharing register as it was verified. */
export interface Verified {
  readonly register: string;
  readonly projectFile: string;
  /** The lines of the project file, at whose offsets problems can stand. */
  readonly lines: LineIndex;
  readonly rows: readonly SharingRow[];
  /** What is amiss: in single rows, and with the register as a whole. */
  readonly problems: readonly Problem[];
  /** What the project file should say of the end, where it only lags behind. */
  readonly completed?: Required<ChainEnd>;
  /** A share that was interrupted. */
  readonly pending?: PendingShare;
}

/** Reads a project's sharing register, and verifies it. Undefined where there is none. @throws {FileError} */
export async function verifySharing(projectFile: string, files: Files): Promise<Verified | undefined> {
  const { project, sharing, places, problems, register: read } = await readSharingFiles(projectFile, files);
  const { pending } = sharing;
  const { bytes, file: register, name } = read;
  const slips = sharingSlips(problems);
  if (!bytes && (sharing.rows ?? 0) === 0 && !pending && slips.length === 0) return undefined;
  const reading = bytes && (await readSharingRegister(bytes, register, name, sha256));
  const { rows = [] } = reading ?? {};
  const state = pending && (await pendingState(pending, rows, projectFile, files));
  const broken = reading ? verifyReading(reading, sharing, register) : [];
  const completed = pending ? undefined : completedEnd(rows, [...slips, ...broken]);
  return {
    register,
    projectFile,
    lines: createLineIndex(project.text),
    rows,
    problems: [
      ...slips,
      ...(pending ? [pendingProblem(pending, projectFile, places, state)] : []),
      ...(reading?.problems ?? []),
      ...broken,
      ...(!bytes && (sharing.rows ?? 0) > 0 ? [registerGone(register, projectFile, sharing.rows ?? 0, files)] : []),
    ],
    ...(completed && { completed }),
    ...(pending && { pending }),
  };
}

/**
 * What became of the rows since they were written. Of a file that cannot be read as a register nothing is told beside that;
 * nor of a row that the project file does not know yet because its share was interrupted.
 */
export function verifyReading(
  { columns, rows }: Pick<SharingReading, 'columns' | 'rows'>,
  { pending, ...end }: ChainEnd & Pick<Sharing, 'pending'>,
  file: string,
): readonly Problem[] {
  if (columns.length === 0) return [];
  const isBegun = pending !== undefined && isRecorded(pending, rows);
  return verifyChain(rows, end, file).filter(({ code }) => code !== 'sharing-ahead' || !isBegun);
}

/** What to tell of a register that is not there, at the project file, which knows of its rows. */
export function registerGone(register: string, projectFile: string, rows: number, files: Files): Problem {
  return problem('sharing-register-gone', projectFile, undefined, files.label(register), rows);
}

/**
 * Records that a copy was shared, returned or destroyed: a row of the register and, in the project file, the register's
 * new end. The register is written first. Where the project file then cannot be written, the register is put back as it
 * was; where not even that works, or the program ends in between, verifying tells that the project file lags behind, and
 * completes it.
 *
 * @throws {FileError} where a file cannot be read or written, or was changed by someone else meanwhile
 */
export async function recordShare(
  projectFile: string,
  row: NewShareRow,
  files: Files,
): Promise<(AppendedShare & { readonly register: string }) | Refused> {
  const { project, register } = await readSharingFiles(projectFile, files);
  const appended = await appendShare(register, project, row, sha256);
  if ('failure' in appended) return appended;
  const change = { location: register.file, before: register.bytes, after: appended.bytes };
  await makeChange(change, files);
  try {
    await writeTextFile(project, appended.text, files);
  } catch (error) {
    await undoChange(change, files).catch(() => undefined);
    throw error;
  }
  return { ...appended, register: register.file };
}

export interface PreparedShare extends ReadyRegister {
  /** The location of the register. */
  readonly register: string;
}

/**
 * What a share can be recorded in, before anything is made that has to be: with the id that its copy would have, what the
 * project asks of it, and who was given something before.
 *
 * @throws {FileError}
 */
export async function prepareShare(projectFile: string, files: Files): Promise<PreparedShare | Refused> {
  const { project, sharing, places, register } = await readSharingFiles(projectFile, files);
  const { pending } = sharing;
  const ready = await readyRegister(register, project, sha256);
  if ('failure' in ready) return ready;
  const prepared = { ...ready, register: register.file };
  if (!pending) return prepared;
  const state = await pendingState(pending, ready.reading.rows, projectFile, files);
  const isUndecided = state === 'other-file' || state === 'other-number';
  return isUndecided ? { failure: pendingProblem(pending, projectFile, places, state) } : prepared;
}

/** What stands under `statuses` in the row of a share; undefined where the host can tell no SHA-256. */
export function hashOfStatuses(summary: Summary): Promise<string | undefined> {
  return sha256(new TextEncoder().encode(statusText(summary)));
}

/** Lets the project file know the end of the register, where it only lags behind. @throws {FileError} */
export async function completeEnd({ projectFile, completed }: Verified, files: Files): Promise<void> {
  const project = await readTextFile(projectFile, files);
  if (completed) await writeTextFile(project, setSharingEnd(project.text, completed), files);
}
