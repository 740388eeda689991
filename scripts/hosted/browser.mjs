// A headless browser for the hosted VS Code.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { browserIsPackaged, hostedBrowser } from '../install.mjs';

const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
args.push('--disable-background-networking', '--disable-component-update', '--disable-sync');

/**
 * Launches the browser of the npm package, or where that has none for this machine, Chrome or Edge.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser() {
  const { chromium } = await import('playwright-core');
  if (!browserIsPackaged) {
    return chromium.launch({ channel: 'chrome', args }).catch(() => chromium.launch({ channel: 'msedge', args }));
  }
  const executablePath = join(hostedBrowser, 'chromium');
  const fonts = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(hostedBrowser, 'fonts') };
  try {
    return await chromium.launch({ executablePath, args, env: { ...process.env, ...fonts } });
  } catch (error) {
    // Of the system it needs NSS, NSPR and expat; the package brings copies.
    if (!/shared librar/i.test(String(error))) throw error;
    const env = { ...process.env, ...fonts, LD_LIBRARY_PATH: join(hostedBrowser, 'al2023', 'lib') };
    return chromium.launch({ executablePath, args, env });
  }
}
