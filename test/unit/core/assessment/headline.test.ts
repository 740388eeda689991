import assert from 'node:assert/strict';
import { headline } from '../../../../src/core/assessment/headline';
import { createIsInScope, referenceHeadline, responsibilityOf } from '../../../../src/core/assessment/referenceSummary';
import { catalog } from '../../../../src/core/csf/catalog';
import { english } from '../../../../src/core/message';
import { scan } from '../csf/scan';
import { controlIn, type Given, summary } from '../../given';

const A = '1149.01c2System.9';
const B = '1150.01c2System.10';
const C = '1151.01c3System.1';
const line = (given: Given, id = '01.c'): string =>
  headline(controlIn(summary({ documents: id, ...given }), id))
    .map(english)
    .join(' · ');

describe('the headline of a control', () => {
  for (const [given, expected] of [
    [{ matrix: '01.c,None' }, 'Customer · needs policy, procedure, implemented evidence'],
    [{ matrix: '01.c,None', type: 'i1' }, 'Customer · needs implemented evidence'],
    [{ matrix: '01.c,None', type: 'i1', evidence: '01.c,,https://x.y/z' }, 'Customer · nothing recorded as open'],
    [
      { matrix: '01.c,Partial', type: 'e1' },
      'Shared · needs implemented evidence · coverage needed: no inheritance request',
    ],
    [{ matrix: '01.c,Full' }, 'Azure · coverage needed: no inheritance request'],
    [{ matrix: '01.c,Full', requests: '01.c,submitted' }, 'Azure · awaiting approval of the inheritance request'],
    [{ matrix: '01.c,Full', requests: '01.c,approved' }, 'Azure · inherited'],
    [{ matrix: '01.d,Full' }, 'Not in the matrix'],
    [{ matrix: '01.c,Perhaps' }, 'Unknown · the matrix does not say who is responsible in words that are known'],
    [{ matrix: '01.c,Full\n01.c,None' }, 'Unknown · the matrix contradicts itself'],
    [
      { matrix: `${A},Full\n${B},None\n${C},None`, type: 'e1', evidence: `${B},,https://x.y/z` },
      'Varies by requirement · 1 azure, 2 customer · needs implemented evidence · coverage needed for 1 of 3 requirements',
    ],
    [
      { matrix: `${A},None\n${B},Perhaps`, type: 'e1', evidence: '01.c,,https://x.y/z' },
      'Varies by requirement · 1 customer, 1 unknown · responsibility unknown for 1 of 2 requirements',
    ],
  ] as const satisfies readonly (readonly [Given, string])[]) {
    it(`given ${JSON.stringify(given)} is: ${expected}`, () => assert.equal(line(given), expected));
  }
});

describe('the headline of a control whose evidence is there, and not in time', () => {
  const policy = 'https://x.y/p,2026-03-09';
  for (const [evidence, expected] of [
    [`${A},policy,${policy}`, 'Customer · needs procedure, implemented evidence · policy evidence is not in time'],
    [
      `${A},policy,${policy}\n${A},procedure,${policy}\n${A},implemented,https://x.y/i,`,
      'Customer · policy, procedure evidence is not in time',
    ],
    [`${A},policy,${policy}\n${A},policy,https://x.y/q,2026-09-09`, 'Customer · needs procedure, implemented evidence'],
  ] as const) {
    it(`is: ${expected}`, () => {
      const project = { assessment: { type: 'r2', submissionDate: '2027-05-14' } };
      const evidenceHeader = 'requirement,maturity,location,approved_on';
      assert.equal(line({ matrix: `${A},None`, project, today: '2027-03-24', evidence, evidenceHeader }), expected);
    });
  }

  it('is that it needs evidence where one of its requirements has none', () => {
    const project = { assessment: { type: 'i1', fieldworkStart: '2027-02-15', submissionDate: '2027-05-14' } };
    assert.equal(
      line({
        matrix: `${A},None\n${B},None`,
        type: 'i1',
        project,
        today: '2027-03-24',
        evidence: `${A},https://x.y/i,report,2027-01-09`,
        evidenceHeader: 'requirement,location,type,captured_on',
      }),
      'Customer · needs implemented evidence',
    );
  });
});

describe('the headline of a reference', () => {
  const given = summary({
    type: 'e1',
    matrix: `01.a,None\n01.b,Full\n${A},Full\n${B},None`,
    documents: `01.a–01.d ${A}`,
    requests: `01.b,approved\n${A},approved`,
  });
  const of = (text: string): readonly [string, unknown] => {
    const [reference] = scan(text).references;
    if (!reference) throw new Error(text);
    return [
      referenceHeadline(reference, given, catalog).map(english).join(' · '),
      responsibilityOf(reference, given, catalog),
    ];
  };

  for (const [text, words, responsibility] of [
    ['01.b', 'Azure · inherited', 'azure'],
    ['01.b–01.b', 'Azure · inherited', 'azure'],
    [A, 'Azure · inherited', 'azure'],
    [B, 'Customer · needs implemented evidence', 'customer'],
    ['01.a–01.b', '2 controls · 1 azure, 1 customer · 1 of 2 with open items', 'mixed'],
    ['01.a–01.d', '4 controls · 1 azure, 1 customer, 1 varying, 1 unknown · 3 of 4 with open items', 'mixed'],
  ] as const) {
    it(`to ${text} is: ${words}`, () => assert.deepEqual(of(text), [words, responsibility]));
  }
});

describe('the headline of a reference with a requirement list', () => {
  const given = summary({
    type: 'e1',
    matrix: `01.a,None\n01.b,Full\n${A},Full\n${B},None`,
    documents: `01.a–01.d ${A} ${B}`,
    requests: `${A},approved`,
    list: `${A},,,\n1166.01e1System.12,,,`,
  });

  for (const [text, words, responsibility] of [
    [A, 'Azure · inherited', 'azure'],
    ['01.c', 'Azure · inherited', 'azure'],
    [B, 'Customer · not in the requirement list', 'customer'],
    ['01.b', 'Azure · not in the requirement list', 'azure'],
    ['13.a', 'Unknown · not in the requirement list', null],
    ['01.a–01.b', 'Varies by requirement · not in the requirement list', 'mixed'],
    ['01.c–01.e', '3 controls · 1 azure, 1 unknown · 1 of 2 with open items · 1 not in the requirement list', 'mixed'],
    ['01.a–01.c', '3 controls · 1 azure · nothing recorded as open · 2 not in the requirement list', 'azure'],
  ] as const) {
    it(`to ${text} is: ${words}`, () => {
      const [reference] = scan(text).references;
      if (!reference) throw new Error(text);
      assert.equal(referenceHeadline(reference, given, catalog).map(english).join(' · '), words);
      assert.equal(responsibilityOf(reference, given, catalog), responsibility);
    });
  }

  it('tells of a control and a requirement whether they are in scope', () => {
    const isInScope = createIsInScope(given);
    assert.deepEqual(
      [
        { control: '01.c' },
        { control: '01.b' },
        { control: '01.c', requirement: A },
        { control: '01.c', requirement: B },
      ].map(isInScope),
      [true, false, true, false],
    );
  });
});
