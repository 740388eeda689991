// `npm test`: installs what is missing, builds, runs every kind of test and adds up. `npm test -- unit web` runs some of
// them. Those that start a VS Code run one after the other, and the others beside them; what each printed comes when it
// has ended.
// The last line is the sum: `N passed, N failed, N skipped`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { hasDisplay } from './hosted/display.mjs';
import { spawnGroup, stopGroup } from './hosted/processGroup.mjs';
import { installHosted, installProject, root } from './install.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ counts: Counts | undefined, status: string }} Outcome `counts` is missing if no result was printed
 */

/** Longer than any part takes on a slow machine; the launcher ends a hanging VS Code sooner. */
const timeLimit = 30 * 60_000;

/** @typedef {(line: string) => void} Print */

/** By name. @type {Record<string, (print: Print) => Promise<Outcome>>} */
const parts = {
  // Generous: a slow machine is no failure.
  unit: (print) => runMocha(print, 'out/test/unit/**/*.test.cjs', '--timeout=60000', '--enable-source-maps'),
  page: (print) => runMocha(print, 'out/test/page/*.test.cjs', '--timeout=120000', '--enable-source-maps'),
  node: runInNodeHost,
  web: (print) => runNode(print, 'scripts/hosted/hostSuites.mjs', 'web'),
  window: (print) => runMocha(print, 'out/test/window/*.test.cjs', '--timeout=120000', '--enable-source-maps'),
};

/** What runs one after the other, beside the others. */
const LANES = [
  ['unit', 'page'],
  ['node', 'web', 'window'],
];

/** @type {Counts} */
const sum = { passed: 0, failed: 0, skipped: 0 };
try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  sum.failed++;
}
console.log(inWords(sum));
process.exit(sum.failed === 0 ? 0 : 1);

/** @param {string[]} wanted names of parts; none means all */
async function main(wanted) {
  const unknown = wanted.find((name) => !(name in parts));
  if (unknown)
    throw new Error(`There is no part "${unknown}" of the tests. There are: ${Object.keys(parts).join(', ')}.`);
  const names = Object.keys(parts).filter((name) => wanted.length === 0 || wanted.includes(name));

  installProject();
  if (names.some((name) => name !== 'unit')) installHosted({ browser: true });
  const build = spawnSync(process.execPath, ['scripts/build.mjs', '--tests'], { cwd: root, stdio: 'inherit' });
  if (build.status !== 0) throw new Error('The build failed, so that no test ran.');

  await Promise.all(
    LANES.map(async (lane) => {
      for (const name of lane) if (names.includes(name)) await runPart(name);
    }),
  );
}

/** @param {string} name */
async function runPart(name) {
  const start = Date.now();
  /** @type {string[]} */
  const printed = [];
  const { passed, failed, skipped } = judge(await parts[name]((line) => printed.push(line)), printed);
  const seconds = Math.round((Date.now() - start) / 1000);
  console.log(
    [`\n--- ${name}`, ...printed, `${name}: ${inWords({ passed, failed, skipped })} (${seconds} s)`].join('\n'),
  );
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped += skipped;
}

/** A part that gives no result, runs no test or ends badly without saying which test failed counts as one failure. @param {Outcome} outcome @param {string[]} printed */
function judge({ counts, status }, printed) {
  if (!counts) {
    printed.push(`It printed no result and ${status}.`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  if (counts.passed + counts.failed === 0) {
    printed.push('No test ran.');
    return { ...counts, failed: 1 };
  }
  if (counts.failed === 0 && status !== 'ended with status 0') {
    printed.push(`No test failed, but it ${status}.`);
    return { ...counts, failed: 1 };
  }
  return counts;
}

/** In a desktop VS Code where one can be had and shown, else in the one from the npm registry. @param {Print} print */
async function runInNodeHost(print) {
  if (hasDisplay()) {
    const desktop = await runNode(print, 'scripts/hosted/hostSuites.mjs', 'desktop');
    if (desktop.started) return desktop;
    print('No desktop VS Code could be downloaded or started: using the one from the npm registry.');
  }
  return runNode(print, 'scripts/hosted/hostSuites.mjs', 'node');
}

/** @param {Print} print @param {string} files a glob pattern @param {...string} options */
function runMocha(print, files, ...options) {
  const mocha = join('node_modules', 'mocha', 'bin', 'mocha.js');
  return runNode(print, mocha, files, '--forbid-only', '--reporter=./scripts/hosted/countingReporter.cjs', ...options);
}

/**
 * Runs a script, passes its output on, and reads the counts from the line that the test runners print for it.
 * @param {Print} print
 * @param {...string} args
 * @returns {Promise<Outcome & { started: boolean }>}
 */
async function runNode(print, ...args) {
  const child = spawnGroup(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  /** @type {Counts | undefined} */
  let counts;
  let started = false;
  let status = '';
  const overdue = setTimeout(() => {
    status = `was stopped after ${timeLimit / 60_000} minutes`;
    stopGroup(child);
  }, timeLimit);

  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(`could not start: ${error.message}`));
    child.once('close', (code, signal) => resolve(`ended with ${signal ?? `status ${code}`}`));
  });
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('The pipes are missing.');
  createInterface({ input: stderr }).on('line', print);
  createInterface({ input: stdout }).on('line', (line) => {
    const found = /^counts: (\d+) passed, (\d+) failed, (\d+) skipped$/.exec(line);
    if (found) counts = { passed: Number(found[1]), failed: Number(found[2]), skipped: Number(found[3]) };
    else print(line);
    started ||= found !== null || line.startsWith('Host suites in ');
  });
  const ending = await ended;
  clearTimeout(overdue);
  return { counts, started, status: status || ending };
}

/** @param {Counts} counts */
function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
