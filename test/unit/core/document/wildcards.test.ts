import assert from 'node:assert/strict';
import { placeOf, problemsOf, said, textOf } from './given';

function wildcardsIn(text: string): readonly string[] {
  return problemsOf(text)
    .filter(({ code }) => code === 'wildcard-control')
    .map((problem) => `${placeOf(problem, text)} of ${textOf(problem.args[1])}`);
}

describe('a wildcard for a category', () => {
  for (const [text, expected] of [
    ['01.x — Access Control', '01.x of 01'],
    ['### 09.x: Communications & Operations Management', '09.x of 09'],
    ['| 01.x | Access Control | Shared |', '01.x of 01'],
    ['Access Control (01.x)', '01.x of 01'],
    ['- 01.x (all Access Control controls)', '01.x of 01'],
    ['10.x — Information Systems Acquisition, Development and Maintenance', '10.x of 10'],
    ['**01.*** — Access Control', '01.* of 01'],
    ['11.x — Access Control', '11.x of 01'],
    ['This answers all of 01.x', '01.x of 01'],
    ['We cover all of 10.x, and more', '10.x of 10'],
    ['all controls in 01.x are shared', '01.x of 01'],
    ['the 08.x controls', '08.x of 08'],
  ] as const) {
    it(`is found in "${text}"`, () => {
      assert.deepEqual(wildcardsIn(text), [expected]);
      assert.equal(problemsOf(text).length, 1);
    });
  }

  for (const text of [
    '01.x — Mobile Computing and Communications',
    '01.x Mobile Computing & Communications',
    '09.x - Electronic Commerce Services',
    '01.x — Mobile Devices',
    '01.x',
    'see 01.x and 09.x',
    '10.x',
    'Windows 10.x and all 10.x versions',
    'all of 10.x.x.x',
    'the 11.x series of the agent',
    'all 10.x addresses',
    'version 10.x - Access Control Policy',
    '01.c — Access Control Policy',
    '*see 01.*',
    '99.x — Access Control',
    'https://example.com/10.x',
  ]) {
    it(`is not found in "${text}"`, () => assert.deepEqual(wildcardsIn(text), []));
  }

  it('is told with what the id is instead', () => {
    assert.deepEqual(
      [...said('01.x — Access Control'), ...said('08.x controls')],
      [
        'wildcard-control: 01.x does not stand for all controls of category 01 "Access Control": it is the control "Mobile Computing and Communications". Name the controls that are meant.',
        'wildcard-control: 08.x does not stand for all controls of category 08 "Physical and Environmental Security": an id has no wildcard. Name the controls that are meant.',
      ],
    );
  });
});
