import assert from 'node:assert/strict';
import { matchControls } from '../../../../src/core/assessment/matchControls';
import { catalog } from '../../../../src/core/csf/catalog';
import { createSearch } from '../../../../src/core/csf/searchControls';
import { summary } from '../../given';

describe('a filter of controls', () => {
  const { controls } = summary({
    matrix: '1149.01c2System.9,Partial\n0201.09j1Organizational.124,Full',
    documents: '01.c 01.d 09.j',
  });
  const found = (text: string): readonly string[] =>
    controls.filter(matchControls(text, controls, createSearch(catalog))).map(({ id }) => id);

  it('finds what has the text in its id or title, in any case', () => {
    assert.deepEqual(found('01.'), ['01.c', '01.d']);
    assert.deepEqual(found('PRIVILEGE'), ['01.c']);
    assert.deepEqual(found('01.c priv'), ['01.c']);
  });

  it('finds a control by the id of one of its requirements', () => {
    assert.deepEqual(found('0201.09j'), ['09.j']);
  });

  it('finds what is misspelt only where nothing is spelt so', () => {
    assert.ok(found('priviledge').includes('01.c'));
    assert.deepEqual(found('password'), ['01.d']);
  });

  it('finds nothing for what is like nothing', () => {
    assert.deepEqual(found('zzzzqqqq'), []);
  });
});
