import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Log } from 'sarif';
import { commandLine } from './commandLine';

const TODAY = ['--today', '2027-03-02'];

describe('the command check', function () {
  const run = commandLine(this);

  it('gives all problems and open items, in the shape that is promised', () => {
    const { status, out, err } = run('check', '--project', 'full.json', ...TODAY, '--format', 'json');
    assert.deepEqual([status, err], [1, '']);
    const { problems, openItems, project } = JSON.parse(out) as Readonly<
      Record<'problems' | 'openItems' | 'project', readonly Readonly<Record<string, unknown>>[]>
    >;
    assert.deepEqual(
      openItems.map((item) => ({ ...item, message: '' })),
      [
        {
          control: '01.a',
          requirement: '1101.01a1Organizational.1',
          status: 'unknown',
          kind: 'unknown',
          message: '',
        },
        {
          control: '01.a',
          requirement: '1101.01a1Organizational.1',
          status: 'unknown',
          kind: 'needs-evidence',
          maturity: 'implemented',
          message: '',
        },
      ],
    );
    assert.deepEqual(
      project.map(({ kind }) => kind),
      ['service-out-of-scope'],
    );
    assert.deepEqual(Object.keys(problems[0] ?? {}), [
      'file',
      'line',
      'column',
      'endColumn',
      'code',
      'severity',
      'message',
    ]);
  });

  it('agrees with scan and summary on the same files', () => {
    const json = (...args: readonly string[]): Record<string, readonly { readonly file?: string }[]> =>
      JSON.parse(run(...args, '--project', 'inheritance-scope.json', '--format', 'json').out) as never;
    const { problems = [], openItems = [] } = json('check');
    assert.deepEqual(
      problems.filter(({ file }) => file === 'scope.md'),
      json('scan', 'scope.md')['problems']?.filter(({ file }) => file === 'scope.md'),
    );
    const { controls = [] } = json('summary');
    assert.equal(
      openItems.length,
      controls.flatMap((control) => (control as { readonly openItems: readonly object[] }).openItems).length,
    );
  });

  it('takes the project file of this folder where none is named', () => {
    assert.deepEqual(run('check', ...TODAY), run('check', '--project', 'inheritance-scope.json', ...TODAY));
  });

  it('tells each finding on a line that terminals and editors make into a link', () => {
    const { out } = run('check', '--project', 'full.json', ...TODAY);
    for (const line of [
      /^srm\.csv:8:1: warning: .* \[unknown-id\]$/m,
      /^list\.csv:3:1: open: 1101\.01a1Organizational\.1: needs implemented evidence \[needs-evidence\]$/m,
      /^open: Azure Maps is in use.* \[service-out-of-scope\]$/m,
    ])
      assert.match(out, line);
  });

  it('takes a matrix and documents in place of a project', () => {
    const { status, out } = run('check', '--matrix', 'clean.csv', 'closed.md');
    assert.equal(status, 1);
    assert.match(out, /^closed\.md:1:1: open: 01\.b: coverage needed: no inheritance request \[coverage-needed\]$/m);
  });

  it('ends with 0 and says so where there is nothing to report, or nothing but information', () => {
    const project = (problems: object): void =>
      writeFileSync(run.path('calm.json'), JSON.stringify({ documents: ['unknown.md'], evidence: [], problems }));
    project({ 'unknown-control': 'off' });
    assert.deepEqual(run('check', '--project', 'calm.json'), { status: 0, out: 'Nothing to report.\n', err: '' });
    project({ 'unknown-control': 'information' });
    const { status, out } = run('check', '--project', 'calm.json');
    assert.equal(status, 0);
    assert.match(out, /^unknown\.md:1:5: information: /);
  });

  it('gives SARIF on standard output, and the same in a file, with the exit status of what was found', async () => {
    const args = ['check', '--project', 'full.json', ...TODAY, '--format', 'sarif'];
    const printed = run(...args);
    assert.deepEqual([printed.status, printed.err], [1, '']);
    assert.deepEqual(run(...args, '--out', '-'), printed);
    const written = run(...args, '--out', 'reports/check.sarif');
    assert.deepEqual(written, { status: 1, out: 'reports/check.sarif is written.\n', err: '' });
    assert.equal(await readFile(run.path('reports/check.sarif'), 'utf8'), printed.out);
    const { runs } = JSON.parse(printed.out) as Log;
    const { openItems, problems, project } = JSON.parse(
      run('check', '--project', 'full.json', ...TODAY, '--format', 'json').out,
    ) as Readonly<Record<string, readonly unknown[]>>;
    assert.equal(runs[0]?.results?.length, (openItems?.length ?? 0) + (problems?.length ?? 0) + (project?.length ?? 0));
    assert.doesNotMatch(printed.out, new RegExp(run.path('').replaceAll(/[\\.]/g, '.')));
  });

  for (const [what, message, ...args] of [
    ['a format that there is not', /no format md: take text or json or sarif/, '--format', 'md'],
    ['--out without SARIF', /--out and --force are for export, and for check/, '--out', 'x.txt'],
    ['a matrix without documents', /--matrix FILE and at least one document/, '--matrix', 'srm.csv'],
    ['a file over one that it is made from', /is made from/, '--format', 'sarif', '--out', 'srm.csv'],
    ['a project file that is not there', /no file nowhere\.json/, '--project', 'nowhere.json'],
  ] as const) {
    it(`ends with 2 and one clear message for ${what}`, () => {
      const { status, out, err } = run('check', ...args);
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, message);
    });
  }
});
