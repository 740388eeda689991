import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { HOSTILE_ELEMENTS, hostileFiles, TRACE } from '../page/hostile';
import { TreeView } from './treeView';
import { openWorkbench, type Workbench } from './workbench';

const SUMMARY = 'Inheritance Summary';
const DOCUMENT = 'docs/plain.md';

/** What is shown of these files is text, whatever stands in them; test/page/hostile.test.ts goes through the page's views. */
describe('a workspace that means harm', () => {
  const folder = mkdtempSync(join(tmpdir(), 'inheritance-scope-hostile-'));
  const files: Readonly<Record<string, string>> = {
    ...hostileFiles(),
    // VS Code would ask what to do with them where a document is opened.
    '.vscode/settings.json': JSON.stringify({ 'editor.unusualLineTerminators': 'off' }),
  };
  let workbench: Workbench;
  const wrongs: string[] = [];

  before(async () => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    workbench = await openWorkbench({ folder, size: { width: 1440, height: 900 } });
    workbench.page.on('dialog', (dialog) => {
      wrongs.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    workbench.page.on('request', (request) => {
      if (request.url().includes('evil.example')) wrongs.push(`a request: ${request.url()}`);
    });
    await workbench.open(DOCUMENT);
    await workbench.codeLenses(30_000);
  });

  after(async () => {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.screenshot('failed-hostile');
  });

  it('is text in hovers', async () => {
    const [line = 0, column = 0] = placeOf(files[DOCUMENT] ?? '', 'after:');
    await workbench.goToLine(line, column);
    await workbench.page.keyboard.press('Control+K');
    await workbench.page.keyboard.press('Control+I');
    const hover = workbench.page.locator('.monaco-resizable-hover .monaco-hover').first();
    await hover.waitFor();
    const text = await hover.innerText();
    assert.ok(text.includes(TRACE), text.slice(0, 2_000));
    const links = await workbench.page
      .locator('.monaco-hover a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('data-href') ?? link.getAttribute('href') ?? ''));
    // An address may be followed, as in the document itself: VS Code asks before it leaves.
    const schemes = new Set(links.map((link) => link.replace(/^(command:inheritanceScope|[\w-]+:).*/s, '$1')));
    const expected = ['command:inheritanceScope', 'https:', 'file:', 'vscode-remote:', ''];
    assert.deepEqual(
      [...schemes].filter((scheme) => !expected.includes(scheme)),
      [],
    );
    await assertUnharmed(workbench.page, '.monaco-hover');
    await workbench.screenshot('hostile-hover');
    await workbench.page.keyboard.press('Escape');
  });

  it('is text in code lenses', async () => {
    await workbench.goToLine(1);
    assert.ok((await workbench.codeLenses()).length > 0);
    await assertUnharmed(workbench.page, '.codelens-decoration');
  });

  for (const title of ['Controls', 'Evidence']) {
    it(`is text in the ${title} view`, async () => {
      const view = new TreeView(workbench, title);
      await view.focus();
      // Everything that can be unfolded, from the top.
      const folded = view.pane.locator('.monaco-list-row[aria-expanded="false"] .monaco-tl-twistie');
      for (let row = 0; row < 12 && (await folded.count()) > 0; row++) {
        await folded.first().click();
        await view.texts();
      }
      const texts = (await view.texts()).join('\n');
      assert.notEqual(texts, '');
      await assertUnharmed(workbench.page, '.sidebar');
      await workbench.screenshot(`hostile-${title.toLowerCase()}`);
    });
  }

  it('is text on the summary’s page', async () => {
    await workbench.open(DOCUMENT);
    await workbench.runCommand('Inheritance Scope: Open Summary');
    const frame = await workbench.webviewFrame(SUMMARY);
    const row = frame.getByRole('row', { name: /01\.c/ }).first();
    await row.waitFor();
    await row.click();
    await workbench.page.keyboard.press('Enter');
    await frame.getByText(TRACE).first().waitFor();
    await assertUnharmed(frame, 'body');
    await workbench.screenshot('hostile-summary');
  });

  it('breaks no content security policy, asks nobody anything, and asks for nothing elsewhere', () => {
    const refused = workbench.consoleMessages().filter((message) => /content security policy/i.test(message));
    assert.deepEqual([...refused, ...wrongs], []);
  });
});

/** Where the id before a word stands: line and column, 1-based. */
function placeOf(text: string, word: string): readonly number[] {
  const lines = text.split('\n');
  const line = lines.findIndex((candidate) => candidate.includes(word));
  return [line + 1, (lines[line] ?? '').indexOf(word) - '01.c '.length + 2];
}

/** No element of a person's making is within, and nothing of theirs ran. */
async function assertUnharmed(page: Page | Frame, within: string): Promise<void> {
  const found = await page.evaluate(
    ([scope, elements]) => ({
      hacked: 'hacked' in globalThis,
      elements: [...document.querySelectorAll(scope)]
        .flatMap((part) => [...part.querySelectorAll(`${elements}, .codicon-bug`)])
        .map(({ outerHTML }) => outerHTML.slice(0, 200)),
    }),
    [within, HOSTILE_ELEMENTS] as const,
  );
  assert.deepEqual(found, { hacked: false, elements: [] });
}
