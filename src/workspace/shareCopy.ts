import { setPendingShare, withoutPendingShare } from '../core/assessment/editProject';
import { readProject } from '../core/assessment/projectFile';
import { type CalendarDate, parseCalendarDate } from '../core/calendarDate';
import { tidy } from '../core/csv';
import type { Refused, RegisterFile } from '../core/csvEdit';
import { type Message, message } from '../core/message';
import { problem } from '../core/problems';
import type { CopyMark } from '../core/report/report';
import { appendShare, readyRegister } from '../core/sharing/appendShare';
import type { PendingShare } from '../core/sharing/projectSharing';
import { refuseDetails, SHARE_DETAILS, type ShareDetails } from '../core/sharing/sharePolicy';
import { canonical, readSharingRegister } from '../core/sharing/sharingRegister';
import { type FileChange, makeChange, undoChange } from './fileChange';
import { FileError, type Files } from './files';
import { isRecorded, isSameShare } from './pendingShare';
import { recoverShare } from './recoverShare';
import { readIfThere } from './registers';
import { sha256 } from './sha256';
import { readSharingFiles } from './sharingFiles';
import { bytesOf, readTextFile, type TextFile, writeTextFile } from './textFile';

/** A copy that is to be shared, with what is told of it. */
export interface ShareRequest extends ShareDetails {
  readonly projectFile: string;
  /** Where the copy is written. */
  readonly target: string;
  /** Whether it may take the place of a file. */
  readonly overwrite: boolean;
  /** Whether a file is one that the summary is made from, which the copy must not take the place of. */
  readonly isInput?: (location: string) => Promise<boolean>;
  readonly today: CalendarDate;
  /** The id of the profile. */
  readonly profile: string;
  readonly recipient: string;
  /** Who records it. */
  readonly by?: string;
  /** The hash of the statuses that the copy shows (`hashOfStatuses`). */
  readonly statuses?: string;
  /** Makes the file in memory, for a copy with this mark. */
  readonly make: (copy: CopyMark) => Promise<Uint8Array>;
  /** Cancels it, as long as the register is not written. */
  readonly signal?: AbortSignal;
}

/** A copy that was written and recorded. */
export interface SharedCopy {
  readonly target: string;
  readonly number: string;
  readonly sha256: string;
}

/**
 * Makes a copy, writes it and records it in the sharing register: all of it or nothing. The share is noted in the project
 * file before the copy is written, and the note goes when the register's new end comes, so that after a crash in between
 * `recoverShare` can tell what is to be done; a share that was interrupted before is finished first.
 *
 * @throws {FileError} where a file cannot be read or written, or was changed by someone else meanwhile: then it can be
 * tried again
 * @throws the reason of the signal
 */
export async function shareCopy(request: ShareRequest, files: Files): Promise<SharedCopy | Refused> {
  const recovered = await recoverShare(request.projectFile, files);
  if (recovered && 'failure' in recovered) return recovered;
  const before = await look(request, files);
  if ('failure' in before) return before;
  const content = await request.make(markOf(request, before.number));
  request.signal?.throwIfAborted();
  // Making it can take long.
  const now = await look(request, files);
  if ('failure' in now) return now;
  if (now.number !== before.number) throw new FileError('changed', now.register.file, { operation: 'write' });
  const plan = await planOf(request, now, content);
  if ('failure' in plan) return plan;
  let last = plan.note;
  try {
    for (last of [plan.note, plan.copy, plan.row, plan.end]) {
      if (last !== plan.end) request.signal?.throwIfAborted();
      await makeChange(last, files);
    }
  } catch (error) {
    const isRowOthers = last === plan.row && error instanceof FileError && error.reason === 'changed';
    // Where it cannot be taken back either, the note stays, and tells of it.
    const isTakenBack = await takeBack(plan, isRowOthers, files).catch(() => true);
    if (isTakenBack) throw error;
    await recoverShare(request.projectFile, files).catch(() => undefined);
  }
  return { target: request.target, number: plan.pending.id, sha256: plan.pending.sha256 };
}

/** The files as they are before a share. */
interface Before {
  readonly number: string;
  /** How many the register has. */
  readonly rows: number;
  readonly project: TextFile;
  readonly register: RegisterFile;
  readonly target: Uint8Array | undefined;
  /** The target's path from the project file. */
  readonly path: string;
}

/** Whether a share is allowed, by the register, the policy and what lies where it is to be written. */
async function look(request: ShareRequest, files: Files): Promise<Before | Refused> {
  const { projectFile, target: location, today } = request;
  const { project, register } = await readSharingFiles(projectFile, files);
  const ready = await readyRegister(register, project, sha256);
  if ('failure' in ready) return ready;
  const refused = refuseDetails(request, ready.policy, today, projectFile);
  if (refused) return refused;
  const refuse = (why: Message): Refused => ({ failure: problem('share-not-allowed', projectFile, undefined, why) });
  const name = files.label(location);
  const path = pathFrom(files.resolve(projectFile, '..'), location, files);
  if (path === undefined) return refuse(message('share-target-elsewhere', name));
  const kind = await files.kindOf(location);
  if (kind === 'folder') return refuse(message('share-target-folder', name));
  const isInput = location === projectFile || location === register.file || (await request.isInput?.(location));
  if (isInput) return refuse(message('share-target-input', name));
  const target = await readIfThere(location, files);
  if (target && !request.overwrite) return refuse(message('share-target-there', name));
  return { number: ready.nextId, rows: ready.reading.rows.length, project, register, target, path };
}

