import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { openWorkbench, type Workbench } from './workbench';

describe('the window', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench();
  });
  after(() => workbench.close());

  it('shows the files of the folder', async () => {
    const shown = await workbench.files.allInnerTexts();
    const visible = readdirSync(workbench.folder).filter((name) => name !== '.vscode');
    assert.notEqual(visible.length, 0);
    // A folder with nothing but a folder in it shares its row.
    for (const name of visible)
      assert.ok(
        shown.some((row) => row.startsWith(name)),
        `${name} is not among: ${shown.join(', ')}`,
      );
  });
});
