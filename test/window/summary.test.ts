import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { openWorkbench, type Workbench } from './workbench';

const SUMMARY = 'Inheritance Summary';
/** Room for a document, and beside it for the page with nothing folded away. */
const SIZE = { width: 2200, height: 900 };
const DOCUMENT = 'scoping/access-control.md';
/** More presses of the Tab key than there are stops on the way to anything. */
const MOST_STOPS = 60;

describe('the summary’s page', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ size: SIZE });
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await workbench.open(DOCUMENT);
    await workbench.runCommand('Inheritance Scope: Open Summary');
    await counted('44 controls');
  });

  after(() => workbench.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.screenshot('failed-summary');
  });

  const page = (timeout?: number): Promise<Frame> => workbench.webviewFrame(SUMMARY, timeout);
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await workbench.page.keyboard.press(key);
  };
  const counted = async (text: string | RegExp): Promise<void> => {
    await (await page()).getByRole('status').filter({ hasText: text }).first().waitFor();
  };
  const table = async (): Promise<Locator> => (await page()).getByRole('treegrid');
  /** What has the focus in the page, as it is heard. */
  const focused = async (frame?: Frame): Promise<string> =>
    (frame ?? (await page())).evaluate(() => {
      const { activeElement: active } = document;
      return active === document.body ? '' : (active?.getAttribute('aria-label') ?? active?.textContent ?? '');
    });
  /** Gives the page the focus, as a person does who uses no mouse. */
  const focusPage = async (): Promise<void> => {
    const frame = await page();
    await press('Control+2');
    await frame.waitForFunction(() => document.hasFocus());
  };
  /** Presses a key until what is named has the focus. */
  const tabTo = async (name: RegExp, key = 'Tab'): Promise<void> => {
    const frame = await page();
    const passed: string[] = [];
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      const now = await focused(frame);
      if (name.test(now)) return;
      passed.push(now.slice(0, 40));
      await press(key);
    }
    throw new Error(`Not on the way: ${name.source}. Passed: ${passed.join(' | ')}`);
  };
  const choose = async (name: RegExp, key?: string): Promise<void> => {
    await tabTo(name, key);
    await press('Enter');
  };
  /** The tab comes to the front, and the place is selected. */
  const opened = async (tab: string, selected?: RegExp): Promise<void> => {
    await workbench.page.locator('.tab.active', { hasText: tab }).first().waitFor();
    if (selected) await workbench.page.locator('.statusbar-item', { hasText: selected }).waitFor();
  };
  /** Waits until a text is in the clipboard. */
  const copied = async (text: RegExp): Promise<void> => {
    for (const limit = Date.now() + 15_000; ;) {
      const now = await workbench.page.evaluate(() => navigator.clipboard.readText());
      if (text.test(now)) return;
      if (Date.now() > limit) throw new Error(`The clipboard has: ${now}`);
      await workbench.page.waitForTimeout(100);
    }
  };
  const focusEditor = async (): Promise<void> => {
    await press('Control+1');
    await workbench.open(DOCUMENT);
    await workbench.page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
  };
  const search = async (text: string): Promise<void> => {
    await press('/', 'End', 'Shift+Home');
    await workbench.page.keyboard.type(text);
  };

  describe('by keyboard alone', () => {
    it('is searched with /, gone through with arrows, and opens a row', async () => {
      await focusPage();
      await search('01.c');
      await counted(/^1 of 44 controls/);
      await press('ArrowDown');
      assert.match(await focused(), /^01\.c/);
      await press('Enter');
      await (await page()).getByRole('button', { name: 'Explain status, 01.c' }).waitFor();
    });

    it('opens the row of the matrix, a row that names evidence, the evidence and a reference', async () => {
      for (const [name, tab, selected] of [
        [/azure-srm-illustrative\.csv/, 'azure-srm-illustrative.csv', /\(\d+ selected\)/],
        [/^Access control policy/, 'access-control-policy.md'],
        [/evidence\.csv, line \d+/, 'evidence.csv', /\(\d+ selected\)/],
        [/inheritance-requests\.csv, line \d+/, 'inheritance-requests.csv', /\(\d+ selected\)/],
        [/^\d+, scoping\/access-control\.md/, 'access-control.md', /\(\d+ selected\)/],
      ] as const) {
        await choose(name);
        await opened(tab, selected);
        await focusPage();
      }
    });

    it('adds evidence, and explains a status', async () => {
      await press('Escape');
      await choose(/^Add evidence/);
      const input = workbench.page.locator('.quick-input-widget').first();
      await input.waitFor();
      await press('Escape');
      await input.waitFor({ state: 'hidden' });
      await focusPage();
      await press('Escape');
      await choose(/^Explain status/);
      await workbench.page.locator('.tab', { hasText: /01\.c/ }).first().waitFor();
      await workbench.closeEditor();
    });

    it('shows requirements by themselves, grouped and sorted, with other columns', async () => {
      await focusPage();
      await press('/', 'Escape');
      await counted('44 controls');
      await choose(/^Requirements$/);
      await counted(/^\d+ requirements/);
      await choose(/^Group by$/);
      await press('ArrowDown', 'ArrowDown', 'Enter');
      await (await table()).locator('[role=row][aria-expanded=true]').first().waitFor();
      await choose(/^Columns/);
      await tabTo(/^Owner$/, 'ArrowDown');
      await press(' ', 'Escape');
      await (await table()).getByRole('columnheader', { name: 'Owner' }).waitFor();
      await press('/', 'ArrowDown');
      await tabTo(/^(Control|Requirement|Id)/, 'Shift+Tab');
      await press('Enter');
      await (await table()).locator('[aria-sort=descending]').waitFor();
    });

    it('saves how it is looked at under a name, and comes back to it', async () => {
      await focusPage();
      await press('/');
      await choose(/^Saved Filters/);
      await choose(/^Save Filter/, 'ArrowDown');
      await workbench.page.keyboard.type('By domain');
      await press('Enter');
      await press('/');
      await tabTo(/^Controls$/);
      await press('Enter');
      await counted('44 controls');
      await press('/');
      await choose(/^Saved Filters/);
      await (await page()).getByRole('button', { name: 'By domain', exact: true }).waitFor();
      await press('Enter');
      await counted(/^\d+ requirements/);
      await (await table()).locator('[aria-sort=descending]').waitFor();
    });

    it('copies rows as Markdown and CSV, and exports what is filtered', async () => {
      await focusPage();
      await press('/');
      await choose(/^Controls$/);
      await search('password');
      await counted(/^\d of 44 controls/);
      await choose(/^Actions for All Shown/);
      await choose(/as Markdown/, 'ArrowDown');
      await copied(/^\|.*01\.d/ms);
      await focusPage();
      await press('/');
      await choose(/^Actions for All Shown/);
      await choose(/as CSV/, 'ArrowDown');
      await copied(/^[^|]*01\.d[^|]*$/s);
      await focusPage();
      await press('/');
      await choose(/^Actions for All Shown/);
      await choose(/^Export All/, 'ArrowDown');
      await workbench.saveExport('Markdown', 'scoping-summary.md');
      const text = readFileSync(join(workbench.folder, 'scoping-summary.md'), 'utf8');
      assert.match(text, /Only what was filtered: .*password/);
      await workbench.closeEditor();
    });

    it('prepares requests for the rows that are selected', async () => {
      await focusPage();
      // One requirement of its has no request yet.
      await search('01.c');
      await counted(/^1 of 44 controls/);
      await press('ArrowDown', 'Home', 'ArrowDown', ' ');
      await (await page()).getByRole('group', { name: '1 selected' }).waitFor();
      await choose(/^Prepare Requests/, 'Shift+Tab');
      await opened('inheritance-requests.csv');
      await press('Control+Z');
    });
  });

  describe('live', () => {
    const place = async (): Promise<readonly number[]> =>
      (await page()).evaluate(() => [window.scrollY, document.querySelector('[role=treegrid]')?.scrollTop ?? 0]);

    it('follows what is typed, and keeps scroll position, focus, filter and open rows', async () => {
      const frame = await page();
      await focusPage();
      await search('access-control.md');
      await press('ArrowDown', 'Home', 'Enter');
      await frame
        .getByRole('button', { name: /^Explain status/ })
        .first()
        .waitFor();
      await press('ArrowDown', 'ArrowDown', 'ArrowDown');
      await focusEditor();
      await press('Control+Home');
      const before = [await focused(), ...(await place())];
      const found = await frame.getByRole('status').first().innerText();
      // The one control that is listed and that no document mentions.
      await workbench.page.keyboard.type('03.c ');
      await frame.getByRole('status').filter({ hasNotText: found }).first().waitFor();
      assert.deepEqual([await focused(), ...(await place())], before);
      assert.ok(
        await frame
          .getByRole('button', { name: /^Explain status/ })
          .first()
          .isVisible(),
      );
      await press('Shift+Home', 'Delete');
      await frame.getByRole('status').filter({ hasText: found }).first().waitFor();
      await press('Control+S');
    });

    it('comes back as it was after its tab was hidden, and after the window was reloaded', async () => {
      await focusPage();
      await search('network');
      const status = (await page()).getByRole('status').first();
      await (
        await page()
      )
        .getByRole('status')
        .filter({ hasText: /^\d+ of 44/ })
        .first()
        .waitFor();
      const before = await status.innerText();
      await workbench.open('evidence.csv');
      await workbench.page.locator('.tab:not(.active)', { hasText: SUMMARY }).waitFor();
      await counted(before);
      const loaded = workbench.page.waitForEvent('load');
      await workbench.runCommand('Developer: Reload Window');
      await loaded;
      await page(60_000);
      await counted(before);
      // It is the one page that the command brings to the front, and no second one.
      await workbench.runCommand('Inheritance Scope: Open Summary');
      await counted(before);
      assert.equal(await workbench.page.locator('.tab', { hasText: SUMMARY }).count(), 1);
    });

    it('shows what a lens leads to, whatever the filter hides', async () => {
      await focusPage();
      await search('12.c');
      await focusEditor();
      await workbench.goToLine(51);
      await workbench.codeLenses();
      await workbench.page.locator('.codelens-decoration a', { hasText: 'Varies by requirement' }).first().click();
      await counted(/^44 controls/);
    });

    it('is a view of the side bar too', async () => {
      await workbench.runCommand('Inheritance Scope: Focus on Summary View');
      const frame = await workbench.webviewFrame('Summary', 30_000);
      await frame.getByRole('status').filter({ hasText: '44 controls' }).first().waitFor();
      await workbench.screenshot('summary-side-bar');
    });
  });

  describe('in all of this', () => {
    it('breaks no content security policy', () => {
      const violations = workbench.consoleMessages().filter((message) => /content security policy/i.test(message));
      assert.deepEqual(violations, []);
    });
  });
});
