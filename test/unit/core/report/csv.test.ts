import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { tell } from '../../../../src/core/assessment/openItems';
import { calendarOfSummary, tellEvent } from '../../../../src/core/assessment/readiness';
import { statusWord } from '../../../../src/core/assessment/status';
import { policyLines } from '../../../../src/core/azure/policyLines';
import { english, message } from '../../../../src/core/message';
import { csv } from '../../../../src/core/report/csv';
import { printCell } from '../../../../src/core/report/csvTable';
import { defuse, undoDefuse } from '../../../../src/core/report/defuse';
import { isExport } from '../../../../src/core/report/exportMark';
import { domainName, listedOf, policyOf, type Report } from '../../../../src/core/report/report';
import { anyReport, CALENDAR, nastyText, policy, report } from './given';

const A = '1149.01c2System.9';

/** Undoes what `defuse` documents. */
function undo(cell: string): string {
  const invisible = String.raw`["'\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]*`;
  const signs = '[=+\\-@−＝＋－＠﹦﹢﹣﹫]';
  const within = new RegExp(`(?<=[;\\t\\r\\n])'(?=${invisible}${signs})`, 'gu');
  const first = new RegExp(`^'(?=${invisible}${signs}|${invisible}[\\t\\r])`, 'u');
  return cell.replace(within, '').replace(first, '');
}

/** The cells of the file, what makes them harmless undone. */
function parseCsv(bytes: Uint8Array): readonly (readonly string[])[] {
  const rows = parse(Buffer.from(bytes), { bom: true, relax_column_count: true, record_delimiter: '\r\n' });
  return rows.map((row) => row.map(undo));
}

/** The head, and the rows of the table by its headings. */
function readBack(of: Report): {
  readonly head: readonly (readonly string[])[];
  readonly rows: readonly Readonly<Record<string, string>>[];
} {
  const all = parseCsv(csv.write(of));
  const blank = all.findIndex((row) => row.length === 1 && row[0] === '');
  const [header = [], ...table] = all.slice(blank + 1);
  const rows = table.map((row) => {
    assert.equal(row.length, header.length);
    return Object.fromEntries(header.map((heading, index) => [heading, row[index] ?? '']));
  });
  return { head: all.slice(0, blank), rows };
}

const given = {
  type: 'e1',
  matrix: `01.a,None\n${A},Partial\n1150.01c1System.10,Full`,
  documents: '01.a 01.c 14.a',
  evidence: '01.a,,https://x.y/z',
} as const;

