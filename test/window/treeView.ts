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

  /** The row whose label begins with a text. */
  row(label: string): Locator {
    return this.rows.filter({ hasText: label }).first();
  }

  /** Brings the view up, with the focus in it, by its command of the command palette. */
  async focus(): Promise<void> {
    await this.workbench.runCommand(`Inheritance Scope: Focus on ${this.title} View`);
    await this.pane.waitFor();
  }

  /** What the rows in sight show, once they stand still. */
  async texts(): Promise<readonly string[]> {
    const read = (): Promise<string[]> =>
      this.rows.evaluateAll((rows) =>
        rows
          .map((row) => ({ top: row.getBoundingClientRect().top, text: row.textContent.replaceAll('\u00a0', ' ').trim() }))
          .sort((a, b) => a.top - b.top)
          .map(({ text }) => text),
      );
    for (let last = await read(), tries = 0; ; tries++) {
      await this.workbench.page.waitForTimeout(250);
      const now = await read();
      if (tries === 40 || now.join('\n') === last.join('\n')) return now;
      last = now;
    }
  }
}
