import type { Files } from './files';
import { readIfThere } from './registers';
import { sameBytes } from './sameBytes';

/** What a file is to become; undefined stands for no file. */
export interface FileChange {
  readonly location: string;
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array;
}

/** @throws {FileError} with the reason `changed` where the file is not as it was */
export async function makeChange({ location, before, after }: FileChange, files: Files): Promise<void> {
  await files.write(location, after, { content: before });
}

/**
 * Puts a file back as it was, whether or not it was changed. One that somebody else wrote to meanwhile is left alone.
 *
 * @returns whether it is as it was
 * @throws {FileError}
 */
export async function undoChange({ location, before, after }: FileChange, files: Files): Promise<boolean> {
  const now = await readIfThere(location, files);
  if (sameBytes(now, before)) return true;
  if (!sameBytes(now, after)) return false;
  if (before) await files.write(location, before, { content: after });
  else await files.remove(location, { content: after });
  return true;
}
