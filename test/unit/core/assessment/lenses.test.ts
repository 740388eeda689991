import assert from 'node:assert/strict';
import { createLenses, type Lenses } from '../../../../src/core/assessment/lenses';
import { catalog } from '../../../../src/core/csf/catalog';
import { scan } from '../../../../src/core/csf/scanner';
import { createLineIndex } from '../../../../src/core/lineIndex';
import { english } from '../../../../src/core/message';
import { type Given, summary } from '../../given';

const MATRIX = '01.a,None\n01.b,Full\n01.c,Partial\n1149.01d2System.9,None';

/** The lenses of `text` as `line: title`, by the summary of what is given, of which it is the one document. */
function lenses(lensesOf: Lenses, text: string, given: Given = {}, most = 3): readonly string[] {
  const lines = createLineIndex(text);
  const found = lensesOf(
    { scan: scan(text, catalog), lines },
    summary({ matrix: MATRIX, documents: text, ...given }),
    most,
  );
  return found.map(({ start, title, control }) => `${lines.positionAt(start).line + 1} ${control ?? '-'}: ${title}`);
}

const made = (): Lenses => createLenses(catalog, english);

describe('the lenses of a document', () => {
  it('tell of each reference whose it is and what is open, and lead to the first of its controls in scope', () => {
    assert.deepEqual(lenses(made(), '01.a\n\n01.b–01.c\n1149.01d2System.9'), [
      '1 01.a: Customer · needs policy, procedure, implemented evidence',
      '3 01.b: 2 controls · 1 azure, 1 shared · 2 of 2 with open items',
      '4 01.d: Customer · needs policy, procedure, implemented evidence',
    ]);
  });

  it('name the ids where several stand on a line, each once, and say how many more there are', () => {
    const found = lenses(made(), '01.a 01.b 01.a 01.b–01.c 01.c\n01.a', {}, 2);
    assert.deepEqual(
      found.map((lens) => lens.replace(/ · .*/, '')),
      ['1 01.a: 01.a: Customer', '1 01.b: 01.b: Azure', '1 01.b: +2', '2 01.a: Customer'],
    );
    assert.deepEqual(lenses(made(), '01.a 01.b', {}, 0), ['1 01.a: +2']);
  });

  it('are at any time what they would be if nothing were remembered', () => {
    const lensesOf = made();
    for (const [text, given] of [
      ['01.a\n01.b', {}],
      ['A line more.\n01.a\n01.b 01.c', {}],
      ['01.a\n01.b', { evidence: '01.a,policy,acp.pdf,' }],
      ['01.a\n01.b', { evidence: '01.a,policy,acp.pdf,', requests: '01.b,approved,external,100,no,' }],
      ['01.a\n01.b', { matrix: '01.a,Full\n01.b,None' }],
      ['01.a\n01.b', { list: '1149.01b2System.9,,,' }],
      ['01.a\n01.b', {}],
    ] as const) {
      assert.deepEqual(lenses(lensesOf, text, given), lenses(made(), text, given), JSON.stringify([text, given]));
    }
  });
});
