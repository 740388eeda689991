import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from './workbench';

const DOCUMENT = 'scoping/access-control.md';

// What VS Code itself makes of a list, by its own filter and its own keys, shows only here.
describe('completion by keys, in the window', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ size: { width: 1440, height: 900 } });
    await workbench.open(DOCUMENT);
    await workbench.codeLenses();
  });

  after(() => workbench.close());

  /** Begins a new paragraph below a line. */
  const newParagraph = async (line: number): Promise<void> => {
    await workbench.goToLine(line, 500);
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.press('Enter');
  };

  /** The lines of a file as it is saved, from one (1-based) on. */
  const saved = async (file: string, line: number): Promise<readonly string[]> => {
    await workbench.save();
    return readFileSync(join(workbench.folder, file), 'utf8')
      .split('\n')
      .slice(line - 1);
  };

  const hasNoList = async (): Promise<void> => {
    await workbench.page.waitForTimeout(1_000);
    assert.equal(await workbench.suggestions.count(), 0);
  };

  it('takes the words of a title for its id', async () => {
    await newParagraph(79);
    await workbench.page.keyboard.type('It follows acc pol');
    const list = await workbench.suggest();
    assert.match(await list.first().innerText(), /01\.a Access Control Policy/);
    await workbench.page.keyboard.press('Enter');
    await list.first().waitFor({ state: 'detached' });
    await workbench.page.keyboard.type(' and');
    assert.equal((await saved(DOCUMENT, 81))[0], 'It follows 01.a and');
  });

  it('goes on while a person types', async () => {
    await newParagraph(79);
    await workbench.page.keyboard.type('acc');
    const list = await workbench.suggest();
    await workbench.page.keyboard.type('ess rig', { delay: 100 });
    await list.filter({ hasText: /^02\.i Removal of Access Rights/ }).waitFor();
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.type('hts');
    assert.equal((await saved(DOCUMENT, 81))[0], 'access rights');
  });

  it('comes up by itself behind a category in a heading, and writes the title as the neighbours do', async () => {
    await newParagraph(79);
    await workbench.page.keyboard.type('### 01.');
    await workbench.suggestions.first().waitFor();
    await workbench.page.keyboard.type('k', { delay: 100 });
    await workbench.suggestions.filter({ hasText: /^01\.k Equipment Identification/ }).waitFor();
    await workbench.page.keyboard.press('Enter');
    assert.equal((await saved(DOCUMENT, 81))[0], '### 01.k - Equipment Identification in Networks');
  });

  it('is not in the way of who ends a sentence, or an id, with Enter', async () => {
    await newParagraph(79);
    await workbench.page.keyboard.type('See section 10.', { delay: 50 });
    await hasNoList();
    await workbench.page.keyboard.type(' See 01.', { delay: 50 });
    await workbench.suggestions.first().waitFor();
    await workbench.page.keyboard.type('c', { delay: 50 });
    await hasNoList();
    await workbench.page.keyboard.press('Enter');
    assert.equal((await saved(DOCUMENT, 81))[0], 'See section 10. See 01.c');
  });

  it('inserts a section whose places the Tab key goes to', async () => {
    await newParagraph(79);
    await workbench.page.keyboard.type('clear desk');
    await workbench.suggest();
    await workbench.suggestions.filter({ hasText: 'Section: 01.h' }).click();
    await workbench.page.keyboard.type('Desks are cleared.');
    await workbench.page.keyboard.press('Tab');
    await workbench.page.keyboard.type('acp.pdf');
    assert.deepEqual((await saved(DOCUMENT, 81)).slice(0, 7), [
      '### 01.h - Clear Desk and Clear Screen Policy',
      '',
      'Desks are cleared.',
      '',
      '- Evidence (policy): acp.pdf',
      '- Evidence (procedure): TBD',
      '- Evidence (implemented): TBD',
    ]);
  });

  it('fills a row of a register cell by cell', async () => {
    await workbench.open('evidence.csv');
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.type('1149.', { delay: 50 });
    await workbench.suggestions.filter({ hasText: '1149.01c2System.9' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.type(',,', { delay: 50 });
    await workbench.suggestions.filter({ hasText: 'procedure' }).waitFor();
    await workbench.page.keyboard.type('proc', { delay: 50 });
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.type(',', { delay: 50 });
    await workbench.suggestions.filter({ hasText: 'ACP-01' }).click();
    const lines = readFileSync(join(workbench.folder, 'evidence.csv'), 'utf8').split('\n').length;
    assert.equal((await saved('evidence.csv', lines))[0], '1149.01c2System.9,,procedure,ACP-01');
  });
});
