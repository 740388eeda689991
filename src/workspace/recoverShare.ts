import { setSharingEnd, withoutPendingShare } from '../core/assessment/editProject';
import type { Refused } from '../core/csvEdit';
import { appendShare, readyRegister } from '../core/sharing/appendShare';
import { sharingSlips } from '../core/sharing/projectSharing';
import type { Files } from './files';
import { pendingProblem, pendingState } from './pendingShare';
import { sha256 } from './sha256';
import { readSharingFiles } from './sharingFiles';
import { writeTextFile } from './textFile';

/** What became of a share that was interrupted. */
export interface RecoveredShare {
  readonly number: string;
  readonly recipient: string;
  /** Whether it is in the register; if not, it was taken back, for nothing had been written. */
  readonly isRecorded: boolean;
}

/**
 * Finishes a share that was interrupted, where its file was written, or takes it back where it was not. Where there is
 * another file, or its number is another's, nothing is done: a person has to say what became of it.
 *
 * @returns undefined where no share is noted
 * @throws {FileError}
 */
export async function recoverShare(projectFile: string, files: Files): Promise<RecoveredShare | Refused | undefined> {
  const { project, sharing, places, problems, register } = await readSharingFiles(projectFile, files);
  const [slip] = sharingSlips(problems);
  if (slip) return { failure: slip };
  const { pending } = sharing;
  if (!pending) return undefined;
  const ready = await readyRegister(register, project, sha256);
  if ('failure' in ready) return ready;
  const { rows } = ready.reading;
  const state = await pendingState(pending, rows, projectFile, files);
  const recovered = { number: pending.id, recipient: pending.recipient };
  const without = withoutPendingShare(project.text);
  switch (state) {
    case 'recorded': {
      const end = { rows: rows.length, lastHash: rows.at(-1)?.cells.hash ?? '' };
      await writeTextFile(project, setSharingEnd(without, end), files);
      return { ...recovered, isRecorded: true };
    }
    case 'written': {
      const appended = await appendShare(register, project, { event: 'shared', ...pending }, sha256);
      if ('failure' in appended) return appended;
      await files.write(register.file, appended.bytes, { content: register.bytes });
      await writeTextFile(project, withoutPendingShare(appended.text), files);
      return { ...recovered, isRecorded: true };
    }
    case 'not-written':
      await writeTextFile(project, without, files);
      return { ...recovered, isRecorded: false };
    default:
      return { failure: pendingProblem(pending, projectFile, places, state) };
  }
}
