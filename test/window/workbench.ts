// A page object: what a person sees of VS Code's window and does in it. The extension is in development mode.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame, Locator, Page } from 'playwright-core';

// The bundle of a window test lies in out/test/window.
const root = resolve(__dirname, '../../..');

/** The themes that everything is looked at in: VS Code's names, by ours. */
export const THEMES = {
  light: 'Light 2026',
  dark: 'Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

export interface WorkbenchOptions {
  /** Where the extension runs; the Node host by default. */
  readonly host?: 'node' | 'web';
  /** A folder to work on a copy of; data/sample by default. */
  readonly folder?: string;
  /** Opens the folder by a workspace file, to which `addFolder` can add others. */
  readonly byFile?: boolean;
  /** Opens the folder in Restricted Mode; trusted by default. */
  readonly restricted?: boolean;
  /** VS Code's display language, for example `de`. */
  readonly locale?: string;
  readonly size?: { readonly width: number; readonly height: number };
}

interface Session {
  readonly page: Page;
  readonly messages: readonly string[];
  close(): Promise<void>;
}

/** What is used of scripts/hosted. */
interface WorkspaceScript {
  readonly copyWorkspace: (source: string) => string;
  readonly createWorkspaceFile: (folder: string) => string;
  readonly addFolder: (workspaceFile: string, folder: string) => void;
  readonly addSettings: (workspace: string, settings: object) => void;
}
interface SessionScript {
  readonly openSession: (options: object) => Promise<Session>;
}

/**
 * Starts VS Code on a copy of a folder, and returns when it shows the folder. Takes some five seconds. A window that stays
 * empty is opened a second time: on a busy machine VS Code itself can miss its own start.
 */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  return startWorkbench(options).catch(() => startWorkbench(options));
}

async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  // Imported where they are, not bundled: they find what they start from their own place.
  const script = async <T>(name: string): Promise<T> =>
    (await import(pathToFileURL(join(root, 'scripts', 'hosted', name)).href)) as T;
  const scripts = await script<WorkspaceScript>('workspace.mjs');
  const { openSession } = await script<SessionScript>('session.mjs');
  const {
    folder: source = join(root, 'data', 'sample'),
    byFile = false,
    host = 'node',
    restricted,
    locale,
    size,
  } = options;
  const folder = scripts.copyWorkspace(source);
  const workspace = byFile ? scripts.createWorkspaceFile(folder) : folder;
  const session = await openSession({ workspace, extension: root, host, restricted, locale, size });
  const workbench = new Workbench(folder, workspace, session, scripts);
  try {
    await workbench.files.first().waitFor({ timeout: 45_000 });
  } catch (error) {
    const picture = await workbench.screenshot('failed-start');
    await workbench.close();
    throw new Error(`VS Code did not show its folder. What it showed: ${picture}`, { cause: error });
  }
  return workbench;
}

export class Workbench {
  readonly #workspace: string;
  readonly #session: Session;
  readonly #scripts: WorkspaceScript;
  #theme = 'Light 2026';

  constructor(
    /** The folder that is open: a copy, which a test may change. */
    readonly folder: string,
    workspace: string,
    session: Session,
    scripts: WorkspaceScript,
  ) {
    this.#workspace = workspace;
    this.#session = session;
    this.#scripts = scripts;
  }

  /** The page, for what is not here. */
  get page(): Page {
    return this.#session.page;
  }

  /** The rows of the explorer's tree. */
  get files(): Locator {
    return this.page.locator('.explorer-folders-view .monaco-list-row');
  }

  /** The editor that has the focus, or had it last. */
  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  /** Opens a file of the folder, in an editor of its own. `file` is relative, with slashes. */
  async open(file: string): Promise<void> {
    await this.#quickInput('Control+P', file);
    const name = file.split('/').at(-1) ?? file;
    await this.#row(name).click();
    await this.page.locator('.tab.active', { hasText: name }).first().waitFor();
    await this.editor.waitFor();
  }

  /** Puts the cursor at a place (1-based) of the editor, by default the start of the line, and the line into view. */
  async goToLine(line: number, column = 1): Promise<void> {
    await this.#quickInput('Control+G', `:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').first().waitFor({ state: 'hidden' });
    // Keys are lost as long as the quick input has not given the focus back.
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
  }

