import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { english } from '../../src/core/message';
import { readExport } from '../../src/core/report/exported/readExport';
import { detailsOf, findRow } from './summaryTable';
import { openWorkbench, type Workbench } from './workbench';

const SUMMARY = 'Inheritance Summary';

for (const host of ['node', 'web'] as const) {
  describe(`the main job, in the window, with the extension in the ${host} host`, () => {
    let workbench: Workbench;

    before(async () => {
      workbench = await openWorkbench({ host, size: { width: 1440, height: 900 } });
      await workbench.open('scoping/access-control.md');
    });

    after(() => workbench.close());

    const summary = (): Promise<Frame> => workbench.webviewFrame(SUMMARY);

    it('shows above each id who is responsible and what is open', async () => {
      await workbench.goToLine(51);
      const lenses = await workbench.codeLenses();
      assert.ok(lenses.includes('Customer · complete'), lenses.join('\n'));
      assert.ok(
        lenses.includes('Varies by requirement · 2 shared, 2 customer · coverage needed for 2 of 4 requirements'),
        lenses.join('\n'),
      );
      await workbench.screenshot(`${host}-lenses`);
    });

    it('shows in the status bar how much is open, and opens the summary from there', async () => {
      const item = workbench.page.locator('.statusbar-item', { hasText: '43 of 74 open' });
      await item.click();
      const frame = await summary();
      await frame.getByRole('heading', { name: 'Quillmere Home, r2 2027' }).waitFor();
      await frame.getByRole('treegrid').waitFor();
    });

    it('says first in the summary how many requirements still need evidence, and leads to their controls', async () => {
      const frame = await summary();
      await frame.getByText(/^\d+ of 74 requirements still need evidence$/).waitFor();
      const table = frame.getByRole('treegrid');
      assert.equal(await table.getAttribute('aria-rowcount'), '45');
      await frame.getByRole('button', { name: /^Needs evidence \d+$/ }).click();
      assert.equal(await table.getAttribute('aria-rowcount'), '24');
      const row = await findRow(frame, '01.t');
      for (const text of ['Session Time-out', 'Customer', 'Needs evidence', 'policy'])
        assert.ok((await row.innerText()).includes(text), text);
      await workbench.screenshot(`${host}-summary`);
      await frame.getByRole('button', { name: 'Clear Filter' }).click();
    });

    it('opens a reference from the summary, with the id selected', async () => {
      const details = await detailsOf(await summary(), '12.c');
      await details
        .getByRole('button', { name: /resilience-and-facilities\.md/ })
        .first()
        .click();
      await workbench.page.locator('.tab.active', { hasText: 'resilience-and-facilities.md' }).waitFor();
      await workbench.page.locator('.statusbar-item', { hasText: /\(4 selected\)/ }).waitFor();
    });

    it('keeps the summary up to date while a document is edited', async () => {
      await workbench.open('scoping/access-control.md');
      await workbench.page.keyboard.press('Control+Home');
      // The one control that is listed and that no document mentions.
      await workbench.page.keyboard.type('03.c ');
      const place = (await detailsOf(await summary(), '03.c')).getByRole('button', { name: /access-control\.md$/ });
      await place.waitFor();
      await workbench.page.locator('.editor-group-container').first().locator('.tab').first().click();
      await workbench.page.keyboard.press('Shift+Home');
      await workbench.page.keyboard.press('Delete');
      await place.waitFor({ state: 'detached' });
      await (await findRow(await summary(), '03.c')).waitFor();
    });

    it('exports the summary from the command palette', async () => {
      await workbench.runCommand('Inheritance Scope: Export Summary…');
      const name = workbench.page.locator('.quick-input-widget input').first();
      await name.waitFor();
      // First the format, of which Markdown is the first, then the file.
      await workbench.page.locator('.quick-input-widget', { hasText: 'to read and to hand over' }).waitFor();
      await workbench.page.keyboard.press('Enter');
      await workbench.page
        .locator('.quick-input-widget', { hasText: 'Export Summary' })
        .filter({ hasNotText: 'to read and to hand over' })
        .waitFor();
      await workbench.page.keyboard.press('Enter');
      await workbench.page.locator('.tab.active', { hasText: 'scoping-summary.md' }).waitFor();
      const text = readFileSync(join(workbench.folder, 'scoping-summary.md'), 'utf8');
      assert.match(text, /^# Scoping summary: Quillmere Home, r2 2027$/m);
    });

    it('exports it for Excel by the keyboard alone', async () => {
      await workbench.runCommand('Inheritance Scope: Export Summary…');
      const picker = workbench.page.locator('.quick-input-widget', { hasText: 'to read and to hand over' });
      await picker.waitFor();
      await workbench.page.keyboard.type('Excel');
      await picker.waitFor({ state: 'detached' });
      await workbench.page.keyboard.press('Enter');
      const name = workbench.page.locator('.quick-input-widget input').first();
      await workbench.page.waitForFunction(
        (input) => (input as HTMLInputElement | null)?.value.endsWith('scoping-summary.xlsx'),
        await name.elementHandle(),
      );
      await workbench.page.keyboard.press('Enter');
      await workbench.page.locator('.tab.active', { hasText: 'scoping-summary.xlsx' }).waitFor();
      const reading = await readExport(readFileSync(join(workbench.folder, 'scoping-summary.xlsx')), english);
      assert.ok('summary' in reading);
      assert.deepEqual([reading.summary.manifest.name, reading.problems], ['Quillmere Home, r2 2027', []]);
    });

    it('breaks no content security policy', () => {
      const violations = workbench.consoleMessages().filter((message) => /content security policy/i.test(message));
      assert.deepEqual(violations, []);
    });
  });
}
