// Folders for VS Code to work in that nobody will miss.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** @type {string[]} */
const temporaryFolders = [];

/** Makes an empty folder among the system's temporary ones. It goes when this process ends. */
export function temporaryFolder() {
  // One listener for all of them: Node takes more than ten for a leak.
  if (temporaryFolders.length === 0) process.once('exit', removeTemporaryFolders);
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'inheritance-scope-'));
  temporaryFolders.push(folder);
  return folder;
}

function removeTemporaryFolders() {
  for (const folder of temporaryFolders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
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

const WORKSPACE_FILE = '.code-workspace';

/** Is a workspace a file that names folders, and no folder itself? @param {string} workspace */
export function isWorkspaceFile(workspace) {
  return workspace.endsWith(WORKSPACE_FILE);
}

/**
 * Makes a workspace file beside a folder. So far it names that one only.
 * @param {string} folder
 * @returns the file's path
 */
export function createWorkspaceFile(folder) {
  const file = `${folder}${WORKSPACE_FILE}`;
  changeJson(file, () => ({ folders: [{ path: folder }] }));
  return file;
}

/** VS Code follows its workspace file while it runs. @param {string} workspaceFile @param {string} folder */
export function addFolder(workspaceFile, folder) {
  changeJson(workspaceFile, ({ folders = [], ...others }) => ({ folders: [...folders, { path: folder }], ...others }));
}

/**
 * Adds to a workspace's settings, which must be JSON without comments.
 * @param {string} workspace a folder or a workspace file
 * @param {object} settings
 */
export function addSettings(workspace, settings) {
  if (isWorkspaceFile(workspace)) {
    changeJson(workspace, (content) => ({ ...content, settings: { ...content.settings, ...settings } }));
  } else {
    changeJson(join(workspace, '.vscode', 'settings.json'), (present) => ({ ...present, ...settings }));
  }
}

/**
 * @param {string} file
 * @param {(content: { folders?: object[], settings?: object }) => object} change takes an empty object where there is no file
 */
function changeJson(file, change) {
  mkdirSync(dirname(file), { recursive: true });
  const content = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  writeFileSync(file, `${JSON.stringify(change(content), undefined, 2)}\n`);
}