describe('the CSV summary', () => {
  it('is UTF-8 with a byte order mark, with CRLF', () => {
    const bytes = csv.write(report(given));
    assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    assert.ok(text.endsWith('\r\n'));
    assert.doesNotMatch(text, /(?<!\r)\n/);
  });

  it('begins with a head that says of what, when, from which matrix, on which scope, and with what', () => {
    const preamble = 'Illustrative';
    const matrices = [
      { name: 'srm.csv', entries: 3, sha256: 'a1b2', version: '2027.1', preamble },
      { name: 'b.csv', entries: 1 },
    ];
    const { head } = readBack(report(given, { matrices }));
    assert.deepEqual(
      head.filter(([label = '']) => !/^(?:Basis of scope|Note)$/.test(label)),
      [
        ['Exported by', 'Azure Inheritance Scope 0.1.0'],
        ['Assessment', 'Portal'],
        ['Date', '2027-03-02'],
        ['Controls', '2'],
        ['Requirements', '0'],
        ['Status: Needs evidence', '1'],
        ['Status: Nothing recorded as open', '1'],
        ['Unresolved ids', '1'],
        ['Matrix', 'srm.csv'],
        ['SHA-256', 'a1b2'],
        ['Entries', '3'],
        ['SRM version', '2027.1'],
        ['The matrix says of itself', 'Illustrative'],
        ['Matrix', 'b.csv'],
        ['SHA-256', 'not known, because this browser offers no cryptography here'],
        ['Entries', '1'],
      ],
    );
    assert.match(
      head.find(([label]) => label === 'Basis of scope')?.[1] ?? '',
      /controls that the scoping documents mention/,
    );
  });

  it('says where no matrix was read', () => {
    assert.deepEqual(readBack(report({}, { matrices: [] })).head.at(-1), ['Note', 'Matrix: none was read']);
  });

  it('has a row for each control, open item, piece of evidence, reference and unresolved id, all with the same columns', () => {
    const { rows } = readBack(report(given));
    assert.deepEqual(
      rows.map((row) => [row['Row'], row['Control'], row['What'], row['Requirements'], row['Line'], row['Text']]),
      [
        ['Control', '01.a', '', '', '', ''],
        ['Control', '01.c', '', '', '', ''],
        ['Open item', '01.c', 'needs implemented evidence for 1 of 2 requirements', A, '', ''],
        ['Open item', '01.c', 'coverage needed: no inheritance request', `${A}, 1150.01c1System.10`, '', ''],
        ['Evidence', '01.a', 'https://x.y/z', '', '2', ''],
        ['Reference', '01.a', '', '', '1', '01.a'],
        ['Reference', '01.c', '', '', '6', '01.c'],
        ['Unresolved id', '', rows.at(-1)?.['What'], '', '11', '14.a'],
      ],
    );
  });

  it('with a requirement list has a row for each requirement too, with the columns for it', () => {
    const list = `${A},0873.0\n1151.01c3System.1,,n/a,No such system is in use.`;
    const { rows } = readBack(report({ ...given, list, documents: '' }));
    assert.deepEqual(
      rows.map((row) => [row['Row'], row['Requirements'], row['CVID'], row['Assessment domain'], row['Status']]),
      [
        ['Control', '', '', '', 'Needs evidence'],
        ['Open item', A, '', '', 'Needs evidence'],
        ['Open item', A, '', '', 'Needs evidence'],
        ['Requirement', A, '0873.0', '11 Access Control', 'Needs evidence'],
        ['Requirement', '1151.01c3System.1', '', '11 Access Control', 'Not applicable'],
        ['Notice', '1151.01c3System.1', '', '', 'Needs evidence'],
      ],
    );
    const [requirement, notApplicable] = rows.filter((row) => row['Row'] === 'Requirement');
    assert.equal(requirement?.['What'], 'needs implemented evidence; coverage needed: no inheritance request');
    assert.deepEqual(
      [notApplicable?.['File'], notApplicable?.['Line'], notApplicable?.['Text']],
      ['requirements.csv', '3', 'No such system is in use.'],
    );
  });

  it('keeps evidence for a whole control apart as long as it is mapped to no listed requirement', () => {
    const { rows } = readBack(report({ ...given, list: '1101.01a1Organizational.1' }));
    assert.deepEqual(
      rows.filter((row) => row['Location'] !== '').map((row) => [row['Row'], row['Control'], row['Location']]),
      [['Not yet mapped', '01.a', 'https://x.y/z']],
    );
  });

  it('has a row for each day of the calendar, project item and requirement with Azure Policy results', () => {
    const { rows } = readBack(
      report(
        { ...given, profile: { calendar: CALENDAR, outside: [{ service: 'Azure Maps', reason: 'not-listed' }] } },
        { policy: new Map([[A, policy(A)]]) },
      ),
    );
    assert.deepEqual(
      rows
        .filter((row) => ['Azure Policy', 'Project item', 'Calendar'].includes(row['Row'] ?? ''))
        .map((row) => [row['Row'], row['Requirements'], row['Date'], row['What']]),
      [
        [
          'Azure Policy',
          A,
          '',
          'Azure Policy (a partial view of compliance, as of 2027-02-27): 12 compliant, 3 non-compliant, 1 exempt, 0 unknown; ' +
            'Azure Policy: 2 automatic and 5 manual policies (counted in the built-in initiative HITRUST/HIPAA 14.13.0); ' +
            'owner in Azure Policy metadata (not inheritability): Shared',
        ],
        ['Project item', '', '', 'Azure Maps is in use, and the list of services in scope does not name it'],
        ['Calendar', '', '2027-04-01', 'fieldwork starts'],
        ['Calendar', '', '2027-06-30', 'submission'],
      ],
    );
  });

  it('has the columns it always had where there is no list and no calendar', () => {
    const [header] = parseCsv(csv.write(report(given))).filter(([first]) => first === 'Row');
    assert.deepEqual(header, [
      ...['Row', 'Control', 'Title', 'Responsibility', 'Status', 'What', 'Maturity level', 'Requirements', 'Why'],
      ...['File', 'Line', 'Column', 'Text', 'Location'],
    ]);
  });

  it('loses nothing: what is read back is what was in the report', () => {
    fc.assert(
      fc.property(anyReport, (of) => {
        const { head, rows } = readBack(of);
        const { controls, unresolved, name } = of.summary;
        const select = (row: string, ...columns: readonly string[]): readonly unknown[] =>
          rows.filter((found) => found['Row'] === row).map((found) => columns.map((column) => found[column]));
        const place = (file: string, span: { start: number; end: number }): readonly string[] => {
          const { line, column } = of.placeOf(file, span);
          return [file, String(line), String(column)];
        };
        assert.deepEqual(head[1], ['Assessment', name]);
        assert.deepEqual(
          head.filter(([label]) => label === 'Matrix').map(([, file]) => file),
          of.matrices.map((matrix) => matrix.name),
        );
        assert.deepEqual(
          select('Control', 'Control', 'Title', 'Responsibility', 'Status'),
          controls.map(({ id, title, responsibility, status }) => [
            id,
            title,
            english(message(responsibility ?? 'unknown')),
            english(statusWord(status, of.summary)),
          ]),
        );
        assert.deepEqual(
          select('Open item', 'Control', 'What', 'Maturity level', 'Why'),
          controls.flatMap(({ id, openItems }) =>
            openItems.map((item) => [id, english(tell(item)), item.maturity ?? '', english(item.why)]),
          ),
        );
        assert.deepEqual(
          select('Evidence', 'Control', 'Location', 'Maturity level', 'File'),
          controls.flatMap(({ id, evidence }) =>
            evidence.map(({ location, maturity, file }) => [id, location, maturity, of.labelOf(file)]),
          ),
        );
        assert.deepEqual(
          select('Reference', 'Control', 'Text', 'File', 'Line', 'Column'),
          controls.flatMap(({ id, references }) =>
            references.map((reference) => [id, reference.text, ...place(reference.file, reference)]),
          ),
        );
        assert.deepEqual(
          select('Unresolved id', 'Text', 'What', 'File', 'Line', 'Column'),
          unresolved.map((at) => [at.text, english(at.reason), ...place(at.file, at)]),
        );
        assert.deepEqual(
          select('Requirement', 'Requirements', 'CVID', 'Assessment domain', 'Status', 'File', 'Line', 'Text'),
          controls.flatMap((control) =>
            listedOf(control).map(({ id, listed, status }) => [
              id,
              listed.cvid ?? '',
              domainName(listed.domain, of),
              english(statusWord(status, of.summary)),
              of.labelOf(listed.file),
              String(listed.line),
              listed.rationale ?? '',
            ]),
          ),
        );
        assert.deepEqual(
          select('Not yet mapped', 'Control', 'Location', 'Maturity level', 'File'),
          controls.flatMap(({ id, notYetMapped }) =>
            notYetMapped.map(({ location, maturity, file }) => [id, location, maturity, of.labelOf(file)]),
          ),
        );
        assert.deepEqual(
          new Set(select('Notice', 'Control', 'What', 'Why').map((row) => JSON.stringify(row))),
          new Set(
            controls.flatMap(({ id, units }) =>
              units.flatMap(({ notices }) =>
                notices.map((notice) => JSON.stringify([id, english(notice.message), english(notice.why)])),
              ),
            ),
          ),
        );
        assert.deepEqual(
          select('Azure Policy', 'Requirements', 'What'),
          controls.flatMap((control) =>
            policyOf(control, of).map((results) => [
              results.requirement,
              policyLines(results, of.labelOf).map(english).join('; '),
            ]),
          ),
        );
        assert.deepEqual(
          select('Project item', 'What', 'Why'),
          of.summary.project.map((item) => [english(item.message), english(item.why)]),
        );
        assert.deepEqual(
          select('Calendar', 'Date', 'What'),
          calendarOfSummary(of.summary).map((event) => [event.date, english(tellEvent(event))]),
        );
        assert.deepEqual(
          select('Problem', 'What', 'File'),
          of.problems.map(({ problem, place: { file } }) => [english(problem), file]),
        );
      }),
    );
  });

  it('is the same bytes for the same report, and known as an export, also as a spreadsheet saves it', () => {
    fc.assert(
      fc.property(anyReport, (of) => {
        assert.deepEqual(csv.write(of), csv.write(of));
        const text = new TextDecoder().decode(csv.write(of));
        assert.ok(isExport(text));
        assert.ok(isExport(text.replace(',', ';')));
      }),
    );
  });
});

