import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Delivery } from '../../../src/cli/command';
import { exportSummary } from '../../../src/cli/export';
import { english } from '../../../src/core/message';
import { createNodeFiles } from '../../../src/workspace/nodeFiles';
import { today } from '../inMemoryFiles';

const MATRIX = 'ID,Inheritability\n01.a,None\n';

describe('an export to a link', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'inheritance-scope-'));
    await writeFile(join(folder, 'srm.csv'), MATRIX);
    await writeFile(join(folder, 'scope.md'), '01.a\n');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const run = (matrix: string, out: string): Promise<Delivery> =>
    exportSummary(
      { files: ['scope.md'], matrix, format: 'json', out, force: true },
      {
        files: createNodeFiles(folder),
        workingFolder: folder,
        today: today(),
        translate: english,
        toolVersion: '0.1.0',
        standardInput: Readable.from([]),
        onProgress: () => undefined,
      },
    );

  it('never takes the place of a file that the summary is made from, wherever the link stands', async function () {
    if (process.platform === 'win32') this.skip();
    await symlink('srm.csv', join(folder, 'link.csv'));
    await assert.rejects(run('srm.csv', 'link.csv'), /link\.csv is a file that the summary is made from/);
    await assert.rejects(run('link.csv', 'srm.csv'), /srm\.csv is a file that the summary is made from/);
    assert.equal(await readFile(join(folder, 'srm.csv'), 'utf8'), MATRIX);
  });

  it('goes to the file that it leads to, where that is another one', async function () {
    if (process.platform === 'win32') this.skip();
    await writeFile(join(folder, 'summary.json'), 'old');
    await symlink('summary.json', join(folder, 'link.json'));
    await run('srm.csv', 'link.json');
    assert.match(await readFile(join(folder, 'summary.json'), 'utf8'), /Azure Inheritance Scope/);
  });
});
