import assert from 'node:assert/strict';
import { datesOf, evidenceTargets, levelsToOffer, TYPES_AT } from '../../../../src/core/assessment/evidenceRow';
import { MATURITY_LEVELS, scoredLevels } from '../../../../src/core/assessment/maturity';
import { controlIn, type Given, summary } from '../../given';

const A = '1149.01c2System.9';
const B = '1150.01c2System.10';

const targets = (given: Given) => {
  const of = summary({ documents: '01.c', ...given });
  return evidenceTargets(controlIn(of, '01.c'), of);
};
const ids = (given: Given) => targets(given).map(({ id }) => id);

describe('evidence can be added', () => {
  it('for each requirement of a control and, without a requirement list, for all of it', () => {
    assert.deepEqual(ids({ matrix: `${A},None\n${B},Full` }), ['01.c', A, B]);
  });

  it('for the only requirement, or the control that stands in for its requirements', () => {
    assert.deepEqual(ids({ matrix: `${A},None` }), [A]);
    assert.deepEqual(ids({ matrix: '01.c,None' }), ['01.c']);
    assert.deepEqual(ids({}), ['01.c']);
  });

  it('for the requirements of a requirement list alone, where there is one', () => {
    const of = { ...summary({ documents: '01.c', matrix: `${A},None\n${B},None` }), basis: 'requirements' };
    const listed = evidenceTargets(controlIn(of as never, '01.c'), of as never);
    assert.deepEqual(
      listed.map(({ id }) => id),
      [A, B],
    );
  });

  it('for all of a control whose one requirement has no id but a CVID', () => {
    assert.deepEqual(ids({ header: 'CVID,Control Reference,Inheritability', matrix: '873.0,01.c Privilege,None' }), [
      '01.c',
    ]);
  });

  it('at the levels that are scored, those first that it is missing at', () => {
    const [target] = targets({ matrix: `${A},None`, evidence: `${A},policy,https://x.y/z,` });
    assert.ok(target);
    assert.deepEqual(
      levelsToOffer(target, scoredLevels('r2')).map(({ level, isOpen }) => `${level} ${isOpen}`),
      ['procedure true', 'implemented true', 'policy false'],
    );
  });

  it('with the dates that its kind is read by, at every level', () => {
    for (const level of MATURITY_LEVELS) {
      for (const type of TYPES_AT[level]) assert.ok(datesOf(type).length > 0);
    }
    assert.deepEqual(datesOf('procedure'), ['approved_on', 'effective_from', 'reviewed_on']);
    assert.deepEqual(datesOf('screenshot'), ['captured_on']);
  });
});
