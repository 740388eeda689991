import assert from 'node:assert/strict';
import { english } from '../../../../src/core/message';
import { type Given, summary } from '../../given';

const A = '1149.01c2System.9';
const B = '1150.01c2System.10';
const HEADER = 'requirement,maturity,location,title,type,approved_on,captured_on';
const dated: Given = {
  project: { assessment: { type: 'r2', fieldworkStart: '2027-02-15', submissionDate: '2027-05-14' } },
  today: '2027-03-24',
  matrix: `${A},None\n${B},None`,
  list: `${A},,,\n${B},,,`,
  evidenceHeader: HEADER,
};

/** `line: words` */
function staleIn(given: Given): readonly string[] {
  return summary({ ...dated, ...given })
    .problems.filter(({ code }) => code === 'stale-evidence')
    .map(
      (problem) => `${problem.file}:${problem.at && 'line' in problem.at ? problem.at.line : ''} ${english(problem)}`,
    );
}

const early = 'https://x.y/z,Export,configuration,,2027-01-28';
const inTime = 'https://x.y/z,Export,configuration,,2027-03-02';
const old = 'https://x.y/p,Standard,policy,2026-03-09,';

describe('evidence that is not in time', () => {
  it('is told at its row: what was captured before fieldwork, whose review is overdue, what is too new', () => {
    assert.deepEqual(
      staleIn({
        evidence: `${A},implemented,${early}\n${A},policy,${old}\n${A},procedure,https://x.y/q,Steps,procedure,2027-04-01,`,
      }).map((words) => words.replace(/ is not in time: .*/, '')),
      [
        `evidence.csv:2 The implemented evidence for ${A}`,
        `evidence.csv:3 The policy evidence for ${A}`,
        `evidence.csv:4 The procedure evidence for ${A}`,
      ],
    );
    assert.deepEqual(staleIn({ evidence: `${A},implemented,${early}` }), [
      `evidence.csv:2 The implemented evidence for ${A} is not in time: Export was captured on 2027-01-28, before fieldwork starts on 2027-02-15: capture it again.`,
    ]);
  });

  it('is told of each requirement that it is for', () => {
    assert.equal(staleIn({ evidence: `${A},policy,${old}\n${B},policy,${old}` }).length, 2);
  });

  it('is told of all rows of a control that has not run long enough', () => {
    const [told, ...others] = staleIn({
      evidence: `${A},implemented,${inTime}`,
      gaps: `G-1,${A},implemented,closed,2027-03-01`,
    });
    assert.match(told ?? '', /evidence\.csv:2 .* is not in time: .*G-1/);
    assert.deepEqual(others, []);
  });

  for (const [what, given] of [
    ['in time', { evidence: `${A},implemented,${inTime}` }],
    ['beside something in time', { evidence: `${A},implemented,${early}\n${A},implemented,${inTime}` }],
    ['of a level that is not scored', { evidence: `${A},measured,${early}` }],
    ['asked for only', { evidenceHeader: `${HEADER},state`, evidence: `${A},implemented,${early},requested` }],
    [
      'not there',
      { evidence: `${A},implemented,gone.csv,Export,configuration,,2027-01-28`, missingEvidence: ['gone.csv'] },
    ],
    ['not needed', { matrix: `${A},Full`, evidence: `${A},implemented,${early}`, requests: `${A},approved` }],
    ['of a requirement that is not listed', { list: `${B},,,`, evidence: `${A},implemented,${early}` }],
    ['of an assessment without a submission date', { project: {}, evidence: `${A},implemented,${early}` }],
    ['without a date', { evidence: `${A},implemented,https://x.y/z,Export,configuration,,` }],
  ] as const satisfies readonly (readonly [string, Given])[]) {
    it(`is not what is ${what}`, () => assert.deepEqual(staleIn(given), []));
  }
});
