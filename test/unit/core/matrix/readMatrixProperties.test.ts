import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { catalog } from '../../../../src/core/csf/catalog';
import { csvSteps, readCsv } from '../../../../src/core/csv';
import type { Matrix, MatrixEntry } from '../../../../src/core/matrix/matrix';
import { readMatrix } from '../../../../src/core/matrix/readMatrix';
import { finish } from '../../../../src/core/steps';
import { readWorkbook } from '../../../../src/core/workbook/readWorkbook';
import type { Sheet } from '../../../../src/core/workbook/workbook';
import { matrix } from '../../given';
import {
  encoded,
  linesOf,
  textOf,
  writtenMatrices,
  type WrittenEntry,
  type WrittenMatrix,
} from '../../matrixGenerator';
import { workbookFile } from '../workbook/workbookFile';

/** Problems of rows that are no entries. */
const DROPPING = ['missing-id', 'unknown-id', 'several-ids', 'repeated-header', 'second-header'];

const read = (written: WrittenMatrix): Matrix => matrix(encoded(textOf(written), written.encoding));

/** The matrix in a workbook, as its reader gives it. */
function sheetOf({ rows }: WrittenMatrix): Sheet {
  const numbered = rows.map((cells, index) => ({
    line: index + 1,
    cells: cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1),
  }));
  return {
    name: 'SRM',
    isHidden: false,
    rows: numbered.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
  };
}

function fromSheets(sheets: readonly Sheet[]): Matrix {
  const reading = finish(readMatrix({ sheets }, 'srm.xlsx', 'srm.xlsx', { path: 'srm.xlsx' }, catalog));
  if ('failure' in reading) throw new Error(reading.failure.code);
  return reading.matrix;
}

/** What an entry says, without where it stands. */
function saying(entry: MatrixEntry): WrittenEntry {
  const said = Object.entries(entry).filter(([key]) => key !== 'file' && key !== 'line');
  return Object.fromEntries(said) as unknown as WrittenEntry;
}

/** What has to be the same however a matrix is written down. */
const essence = ({ entries, duplicates, rows, problems, values, columns }: Matrix): unknown => ({
  entries: entries.map(saying),
  duplicates,
  rows,
  columns,
  values,
  problems: problems.map(({ code }) => code).filter((code) => code !== 'unclosed-quote'),
});

describe('a matrix in any mix of encodings, layouts and oddities', () => {
  it('gives the entries that were written, each with its line', () => {
    fc.assert(
      fc.property(writtenMatrices, (written) => {
        const { entries, headerRow } = read(written);
        assert.deepEqual(entries.map(saying), written.entries);
        const lines = linesOf(written);
        assert.equal(headerRow, lines[written.header]);
        for (const { line } of entries) assert.ok(lines.indexOf(line) > written.header);
      }),
      { numRuns: 150 },
    );
  });

  it('has no row that is neither an entry nor a duplicate nor a problem which names its line', () => {
    fc.assert(
      fc.property(writtenMatrices, (written) => {
        const { rows, entries, duplicates, problems } = read(written);
        const dropped = problems.filter(({ code }) => DROPPING.includes(code));
        assert.deepEqual(
          dropped.map(({ code }) => code),
          written.dropped,
        );
        assert.equal(duplicates, written.duplicates);
        assert.equal(rows, entries.length + duplicates + dropped.length);
        const lines = new Set(linesOf(written));
        const below = problems.filter(({ code }) => code !== 'matrix-without-entries' && code !== 'unclosed-quote');
        for (const { at } of below) assert.ok(at && 'line' in at && lines.has(at.line));
      }),
      { numRuns: 150 },
    );
  });

  it('is read up to where it is cut off, and the line of that is named', () => {
    fc.assert(
      fc.property(writtenMatrices, (written) => {
        const unclosed = read(written).problems.filter(({ code }) => code === 'unclosed-quote');
        const next = textOf({ ...written, isCutOff: false }).split(/\r\n|\r|\n/).length;
        assert.deepEqual(
          unclosed.map(({ at }) => at),
          written.isCutOff ? [{ line: next }] : [],
        );
      }),
    );
  });

  it('is the same in pieces as in one', () => {
    fc.assert(
      fc.property(writtenMatrices, fc.integer({ min: 1, max: 200 }), (written, piece) => {
        const text = textOf(written);
        const { delimiter } = written;
        assert.deepEqual(
          finish(csvSteps(text, delimiter, Infinity, piece)),
          finish(csvSteps(text, delimiter, Infinity, text.length)),
        );
      }),
    );
  });

  it('gives the same from the sheet of a workbook', () => {
    fc.assert(
      fc.property(writtenMatrices, (written) => {
        assert.deepEqual(essence(fromSheets([sheetOf(written)])), essence(read(written)));
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same from a workbook (.xlsx) and from the CSV saved from it', async () => {
    await fc.assert(
      fc.asyncProperty(writtenMatrices, async (written) => {
        const reading = await readWorkbook(workbookFile(written.rows));
        assert.ok('sheets' in reading);
        assert.deepEqual(essence(fromSheets(reading.sheets)), essence(read(written)));
      }),
      { numRuns: 30 },
    );
  });
});

describe('delimited text in pieces', () => {
  it('is read as it is in one, wherever a quotation mark stands', () => {
    const text = fc.string({ unit: fc.constantFrom('"', '"', ',', '\n', '\r', '\r\n', 'a', ' '), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 10 }), (written, piece) => {
        const whole = readCsv(written, ',');
        const inPieces = finish(csvSteps(written, ',', Infinity, piece));
        assert.deepEqual(inPieces, whole);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is read no further than asked, in pieces either', () => {
    assert.equal(finish(csvSteps('a\nb\n"c\nd"\ne\nf', ',', 4, 1)).rows.length, 4);
  });
});
