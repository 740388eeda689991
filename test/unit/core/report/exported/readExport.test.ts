import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import Papa from 'papaparse';
import { fill } from '../../../../../src/core/fill';
import { english, translator } from '../../../../../src/core/message';
import { csv } from '../../../../../src/core/report/csv';
import { exportedSummary } from '../../../../../src/core/report/exported/exportSteps';
import { readExport } from '../../../../../src/core/report/exported/readExport';
import { json } from '../../../../../src/core/report/json';
import { markdown } from '../../../../../src/core/report/markdown';
import type { Exporter, Report } from '../../../../../src/core/report/report';
import { xlsx } from '../../../../../src/core/report/xlsx/xlsx';
import { anyReport, report } from '../given';

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
  assert.deepEqual(await readExport(bytes, english), { summary: exportedSummary(of) });
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
          assert.deepEqual(reading, { summary: exportedSummary(foreign) });
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
    ['half a JSON file', json.write(report({})).subarray(0, 90)],
    ['another CSV file', new TextEncoder().encode('requirement,state\n01.c,approved\n')],
    ['the head of a CSV export alone', new TextEncoder().encode('Exported by,Azure Inheritance Scope 1\n')],
  ] as const) {
    it(`says that it is no export: ${what}`, async () => {
      assert.deepEqual(await readExport(bytes, english), { failure: 'no-export' });
    });
  }

  it('says of a workbook cut off that it is corrupt', async () => {
    const bytes = xlsx.write(report({}));
    assert.deepEqual(await readExport(bytes.subarray(0, bytes.length - 30), english), { failure: 'workbook-corrupt' });
  });
});

const PLACE = { line: 1, column: 1, endColumn: 2 };
