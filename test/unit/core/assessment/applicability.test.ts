import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type ApplicabilityContext,
  type ApplicabilityVerdict,
  judgeApplicability,
  naBesideScored,
  unusedCarveOuts,
} from '../../../../src/core/assessment/applicability';
import { ASSESSMENT_TYPES } from '../../../../src/core/assessment/maturity';
import type { CarveOut } from '../../../../src/core/assessment/projectFile';
import { APPLICABILITIES, type ListedRequirement } from '../../../../src/core/assessment/requirementList';
import { RESPONSIBILITIES, type Responsibility } from '../../../../src/core/matrix/responsibility';
import type { Verdict } from '../../../../src/core/matrix/rollUp';
import { english, type Message } from '../../../../src/core/message';
import { problem, severityOf } from '../../../../src/core/problems';

const ID = '1149.01c2System.9';

const listed = (row: Partial<ListedRequirement>): ListedRequirement => ({
  file: 'requirements.csv',
  line: 7,
  requirement: ID,
  control: '01.c',
  domain: '11',
  applicability: 'in-scope',
  ...row,
});

const verdictOf = (responsibility: Responsibility | null): Verdict => ({
  responsibility,
  inheritability: responsibility && ({ customer: 'none', shared: 'partial', azure: 'full' } as const)[responsibility],
  ...(responsibility === null && { unknown: 'absent' as const }),
  entries: [],
});

const carveOut = (change: Partial<CarveOut> = {}): CarveOut => ({
  party: 'Contoso',
  describedIn: 'overview.md',
  rationale: 'Contoso runs the call center, which is assessed apart',
  requirements: [ID],
  ...change,
});

const judge = (
  row: Partial<ListedRequirement>,
  responsibility: Responsibility | null = 'customer',
  context: Partial<ApplicabilityContext> = {},
): ApplicabilityVerdict =>
  judgeApplicability(listed(row), verdictOf(responsibility), { type: 'i1', carveOuts: [carveOut()], ...context });

const codes = ({ problems }: ApplicabilityVerdict): readonly string[] => problems.map(({ code }) => code);
const words = (told: readonly Message[]): readonly string[] => told.map(english);

