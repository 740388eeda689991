import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { completions, type CompletionScope, MOST_PROPOSALS } from '../../../../src/core/completion/completions';
import { readQuery } from '../../../../src/core/completion/query';
import { catalog } from '../../../../src/core/csf/catalog';
import { type Given, summary } from '../../given';

const MATRIX =
  '1149.01c2System.9,Partial\n1150.01c2System.10,Full\n1143.01c1System.123,No\n0104.02a1Organizational.12,No';

describe('the ids that fit what is typed', () => {
  const scopeOf = (given: Given): CompletionScope => ({ catalog, summary: summary(given) });
  const scope = scopeOf({ matrix: MATRIX, documents: 'Of 09.a only.' });
  const found = (before: string, of = scope): readonly string[] => {
    const query = readQuery(before);
    return query ? completions(query, of).map(({ subject }) => subject.requirement ?? subject.control) : [];
  };

  it('are the controls of a category, those in scope first, then those of the matrix', () => {
    assert.deepEqual(found('01.').slice(0, 3), ['01.c', '01.a', '01.b']);
    assert.equal(found('09.')[0], '09.a');
    assert.ok(found('09.').every((id) => id.startsWith('09.')));
    assert.deepEqual(found('77.'), []);
  });

  it('are found by the beginning of an id in any spelling', () => {
    for (const typed of ['01.c', '01_c', '01.C']) assert.equal(found(typed)[0], '01.c', typed);
    assert.deepEqual(found('see 09.a').slice(0, 3), ['09.a', '09.aa', '09.ab']);
  });

  it('are found by the words of a title, also a little misspelt', () => {
    assert.deepEqual(found('acc pol'), ['01.a']);
    assert.equal(found('is subject to priv')[0], '01.c');
    assert.equal(found('priviledge mangement')[0], '01.c');
    assert.equal(found('session timeout')[0], '01.t');
    assert.equal(found('access control policy')[0], '01.a');
    assert.deepEqual(found('quillmere'), []);
  });

  it('are taken for as much of a line as fits a title', () => {
    const query = readQuery('The steps are in user reg');
    assert.equal(query && completions(query, scope)[0]?.start, 'The steps are in '.length);
  });

  it('are the requirements of a control that is typed in full, or of a number, and never all of them', () => {
    assert.deepEqual(found('01.c'), ['01.c', '1143.01c1System.123', '1149.01c2System.9', '1150.01c2System.10']);
    assert.deepEqual(found('114'), ['1143.01c1System.123', '1149.01c2System.9']);
    assert.deepEqual(found('1149.01C2sys'), ['1149.01c2System.9']);
    assert.deepEqual(
      found('01.').filter((id) => id.includes('System')),
      [],
    );
    const many = Array.from({ length: 1000 }, (_, index) => `1149.01c2System.${index},No`).join('\n');
    assert.equal(found('1149', scopeOf({ matrix: many })).length, MOST_PROPOSALS);
  });

  it('are of the requirement list first', () => {
    const listed = scopeOf({ matrix: MATRIX, list: '1150.01c2System.10,,,\n1151.01c2System.11,,,' });
    assert.deepEqual(found('01.c', listed).slice(0, 3), ['01.c', '1150.01c2System.10', '1151.01c2System.11']);
    assert.ok(found('01.c', listed).includes('1149.01c2System.9'));
  });

  it('have the right control first for at least 95 of 100 titles with one slip in a long word', () => {
    const slips = fc.record({
      control: fc.constantFrom(...catalog.controls.values()),
      word: fc.nat(),
      at: fc.nat(),
      kind: fc.constantFrom('left out', 'doubled', 'swapped', 'other'),
    });
    let right = 0;
    const samples = fc.sample(slips, { numRuns: 400, seed: 7 });
    for (const { control, word, at, kind } of samples) {
      const words = control.title.split(' ');
      const long = words.flatMap((each, index) => (each.length > 5 ? [index] : []));
      const index = long[word % Math.max(1, long.length)] ?? 0;
      const letters = words[index] ?? '';
      const place = 1 + (at % Math.max(1, letters.length - 2));
      const [head, letter, tail] = [letters.slice(0, place), letters.charAt(place), letters.slice(place + 1)];
      const mistyped = {
        'left out': head + tail,
        doubled: head + letter + letter + tail,
        swapped: head + tail.charAt(0) + letter + tail.slice(1),
        other: `${head}q${tail}`,
      }[kind];
      const typed = words.with(index, mistyped).join(' ');
      if (found(typed)[0] === control.id) right++;
    }
    assert.ok(right >= samples.length * 0.95, `${right} of ${samples.length}`);
  });
});
