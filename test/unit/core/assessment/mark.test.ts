import assert from 'node:assert/strict';
import { hint, markOf, markWord } from '../../../../src/core/assessment/mark';
import { catalog } from '../../../../src/core/csf/catalog';
import { scan } from '../../../../src/core/csf/scanner';
import { english } from '../../../../src/core/message';
import { type Given, summary } from '../../given';

/** The hint and the mark of what a text names first. */
function shown(text: string, given: Given): readonly [string, string] {
  const [reference] = scan(text, catalog).references;
  if (!reference) throw new Error(`no id in ${text}`);
  const found = summary(given);
  const words = hint(reference, found, catalog).map(english).join(' · ');
  return [words, english(markWord(markOf(reference, found, catalog), found))];
}

describe('the mark and the hint of a reference', () => {
  const matrix = '01.a,None\n01.b,Partial\n01.c,Full\n01.d,None';
  const documents = '01.a 01.b 01.c 01.d 01.e';
  const given: Given = { type: 'e1', matrix, documents, evidence: '01.d,,https://x.y/z,' };

  it('say whose it is and what is open', () => {
    assert.deepEqual(shown('01.a', given), ['Customer · needs evidence', 'Needs evidence']);
    assert.deepEqual(shown('01.b', given), ['Shared · needs evidence', 'Needs evidence']);
    assert.deepEqual(shown('01.c', given), ['Azure · coverage needed', 'Coverage needed']);
  });

  it('call nothing complete without a requirement list', () => {
    assert.deepEqual(shown('01.d', given), ['Customer · nothing recorded as open', 'Nothing recorded as open']);
  });

  it('say once that it is unknown', () => {
    assert.deepEqual(shown('01.e', given), ['Unknown', 'Responsibility unknown']);
  });

  it('follow a request from its submission to its approval', () => {
    const requests = (state: string): Given => ({ ...given, requests: `01.c,${state},,100,,` });
    assert.deepEqual(shown('01.c', requests('submitted')), ['Azure · awaiting approval', 'Awaiting approval']);
    assert.deepEqual(shown('01.c', requests('approved')), ['Azure · inherited', 'Inherited']);
  });

  it('take of a range what is most pressing in it', () => {
    assert.deepEqual(shown('01.c–01.e', given), ['Varies · unknown in part', 'Responsibility unknown']);
    assert.deepEqual(shown('01.a–01.c', given), ['Varies · needs evidence', 'Needs evidence']);
  });

  it('say that something is in no document', () => {
    assert.deepEqual(shown('02.a', given), ['Unknown · in no scoping document', 'in no scoping document']);
  });

  it('say that something is not in the requirement list, is not applicable, or is complete', () => {
    const listed: Given = {
      type: 'e1',
      matrix: '1149.01c2System.9,None\n1143.01c1System.123,None',
      list: '1149.01c2System.9,,,\n1143.01c1System.123,,n/a,There is no such thing here.',
      evidence: '1149.01c2System.9,,https://x.y/z,',
      documents,
    };
    assert.deepEqual(shown('1149.01c2System.9', listed), ['Customer · complete', 'Complete']);
    assert.deepEqual(shown('1143.01c1System.123', listed), ['Customer · not applicable', 'Not applicable']);
    assert.deepEqual(shown('01.a', listed), ['Unknown · not in the requirement list', 'not in the requirement list']);
  });
});