describe('a listed requirement', () => {
  it('in scope applies, by the list', () => {
    const { applies, why, problems } = judge({});
    assert.deepEqual([applies, english(why), problems], [true, 'Rule 1: the requirement list has it in scope.', []]);
  });

  it('that was removed does not apply', () => {
    assert.deepEqual(
      [judge({ applicability: 'removed' }).applies, codes(judge({ applicability: 'removed' }))],
      [false, []],
    );
  });

  describe('marked n/a', () => {
    for (const [what, type, responsibility, rationale, expected] of [
      ['with a reason of its own', 'r2', 'customer', 'No wireless networks; Azure is our only site', []],
      ['with a reason of its own', 'e1', 'customer', 'No wireless networks', []],
      ['of which nobody knows whose it is', 'r2', null, 'No wireless networks', []],
      ['without a rationale', 'i1', 'customer', undefined, ['missing-rationale']],
      ['with a placeholder for a rationale', 'r2', 'customer', 'N/A', ['missing-rationale']],
      ['because the provider does it', 'r2', 'customer', 'Azure does it', ['na-because-provider']],
      ['because the provider does it, unknown', 'r2', null, 'CSP responsibility', ['na-because-provider']],
      ['because the provider does it, but in no r2', 'i1', 'customer', 'Azure does it', []],
      ['on what is shared', 'r2', 'shared', 'No wireless networks', ['na-on-inheritable']],
      ['on what is Azure’s', 'e1', 'azure', 'No wireless networks', ['na-on-inheritable']],
      ['on what is Azure’s because of that', 'r2', 'azure', 'Inherited', ['na-because-provider', 'na-on-inheritable']],
      ['on what is shared, without a rationale', 'r2', 'shared', '', ['missing-rationale', 'na-on-inheritable']],
    ] as const) {
      it(`${what} in an ${type} ${expected.length > 0 ? `applies: ${expected.join()}` : 'does not apply'}`, () => {
        const row = { applicability: 'n/a', ...(rationale !== undefined && { rationale }) } as const;
        const verdict = judge(row, responsibility, { type });
        assert.deepEqual([codes(verdict), verdict.applies], [expected, expected.length > 0]);
        assert.match(english(verdict.why), /^Rule 7: .*Assessment Handbook/);
        assert.ok(
          verdict.problems.every(({ file, at }) => file === 'requirements.csv' && at && 'line' in at && at.line === 7),
        );
      });
    }

    it('is read with the project’s name of the provider', () => {
      const row = { applicability: 'n/a', rationale: 'Fabrikam handles it' } as const;
      assert.deepEqual(
        [judge(row, 'customer', { type: 'r2' }), judge(row, 'customer', { type: 'r2', provider: 'Fabrikam' })].map(
          codes,
        ),
        [[], ['na-because-provider']],
      );
    });

    it('in error says whose it is by the matrix, and that it stays in scope', () => {
      assert.deepEqual(words(judge({ applicability: 'n/a', rationale: 'No wireless' }, 'azure').problems), [
        `${ID} is marked n/a, but by the matrix it is Azure, so it stays in scope. Inherit Azure’s part, or have the matrix looked at.`,
      ]);
    });
  });

  describe('marked carved-out', () => {
    const row = { applicability: 'carved-out' } as const;

    for (const type of ['e1', 'i1'] as const) {
      it(`with a party that the project describes does not apply in an ${type}`, () => {
        const { applies, party, why, problems } = judge(row, 'customer', { type });
        assert.deepEqual([applies, party, problems], [false, 'Contoso', []]);
        assert.match(english(why), /^Rule 7: carved out with Contoso, .*7\.3/);
      });
    }

    it('applies in an r2, which has no carve-outs', () => {
      const verdict = judge(row, 'customer', { type: 'r2' });
      assert.deepEqual([codes(verdict), verdict.applies, verdict.party], [['carve-out-in-r2'], true, undefined]);
    });

    it('applies where no carve-out names it', () => {
      const verdict = judge(row, 'customer', { carveOuts: [carveOut({ requirements: ['1150.01c2System.10'] })] });
      assert.deepEqual([codes(verdict), verdict.applies], [['carve-out-unknown'], true]);
    });

    for (const [what, change, own, missing] of [
      ['where it is described', { describedIn: '' }, undefined, 'where it is described (describedIn)'],
      ['a rationale', { rationale: 'TBD' }, undefined, 'a rationale'],
      ['both', { describedIn: 'tbd', rationale: '' }, 'n/a', 'where it is described (describedIn), a rationale'],
    ] as const) {
      it(`applies where the carve-out lacks ${what}, and that is named`, () => {
        const verdict = judge({ ...row, ...(own && { rationale: own }) }, 'customer', {
          carveOuts: [carveOut(change)],
        });
        assert.equal(verdict.applies, true);
        assert.deepEqual(words(verdict.problems), [
          `${ID} stays in scope: the carve-out of Contoso lacks ${missing} in the project file.`,
        ]);
      });
    }

    it('may have its rationale in the list', () => {
      const carveOuts = [{ party: 'Contoso', describedIn: 'overview.md', requirements: [ID] }];
      assert.equal(
        judge({ ...row, rationale: 'Contoso runs the call center' }, 'customer', { carveOuts }).applies,
        false,
      );
    });

    for (const [party, responsibility, holds] of [
      ['Azure', 'azure', true],
      ['Microsoft Azure', 'azure', true],
      ['Microsoft Corporation', 'azure', true],
      ['Azure', 'shared', false],
      ['Azure', 'customer', false],
      ['Azure', null, false],
      ['Contoso', 'customer', true],
      ['Contoso', 'shared', false],
      ['Contoso', 'azure', false],
      ['Contoso', null, false],
    ] as const) {
      it(`with ${party} ${holds ? 'does not apply' : 'applies'} where the matrix says ${responsibility ?? 'nothing'}`, () => {
        const verdict = judge(row, responsibility, { carveOuts: [carveOut({ party })] });
        assert.deepEqual([codes(verdict), verdict.applies], [holds ? [] : ['carve-out-partly-ours'], !holds]);
      });
    }

    it('says whose it is where a part of it is left', () => {
      assert.deepEqual(words(judge(row, null).problems), [
        `${ID} cannot be carved out with Contoso, so it stays in scope: by the matrix it is Unknown, and what is not wholly the carved-out party’s is scored.`,
      ]);
    });

    it('is told by the project’s name of Azure too', () => {
      const carveOuts = [carveOut({ party: 'Fabrikam' })];
      assert.deepEqual(
        [judge(row, 'azure', { carveOuts }), judge(row, 'azure', { carveOuts, provider: 'fabrikam' })].map(
          ({ applies }) => applies,
        ),
        [true, false],
      );
    });

    it('with several parties applies as long as one of them is not in order', () => {
      const carveOuts = [carveOut(), carveOut({ party: 'Northwind', describedIn: '' })];
      const verdict = judge(row, 'customer', { carveOuts });
      assert.deepEqual([codes(verdict), verdict.applies], [['carve-out-undescribed'], true]);
    });
  });

  it('of which an error is told always applies, and one that applies by no error is in scope', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('', 'TBD', 'Azure does it', 'No wireless networks', 'overview.md'),
    );
    const parties = fc.record(
      {
        party: fc.constantFrom('Azure', 'Contoso', ''),
        describedIn: text,
        rationale: text,
        requirements: fc.subarray([ID, 'x']),
      },
      { requiredKeys: ['party', 'requirements'] },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...APPLICABILITIES),
        fc.option(text, { nil: undefined }),
        fc.constantFrom(...RESPONSIBILITIES, null),
        fc.constantFrom(...ASSESSMENT_TYPES),
        fc.array(parties, { maxLength: 3 }),
        (applicability, rationale, responsibility, type, carveOuts) => {
          const row = { applicability, ...(rationale !== undefined && { rationale }) };
          const { applies, problems } = judge(row, responsibility, { type, carveOuts });
          const hasError = problems.some((found) => severityOf(found) === 'error');
          assert.equal(applies, hasError || applicability === 'in-scope');
        },
      ),
    );
  });
});

