import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from './workbench';

const ACCESS = 'scoping/access-control.md';
const OPERATIONS = 'scoping/operations-and-network.md';

// Each way by its keys, as a person goes it; what the commands do otherwise the host tests tell.
describe('the ways between ids by keys, in the window', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ size: { width: 1440, height: 900 } });
    await workbench.open(ACCESS);
    await workbench.codeLenses();
  });

  after(() => workbench.close());

  const read = (file: string): string => readFileSync(join(workbench.folder, file), 'utf8');

  /** The 1-based line and column of a text in a file. */
  const placeOf = (file: string, text: string): readonly [line: number, column: number] => {
    const before = read(file).slice(0, read(file).indexOf(text)).split('\n');
    return [before.length, (before.at(-1) ?? '').length + 1];
  };

  /** Waits until the cursor is on a line of the file that is looked at. */
  const isOnLine = (line: number): Promise<void> =>
    workbench.page.locator('.statusbar-item', { hasText: new RegExp(`Ln ${line}, `) }).waitFor();

  const goTo = async (file: string, text: string): Promise<void> => {
    const [line, column] = placeOf(file, text);
    await workbench.open(file);
    await workbench.goToLine(line, column + 1);
    await isOnLine(line);
  };

  it('Ctrl+F8 goes to the next id with something open, Ctrl+Shift+F8 back, and the status bar tells what is open', async () => {
    const { page } = workbench;
    const [open] = placeOf(ACCESS, '01.c - Privilege Management');
    await workbench.goToLine(open - 1);
    await page.keyboard.press('Control+F8');
    await isOnLine(open);
    await page.locator('.statusbar-item', { hasText: /01\.c.*coverage needed/ }).waitFor();
    await page.keyboard.press('Control+F8');
    await page.locator('.statusbar-item', { hasText: new RegExp(`Ln ${open}, `) }).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+F8');
    await isOnLine(open);
  });

  it('F12 goes to the row of the matrix, and Shift+F12 shows all places', async () => {
    const { page } = workbench;
    await goTo(ACCESS, '1149.01c2System.9');
    await page.keyboard.press('Shift+F12');
    await page.locator('.reference-zone-widget .ref-tree .monaco-list-row', { hasText: 'evidence.csv' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('F12');
    await page.locator('.tab.active', { hasText: 'azure-srm-illustrative.csv' }).waitFor();
  });

  it('Ctrl+. mends a title', async () => {
    const { page } = workbench;
    const wrong = '### 09.ad - Protection of Log Information';
    await goTo(OPERATIONS, wrong);
    await page.keyboard.press('End');
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .action', { hasText: '09.ac' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: /###\s09\.ac\s-\sProtection/ }).waitFor();
    await workbench.save();
    assert.ok(read(OPERATIONS).includes('### 09.ac - Protection of Log Information'));
  });

  it('F2 replaces an id everywhere', async () => {
    const { page } = workbench;
    await goTo(ACCESS, '### 01.a - ');
    await workbench.goToLine(placeOf(ACCESS, '### 01.a - ')[0], 6);
    await page.keyboard.press('F2');
    const box = page.locator('.rename-box input, .rename-input');
    await box.first().waitFor();
    await box.first().fill('00.a');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: /###\s00\.a/ }).waitFor();
    await workbench.save();
    assert.ok(read(ACCESS).includes('### 00.a - Access Control Policy'));
  });
});
