import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandLine } from './commandLine';
import { registerOf, share } from './core/sharing/givenShares';

describe('verify on the command line', function () {
  const run = commandLine(this);
  const put = async (folder: string, csv: string | undefined, project: string): Promise<string> => {
    await mkdir(run.path(folder), { recursive: true });
    await writeFile(run.path(join(folder, 'inheritance-scope.json')), project);
    if (csv !== undefined) await writeFile(run.path(join(folder, 'sharing.csv')), csv);
    return `${folder}/inheritance-scope.json`;
  };
  const rows = [share(), share({ recipient: 'Al' }), share({ recipient: 'Bo' })];

  it('ends with 0 where the register is as it was written', async () => {
    const { csv, project } = await registerOf(rows);
    const { status, out, err } = run('verify', '--project', await put('whole', csv, project));
    assert.deepEqual([status, err], [0, '']);
    assert.match(out, /^whole\/sharing\.csv is as it was written. Rows: 3/);
  });

  it('ends with 1 and says where something was changed, in words and in JSON', async () => {
    const { csv, project } = await registerOf(rows);
    const file = await put('changed', csv.replace('Al', 'Eve'), project);
    const { status, out } = run('verify', '--project', file);
    assert.equal(status, 1);
    assert.match(
      out,
      /^changed\/sharing\.csv:3:1: error: The row is not as it was written.*\[sharing-row-changed\]\n$/,
    );
    const json = run('verify', '--project', file, '--format', 'json');
    assert.equal(json.status, 1);
    assert.deepEqual(JSON.parse(json.out), {
      register: 'changed/sharing.csv',
      rows: 3,
      isWhole: false,
      problems: [
        {
          file: 'changed/sharing.csv',
          line: 3,
          column: 1,
          endColumn: 1,
          code: 'sharing-row-changed',
          severity: 'error',
          message:
            'The row is not as it was written: one of its values was changed since. Put back what stood there, from a backup or the version control.',
        },
      ],
    });
  });

  it('ends with 1 where the register is gone or empty, or the project file does not know its end', async () => {
    const { csv, project } = await registerOf(rows);
    const outcome = async (...given: readonly [string | undefined, string]): Promise<readonly unknown[]> => {
      const { status, out } = run('verify', '--project', await put(`end${String(cases++)}`, ...given));
      return [status, /\[([a-z-]+)\]\n$/.exec(out)?.[1]];
    };
    let cases = 0;
    assert.deepEqual(await outcome(undefined, project), [1, 'sharing-register-gone']);
    assert.deepEqual(await outcome('', project), [1, 'file-empty']);
    assert.deepEqual(await outcome(csv, '{}'), [1, 'sharing-ahead']);
    assert.deepEqual(await outcome(csv, project.replace('"rows": 3', '"rows": "3"')), [1, 'project-value']);
    assert.deepEqual(await outcome(`${csv.split('\n').slice(0, 3).join('\n')}\n`, project), [1, 'sharing-end-cut']);
  });

  it('ends with 2 where there is nothing to verify, or more is asked of it', async () => {
    const nothing = run('verify', '--project', await put('nothing', undefined, '{}'));
    assert.deepEqual([nothing.status, nothing.out], [2, '']);
    assert.match(nothing.err, /no sharing register/);
    const gone = run('verify', '--project', 'nowhere/inheritance-scope.json');
    assert.deepEqual([gone.status, gone.out], [2, '']);
    assert.match(gone.err, /There is no file nowhere/);
    assert.equal(run('verify', 'sharing.csv').status, 2);
    assert.equal(run('verify', '--matrix', 'srm.csv').status, 2);
  });

  it('takes the project file of the folder that it runs in', () => {
    const { status, err } = run('verify');
    assert.equal(status, 2);
    assert.match(err, /inheritance-scope\.json names no sharing register/);
  });
});
