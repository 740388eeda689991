import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TreeView } from './treeView';
import { openWorkbench, THEMES, type Workbench } from './workbench';

const SIZE = { width: 1280, height: 900 };

describe('the views', () => {
  let workbench: Workbench;
  let controls: TreeView;
  let evidence: TreeView;

  before(async () => {
    workbench = await openWorkbench({ size: SIZE });
    controls = new TreeView(workbench, 'Controls');
    evidence = new TreeView(workbench, 'Evidence');
    // The commands of the views are there once the extension is.
    await workbench.page.locator('.statusbar-item', { hasText: '43 of 74 open' }).waitFor();
  });

  after(() => workbench.close());

  it('show the controls by category, with how many there are and how many have something open', async () => {
    await controls.focus();
    const rows = await controls.texts();
    assert.ok(rows.includes('01 Access Control | 13 · 8 open'), rows.join('\n'));
    assert.ok(rows.includes('02 Human Resources Security | 2'), rows.join('\n'));
  });

  it('tell on the icon of the activity bar how much needs evidence', async () => {
    const item = workbench.page.locator('.activitybar .action-item', {
      has: workbench.page.locator('[aria-label*="Requirements that need evidence: 27"]'),
    });
    await item.first().waitFor();
    assert.equal(await item.first().locator('.badge-content').innerText(), '27');
  });

  it('are gone through with arrow keys, from a category to what is open', async () => {
    const { keyboard } = workbench.page;
    await controls.focus();
    await controls.goTo('01 Access Control');
    await keyboard.press('ArrowRight');
    await controls.row('01.t Session Time-out').waitFor();
    await controls.goTo('01.t Session Time-out');
    await keyboard.press('ArrowRight');
    await controls.row('01t').waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowRight');
    await controls.row('Needs policy evidence').waitFor();
  });

  it('say of a row to a screen reader what it is, and its status in words', async () => {
    const label = await controls.row('01.t Session Time-out').getAttribute('aria-label');
    assert.match(label ?? '', /^01\.t Session Time-out, Needs evidence, Customer, /);
  });

  it('have menus by keyboard, with what there is to do', async () => {
    await controls.goTo('01.t Session Time-out');
    const entries = await controls.contextMenu();
    for (const entry of ['Go to References', 'Open Summary', 'Explain Status…', 'Add Evidence…', 'Copy Id'])
      assert.ok(entries.includes(entry), entries.join('\n'));
    assert.ok(!entries.includes('Prepare Inheritance Requests'), entries.join('\n'));
  });

  it('open a control with Enter where a document names it', async () => {
    await controls.goTo('01.t Session Time-out');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.tab.active', { hasText: 'access-control.md' }).waitFor();
    await workbench.page.locator('.statusbar-item', { hasText: /\(4 selected\)/ }).waitFor();
    await workbench.closeEditor();
  });

  it('follow the evidence, and keep what is unfolded', async () => {
    await controls.focus();
    await controls.row('01.d User Password').waitFor();
    assert.match(await controls.row('01.d User Password').innerText(), /complete/);
    const path = join(workbench.folder, 'evidence.csv');
    const before = readFileSync(path, 'utf8');
    writeFileSync(path, before.replace(/^1002\.01d1System\.1,,policy.*\n/m, ''));
    await controls.row('01 Access Control').filter({ hasText: '13 · 9 open' }).waitFor();
    await controls.row('01.d User Password').filter({ hasText: 'Customer · needs evidence' }).waitFor();
    await controls.row('Needs policy evidence').waitFor();
    writeFileSync(path, before);
    await controls.row('01 Access Control').filter({ hasText: '13 · 8 open' }).waitFor();
  });

  it('are grouped by status, domain or document by commands, and say so', async () => {
    await workbench.runCommand('Inheritance Scope: Group by Status');
    await controls.row('Needs evidence').waitFor();
    assert.match((await controls.texts())[0] ?? '', /^Needs evidence \| 23 · 23 open$/);
    assert.match(await controls.pane.locator('.pane-header').innerText(), /by status/);
    await workbench.runCommand('Inheritance Scope: Group by Document');
    await controls.row('scoping/access-control.md').waitFor();
    await controls.row('In no document').waitFor();
    await workbench.runCommand('Inheritance Scope: Group by Domain');
    await controls.row('11 Access Control').waitFor();
    await workbench.runCommand('Inheritance Scope: Group by Category');
    await controls.row('01 Access Control').waitFor();
  });

  it('are filtered by a part of a title, and tell how many are left', async () => {
    const { page } = workbench;
    const { keyboard } = page;
    await workbench.runCommand('Inheritance Scope: Filter Controls…');
    await page.locator('.quick-input-widget', { hasText: 'A part of an id or a title' }).waitFor();
    await keyboard.type('password');
    await keyboard.press('Enter');
    await controls.message.filter({ hasText: 'Filtered by “password” · ' }).waitFor();
    assert.match(await controls.message.innerText(), /· \d of 44$/);
    assert.deepEqual(
      (await controls.texts()).filter((row) => /^\d\d /.test(row)).map((row) => row.slice(0, 2)),
      ['01'],
    );
    await workbench.runCommand('Inheritance Scope: Clear Filter of Controls');
    await controls.row('02 Human Resources').waitFor();
  });

  it('show only what is open where that is asked for', async () => {
    await workbench.runCommand('Inheritance Scope: Show Only What Is Open');
    await controls.message.filter({ hasText: 'Only what is open · 29 of 44' }).waitFor();
    await controls.row('02 Human Resources').waitFor({ state: 'detached' });
    await workbench.runCommand('Inheritance Scope: Show All Controls');
    await controls.row('02 Human Resources').waitFor();
  });

  it('show the evidence by how good it still is, and open it with Enter', async () => {
    await evidence.focus();
    const rows = await evidence.texts();
    assert.match(rows[0] ?? '', /^Missing \| \d+$/, rows.join('\n'));
    await evidence.goTo('Fresh');
    await workbench.page.keyboard.press('ArrowRight');
    await evidence.goTo('Access control policy');
    const entries = await evidence.contextMenu();
    for (const entry of ['Go to Register Row', 'Record SHA-256 of Evidence…', 'Copy Path or Link'])
      assert.ok(entries.includes(entry), entries.join('\n'));
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.tab.active', { hasText: 'access-control-policy.md' }).waitFor();
    await workbench.closeEditor();
  });

  describe('in a picture', () => {
    before(async () => {
      await evidence.focus();
      await evidence.goTo('Stale or late');
      await workbench.page.keyboard.press('ArrowRight');
      await controls.focus();
      await controls.goTo('01 Access Control');
      await workbench.page.keyboard.press('ArrowRight');
      await controls.goTo('01.t Session Time-out');
      await workbench.page.keyboard.press('ArrowRight');
      await controls.row('01t1').waitFor();
      await workbench.page.keyboard.press('ArrowDown');
      await workbench.page.keyboard.press('ArrowRight');
      await controls.row('Needs policy evidence').waitFor();
      // As wide as it takes to read what stands beside the titles.
      await controls.widen(300);
    });

    for (const [name, theme] of Object.entries(THEMES)) {
      it(`in ${name}`, async () => {
        await workbench.setTheme(theme);
        await controls.goTo('01.t Session Time-out');
        await workbench.restMouse();
        await workbench.picture(`${name}-views`);
      });
    }

    it('in a narrow window', async () => {
      await workbench.setTheme(THEMES.light);
      await controls.widen(-300);
      await workbench.setSize(520, SIZE.height);
      await workbench.restMouse();
      await workbench.picture('narrow-views');
      await workbench.setSize(SIZE.width, SIZE.height);
    });
  });
});

describe('the views of an empty folder', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: join(__dirname, 'no-such-folder'), size: SIZE });
  });

  after(() => workbench.close());

  it('say what the next step is', async () => {
    const controls = new TreeView(workbench, 'Controls');
    await workbench.page.locator('.activitybar [aria-label^="Inheritance Scope"]').first().waitFor();
    await controls.bringUp();
    for (const name of ['Load Matrix…', 'Create Project File…', 'Open Sample Assessment'])
      await controls.pane.getByRole('button', { name }).waitFor();
    await workbench.restMouse();
    await workbench.picture('empty-views');
  });
});
