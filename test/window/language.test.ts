import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from './workbench';

/** A sentence that was looked up: in the language of this test, which nobody speaks, it stands between these. */
const LOOKED_UP = /⟦[^⟦⟧]*⟧/g;

/** What is left of a text without the sentences that were looked up, those inside others included. */
function notLookedUp(text: string): string {
  const rest = text.replace(LOOKED_UP, '');
  return rest === text ? text : notLookedUp(rest);
}

describe('in another language', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ locale: 'qps-ploc' });
    workbench.addSettings({ '[markdown]': { 'inheritanceScope.inlayHints.enabled': true } });
    await workbench.open('scoping/access-control.md');
  });

  after(() => workbench.close());

  it('lenses and hints have no word of their own', async () => {
    await workbench.goToLine(96);
    const lenses = await workbench.codeLenses();
    assert.ok(lenses.length > 1);
    for (const lens of lenses) assert.match(notLookedUp(lens), /^(?:[\w.–]+: )?[ ·]*$|^\+\d+$/);
    await workbench.editor
      .locator('.view-line', { hasText: /⟦Customer⟧\W+⟦/ })
      .first()
      .waitFor();
  });

  it('the status bar has none', async () => {
    await workbench.page.locator('.statusbar-item', { hasText: /^\s*⟦43 of 74 open⟧\s*$/ }).waitFor();
  });

  it('the problems have none', async () => {
    await workbench.page.keyboard.press('Control+Shift+M');
    const rows = workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'Inheritance Scope' });
    await rows.first().waitFor();
    for (const text of await rows.allInnerTexts()) {
      assert.match(notLookedUp(text), /^\s*Inheritance Scope\s+[a-z-]+\s+\[Ln \d+, Col \d+\]\s*$/);
    }
    await workbench.runCommand('View: Hide Panel');
  });

  it('the summary has none but names', async () => {
    await workbench.runCommand('Inheritance Scope: Open Summary');
    const frame = await workbench.webviewFrame('⟦Inheritance Summary⟧');
    await frame.getByRole('treegrid').waitFor();
    const labels = await frame.locator('h2, [role=columnheader] button, button, summary, label').allInnerTexts();
    assert.ok(labels.length > 10);
    assert.deepEqual(
      labels.filter((text) => /\p{L}/u.test(notLookedUp(text))),
      [],
    );
  });

  it('what a command asks has none', async () => {
    await workbench.runCommand('Inheritance Scope: Export Summary…');
    const title = workbench.page.locator('.quick-input-widget .quick-input-title');
    await title.waitFor();
    assert.match(await title.innerText(), /^⟦.*⟧$/);
    for (const text of await workbench.page.locator('.quick-input-list .label-description').allInnerTexts()) {
      assert.match(text, /^⟦.*⟧$/);
    }
    await workbench.page.keyboard.press('Escape');
  });
});
