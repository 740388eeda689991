import assert from 'node:assert/strict';
import { readQuery } from '../../../../src/core/completion/query';

describe('what is typed of an id or a title', () => {
  for (const [before, typed] of [
    ['01', '01'],
    ['see 01.', '01.'],
    ['01_C', '01.c'],
    ['(09.a', '09.a'],
    ['**01.', '01.'],
    ['01.a–01.', '01.'],
  ] as const) {
    it(`is a control in "${before}"`, () => {
      assert.deepEqual(readQuery(before), { kind: 'control', start: before.length - typed.length, typed });
    });
  }

  for (const [before, typed] of [
    ['1149', '1149'],
    ['see 1149.01C2Sys', '1149.01c2sys'],
    ['1149_01c', '1149.01c'],
    ['19.09', '19.09'],
  ] as const) {
    it(`is a requirement in "${before}"`, () => {
      assert.deepEqual(readQuery(before), { kind: 'requirement', start: before.length - typed.length, typed });
    });
  }

  for (const before of ['2027-01.', '1.01.', '§ 01.', 'v01.', 'x/01.', '0', '1', '12.5%', 'csf_v11.3_01.']) {
    it(`is no id in "${before}"`, () => {
      const kind = readQuery(before)?.kind;
      assert.ok(kind !== 'control' && kind !== 'requirement', kind);
    });
  }

  it('is the last words of a line, the longest first, none of them beginning with a word that stands everywhere', () => {
    const query = readQuery('As said above. The policy for acc pol');
    assert.deepEqual(query?.kind === 'words' && query.tails.map(({ words }) => words.join(' ')), [
      'policy for acc pol',
      'acc pol',
      'pol',
    ]);
  });

  it('is read at the end of a line as long as a file, and in no time', function () {
    this.timeout(2_000);
    const line = 'for all that '.repeat(20_000);
    assert.equal(readQuery(`${line}.`)?.kind, 'nothing');
    const query = readQuery(`${line}. acc pol`);
    assert.deepEqual(query?.kind === 'words' && query.tails[0], { start: line.length + 2, words: ['acc', 'pol'] });
  });

  it('is nothing at the start of a line and behind a sentence', () => {
    assert.equal(readQuery('')?.kind, 'nothing');
    assert.equal(readQuery('All is said. ')?.kind, 'nothing');
  });
});
