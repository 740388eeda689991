import assert from 'node:assert/strict';
import { type ClaimOptions, judgeClaims, requestAge } from '../../../../src/core/assessment/claims';
import { type InheritanceRequest, readRequests, REQUEST_STATES } from '../../../../src/core/assessment/requests';
import { catalog } from '../../../../src/core/csf/catalog';
import { rollUp, type Verdict } from '../../../../src/core/matrix/rollUp';
import { english } from '../../../../src/core/message';
import type { Problem } from '../../../../src/core/problems';
import { csv, matrix } from '../../given';

const ID = '1149.01c2System.9';
const HEADER = 'requirement,state,type,weight,partial,provider,srm_version,justification,submitted';

/** Rows of the header above without the requirement. */
const given = (rows: readonly string[], file = 'requests.csv'): readonly InheritanceRequest[] =>
  readRequests(csv([HEADER, ...rows.map((row) => `${ID},${row}`)].join('\n')), file, file, catalog).requests;

const verdictOf = (value: string): Verdict => {
  const index = rollUp([matrix(`BUID,Inheritability\n${ID},${value}`)]);
  const [unit] = index.control('01.c').units;
  if (!unit) throw new Error('the control has no unit');
  return unit.verdict;
};

const judge = (
  value: string,
  requests: readonly InheritanceRequest[],
  { inScope = true, ...options }: Partial<ClaimOptions> & { readonly inScope?: boolean } = {},
): readonly Problem[] =>
  judgeClaims({ id: ID, verdict: verdictOf(value), inScope }, requests, { hasList: true, ...options });

const codes = (problems: readonly Problem[]): readonly string[] => problems.map(({ code }) => code);

