#!/usr/bin/env node
// Stands in for the VS Code executable of @vscode/test-electron's `runTests`: takes its flags and runs the tests in the VS Code of
// the npm registry. One flag is our own: `--host-kind=node|web`, the extension host to run in.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import { installHosted, root } from '../install.mjs';
import { openSession } from './session.mjs';

const minute = 60_000;
const timeLimit = 12 * minute;

/**
 * What the workbench and its server say about themselves, among what the extensions say: sockets, services that are off, and native
 * modules that this installation goes without.
 */
const noise = new RegExp(
  [
    '@vscode/(spdlog|native-watchdog)',
    'Failed to load resource',
    'Canceled: Canceled: Canceled',
    'Resolv(ing|ed) connection token',
    'Creating a socket',
    'additional builtin extensions',
    '\\[(reconnection-grace-time|AgentHost:remote|AccountPolicyGate|Service Worker)\\]',
  ].join('|'),
);

/** @param {string} name */
const flag = (name) => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);

const extension = flag('extensionDevelopmentPath');
const tests = flag('extensionTestsPath');
const host = flag('host-kind') ?? 'node';
const folder = process.argv.slice(2).find((argument) => !argument.startsWith('-'));
if (!extension || !tests || !folder || (host !== 'node' && host !== 'web')) {
  console.error(
    'Usage: launch.mjs FOLDER --extensionDevelopmentPath=DIR --extensionTestsPath=FILE [--host-kind=node|web]',
  );
  process.exit(2);
}
try {
  process.exit(await launch(extension, tests, host, folder));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/**
 * @param {string} extension @param {string} tests @param {'node' | 'web'} host @param {string} folder
 * @returns {Promise<number>} the exit status: what the tests ended with
 */
async function launch(extension, tests, host, folder) {
  installHosted({ browser: true });
  let over = false; // What is logged then is about the page being taken away.
  /** @type {(code: number) => void} */
  let exit = () => {};
  /** @type {(reason: Error) => void} */
  let fail = () => {};
  /** @type {Promise<number>} */
  const result = new Promise((resolve, reject) => ((exit = resolve), (fail = reject)));
  result.catch(() => {}); // It may fail before it is awaited.
  const overdue = setTimeout(() => fail(new Error(`no result within ${timeLimit / minute} minutes`)), timeLimit);

  const prepare = async (/** @type {import('playwright-core').Page} */ page) => {
    await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ values) => {
      const text = format(...values);
      if (!over && !noise.test(text)) (type === 'error' || type === 'warn' ? console.error : console.log)(text);
    });
    await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => {
      over = true;
      exit(code);
    });
    page.on('crash', () => fail(new Error('the page crashed')));
    page.on('close', () => fail(new Error('the page was closed')));
    page.on('console', (message) => {
      // VS Code would end with status 0 if the host crashes, and wait if it does not start.
      const lost = /Extension host .*(terminated unexpectedly|did not start)|\[ExtensionHost\].*received socket close/;
      if (lost.test(message.text())) fail(new Error(`the extension host was lost (${message.text()})`));
    });
  };

  const session = await openSession({ workspace: folder, extension, host, tests, prepare });
  try {
    return await Promise.race([result, session.server.ended.then(() => Promise.reject(new Error('the server ended')))]);
  } catch (error) {
    over = true;
    const out = join(root, 'out');
    mkdirSync(out, { recursive: true });
    const [picture, log] = [join(out, `hosted-failure-${host}.png`), join(out, `hosted-failure-${host}.log`)];
    copyFileSync(session.server.logFile, log);
    const pictured = await session.page.screenshot({ path: picture, timeout: 10_000 }).catch(() => undefined);
    console.error(`The hosted VS Code gave no test result: ${error instanceof Error ? error.message : error}.`);
    console.error(`${pictured ? `What it showed: ${picture}\n` : ''}What its server printed: ${log}`);
    const said = session.messages.filter((message) => !noise.test(message)).map((message) => message.split('\n')[0]);
    console.error(`The end of its console:\n${said.slice(-20).join('\n')}`);
    return 1;
  } finally {
    clearTimeout(overdue);
    await session.close();
  }
}
