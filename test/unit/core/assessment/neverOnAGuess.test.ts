import assert from 'node:assert/strict';
import { rollUp } from '../../../../src/core/matrix/rollUp';
import type { Responsibility } from '../../../../src/core/matrix/responsibility';
import { controlIn, reading, summary } from '../../given';

/** What a matrix makes of 01.c, with the codes of its problems; null also where the file cannot be read. */
function of01c(text: string): {
  readonly responsibility: Responsibility | 'mixed' | null;
  readonly codes: readonly string[];
} {
  const result = reading(text);
  if ('failure' in result) return { responsibility: null, codes: [result.failure.code] };
  const { responsibility } = rollUp([result.matrix]).control('01.c');
  return { responsibility, codes: result.matrix.problems.map(({ code }) => code) };
}

// Each of these could be read as "Azure has it", by a reader in a hurry; none of them says so.
describe('a matrix never makes a control Azure’s', () => {
  for (const [what, text, problem] of [
    ['by a heading that says the opposite', 'Control ID,Not Inheritable\n01.c,Yes', 'missing-responsibility-column'],
    ['by one of three marked columns', 'Control ID,Fully Inheritable,Partially Inheritable\n01.c,No,Yes', undefined],
    ['by notes on inheritability', 'Control ID,Inheritability Notes\n01.c,Yes', 'missing-responsibility-column'],
    ['by another provider’s column', 'Control ID,AWS Inheritability\n01.c,Full', 'missing-responsibility-column'],
    ['by what the customer does', 'Control ID,Customer Responsibility\n01.c,Yes', 'missing-responsibility-column'],
    ['by what was done', 'Control ID,Inherited\n01.c,Yes', 'missing-responsibility-column'],
    ['by a mention in a sentence', 'Control ID,Inheritability\n"Monitoring, as in 01.c",Full', 'unknown-id'],
    ['by a misspelt requirement id', 'Control ID,Inheritability\n1149.01c2Sytem.9 - 01.c,Full', 'unknown-id'],
    ['by a list of ids', 'Control ID,Inheritability\n"01.c, 01.d",Full', 'several-ids'],
    ['by an id after one that does not exist', 'Control ID,Inheritability\n14.a / 01.c,Full', 'unknown-id'],
    [
      'while one of its rows cannot be read',
      'BUID,Control Reference,Inheritability\n1149.01c2System.9,01.c,Full\n1150.01c2Sytem.10,01.c,None',
      'unread-requirement',
    ],
    [
      'by swallowing the rows that say otherwise',
      'BUID,Inheritability,Note\n1149.01c2System.9,Full,"5"" disk"\n1150.01c2System.10,None,"open\n1151.01c3System.1,Full,"x',
      undefined,
    ],
    [
      'by a second table’s column',
      'Control ID,Inheritable\n01.d,No\nControl ID,Customer Notes\n01.c,Yes',
      'second-header',
    ],
    [
      'by inheritability where the responsibility is asked about',
      'Control ID,Responsibility,Responsible Party,Inheritability\n01.c,Shared,Shared,Full',
      'ambiguous-column',
    ],
    [
      'by inheritability beside a blank responsibility',
      'Control ID,Responsibility,Inheritability\n01.c,,Full',
      'missing-value',
    ],
    ['by a cell that was shifted', 'Control ID,Title,Inheritability\n01.c,Access, Full,No', 'shifted-row'],
  ] as const) {
    it(what, () => {
      const { responsibility, codes } = of01c(text);
      assert.notEqual(responsibility, 'azure');
      if (problem) assert.ok(codes.includes(problem), codes.join());
      else assert.notDeepEqual(codes, []);
    });
  }
});

describe('a control is never called inherited', () => {
  for (const [what, requests] of [
    ['on a request to another provider', '01.c,approved,external,100,no,AWS'],
    [
      'on a request that was withdrawn later',
      '01.c,approved,external,100,no,Azure\n01.c,withdrawn,external,100,no,Azure',
    ],
    ['on an approval at nothing', '01.c,approved,external,0,no,Azure'],
    ['on a weight that is no number', '01.c,approved,external,0x64,no,Azure'],
    ['on a request marked applied that is external', '01.c,applied,external,100,no,Azure'],
    ['on a request for a misspelt requirement', '1149.01c2Sytem.9 - 01.c,approved,external,100,no,Azure'],
  ] as const) {
    it(what, () => {
      const { status } = controlIn(summary({ matrix: '01.c,Full', documents: '01.c', requests }), '01.c');
      assert.notEqual(status, 'inherited');
      assert.notEqual(status, 'complete');
    });
  }

  it('where the matrix says that Azure does it and that nothing can be inherited', () => {
    const result = reading('Control ID,Responsibility,Inheritability\n01.c,Azure,None');
    assert.ok('matrix' in result);
    const [unit] = rollUp([result.matrix]).control('01.c').units;
    assert.deepEqual([unit?.verdict.responsibility, unit?.verdict.inheritability], ['azure', 'none']);
  });

  it('and has evidence only where a document can be found', () => {
    const evidence = '01.c,policy,.,\n01.c,procedure,file:///x.pdf,\n01.c,implemented,http://TBD,';
    const control = controlIn(
      summary({
        matrix: '01.c,None',
        documents: '01.c',
        evidence,
        missingEvidence: ['.', 'file:///x.pdf', 'http://TBD'],
      }),
      '01.c',
    );
    assert.equal(control.openItems.length, 3);
  });
});
