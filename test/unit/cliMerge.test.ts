import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
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

  it('adds up exports as CSV and Excel to the same', () => {
    for (const file of ['c.csv', 'c.xlsx']) run('export', '--project', 'closed.json', ...TODAY, '--out', file);
    const totals = (...files: readonly string[]): unknown => {
      const { out } = run('summary', '--merge', ...files, '--format', 'json');
      return (JSON.parse(out) as { readonly totals: unknown }).totals;
    };
    const [expected, csv, xlsx] = ['c.json', 'c.csv', 'c.xlsx'].map((file) => totals('a.json', file));
    assert.deepEqual([csv, xlsx], [expected, expected]);
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
    ['a file that is no export', /srm\.csv is no summary exported as CSV/, 'summary', '--merge', 'srm.csv'],
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

describe('a file that another wrote', function () {
  const run = commandLine(this);

  it('steers no terminal by what stands in it', () => {
    run('export', '--project', 'full.json', '--today', '2027-03-02', '--out', 'full.csv');
    const steering = readFileSync(run.path('full.csv'), 'utf8').replace(
      /^(Control,.*?),Shared,/m,
      '$1,"\u001b[2J\r\nOK",',
    );
    writeFileSync(run.path('steering.csv'), steering);
    const merged = run('summary', '--merge', 'steering.csv');
    assert.equal(merged.status, 2);
    assert.match(merged.err, /steering\.csv: Line \d+: under Responsibility stands \ufffd\[2J/);
    const read = run('read', 'steering.csv');
    assert.equal(read.status, 1);
    assert.doesNotMatch(merged.err + read.out, /[\u001b\r]|^OK/m);
  });
});

describe('the command read', function () {
  const run = commandLine(this);

  before(() => {
    for (const file of ['full.csv', 'full.xlsx', 'full.out.json']) {
      run('export', '--project', 'full.json', '--today', '2027-03-02', '--out', file);
    }
    const changed = readFileSync(run.path('full.csv'), 'utf8').replace(/^(Requirement,.*?),Shared,/m, '$1,Ours,');
    writeFileSync(run.path('changed.csv'), changed);
  });

  it('prints the same data of CSV, Excel and JSON', () => {
    const [csv, xlsx, json] = ['full.csv', 'full.xlsx', 'full.out.json'].map((file) =>
      run('read', file, '--format', 'json'),
    );
    assert.deepEqual([csv?.status, csv?.err], [0, '']);
    const [expected, ...others] = [csv, xlsx, json].map((outcome): unknown => JSON.parse(outcome?.out ?? ''));
    assert.deepEqual(others, [expected, expected]);
    const { manifest, requirements, changed } = JSON.parse(csv?.out ?? '') as {
      readonly manifest: { readonly date: string };
      readonly requirements: readonly object[];
      readonly changed: readonly string[];
    };
    assert.deepEqual([manifest.date, requirements.length, changed], ['2027-03-02', 3, []]);
  });

  it('says in words what it is and how much is in it', () => {
    const { out } = run('read', 'full.xlsx');
    assert.match(out, /^\S+ of 2027-03-02, by Azure Inheritance Scope \d/);
    assert.match(out, /^Requirements +3$/m);
  });

  it('ends with 1 and says where it was changed', () => {
    const { status, out } = run('read', 'changed.csv');
    assert.equal(status, 1);
    assert.match(out, /^changed\.csv: Line \d+: under Responsibility stands Ours, /m);
  });

  for (const [what, message, ...args] of [
    ['what is no export', /srm\.csv is no summary exported as CSV, Excel or JSON/, 'srm.csv'],
    ['what is not there', /no file nowhere\.csv/, 'nowhere.csv'],
    ['a workbook that is no export', /srm\.xlsx is no summary exported/, 'srm.xlsx'],
    ['what is no workbook for its beginning', /binary\.csv/, 'binary.csv'],
    ['no file', /read needs one FILE/],
    ['two files', /read needs one FILE/, 'full.csv', 'full.xlsx'],
  ] as const) {
    it(`ends with 2 and one clear message for ${what}`, () => {
      const { status, out, err } = run('read', ...args);
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, message);
      assert.match(err, /^inheritance-scope: [^\n]+\n$/);
    });
  }
});
