import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import * as fc from 'fast-check';
import Papa from 'papaparse';
import { fill } from '../../../../../src/core/fill';
import { english, translator } from '../../../../../src/core/message';
import { csv } from '../../../../../src/core/report/csv';
import { exportedSummary } from '../../../../../src/core/report/exported/exportSteps';
import { exportFailure, readExport } from '../../../../../src/core/report/exported/readExport';
import { json } from '../../../../../src/core/report/json';
import { markdown } from '../../../../../src/core/report/markdown';
import type { Exporter } from '../../../../../src/core/report/exporter';
import type { Report } from '../../../../../src/core/report/report';
import { xlsx } from '../../../../../src/core/report/xlsx/xlsx';
import type { Given } from '../../../given';
import { workbookFile } from '../../workbook/workbookFile';
import { anyReport, report } from '../given';

const A = '1149.01c2System.9';
const GIVEN: Given = {
  type: 'r2',
  matrix: `${A},Partial`,
  list: `${A},0873.0`,
  documents: '01.c 14.a',
  evidenceHeader: 'requirement,maturity,location,state,approved_on',
  evidence: `${A},policy,https://x.y/z,accepted,2027-01-15`,
  requests: `${A},submitted,external,50,yes`,
};

const FORMATS: readonly Exporter[] = [csv, xlsx, json];

/** Of a part of the whole at times, with versions of the matrices. */
const anyExported: fc.Arbitrary<Report> = fc
  .tuple(anyReport, fc.option(fc.string()), fc.option(fc.string({ minLength: 1 }), { nil: undefined }))
  .map(([of, words, version]) => ({
    ...of,
    matrices: of.matrices.map((matrix) => ({ ...matrix, ...(version !== undefined && { version }) })),
    ...(words !== null && {
      filter: {
        words,
        controls: of.summary.totals.controls,
        allControls: 156,
        requirements: of.summary.totals.requirements,
        allRequirements: 3_342,
      },
    }),
  }));

async function assertReadsBack(of: Report, bytes: Uint8Array): Promise<void> {
  assert.deepEqual(await readExport(bytes, english), { summary: exportedSummary(of), problems: [] });
}

/** What a spreadsheet makes of a CSV file that it opens and saves. */
function saved(bytes: Uint8Array, delimiter: string, newline: string, quotes: boolean, hasMark: boolean): Uint8Array {
  const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes), { delimiter: ',', newline: '\r\n' });
  const width = Math.max(...data.map(({ length }) => length));
  const padded = data.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
  const text = Papa.unparse(padded, { delimiter, newline, quotes });
  return new TextEncoder().encode(`${hasMark ? '\ufeff' : ''}${text}${newline}`);
}

describe('an exported summary that is read back', () => {
  for (const exporter of FORMATS) {
    it(`is the data that was exported, from ${exporter.name}`, async () => {
      await fc.assert(fc.asyncProperty(anyExported, (of) => assertReadsBack(of, exporter.write(of))));
    });

    it(`is the same in another language, from ${exporter.name}`, async () => {
      const translate = translator((sentence, ...words) => `⟦${fill(sentence, ...words)}⟧`);
      await fc.assert(
        fc.asyncProperty(anyExported, async (of) => {
          const foreign = { ...of, translate };
          const reading = await readExport(exporter.write(foreign), translate);
          assert.deepEqual(reading, { summary: exportedSummary(foreign), problems: [] });
        }),
        { numRuns: 30 },
      );
    });
  }

  it('is the data that was exported, from a CSV file that a spreadsheet saved since', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyExported,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\r\n', '\n'),
        fc.boolean(),
        fc.boolean(),
        async (of, delimiter, newline, quotes, hasMark) => {
          // What an encoding cannot hold, no spreadsheet has.
          const bytes = csv.write(of);
          fc.pre(!bytes.includes(0));
          await assertReadsBack(of, saved(bytes, delimiter, newline, quotes, hasMark));
        },
      ),
    );
  });

  it('has the requests, gaps and elements of an assessment', async () => {
    const of = report({
      type: 'r2',
      header: 'BUID,Element,Inheritability',
      matrix: '1149.01c2System.9,1,Partial\n1149.01c2System.9,2,None',
      list: '1149.01c2System.9,0873.0',
      requests: '1149.01c2System.9,submitted,external,50,yes',
      gaps: 'G-1,1149.01c2System.9,policy,closed,2027-03-01',
      documents: '01.c',
    });
    const { requests, gaps, requirements } = exportedSummary(of);
    assert.deepEqual(
      [requests.map(({ state, weight }) => [state, weight]), gaps.map(({ id, fixed }) => [id, fixed])],
      [[['submitted', 50]], [['G-1', '2027-03-01']]],
    );
    assert.deepEqual(
      requirements.map(({ inheritableElements, elements }) => [inheritableElements, elements]),
      [[1, 2]],
    );
    for (const exporter of FORMATS) await assertReadsBack(of, exporter.write(of));
  });

  it('keeps a text that is longer than a cell of a workbook can be', async () => {
    const text = `${'𝄞'.repeat(20_000)}, and 01.c`;
    const of = report({ documents: '01.c' }, { labelOf: () => text, placeOf: () => ({ ...PLACE, file: text }) });
    for (const exporter of FORMATS) await assertReadsBack(of, exporter.write(of));
  });

  for (const [what, bytes] of [
    ['nothing', new Uint8Array()],
    ['a Markdown export', markdown.write(report({}))],
    ['another JSON file', new TextEncoder().encode('{ "head": { "tool": "Other 1.0" } }')],
    ['another CSV file', new TextEncoder().encode('requirement,state\n01.c,approved\n')],
  ] as const) {
    it(`says that it is no export: ${what}`, async () => {
      assert.deepEqual(await readExport(bytes, english), { failure: 'no-export' });
    });
  }

  for (const [what, bytes] of [
    ['a JSON file', json.write(report({})).subarray(0, 90)],
    ['a CSV file', new TextEncoder().encode('Exported by,Azure Inheritance Scope 1\n')],
    ['a CSV file in another language', inOtherLanguage()],
  ] as const) {
    it(`says that it is not whole: the beginning of ${what}`, async () => {
      assert.deepEqual(await readExport(bytes, english), { failure: 'export-not-whole' });
      assert.match(english(exportFailure('export-not-whole', 'a.csv')), /^a\.csv begins as an exported summary/);
    });
  }

  it('says of a workbook cut off that it is corrupt', async () => {
    const bytes = xlsx.write(report({}));
    assert.deepEqual(await readExport(bytes.subarray(0, bytes.length - 30), english), { failure: 'workbook-corrupt' });
    assert.match(english(exportFailure('workbook-corrupt', 'a.xlsx')), /a\.xlsx/);
  });

  it('says of a workbook that unpacks to more than can be read that it is too large', async () => {
    const bytes = workbookFile({
      sheets: [{ name: 'Summary', data: `<row r="1"><c r="A1"><v>${'0'.repeat(300 * 1024 * 1024)}</v></c></row>` }],
    });
    assert.ok(bytes.length < 1024 * 1024);
    assert.deepEqual(await readExport(bytes, english), { failure: 'workbook-too-large' });
  });
});

