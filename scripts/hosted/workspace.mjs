// Folders for VS Code to work in that nobody will miss.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Makes an empty folder among the system's temporary ones. It goes when this process ends. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'inheritance-scope-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/**
 * Copies a folder (nothing, if it does not exist) to where a test may scribble in it.
 * @param {string} source
 * @param {object} [settings] go into the copy's workspace settings
 * @returns the copy's path
 */
export function copyWorkspace(source, settings = {}) {
  const copy = join(temporaryFolder(), 'sample-assessment');
  mkdirSync(copy);
  if (existsSync(source)) cpSync(source, copy, { recursive: true });
  addSettings(copy, settings);
  return copy;
}

/** Adds to a folder's workspace settings, which must be JSON without comments. @param {string} folder @param {object} settings */
export function addSettings(folder, settings) {
  const file = join(folder, '.vscode', 'settings.json');
  mkdirSync(dirname(file), { recursive: true });
  const present = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  writeFileSync(file, `${JSON.stringify({ ...present, ...settings }, undefined, 2)}\n`);
}
