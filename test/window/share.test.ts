import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { appendShare, type NewShareRow } from '../../src/core/sharing/appendShare';
import type { Digest } from '../../src/core/sharing/rowHash';
import { TreeView } from './treeView';
import { openWorkbench, THEMES, type Workbench } from './workbench';

const PROJECT = 'inheritance-scope.json';
const REGISTER = 'sharing.csv';
const SIZE = { width: 1280, height: 900 };
const PASSPHRASE = 'violet harbour nine lantern';

const JO = {
  event: 'shared',
  recipient: 'Jo Reyes',
  organization: 'Northwind Assessors',
  contact: 'jo@northwind.example',
  purpose: 'assessor',
  profile: 'assessor',
  agreement: 'NDA 2025-04',
  consent: 'T-12',
} as const;

/** Copies of before: one should have come back long ago, one shows old statuses, one did come back. */
const SHARES: readonly NewShareRow[] = [
  { ...JO, date: '2025-01-07', expires: '2025-06-30', file: 'summary-1.html' },
  {
    ...JO,
    date: '2025-02-03',
    recipient: 'Al Kay',
    organization: 'Contoso',
    contact: '',
    purpose: 'client',
    expires: '2099-12-31',
    file: 'summary-2.html',
  },
  { ...JO, date: '2025-03-04', recipient: 'Ada Lin', expires: '2099-12-31', statuses: '0'.repeat(64) },
  { ...JO, date: '2025-04-05', recipient: 'Max Roth', organization: '' },
  { event: 'returned', id: 'S-0004', date: '2025-05-06', recipient: 'Max Roth' },
];

