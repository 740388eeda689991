import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from './workbench';

// A matrix that does not say of itself how it is to be read: what a person sees, and is asked.

const MATRIX = [
  'Shared responsibility matrix for the portal,,,',
  'Ref,Domain,Who acts,Remarks',
  '01.c Privilege Management,Access Control,Joint,see the runbook',
  '01.d User Password Management,Access Control,Us,',
  '01.e Review of User Access Rights,Access Control,Them,quarterly',
  '01.j User Authentication for External Connections,Access Control,Us,',
  '09.aa Audit Logging,Audit Logging,Joint,',
].join('\n');
const PROJECT = '{\n  // The portal alone\n  "matrix": "portal-srm.csv",\n  "documents": "*.md"\n}\n';

describe('a matrix that does not say how it is to be read', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ size: { width: 1440, height: 900 } });
    const folder = join(workbench.folder, 'portal');
    mkdirSync(folder);
    writeFileSync(join(folder, 'portal-srm.csv'), MATRIX);
    writeFileSync(join(folder, 'portal.md'), '# The portal\n\n01.c\n\n01.d\n\n09.aa\n');
    writeFileSync(join(folder, 'inheritance-scope.json'), PROJECT);
    await workbench.open('portal/portal.md');
    await lens('Unknown');
  });

  after(() => workbench.close());

  const lens = async (text: string): Promise<void> => {
    await workbench.page.locator('.codelens-decoration', { hasText: text }).first().waitFor();
  };
  const step = async (title: string): Promise<void> => {
    await workbench.page.locator('.quick-input-titlebar', { hasText: title }).waitFor();
  };

  it('asks for each column, with samples of what stands in it', async () => {
    await workbench.runCommand('Inheritance Scope: Map Matrix Columns…');
    await step('which column holds the ids?');
    await workbench.screenshot('mapping-ids');
    await workbench.pick('Ref');
    await step('who is responsible');
    await workbench.pick('Who acts');
    await step('what does “Who acts” say?');
    await workbench.pick('Who is responsible');
  });

  it('asks what each value means that it does not know, and shows what it comes to', async () => {
    for (const [value, means] of [
      ['Joint', 'Shared'],
      ['Us', 'Customer'],
      ['Them', 'Azure'],
    ] as const) {
      await step(`what does “${value}” mean?`);
      if (value === 'Joint') await workbench.screenshot('mapping-values');
      await workbench.pick(means);
    }
    await step('5 rows, 5 entries');
    await workbench.screenshot('mapping-confirm');
    await workbench.page.keyboard.press('Enter');
    await lens('Shared ·');
    const project = readFileSync(join(workbench.folder, 'portal', 'inheritance-scope.json'), 'utf8');
    assert.match(project, /\/\/ The portal alone/);
    assert.match(project, /"Joint": "shared"/);
  });

  it('is explained on a page', async () => {
    await workbench.runCommand('Inheritance Scope: Show How the Matrix Was Read');
    const page = await workbench.webviewFrame('Preview How portal-srm.csv was read.md');
    await page.getByRole('heading', { name: 'What each column was taken for' }).waitFor();
    assert.equal(await page.getByRole('cell', { name: 'the project file says so' }).count(), 2);
    await workbench.screenshot('matrix-reading');
  });
});
