import assert from 'node:assert/strict';
import { claimProblems } from '../../../../src/core/assessment/claimProblems';
import { english } from '../../../../src/core/message';
import { type Given, summary } from '../../given';
import { findingsIn, table } from '../document/read';

const A = '1149.01c2System.9';
const B = '1150.01c2System.10';

/** What is told of a document's claims, in words. */
function toldOf(text: string, given: Given): readonly string[] {
  const of = summary({ type: 'e1', documents: text, ...given });
  return claimProblems(findingsIn(text).claims, 'scope.md', of, (file) => file).map(english);
}

/** The codes alone. */
function codesOf(text: string, given: Given): readonly string[] {
  const of = summary({ type: 'e1', documents: text, ...given });
  return claimProblems(findingsIn(text).claims, 'scope.md', of, (file) => file).map(({ code }) => code);
}

const claim = 'responsibility-claim';

describe('a claim and the matrix', () => {
  const none = 'None';
  const partial = 'Partial';
  const full = 'Full';
  for (const [words, wrongOn] of [
    ['Azure', [none, partial]],
    ['Shared', [none, full]],
    ['Customer', [partial, full]],
    ['Inherited', [none]],
    ['Partially inherited', [none]],
    ['Fully inherited', [none, partial]],
  ] as const) {
    for (const value of [none, partial, full]) {
      const isWrong = (wrongOn as readonly string[]).includes(value);
      it(`${isWrong ? 'disagree' : 'agree'} where a cell says ${words} and the matrix ${value}`, () => {
        const given = { matrix: `01.c,${value}`, requests: '01.c,approved' };
        const text = table('Responsibility', ['01.c', words]);
        assert.deepEqual(codesOf(text, given), isWrong ? [claim] : []);
      });
    }
  }

  it('agree where something can be inherited, and the document does not say how much', () => {
    const text = table('Inheritable', ['01.c', 'Yes']);
    for (const [value, told] of [
      [none, [claim]],
      [partial, []],
      [full, []],
    ] as const) {
      assert.deepEqual(codesOf(text, { matrix: `01.c,${value}` }), told, value);
    }
  });

  it('disagree in words that name both, with the row', () => {
    assert.deepEqual(toldOf('We take 01.c as inherited from Azure.', { matrix: '01.c,None' }), [
      'The document says "inherited from Azure" of 01.c, but the matrix says Customer (srm.csv, line 2). Correct the document, or have the matrix looked at.',
    ]);
  });

  it('cannot disagree where the matrix does not know', () => {
    const text = `- 01.c: Azure’s responsibility\n- ${A}: shared`;
    for (const matrix of ['01.d,None', `${A},Perhaps`, `${A},Full\n${A},None`, '']) {
      assert.deepEqual(codesOf(text, { matrix }), [], matrix);
    }
    assert.deepEqual(codesOf(text, {}), []);
  });

  it('disagree on what varies by requirement where one party is to have all of it', () => {
    const matrix = `${A},Full\n${B},None`;
    assert.deepEqual(toldOf('- 01.c: Azure’s responsibility', { matrix }), [
      'The document says "Azure’s responsibility" of 01.c, but the matrix says Varies by requirement (1 azure, 1 customer) (srm.csv, line 2, srm.csv, line 3). Correct the document, or have the matrix looked at.',
    ]);
    assert.deepEqual(codesOf('- 01.c: customer', { matrix }), [claim]);
    assert.deepEqual(codesOf('- 01.c: inherited', { matrix, requests: `${A},approved` }), [claim]);
  });

  it('agree on what varies by requirement where it is shared, or inherited in part', () => {
    const given = { matrix: `${A},Full\n${B},None`, requests: `${A},approved` };
    assert.deepEqual(codesOf('- 01.c: shared\n- 01.c: partially inherited', given), []);
  });

  it('agree on a range that varies where it is shared, and disagree where it does not', () => {
    const text = table('Responsibility', ['08.a–08.b', 'Shared']);
    assert.deepEqual(codesOf(text, { matrix: '08.a,Full\n08.b,None' }), []);
    assert.deepEqual(codesOf('- 08.a–08.b: shared', { matrix: '08.a,Full\n08.b,Partial' }), []);
    assert.deepEqual(codesOf(text, { matrix: '08.a,Full\n08.b,Full' }), [claim]);
    assert.deepEqual(codesOf(text.replace('Shared', 'Azure'), { matrix: '08.a,Full\n08.b,None' }), [claim]);
  });

  it('disagree on what is partly unknown only where what is known is enough', () => {
    const matrix = `${A},None\n${B},Perhaps`;
    assert.deepEqual(codesOf('- 01.c: Azure’s responsibility', { matrix }), [claim]);
    assert.deepEqual(codesOf('- 01.c: customer\n- 01.c: shared\n- 01.c: partially inherited', { matrix }), []);
  });

  it('are compared by what can be inherited, too, where the matrix has both', () => {
    const both = (responsibility: string, inheritability: string): Given => ({
      header: 'ID,Responsibility,Inheritability',
      matrix: `01.c,${responsibility},${inheritability}`,
      requests: '01.c,approved',
    });
    assert.deepEqual(toldOf('- 01.c: inherited from Azure', both('Shared', 'No')), [
      'The document says "inherited from Azure" of 01.c, but the matrix says Shared, not inheritable (srm.csv, line 2). Correct the document, or have the matrix looked at.',
    ]);
    assert.deepEqual(codesOf('- 01.c: inherited from Azure', both('Azure', 'Partial')), []);
    assert.deepEqual(codesOf(table('Inheritability', ['01.c', 'Not inheritable']), both('Shared', 'No')), []);
    assert.deepEqual(codesOf('- 01.c: shared', both('Shared', 'No')), []);
    assert.deepEqual(codesOf('- 01.c: customer', both('Azure', 'Full')), [claim]);
  });

  it('are compared for a requirement by itself, listed or not', () => {
    const given = { matrix: `${A},Full\n${B},None`, list: `${A},,,`, requests: `${A},approved` };
    assert.deepEqual(codesOf(`- ${A}: inherited\n- ${B}: customer`, given), []);
    assert.deepEqual(codesOf(`- ${A}: customer\n- ${B}: inherited`, given), [claim, claim]);
  });

  it('are compared for a control over what the list has of it', () => {
    const given = { matrix: `${A},Full\n${B},None`, list: `${A},,,`, requests: `${A},approved` };
    assert.deepEqual(codesOf('- 01.c: inherited', given), []);
  });

  it('are not compared where it is not applicable', () => {
    const given = { matrix: `${B},None`, list: `${B},,n/a,The service has no such accounts at all` };
    assert.deepEqual(codesOf(`- 01.c: inherited from Azure\n- ${B}: inherited from Azure`, given), []);
  });

  it('disagree once on several ids, and name those that it is wrong of', () => {
    assert.deepEqual(
      toldOf('- 01.a, 01.b and 01.d: Azure’s responsibility', { matrix: '01.a,None\n01.b,Full\n01.d,Partial' }),
      [
        'The document says "Azure’s responsibility" of 01.a, 01.d, but the matrix says 01.a: Customer, 01.d: Shared (srm.csv, line 2, srm.csv, line 4). Correct the document, or have the matrix looked at.',
      ],
    );
  });

  it('do not disagree where it is inherited from one’s own organisation, or another provider', () => {
    const matrix = '01.c,None';
    for (const requests of ['01.c,applied,internal', '01.c,approved,external,100,no,Contoso Cloud']) {
      assert.deepEqual(codesOf('- 01.c: inherited', { matrix, requests }), [], requests);
    }
    assert.deepEqual(codesOf('- 01.c: inherited', { matrix, requests: '01.c,submitted,internal' }), [claim]);
  });
});

