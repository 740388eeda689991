// Installs what a command needs and does not find, from pinned versions, and nothing else. No install script runs.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = resolve(fileURLToPath(import.meta.url), '../..');

/** The folder whose `node_modules` holds the VS Code of `npm test` and `npm start`. */
export const hosted = join(root, 'scripts', 'hosted');

/** VS Code itself, a package with a lock file of its own inside the one that carries it. */
export const hostedVSCode = join(hosted, 'node_modules', 'code-server', 'lib', 'vscode');

/** Where the browser of the npm package is unpacked to. npm leaves dot folders alone. */
export const hostedBrowser = join(hosted, 'node_modules', '.chromium');

/** Is the npm package's browser one for this machine? Elsewhere a Chrome or Edge of the system is used. */
export const browserIsPackaged = process.platform === 'linux' && process.arch === 'x64';

const ci = ['ci', '--ignore-scripts', '--include=dev'];
const withoutDev = ['--ignore-scripts', '--omit=dev'];

/** Installs the project's own packages. */
export function installProject() {
  if (isInstalled(root)) return;
  npm(root, ci, 'Installing the packages of the project (about half a minute)');
}

/**
 * Installs VS Code from the npm registry, and the browser that tests drive it with.
 * @param {{ browser: boolean }} options
 */
export function installHosted({ browser }) {
  if (!isInstalled(hosted, { dev: false })) {
    npm(
      hosted,
      browser ? ci : ['ci', ...withoutDev],
      'Installing VS Code from the npm registry (465 MB, about half a minute)',
    );
  } else if (browser && !isInstalled(hosted)) {
    // Not `npm ci`: that would remove what is there and fetch it all again.
    npm(hosted, ['install', '--no-save', '--ignore-scripts', '--include=dev'], 'Installing a browser for the tests');
  }
  if (!isInstalled(hostedVSCode, { dev: false, lock: 'npm-shrinkwrap.json' })) {
    // VS Code's lock file lacks a peer dependency that it does not need; without the option `npm ci` refuses it.
    npm(
      hostedVSCode,
      ['ci', ...withoutDev, '--legacy-peer-deps'],
      "Installing VS Code's own packages (about ten seconds)",
    );
  }
  if (browser && browserIsPackaged) unpackBrowser();
}

/**
 * Does `node_modules` hold what the lock file wants? npm writes its copy of the lock file into `node_modules` when all else is
 * in place, so that an interrupted install does not count.
 * @param {string} folder
 * @param {{ dev?: boolean, lock?: string }} [options] `dev: false` leaves development dependencies out
 */
function isInstalled(folder, { dev = true, lock = 'package-lock.json' } = {}) {
  const wanted = readPackages(join(folder, lock));
  const found = readPackages(join(folder, 'node_modules', '.package-lock.json'));
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    const installed = found[path];
    if (installed) return installed.version === entry.version && installed.integrity === entry.integrity;
    // Optional: for another machine. Peer: npm installs it only where nothing speaks against it.
    return path === '' || entry.optional || entry.peer || entry.devOptional || (entry.dev && !dev);
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, dev?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean }> | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** @param {string} folder @param {string[]} args @param {string} what */
function npm(folder, args, what) {
  console.log(`${what} ...`);
  const all = [...args, '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  const cli = process.env.npm_execpath;
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] };
  // Started by npm, the same npm goes on; that also spares Windows the shell, which `npm.cmd` needs.
  const result =
    cli && basename(cli).startsWith('npm')
      ? spawnSync(process.execPath, [cli, ...all], options)
      : spawnSync('npm', all, { ...options, shell: process.platform === 'win32' });
  if (result.status === 0) return;
  const why = result.error ? result.error.message : `npm ended with ${result.signal ?? `status ${result.status}`}`;
  throw new Error(
    `Could not install: ${why}. Check that the npm registry can be reached, then try again. ` +
      `The command was, in ${folder}:\n  npm ${all.join(' ')}`,
  );
}

/** The package unpacks into the temp folder and takes any file of the right name there for its own: give it one that is ours. */
function unpackBrowser() {
  if (existsSync(hostedBrowser)) return;
  const partial = `${hostedBrowser}-partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  console.log('Unpacking the browser (a few seconds) ...');
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  const result = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: hosted,
    // Its name for a system without NSS: it then unpacks copies of those libraries too (browser.mjs says when they are used).
    env: { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (result.status !== 0) throw new Error('Could not unpack the browser of the npm package @sparticuz/chromium.');
  renameSync(partial, hostedBrowser);
}
