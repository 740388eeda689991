import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { english } from '../../src/core/message';
import { readExport } from '../../src/core/report/exported/readExport';
import { commandLine, FILES } from './commandLine';

const PROJECT = ['--project', 'inheritance-scope.json', '--today', '2027-03-02'];

describe('the command export', function () {
  const run = commandLine(this);
  const file = (name: string): Promise<string> => readFile(run.path(name), 'utf8');
  const sha256 = createHash('sha256')
    .update(FILES['srm.csv'] ?? '')
    .digest('hex');

  for (const [format, beginning] of [
    ['md', /^<!-- Exported by [^]*^# Scoping summary: /m],
    ['html', /^<!doctype html>\n<!-- Exported by [^]*<h1>Scoping summary: /],
    ['csv', /^\ufeffExported by,Azure Inheritance Scope [^]*\r\n\r\nRow,Control,/],
    ['json', /^\{\n {2}"head": \{/],
    ['requests', /^\ufeffExported by,Azure Inheritance Scope [^]*\r\n\r\nRow,Requirement,/],
    ['oscal', /^\{\n {2}"system-security-plan": \{\n {4}"metadata": \{/],
  ] as const) {
    it(`gives ${format} on standard output, headed by date, matrix and its SHA-256, always the same bytes`, () => {
      const first = run('export', ...PROJECT, '--format', format);
      assert.deepEqual([first.status, first.err], [0, '']);
      assert.match(first.out, beginning);
      for (const part of ['2027-03-02', 'srm.csv', sha256, '01.c']) assert.ok(first.out.includes(part), part);
      assert.deepEqual(run('export', ...PROJECT, '--format', format, '--out', '-'), first);
    });

    it(`writes ${format} to a file, in a folder that it makes, and nothing beside it`, async () => {
      const out = `handover/${format}/summary.${format}`;
      const { status, out: told, err } = run('export', ...PROJECT, '--format', format, '--out', out);
      assert.deepEqual([status, told, err], [0, `${out} is written.\n`, '']);
      assert.equal(await file(out), run('export', ...PROJECT, '--format', format).out);
      assert.deepEqual(await readdir(run.path(`handover/${format}`)), [`summary.${format}`]);
    });
  }

  it('writes over a file that is there only when told to, an earlier export too', async () => {
    const args = ['export', ...PROJECT, '--out', 'again.csv'];
    assert.equal(run(...args).status, 0);
    const first = await file('again.csv');
    const { status, out, err } = run(...args.with(2, 'full.json'));
    assert.deepEqual([status, out], [2, '']);
    assert.match(err, /again\.csv is there already: --force writes over it/);
    assert.equal(await file('again.csv'), first);
    assert.equal(run(...args.with(2, 'full.json'), '--force').status, 0);
    assert.notEqual(await file('again.csv'), first);
  });

  it('writes a workbook, which reads back as the JSON does, and takes its own place when told to', async () => {
    const args = ['export', '--project', 'globs.json', '--today', '2027-03-02', '--out', 'all/book.xlsx'];
    assert.equal(run(...args).status, 0);
    const bytes = await readFile(run.path('all/book.xlsx'));
    assert.equal(run(...args, '--force').status, 0);
    assert.deepEqual(await readFile(run.path('all/book.xlsx')), bytes);
    const out = run(...args.slice(0, 5), '--format', 'json').out;
    assert.deepEqual(await readExport(bytes, english), await readExport(new TextEncoder().encode(out), english));
  });

  it('writes the open items alone, a row each', () => {
    const { status, out } = run('export', ...PROJECT, '--format', 'csv-open-items');
    assert.equal(status, 0);
    assert.match(out, /\r\n\r\nControl,Title,Responsibility,Status,What,Maturity level,Requirements,Why\r\n01\.c,/);
    assert.doesNotMatch(out, /Reference/);
  });

  it('takes the format from the name of the file', async () => {
    assert.equal(run('export', ...PROJECT, '--out', 'named.CSV').status, 0);
    assert.match(await file('named.CSV'), /^\ufeffExported by,/);
  });

  it('takes a matrix and documents in place of a project, and lists what could not be resolved and what is wrong', () => {
    const { status, out } = run('export', '--matrix', 'srm.csv', 'unknown.md', 'scope.md', '--format', 'json');
    const { unresolved, problems } = JSON.parse(out) as Record<'unresolved' | 'problems', readonly object[]>;
    assert.deepEqual(
      [
        status,
        unresolved.map((place) => ({ ...place, reason: '' })),
        problems.map((problem) => ({ ...problem, message: '' })),
      ],
      [
        0,
        [{ file: 'unknown.md', line: 1, column: 5, text: '14.b', reason: '' }],
        [
          {
            file: 'srm.csv',
            line: 7,
            column: 1,
            endColumn: 1,
            code: 'duplicate-row',
            severity: 'information',
            message: '',
          },
          { file: 'srm.csv', line: 8, column: 1, endColumn: 1, code: 'unknown-id', severity: 'warning', message: '' },
        ],
      ],
    );
  });

  it('agrees with the command summary on the same files', () => {
    const exported = JSON.parse(run('export', ...PROJECT, '--format', 'json').out) as Record<string, unknown>;
    const summary = JSON.parse(run('summary', ...PROJECT, '--format', 'json').out) as Record<string, unknown>;
    assert.deepEqual([exported['totals'], exported['unresolved']], [summary['totals'], summary['unresolved']]);
  });

  for (const format of ['md', 'csv', 'json', 'oscal']) {
    it(`takes the place of an earlier export to ${format}, which is never a scoping document`, async () => {
      const args = [
        'export',
        '--project',
        'globs.json',
        '--today',
        '2027-03-02',
        '--format',
        format,
        '--out',
        `all/old.${format}`,
      ];
      assert.equal(run(...args).status, 0);
      const first = await file(`all/old.${format}`);
      assert.match(first, format === 'oscal' ? /hitrust-01\.c/ : /14\.b/);
      assert.deepEqual(run(...args, '--force').status, 0);
      assert.equal(await file(`all/old.${format}`), first);
    });
  }
});
