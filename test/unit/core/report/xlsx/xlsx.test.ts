import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import * as fc from 'fast-check';
import readExcelFile from 'read-excel-file/node';
import { isExportedWorkbook } from '../../../../../src/core/report/exportMark';
import { finish } from '../../../../../src/core/steps';
import { LONGEST_TEXT, type Sheet } from '../../../../../src/core/report/xlsx/sheet';
import { writeWorkbook } from '../../../../../src/core/report/xlsx/writeWorkbook';
import { xlsx } from '../../../../../src/core/report/xlsx/xlsx';
import { readWorkbook } from '../../../../../src/core/workbook/readWorkbook';
import type { Given } from '../../../given';
import { anyReport, CALENDAR, nastyText, report } from '../given';

const A = '1149.01c2System.9';
const given: Given = {
  type: 'r2',
  matrix: `${A},Partial`,
  list: `${A},0873.0`,
  documents: '01.c 14.a',
  evidenceHeader: 'requirement,maturity,location,state,approved_on',
  evidence: `${A},policy,https://x.y/z,accepted,2027-01-15`,
  requests: `${A},submitted,external,50,yes`,
  gaps: `G-1,${A},policy,closed,2027-03-01`,
  profile: { calendar: CALENDAR },
};

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}

/** The cells of each sheet as text, by an independent library. */
function cellsOf(workbook: ExcelJS.Workbook): readonly (readonly [string, readonly (readonly string[])[]])[] {
  return workbook.worksheets.map((sheet) => {
    const { name, rowCount, columnCount } = sheet;
    const rows = Array.from({ length: rowCount }, (_, row) =>
      trimmed(Array.from({ length: columnCount }, (__, column) => textOf(sheet.getCell(row + 1, column + 1).value))),
    );
    return [name, rows];
  });
}

/** The same by a third. */
async function otherCellsOf(bytes: Uint8Array): Promise<Cells> {
  const sheets = await readExcelFile(Buffer.from(bytes), { trim: false });
  return sheets.map(({ sheet, data }) => [sheet, data.map((row) => trimmed(row.map((cell) => textOf(cell as Other))))]);
}

type Cells = readonly (readonly [string, readonly (readonly string[])[]])[];
type Other = string | number | Date | null;

/** What a format made of XML cannot hold is escaped, which not every reader undoes. */
function seen(cell: string): string {
  return cell.replace(/_x[\da-f]{4}_|[\p{C}\ufffd]/giu, '');
}

function textOf(value: ExcelJS.CellValue | undefined): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  assert.ok(value === null || value === undefined || typeof value === 'string' || typeof value === 'number');
  return String(value ?? '');
}

