import assert from 'node:assert/strict';
import { distanceToTitle, wordsOf } from '../../../../src/core/completion/titleWords';

describe('the distance from what was typed to a title', () => {
  const distance = (typed: string, title: string, mayBeMisspelt = false): number | undefined =>
    distanceToTitle(wordsOf(typed), wordsOf(title), mayBeMisspelt);
  const isCloser = (typed: string, title: string, other: string): void => {
    const [near, far] = [distance(typed, title, true), distance(typed, other, true)];
    assert.ok(near !== undefined && (far === undefined || near < far), `${near} and ${far}`);
  };

  it('is none for the title itself, in any case and with & for and', () => {
    assert.equal(distance('clear desk & clear screen policy', 'Clear Desk and Clear Screen Policy'), 0);
    assert.equal(distance('session time-out', 'Session Timeout'), 0);
  });

  it('is there where each word begins a word of the title, in order, however many are left out', () => {
    assert.notEqual(distance('acc pol', 'Access Control Policy'), undefined);
    assert.notEqual(distance('review user rights', 'Review of User Access Rights'), undefined);
    assert.equal(distance('policy access', 'Access Control Policy'), undefined);
    assert.equal(distance('ccess', 'Access Control Policy'), undefined);
  });

  it('is smaller the less is left out, and the more of a word is typed', () => {
    isCloser('access', 'Access Control Policy', 'Removal of Access Rights');
    isCloser('password use', 'Password Use', 'User Password Management');
    isCloser('user', 'User Registration', 'Users of the System');
  });

  it('takes a slip or two only where words may be misspelt, and never in the first letter or in a short word', () => {
    assert.equal(distance('priviledge', 'Privilege Management'), undefined);
    for (const typed of ['priviledge', 'privelege', 'pirvilege mangement', 'privlege'])
      assert.notEqual(distance(typed, 'Privilege Management', true), undefined, typed);
    assert.equal(distance('brivilege', 'Privilege Management', true), undefined);
    assert.equal(distance('prx', 'Privilege Management', true), undefined);
    isCloser('acess contol', 'Access Control Policy', 'Network Routing Control');
  });
});