/** How the files change, one after another. */
interface Plan {
  readonly pending: PendingShare;
  /** The project file, with a note of the share. */
  readonly note: FileChange;
  readonly copy: FileChange;
  /** The register. */
  readonly row: FileChange;
  /** The project file, with the register's new end in the place of the note. */
  readonly end: FileChange;
  readonly project: TextFile;
  /** How many rows the register has then. */
  readonly rows: number;
}

async function planOf(request: ShareRequest, before: Before, content: Uint8Array): Promise<Plan | Refused> {
  const { project, register, target } = before;
  const hash = await sha256(content);
  if (hash === undefined) {
    return { failure: problem('sharing-no-hash-here', register.file, undefined, register.name) };
  }
  const told = rowOf(request, before, hash);
  const appended = await appendShare(register, project, { event: 'shared', ...told }, sha256);
  if ('failure' in appended) return appended;
  const replaces = target && (await sha256(target));
  const pending = { ...told, ...(replaces !== undefined && { replaces }) };
  const noted = bytesOf(project, setPendingShare(project.text, pending));
  return {
    pending,
    project,
    rows: before.rows + 1,
    note: { location: project.file, before: project.bytes, after: noted },
    copy: { location: request.target, before: target, after: content },
    row: { location: register.file, before: register.bytes, after: appended.bytes },
    end: { location: project.file, before: noted, after: bytesOf(project, appended.text) },
  };
}

/** What the copy and its row say, tidied alike. */
function detailsOf(request: ShareRequest): ShareDetails {
  const told = SHARE_DETAILS.map((detail) => [detail, canonical(tidy(request[detail] ?? ''))] as const);
  return Object.fromEntries(told.filter(([, value]) => value !== ''));
}

function markOf(request: ShareRequest, number: string): CopyMark {
  const { recipient = '', organization, purpose = '', limitations, expires } = detailsOf(request);
  const lastDay = expires === undefined ? undefined : parseCalendarDate(expires);
  return {
    number,
    recipient,
    ...(organization !== undefined && { organization }),
    purpose,
    date: request.today,
    ...(lastDay !== undefined && { expires: lastDay }),
    ...(limitations !== undefined && { limitations }),
  };
}

function rowOf(request: ShareRequest, { number, path }: Before, hash: string): PendingShare {
  const { today, profile, by, statuses } = request;
  const { recipient = '', ...details } = detailsOf(request);
  return {
    id: number,
    date: today,
    recipient,
    ...details,
    profile,
    file: path,
    sha256: hash,
    ...(by !== undefined && by.trim() !== '' && { by }),
    ...(statuses !== undefined && { statuses }),
  };
}

/**
 * Puts everything back as it was before a share that failed.
 *
 * @param isRowOthers whether the register is not as this share would have it
 * @returns false where it was made after all, and stays: another share found this one meanwhile and recorded it, or its end
 * was written though that seemed to fail
 * @throws {FileError}
 */
async function takeBack(plan: Plan, isRowOthers: boolean, files: Files): Promise<boolean> {
  const { pending, note, copy, row, project } = plan;
  const isThere = await isInRegister(plan, files);
  const { sharing = {} } = readProject((await readTextFile(project.file, files)).text, project.file).project;
  const isKnown = !isSameShare(sharing.pending, pending) && (sharing.rows ?? 0) >= plan.rows;
  if (isThere && (isRowOthers || isKnown)) return false;
  if (!(await undoChange(row, files)) && isThere) return false;
  await undoChange(copy, files);
  if (await undoChange(note, files)) return true;
  // Somebody else wrote to it: only the note of this share goes.
  const now = await readTextFile(project.file, files);
  const noted = readProject(now.text, project.file).project.sharing?.pending;
  if (isSameShare(noted, pending)) await writeTextFile(now, withoutPendingShare(now.text), files);
  return true;
}

async function isInRegister({ pending, row: { location } }: Plan, files: Files): Promise<boolean> {
  const bytes = await readIfThere(location, files);
  if (!bytes) return false;
  const { rows } = await readSharingRegister(bytes, location, files.label(location), sha256);
  return isRecorded(pending, rows);
}

/** The path that leads from a folder to a file, by which it is found again; undefined where there is none. */
function pathFrom(folder: string, location: string, files: Files): string | undefined {
  let [above, steps] = [folder, ''];
  for (;;) {
    const below = files.relative(above, location);
    if (below !== undefined) return `${steps}${below}`;
    const next = files.resolve(above, '..');
    if (next === above) break;
    [above, steps] = [next, `${steps}../`];
  }
  // On another drive.
  const label = files.label(location);
  return files.resolve(folder, label) === location ? label : undefined;
}
