import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { openWorkbench, type Workbench } from './workbench';

/** What an extension in development is called in the list of those that run. */
const NAME = 'inheritance-scope.azure-inheritance-scope';

/** Makes a folder with these files. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'inheritance-scope-start-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe('a folder that is none of its business', () => {
  let folder: string;
  let workbench: Workbench;

  before(async () => {
    folder = folderWith({ 'index.js': 'const a = 1;\n', 'notes.md': '# Notes\n' });
    // So high that no row of the list is out of sight.
    workbench = await openWorkbench({ folder, size: { width: 1280, height: 2400 } });
  });

  after(async () => {
    await workbench.close();
    rmSync(folder, { recursive: true });
  });

  /** The row of the extension in the list of those that run, which opens above everything else. */
  const running = async (): Promise<Locator> => {
    await workbench.runCommand('Developer: Show Running Extensions');
    await workbench.page.locator('.runtime-extensions-editor .monaco-list-row').first().waitFor();
    return workbench.page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: NAME });
  };

  it('does not start the extension', async () => {
    await workbench.open('index.js');
    const row = await running();
    await workbench.page.waitForTimeout(2_000);
    assert.equal(await row.count(), 0);
    await workbench.page.keyboard.press('Escape');
    await workbench.page.locator('.monaco-modal-editor-block').waitFor({ state: 'detached' });
  });

  it('starts it with the first document in a language that it reads', async () => {
    await workbench.open('notes.md');
    await (await running()).first().waitFor();
  });
});

describe('a workspace in Restricted Mode', () => {
  let folder: string;
  let workbench: Workbench;

  before(async () => {
    folder = folderWith({
      'inheritance-scope.json': '{ "name": "Portal", "matrix": ["srm.csv", "../outside.csv"] }\n',
      'srm.csv': 'Control,Responsibility\n01.c,Shared\n',
      'scope.md': '01.c and 01.d\n',
    });
    workbench = await openWorkbench({ folder, restricted: true });
    writeFileSync(join(workbench.folder, '..', 'outside.csv'), 'Control,Responsibility\n01.d,Azure\n');
    await workbench.open('scope.md');
  });

  after(async () => {
    await workbench.close();
    rmSync(folder, { recursive: true });
  });

  it('works, reads nothing outside, and says so', async () => {
    await workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    const lenses = await workbench.codeLenses();
    assert.match(lenses.join('\n'), /^01\.c: Shared · .*\n01\.d: Not in the matrix$/);
    await workbench.page.keyboard.press('Control+Shift+M');
    const problem = workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'outside the workspace' });
    await problem.waitFor();
    await workbench.screenshot('restricted-mode');
  });

  it('reads it once it is trusted', async () => {
    await workbench.runCommand('Workspaces: Manage Workspace Trust');
    await workbench.page.locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/ }).click();
    const problem = workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'outside the workspace' });
    await problem.waitFor({ state: 'detached' });
    await workbench.open('scope.md');
    const lenses = await workbench.codeLenses();
    assert.match(lenses.join('\n'), /01\.d: Azure/);
  });
});

describe('a folder with a project file, and the walkthrough', () => {
  let workbench: Workbench;

  before(async () => {
    // Narrower, VS Code leaves the pictures out.
    workbench = await openWorkbench({ size: { width: 1440, height: 900 } });
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await workbench.runCommand('Welcome: Open Walkthrough...');
    await workbench.pick('Get Started with Azure Inheritance Scope');
  });

  after(() => workbench.close());

  it('finds the extension at work, because there is a project file', async () => {
    await workbench.page.locator('.statusbar-item', { hasText: '43 of 74 open' }).waitFor();
  });

  const steps = [
    'Open the sample assessment',
    'Load your matrix',
    'Read a document',
    'Add evidence',
    'See what is open',
  ];

  it('has five steps, each with a picture', async () => {
    const page = workbench.page.locator('.gettingStartedContainer');
    const titles = page.locator('.step-title');
    await titles.first().waitFor();
    assert.deepEqual(await titles.allInnerTexts(), steps);
    for (const [index, step] of steps.entries()) {
      await page.locator('.step-title', { hasText: step }).click();
      const picture = page.locator('.getting-started-media img');
      await picture.waitFor();
      await workbench.page.waitForFunction(() => {
        const [image] = document.querySelectorAll<HTMLImageElement>('.getting-started-media img');
        return image?.complete === true && image.naturalWidth > 0;
      });
      assert.notEqual(await picture.getAttribute('alt'), '');
      await workbench.screenshot(`walkthrough-${index + 1}`);
    }
  });
});
