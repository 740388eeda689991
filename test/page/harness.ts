// Pages of the product in a real browser without VS Code: the same document, policy, styles and themes, and a host that listens.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import type { RowDetails } from '../../src/summary/details';
import { pageHtml } from '../../src/summary/pageHtml';
import { parseToHost, type ToHost, type ToPage } from '../../src/summary/protocol';
import themes from './themes.json';

// The bundle of a page test lies in out/test/page.
const root = resolve(__dirname, '../../..');
const ORIGIN = 'https://page.example';
const TYPES: Readonly<Record<string, string>> = { css: 'text/css', js: 'text/javascript', ttf: 'font/ttf' };

/** The colour themes, as VS Code gave them to a webview. */
export type Theme = keyof typeof themes;
export const THEMES = Object.keys(themes) as readonly Theme[];

export type SummaryMessage = Extract<ToPage, { type: 'summary' }>;

export interface PageOptions {
  /** What the host answers to `ready` with; it stays silent without. */
  readonly contents?: ToPage;
  /** What the host answers to a request for details with; it stays silent without. */
  readonly detailsOf?: (row: string) => RowDetails | undefined;
  /** What VS Code has kept of the page. */
  readonly state?: unknown;
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  /** A bundle in `dist`, or the text of a script from `bundle`. */
  readonly script?: string | { readonly text: string };
  /** Style sheets in `media`. */
  readonly styles?: readonly string[];
  /** The id of the element that the script fills. */
  readonly root?: string;
}

/** One browser for all the tests of a file. */
export interface TestBrowser {
  readonly browser: Browser;
  readonly open: (options?: PageOptions) => Promise<TestPage>;
  readonly close: () => Promise<void>;
}

/** Starts the browser: a second. A page opens in a tenth of one. */
export async function startBrowser(): Promise<TestBrowser> {
  // Imported where it is, not bundled: it finds the browser from its own place.
  const script = pathToFileURL(join(root, 'scripts', 'hosted', 'browser.mjs')).href;
  const { launchBrowser } = (await import(script)) as { readonly launchBrowser: () => Promise<Browser> };
  const browser = await launchBrowser();
  return {
    browser,
    open: (options = {}) => TestPage.open(browser, options),
    close: () => browser.close(),
  };
}

/** A script for `script`, of any source file: what a test compares with, or a part of the page by itself. */
export async function bundle(entry: string): Promise<{ readonly text: string }> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    target: 'es2022',
    platform: 'browser',
    format: 'iife',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return { text: outputFiles[0]?.text ?? '' };
}

/** What the fake host leaves in the page. */
interface TestHost {
  readonly messages: unknown[];
  readonly violations: string[];
}

export class TestPage {
  /** What went wrong: errors, also in the console, requests for anything but the page's own files, and dialogs. */
  readonly complaints: string[] = [];
  /** Answers `ready`; a test may change it before a reload. */
  contents: ToPage | undefined;
  #revision = 0;

  private constructor(
    /** For what is not here. */
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly options: PageOptions,
  ) {
    this.contents = options.contents;
  }

  static async open(browser: Browser, options: PageOptions): Promise<TestPage> {
    const { width = 1200, height = 800, state } = options;
    const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const opened = new TestPage(page, context, options);
    await opened.#prepare(state);
    await page.goto(`${ORIGIN}/`);
    return opened;
  }

  /** The host says something. Returns when the page has seen it, and painted what came of it. */
  async send(message: ToPage): Promise<void> {
    if ('revision' in message) this.#revision = message.revision;
    // As a text it crosses over quickly, however long it is.
    await this.page.evaluate((text) => {
      window.postMessage(JSON.parse(text), '*');
    }, JSON.stringify(message));
    await this.painted();
  }

