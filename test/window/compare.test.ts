import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';
import { openWorkbench, type Workbench } from './workbench';

const COMPARISON = 'Matrix Comparison';
// The bundle of a window test lies in out/test/window.
const axeSource = readFileSync(resolve(__dirname, '../../../node_modules/axe-core/axe.min.js'), 'utf8');

describe('the comparison of two matrices, in the window', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ size: { width: 1600, height: 1000 } });
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await workbench.open('scoping/access-control.md');
  });

  after(() => workbench.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.screenshot('failed-comparison');
  });

  const page = (): Promise<Frame> => workbench.webviewFrame(COMPARISON);

  it('is opened from the command palette with the file of the other matrix', async () => {
    await workbench.runCommand('Inheritance Scope: Compare with Another Matrix…');
    await workbench.page.locator('.quick-input-widget', { hasText: 'Which Matrix to Compare' }).waitFor();
    await workbench.pick('azure-srm-illustrative-next.csv');
    const frame = await page();
    await frame.getByRole('heading', { name: 'What the newer matrix changes: Quillmere Home, r2 2027' }).waitFor();
    await workbench.screenshot('comparison-beside');
  });

  it('says first how much changed, and what is newly open where', async () => {
    const frame = await page();
    assert.ok(
      await frame.getByText('Changes: 14. Touching your files: 14. Leaving something newly open: 8.').isVisible(),
    );
    const row = frame.getByRole('row', { name: /08\.l [^]*1825\.08l1Organizational\.12456/ }).first();
    assert.match(await row.innerText(), /Lowered: Azure → Shared[\s\S]*needs policy, procedure, implemented evidence/);
    for (const [name, heading] of [
      ['open', 'What is newly open'],
      ['files', 'What to look at in your files'],
      ['changes', 'All changes'],
    ] as const) {
      await frame.getByRole('heading', { name: heading }).evaluate((element) => element.scrollIntoView());
      await workbench.screenshot(`comparison-${name}`);
    }
  });

  it('leads to the line of a document, which is marked there and in the Problems panel', async () => {
    const frame = await page();
    await frame.getByRole('link', { name: 'scoping/access-control.md:120' }).first().click();
    await workbench.page.locator('.statusbar-item', { hasText: /^Ln 120, / }).waitFor();
    await workbench.page.keyboard.press('Control+Shift+M');
    // There are more problems than the panel has room for.
    await workbench.page.locator('.viewpane-filter input').first().fill('1150.01c2System.10');
    await workbench.page
      .locator('.markers-panel .monaco-list-row', { hasText: '1150.01c2System.10 is added (Customer).' })
      .first()
      .waitFor();
    await workbench.screenshot('comparison-problems');
    await workbench.page.keyboard.press('Control+Shift+M');
  });

  it('can be turned round', async () => {
    const frame = await page();
    await frame.getByRole('button', { name: 'Swap Older and Newer' }).click();
    await frame.getByText('Taken for the newer one: azure-srm-illustrative.csv').waitFor();
    await frame.getByRole('button', { name: 'Swap Older and Newer' }).click();
    await frame.getByText('Taken for the older one: azure-srm-illustrative.csv').waitFor();
  });

  it('can be read by everyone', async () => {
    const frame = await page();
    await frame.evaluate(axeSource);
    const { violations } = await frame.evaluate<AxeResults>('axe.run()');
    assert.deepEqual(
      violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
      [],
    );
  });

  it('breaks no content security policy', () => {
    const violations = workbench.consoleMessages().filter((message) => /content security policy/i.test(message));
    assert.deepEqual(violations, []);
  });
});
