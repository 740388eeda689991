import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { commandLine } from './commandLine';

describe('the command summary --merge', function () {
  const run = commandLine(this);
  const TODAY = ['--today', '2027-03-02'];

  before(() => {
    for (const [out, project] of [
      ['a.json', 'inheritance-scope.json'],
      ['b.json', 'full.json'],
    ] as const) {
      writeFileSync(run.path(out), run('summary', '--project', project, ...TODAY, '--format', 'json').out);
    }
    run('export', '--project', 'closed.json', ...TODAY, '--out', 'c.json');
    writeFileSync(run.path('other.json'), '{"problems": []}');
  });

  it('adds up what runs printed, of summary and of export, and ends with 1 where something is open', () => {
    const { status, out, err } = run('summary', '--merge', 'a.json', 'b.json', 'c.json', '--format', 'json');
    assert.deepEqual([status, err], [1, '']);
    const { basis, totals, assessments } = JSON.parse(out) as {
      readonly basis: string;
      readonly totals: { readonly controls: number; readonly requirements: number };
      readonly assessments: readonly { readonly name: string; readonly totals: { readonly controls: number } }[];
    };
    assert.equal(basis, 'mixed');
    assert.deepEqual(assessments.map(({ name, totals: own }) => [name, own.controls]).slice(0, 2), [
      ['a.json', 3],
      ['b.json', 3],
    ]);
    assert.equal(
      totals.controls,
      assessments.reduce((sum, { totals: own }) => sum + own.controls, 0),
    );
  });

  it('says in words how many there are, and of what', () => {
    const { out } = run('summary', '--merge', 'a.json', 'b.json');
    assert.match(out, /^a\.json {2}0 requirements, 3 controls$/m);
    assert.match(out, /^All 2 assessments: 3 requirements, 6 controls$/m);
    assert.match(out, /^Some count requirements/m);
    assert.match(out, /^ {2}Needs evidence +\d+$/m);
  });

  for (const [what, message, ...args] of [
    ['a file that is no summary', /other\.json: This is not the JSON of a summary/, 'summary', '--merge', 'other.json'],
    ['a file that is no JSON', /srm\.csv: This is no JSON/, 'summary', '--merge', 'srm.csv'],
    ['a file that is not there', /no file nowhere\.json/, 'summary', '--merge', 'nowhere.json'],
    ['the same file twice', /a\.json is named twice/, 'summary', '--merge', 'a.json', './a.json'],
    ['no file', /at least one FILE/, 'summary', '--merge'],
    ['a project beside them', /no --project/, 'summary', '--merge', 'a.json', '--project', 'full.json'],
    ['another command', /--merge is for summary/, 'scan', '--merge', 'scope.md'],
  ] as const) {
    it(`ends with 2 and one clear message for ${what}`, () => {
      const { status, out, err } = run(...args);
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, message);
      assert.match(err, /^inheritance-scope: [^\n]+\n$/);
    });
  }
});
