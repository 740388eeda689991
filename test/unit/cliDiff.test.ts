import assert from 'node:assert/strict';
import { A, commandLine } from './commandLine';

interface Diff {
  readonly changes: readonly {
    readonly id: string;
    readonly kind: string;
    readonly old?: string;
    readonly new?: string;
    readonly touches: readonly { readonly file: string; readonly line?: number; readonly what: string }[];
    readonly newlyOpen: readonly { readonly message: string }[];
  }[];
  readonly problems: readonly { readonly file: string; readonly code: string }[];
}

describe('the command diff', function () {
  const run = commandLine(this);
  const diff = (...args: readonly string[]): Diff => JSON.parse(run('diff', ...args, '--format', 'json').out) as Diff;
  const PROJECT = ['--project', 'inheritance-scope.json'];

  it('gives what changed, in the shape that is promised, and nothing touched without a project', () => {
    assert.deepEqual(
      diff('srm.csv', 'next.csv').changes.map(({ id, kind, old, new: now, touches }) => [id, kind, old, now, touches]),
      [
        ['01.a', 'raised', 'customer', 'shared', []],
        ['01.b', 'removed', 'azure', undefined, []],
        [A, 'lowered', 'shared', 'customer', []],
        ['02.a', 'added', undefined, 'azure', []],
      ],
    );
  });

  it('gives with a project what each change touches, and what it leaves open', () => {
    const [first, , third, last] = diff('srm.csv', 'next.csv', ...PROJECT).changes;
    assert.deepEqual(
      first?.touches.map(({ file, line, what }) => [file, line, what]),
      [
        ['scope.md', 3, 'reference'],
        ['scope.md', 4, 'reference'],
        ['evidence.csv', 2, 'evidence'],
      ],
    );
    assert.deepEqual(
      first.newlyOpen.map(({ message }) => message),
      ['coverage needed: no inheritance request'],
    );
    assert.deepEqual(
      third?.touches.map(({ file, line, what }) => [file, line, what]),
      [['scope.md', 4, 'reference']],
    );
    assert.deepEqual(last?.touches, []);
  });

  it('lists what is wrong in either matrix, each with its file', () => {
    assert.deepEqual(
      diff('srm.csv', 'next.csv').problems.map(({ file, code }) => [file, code]),
      [
        ['srm.csv', 'duplicate-row'],
        ['srm.csv', 'unknown-id'],
      ],
    );
  });

  it('finds nothing between a matrix and itself, and ends with 0', () => {
    for (const project of [[], PROJECT]) {
      assert.deepEqual(diff('srm.csv', 'srm.csv', ...project).changes, []);
      assert.equal(run('diff', 'srm.csv', 'srm.csv', ...project).status, 0);
    }
  });

  it('ends with 1 where something changed, and says it in words', () => {
    const { status, out, err } = run('diff', 'srm.csv', 'next.csv', ...PROJECT);
    assert.deepEqual([status, err], [1, '']);
    assert.match(out, /^Older: srm\.csv\nNewer: next\.csv\n/);
    assert.match(out, /^Changes: 4\. Touching your files: 3\. Leaving something newly open: \d\.$/m);
    assert.match(
      out,
      /^01\.a is raised \(Customer → Shared\)\n {2}Newly open: 01\.a coverage needed: .*\n {2}scope\.md:3:6: 01\.a$/m,
    );
  });

  for (const [what, message, ...args] of [
    ['one file', /two files: OLD NEW/, 'srm.csv'],
    ['three files', /two files: OLD NEW/, 'srm.csv', 'next.csv', 'clean.csv'],
    ['--matrix', /no --matrix/, 'srm.csv', 'next.csv', '--matrix', 'srm.csv'],
    ['an older matrix that is not there', /no file nowhere\.csv/, 'nowhere.csv', 'srm.csv'],
    ['a newer matrix that is none', /control or requirement ids\. Found/, 'srm.csv', 'noIds.csv'],
    ['a project file that is not there', /no file nowhere\.json/, 'srm.csv', 'next.csv', '--project', 'nowhere.json'],
  ] as const) {
    it(`ends with 2 and one clear message for ${what}`, () => {
      const { status, out, err } = run('diff', ...args);
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, message);
      assert.match(err, /^inheritance-scope: [^\n]+\n$/);
    });
  }
});