function trimmed(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

/** The same by our own reader. */
async function ownCellsOf(bytes: Uint8Array): Promise<readonly (readonly [string, readonly (readonly string[])[]])[]> {
  const reading = await readWorkbook(bytes);
  assert.ok('sheets' in reading);
  return reading.sheets.map(({ name, rows }) => [name, rows.map(({ cells }) => cells)]);
}

describe('the summary as a workbook', () => {
  it('has a sheet for each table, the main ones also where they are empty', async () => {
    const names = async (of: Given): Promise<readonly string[]> =>
      (await open(xlsx.write(report(of)))).worksheets.map(({ name }) => name);
    const main = ['Summary', 'Controls', 'Requirements', 'Evidence', 'Requests', 'Gaps', 'Unresolved'];
    assert.deepEqual(await names({}), main);
    assert.deepEqual(await names(given), [...main, 'Open items', 'References', 'Calendar']);
  });

  it('opens in two libraries, independent of it and of each other, and in our own reader, with the same cells', async () => {
    const bytes = xlsx.write(report(given));
    const own = await ownCellsOf(bytes);
    assert.deepEqual(cellsOf(await open(bytes)), own);
    assert.deepEqual(await otherCellsOf(bytes), own);
  });

  it('opens so whatever stands in the cells', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (of) => {
        const bytes = xlsx.write(of);
        const plain = (sheets: Cells): unknown =>
          sheets.map(([name, rows]) => [name, rows.map((row) => row.map(seen))]);
        const own = await ownCellsOf(bytes);
        assert.deepEqual(plain(cellsOf(await open(bytes))), plain(own));
        assert.deepEqual(plain(await otherCellsOf(bytes)), plain(own));
      }),
      { numRuns: 30 },
    );
  });

  it('keeps the headings in sight, filters all rows, and has columns of a width to read', async () => {
    for (const sheet of (await open(xlsx.write(report(given)))).worksheets) {
      const [view] = sheet.views;
      assert.ok(view?.state === 'frozen' && view.ySplit === 1, sheet.name);
      const lastColumn = sheet.getColumn(sheet.columnCount).letter;
      assert.equal(sheet.autoFilter, `A1:${lastColumn}${sheet.rowCount}`, sheet.name);
      for (const { width } of sheet.columns) assert.ok((width ?? 0) >= 8, sheet.name);
    }
  });

  it('has days as dates, figures as numbers and ids as texts', async () => {
    const workbook = await open(xlsx.write(report(given)));
    const cell = (sheet: string, heading: string): ExcelJS.CellValue | undefined => {
      const found = workbook.getWorksheet(sheet);
      const column = Array.from({ length: 20 }, (_, index) => index + 1).find(
        (index) => found?.getCell(1, index).value === heading,
      );
      return column === undefined ? undefined : found?.getCell(2, column).value;
    };
    assert.deepEqual(cell('Evidence', 'Approved on'), new Date('2027-01-15T00:00:00Z'));
    assert.deepEqual(cell('Calendar', 'Date'), new Date('2027-04-01T00:00:00Z'));
    assert.deepEqual(cell('Gaps', 'Fixed on'), new Date('2027-03-01T00:00:00Z'));
    assert.deepEqual([cell('Requests', 'Weight (%)'), cell('Evidence', 'Line')], [50, 2]);
    assert.deepEqual([cell('Requirements', 'CVID'), cell('Controls', 'Control')], ['0873.0', '01.c']);
  });

  it('holds no formula, and nothing that would be one once it is saved as CSV', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (of) => {
        for (const sheet of (await open(xlsx.write(of))).worksheets) {
          sheet.eachRow((row) => {
            row.eachCell(({ value, formula }) => {
              assert.equal(formula, undefined);
              if (typeof value === 'string') assert.doesNotMatch(value, /^(?:[\s\p{C}]*[=+\-@＝＋－＠]|[\t\r])/u);
            });
          });
        }
      }),
      { numRuns: 20 },
    );
  });

  it('is the same bytes for the same report, in any time zone, and names no clock and no person', async () => {
    const zone = process.env['TZ'];
    try {
      process.env['TZ'] = 'Pacific/Auckland';
      const there = xlsx.write(report(given));
      process.env['TZ'] = 'America/Los_Angeles';
      assert.deepEqual(xlsx.write(report(given)), there);
      const { creator, lastModifiedBy, created } = await open(there);
      assert.equal(creator, 'Azure Inheritance Scope');
      assert.ok(!lastModifiedBy);
      assert.deepEqual(created, new Date('2027-03-02T00:00:00Z'));
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('is known as an export, so that it can be replaced by the next one', () => {
    assert.ok(isExportedWorkbook(xlsx.write(report(given))));
    assert.ok(!isExportedWorkbook(writeOther()));
  });
});

function writeOther(): Uint8Array {
  return new TextEncoder().encode('PK\u0003\u0004 [Content_Types].xml');
}

describe('a workbook that is written', () => {
  const sheet = (rows: Sheet['rows']): Sheet => ({
    name: 'It\'s <all> & "more"',
    columns: [
      { heading: 'A', width: 10 },
      { heading: 'B', width: 10 },
    ],
    rows,
  });
  const write = (rows: Sheet['rows']): Uint8Array => finish(writeWorkbook([sheet(rows)], { today: '2027-03-02' }, 0));

  it('gives back any text as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(nastyText, fc.constantFrom('_x000D_', '_x0041\r', 'a_x')), { minLength: 1 }),
        async (texts) => {
          const [read] = await ownCellsOf(write(texts.map((text) => ['row', text])));
          assert.deepEqual(read, [sheet([]).name, [['A', 'B'], ...texts.map((text) => trimmed(['row', text]))]]);
        },
      ),
    );
  });

  it('goes on below with what is longer than a cell can be, and never between the halves of a character', async () => {
    const text = `x${'𝄞'.repeat(20_000)}`;
    const bytes = write([['row', text]]);
    const [[, rows] = ['', []]] = await ownCellsOf(bytes);
    assert.equal(rows.length, 3);
    assert.equal(
      rows
        .slice(1)
        .map(([, cell = '']) => cell)
        .join(''),
      text,
    );
    for (const [, cell = ''] of rows) assert.ok(cell.length <= LONGEST_TEXT && !/\p{Cs}/u.test(cell));
    assert.deepEqual(cellsOf(await open(bytes)), await ownCellsOf(bytes));
  });

  it('has a text where a date is none that a workbook can hold', async () => {
    const dates = ['1899-12-31', '2027-02-30', 'soon', ''];
    const [[, rows] = ['', []]] = await ownCellsOf(write(dates.map((date) => ['row', { date }])));
    assert.deepEqual(
      rows.slice(1).map(([, cell = '']) => cell),
      dates,
    );
  });
});