describe('what an inheritance request claims', () => {
  for (const [value, row, expected] of [
    ['Partial', 'submitted,external,60,yes', []],
    ['Partial', 'submitted,external,100,yes', ['over-claim-partial']],
    ['Partial', 'submitted,external,60,no', ['over-claim-partial']],
    ['Partial', 'submitted,external,60,', ['over-claim-partial']],
    ['Partial', 'approved,external,100,no', ['over-claim-partial']],
    ['Partial', 'approved,external,,yes', ['over-claim-partial']],
    ['Partial', 'submitted,external,,yes', []],
    ['Partial', 'submitted,external,,no', ['over-claim-partial']],
    ['Partial', 'planned,external,,', []],
    ['Partial', 'created,external,,yes', []],
    ['Partial', 'planned,external,100,yes', ['over-claim-partial']],
    ['Partial', 'planned,external,40,no', ['over-claim-partial']],
    ['Partial', 'applied,internal,100,no', []],
    ['Partial', 'approved,external,100,no,AWS', []],
    ['No', 'planned,external,,', ['over-claim-none']],
    ['No', 'submitted,external,20,yes', ['over-claim-none']],
    ['No', 'applied,internal,100,no', []],
    ['No', 'approved,external,20,yes,AWS', []],
    ['Full', 'submitted,external,100,no', []],
    ['Full', 'approved,external,,', []],
    ['Full', 'planned,external,,', []],
    ['Full', 'submitted,external,99,no', ['under-claim']],
    ['Full', 'submitted,external,100,yes', ['under-claim']],
    ['Full', 'submitted,external,60,yes,,,TBD', ['under-claim']],
    ['Full', 'submitted,external,60,yes,,,The office in Leeds is ours', []],
    ['Full', 'applied,internal,60,yes', []],
    ['Perhaps', 'submitted,external,100,no', []],
    ['Perhaps', 'submitted,external,60,yes', []],
  ] as const) {
    it(`is judged by the matrix: ${row} where it says ${value}: ${expected.join() || 'nothing wrong'}`, () => {
      assert.deepEqual(codes(judge(value, given([row]))), expected);
    });
  }

  for (const [row, words] of [
    ['submitted,external,100,yes', 'the request asks for all of it (a weight of 100).'],
    ['submitted,external,60,no', 'the request is not marked partial.'],
    ['submitted,external,100,no', 'the request asks for all of it (a weight of 100) and is not marked partial.'],
  ] as const) {
    it(`is told at its row: ${words}`, () => {
      const [found] = judge('Partial', given([row]));
      assert.deepEqual([found?.file, found?.at], ['requests.csv', { line: 2 }]);
      assert.ok(found && english(found).includes(words));
    });
  }

  it('of less than all tells what it leaves, and where to give the reason', () => {
    assert.deepEqual(judge('Full', given(['submitted,external,60,yes'])).map(english), [
      `By the matrix all of ${ID} can be inherited, and the request leaves a part (a weight of 60, marked partial). That is fine where it has a reason: write it under justification.`,
    ]);
  });

  for (const state of REQUEST_STATES) {
    const counts = state !== 'rejected' && state !== 'withdrawn';
    it(`is ${counts ? '' : 'not '}judged in the state ${state}`, () => {
      const problems = [
        judge('No', given([`${state},external,100,no`])),
        judge('Partial', given([`${state},external,100,no`])),
        judge('Full', given([`${state},external,10,no`])),
        judge('Full', given([`${state},external,100,no`]), { inScope: false }),
        judge('Full', given([`${state},external,100,no`]), { carvedOut: ['Azure'] }),
        judge('Full', given([`${state},external,100,no,,1.3`]), { matrixVersion: '1.4' }),
        judge('Full', given([`${state},external,100,no`, 'approved,external,1,yes,AWS'])).slice(0, 1),
      ];
      const expected = [
        'over-claim-none',
        'over-claim-partial',
        'under-claim',
        'request-not-in-scope',
        'carve-out-with-request',
        'request-older-matrix',
        'over-claim-sum',
      ];
      assert.deepEqual(problems.flatMap(codes), counts ? expected : []);
    });
  }

  describe('of several providers', () => {
    it('names the first ten of very many, so that the words do not grow with their square', () => {
      const requests = given(Array.from({ length: 30 }, (_, index) => `approved,external,60,yes,P${String(index)}`));
      const problems = judge('Partial', requests).filter(({ code }) => code === 'over-claim-sum');
      assert.equal(problems.length, 30);
      for (const { args } of problems) assert.equal(JSON.stringify(args).match(/"claim-of"/g)?.length, 10);
    });

    it('over 100 together is told at each row, which names them all', () => {
      const requests = given(['approved,external,60,yes', 'submitted,external,50,yes,AWS', 'applied,internal,,']);
      const problems = judge('Partial', requests).filter(({ code }) => code === 'over-claim-sum');
      assert.deepEqual(
        problems.map(({ at }) => at),
        [{ line: 2 }, { line: 3 }, { line: 4 }],
      );
      const [first] = problems;
      assert.equal(
        first && english(first),
        `The requests for ${ID} claim 210 % together, and 100 is all there is: Azure 60 % (line 2), AWS 50 % (line 3), internal 100 % (line 4). Lower one of them.`,
      );
    });

    it('names the files where there are two', () => {
      const requests = [...given(['approved,external,60,yes']), ...given(['approved,external,50,yes,AWS'], 'aws.csv')];
      const [first] = judge('Partial', requests, { nameOf: (file) => `plans/${file}` });
      assert.ok(
        first && english(first).includes('Azure 60 % (plans/requests.csv, line 2), AWS 50 % (plans/aws.csv, line 2)'),
      );
    });

    for (const [what, rows] of [
      ['100 together', ['approved,external,60,yes', 'approved,external,40,yes,AWS']],
      ['decimals that come to 100', ['approved,external,33.3,yes', 'submitted,external,66.7,yes,AWS']],
      ['one of them rejected', ['approved,external,60,yes', 'rejected,external,50,yes,AWS']],
      ['one of them withdrawn', ['withdrawn,external,60,yes', 'approved,external,50,yes,AWS']],
      ['one of them still without a weight', ['approved,external,60,yes', 'planned,external,,yes,AWS']],
      ['one of them at nothing', ['approved,external,90,yes', 'approved,external,0,yes,AWS']],
    ] as const) {
      it(`is right with ${what}`, () => {
        assert.deepEqual(codes(judge('Partial', given(rows))), []);
      });
    }

    it('counts a claim that stands in two files once', () => {
      const requests = [...given(['approved,external,60,yes']), ...given(['approved,external,60,yes'], 'again.csv')];
      assert.deepEqual(codes(judge('Partial', requests)), []);
    });
  });

  describe('for what is not in scope', () => {
    const requests = given(['submitted,external,100,no', 'submitted,external,100,no,AWS', 'applied,internal,100,no']);

    it('is told to whomever it goes, and nothing else is', () => {
      assert.deepEqual(codes(judge('No', requests, { inScope: false })), Array(3).fill('request-not-in-scope'));
    });

    it('cannot be told without a requirement list', () => {
      const [first] = requests;
      const problems = first && judge('Full', [first], { inScope: false, hasList: false });
      assert.deepEqual(problems, []);
    });
  });

  describe('from a party carved out', () => {
    for (const [party, row, expected] of [
      ['Microsoft', 'submitted,external,100,no', true],
      ['Azure', 'submitted,external,100,no,Microsoft Azure', true],
      ['Contoso', 'submitted,external,100,no', false],
      ['contoso', 'submitted,external,100,no,Contoso', true],
      ['Azure', 'submitted,external,100,no,Contoso', false],
      ['Azure', 'applied,internal,100,no', false],
    ] as const) {
      it(`is ${expected ? '' : 'not '}wrong: ${row}, where ${party} is carved out`, () => {
        const found = codes(judge('Full', given([row]), { carvedOut: ['Northwind', party] }));
        assert.deepEqual(found, expected ? ['carve-out-with-request'] : []);
      });
    }

    it('is told by the project’s name of Azure too', () => {
      const options = { carvedOut: ['Fabrikam Cloud'], provider: 'fabrikam cloud' };
      assert.deepEqual(codes(judge('Full', given(['submitted,external,100,no']), options)), ['carve-out-with-request']);
    });
  });

  describe('by an older matrix', () => {
    for (const [version, current, older] of [
      ['1.3', '1.4.1', true],
      ['1.4.1', '1.4.1', false],
      ['1.4.1', '1.4', false],
      ['1.9', '1.10', true],
      ['1.4', '1.4.0', false],
      ['v1.3', '1.4.1', true],
      ['SRM v1.3', 'v1.4', true],
      ['illustrative-2027.1', 'illustrative-2027.2', true],
      ['illustrative-2027.2', 'illustrative-2027.1', false],
      ['Illustrative-2026.9', 'illustrative-2027.1', true],
      ['draft-2026.1', 'illustrative-2027.1', false],
      ['2026.1', 'illustrative-2027.1', false],
      ['2026 Q4', '2027 Q1', true],
      ['2027 Q2', '2027 Q1', false],
      ['latest', 'newest', false],
      ['', '1.4', false],
      ['1.4', '', false],
    ] as const) {
      it(`is ${older ? '' : 'not '}told for "${version}" where the matrix is "${current}"`, () => {
        const found = judge('Full', given([`submitted,external,100,no,,${version}`]), { matrixVersion: current });
        assert.deepEqual(codes(found), older ? ['request-older-matrix'] : []);
      });
    }

    it('cannot be told of another provider’s, or where the matrix has no version', () => {
      const other = given(['submitted,external,100,no,AWS,1.0']);
      const own = given(['submitted,external,100,no,,1.0']);
      assert.deepEqual([judge('Full', other, { matrixVersion: '2.0' }), judge('Full', own)], [[], []]);
    });
  });
});

describe('the age of a request', () => {
  const age = (submitted: string, state = 'submitted'): string | undefined => {
    const [request] = given([`${state},external,100,no,,,,${submitted}`]);
    const told = request && requestAge(request, '2028-03-01');
    return told && english(told);
  };

  for (const [submitted, words] of [
    ['2028-01-16', 'submitted 45 days ago'],
    ['2028-02-28', 'submitted 2 days ago'],
    ['2028-02-29', 'submitted 1 day ago'],
    ['2028-03-01', 'submitted today'],
    ['2028-03-02', 'submitted on 2028-03-02, which is still to come'],
    ['01/16/2028', undefined],
    ['', undefined],
  ] as const) {
    it(`submitted on "${submitted}" is ${words ?? 'not known'}`, () => {
      assert.equal(age(submitted), words);
    });
  }

  it('is of no interest once it is decided', () => {
    assert.equal(age('2028-01-16', 'approved'), undefined);
  });
});
