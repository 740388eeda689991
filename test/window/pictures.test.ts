import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { openWorkbench, THEMES, type Workbench } from './workbench';

// Nothing is compared: the pictures in out/screenshots are for a person to look at, and for whoever presents the product; the
// README's are two of them. What can fail is that something to be seen does not come up in one of the themes or sizes.

const SIZE = { width: 1440, height: 950 };
const DOCUMENT = 'scoping/access-control.md';
const EXPORT = 'scoping-summary.md';

describe('the pictures', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ size: SIZE });
    // What draws the eye from what is to be seen.
    workbench.addSettings({
      'editor.minimap.enabled': false,
      'editor.stickyScroll.enabled': false,
      'editor.occurrencesHighlight': 'off',
      'breadcrumbs.enabled': false,
      // Each picture begins at a document's top, wherever the last one ended.
      'workbench.editor.restoreViewState': false,
    });
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  });

  after(() => workbench.close());

  beforeEach(async () => {
    await workbench.setSize(SIZE.width, SIZE.height);
    await workbench.runCommand('View: Close All Editors');
  });

  /** Opens the document at its second section. */
  const openDocument = async (): Promise<void> => {
    await workbench.open(DOCUMENT);
    await workbench.restMouse();
    // Line by line, so that none is cut through at the top: there is no lens above the 27th.
    for (let line = 1; line < 27; line++) await workbench.page.keyboard.press('Control+ArrowDown');
    await workbench.codeLenses();
  };

  /** Opens the Problems panel, and drags it to the height of all problems of the sample. */
  const openProblems = async (): Promise<void> => {
    const { keyboard, mouse } = workbench.page;
    await keyboard.press('Control+Shift+M');
    await workbench.page.locator('.markers-panel .monaco-list-row').first().waitFor();
    const panel = await workbench.page.locator('.part.panel').boundingBox();
    if (!panel) throw new Error('The Problems panel is not there.');
    await mouse.move(panel.x + panel.width / 2, panel.y - 2);
    await mouse.down();
    await mouse.move(panel.x + panel.width / 2, panel.y + panel.height - 380, { steps: 4 });
    await mouse.up();
  };

  const openSummary = async (): Promise<Frame> => {
    await workbench.runCommand('Inheritance Scope: Open Summary');
    const frame = await workbench.webviewFrame('Inheritance Summary');
    await frame.getByRole('treegrid').waitFor();
    await workbench.restMouse();
    return frame;
  };

  /** Makes the window as high as it takes for a page to end below an element, and not across what follows. */
  const endBelow = async (element: Locator, { width = SIZE.width, margin = 0 } = {}): Promise<void> => {
    const more = await element.evaluate((shown) => Math.ceil(shown.getBoundingClientRect().bottom) - innerHeight);
    await workbench.setSize(width, SIZE.height + more + margin);
  };

  for (const [name, theme] of Object.entries(THEMES)) {
    describe(`in ${name}`, () => {
      before(() => workbench.setTheme(theme));

      it('of the lenses', async () => {
        await openDocument();
        await workbench.picture(`${name}-lenses`);
      });

      it('of a hover', async () => {
        await openDocument();
        await workbench.hover(104, 6);
        await workbench.picture(`${name}-hover`);
      });

      it('of a completion', async () => {
        await openDocument();
        await workbench.goToLine(79, 200);
        await workbench.page.keyboard.press('Enter');
        await workbench.page.keyboard.press('Enter');
        await workbench.page.keyboard.type('acc');
        await (await workbench.suggest()).filter({ hasText: /^01\.a Access Control Policy/ }).waitFor();
        const details = workbench.page.locator('.suggest-details', { hasText: '01 Access Control' });
        // Once more for what is known of the first one; VS Code keeps showing it from then on.
        if (name === 'light') await workbench.page.keyboard.press('Control+Space');
        await details.waitFor();
        await workbench.restMouse();
        await workbench.picture(`${name}-completion`);
        await workbench.page.keyboard.press('Escape');
        await workbench.runCommand('File: Revert File');
      });

      it('of the summary', async () => {
        const frame = await openSummary();
        await endBelow(frame.getByRole('row', { name: /\b01\.d\b/ }));
        await workbench.picture(`${name}-summary`);
      });

      it('of the problems', async () => {
        await openDocument();
        await openProblems();
        // There are more than the panel has room for.
        await workbench.page.locator('.viewpane-filter input').first().fill('**/access-control.md');
        await workbench.page.locator('.markers-panel .monaco-list-row', { hasText: '04.c' }).click();
        await workbench.page.locator('.statusbar-item', { hasText: /Ln 30, .*selected/ }).waitFor();
        await workbench.restMouse();
        await workbench.picture(`${name}-problems`);
        await workbench.runCommand('View: Hide Panel');
      });

      it('of an export', async () => {
        await workbench.open(DOCUMENT);
        await workbench.exportSummary('Markdown', EXPORT);
        await workbench.runCommand('Markdown: Open Preview to the Side');
        const preview = await workbench.webviewFrame(`Preview ${EXPORT}`);
        await workbench.restMouse();
        await endBelow(preview.getByRole('table').nth(1), { margin: 12 });
        await workbench.picture(`${name}-export`);
        rmSync(join(workbench.folder, EXPORT));
      });
    });
  }

  describe('in a narrow window', () => {
    before(() => workbench.setTheme(THEMES.light));

    it('of the summary', async () => {
      await workbench.setSize(520, SIZE.height);
      const frame = await openSummary();
      await endBelow(frame.getByRole('row', { name: /\b00\.a\b/ }), { width: 520, margin: 12 });
      await workbench.picture('narrow-summary');
    });
  });
});
