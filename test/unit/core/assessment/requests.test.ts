import assert from 'node:assert/strict';
import {
  isInEffect,
  leavesPart,
  readRequests,
  REQUEST_STATES,
  type RequestsReading,
} from '../../../../src/core/assessment/requests';
import { catalog } from '../../../../src/core/csf/catalog';
import { csv, requests } from '../../given';

const read = (rows: string): RequestsReading =>
  readRequests(csv(`requirement,state,type,weight,partial\n${rows}`), 'r.csv', 'r.csv', catalog);

describe('an inheritance request', () => {
  it('is read with its line, in any case, with a percent sign or without', () => {
    assert.deepEqual(read('1149.01C2SYSTEM.9,Approved,Internal,60 %,YES').requests, [
      {
        file: 'r.csv',
        line: 2,
        control: '01.c',
        requirement: '1149.01c2System.9',
        state: 'approved',
        internal: true,
        weight: 60,
        partial: true,
      },
    ]);
  });

  for (const [what, row, code] of [
    ['an id that does not exist', '14.a,approved', 'unknown-id'],
    ['no state', '01.c,', 'unknown-state'],
    ['a state that is none', '01.c,open', 'unknown-state'],
    ['a weight over 100', '01.c,approved,,101', 'invalid-weight'],
    ['a weight under 0', '01.c,approved,,-1', 'invalid-weight'],
    ['a weight that is no number', '01.c,approved,,all', 'invalid-weight'],
  ] as const) {
    it(`with ${what} is a problem and does not count`, () => {
      const { requests: counted, problems } = read(row);
      assert.deepEqual([counted, problems.map(({ code: found }) => found)], [[], [code]]);
    });
  }

  for (const state of REQUEST_STATES) {
    for (const type of ['external', 'internal']) {
      const expected = state === 'approved' || (state === 'applied' && type === 'internal');
      it(`that is ${state} and ${type} ${expected ? 'takes effect' : 'does not take effect'}`, () => {
        assert.deepEqual(requests(`01.c,${state},${type}`).map(isInEffect), [expected]);
      });
    }
  }

  for (const [weight, partial, part] of [
    ['100', 'no', false],
    ['', '', false],
    ['99', 'no', true],
    ['0', '', true],
    ['100', 'yes', true],
    ['100', 'TRUE', true],
    ['100', 'x', true],
  ] as const) {
    it(`of weight "${weight}" and partial "${partial}" leaves the customer ${part ? 'a part' : 'nothing'}`, () => {
      assert.deepEqual(requests(`01.c,approved,external,${weight},${partial}`).map(leavesPart), [part]);
    });
  }

  it('with a word under partial that is neither yes nor no is not taken for whole without a word', () => {
    const { requests: counted, problems } = read('01.c,approved,external,100,partially');
    assert.ok(problems.length > 0 || counted.every(leavesPart));
  });
});
