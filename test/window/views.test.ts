import assert from 'node:assert/strict';
import { TreeView } from './treeView';
import { openWorkbench, type Workbench } from './workbench';

describe('the views', () => {
  let workbench: Workbench;
  let controls: TreeView;

  before(async () => {
    workbench = await openWorkbench({ size: { width: 1280, height: 900 } });
    controls = new TreeView(workbench, 'Controls');
    // The commands of the views are there once the extension is.
    await workbench.page.locator('.statusbar-item', { hasText: '43 of 74 open' }).waitFor();
  });

  after(() => workbench.close());

  it('PROBE', async () => {
    await controls.focus();
    await workbench.screenshot('views-probe1');
    await controls.row('01 ').waitFor({ timeout: 3000 });
    console.log((await controls.texts()).join('\n'));
    await workbench.screenshot('views-probe1');
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.page.waitForTimeout(500);
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('ArrowRight');
    console.log((await controls.texts()).join('\n'));
    await workbench.page.keyboard.press('Shift+F10');
    await workbench.page.waitForTimeout(500);
    await workbench.screenshot('views-probe2');
    await workbench.page.keyboard.press('Escape');
    const evidence = new TreeView(workbench, 'Evidence');
    await evidence.focus();
    await workbench.page.waitForTimeout(500);
    console.log((await evidence.texts()).join('\n'));
    await workbench.screenshot('views-probe3');
    assert.ok(true);
  });
});
