import assert from 'node:assert/strict';
import { combinePolicy } from '../../../../src/core/azure/combinePolicy';
import { NO_RESOURCES, type PolicyResult } from '../../../../src/core/azure/policyResults';
import { noticesOf, policyFacts, requestLine } from '../../../../src/core/assessment/unitFacts';
import { english } from '../../../../src/core/message';
import { controlIn, type Given, requests, summary } from '../../given';

const A = '1149.01c2System.9';
const B = '1150.01c2System.10';
const C = '1151.01c3System.1';
const D = '1152.01c3System.2';

describe('what is to be known of requirements', () => {
  const noticesIn = (given: Given): readonly string[] =>
    noticesOf(controlIn(summary(given), '01.c').units).map(({ message }) => english(message));
  const matrix = [A, B, C, D].map((id) => `${id},None`).join('\n');
  const reason = 'Nobody works on paper here';

  it('is told with the rationale of what is not applicable, and for which it is', () => {
    assert.deepEqual(noticesIn({ matrix, list: `${A},,n/a,${reason}\n${B},,,` }), [
      `Note: ${A}: not applicable: ${reason}`,
    ]);
  });

  it('is told once, and without ids where it holds for all', () => {
    assert.deepEqual(noticesIn({ matrix, list: `${A},,n/a,${reason}\n${B},,n/a,${reason}` }), [
      `Note: not applicable: ${reason}`,
    ]);
  });

  it('names a few of many', () => {
    const list = [A, B, C, D].map((id) => `${id},,n/a,${reason}`).join('\n');
    assert.deepEqual(
      noticesIn({ matrix: `${matrix}\n1153.01c3System.35,None`, list: `${list}\n1153.01c3System.35,,,` }),
      [`Note: ${A}, ${B}, ${C}, and 1 more: not applicable: ${reason}`],
    );
  });

  it('is nothing where nothing is to be known', () => {
    assert.deepEqual(noticesIn({ matrix, list: `${A},,,` }), []);
  });
});

describe('a request in a line', () => {
  const line = (row: string, more: object = {}): string => {
    const [request] = requests(row);
    if (!request) throw new Error(row);
    return english(requestLine({ ...request, ...more }, '2027-03-24'));
  };

  for (const [row, more, expected] of [
    [`${A},planned,,,,`, {}, 'Inheritance request: planned'],
    [`${A},approved,,60,yes,Azure`, {}, 'Inheritance request: approved, a weight of 60, marked partial'],
    [`${A},submitted,,,,`, {}, 'Inheritance request: submitted'],
    [`${A},submitted,,,,`, { submitted: '2027-02-07' }, 'Inheritance request: submitted 45 days ago'],
    [`${A},applied,internal,,,`, {}, 'Inheritance request: applied, internal'],
    [`${A},approved,,100,,Paperless Ltd`, {}, 'Inheritance request to Paperless Ltd: approved, a weight of 100'],
  ] as const) {
    it(`given ${row} is: ${expected}`, () => assert.equal(line(row, more), expected));
  }
});

describe('what Azure Policy says of a requirement', () => {
  const result: PolicyResult = {
    ...NO_RESOURCES,
    file: 'states.json',
    source: 'summary',
    requirement: A,
    control: '01.c',
    nonCompliant: 2,
  };
  const policy = combinePolicy([result]);
  const facts = (id: string, ...otherIds: string[]): readonly string[] =>
    policyFacts({ id, otherIds }, policy, (file) => file).map(english);

  it('is told with the words that it is a partial view', () => {
    assert.match(facts(A)[0] ?? '', /partial view.*2 non-compliant/);
  });

  it('is found by its id in another CSF version', () => {
    assert.deepEqual(facts(B, A), facts(A));
  });

  it('is nothing where it says nothing', () => {
    assert.deepEqual(facts(B), []);
  });
});
