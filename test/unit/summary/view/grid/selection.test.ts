import assert from 'node:assert/strict';
import { createSelection } from '../../../../../src/summary/view/grid/selection';

const ROWS = ['a', 'b', 'c', 'd', 'e'];

function between(one: string, other: string): readonly string[] {
  const [from = 0, to = 0] = [ROWS.indexOf(one), ROWS.indexOf(other)].sort((first, second) => first - second);
  return ROWS.slice(from, to + 1);
}

describe('the rows that are selected', () => {
  const selected = (selection: ReturnType<typeof createSelection>): string =>
    ROWS.filter((row) => selection.has(row)).join('');

  it('are taken in and out one by one', () => {
    const selection = createSelection();
    selection.toggle('b');
    selection.toggle('d');
    selection.toggle('b');
    assert.equal(selected(selection), 'd');
    assert.equal(selection.all().size, 1);
  });

  it('are a range that grows and shrinks from where it began, beside what was selected before', () => {
    const selection = createSelection();
    selection.toggle('a');
    selection.toggle('c');
    selection.extend('c', 'e', between);
    assert.equal(selected(selection), 'acde');
    selection.extend('e', 'd', between);
    assert.equal(selected(selection), 'acd');
    selection.extend('d', 'b', between);
    assert.equal(selected(selection), 'abc');
  });

  it('begin a range where one is, if there was none', () => {
    const selection = createSelection();
    selection.extend('b', 'c', between);
    assert.equal(selected(selection), 'bc');
  });

  it('are no more than there are', () => {
    const selection = createSelection();
    selection.replace(ROWS);
    assert.equal(
      selection.keepOnly((row) => row !== 'c'),
      true,
    );
    assert.equal(selected(selection), 'abde');
    assert.equal(
      selection.keepOnly(() => true),
      false,
    );
  });
});
