import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Frame, Locator } from 'playwright-core';
import { openWorkbench, THEMES, type Workbench } from './workbench';

const SUMMARY = 'Inheritance Summary';
// The bundle of a window test lies in out/test/window.
const axeSource = readFileSync(resolve(__dirname, '../../../node_modules/axe-core/axe.min.js'), 'utf8');

for (const host of ['node', 'web'] as const) {
  describe(`the summary’s page, with the extension in the ${host} host`, () => {
    let workbench: Workbench;

    before(async () => {
      workbench = await openWorkbench({ host, size: { width: 1440, height: 900 } });
      await workbench.open('scoping/access-control.md');
      await workbench.runCommand('Inheritance Scope: Open Summary');
      await (await page()).getByRole('table').first().waitFor();
    });

    after(() => workbench.close());

    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await workbench.screenshot(`${host}-failed-summary`);
    });

    const page = (): Promise<Frame> => workbench.webviewFrame(SUMMARY);
    const controls = async (): Promise<Locator> => (await page()).getByRole('rowheader');
    const search = async (): Promise<Locator> => (await page()).getByRole('searchbox', { name: 'Filter' });
    const figure = async (name: RegExp): Promise<Locator> => (await page()).getByRole('button', { name, exact: true });
    const counted = async (text: string): Promise<void> => {
      await (await page()).getByRole('status').filter({ hasText: text }).waitFor();
    };
    const clear = async (): Promise<void> => {
      await (await page()).getByRole('button', { name: 'Clear Filter' }).click();
    };
    /** The tab comes to the front, and the place is selected. */
    const opened = async (tab: string, selected: RegExp): Promise<void> => {
      await workbench.page.locator('.tab.active', { hasText: tab }).waitFor();
      await workbench.page.locator('.statusbar-item', { hasText: selected }).waitFor();
    };

    /** Puts the cursor at the start of a document beside the page. */
    const edit = async (): Promise<void> => {
      await workbench.page.locator('.editor-group-container').first().locator('.tab').first().click();
      await workbench.open('scoping/access-control.md');
      await workbench.page.keyboard.press('Control+Home');
    };

    it('filters by id, title and document, and counts what is left', async () => {
      const input = await search();
      await input.fill('01.C');
      await counted('1 of 44 controls');
      assert.match(await (await controls()).innerText(), /01\.c/);
      await input.fill('privilege management');
      await counted('1 of 44 controls');
      await input.fill('access-control.md');
      assert.ok((await (await controls()).count()) > 10);
      await input.fill('no such thing');
      await counted('0 of 44 controls');
      assert.ok(await (await page()).getByText('No control matches the filter.').isVisible());
      await clear();
      await counted('44 controls');
      assert.equal(await (await controls()).count(), 44);
    });

    it('filters by responsibility and status with the figures, from the keyboard', async () => {
      const shared = await figure(/^Shared \d+$/);
      await shared.focus();
      await workbench.page.keyboard.press('Space');
      // The figure counts requirements, and the list has the controls that have one of them.
      await counted('16 of 44 controls');
      const total = await (await controls()).count();
      assert.equal(total, 16);
      assert.equal(await shared.getAttribute('aria-pressed'), 'true');
      assert.equal(await shared.evaluate((element) => element === document.activeElement), true);
      await (await figure(/^Needs evidence \d+$/)).click();
      const shown = await (await controls()).count();
      assert.ok(shown > 0 && shown < total, `${shown} of ${total}`);
      await counted(`${shown} of 44 controls`);
      await workbench.screenshot(`${host}-summary-filtered`);
      await clear();
      await counted('44 controls');
    });

    it('reaches everything with the Tab key, from the search to the first control’s links', async () => {
      const input = await search();
      await input.fill('01.c');
      await counted('1 of 44');
      await input.focus();
      const reached: string[] = [];
      for (let presses = 0; presses < 12; presses++) {
        await workbench.page.keyboard.press('Tab');
        reached.push(await (await page()).evaluate(() => document.activeElement?.id ?? ''));
      }
      for (const id of ['filter-clear', 'matrix-01.c-summary', 'open-01.c-0-summary', 'evidence-01.c-0']) {
        assert.ok(reached.includes(id), `${id} is not among ${reached.join(', ')}`);
      }
      await clear();
    });

    it('opens the row of the matrix behind a control', async () => {
      const row = (await page()).getByRole('row', { name: /^01\.c / });
      await row.getByText('Matrix rows: 4').click();
      await row
        .getByRole('button', { name: /azure-srm-illustrative\.csv, line/ })
        .first()
        .click();
      await opened('azure-srm-illustrative.csv', /Ln \d+, Col \d+ \(\d+ selected\)/);
      const text = await workbench.page.locator('.view-lines', { hasText: '01c' }).first().innerText();
      assert.match(text, /01c/);
    });

    it('opens the row that names evidence, and the evidence itself', async () => {
      const row = (await page()).getByRole('row', { name: /^01\.c / });
      await row.getByRole('button', { name: 'policy (1143.01c1System.123), evidence.csv, line 11' }).click();
      await opened('evidence.csv', /Ln 11, Col \d+ \(\d+ selected\)/);
      await row.getByRole('button', { name: /^Access control policy/ }).click();
      await workbench.page.locator('.tab.active', { hasText: 'access-control-policy.md' }).waitFor();
    });

    it('leaves for a link only when the person agrees', async () => {
      const row = (await page()).getByRole('row', { name: /^09\.b / });
      await row.getByRole('button', { name: /^Release and change procedure/ }).click();
      const dialog = workbench.page.locator('.monaco-dialog-box', { hasText: 'wiki.quillmere.example' });
      await dialog.waitFor();
      await workbench.page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    });

    it('keeps focus, unfolding, filter and scroll position while a document is edited', async () => {
      const frame = await page();
      await (await search()).fill('access-control.md');
      const fold = frame.locator('[id="open-01.t-0"]');
      const summary = frame.locator('[id="open-01.t-0-summary"]');
      await summary.click();
      await summary.evaluate((element) => element.setAttribute('data-same', 'yes'));
      const top = () => summary.evaluate((element) => element.getBoundingClientRect().top);
      const count = await (await controls()).count();
      await edit();
      const place = await top();
      // The one control that is listed and that no document mentions.
      await workbench.page.keyboard.type('03.c ');
      await frame.getByRole('rowheader', { name: '03.c' }).waitFor();
      await counted(`${count + 1} of 44 controls`);
      assert.equal(await fold.getAttribute('open'), '');
      assert.equal(await summary.getAttribute('data-same'), 'yes');
      assert.ok(Math.abs((await top()) - place) < 2, `from ${place} to ${await top()}`);
      // The editor keeps the focus: an update takes it from nobody.
      await workbench.page.keyboard.press('Shift+Home');
      await workbench.page.keyboard.press('Delete');
      await frame.getByRole('rowheader', { name: '03.c' }).waitFor({ state: 'detached' });
      await workbench.page.keyboard.press('Control+S');
    });

    it('comes back as it was after its tab was hidden', async () => {
      await (await search()).fill('network');
      await (await figure(/^Customer \d+$/)).click();
      const before = await (await controls()).allInnerTexts();
      await edit();
      await workbench.runCommand('View: Join All Editor Groups');
      await workbench.open('evidence.csv');
      await workbench.page.locator('.tab:not(.active)', { hasText: SUMMARY }).waitFor();
      assert.deepEqual(await (await controls()).allInnerTexts(), before);
      assert.equal(await (await search()).inputValue(), 'network');
    });

    it('comes back with its filter after the window was reloaded', async () => {
      const before = await (await controls()).allInnerTexts();
      const loaded = workbench.page.waitForEvent('load');
      await workbench.runCommand('Developer: Reload Window');
      await loaded;
      await workbench.files.first().waitFor();
      const frame = await workbench.webviewFrame(SUMMARY, 30_000);
      await frame.getByRole('status').filter({ hasText: ' of 44 controls' }).waitFor();
      assert.deepEqual(await (await controls()).allInnerTexts(), before);
      assert.equal(await (await figure(/^Customer \d+$/)).getAttribute('aria-pressed'), 'true');
      // It is the one page that the command brings to the front, and no second one.
      await workbench.runCommand('Inheritance Scope: Open Summary');
      await workbench.page.waitForTimeout(500);
      assert.equal(await workbench.page.locator('.tab', { hasText: SUMMARY }).count(), 1);
      await clear();
      await counted('44 controls');
    });

    it('clears a filter that hides the control a lens leads to', async () => {
      await (await search()).fill('12.c');
      await workbench.open('scoping/access-control.md');
      await workbench.goToLine(51);
      await workbench.codeLenses();
      await workbench.page.locator('.codelens-decoration a', { hasText: 'Varies by requirement' }).first().click();
      await counted('44 controls');
    });

    for (const [name, theme] of Object.entries(THEMES)) {
      it(`is clean under axe in ${name}, with a filter pressed and folds open`, async () => {
        await workbench.setTheme(theme);
        const frame = await page();
        await (await figure(/^Needs evidence \d+$/)).click();
        for (const fold of await frame
          .locator('tr summary')
          .all()
          .then((all) => all.slice(0, 3)))
          await fold.click();
        const violations = await findViolations(frame);
        await workbench.screenshot(`${host}-summary-axe-${name}`);
        for (const fold of await frame
          .locator('tr summary')
          .all()
          .then((all) => all.slice(0, 3)))
          await fold.click();
        await clear();
        assert.deepEqual(violations, []);
      });
    }

    it('is clean under axe in a narrow window', async () => {
      await workbench.setTheme(THEMES.light);
      await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
      await workbench.setSize(480, 900);
      await (await page()).getByRole('row', { name: /^01\.c / }).scrollIntoViewIfNeeded();
      await workbench.screenshot(`${host}-summary-narrow-rows`);
      assert.deepEqual(await findViolations(await page()), []);
      await workbench.setSize(1440, 900);
    });

    it('breaks no content security policy', () => {
      const violations = workbench.consoleMessages().filter((message) => /content security policy/i.test(message));
      assert.deepEqual(violations, []);
    });
  });
}

/** What axe finds, as one text for each element; its rules and the best practices. */
async function findViolations(frame: Frame): Promise<readonly string[]> {
  // The page lets no script in but its own; what the browser's debugger evaluates is no script of the page.
  await frame.evaluate(axeSource);
  const { violations, passes } = await frame.evaluate(() =>
    (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  assert.ok(passes.some(({ id }) => id === 'color-contrast'));
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}
