// One running VS Code with one page open on it: a server, a headless browser, an extension in development.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from './browser.mjs';
import { startServer } from './server.mjs';
import { addSettings, isWorkspaceFile, temporaryFolder } from './workspace.mjs';

/**
 * @typedef {object} Session
 * @property {import('playwright-core').Page} page
 * @property {string[]} messages what the page's console said, errors of its pages and frames included
 * @property {import('./server.mjs').Server} server
 * @property {() => Promise<void>} close
 */

/**
 * Opens a workspace in VS Code. Returns once the page has been asked for, not once the workbench stands.
 * @param {object} options
 * @param {string} options.workspace a folder or a workspace file; a copy, for its settings may be written to
 * @param {string} options.extension the folder of the extension in development
 * @param {'node' | 'web'} options.host where the extension runs
 * @param {string} [options.tests] the module whose `run` is to be called in the extension host
 * @param {boolean} [options.restricted] whether the workspace is opened in Restricted Mode, without a question
 * @param {string} [options.locale] VS Code's display language
 * @param {{ width: number, height: number }} [options.size]
 * @param {(page: import('playwright-core').Page) => Promise<void>} [options.prepare] is called before the page loads
 * @returns {Promise<Session>}
 */
export async function openSession({ workspace, extension, host, tests, restricted = false, locale, size, prepare }) {
  const { publisher, name } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
  // Given both entry points, VS Code would take the Node one whatever `extensionDevelopmentKind` says.
  if (host === 'web') addSettings(workspace, { 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } });

  // As on a desktop: in a browser VS Code saves by itself what is typed.
  const settings = { 'files.autoSave': 'off', 'security.workspace.trust.startupPrompt': 'never' };
  const server = await startServer({ dataDir: join(temporaryFolder(), 'server'), trust: restricted, settings });
  /** @type {import('playwright-core').Browser | undefined} */
  let browser;
  const close = async () => {
    await browser?.close();
    await server.stop();
  };
  try {
    browser = await launchBrowser();
    const viewport = size ?? { width: 1280, height: 800 };
    // Without motion, two pictures of the same thing are the same.
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    const page = await context.newPage();
    /** @type {string[]} */
    const messages = [];
    page.on('console', (message) => messages.push(`${message.type()}: ${message.text().replace(/^(%c *)+/, '')}`));
    page.on('pageerror', (error) => messages.push(`error: ${error.message}`));
    // Cookie and `--locale` do nothing here.
    if (locale) await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(locale)};`);
    await prepare?.(page);

    const remote = (/** @type {string} */ path) => `vscode-remote://${server.authority}${pathToFileURL(path).pathname}`;
    const payload = [['extensionDevelopmentPath', remote(extension)]];
    if (tests) payload.push(['extensionTestsPath', remote(tests)]);
    const query = new URLSearchParams({
      [isWorkspaceFile(workspace) ? 'workspace' : 'folder']: decodeURIComponent(pathToFileURL(workspace).pathname),
      payload: JSON.stringify(payload),
    });
    await page.goto(`${server.url}/?${query}`);
    return { page, messages, server, close };
  } catch (error) {
    await close();
    throw error;
  }
}
