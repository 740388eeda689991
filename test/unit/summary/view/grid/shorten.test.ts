import assert from 'node:assert/strict';
import { shorten } from '../../../../../src/summary/view/grid/shorten';

describe('the beginning of a long text', () => {
  it('is the text itself where that is short', () => {
    assert.equal(shorten('abc', 3), 'abc');
    assert.equal(shorten('', 3), '');
  });

  it('never ends in half a character', () => {
    assert.equal(shorten('ab😀c', 3), 'ab');
    assert.equal(shorten('ab😀c', 4), 'ab😀');
  });
});
