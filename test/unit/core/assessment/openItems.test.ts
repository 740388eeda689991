import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { findUsable } from '../../../../src/core/assessment/evidence';
import { MATURITY_LEVELS, type MaturityLevel, scoredLevels } from '../../../../src/core/assessment/maturity';
import { evaluate, type Evaluation, tell } from '../../../../src/core/assessment/openItems';
import { REQUEST_STATES } from '../../../../src/core/assessment/requests';
import { STATUSES } from '../../../../src/core/assessment/status';
import { english } from '../../../../src/core/message';
import type { UnknownReason, Verdict } from '../../../../src/core/matrix/rollUp';
import { INHERITABILITY_OF, type Responsibility } from '../../../../src/core/matrix/responsibility';
import { evidence, requests } from '../../given';
import { today } from '../../inMemoryFiles';

const verdict = (value: Responsibility | UnknownReason): Verdict =>
  value === 'customer' || value === 'shared' || value === 'azure'
    ? { responsibility: value, inheritability: INHERITABILITY_OF[value], entries: [] }
    : { responsibility: null, inheritability: null, unknown: value, entries: [] };

function evaluated(
  of: Verdict,
  has: readonly MaturityLevel[],
  requestRows: string,
  levels: readonly MaturityLevel[],
): Evaluation {
  const items = evidence(has.map((level) => `01.c,${level},${level}.pdf`).join('\n'));
  const { usable } = findUsable(items, () => true, levels);
  const recorded = { evidence: usable, pending: [], requests: requests(requestRows), gaps: [], uncovered: [] };
  return evaluate(of, recorded, { levels, today: today() });
}

const ALL3 = 'policy procedure implemented';
const APPROVED = '01.c,approved,external,100,no';

/** responsibility · type · levels with evidence · requests → status, and what is open in words */
const CASES: readonly (readonly [
  value: Responsibility | UnknownReason,
  type: 'e1' | 'i1' | 'r2' | 'r2+measured',
  evidenced: string,
  requests: string,
  status: string,
  ...open: string[],
])[] = [
  ['customer', 'e1', '', '', 'needs-evidence', 'needs implemented evidence'],
  ['customer', 'i1', 'policy procedure', '', 'needs-evidence', 'needs implemented evidence'],
  ['customer', 'i1', 'implemented', '', 'complete'],
  [
    'customer',
    'r2',
    '',
    '',
    'needs-evidence',
    'needs policy evidence',
    'needs procedure evidence',
    'needs implemented evidence',
  ],
  ['customer', 'r2', 'policy implemented', '', 'needs-evidence', 'needs procedure evidence'],
  ['customer', 'r2', ALL3, '', 'complete'],
  ['customer', 'r2+measured', ALL3, '', 'needs-evidence', 'needs measured evidence'],
  ['customer', 'r2+measured', `${ALL3} measured`, '', 'complete'],
  ['customer', 'r2', ALL3, '01.c,rejected', 'complete'],

  ['shared', 'e1', '', '', 'needs-evidence', 'needs implemented evidence', 'coverage needed: no inheritance request'],
  ['shared', 'e1', 'implemented', '', 'coverage-needed', 'coverage needed: no inheritance request'],
  ['shared', 'e1', '', APPROVED, 'needs-evidence', 'needs implemented evidence'],
  ['shared', 'r2', ALL3, '01.c,submitted', 'awaiting-approval', 'awaiting approval of the inheritance request'],
  ['shared', 'r2', ALL3, APPROVED, 'complete'],
  ['shared', 'r2', ALL3, '01.c,approved,external,60,yes', 'complete'],

  ['azure', 'r2', '', '', 'coverage-needed', 'coverage needed: no inheritance request'],
  ['azure', 'r2', '', '01.c,planned', 'coverage-needed', 'coverage needed: the inheritance request is planned'],
  [
    'azure',
    'r2',
    '',
    '01.c,created',
    'coverage-needed',
    'coverage needed: the inheritance request is not yet submitted',
  ],
  ['azure', 'r2', '', '01.c,rejected', 'coverage-needed', 'coverage needed: the inheritance request was rejected'],
  ['azure', 'r2', '', '01.c,withdrawn', 'coverage-needed', 'coverage needed: the inheritance request was withdrawn'],
  [
    'azure',
    'r2',
    '',
    '01.c,submitted,external,50,yes',
    'awaiting-approval',
    'awaiting approval of the inheritance request',
  ],
  [
    'azure',
    'r2',
    '',
    '01.c,rejected\n01.c,submitted',
    'awaiting-approval',
    'awaiting approval of the inheritance request',
  ],
  ['azure', 'r2', '', APPROVED, 'inherited'],
  ['azure', 'e1', '', '01.c,approved', 'inherited'],
  ['azure', 'r2', '', `01.c,rejected\n${APPROVED}`, 'inherited'],
  ['azure', 'r2', '', '01.c,applied,internal', 'inherited'],
  [
    'azure',
    'r2',
    '',
    '01.c,applied,external',
    'coverage-needed',
    'coverage needed: the request is marked applied, but only internal inheritance takes effect without approval',
  ],
  ['azure', 'e1', '', '01.c,approved,external,99,no', 'needs-evidence', 'needs implemented evidence'],
  ['azure', 'i1', '', '01.c,approved,external,100,yes', 'needs-evidence', 'needs implemented evidence'],
  ['azure', 'i1', 'implemented', '01.c,approved,external,100,yes', 'complete'],

  ['absent', 'e1', '', '', 'unknown', 'responsibility unknown: not in the matrix', 'needs implemented evidence'],
  ['absent', 'e1', 'implemented', APPROVED, 'unknown', 'responsibility unknown: not in the matrix'],
  [
    'unmapped',
    'e1',
    'implemented',
    '',
    'unknown',
    'responsibility unknown: the matrix does not say who is responsible in words that are known',
  ],
  [
    'disputed',
    'e1',
    '',
    '',
    'unknown',
    'responsibility unknown: the matrix contradicts itself',
    'needs implemented evidence',
  ],
];

