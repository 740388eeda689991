import assert from 'node:assert/strict';
import { catalog } from '../../../../src/core/csf/catalog';
import { createSearch } from '../../../../src/core/csf/searchControls';

describe('the search for a control', () => {
  const search = createSearch(catalog);

  for (const [query, expected] of [
    ['01.c', '01.c'],
    ['privilege', '01.c'],
    ['priviledge mangement', '01.c'],
    ['session timeout', '01.t'],
    ['09.aa', '09.aa'],
    ['back-up', '09.l'],
  ] as const) {
    it(`finds ${expected} first for "${query}"`, () => assert.equal(search(query)[0]?.id, expected));
  }

  it('lists all controls in order for nothing, and none for what is in no title', () => {
    assert.deepEqual(
      search(' ').map(({ id }) => id),
      [...catalog.controls.keys()],
    );
    assert.deepEqual(search('zzzzqqqq'), []);
  });
});
