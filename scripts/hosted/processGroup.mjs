// Child processes that are stopped together with everything they started, and with nothing else.
import { spawn, spawnSync } from 'node:child_process';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const running = new Set();

/**
 * Starts a program as the leader of a process group of its own. It is told to stop when this process ends, however it ends.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {ChildProcess}
 */
export function spawnGroup(command, args, options) {
  if (running.size === 0) stopGroupsAtExit();
  // Windows has no process groups, and `detached` opens a console window there.
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/**
 * Stops a program started by `spawnGroup` and waits until it has ended: politely first, after five seconds by force.
 * @param {ChildProcess} child
 */
export async function stopGroup(child) {
  if (!running.has(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  signalGroup(child, 'SIGTERM');
  const force = setTimeout(() => signalGroup(child, 'SIGKILL'), 5_000);
  await ended;
  clearTimeout(force);
}

/** @param {ChildProcess} child @param {NodeJS.Signals} signal */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    else process.kill(-child.pid, signal);
  } catch {
    // It ended in this very moment.
  }
}

function stopAll() {
  for (const child of running) signalGroup(child, 'SIGTERM');
}

/** A signal's default action ends the process without an `exit` event, so that the groups, not being in ours, would live on. */
function stopGroupsAtExit() {
  if (process.listeners('exit').includes(stopAll)) return;
  process.on('exit', stopAll);
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
    // Who listens already (Mocha, say) ends the process in an orderly way.
    if (process.listenerCount(signal) === 0) process.once(signal, () => process.exit(code));
  }
}
