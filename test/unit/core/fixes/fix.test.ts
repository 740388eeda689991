import assert from 'node:assert/strict';
import { catalog } from '../../../../src/core/csf/catalog';
import { claimProblems } from '../../../../src/core/assessment/claimProblems';
import { fixesOf } from '../../../../src/core/fixes/fixesOf';
import { english } from '../../../../src/core/message';
import type { Problem } from '../../../../src/core/problems';
import { summary } from '../../given';
import { findingsIn, table } from '../document/read';

/** What each fix makes of the text; those that are safe are marked with `!`. */
function mended(text: string, problems: readonly Problem[], given = summary({ documents: text })): readonly string[] {
  return problems.flatMap((problem) =>
    fixesOf(problem, { text, catalog, summary: given }).map(({ replacements, isSafe }) =>
      replacements.reduceRight(
        (whole, { start, end, text: written }) => whole.slice(0, start) + written + whole.slice(end),
        isSafe ? `${text}!` : text,
      ),
    ),
  );
}

describe('the fixes of a document’s problems', () => {
  it('write an id as HITRUST CSF does, and leave what is around it: that is safe', () => {
    const of = (text: string): readonly string[] => mended(text, findingsIn(text).problems);
    assert.deepEqual(of('See **01.A**.'), ['See **01.a**.!']);
    assert.deepEqual(of('1149.01C2SYSTEM.9 – 01.C'), ['1149.01c2System.9 – 01.c!']);
    assert.deepEqual(of('08_A - 08.F'), ['08.a - 08.f!']);
  });

  it('say what they do', () => {
    const text = '01_a';
    const [problem] = findingsIn(text).problems;
    assert.ok(problem);
    assert.deepEqual(
      fixesOf(problem, { text, catalog, summary: summary({ documents: text }) }).map(({ title }) => english(title)),
      ['Write 01.a'],
    );
  });

  it('are none where something else stands there by now', () => {
    const [problem] = findingsIn('01.A').problems;
    assert.ok(problem);
    assert.deepEqual(mended('02.B', [problem]), []);
    assert.deepEqual(mended('', [problem]), []);
  });

  const unresolved = (text: string): readonly string[] => {
    const given = summary({ documents: text });
    return mended(
      text,
      given.unresolved.map(({ reason }) => reason),
      given,
    );
  };

  it('swap the ends of a range that is the wrong way round', () => {
    assert.deepEqual(unresolved('See 08.f–08.a.'), ['See 08.a–08.f.']);
    assert.deepEqual(unresolved('09.ab through 09.z'), ['09.z through 09.ab']);
    assert.deepEqual(unresolved('08.f-a'), ['08.a-f']);
    assert.deepEqual(unresolved('**08.f** – **08.a**'), ['**08.a** – **08.f**']);
  });

  it('of a range across categories give the two controls, or the range within the first category', () => {
    assert.deepEqual(unresolved('See 01.a–02.b.'), ['See 01.a, 02.b.', 'See 01.a–01.b.']);
    assert.deepEqual(unresolved('04.a–08.f'), ['04.a, 08.f']);
  });

  it('write the matrix’s word in a cell that holds one word, and no other claim', () => {
    const given = summary({ matrix: '01.c,None\n01.d,Partial\n01.e,Full', documents: '01.c 01.d 01.e' });
    const claimed = (text: string): readonly string[] =>
      mended(text, claimProblems(findingsIn(text).claims, 'scope.md', given, String), given);
    const cell = (word: string, id = '01.c'): string => table('Responsibility', [id, word]);
    assert.deepEqual(claimed(cell('Shared')), [cell('Customer')]);
    assert.deepEqual(claimed(cell('customer', '01.d')), [cell('shared', '01.d')]);
    assert.deepEqual(claimed(cell('customer', '01.e')), [cell('Azure', '01.e')]);
    assert.deepEqual(claimed(cell('Inherited from Azure')), []);
    assert.deepEqual(claimed(table('Inherited from', ['01.c', 'Azure'])), []);
    assert.deepEqual(claimed(table('Inheritability', ['01.e', 'Not inheritable'])), []);
    assert.deepEqual(claimed(cell('Shared', '01.c, 01.e')), []);
    assert.deepEqual(claimed('- 01.c: shared'), []);
  });
});
