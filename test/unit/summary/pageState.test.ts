import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isFiltering, isMatch, NO_FILTER, parsePageState, toggle } from '../../../src/summary/pageState';
import { summaryContent } from './summaryContent';

const listed = summaryContent().sections[0]!.rows[0]!;
const row = { ...listed, requirements: [] };
const matches = (filter: Partial<typeof NO_FILTER>, of = row) =>
  isMatch(of, 'needs-evidence', { ...NO_FILTER, ...filter });

describe('the filter of the summary', () => {
  it('lets everything through when it is empty', () => {
    assert.equal(matches({}), true);
    assert.deepEqual([isFiltering(NO_FILTER), isFiltering({ ...NO_FILTER, text: '  ' })], [false, false]);
  });

  it('finds ids, titles and documents, in upper or lower case', () => {
    for (const text of ['01.C', 'privilege', 'docs/A.md', ' manage ']) assert.equal(matches({ text }), true, text);
    assert.equal(matches({ text: '01.d' }), false);
  });

  it('wants every word', () => {
    assert.equal(matches({ text: '01.c a.md' }), true);
    assert.equal(matches({ text: '01.c b.md' }), false);
  });

  it('wants one of the responsibilities and one of the statuses', () => {
    assert.equal(matches({ responsibility: ['azure', 'unknown'], status: ['needs-evidence'] }), true);
    assert.equal(matches({ responsibility: ['azure'] }), false);
    assert.equal(matches({ responsibility: ['unknown'], status: ['complete'] }), false);
  });

  it('wants both of one requirement where they are listed, for they are what the figures count', () => {
    const [one] = listed.requirements;
    const other = { ...one!, responsibility: { value: 'azure', label: '' }, status: { value: 'inherited', label: '' } };
    const control = { ...listed, requirements: [one!, other] };
    for (const [responsibility, status, isShown] of [
      [[], ['inherited'], true],
      [['azure'], ['inherited'], true],
      [['unknown'], ['needs-evidence'], true],
      [['azure'], ['needs-evidence'], false],
      [[], ['complete'], false],
    ] as const) {
      assert.equal(
        isMatch(control, 'unknown', { text: '', responsibility, status }),
        isShown,
        `${responsibility.join()} ${status.join()}`,
      );
    }
    assert.equal(isMatch(control, 'unknown', { ...NO_FILTER, text: '1149.01C2' }), true);
  });

  it('takes a value in, and out again', () => {
    const once = toggle(NO_FILTER, 'status', 'complete');
    assert.deepEqual(once.status, ['complete']);
    assert.deepEqual(toggle(once, 'status', 'complete'), NO_FILTER);
  });
});

describe('the state of the summary’s page', () => {
  const state = { assessment: 'file:///w', filter: { ...NO_FILTER, text: 'x' }, top: 3, unfolded: ['open-01.c-0'] };

  it('comes back as it was kept', () => {
    assert.deepEqual(parsePageState(structuredClone(state)), state);
  });

  it('is that of a new page for anything else', () => {
    const empty = parsePageState(undefined);
    assert.deepEqual(empty, { assessment: '', filter: NO_FILTER, top: 0, unfolded: [] });
    fc.assert(fc.property(fc.anything(), (value) => assert.deepEqual(parsePageState(value), empty)));
    assert.deepEqual(parsePageState({ ...state, filter: { text: 3 } }), empty);
  });
});
