import assert from 'node:assert/strict';
import type { CombinedPolicy } from '../../../../src/core/azure/combinePolicy';
import { policyJson, summaryJson } from '../../../../src/core/report/summaryJson';
import { CALENDAR, policy, report } from './given';

const A = '1149.01c2System.9';
const B = '1150.01c1System.10';

const given = {
  type: 'e1',
  matrix: `${A},Partial\n${B},Full`,
  list: `${A},0873.0\n${B}`,
  requests: `${A},approved\n${B},submitted`,
  evidence: `01.c,,https://x.y/whole\n${A},,https://x.y/z`,
  gaps: `G-7,${A},,closed,2027-03-10`,
  profile: { calendar: CALENDAR },
} as const;

describe('the JSON of a summary with a requirement list', () => {
  const { basis, totals, controls, readiness, calendar } = summaryJson(
    report(given, { policy: new Map([[A, policy(A)]]) }),
  );

  it('counts requirements', () => {
    assert.deepEqual([basis, totals.controls, totals.requirements], ['requirements', 1, 2]);
    assert.deepEqual([totals.byStatus.complete, totals.byStatus['awaiting-approval']], [1, 1]);
  });

  it('has each requirement with its CVID, domain, status, notices and what Azure Policy says', () => {
    assert.deepEqual(controls[0]?.requirements, [
      {
        id: A,
        cvid: '0873.0',
        domain: '11',
        responsibility: 'shared',
        inheritability: 'partial',
        status: 'complete',
        openItems: [],
        notices: [
          'the type of https://x.y/z is not given, so its age is not checked',
          'the control of gap G-7 is testable only from 2027-06-08',
        ],
        policy: {
          compliant: 12,
          nonCompliant: 3,
          exempt: 1,
          unknown: 0,
          newest: '2027-02-27T06:00:00.000Z',
          automatic: 2,
          manual: 5,
          owner: 'Shared',
          partialView: true,
        },
      },
      {
        id: B,
        domain: '11',
        responsibility: 'azure',
        inheritability: 'full',
        status: 'awaiting-approval',
        openItems: [
          {
            kind: 'awaiting-approval',
            message: 'awaiting approval of the inheritance request',
            why: 'Rule 6: Azure’s part counts only once an inheritance request for it is approved.',
          },
        ],
        notices: [],
      },
    ]);
  });

  it('counts evidence for the whole control apart: it is not yet mapped', () => {
    assert.deepEqual([controls[0]?.evidence, controls[0]?.notYetMapped], [1, 1]);
  });

  it('says how far each domain and category has come', () => {
    const counts = { complete: 1, inherited: 0, waiting: 1, open: 0, notApplicable: 0, percentage: 50 };
    assert.deepEqual(readiness, {
      byDomain: [{ id: '11', title: 'Access Control', ...counts }],
      byCategory: [{ id: '01', title: 'Access Control', ...counts }],
    });
  });

  it('has the calendar, with how much each event concerns', () => {
    assert.deepEqual(calendar, [
      { date: '2027-04-01', message: 'fieldwork starts', controls: 0, requirements: 0 },
      { date: '2027-06-08', message: 'the control of gap G-7 becomes testable', controls: 1, requirements: 1 },
      { date: '2027-06-30', message: 'submission', controls: 0, requirements: 0 },
    ]);
  });

  it('has the open items of the whole assessment', () => {
    const profile = { outside: [{ service: 'Azure Maps', reason: 'not-listed' }] } as const;
    assert.deepEqual(summaryJson(report({ ...given, profile })).project, [
      {
        kind: 'service-out-of-scope',
        message: 'Azure Maps is in use, and the list of services in scope does not name it',
        why: 'Rule 6: a service in use outside the provider’s audit scope is a third party without coverage.',
      },
    ]);
  });
});

describe('the JSON of a summary without a requirement list', () => {
  it('has no requirements, no readiness by domain and no percentage', () => {
    const { matrix, requests } = given;
    const { readiness, controls } = summaryJson(report({ type: 'e1', matrix, requests, documents: '01.c' }));
    assert.deepEqual(controls[0]?.requirements, []);
    assert.deepEqual(readiness, {
      byDomain: [],
      byCategory: [
        { id: '01', title: 'Access Control', complete: 0, inherited: 0, waiting: 0, open: 1, notApplicable: 0 },
      ],
    });
  });
});

describe('the JSON of Azure Policy results', () => {
  for (const [what, changes, expected] of [
    [
      'what a summary of non-compliant resources does not tell',
      { basis: 'summary', nonCompliantOnly: true, compliant: 0, exempt: 0, unknown: 0 },
      { compliant: null, nonCompliant: 3, exempt: null, unknown: null },
    ],
    [
      'what metadata alone does not tell',
      { basis: undefined, newest: undefined, automatic: undefined, manual: undefined },
      { compliant: null, nonCompliant: null, newest: null, automatic: null, manual: null, owner: 'Shared' },
    ],
    ['an owner that no file names', { owners: [] }, { owner: null }],
  ] as const) {
    it(`has null for ${what}`, () => {
      const found = policyJson(policy(A, changes as Partial<CombinedPolicy>));
      assert.deepEqual({ ...found, ...expected }, found);
    });
  }

  it('has all owners where files differ', () => {
    assert.equal(policyJson(policy(A, { owners: ['Customer', 'Shared'] })).owner, 'Customer, Shared');
  });
});
