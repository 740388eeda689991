// `npm start`: opens the sample assessment with the extension, in the desktop VS Code if there is one, else in a VS Code from the npm
// registry that a browser shows. `npm start -- --hosted` takes the latter at once.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { hasDisplay } from './hosted/display.mjs';
import { nodeForServer, serverMain, startServer } from './hosted/server.mjs';
import { installHosted, installProject, root } from './install.mjs';
import { packageExtension } from './package.mjs';

/** The same at each start, if it is free: the browser keeps what it remembers of VS Code by host and port. */
const favouritePort = 18640;

const onWindows = process.platform === 'win32';

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function main() {
  installProject();
  const sample = copySample();
  if (!process.argv.includes('--hosted') && startDesktop(sample)) return;
  await startHosted(sample);
}

/** A copy to work on, which is never overwritten. */
function copySample() {
  const copy = join(root, 'out', 'sample-assessment');
  if (existsSync(copy)) {
    console.log(`Using the copy of the sample assessment that is there: ${copy} (delete it to get a fresh one)`);
  } else {
    cpSync(join(root, 'data', 'sample'), copy, { recursive: true });
    console.log(`Copied the sample assessment to ${copy}`);
  }
  return copy;
}

/** @param {string} sample @returns {boolean} whether there was a desktop VS Code to start */
function startDesktop(sample) {
  // In the terminal of a remote window `code` is another program, which cannot develop extensions.
  if (!hasDisplay() || process.env.VSCODE_IPC_HOOK_CLI || !isOnPath(onWindows ? 'code.cmd' : 'code')) return false;
  build();
  console.log('Opening the desktop VS Code ...');
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, sample];
  // Windows needs a shell for `code.cmd`, and the shell needs quotes.
  const { status } = spawnSync('code', onWindows ? args.map((arg) => `"${arg}"`) : args, {
    stdio: 'inherit',
    shell: onWindows,
  });
  if (status !== 0) console.log('The desktop VS Code did not start.');
  return status === 0;
}

/** @param {string} sample */
async function startHosted(sample) {
  installHosted({ browser: false });
  const dataDir = join(root, 'out', 'hosted-data');
  mkdirSync(dataDir, { recursive: true });
  console.log('Building and installing the extension (a few seconds) ...');
  installExtension(packageExtension(dataDir, { quiet: true }), dataDir);

  console.log('Starting VS Code (a few seconds) ...');
  /** @type {import('./hosted/server.mjs').Server | undefined} */
  let server;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, async () => {
      await server?.stop();
      console.log('\nStopped VS Code.');
      process.exit(0);
    });
  }
  server = await startServer({ dataDir, person: true, port: await freePort(favouritePort) });
  console.log(
    '\nOpen this address in a browser on this machine, and trust the folder when VS Code offers it. Ctrl-C ends VS Code.\n',
  );
  console.log(`${server.url}/?${new URLSearchParams({ tkn: server.token ?? '', folder: sample })}\n`);
  await server.ended;
  // After Ctrl-C the process ends before this counts.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  throw new Error(`VS Code ended by itself. What it printed: ${server.logFile}`);
}

/** The driver that could load the extension from its folder is for tests only, so the server gets it as a person would. */
function installExtension(/** @type {string} */ file, /** @type {string} */ dataDir) {
  const args = [
    serverMain,
    '--install-extension',
    file,
    '--force',
    '--server-data-dir',
    dataDir,
    '--telemetry-level',
    'off',
  ];
  const result = spawnSync(nodeForServer(), [...args, '--accept-server-license-terms'], { encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`Could not install the extension:\n${result.stdout}${result.stderr}`);
}

function build() {
  console.log('Building the extension (a few seconds) ...');
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed.');
}

/** @param {string} program */
function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => folder && existsSync(join(folder, program)));
}

/** @param {number} wanted @returns {Promise<number>} that port, or if something listens there, 0: any other */
function freePort(wanted) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(0));
    probe.listen(wanted, '127.0.0.1', () => probe.close(() => resolve(wanted)));
  });
}
