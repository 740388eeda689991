// Starts and stops the server of the VS Code that comes from the npm registry.
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { hosted, hostedVSCode } from '../install.mjs';
import { spawnGroup, stopGroup } from './processGroup.mjs';

/**
 * @typedef {object} Server
 * @property {string} url without a slash at the end
 * @property {string} authority `host:port`, as in a `vscode-remote` URI
 * @property {string | undefined} token a person's server wants it as the query parameter `tkn`
 * @property {string} logFile what the server printed
 * @property {Promise<void>} ended settles when the server is gone
 * @property {() => Promise<void>} stop
 */

/** The server's start script. */
export const serverMain = join(hostedVSCode, 'out', 'server-main.js');

/** What keeps the workbench to the extension at hand: no assistant, no welcome page. (And no marketplace: see `EXTENSIONS_GALLERY`.) */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
};

/**
 * Starts a server and waits until it answers.
 *
 * For tests it takes the smoke-test driver (without it a built VS Code ignores which extension to develop or test), no token and,
 * unless it shall ask for it (`trust`), no workspace trust. For a person it wants the token and asks for trust, as it should.
 * @param {{ dataDir: string, person?: boolean, trust?: boolean, port?: number, settings?: object }} options `dataDir` takes everything the server
 *   writes; `port` is any free one by default
 * @returns {Promise<Server>}
 */
export async function startServer({ dataDir, person = false, trust = person, port = 0, settings = {} }) {
  const temp = join(dataDir, 'tmp');
  const machine = join(dataDir, 'data', 'Machine');
  for (const folder of [temp, machine]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(machine, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));

  const token = person ? randomBytes(16).toString('hex') : undefined;
  const tokenFile = join(dataDir, 'token');
  // In a file, because every user of the machine can read a command line.
  if (token) writeFileSync(tokenFile, token, { mode: 0o600 });

  const access = person
    ? ['--connection-token-file', tokenFile]
    : // The last one: should this process be killed, the server ends by itself, five minutes after its last window.
      [
        '--without-connection-token',
        '--enable-smoke-test-driver',
        ...(trust ? [] : ['--disable-workspace-trust']),
        '--enable-remote-auto-shutdown',
      ];
  const args = [serverMain, '--host', '127.0.0.1', '--port', String(port), '--accept-server-license-terms'];
  args.push('--server-data-dir', dataDir, '--telemetry-level', 'off', ...access);

  // Into a file: the server is noisy about the file logger, a native module that this installation goes without.
  const logFile = join(dataDir, 'server.log');
  const log = openSync(logFile, 'w');
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    // Those of VS Code are set in its terminals, and meant for that one.
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VSCODE_'))),
    TMPDIR: temp,
    XDG_RUNTIME_DIR: temp,
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    ...(!person && { HOME: dataDir }),
  };
  const child = spawnGroup(nodeForServer(), args, { env, stdio: ['ignore', log, log] });
  closeSync(log);
  let ended = /** @type {string | undefined} */ (undefined);
  child.once('exit', (code, signal) => (ended = `it ended with ${signal ?? `status ${code}`}`));
  child.once('error', (error) => (ended = error.message));

  const failed = (/** @type {string} */ why) =>
    new Error(`The VS Code server did not start: ${why}. The end of ${logFile}:\n${tail(logFile)}`);
  for (const limit = Date.now() + 60_000; Date.now() < limit && !ended; await wait(100)) {
    const listening = /agent listening on (\d+)/.exec(readFileSync(logFile, 'utf8'));
    if (!listening) continue;
    const authority = `127.0.0.1:${listening[1]}`;
    const answer = await fetch(`http://${authority}/version`).catch(() => undefined);
    if (!answer?.ok) continue;
    return {
      url: `http://${authority}`,
      authority,
      token,
      logFile,
      ended: new Promise((resolve) => child.once('exit', () => resolve())),
      stop: () => stopGroup(child),
    };
  }
  await stopGroup(child);
  throw failed(ended ?? 'it did not answer within a minute');
}

/** This VS Code needs Node 24 (`module.registerHooks`): the running one if it is new enough, else the one from the registry. */
export function nodeForServer() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const packaged = join(hosted, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(packaged)) return packaged;
  throw new Error(
    `The VS Code from the npm registry needs Node 24 or newer on this machine, and this is ${process.version}.`,
  );
}

/** The last lines of a file. @param {string} file */
export function tail(file, lines = 30) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
