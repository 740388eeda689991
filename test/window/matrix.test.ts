import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from './workbench';

const MATRIX = 'azure-srm-illustrative.csv';

describe('the matrix, in the window', () => {
  let workbench: Workbench;
  let matrix: string;

  before(async () => {
    workbench = await openWorkbench({ size: { width: 1440, height: 900 } });
    matrix = join(workbench.folder, MATRIX);
    await workbench.open(MATRIX);
  });

  after(() => workbench.close());

  it('shows above each row whose it is, and in how many documents it is referenced', async () => {
    const lenses = await workbench.codeLenses();
    assert.deepEqual(lenses.slice(0, 4), [
      'Customer',
      'referenced in 1 document',
      'Customer',
      'referenced in 1 document',
    ]);
    await workbench.page.mouse.move(700, 890);
    await workbench.page.waitForTimeout(500);
    await workbench.screenshot('matrix-lenses');
  });

  it('shows the places in the documents at a click on a lens', async () => {
    await workbench.page.locator('.codelens-decoration a', { hasText: 'referenced in' }).nth(4).click();
    const peek = workbench.page.locator('.peekview-widget');
    await peek.locator('.ref-tree .monaco-list-row', { hasText: '01.c' }).first().waitFor();
    await workbench.page.waitForTimeout(1_000);
    await workbench.screenshot('matrix-peek');
    await workbench.page.keyboard.press('Escape');
    await peek.waitFor({ state: 'detached' });
  });

  it('tells in a hover what an id is', async () => {
    const hover = workbench.page.locator('.monaco-hover', { hasText: 'Privilege Management' }).first();
    // The palette gives the focus back some time after it has closed: keys before that are lost, and a hover goes with it.
    for (let tries = 0; tries < 5 && !(await hover.isVisible()); tries++) {
      await workbench.goToLine(8);
      for (let column = 0; column < 3; column++) await workbench.page.keyboard.press('ArrowRight');
      await workbench.runCommand('Show or Focus Hover');
      await hover.waitFor({ timeout: 3_000 }).catch(() => undefined);
    }
    await hover.waitFor();
    await workbench.screenshot('matrix-hover');
    await workbench.page.keyboard.press('Escape');
  });

  it('is where Go to Definition lands from an id in a document', async () => {
    await workbench.open('scoping/access-control.md');
    const row = workbench.page.locator('.statusbar-item', { hasText: 'Ln 8, Col 1' });
    const line =
      1 +
      readFileSync(join(workbench.folder, 'scoping/access-control.md'), 'utf8')
        .split('\n')
        .findIndex((text) => text.includes('1149.01c2System.9'));
    const column = readFileSync(join(workbench.folder, 'scoping/access-control.md'), 'utf8')
      .split('\n')
      [line - 1]!.indexOf('1149');
    for (let tries = 0; tries < 5 && !(await row.isVisible()); tries++) {
      await workbench.goToLine(line);
      for (let at = 0; at <= column; at++) await workbench.page.keyboard.press('ArrowRight');
      await workbench.page.keyboard.press('F12');
      await row.waitFor({ timeout: 3_000 }).catch(() => undefined);
    }
    await workbench.page.locator('.tab.active', { hasText: MATRIX }).waitFor();
    await row.waitFor();
  });

  it('says once what changed in it, with the way to its new problems', async () => {
    const content = readFileSync(matrix, 'utf8');
    const changed = content.replace('Partially Inheritable', 'Perhaps').replace(',None.', ',Nothing.');
    writeFileSync(matrix, '');
    writeFileSync(matrix, changed.slice(0, 5_000));
    await workbench.page.waitForTimeout(500);
    writeFileSync(matrix, changed);
    const changedLens = workbench.page.locator('.codelens-decoration', { hasText: 'Unknown' }).first();
    await changedLens.waitFor({ timeout: 20_000 });
    await workbench.page.waitForTimeout(6_000);
    // Under test VS Code pops no message up; they wait in their list.
    await workbench.runCommand('Notifications: Show Notifications');
    const messages = workbench.page.locator('.notifications-center .notification-list-item', { hasText: 'The matrix' });
    await messages.first().waitFor();
    assert.deepEqual(await messages.locator('.notification-list-item-message').allInnerTexts(), [
      `The matrix ${MATRIX} changed: 2 entries changed, 0 added, 0 removed.`,
    ]);
    await workbench.screenshot('matrix-changed');
    await messages.getByRole('button', { name: 'Show Problems' }).click();
    await workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'Perhaps' }).first().waitFor();
    writeFileSync(matrix, content);
  });
});