const digest: Digest = (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex'));

// A copy for somebody outside, as a person shares it: by keyboard, from the palette to the file.
describe('sharing a copy, in the window', () => {
  let workbench: Workbench;
  let shares: TreeView;

  before(async () => {
    workbench = await openWorkbench({ size: SIZE });
    shares = new TreeView(workbench, 'Shares');
    workbench.addSettings({ 'inheritanceScope.sharing.remind': false });
    await workbench.page.locator('.statusbar-item', { hasText: '43 of 74 open' }).waitFor();
  });

  after(() => workbench.close());

  const writeShares = async (): Promise<void> => {
    let text = read(PROJECT).replace('["purpose", "agreement", "expires"]', '["purpose", "agreement"]');
    let bytes: Uint8Array | undefined;
    for (const row of SHARES) {
      const register = { bytes, file: REGISTER, name: REGISTER };
      const appended = await appendShare(register, { file: PROJECT, text }, row, digest);
      if ('failure' in appended) throw new Error(appended.failure.code);
      ({ bytes, text } = appended);
    }
    writeFileSync(path(PROJECT), text);
    writeFileSync(path(REGISTER), bytes ?? '');
  };
  const path = (file: string): string => join(workbench.folder, file);
  const read = (file: string): string => readFileSync(path(file), 'utf8');
  const input = (): Locator => workbench.page.locator('.quick-input-widget:visible');
  /** Waits for a question. */
  const asks = (text: string | RegExp): Promise<void> => input().filter({ hasText: text }).waitFor();
  /** Waits for the question in an empty box. */
  const asksFor = async (text: string): Promise<void> => {
    await workbench.page.waitForFunction((part) => {
      const boxes = document.querySelectorAll<HTMLInputElement>('.quick-input-widget input');
      return [...boxes].some(({ placeholder }) => placeholder.includes(part));
    }, text);
  };
  const type = async (text: string): Promise<void> => {
    await workbench.page.keyboard.type(text);
    await workbench.page.keyboard.press('Enter');
  };
  /** Takes the line of a list that begins like that, once it is the one that is left. */
  const choose = async (text: string): Promise<void> => {
    await workbench.page.keyboard.type(text);
    await input().locator('.monaco-list-row.focused', { hasText: text }).waitFor();
    await workbench.page.keyboard.press('Enter');
  };
  /** Under test VS Code pops no message up; they wait in their list. */
  const notification = async (text: string): Promise<Locator> => {
    await workbench.runCommand('Notifications: Show Notifications');
    const item = workbench.page.locator('.notifications-center .notification-list-item', { hasText: text }).first();
    await item.waitFor();
    return item;
  };
  /** Takes the file that the dialog offers. */
  const save = async (name: string): Promise<void> => {
    await workbench.page.waitForFunction((ending) => {
      const boxes = document.querySelectorAll<HTMLInputElement>('.quick-input-widget input[type="text"]');
      return [...boxes].some(({ value }) => value.endsWith(ending));
    }, name);
    await workbench.page.keyboard.press('Enter');
  };
  const inAllThemes = async (name: string): Promise<void> => {
    for (const theme of ['dark', 'high-contrast', 'light'] as const) {
      await workbench.setTheme(THEMES[theme]);
      await workbench.screenshot(`${theme}-${name}`);
    }
  };
  const begin = async (): Promise<void> => {
    await workbench.runCommand('Inheritance Scope: Share Summary…');
    // What lights up under the mouse is in no picture.
    await workbench.page.mouse.move(SIZE.width - 200, SIZE.height - 200);
    await asksFor('For whom is it?');
  };

  it('says what the view is for where nothing was shared yet', async () => {
    await shares.bringUp();
    await shares.pane.getByText('Nothing was given to anybody outside yet').waitFor();
    await workbench.screenshot('shares-empty');
  });

  it('says nothing of what is past its date where the reminder is switched off', async () => {
    await writeShares();
    await shares.row('Jo Reyes, Northwind Assessors').waitFor();
    // Longer than the reminder takes.
    await workbench.page.waitForTimeout(2_500);
    await workbench.runCommand('Notifications: Show Notifications');
    await workbench.page.locator('.notifications-center').waitFor();
    assert.equal(await workbench.page.getByText('past its date. Have it returned').count(), 0);
  });

  it('reminds of what is past its date, and shows it', async () => {
    workbench.addSettings({ 'inheritanceScope.sharing.remind': true });
    const reminder = await notification('1 copy is past its date');
    await reminder.getByRole('button', { name: 'Show Shares' }).click();
    await shares.row('Jo Reyes, Northwind Assessors').waitFor();
    await shares.focus();
    await shares.goTo('Jo Reyes');
    const entries = await shares.contextMenu();
    for (const entry of ['Go to Register Row', 'Record Return…', 'Record Destruction…', 'Copy Contact'])
      assert.ok(entries.includes(entry), entries.join('\n'));
    await shares.widen(160);
    await inAllThemes('shares');
  });

  it('says for each profile what it gives', async () => {
    await begin();
    await asks('Outside: recorded');
    await inAllThemes('share-profile');
    await choose('Assessor');
    await asksFor('In which format?');
  });

  it('offers who was given something before, and asks of them only until when they may keep it', async () => {
    await choose('HTML');
    await asksFor('Who gets the copy?');
    await asks('last 2025-01-07');
    await inAllThemes('share-recipient');
    await choose('Jo Reyes');
    await asksFor('Until when may they keep it?');
    await choose('90 days');
  });

  it('shows who gets what before it writes, and lets that be changed', async () => {
    const { keyboard } = workbench.page;
    await asks('Write the Copy…');
    await asks('NDA 2025-04');
    await inAllThemes('share-preview');
    await choose('Limitations');
    await asks('What may they not do with it?');
    await type('Not to be passed on');
    await asks('Write the Copy…');
    await asks('Not to be passed on');
    await keyboard.press('Enter');
    const file = 'Quillmere-Home-r2-2027-assessor-S-0005.html';
    await save(file);
    await notification('Copy S-0005 for Jo Reyes is written');
    assert.equal(
      await workbench.page.locator('.notifications-center .notification-list-item', { hasText: 'S-0005' }).count(),
      1,
    );
    await keyboard.press('Escape');
    await workbench.page.locator('.tab.active', { hasText: file }).waitFor();
    assert.match(read(REGISTER), /\nS-0005,shared,.*Jo Reyes,Northwind Assessors,.*Not to be passed on/);
    await shares.rows.filter({ hasText: /^\s*Out\s*2/ }).waitFor();
  });

  it('asks everything of somebody new, refuses what the policy does not allow, and goes back', async () => {
    const { keyboard } = workbench.page;
    await begin();
    await choose('Assessor');
    await asksFor('In which format?');
    await choose('Markdown');
    await asksFor('Who gets the copy?');
    await choose('Somebody New');
    await asks('Their name');
    await keyboard.press('Enter');
    await asks('Write who gets the copy.');
    await type('Kim Osei');
    await asks('Which organization');
    await keyboard.press('Control+Alt+Minus');
    await asks('Their name');
    await keyboard.press('Enter');
    await asks('Which organization');
    await type('Fabrikam Insurance');
    await asks('How can they be reached');
    await keyboard.press('Enter');
    await asksFor('What is it for?');
    await workbench.screenshot('share-purpose');
    await type('reinsurer');
    await asks('Under which agreement?');
    await keyboard.press('Enter');
    await asks('The project’s policy requires this');
    await workbench.screenshot('share-required');
    await type('NDA 2026-11');
    await asks('Who agreed that it is shared?');
    await workbench.screenshot('share-consent');
    await keyboard.press('Enter');
    await asks('What may they not do with it?');
    await keyboard.press('Enter');
    await asksFor('Until when may they keep it?');
    await workbench.screenshot('share-expires');
    await choose('Another Day');
    await asks('What is the last day');
    await workbench.screenshot('share-expires-day');
    await type('2020-01-31');
    await workbench.page.locator('.quick-input-widget .monaco-inputbox.error').waitFor();
    await keyboard.press('Control+A');
    await type('2099-12-31');
  });

  it('seals the copy with a passphrase that is typed twice and shown nowhere', async () => {
    const { keyboard } = workbench.page;
    await asksFor('Shall only they be able to open it?');
    await workbench.screenshot('share-sealing');
    await choose('Sealed with a passphrase');
    await asks('Without it nobody can open the copy');
    await workbench.screenshot('share-passphrase');
    await type('short');
    await workbench.page.locator('.quick-input-widget .monaco-inputbox.error').waitFor();
    await keyboard.press('Control+A');
    await type(PASSPHRASE);
    await asks('once more');
    await type('something else');
    await asks('This is not the passphrase');
    await keyboard.press('Control+A');
    await type(PASSPHRASE);
    await asks('Write the Copy…');
    await asks('with a passphrase');
    await workbench.screenshot('share-preview-sealed');
    // From the first line to the last.
    await keyboard.press('ArrowUp');
    await workbench.screenshot('share-preview-end');
    await keyboard.press('ArrowDown');
    const file = 'Quillmere-Home-r2-2027-assessor-S-0006.md.age';
    await keyboard.press('Enter');
    await workbench.page.waitForTimeout(1_000);
    await workbench.screenshot('share-save');
    await save(file);
    const written = await notification('Copy S-0006 for Kim Osei is written');
    await workbench.page.waitForTimeout(1_000);
    await workbench.screenshot('share-written');
    await written.getByRole('button', { name: 'Copy Note for the Recipient' }).waitFor();
    await keyboard.press('Escape');
    assert.match(read(file), /^age-encryption\.org\/v1/);
    assert.equal(existsSync(path(file.replace('.age', ''))), false, 'a plain copy');
    assert.equal(await workbench.page.locator('.tab', { hasText: file }).count(), 0);
    assert.equal(read(REGISTER).includes(PASSPHRASE), false);
  });

  it('writes nothing where the person presses Escape on the way', async () => {
    const before = [read(REGISTER), read(PROJECT)];
    await begin();
    await choose('Assessor');
    await asksFor('In which format?');
    await workbench.page.keyboard.press('Escape');
    await input().waitFor({ state: 'detached' });
    assert.deepEqual([read(REGISTER), read(PROJECT)], before);
  });

  it('can be read in a narrow window', async () => {
    await workbench.setSize(640, 700);
    await begin();
    await asks('Outside: recorded');
    await workbench.screenshot('share-profile-narrow');
    await choose('Regulator');
    await asksFor('In which format?');
    await choose('HTML');
    await asksFor('Who gets the copy?');
    await choose('Jo Reyes');
    await asksFor('Until when may they keep it?');
    await choose('90 days');
    await asks('Write the Copy…');
    await workbench.screenshot('share-preview-narrow');
    await workbench.page.keyboard.press('Escape');
    await input().waitFor({ state: 'detached' });
  });
});
