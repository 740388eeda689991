import assert from 'node:assert/strict';
import { A, commandLine } from './commandLine';

describe('explain on the command line', function () {
  const run = commandLine(this);
  const PROJECT = ['--project', 'inheritance-scope.json'] as const;
  interface Step {
    readonly rule: number;
    readonly message: string;
    readonly why?: string;
    readonly places: readonly { readonly file: string; readonly line: number }[];
  }
  const json = (
    ...args: readonly string[]
  ): { readonly id: string; readonly status: string; readonly steps: readonly Step[] } =>
    JSON.parse(run('explain', ...args, '--format', 'json').out) as ReturnType<typeof json>;

  it('gives the steps in the shape that is promised', () => {
    const { id, status, steps } = json(A, ...PROJECT);
    assert.deepEqual([id, status], [A, 'needs-evidence']);
    const row = steps.find(({ message }) => message.startsWith('Row of'));
    assert.ok(row);
    assert.deepEqual(row, {
      rule: 2,
      message: `Row of ${A}: Shared, partially inheritable`,
      why: row.why,
      places: [{ file: 'srm.csv', line: 5 }],
    });
    assert.match(row.why ?? '', /^Rule 2: /);
    assert.equal(steps.at(-1)?.message, 'Status: Needs evidence');
  });

  it('writes the same for a person, with the file and line of each step', () => {
    const { out, status } = run('explain', A, ...PROJECT);
    assert.equal(status, 1);
    assert.match(out, /^1149\.01c2System\.9 Privilege Management\nStatus: Needs evidence\n\nRule 1: scope\n/);
    assert.match(out, /^ +\d+\. Row of 1149\.01c2System\.9: Shared, partially inheritable \(srm\.csv:5\)$/m);
    assert.match(out, /^ +Rule 6: Azure’s part counts only once an inheritance request for it is approved\.$/m);
  });

  it('takes an id in any spelling, and a matrix with documents in place of a project', () => {
    assert.equal(json('01.C', '--matrix', 'clean.csv', 'closed.md').id, '01.c');
    assert.equal(json('01.B', '--matrix', 'clean.csv', 'closed.md').status, 'coverage-needed');
  });

  it('ends with 0 where nothing is open, and for what is not in scope, which has no status', () => {
    assert.equal(run('explain', '01.b', '--project', 'closed.json').status, 0);
    const { status, out } = run('explain', '02.a', '--project', 'closed.json');
    assert.equal(status, 0);
    assert.match(out, /^Not in scope$/m);
    assert.equal(json('02.a', '--project', 'closed.json').status, null);
  });

  it('cannot run without an id of one thing, or without an assessment', () => {
    for (const args of [
      [...PROJECT],
      ['01.c'],
      ['14.b', ...PROJECT],
      ['01.a–01.c', ...PROJECT],
      ['01.c', '--matrix', 'srm.csv'],
    ]) {
      const { status, err } = run('explain', ...args);
      assert.equal(status, 2, args.join(' '));
      assert.match(err, /^inheritance-scope: (?:explain needs an id|.* is no id of one control or requirement)/);
    }
  });
});
