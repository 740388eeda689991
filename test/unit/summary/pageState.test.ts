import assert from 'node:assert/strict';
import fc from 'fast-check';
import { AXES, FACETS, GRAINS } from '../../../src/summary/content';
import {
  ALL,
  COLUMNS,
  GROUPINGS,
  isSavedFilter,
  NEW_PAGE,
  type PageState,
  parsePageState,
  toggle,
  type View,
  withoutFilter,
} from '../../../src/summary/pageState';

/** Objects as they come out of JSON. */
function record<T>(parts: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc.record(parts, { noNullPrototype: true });
}

const texts = fc.array(fc.string(), { maxLength: 3 });
const views: fc.Arbitrary<View> = record({
  text: fc.string(),
  facets: record(
    Object.fromEntries(FACETS.map((facet) => [facet, texts])) as Record<(typeof FACETS)[number], typeof texts>,
  ),
  grain: fc.constantFrom(...GRAINS),
  grouping: fc.constantFrom(...GROUPINGS),
  sort: record({ column: fc.constantFrom(...COLUMNS), descending: fc.boolean() }),
  columns: fc.subarray([...COLUMNS]),
});
const states: fc.Arbitrary<PageState> = record({
  assessment: fc.string(),
  view: views,
  axis: fc.constantFrom(...AXES),
  top: fc.nat(),
  tableTop: fc.nat(),
  open: texts,
  folded: texts,
  unfolded: texts,
});

describe('the state of the summary’s page', () => {
  it('comes back as it was kept', () => {
    fc.assert(
      fc.property(states, (state) => assert.deepEqual(parsePageState(JSON.parse(JSON.stringify(state))), state)),
    );
  });

  it('is that of a new page for anything else, and never fails', () => {
    fc.assert(fc.property(fc.anything(), (value) => assert.deepEqual(parsePageState(value), NEW_PAGE)));
    fc.assert(fc.property(fc.jsonValue(), (value) => assert.deepEqual(parsePageState(value), NEW_PAGE)));
  });

  it('is that of a new page where any one part of it is not what it should be', () => {
    fc.assert(
      fc.property(states, fc.constantFrom(...Object.keys(NEW_PAGE)), fc.anything(), (state, key, value) => {
        const parsed = parsePageState({ ...state, [key]: value });
        assert.ok(parsed === NEW_PAGE || Object.is((parsed as unknown as Record<string, unknown>)[key], value));
      }),
    );
    // As another version has left it, or would.
    for (const other of [
      { ...NEW_PAGE, view: { ...ALL, grouping: 'colour' } },
      { ...NEW_PAGE, view: { ...ALL, columns: ['id', 'colour'] } },
      { ...NEW_PAGE, view: { ...ALL, facets: { ...ALL.facets, colour: [] } } },
      { ...NEW_PAGE, top: -1 },
      { ...NEW_PAGE, more: true },
      { assessment: 'file:///w', filter: { text: '' }, top: 3, unfolded: [] },
    ]) {
      assert.equal(parsePageState(other), NEW_PAGE, JSON.stringify(other));
    }
  });
});

describe('a view of the summary', () => {
  it('takes a value in, and out again', () => {
    fc.assert(
      fc.property(views, fc.constantFrom(...FACETS), (view, facet) => {
        const value = `not among ${view.facets[facet].join()}`;
        const once = toggle(view, facet, value);
        assert.deepEqual(once.facets[facet], [...view.facets[facet], value]);
        assert.deepEqual(toggle(once, facet, value), view);
      }),
    );
  });

  it('keeps its columns, order and grouping without its filter', () => {
    fc.assert(
      fc.property(views, (view) => {
        assert.deepEqual(withoutFilter(view), { ...view, text: '', facets: ALL.facets });
      }),
    );
  });

  it('can be saved under a name', () => {
    fc.assert(
      fc.property(fc.string(), views, (name, view) => {
        assert.equal(isSavedFilter(JSON.parse(JSON.stringify({ name, view }))), true);
        assert.equal(isSavedFilter({ name, view, more: 1 }), false);
        assert.equal(isSavedFilter({ name, view: { ...view, text: 1 } }), false);
      }),
    );
  });
});
