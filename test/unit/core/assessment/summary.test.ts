import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { openLines } from '../../../../src/core/assessment/combine';
import { headline } from '../../../../src/core/assessment/headline';
import { STATUSES, statusWord } from '../../../../src/core/assessment/status';
import { tell } from '../../../../src/core/assessment/openItems';
import { english } from '../../../../src/core/message';
import { controlIn, type Given, summary } from '../../given';

const A = '1149.01c2System.9';
const B = '1150.01c2System.10';
const ALL_LEVELS = (id: string): string =>
  ['policy', 'procedure', 'implemented'].map((level) => `${id},${level},https://x.y/${level},`).join('\n');

describe('a summary', () => {
  it('is about the controls that the documents mention, in the framework’s order, and about no other', () => {
    const { controls, basis } = summary({
      matrix: '01.c,Full\n02.a,Full',
      documents: { 'b.md': '10.a and 1271.09ad2System.1', 'a.md': '01.c, 01.a–01.b' },
    });
    assert.deepEqual([basis, controls.map(({ id }) => id).join(' ')], ['documents', '01.a 01.b 01.c 09.ad 10.a']);
  });

  it('counts for a control every place that names it, itself, in a range, or by a requirement', () => {
    const result = summary({ documents: { 'a.md': `01.c\n${A}\n`, 'b.md': '01.a–01.d' } });
    assert.deepEqual(
      controlIn(result, '01.c').references.map(({ file, text }) => [file, text]),
      [
        ['a.md', '01.c'],
        ['a.md', A],
        ['b.md', '01.a–01.d'],
      ],
    );
  });

  it('counts controls by responsibility and by status', () => {
    const { totals } = summary({
      matrix: `01.a,None\n01.b,Partial\n01.d,Full\n${A},Full\n${B},None`,
      documents: '01.a–01.e',
      requests: '01.d,approved',
    });
    assert.deepEqual(totals.byResponsibility, { customer: 1, shared: 1, azure: 1, mixed: 1, unknown: 1 });
    assert.deepEqual(
      Object.values(totals.byStatus).reduce((sum, count) => sum + count),
      totals.controls,
    );
    assert.equal(totals.byStatus.inherited, 1);
  });

  it('says so where it assumes an r2', () => {
    assert.match(summary({}).assumptions.map(english).join(), /r2 is assumed/);
    assert.deepEqual(summary({ type: 'i1' }).assumptions, []);
  });

  it('lists what could not be resolved, with the reason', () => {
    const [place] = summary({ documents: 'See 14.b.' }).unresolved;
    assert.deepEqual([place?.file, place?.text, place?.start], ['scope.md', '14.b', 4]);
    assert.match(place ? english(place.reason) : '', /no control 14\.b/);
  });

  it('never calls a control complete in words, because its scope is what the documents mention', () => {
    const done = summary({ matrix: '01.c,None', documents: '01.c', evidence: '01.c,implemented,a.pdf', type: 'i1' });
    const control = controlIn(done, '01.c');
    const words = [...headline(control), statusWord(control.status, done)].map(english).join();
    assert.deepEqual(
      [control.status, words],
      ['complete', 'Customer,nothing recorded as open,Nothing recorded as open'],
    );
  });

  it('calls a requirement of the list complete when everything is recorded', () => {
    const done = summary({
      matrix: '1149.01c2System.9,None',
      list: '1149.01c2System.9',
      evidence: '1149.01c2System.9,implemented,a.pdf',
      type: 'i1',
    });
    const control = controlIn(done, '01.c');
    const words = [...headline(control), statusWord(control.status, done)].map(english).join();
    assert.deepEqual([control.status, words], ['complete', 'Customer,complete,Complete']);
  });
});

