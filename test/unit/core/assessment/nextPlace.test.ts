import assert from 'node:assert/strict';
import { nextPlace, type NextStep } from '../../../../src/core/assessment/nextPlace';
import { type Given, summary } from '../../given';

const ID = '1149.01c2System.9';
const GIVEN: Given = {
  matrix: `${ID},Partial`,
  list: ID,
  documents: { 'a.md': 'See 01.c.', 'b.md': `All of 01.c, and ${ID}.` },
  evidence: `${ID},policy,https://x.y/z,collected`,
  requests: `${ID},planned,external,50,yes,Azure`,
};

describe('the place to go on with', () => {
  const placeOf = (step: Partial<NextStep>, given: Partial<Given> = {}): unknown => {
    const place = nextPlace({ control: '01.c', ...step }, summary({ ...GIVEN, ...given }));
    return place && [place.file, 'line' in place.at ? place.at.line : place.at.start];
  };

  it('is for a control the first place that names it', () => {
    assert.deepEqual(placeOf({}), ['a.md', 4]);
  });

  it('is in the document under which the control is shown', () => {
    assert.deepEqual(placeOf({ document: 'b.md' }), ['b.md', 7]);
    assert.deepEqual(placeOf({ document: 'gone.md' }), ['a.md', 4]);
  });

  it('is for a requirement where it is named itself, before where its control is', () => {
    assert.deepEqual(placeOf({ requirement: ID }), ['b.md', 17]);
    assert.deepEqual(placeOf({ requirement: ID }, { documents: '01.c' }), ['scope.md', 0]);
  });

  it('is the row of the matrix where no document names it, and then the list', () => {
    assert.deepEqual(placeOf({ requirement: ID }, { documents: '' }), ['srm.csv', 2]);
    assert.deepEqual(placeOf({ requirement: ID }, { documents: '', matrix: '09.j,None' }), ['requirements.csv', 2]);
    assert.deepEqual(placeOf({}, { documents: '', matrix: '09.j,None' }), ['requirements.csv', 2]);
  });

  it('is by what is open: the matrix, the request, the late evidence', () => {
    const open = (kind: NonNullable<NextStep['kind']>, more: Partial<NextStep> = {}): unknown =>
      placeOf({ requirement: ID, kind, ...more });
    assert.deepEqual(open('unknown'), ['srm.csv', 2]);
    assert.deepEqual(open('coverage-needed'), ['requests.csv', 2]);
    assert.deepEqual(open('awaiting-approval'), ['requests.csv', 2]);
    assert.deepEqual(open('late-evidence', { maturity: 'policy' }), ['evidence.csv', 2]);
    assert.deepEqual(open('late-evidence', { maturity: 'procedure' }), ['b.md', 17]);
    assert.deepEqual(open('needs-evidence', { maturity: 'procedure' }), ['b.md', 17]);
  });

  it('is none for what no file names', () => {
    assert.equal(nextPlace({ control: '02.a' }, summary(GIVEN)), undefined);
  });
});