describe('a requirement', () => {
  for (const [value, type, evidenced, rows, status, ...open] of CASES) {
    const recorded = `evidence for ${evidenced || 'nothing'} and requests ${JSON.stringify(rows)}`;
    it(`that is ${value}, in an ${type} with ${recorded}, is ${status}`, () => {
      const levels = type === 'r2+measured' ? scoredLevels('r2', ['measured']) : scoredLevels(type);
      const has = MATURITY_LEVELS.filter((level) => evidenced.includes(level));
      const { status: actual, openItems } = evaluated(verdict(value), has, rows, levels);
      assert.deepEqual([actual, ...openItems.map((item) => english(tell(item)))], [status, ...open]);
    });
  }

  const verdicts = fc.constantFrom(
    'customer',
    'shared',
    'azure',
    'absent',
    'unmapped',
    'disputed',
    'varies-by-version',
  );
  const evidenced = fc.uniqueArray(fc.constantFrom(...MATURITY_LEVELS));
  const request = fc
    .tuple(
      fc.constantFrom(...REQUEST_STATES),
      fc.constantFrom('internal', 'external'),
      fc.constantFrom('', '0', '50', '100'),
      fc.constantFrom('yes', 'no'),
    )
    .map((cells) => ['01.c', ...cells].join());
  const levels = fc.constantFrom(scoredLevels('e1'), scoredLevels('r2'), scoredLevels('r2', ['measured', 'managed']));
  const evaluations = fc
    .tuple(verdicts, evidenced, fc.array(request, { maxLength: 3 }), levels)
    .map(([value, has, rows, scored]) => ({
      value,
      ...evaluated(verdict(value), has, rows.join('\n'), scored),
    }));

  it('has no open item exactly when it is complete, inherited or not applicable', () => {
    fc.assert(
      fc.property(evaluations, ({ status, openItems }) => {
        assert.equal(openItems.length === 0, ['complete', 'inherited', 'not-applicable'].includes(status));
      }),
      { numRuns: 500 },
    );
  });

  it('is never closed, inherited or covered on a guess: unknown stays unknown whatever is recorded', () => {
    fc.assert(
      fc.property(evaluations, ({ value, status, openItems }) => {
        const isKnown = ['customer', 'shared', 'azure'].includes(value);
        assert.equal(status === 'unknown', !isKnown);
        if (!isKnown) assert.ok(openItems.every(({ kind }) => kind === 'unknown' || kind === 'needs-evidence'));
        if (status === 'inherited') assert.equal(value, 'azure');
      }),
      { numRuns: 500 },
    );
  });

  it('gives for each open item the rule behind it', () => {
    const [item] = evaluated(verdict('azure'), [], '', scoredLevels('r2')).openItems;
    assert.match(item ? english(item.why) : '', /^Rule 6: /);
  });
});

describe('the levels at which evidence is wanted', () => {
  for (const [type, added, expected] of [
    ['e1', [], 'implemented'],
    ['i1', ['measured'], 'implemented'],
    ['r2', [], 'policy procedure implemented'],
    ['r2', ['managed', 'measured'], 'policy procedure implemented measured managed'],
  ] as const) {
    it(`are ${expected} in an ${type}${added.length > 0 ? ` with ${added.join(' and ')} named` : ''}`, () => {
      assert.equal(scoredLevels(type, added).join(' '), expected);
    });
  }
});

describe('the statuses', () => {
  it('are in the order in which the first counts for a control', () => {
    assert.deepEqual(STATUSES, [
      'needs-evidence',
      'unknown',
      'coverage-needed',
      'awaiting-approval',
      'complete',
      'inherited',
      'not-applicable',
    ]);
  });
});
