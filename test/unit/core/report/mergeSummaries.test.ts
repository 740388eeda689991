import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { english } from '../../../../src/core/message';
import { json } from '../../../../src/core/report/json';
import { mergeSummaries, type RunJson, withNames } from '../../../../src/core/report/mergeSummaries';
import { readRun } from '../../../../src/core/report/readRun';
import { summaryJson } from '../../../../src/core/report/summaryJson';
import { anyReport, report } from './given';

const A = '1149.01c2System.9';

/** A run as it is read back from what was printed. */
function run(text: string, name = 'a.json'): RunJson {
  const read = readRun(text, name);
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
    ['no JSON', '<html>', /no JSON/],
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
    it(`refuse ${what}, and say why`, () => {
      const read = readRun(text, 'a.json');
      assert.ok('code' in read);
      assert.match(english(read), told);
    });
  }

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