describe('a control', () => {
  const status = (given: Given): string => controlIn(summary({ documents: '01.c', ...given }), '01.c').status;

  /** The requirements of a control, each in one state; the first two are combined in every case. */
  const STATES: Readonly<
    Record<string, { readonly value: string; readonly evidence?: boolean; readonly request?: string }>
  > = {
    'needs-evidence': { value: 'None' },
    unknown: { value: 'Perhaps' },
    'coverage-needed': { value: 'Full' },
    'awaiting-approval': { value: 'Full', request: 'submitted' },
    complete: { value: 'None', evidence: true },
    inherited: { value: 'Full', request: 'approved' },
  };

  for (const [first, second] of Object.keys(STATES).flatMap((a, index, all) =>
    all.slice(index + 1).map((b) => [a, b] as const),
  )) {
    // Unknown wants evidence too, but a status is that of a requirement, and the unknown one's is unknown.
    it(`with one requirement that is ${first} and one that is ${second} is ${first}`, () => {
      const of = (id: string, name: string): Given => {
        const { value = '', evidence, request } = STATES[name] ?? {};
        return {
          matrix: `${id},${value}`,
          ...(evidence && { evidence: ALL_LEVELS(id) }),
          ...(request && { requests: `${id},${request}` }),
        };
      };
      const given = [of(A, second), of(B, first)];
      const join = (key: 'matrix' | 'evidence' | 'requests'): string =>
        given.flatMap((part) => part[key] ?? []).join('\n');
      assert.equal(status({ matrix: join('matrix'), evidence: join('evidence'), requests: join('requests') }), first);
    });
  }

  it('in the simple grain is closed by evidence and requests for the control, its requirements included', () => {
    const matrixOfTwo = `${A},None\n${B},Full`;
    assert.equal(status({ matrix: matrixOfTwo, evidence: ALL_LEVELS('01.c'), requests: '01.c,approved' }), 'complete');
  });

  it('is not closed by evidence or requests for one of its requirements', () => {
    assert.equal(status({ matrix: `${A},None\n${B},None`, evidence: ALL_LEVELS(A) }), 'needs-evidence');
    assert.equal(status({ matrix: '01.c,None', evidence: ALL_LEVELS(A) }), 'needs-evidence');
    assert.equal(status({ matrix: `${A},Full\n${B},Full`, requests: `${A},approved` }), 'coverage-needed');
  });

  it('wants evidence and coverage of a requirement that a document names and the matrix does not hold', () => {
    const result = summary({ matrix: `${A},Full`, documents: `${A} ${B}`, requests: '01.c,approved' });
    assert.deepEqual(
      controlIn(result, '01.c').units.map((unit) => `${unit.id} ${unit.status}`),
      [`${A} inherited`, `${B} unknown`],
    );
  });

  it('tells each open item once, with how many of its requirements it stands on', () => {
    const result = summary({ type: 'e1', matrix: `${A},None\n${B},Full`, documents: '01.c' });
    assert.deepEqual(
      controlIn(result, '01.c').openItems.map((item) => english(tell(item))),
      [
        'needs implemented evidence for 1 of 2 requirements',
        'coverage needed for 1 of 2 requirements: no inheritance request',
      ],
    );
  });

  it('tells what stands on all of its requirements without counting them', () => {
    const result = summary({
      type: 'e1',
      matrix: `${A},None\n${B},Partial`,
      documents: '01.c',
      requests: '01.c,approved',
    });
    assert.deepEqual(
      controlIn(result, '01.c').openItems.map((item) => english(tell(item))),
      ['needs implemented evidence'],
    );
  });

  it('lists the levels that the same requirements lack in one line', () => {
    const { openItems } = controlIn(summary({ matrix: `${A},None\n${B},Full`, documents: '01.c' }), '01.c');
    assert.deepEqual(
      openLines(openItems).map(({ message }) => english(message)),
      [
        'needs policy, procedure, implemented evidence for 1 of 2 requirements',
        'coverage needed for 1 of 2 requirements: no inheritance request',
      ],
    );
  });

  it('has no open item exactly when it is complete, inherited or not applicable', () => {
    const lines = (cells: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
      fc
        .array(
          fc.tuple(...cells).map((row) => row.join()),
          { maxLength: 6 },
        )
        .map((rows) => rows.join('\n'));
    const ids = fc.constantFrom('01.c', A, B);
    fc.assert(
      fc.property(
        lines([ids, fc.constantFrom('Full', 'Partial', 'None', 'Perhaps')]),
        lines([ids, fc.constantFrom('policy', 'procedure', 'implemented'), fc.constant('https://x.y/z')]),
        lines([
          ids,
          fc.constantFrom('approved', 'submitted', 'planned'),
          fc.constant('external'),
          fc.constantFrom('100', '50'),
        ]),
        fc.constantFrom('e1', 'r2'),
        (matrixRows, evidence, requests, type) => {
          const control = controlIn(
            summary({ matrix: matrixRows, evidence, requests, type, documents: '01.c' }),
            '01.c',
          );
          assert.equal(
            control.openItems.length === 0,
            ['complete', 'inherited', 'not-applicable'].includes(control.status),
          );
          assert.equal(
            control.status,
            STATUSES.find((value) => control.units.some((unit) => unit.status === value)),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