  /** The lines of text in the hover of a place (1-based) of the editor. */
  async hover(line: number, column: number): Promise<string[]> {
    const hover = this.page.locator('.monaco-resizable-hover .monaco-hover').first();
    for (const limit = Date.now() + 10_000; ;) {
      await this.goToLine(line, column);
      await this.page.keyboard.press('Control+K');
      await this.page.keyboard.press('Control+I');
      try {
        await hover.waitFor({ timeout: 1_000 });
        // It fades in: a picture that is taken meanwhile is pale.
        await hover.evaluate((shown) => Promise.all(shown.getAnimations().map(({ finished }) => finished)));
        return (await hover.innerText()).split('\n').filter((text) => text.trim() !== '');
      } catch (error) {
        if (Date.now() > limit) throw error;
      }
    }
  }

  /** Asks for completions where the cursor is. */
  async suggest(): Promise<Locator> {
    for (const limit = Date.now() + 30_000; ;) {
      await this.page.keyboard.press('Control+Space');
      try {
        await this.suggestions.first().waitFor({ timeout: 5_000 });
        return this.suggestions;
      } catch (error) {
        if (Date.now() > limit) throw error;
      }
    }
  }

  /** The completions that are shown. */
  get suggestions(): Locator {
    return this.page.locator('.suggest-widget.visible .monaco-list-row');
  }

