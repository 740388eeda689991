import { mayGoOn } from '../core/matrix/mayGoOn';
import { FileError, type Files } from './files';

/** How often a file is looked at, and how long it has to stay as it is. */
export const STEP_MS = 250;
/** How long one has to that looks as if its writer were not done. */
export const PATIENCE_MS = 2_000;
/** A file that never stays as it is, is read as it is in the end. */
export const LIMIT_MS = 15_000;

/**
 * Resolves once a table's file that somebody writes to is whole, as far as one can tell from outside: it has not changed
 * for a moment, and it ends as tables do or has not changed for a longer one. A file that went and did not come back is
 * waited for like one that is cut off: many programs write a new file and put it in the old one's place.
 *
 * @param wait resolves after so many milliseconds
 */
export async function whenWritten(
  location: string,
  files: Pick<Files, 'read' | 'stampOf'>,
  wait: (milliseconds: number) => Promise<void>,
): Promise<void> {
  let stamp = await files.stampOf(location);
  let unchanged = 0;
  let isCutOff = false;
  for (let waited = 0; waited < LIMIT_MS; waited += STEP_MS) {
    await wait(STEP_MS);
    const now = await files.stampOf(location);
    unchanged = now === stamp ? unchanged + STEP_MS : 0;
    stamp = now;
    // Each state of the file is looked into once.
    if (unchanged === STEP_MS) isCutOff = await looksCutOff(location, files);
    if (unchanged > 0 && (!isCutOff || unchanged >= PATIENCE_MS)) return;
  }
}

async function looksCutOff(location: string, files: Pick<Files, 'read'>): Promise<boolean> {
  try {
    return mayGoOn(await files.read(location));
  } catch (error) {
    if (error instanceof FileError) return true;
    throw error;
  }
}
