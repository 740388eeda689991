// A page object: a tree view of the side bar, as a person sees it and goes through it with keys.
import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench';

export class TreeView {
  /** @param title of the view, as its header has it */
  constructor(
    private readonly workbench: Workbench,
    private readonly title: string,
  ) {}

  /** The view with its header. */
  get pane(): Locator {
    const header = this.workbench.page.locator('.pane-header', { hasText: this.title });
    return this.workbench.page.locator('.sidebar .pane').filter({ has: header }).first();
  }

  get rows(): Locator {
    return this.pane.locator('.monaco-list-row');
  }

  /** The first row in which a text stands. */
  row(text: string): Locator {
    return this.rows.filter({ hasText: text }).first();
  }

  /** What stands between the header and the rows. */
  get message(): Locator {
    return this.pane.locator('.message:not(.hide)');
  }

  /** Brings the view up by its command, which gives it the focus, and waits for its rows. */
  async focus(): Promise<void> {
    await this.bringUp();
    await this.rows.first().waitFor();
    // While there were no rows, none could have the focus.
    await this.bringUp();
    await this.workbench.page.keyboard.press('Home');
    await this.pane.locator('.monaco-list-row.focused').waitFor();
  }

  /** The same for a view that has no rows. */
  async bringUp(): Promise<void> {
    await this.workbench.runCommand(`Inheritance Scope: Focus on ${this.title} View`);
    await this.pane.waitFor();
  }

  /** Puts the focus on the first row in which a text stands, going down with the arrow key. */
  async goTo(text: string): Promise<void> {
    const { keyboard } = this.workbench.page;
    const focused = this.pane.locator('.monaco-list-row.focused');
    // What was unfolded just now may not be there yet.
    for (const limit = Date.now() + 10_000; Date.now() < limit;) {
      await keyboard.press('Home');
      for (let last = ''; ;) {
        const now = await focused.innerText();
        if (now.includes(text)) return;
        if (now === last) break;
        last = now;
        await keyboard.press('ArrowDown');
      }
      await this.workbench.page.waitForTimeout(250);
    }
    throw new Error(`No row came up with "${text}".`);
  }

  /** Makes the side bar wider by so many pixels, or narrower. */
  async widen(pixels: number): Promise<void> {
    const { mouse } = this.workbench.page;
    const box = await this.workbench.page.locator('.part.sidebar').boundingBox();
    if (!box) throw new Error('There is no side bar.');
    const edge = box.x + box.width;
    await mouse.move(edge + 2, box.y + box.height / 2);
    await mouse.down();
    await mouse.move(edge + 2 + pixels, box.y + box.height / 2, { steps: 4 });
    await mouse.up();
  }

  /** The entries of the context menu of the row that has the focus, opened by keyboard. Leaves it closed. */
  async contextMenu(): Promise<readonly string[]> {
    const { page } = this.workbench;
    await page.keyboard.press('Shift+F10');
    const entries = page.locator('.monaco-menu .action-label:not(.separator)');
    await entries.first().waitFor();
    const texts = await entries.allInnerTexts();
    await page.keyboard.press('Escape');
    await entries.first().waitFor({ state: 'detached' });
    return texts.map((text) => text.trim()).filter((text) => text !== '');
  }

  /** What the rows in sight show, in order, once they stand still. */
  async texts(): Promise<readonly string[]> {
    const read = (): Promise<string[]> =>
      this.rows.evaluateAll((rows) =>
        rows
          .map((row) => ({
            top: row.getBoundingClientRect().top,
            texts: ['.label-name', '.label-description'].map((part) => row.querySelector(part)?.textContent ?? ''),
          }))
          .sort((a, b) => a.top - b.top)
          .map(({ texts }) => texts.join(' | ').replaceAll('\u00a0', ' ')),
      );
    for (let last = await read(), tries = 0; ; tries++) {
      await this.workbench.page.waitForTimeout(250);
      const now = await read();
      if (tries === 40 || now.join('\n') === last.join('\n')) return now;
      last = now;
    }
  }
}