describe('an exported summary that was changed since', () => {
  const whole = report(GIVEN);
  const text = new TextDecoder().decode(csv.write(whole));
  const told = async (bytes: Uint8Array | string): Promise<readonly string[]> => {
    const reading = await readExport(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, english);
    if ('failure' in reading) assert.fail(reading.failure);
    return reading.problems.map(english);
  };
  /** Its cells, changed. */
  const changed = (change: (rows: readonly (readonly string[])[]) => readonly (readonly string[])[]): string =>
    Papa.unparse(change(Papa.parse<string[]>(text).data) as string[][]);
  const lineOf = (words: string): number => text.slice(0, text.indexOf(words)).split('\r\n').length;

  it('has no problem where nothing was', async () => {
    assert.deepEqual(await told(text), []);
    assert.deepEqual(await told(changed((rows) => rows)), []);
  });

  it('says where a value can not be read, with the line', async () => {
    assert.deepEqual(await told(text.replace('2027-01-15', '15.01.2027')), [
      `Line ${lineOf('2027-01-15')}: under Approved on stands 15.01.2027, which is none of what can stand there.`,
    ]);
    const line = lineOf('Request,');
    assert.deepEqual(await told(text.replace(/^(Request,.*),50,/m, '$1,half,')), [
      `Line ${line}: under Weight (%) stands half, which is none of what can stand there.`,
    ]);
  });

  it('says where a row is of no kind, and passes over blank ones', async () => {
    assert.deepEqual(await told(`${text}Total,3\r\n,,\r\n`), [
      `Line ${text.split('\r\n').length}: it begins with Total, which is no kind of row.`,
    ]);
  });

  it('says which column is missing, once', async () => {
    const without = changed((rows) => {
      const header = rows.findIndex(([first]) => first === 'Row');
      const place = rows[header]?.indexOf('Why') ?? -1;
      return rows.map((row, index) => (index < header ? row : row.filter((_, column) => column !== place)));
    });
    const problems = await told(without);
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? '', /^Line \d+: there is no column Why\.$/);
  });

  it('says that rows are missing where its head counts more', async () => {
    const cut = text.slice(0, text.indexOf('\r\nRequirement,') + 2);
    assert.deepEqual(await told(cut), [
      'Requirements: its head says 1, and there are 0. Rows were cut off, taken out or changed.',
      'Unresolved ids: its head says 1, and there are 0. Rows were cut off, taken out or changed.',
    ]);
  });

  it('says that a status was changed where only its head tells it', async () => {
    const status = /^Requirement,.*$/m.exec(text)?.[0] ?? '';
    assert.deepEqual(await told(text.replace(status, status.replace('Needs evidence', 'Complete'))), [
      'Needs evidence: its head says 1, and there are 0. Rows were cut off, taken out or changed.',
      'Complete: its head says 0, and there are 1. Rows were cut off, taken out or changed.',
    ]);
  });

  it('says where it ends in the middle of a cell', async () => {
    const [last] = (await told(`${text}Problem,"cut`)).slice(-1);
    assert.match(last ?? '', /^Line \d+: a quotation mark is not closed; the file is cut off here\.$/);
  });

  it('has no problem as UTF-16 with tabs, which is how Excel saves Unicode text', async () => {
    const tabbed = Papa.unparse(Papa.parse<string[]>(text).data, { delimiter: '\t' });
    assert.deepEqual(await told(Uint8Array.of(0xff, 0xfe, ...Buffer.from(tabbed, 'utf16le'))), []);
  });

  it('takes cells that were merged for each of their rows', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(xlsx.write(report({ ...GIVEN, documents: '01.c 01.c' })).slice().buffer);
    const references = workbook.getWorksheet('References');
    references?.mergeCells('A2:A3');
    assert.equal(references?.getCell('A3').type, ExcelJS.ValueType.Merge);
    assert.deepEqual(await told(new Uint8Array(await workbook.xlsx.writeBuffer())), []);
  });

  it('reads sheets in any order, and says which one has another name', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(xlsx.write(whole).slice().buffer);
    const bytes = async (): Promise<Uint8Array> => new Uint8Array(await workbook.xlsx.writeBuffer());
    // Its type leaves this out.
    for (const [index, sheet] of workbook.worksheets.toReversed().entries())
      (sheet as unknown as { orderNo: number }).orderNo = index;
    assert.deepEqual(await told(await bytes()), []);
    const requests = workbook.getWorksheet('Requests');
    if (requests) requests.name = 'Anfragen';
    assert.deepEqual(await told(await bytes()), ['There is no sheet Requests.']);
  });

  it('says of a sheet which row and column it is', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(xlsx.write(whole).slice().buffer);
    const controls = workbook.getWorksheet('Controls');
    if (controls) controls.getCell('D2').value = 'Done';
    assert.deepEqual(await told(new Uint8Array(await workbook.xlsx.writeBuffer())), [
      'Sheet Controls, line 2: under Status stands Done, which is none of what can stand there.',
    ]);
  });

  it('says of a JSON file which item it is', async () => {
    const file = new TextDecoder().decode(json.write(whole));
    assert.deepEqual(
      await told(file.replace('"state": "submitted"', '"state": 3').replace('"weight": 50', '"weight": "much"')),
      [
        'Request 1: under State stands 3, which is none of what can stand there.',
        'Request 1: under Weight (%) stands much, which is none of what can stand there.',
      ],
    );
  });

  it('reads a JSON file with anything in the place of a text or number', async () => {
    const file = JSON.parse(new TextDecoder().decode(json.write(whole))) as Record<string, Record<string, unknown>>;
    const { head = {} } = file;
    const HERE = '\u2b50';
    const heads = [...Object.keys(head), 'filter', 'copy', 'profile'].map((key) => ({ [key]: HERE }));
    const parts = [
      ...[...heads, { filter: { message: HERE } }, { profile: { id: HERE, title: HERE, fields: [HERE] } }].map(
        (part) => ({ ...file, head: { ...head, ...part } }),
      ),
      ...['id', 'title', 'units', 'openItemRows'].map((key) => ({ ...file, controls: [{ [key]: HERE }] })),
      ...['date', 'message', 'controls'].map((key) => ({ ...file, calendar: [{ [key]: HERE }] })),
    ].map((part) => JSON.stringify(part));
    // Of the first no text can be made, and the second is too deep for it.
    const others = ['{"toString":1,"valueOf":1}', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, '[null]', 'null', '-1'];
    for (const part of parts)
      for (const other of others) {
        const reading = await readExport(new TextEncoder().encode(part.replaceAll(`"${HERE}"`, other)), english);
        if ('failure' in reading) continue;
        const { date, tool, filter } = reading.summary.manifest;
        for (const told of [date, tool, filter?.message ?? '', ...reading.problems.map(english)])
          assert.equal(typeof told, 'string');
      }
  });

  it('never ends in anything but a reading or a clear failure, however it was cut, mixed up or overwritten', async () => {
    const files = [csv.write(whole), xlsx.write(whole), json.write(whole)];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.nat(),
        fc.nat(),
        fc.uint8Array({ maxLength: 40 }),
        async (bytes, from, to, other) => {
          const [start, end] = [from % bytes.length, to % bytes.length];
          const damaged = Uint8Array.of(...bytes.subarray(0, start), ...other, ...bytes.subarray(end));
          const reading = await readExport(damaged, english);
          const messages = 'failure' in reading ? [exportFailure(reading.failure, 'a')] : reading.problems;
          for (const each of messages) assert.doesNotMatch(english(each), /undefined|NaN|\{\d\}/);
        },
      ),
      { numRuns: 300 },
    );
  });
});

function inOtherLanguage(): Uint8Array {
  return csv.write(report({}, { translate: translator((sentence, ...words) => `⟦${fill(sentence, ...words)}⟧`) }));
}

const PLACE = { line: 1, column: 1, endColumn: 2 };
