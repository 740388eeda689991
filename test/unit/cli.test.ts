import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import packageJson from '../../package.json';
import { A, commandLine, FILES } from './commandLine';

describe('the command line', function () {
  const run = commandLine(this);
  const json = (...args: readonly string[]): unknown => JSON.parse(run(...args, '--format', 'json').out);

  it('scan gives what each document references, in the shape that is promised', () => {
    const place = { file: 'scope.md', column: 3 };
    assert.deepEqual(json('scan', '--matrix', 'srm.csv', 'scope.md', 'unknown.md'), {
      references: [
        {
          ...place,
          line: 3,
          column: 6,
          endColumn: 10,
          text: '01.a',
          ids: ['01.a'],
          kind: 'control',
          responsibility: 'customer',
        },
        {
          ...place,
          line: 4,
          endColumn: 27,
          text: `${A} - 01.c`,
          ids: [A],
          kind: 'requirement',
          responsibility: 'shared',
        },
        {
          ...place,
          line: 4,
          column: 29,
          endColumn: 38,
          text: '01.a–01.b',
          ids: ['01.a', '01.b'],
          kind: 'range',
          responsibility: 'mixed',
        },
      ],
      problems: [
        {
          file: 'unknown.md',
          line: 1,
          column: 5,
          endColumn: 9,
          code: 'unknown-control',
          severity: 'warning',
          message:
            'HITRUST CSF has no control 14.b. 14 is the assessment domain "Third Party Assurance", and no category.',
        },
      ],
    });
  });

  for (const [severity, status, line] of [
    ['error', 1, /:5: error: .*14\.b.*\[unknown-control\]/],
    ['information', 0, /:5: information: .*14\.b/],
    ['hint', 0, /:5: hint: .*14\.b/],
    ['off', 0, /^$/],
  ] as const) {
    it(`scan takes a problem for ${severity} where the project file says so`, () => {
      const project = { documents: ['unknown.md'], problems: { 'unknown-control': severity } };
      writeFileSync(run.path('severities.json'), JSON.stringify(project));
      const outcome = run('scan', '--project', 'severities.json', 'unknown.md');
      assert.deepEqual([outcome.status, outcome.err], [status, '']);
      assert.match(outcome.out.trim(), line);
    });
  }

  it('a file that was asked for and cannot be read is no answer, whatever the project file says of it', () => {
    const project = { matrix: 'noIds.csv', documents: ['scope.md'], problems: { 'missing-id-column': 'off' } };
    writeFileSync(run.path('severities.json'), JSON.stringify(project));
    const { status, err } = run('matrix', 'noIds.csv', '--project', 'severities.json');
    assert.equal(status, 2);
    assert.match(err, /No column of the matrix holds control/);
  });

  it('summary answers where the project’s matrix is not there, and tells so: the project file itself was read', () => {
    const { status, out, err } = run('summary', '--project', 'lost.json');
    assert.deepEqual([status, err], [1, '']);
    assert.match(out, /lost\.json:1:\d+.*There is no file gone\.csv/);
  });

  it('scan tells problems file by file, and in each as it is read', () => {
    writeFileSync(run.path('both.md'), '01.A\n\n14.a 01.B\n\n### 01.d - Privilege Management\n');
    const { problems } = json('scan', 'both.md', 'unknown.md') as {
      readonly problems: readonly { readonly file: string; readonly line: number; readonly code: string }[];
    };
    assert.deepEqual(
      problems.map(({ file, line, code }) => `${file}:${line} ${code}`),
      [
        'both.md:1 case',
        'both.md:3 unknown-control',
        'both.md:3 case',
        'both.md:5 title-mismatch',
        'unknown.md:1 unknown-control',
      ],
    );
  });

  it('scan needs no matrix, and says then of no reference who is responsible', () => {
    const { references } = json('scan', 'closed.md') as {
      readonly references: readonly { readonly responsibility: unknown }[];
    };
    assert.deepEqual(
      references.map(({ responsibility }) => responsibility),
      [null, null],
    );
  });

  it('summary gives what is still open, in the shape that is promised', () => {
    const counts = { customer: 0, shared: 0, azure: 0, unknown: 0 };
    const common = { category: '01', notYetMapped: 0, requirements: [] };
    assert.deepEqual(json('summary', '--project', 'inheritance-scope.json'), {
      basis: 'documents',
      totals: {
        controls: 3,
        requirements: 0,
        byResponsibility: { customer: 1, shared: 1, azure: 1, mixed: 0, unknown: 0 },
        byStatus: {
          'needs-evidence': 1,
          unknown: 0,
          'coverage-needed': 0,
          'awaiting-approval': 0,
          complete: 1,
          inherited: 1,
          'not-applicable': 0,
        },
      },
      controls: [
        {
          ...common,
          id: '01.a',
          title: 'Access Control Policy',
          responsibility: 'customer',
          counts: { ...counts, customer: 1 },
          status: 'complete',
          evidence: 1,
          references: 2,
          openItems: [],
        },
        {
          ...common,
          id: '01.b',
          title: 'User Registration',
          responsibility: 'azure',
          counts: { ...counts, azure: 1 },
          status: 'inherited',
          evidence: 0,
          references: 1,
          openItems: [],
        },
        {
          ...common,
          id: '01.c',
          title: 'Privilege Management',
          responsibility: 'shared',
          counts: { ...counts, shared: 1 },
          status: 'needs-evidence',
          evidence: 0,
          references: 1,
          openItems: [
            {
              kind: 'needs-evidence',
              maturity: 'implemented',
              message: 'needs implemented evidence',
              requirement: '1149.01c2System.9',
              why: 'Rule 3: of what is shared, the customer’s part is evidenced at every maturity level that is scored.',
            },
            {
              kind: 'coverage-needed',
              message: 'coverage needed: no inheritance request',
              requirement: '1149.01c2System.9',
              why: 'Rule 6: Azure’s part counts only once an inheritance request for it is approved.',
            },
          ],
        },
      ],
      project: [],
      readiness: {
        byDomain: [],
        byCategory: [
          { id: '01', title: 'Access Control', complete: 1, inherited: 1, waiting: 0, open: 1, notApplicable: 0 },
        ],
      },
      calendar: [],
      unresolved: [],
    });
  });

  describe('with a requirement list', () => {
    const FULL = ['--project', 'full.json', '--today', '2027-03-02'] as const;

    it('summary says how far each domain has come, what comes when, and what is open for the whole assessment', () => {
      const { out } = run('summary', ...FULL);
      const [, text = ''] = out.split('\nRequirements in scope: 3, of 3 controls\n');
      const [lines = ''] = text.split('\n\nsrm.csv:7:1:');
      assert.equal(
        lines,
        [
          '  Responsibility unknown  1',
          '  Complete                1',
          '  Not applicable          1',
          '',
          'Readiness by assessment domain',
          '  11 Access Control              1 of 2 done   50 %  1 open',
          '  12 Audit Logging & Monitoring                      1 not applicable',
          '',
          'Calendar up to submission',
          '  2027-04-01  fieldwork starts',
          '  2027-06-08  the control of gap G-7 becomes testable (1 requirement)',
          '  2027-06-30  submission',
          '',
          'Open for the whole assessment',
          '  Azure Maps is in use, and the list of services in scope does not name it',
        ].join('\n'),
      );
      assert.ok(lines.split('\n').every((line) => line.length <= 100));
    });

    it('summary leaves the days after the next ten to the export', () => {
      const days = Array.from({ length: 12 }, (_, index) => `2027-04-${String(index + 10)}`);
      const policies = days.map(
        (_, index) => `${A},policy,https://x.y/${index},P${index},policy,2027-02-${index + 10}`,
      );
      writeFileSync(
        run.path('many.csv'),
        `requirement,maturity,location,title,type,effective_from\n${policies.join('\n')}\n`,
      );
      const project = { ...(JSON.parse(String(FILES['full.json'])) as object), evidence: 'many.csv' };
      writeFileSync(
        run.path('many.json'),
        JSON.stringify({ ...project, assessment: { submissionDate: '2027-06-30' } }),
      );
      const { out } = run('summary', '--project', 'many.json', '--today', '2027-03-02');
      const [calendar = ''] = out.split('Calendar up to submission\n')[1]?.split('\n\n') ?? [];
      assert.equal(calendar.split('\n').length, 11);
      assert.match(calendar, /\n {2}and \d+ more, in the exported summary$/);
    });

    it('summary gives programs the requirements, the same with what Azure Policy says of them', () => {
      const { controls, readiness, calendar, project } = json('summary', ...FULL) as {
        readonly controls: readonly {
          readonly notYetMapped: number;
          readonly requirements: readonly Readonly<Record<string, unknown>>[];
        }[];
        readonly readiness: { readonly byDomain: readonly unknown[]; readonly byCategory: readonly unknown[] };
        readonly calendar: readonly unknown[];
        readonly project: readonly unknown[];
      };
      assert.deepEqual(
        controls.map(({ notYetMapped, requirements }) => [
          notYetMapped,
          ...requirements.map(({ id, cvid, domain, status }) => [id, cvid, domain, status]),
        ]),
        [
          [0, ['1101.01a1Organizational.1', undefined, '11', 'unknown']],
          [1, [A, '0873.0', '11', 'complete']],
          [0, ['1202.09aa1System.1', undefined, '12', 'not-applicable']],
        ],
      );
      assert.deepEqual(controls[1]?.requirements[0]?.['policy'], {
        compliant: 1,
        nonCompliant: 0,
        exempt: 0,
        unknown: 0,
        newest: '2027-02-27T06:00:00.000Z',
        automatic: 1,
        manual: 0,
        owner: null,
        partialView: true,
      });
      assert.deepEqual(
        [readiness.byDomain.length, readiness.byCategory.length, calendar.length, project.length],
        [2, 2, 3, 1],
      );
    });

    it('ends with 1 where nothing but the whole assessment has something open', () => {
      const project = JSON.stringify({
        ...(JSON.parse(String(FILES['closed.json'])) as object),
        azure: { services: ['Azure Maps'], servicesInScope: 'letter.csv' },
      });
      writeFileSync(run.path('outside.json'), project);
      assert.equal(run('summary', '--project', 'outside.json').status, 1);
    });
  });

  it('summary lists what could not be resolved', () => {
    const { unresolved } = json('summary', '--matrix', 'clean.csv', 'unknown.md') as {
      readonly unresolved: readonly object[];
    };
    assert.deepEqual(
      unresolved.map((place) => ({ ...place, reason: '' })),
      [{ file: 'unknown.md', line: 1, column: 5, text: '14.b', reason: '' }],
    );
  });

  it('matrix gives how a matrix was read, in the shape that is promised', () => {
    assert.deepEqual(json('matrix', 'srm.csv'), {
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ',',
      headerRow: 2,
      columns: { id: 'BUID', control: 'Control', inheritability: 'Inheritability' },
      headings: [
        { heading: 'BUID', meaning: 'id', ground: 'heading' },
        { heading: 'Control', meaning: 'control', ground: 'heading' },
        { heading: 'Inheritability', meaning: 'inheritability', ground: 'heading' },
      ],
      values: [
        { column: 'inheritability', value: 'Full', count: 2, means: 'azure' },
        { column: 'inheritability', value: 'None', count: 1, means: 'customer' },
        { column: 'inheritability', value: 'Partial', count: 1, means: 'shared' },
      ],
      versions: [],
      grains: { element: 0, requirement: 1, control: 3 },
      rows: 6,
      entries: 4,
      duplicates: 1,
      byResponsibility: { customer: 1, shared: 1, azure: 2, unknown: 0 },
      problems: [
        { line: 7, code: 'duplicate-row', message: `${A} repeats line 5 word for word; it is counted once.` },
        {
          line: 8,
          code: 'unknown-id',
          message: '"05.x" is no control or requirement id of HITRUST CSF; the row is not used.',
        },
      ],
    });
  });

  it('matrix names the sheet of a workbook, the others, and the CSF versions', () => {
    const { sheet, otherSheets, headerRow, versions, columns } = json('matrix', 'srm.xlsx') as Record<string, unknown>;
    assert.deepEqual(
      { sheet, otherSheets, headerRow, versions, columns },
      {
        sheet: 'SRM',
        otherSheets: ['About'],
        headerRow: 1,
        versions: [{ version: '11.2', rows: 1 }],
        columns: { id: 'BUID', csfVersion: 'CSF Version', inheritability: 'Inheritability' },
      },
    );
  });

  it('matrix says in words what each column and value was taken for, and why', () => {
    const { out } = run('matrix', 'srm.csv');
    assert.match(out, /^Headings +line 2$/m);
    assert.match(out, /^Rows below +6: 4 used, 1 repeated word for word, 1 not used$/m);
    assert.match(out, /^ {2}"Inheritability" +what can be inherited: its heading says so$/m);
    assert.match(out, /^ {2}"Full" +2 +Azure +\(Inheritability\)$/m);
  });

  for (const [status, what, ...args] of [
    [0, 'a document without problems', 'scan', 'closed.md'],
    [1, 'a document with a problem', 'scan', 'unknown.md'],
    [0, 'a summary with nothing open', 'summary', '--project', 'closed.json'],
    [0, 'a project file in another folder, from which its paths begin', 'summary', '--project', 'sub/closed.json'],
    [1, 'a summary with open items', 'summary', '--project', 'inheritance-scope.json'],
    [0, 'a matrix without problems', 'matrix', 'clean.csv'],
    [0, 'the matrix of a project', 'matrix', 'closed.csv', '--project', 'closed.json'],
    [1, 'a matrix with problems', 'matrix', 'srm.csv'],
    [0, 'a day to reckon from', 'scan', '--today', '2028-02-29', 'closed.md'],
  ] as const) {
    it(`ends with ${status} and without an error for ${what}`, () => {
      const { status: actual, out, err } = run(...args);
      assert.deepEqual([actual, err], [status, '']);
      assert.notEqual(out.trim(), '');
    });
  }

  it('says in words what it says in JSON', () => {
    assert.match(
      run('scan', '--matrix', 'srm.csv', 'scope.md').out,
      /^scope\.md:3:6 .*01\.a .*Customer · needs policy/m,
    );
    assert.match(
      run('scan', 'unknown.md').out,
      /^unknown\.md:1:5: warning: HITRUST CSF has no control 14\.b\..*\[unknown-control\]$/m,
    );
    assert.match(run('matrix', 'srm.csv').out, /^srm\.csv:8:1: warning: "05\.x" .*\[unknown-id\]$/m);
    assert.match(
      run('summary', '--project', 'closed.json', '--today', '2027-03-02').out,
      /2027-03-02[^]*01\.b .*Azure · inherited/,
    );
  });

  it('--help tells the usage, and --version the version', () => {
    for (const args of [['--help'], ['scan', '--help']]) {
      const { status, out } = run(...args);
      assert.equal(status, 0);
      assert.match(out, /^Usage: inheritance-scope [^]*scan [^]*summary [^]*matrix [^]*Exit status/);
    }
    const { status, out } = run('--version');
    assert.deepEqual([status, out], [0, `${packageJson.version}\n`]);
  });
});