describe('a claim that something is inherited', () => {
  const claimOf = (told: string): string =>
    `The document says "inherited from Azure" of 01.c, but that is no more than a claim so far: ${told}.`;
  for (const [requests, told] of [
    [
      '',
      'coverage needed: no inheritance request. Draft one with Prepare Inheritance Requests, or write that it is planned',
    ],
    [
      '01.c,planned',
      'coverage needed: the inheritance request is planned. Submit the request, or write that it is planned',
    ],
    [
      '01.c,created',
      'coverage needed: the inheritance request is not yet submitted. Submit the request, or write that it is planned',
    ],
    [
      '01.c,submitted',
      'awaiting approval of the inheritance request. Until it is approved, write that it is requested',
    ],
    [
      '01.c,rejected',
      'coverage needed: the inheritance request was rejected. Ask again, or write what you do yourself',
    ],
    [
      '01.c,withdrawn',
      'coverage needed: the inheritance request was withdrawn. Ask again, or write what you do yourself',
    ],
    [
      '01.c,approved,external,0',
      'coverage needed: the inheritance request was approved at a weight of 0. Ask again, or write what you do yourself',
    ],
  ] as const) {
    it(`is no more than that with ${requests || 'no request'}`, () => {
      assert.deepEqual(toldOf('- 01.c: inherited from Azure', { matrix: '01.c,Full', requests }), [claimOf(told)]);
    });
  }

  for (const requests of ['01.c,approved', '01.c,approved,external,40,yes', '01.c,applied,internal']) {
    it(`is right with ${requests}`, () => {
      assert.deepEqual(codesOf('- 01.c: inherited from Azure', { matrix: '01.c,Partial', requests }), []);
    });
  }

  it('is not made where a document says only whose it is', () => {
    assert.deepEqual(codesOf('- 01.c: Azure’s responsibility', { matrix: '01.c,Full' }), []);
    assert.deepEqual(codesOf(table('Inheritability', ['01.c', 'Full']), { matrix: '01.c,Full' }), []);
  });

  it('tells of how many requirements it is no more than that', () => {
    const given = { matrix: `${A},Full\n${B},Full`, requests: `${A},approved` };
    assert.match(
      toldOf('- 01.c: inherited', given).join(),
      /coverage needed for 1 of 2 requirements: no inheritance request\. Draft/,
    );
  });

  it('names all ids that it is no more than that of', () => {
    const given = { matrix: '01.a,Full\n01.b,Full\n01.d,Full', requests: '01.b,approved' };
    assert.deepEqual(toldOf('- 01.a, 01.b and 01.d: inherited', given), [
      'The document says "inherited" of 01.a, 01.d, but that is no more than a claim so far: coverage needed: no inheritance request. Draft one with Prepare Inheritance Requests, or write that it is planned.',
    ]);
  });

  it('is silent on what the list does not hold', () => {
    assert.deepEqual(codesOf(`- ${B}: inherited`, { matrix: `${A},Full\n${B},Full`, list: `${A},,,` }), []);
  });

  it('is not told of a certification that ends too early: that is another open item', () => {
    const project = {
      assessment: { submissionDate: '2027-05-14' },
      azure: { certification: { expires: '2027-01-31' } },
    };
    assert.deepEqual(
      codesOf('- 01.c: inherited', { matrix: '01.c,Full', requests: '01.c,approved', project, today: '2027-03-01' }),
      [],
    );
  });
});