describe('a carve-out of the project file', () => {
  it('is told where it names what the list does not have, or does not mark', () => {
    const carveOuts = [
      carveOut({ requirements: ['a', 'b', 'c', 'b', 'd'] }),
      carveOut({ party: 'Azure', requirements: ['c'] }),
    ];
    const list = [
      listed({ requirement: 'a', applicability: 'carved-out' }),
      listed({ requirement: 'c', applicability: 'n/a' }),
      listed({ requirement: 'd', applicability: 'in-scope' }),
      listed({ requirement: 'd', applicability: 'carved-out' }),
    ];
    const unused = unusedCarveOuts(carveOuts, list);
    assert.deepEqual(
      unused.map(({ party, requirement, args }) => [
        party,
        requirement,
        english(problem('carve-out-not-in-list', 'inheritance-scope.json', undefined, ...args)),
      ]),
      [
        [
          'Contoso',
          'b',
          'The carve-out of Contoso names b, which is not on the requirement list. Mark it carved-out in the list, or take it out here.',
        ],
        [
          'Contoso',
          'c',
          'The carve-out of Contoso names c, which the requirement list does not mark carved-out. Mark it carved-out in the list, or take it out here.',
        ],
        [
          'Azure',
          'c',
          'The carve-out of Azure names c, which the requirement list does not mark carved-out. Mark it carved-out in the list, or take it out here.',
        ],
      ],
    );
  });
});

describe('an n/a beside others of its control', () => {
  const na = { listed: listed({ line: 3, requirement: 'n', applicability: 'n/a' }), applies: false };
  const scored = (requirement: string): { readonly listed: ListedRequirement; readonly applies: boolean } => ({
    listed: listed({ requirement }),
    applies: true,
  });

  it('is told once, at its row, with the first of those that are scored', () => {
    const problems = naBesideScored([na, ...['a', 'b', 'c', 'd', 'e'].map(scored)]);
    assert.deepEqual(
      problems.map((found) => [found.at, severityOf(found), english(found)]),
      [
        [
          { line: 3 },
          'information',
          'n is marked n/a while others of 01.c are scored (a, b, c, and 2 more). An assessor will ask what makes it different.',
        ],
      ],
    );
  });

  it('is told at each n/a', () => {
    const second = { listed: listed({ line: 4, requirement: 'm', applicability: 'n/a' }), applies: false };
    assert.deepEqual(
      naBesideScored([na, scored('a'), second]).map(({ at }) => at),
      [{ line: 3 }, { line: 4 }],
    );
  });

  it('is nothing to tell where all are, or where it does not count', () => {
    const inError = { listed: listed({ applicability: 'n/a' }), applies: true };
    const carvedOut = { listed: listed({ applicability: 'carved-out' }), applies: false };
    assert.deepEqual(
      [
        naBesideScored([na, na, carvedOut]),
        naBesideScored([inError, scored('a')]),
        naBesideScored([carvedOut, scored('a')]),
      ],
      [[], [], []],
    );
  });
});