  /** Returns after the next two frames: what was changed before is on the screen. */
  async painted(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)))),
    );
  }

  /** What the page has said to its host since it was loaded. Throws where the host would refuse something. */
  async messages(): Promise<readonly ToHost[]> {
    const messages = await this.page.evaluate(
      () => (globalThis as unknown as { testHost: TestHost }).testHost.messages,
    );
    return messages.map((message) => {
      const parsed = parseToHost(message);
      if (!parsed) throw new Error(`The host would refuse ${JSON.stringify(message)}.`);
      return parsed;
    });
  }

  /** The last message of a type, once there is one that `isWanted`. */
  async message<T extends ToHost['type']>(
    type: T,
    isWanted: (message: Extract<ToHost, { type: T }>) => boolean = () => true,
  ): Promise<Extract<ToHost, { type: T }>> {
    for (const limit = Date.now() + 15_000; ;) {
      const messages = await this.messages();
      const found = messages.findLast(
        (message): message is Extract<ToHost, { type: T }> =>
          message.type === type && isWanted(message as Extract<ToHost, { type: T }>),
      );
      if (found) return found;
      if (Date.now() > limit) throw new Error(`No such "${type}" among ${JSON.stringify(messages)}.`);
      await this.page.waitForTimeout(20);
    }
  }

  /** What the page has given VS Code to keep. */
  async state(): Promise<unknown> {
    return this.page.evaluate(() => JSON.parse(sessionStorage.getItem('state') ?? 'null') as unknown);
  }

  /** Loads the page again, as VS Code does with one that was hidden: only its state lives on. */
  async reload(): Promise<void> {
    await this.page.reload();
  }

  async setTheme(theme: Theme): Promise<void> {
    await this.page.evaluate(({ classes, kind, name, id, variables }) => {
      document.documentElement.removeAttribute('style');
      for (const [variable, value] of Object.entries(variables))
        document.documentElement.style.setProperty(variable, value);
      document.body.className = classes;
      Object.assign(document.body.dataset, { vscodeThemeKind: kind, vscodeThemeName: name, vscodeThemeId: id });
    }, dataOf(theme));
    await this.painted();
  }

  async setSize(width: number, height = 800): Promise<void> {
    await this.page.setViewportSize({ width, height });
    await this.painted();
  }

  /** What axe finds, as one text for each element; its rules and the best practices. */
  async axe(): Promise<readonly string[]> {
    // The page lets no script in but its own; what the browser's debugger evaluates is no script of the page.
    await this.page.evaluate(readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8'));
    const { violations } = await this.page.evaluate(() =>
      (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
    );
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
    );
  }

  /** What the page's content security policy has refused. */
  async cspViolations(): Promise<readonly string[]> {
    const seen = await this.page.evaluate(() => (globalThis as unknown as { testHost: TestHost }).testHost.violations);
    return [...seen, ...this.complaints.filter((complaint) => /content security policy/i.test(complaint))];
  }

  /** How many elements match, whether they can be seen or not. */
  async countElements(selector: string): Promise<number> {
    return this.page.evaluate((wanted) => document.querySelectorAll(wanted).length, selector);
  }

  /** Saves a picture to out/screenshots, and returns its path. */
  async screenshot(name: string, { whole = false } = {}): Promise<string> {
    const path = join(root, 'out', 'screenshots', `${name}.png`);
    await this.page.screenshot({ path, fullPage: whole });
    return path;
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  async #prepare(state: unknown): Promise<void> {
    const { page, complaints } = this;
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => {
      complaints.push(`A dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await this.context.route('**', (route) => this.#serve(route));
    await page.exposeFunction('tellTest', (message: unknown) => this.#answer(message));
    await page.addInitScript(pretendHost, state === undefined ? undefined : JSON.stringify(state));
  }

  async #serve(route: Route): Promise<void> {
    const url = route.request().url();
    const path = url.startsWith(`${ORIGIN}/`) ? url.slice(ORIGIN.length + 1) : undefined;
    const { script } = this.options;
    if (path === '') await route.fulfill({ contentType: 'text/html', body: this.#document() });
    else if (path === 'given.js' && typeof script === 'object')
      await route.fulfill({ contentType: 'text/javascript', body: script.text });
    else if (path !== undefined && /^(?:dist|media)\/[\w.-]+$/.test(path) && existsSync(join(root, path)))
      await route.fulfill({
        path: join(root, path),
        contentType: TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      });
    else if (path === 'favicon.ico') await route.fulfill({ status: 204 });
    else {
      this.complaints.push(`A request for ${url}`);
      await route.abort();
    }
  }

  /** The page's document, with what VS Code puts into it. */
  #document(): string {
    const {
      theme = 'light',
      root: rootId = 'summary',
      script = 'summary.js',
      styles = ['summary.css', 'summaryGrid.css'],
    } = this.options;
    const { classes, kind, name, id, variables } = dataOf(theme);
    const style = Object.entries(variables).map(([variable, value]) => `${variable}: ${value};`);
    const ofVSCode = readFileSync(join(root, 'test', 'page', 'webview.css'), 'utf8');
    return pageHtml({
      language: 'en',
      title: 'Inheritance Summary',
      root: rootId,
      nonce: crypto.randomUUID(),
      source: ORIGIN,
      script: typeof script === 'string' ? `${ORIGIN}/dist/${script}` : `${ORIGIN}/given.js`,
      styles: styles.map((file) => `${ORIGIN}/media/${file}`),
    })
      .replace('<html ', () => `<html style="${quoted(style.join(' '))}" `)
      .replace('<head>', () => `<head><style>${ofVSCode}</style>`)
      .replace(
        '<body>',
        () =>
          `<body class="${classes}" data-vscode-theme-kind="${kind}" data-vscode-theme-name="${name}" data-vscode-theme-id="${id}">`,
      );
  }

  async #answer(message: unknown): Promise<void> {
    const received = parseToHost(message);
    const { detailsOf } = this.options;
    if (received?.type === 'ready' && this.contents) await this.send(this.contents);
    if (received?.type === 'details' && detailsOf && received.revision === this.#revision) {
      const rows = received.rows.map(detailsOf).filter((details) => details !== undefined);
      await this.send({ type: 'details', revision: received.revision, rows });
    }
  }
}

function dataOf(theme: Theme): {
  readonly classes: string;
  readonly kind: string;
  readonly name: string;
  readonly id: string;
  readonly variables: Readonly<Record<string, string>>;
} {
  return themes[theme];
}

function quoted(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** Runs in the page before anything else: VS Code's side of a webview. @param state what it has kept, as JSON */
function pretendHost(state: string | undefined): void {
  const messages: unknown[] = [];
  const violations: string[] = [];
  if (state !== undefined && sessionStorage.getItem('state') === null) sessionStorage.setItem('state', state);
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample, sourceFile }) => {
    violations.push([violatedDirective, blockedURI, sample, sourceFile].join(' '));
  });
  let isAcquired = false;
  Object.assign(globalThis, {
    testHost: { messages, violations },
    acquireVsCodeApi: () => {
      if (isAcquired) throw new Error('An instance of the VS Code API has already been acquired');
      isAcquired = true;
      return {
        postMessage: (message: unknown) => {
          // As on the way to a real host: what cannot be cloned throws here.
          const copy = structuredClone(message);
          messages.push(copy);
          void (globalThis as unknown as { tellTest: (message: unknown) => Promise<void> }).tellTest(copy);
        },
        getState: (): unknown => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
        setState: (kept: unknown) => {
          sessionStorage.setItem('state', JSON.stringify(kept));
          return kept;
        },
      };
    },
  });
}
