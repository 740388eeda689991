import { setPseudonymKey } from '../core/assessment/editProject';
import { readProject } from '../core/assessment/projectFile';
import type { Files } from './files';
import { readTextFile, writeTextFile } from './textFile';

/** In bytes, as many as a SHA-256 has. */
const LENGTH = 32;

/**
 * The key that a project's pseudonyms are made with. Where there is none a random one is written into the project file, so
 * that the same text has the same pseudonym in all copies to come.
 *
 * @throws {FileError} where the file cannot be read or written, or was changed by someone else meanwhile
 */
export async function ensurePseudonymKey(projectFile: string, files: Files): Promise<string> {
  const project = await readTextFile(projectFile, files);
  const known = readProject(project.text, projectFile).project.sharing?.pseudonymKey;
  if (known !== undefined) return known;
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(LENGTH));
  const key = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  await writeTextFile(project, setPseudonymKey(project.text, key), files);
  return key;
}