  /** Saves the active editor's file. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  }

  /** Renames the active editor's file, in the explorer. */
  async rename(name: string): Promise<void> {
    const file = await this.page.locator('.tab.active .label-name').first().innerText();
    const row = this.files.filter({ hasText: file });
    for (const limit = Date.now() + 30_000; ;) {
      if (!(await row.isVisible())) await this.runCommand('File: Reveal Active File in Explorer View');
      // A key is lost where the focus goes elsewhere meanwhile, and the input is where the explorer reads its files again.
      try {
        await row.click({ timeout: 5_000 });
        await this.page.keyboard.press('F2');
        const input = this.page.locator('.explorer-item-edited input');
        await input.waitFor({ timeout: 2_000 });
        // Rows move while files come and go, and a click can meet another one.
        const renamed = await input.inputValue();
        // A narrow tab cuts its file's name.
        if (!renamed.startsWith(file)) throw new Error(`${renamed} would be renamed in place of ${file}.`);
        await input.fill(name, { timeout: 2_000 });
        await this.page.keyboard.press('Enter');
        await this.page.locator('.tab.active', { hasText: name }).waitFor({ timeout: 5_000 });
        return;
      } catch (error) {
        if (Date.now() > limit) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** Closes the active editor, and waits until it is gone. */
  async closeEditor(): Promise<void> {
    const tabs = this.page.locator('.tab');
    const before = await tabs.count();
    await this.page.keyboard.press('Control+W');
    await this.page.waitForFunction((count) => document.querySelectorAll('.tab').length < count, before);
  }

  /** Runs *Export Summary…* for the active editor, and waits for the exported file to be opened. `format` is as shown there. */
  async exportSummary(format: string, file: string): Promise<void> {
    await this.runCommand('Inheritance Scope: Export Summary…');
    await this.saveExport(format, file);
  }

  /** Goes on with an export that something else has begun. */
  async saveExport(format: string, file: string): Promise<void> {
    await this.pick(format);
    // The dialog that follows proposes the file.
    await this.page.waitForFunction((name) => {
      const inputs = document.querySelectorAll<HTMLInputElement>('.quick-input-widget input[type="text"]');
      return [...inputs].some(({ value }) => value.endsWith(name));
    }, file);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.tab.active', { hasText: file }).waitFor();
  }

  /** Runs a command through the command palette. `title` is as shown there: `Category: Title`. */
  async runCommand(title: string): Promise<void> {
    await this.#quickInput('F1', `>${title}`);
    await this.#row(title).click();
  }

  /** Takes the entry with this label from the list that a command shows. */
  async pick(label: string): Promise<void> {
    await this.#row(label).click();
  }

  /**
   * The texts of the code lenses in view, in reading order, once they stand still. Returns none after `timeout` milliseconds without one.
   */
  async codeLenses(timeout = 10_000): Promise<string[]> {
    const lenses = this.page.locator('.codelens-decoration[monaco-visible-content-widget] > :is(a, span)');
    const read = () =>
      lenses.evaluateAll((elements) =>
        elements
          .map((element) => ({
            box: element.getBoundingClientRect(),
            text: element.textContent.replaceAll('\u00a0', ' ').trim(),
          }))
          .filter(({ text }) => text !== '|') // Stands between the lenses of a line.
          .sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left)
          .map(({ text }) => text),
      );
    await lenses
      .first()
      .waitFor({ timeout })
      .catch(() => undefined);
    for (let last = await read(), tries = 0; ; tries++) {
      await this.page.waitForTimeout(250);
      const now = await read();
      if (tries === 40 || now.join('\n') === last.join('\n')) return now;
      last = now;
    }
  }

  /**
   * The page inside the webview whose title begins like that, in an editor or a view; its tab, if it has one, is brought to the front. The frame
   * is another one after the extension has set the webview's `html` anew.
   */
  async webviewFrame(title: string, timeout = 15_000): Promise<Frame> {
    const tab = this.page.locator('.tab:not(.active)', { hasText: title }).first();
    for (const limit = Date.now() + timeout; Date.now() < limit;) {
      await this.page.waitForTimeout(100);
      if (await tab.isVisible()) await tab.click();
      for (const frame of this.page.frames()) {
        if (await isShown(frame, title)) return frame;
      }
    }
    throw new Error(`No webview "${title}" came up within ${timeout / 1000} seconds.`);
  }

  /** Changes settings of the workspace. */
  addSettings(settings: object): void {
    this.#scripts.addSettings(this.#workspace, settings);
  }

  /** Adds a folder to the workspace file that is open. */
  addFolder(folder: string): void {
    this.#scripts.addFolder(this.#workspace, folder);
  }

  /** Saves a picture of the window to out/screenshots, and returns its path. */
  async screenshot(name: string): Promise<string> {
    const path = pathOf(name);
    await this.page.screenshot({ path });
    return path;
  }

  /** Saves a picture without the title bar, which says that the extension is in development. */
  async picture(name: string): Promise<void> {
    const { width, height } = this.page.viewportSize() ?? { width: 0, height: 0 };
    const bar = (await this.page.locator('.part.titlebar').boundingBox())?.height ?? 0;
    const clip = { x: 0, y: bar, width, height: height - bar };
    await this.page.screenshot({ path: pathOf(name), clip });
  }

  /** Takes the mouse to where nothing lights up under it, and waits until what it called up is gone. */
  async restMouse(): Promise<void> {
    const { width, height } = this.page.viewportSize() ?? { width: 0, height: 0 };
    await this.page.mouse.move(width / 2, height - 1);
    await this.page.locator('.workbench-hover').waitFor({ state: 'detached' });
  }

  /** Changes the colour theme; `name` is as in the setting `workbench.colorTheme`, for example `Default High Contrast`. */
  async setTheme(name: string): Promise<void> {
    if (name === this.#theme) return;
    const shown = async () => {
      const classes = await this.page.locator('.monaco-workbench').first().getAttribute('class');
      return classes?.split(' ').find((name) => name.startsWith('vscode-theme-'));
    };
    const before = await shown();
    this.addSettings({ 'workbench.colorTheme': name });
    for (const limit = Date.now() + 15_000; (await shown()) === before;) {
      await this.page.waitForTimeout(100);
      if (Date.now() > limit) throw new Error(`The theme did not change to "${name}".`);
    }
    this.#theme = name;
  }

  async setSize(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
  }

  /** What the browser's console said so far, webviews included, as `type: text`. */
  consoleMessages(): readonly string[] {
    return this.#session.messages;
  }

  async close(): Promise<void> {
    await this.#session.close();
  }

  /** Opens the quick input by its key, again where something else took the focus from it, and fills it. */
  async #quickInput(key: string, text: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input[type="text"]').first();
    for (const limit = Date.now() + 30_000; ;) {
      await this.page.keyboard.press(key);
      try {
        await input.fill(text, { timeout: 3_000 });
        return;
      } catch (error) {
        if (Date.now() > limit) throw error;
      }
    }
  }

  #row(label: string): Locator {
    const exact = this.page.locator('.quick-input-list .label-name', {
      hasText: new RegExp(`^\\s*${escape(label)}\\s*$`),
    });
    return exact.first();
  }
}

function pathOf(picture: string): string {
  return join(root, 'out', 'screenshots', `${picture}.png`);
}

/** VS Code nests a webview's page in two frames; the inner one carries the webview's title, and waits hidden until it is complete. */
async function isShown(frame: Frame, title: string): Promise<boolean> {
  try {
    const element = await frame.frameElement();
    const shown = (await element.getAttribute('title')) ?? '';
    if (!shown.startsWith(title) || (await element.getAttribute('id')) !== 'active-frame') return false;
    return await element.isVisible();
  } catch {
    return false; // It went away meanwhile, or is the page itself.
  }
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
