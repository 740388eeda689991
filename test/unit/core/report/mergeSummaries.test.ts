import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { english } from '../../../../src/core/message';
import { csv } from '../../../../src/core/report/csv';
import { json } from '../../../../src/core/report/json';
import { mergeSummaries, type RunJson, withNames } from '../../../../src/core/report/mergeSummaries';
import { readRun, readRunJson } from '../../../../src/core/report/readRun';
import { type SummaryJson, summaryJson } from '../../../../src/core/report/summaryJson';
import { xlsx } from '../../../../src/core/report/xlsx/xlsx';
import { anyReport, report } from './given';

const A = '1149.01c2System.9';

/** A run as it is read back from what was printed. */
function run(text: string, name = 'a.json'): RunJson {
  const read = readRunJson(JSON.parse(text), name);
  if ('code' in read) throw new Error(english(read));
  return read;
}

const anyRuns = fc
  .array(anyReport, { minLength: 1, maxLength: 4 })
  .map((all) => all.map((of, index) => run(JSON.stringify(summaryJson(of)), `run ${index}`)));
const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);

describe('several summaries together', () => {
  const portal = report({ type: 'e1', matrix: `01.a,None\n${A},Partial`, documents: '01.c 01.a' });
  const billing = report({ type: 'e1', matrix: `${A},Partial`, list: A, requests: `${A},approved` });

  it('have the sums of all figures, and each control with what every assessment says of it', () => {
    const merged = mergeSummaries([
      run(JSON.stringify(summaryJson(portal)), 'Portal'),
      run(JSON.stringify(summaryJson(billing)), 'Billing'),
    ]);
    assert.deepEqual([merged.basis, merged.totals.controls, merged.totals.requirements], ['mixed', 3, 1]);
    assert.deepEqual(
      merged.controls.map(({ id, title, assessments }) => [
        id,
        title,
        assessments.map(({ assessment, status, openItems }) => [assessment, status, openItems.length]),
      ]),
      [
        ['01.a', 'Access Control Policy', [['Portal', 'needs-evidence', 1]]],
        [
          '01.c',
          'Privilege Management',
          [
            ['Portal', 'needs-evidence', 2],
            ['Billing', 'needs-evidence', 1],
          ],
        ],
      ],
    );
  });

  it('take an export too, which says its own name and day', () => {
    const { name, date, filter } = run(new TextDecoder().decode(json.write(portal)), 'a.json');
    assert.deepEqual([name, date, filter], ['Portal', '2027-03-02', undefined]);
  });

  it('say of an export of a part which part it is', () => {
    const filter = { words: 'web', controls: 1, allControls: 2, requirements: 0, allRequirements: 0 };
    const read = run(new TextDecoder().decode(json.write({ ...portal, filter })), 'a.json');
    assert.equal(mergeSummaries([read]).assessments[0]?.filter, 'Only what was filtered: web (1 of 2 controls)');
  });

  it('are told from each other by their files where they are called the same', () => {
    const named = withNames(
      ['a.json', 'b.json'].map((file) => ({ ...run(new TextDecoder().decode(json.write(portal)), file), file })),
    );
    assert.deepEqual(
      named.map(({ name }) => name),
      ['Portal (a.json)', 'Portal (b.json)'],
    );
  });

  for (const [what, text, told] of [
    ['no export', '<html>', /a\.json is no summary exported as CSV, Excel or JSON/],
    [
      'the JSON of an export cut off',
      new TextDecoder().decode(json.write(portal)).slice(0, 200),
      /a\.json begins as an exported summary/,
    ],
    ['another JSON', '{"totals": 3}', /not the JSON of a summary/],
    ['a list', '[]', /not the JSON of a summary/],
    ['figures that are none', JSON.stringify({ ...summaryJson(portal), totals: { controls: '3' } }), /not the JSON/],
    ['a control that is none', JSON.stringify({ ...summaryJson(portal), controls: [null] }), /not the JSON/],
    [
      'what was merged already',
      JSON.stringify(mergeSummaries([run(JSON.stringify(summaryJson(portal)))])),
      /merged already/,
    ],
  ] as const) {
    it(`refuse ${what}, and say why`, async () => {
      const read = await readRun(new TextEncoder().encode(text), 'a.json', english);
      assert.ok('code' in read);
      assert.match(english(read), told);
    });
  }

  for (const exporter of [csv, xlsx]) {
    it(`take an export as ${exporter.name} too, with the figures of its JSON`, async () => {
      await fc.assert(
        fc.asyncProperty(anyReport, async (of) => {
          const read = await readRun(exporter.write(of), 'a', english);
          if ('code' in read) assert.fail(english(read));
          const expected = run(new TextDecoder().decode(json.write(of)), 'a');
          const figures = ({ name, date, filter, basis, totals, controls, project }: RunJson): unknown => [
            ...[name, date, filter, basis, totals],
            controls.map(({ id, title, category, status, ...others }) => {
              const { responsibility, evidence, notYetMapped, references, requirements, openItems } =
                others as unknown as SummaryJson['controls'][number];
              return [
                ...[id, title, category, status, responsibility, evidence, notYetMapped, references],
                requirements.map((each) => [each.id, each.domain, each.responsibility, each.status]),
                openItems.map((item) => [item.maturity, item.requirement, item.message, item.why]),
              ];
            }),
            project.map((item) => [item.message, item.why]),
          ];
          assert.deepEqual(figures(read), figures(expected));
        }),
        { numRuns: 50 },
      );
    });
  }

  it('refuse an export that was changed so that its figures would be wrong, and say where', async () => {
    const changed = new TextDecoder().decode(csv.write(portal)).replace(/^(Control,.*)Needs evidence,/m, '$1Done,');
    const read = await readRun(new TextEncoder().encode(changed), 'a.csv', english);
    assert.ok('code' in read);
    assert.match(
      english(read),
      /^a\.csv: Line \d+: under Status stands Done, .* It is not added up; export it again\.$/,
    );
  });

  it('add up to the same in any order, lose no control, and are each as they were', () => {
    fc.assert(
      fc.property(anyRuns, (runs) => {
        const merged = mergeSummaries(runs);
        const { totals } = merged;
        assert.deepEqual(mergeSummaries(runs.toReversed()).totals, totals);
        assert.equal(totals.controls, sum(runs.map((each) => each.totals.controls)));
        for (const [status, count] of Object.entries(totals.byStatus))
          assert.equal(count, sum(runs.map((each) => each.totals.byStatus[status as keyof typeof totals.byStatus])));
        for (const { name, controls, project } of runs) {
          assert.deepEqual(
            merged.controls.flatMap(({ assessments, ...control }) =>
              assessments.filter(({ assessment }) => assessment === name).map((said) => ({ ...control, ...said })),
            ),
            controls.map((control) => ({ ...control, assessment: name })),
          );
          assert.equal(merged.project.filter(({ assessment }) => assessment === name).length, project.length);
        }
        assert.equal(sum(merged.controls.map(({ assessments }) => assessments.length)), totals.controls);
      }),
    );
  });

  it('of one are that one', () => {
    fc.assert(
      fc.property(anyReport, (of) => {
        const one = summaryJson(of);
        const { basis, totals } = mergeSummaries([run(JSON.stringify(one))]);
        assert.deepEqual({ basis, totals }, { basis: one.basis, totals: one.totals });
      }),
    );
  });
});
