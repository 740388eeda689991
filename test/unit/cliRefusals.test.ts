import assert from 'node:assert/strict';
import { commandLine } from './commandLine';

describe('the command line, where it cannot run,', function () {
  const run = commandLine(this);

  for (const [what, message, ...args] of [
    ['no command', /Name a command/],
    ['a command that there is not', /no command audit/, 'audit'],
    ['an option that there is not', /--colour/, 'scan', '--colour', 'scope.md'],
    ['a format that there is not', /no format yaml/, 'scan', '--format', 'yaml', 'scope.md'],
    ['a day that is none', /2027-02-30/, 'scan', '--today', '2027-02-30', 'scope.md'],
    ['a day in another order', /YYYY-MM-DD/, 'scan', '--today', '03/02/2027', 'scope.md'],
    ['scan without a document', /at least one document/, 'scan'],
    ['summary without a document', /at least one document/, 'summary', '--matrix', 'srm.csv'],
    ['summary without a matrix', /--matrix FILE/, 'summary', 'scope.md'],
    [
      'a matrix beside a project',
      /either --project or --matrix/,
      'summary',
      '--project',
      'closed.json',
      '--matrix',
      'srm.csv',
      'scope.md',
    ],
    ['matrix without a file', /one FILE/, 'matrix'],
    ['matrix with two files', /one FILE/, 'matrix', 'srm.csv', 'clean.csv'],
    [
      'a matrix that is not the project’s',
      /does not name clean\.csv/,
      'matrix',
      'clean.csv',
      '--project',
      'closed.json',
    ],
    ['export without a matrix', /--matrix FILE/, 'export', '--format', 'md', 'scope.md'],
    [
      'export without a format',
      /--format: one of md, html, xlsx, csv, csv-open-items, json, requests, oscal/,
      'export',
      '--project',
      'closed.json',
    ],
    ...['htm', 'xls', 'sarif', 'text'].map(
      (format) =>
        [
          `export as ${format}`,
          new RegExp(
            `no export format ${format}: take one of md, html, xlsx, csv, csv-open-items, json, requests, oscal`,
          ),
          ...['export', '--project', 'closed.json', '--format', format],
        ] as const,
    ),
    [
      '--out of another command',
      /--out and --force are for export/,
      'summary',
      '--project',
      'closed.json',
      '--out',
      'x.json',
    ],
    ...['closed.csv', 'closed.md', 'requests.csv', 'closed.json'].map(
      (out) =>
        [
          `an export over ${out}, which it is made from`,
          /is made from; name another one/,
          ...['export', '--project', 'closed.json', '--format', 'md', '--out', out],
        ] as const,
    ),
    [
      'an export into a folder',
      /sub cannot be written/,
      ...['export', '--project', 'closed.json', '--format', 'md', '--out', 'sub'],
    ],
    [
      'an export of what is not there',
      /no file nowhere\.json/,
      'export',
      '--project',
      'nowhere.json',
      '--format',
      'md',
    ],
    ['a document that is not there', /no file nowhere\.md/, 'scan', 'nowhere.md'],
    ['a document that is no text', /binary\.csv is not a text file/, 'scan', 'binary.csv'],
    ['a project file that is not there', /no file nowhere\.json/, 'summary', '--project', 'nowhere.json'],
    ['a matrix that is not there', /no file nowhere\.csv/, 'matrix', 'nowhere.csv'],
    ['a matrix that is empty', /empty\.csv is empty/, 'matrix', 'empty.csv'],
    ['a matrix that is binary', /binary\.csv is damaged or incomplete/, 'matrix', 'binary.csv'],
    ['a matrix that is a folder', /sub cannot be read: it is a folder/, 'matrix', 'sub'],
    ['a matrix of 100 MB', /too large[^]*100 MB/, 'matrix', 'large.csv'],
    [
      'a matrix without an id column',
      /control or requirement ids\. Found: Name, Responsibility/,
      'matrix',
      'noIds.csv',
    ],
    ['a summary with such a matrix', /control or requirement ids/, 'summary', '--matrix', 'noIds.csv', 'scope.md'],
  ] as const) {
    it(`ends with 2 and one clear message for ${what}`, () => {
      const { status, out, err } = run(...args);
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, message);
      assert.match(err, /^inheritance-scope: [^\n]+\n$/);
    });
  }
});