describe('a cell of the CSV summary', () => {
  for (const [cell, expected] of [
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['  =1', "'  =1"],
    ['\u00a0\u200b=1', "'\u00a0\u200b=1"],
    ['＝1', "'＝1"],
    ['\u3164=1', "'\u3164=1"],
    ['\u{e0020}\ufe0f\u034f\u2800=1', "'\u{e0020}\ufe0f\u034f\u2800=1"],
    ['"\u2060＠SUM(A1)', '\'"\u2060＠SUM(A1)'],
    ['﹢1', "'﹢1"],
    ['－1', "'－1"],
    ["'=1", "''=1"],
    ['a;=1', "a;'=1"],
    ['a\n=1', "a\n'=1"],
    ['01.a - Access', '01.a - Access'],
    ["Azure's", "Azure's"],
    ["'quoted'", "'quoted'"],
    ['a; b', 'a; b'],
    ['', ''],
  ] as const) {
    it(`${JSON.stringify(cell)} is written as ${JSON.stringify(expected)}`, () => assert.equal(defuse(cell), expected));
  }

  it('never begins with what a spreadsheet takes for a formula, split at commas or at semicolons', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        for (const part of [defuse(text), ...defuse(text).split(/[;\t\r\n]/)]) {
          assert.doesNotMatch(part.replace(/^[\s\p{C}]+/u, ''), /^[=+\-@＝＋－＠]/);
        }
        assert.doesNotMatch(defuse(text), /^\s*?[\t\r]/);
      }),
    );
  });

  /** Apostrophes that were there before are the ones that are easily lost. */
  const guarded = fc.string({
    unit: fc.oneof(
      fc.constantFrom("'", '=', '＝', '-', '"', ';', '\t', '\r', '\n', ' ', '\u200b', '\u3164', '\ufe0f', 'x'),
      fc.constantFrom("'", '='),
    ),
    maxLength: 8,
  });

  it('is what it was when that is undone, also where it began with apostrophes of its own', () => {
    fc.assert(
      fc.property(fc.oneof(guarded, nastyText, fc.string({ unit: 'binary' })), (text) => {
        assert.equal(undoDefuse(defuse(text)), text);
        assert.doesNotMatch(
          defuse(text).replace(/^[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800"]+/u, ''),
          /^[=+\-@＝＋－＠﹢﹣﹦﹫−]/,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('is read back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(nastyText, { minLength: 2 }), (cells) => {
        assert.deepEqual(parseCsv(new TextEncoder().encode(`${cells.map(printCell).join(',')}\r\n`)), [cells]);
      }),
    );
  });
});
