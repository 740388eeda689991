import { tidy } from '../core/csv';
import { message } from '../core/message';
import { problem, type Problem } from '../core/problems';
import type { PendingShare } from '../core/sharing/projectSharing';
import { canonical, type SharingRow } from '../core/sharing/sharingRegister';
import type { Span } from '../core/span';
import type { Files } from './files';
import { readIfThere } from './registers';
import { sha256 } from './sha256';

/**
 * How far a share came that was interrupted: its row is in the register, or its file only is written, or not even that;
 * or it cannot be told, for there is another file in its place or another copy has its number.
 */
export type PendingState = 'recorded' | 'written' | 'not-written' | 'other-file' | 'other-number';

/** By which the row of a share is known. */
const IDENTITY = ['id', 'recipient', 'file', 'sha256'] as const;

/** @param rows of the register @throws {FileError} */
export async function pendingState(
  pending: PendingShare,
  rows: readonly SharingRow[],
  projectFile: string,
  files: Files,
): Promise<PendingState> {
  if (isRecorded(pending, rows)) return 'recorded';
  const bytes = await readIfThere(files.resolve(files.resolve(projectFile, '..'), pending.file), files);
  const hash = bytes && (await sha256(bytes));
  if (!bytes || hash === pending.replaces) return 'not-written';
  if (hash !== pending.sha256) return 'other-file';
  const isTaken = rows.some(({ event, cells }) => event === 'shared' && cells.id === pending.id);
  return isTaken ? 'other-number' : 'written';
}

/** Whether the register has the row of a share: that copy's, and not another's that only looks alike. */
export function isRecorded(pending: PendingShare, rows: readonly SharingRow[]): boolean {
  return rows.some(
    ({ event, cells }) =>
      event === 'shared' && IDENTITY.every((column) => cells[column] === canonical(tidy(pending[column]))),
  );
}

/** Whether what is noted is this share. */
export function isSameShare(noted: PendingShare | undefined, pending: PendingShare): boolean {
  return IDENTITY.every((column) => noted?.[column] === pending[column]);
}

/** What to tell of a share that was interrupted, where it is noted. */
export function pendingProblem(
  { id, recipient, file: path }: PendingShare,
  projectFile: string,
  places: ReadonlyMap<string, Span>,
  state?: PendingState,
): Problem {
  const at = places.get(id);
  if (state === 'other-file' || state === 'other-number') {
    const why = state === 'other-file' ? message('share-file-other', path) : message('share-number-taken', id);
    return problem('share-undecided', projectFile, at, id, recipient, why);
  }
  return problem('share-unfinished', projectFile, at, id, recipient);
}
