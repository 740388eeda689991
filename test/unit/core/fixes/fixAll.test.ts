import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { catalog } from '../../../../src/core/csf/catalog';
import { hiddenSpans } from '../../../../src/core/csf/hiddenSpans';
import { readIgnores, withoutIgnored } from '../../../../src/core/document/ignores';
import type { FixContext, Replacement } from '../../../../src/core/fixes/fix';
import { fixesOf } from '../../../../src/core/fixes/fixesOf';
import { safeFixes, withoutOverlap } from '../../../../src/core/fixes/fixAll';
import { createLineIndex } from '../../../../src/core/lineIndex';
import { english } from '../../../../src/core/message';
import { problem, type Problem } from '../../../../src/core/problems';
import { summary } from '../../given';

const comment = (words: string): string => `<!-- inheritance-scope-ignore ${words} -->`;

function contextOf(text: string): FixContext {
  return { text, catalog, summary: summary({ documents: text }) };
}

/** What is wrong with the comments of a text. */
function problemsOf(text: string, syntax: 'markdown' | 'plain' = 'markdown'): readonly Problem[] {
  const lines = createLineIndex(text);
  const ignores = readIgnores(text, hiddenSpans(text, syntax), lines, 'a.md');
  return withoutIgnored(ignores.problems, new Map([['a.md', { ignores, lines }]]));
}

function applied(replacements: readonly Replacement[], text: string): string {
  return replacements.reduceRight(
    (rest, { start, end, text: by }) => rest.slice(0, start) + by + rest.slice(end),
    text,
  );
}

describe('a fix of a comment that ignores problems', () => {
  it('is the code that was meant, and safe', () => {
    const text = `14.a ${comment('unknown-contrl: why')}`;
    const [found] = problemsOf(text);
    assert.ok(found);
    const [fix, ...others] = fixesOf(found, contextOf(text));
    assert.deepEqual([fix?.isSafe, fix && english(fix.title), others], [true, 'Change to unknown-control', []]);
    assert.equal(applied(fix?.replacements ?? [], text), `14.a ${comment('unknown-control: why')}`);
  });

  it('is none where no code is near', () => {
    const text = `14.a ${comment('nothing-of-the-kind: why')}`;
    assert.deepEqual(
      problemsOf(text).flatMap((found) => fixesOf(found, contextOf(text))),
      [],
    );
  });

  for (const [what, text, expected, syntax] of [
    ['at the end of a line', `x\n01.a ${comment('file-empty: why')}\ny`, 'x\n01.a\ny'],
    ['with its line', `x\r\n  ${comment('file-empty: why')}\r\n01.a`, 'x\r\n01.a'],
    ['in a row of a table', `| 01.a ${comment(': why')} |`, '| 01.a |'],
    [
      'as the first of its codes',
      `01.a ${comment('file-empty, missing-id: why')}`,
      `01.a ${comment('missing-id: why')}`,
    ],
    ['as the last of its codes', `01.a ${comment('a1, file-empty: why')}`, `01.a ${comment('a1: why')}`],
    ['with its mark', '01.a // inheritance-scope-ignore: why\n', '01.a\n', 'plain'],
    ['with its mark and line', '// inheritance-scope-ignore: why\n01.a', '01.a', 'plain'],
  ] as const) {
    it(`takes out what ignores nothing, ${what}, and is not safe`, () => {
      const found = problemsOf(text, syntax).find(({ code, at }) => code === 'unused-ignore' && at);
      const [fix] = found ? fixesOf(found, contextOf(text)) : [];
      assert.equal(fix?.isSafe, undefined);
      assert.equal(applied(fix?.replacements ?? [], text), expected);
    });
  }
});

describe('the fix of all problems of a document', () => {
  it('mends what is safe to mend, and leaves the rest', () => {
    const text = `14.a ${comment('unknown-contrl: a')}\n14.b ${comment('unknown-controll, nothing-near: b')}\n`;
    const found = [problem('unknown-control', 'a.md', { start: 0, end: 4 }, '14.a'), ...problemsOf(text)];
    assert.equal(
      applied(withoutOverlap(safeFixes(found, contextOf(text))), text),
      `14.a ${comment('unknown-control: a')}\n14.b ${comment('unknown-control, nothing-near: b')}\n`,
    );
  });

  it('takes as much longer for more as there is more', () => {
    const fixes = Array.from({ length: 100_000 }, (_, index) => ({
      replacements: [{ start: 3 * index, end: 3 * index + 2, text: '' }],
    }));
    const start = performance.now();
    assert.equal(withoutOverlap(fixes).length, fixes.length);
    assert.ok(performance.now() - start < 1_500);
  });

  it('never changes a place twice, and does each fix as a whole or not at all', () => {
    const span = fc.tuple(fc.nat(20), fc.nat(3)).map(([start, length]) => ({ start, end: start + length, text: '' }));
    const spans = fc
      .array(span, { maxLength: 3 })
      .map((all) => all.toSorted((a, b) => a.start - b.start))
      .filter((all) => all.every(({ start }, index) => index === 0 || (all[index - 1]?.end ?? 0) < start));
    fc.assert(
      fc.property(fc.array(spans.map((replacements) => ({ replacements }))), (fixes) => {
        const taken = withoutOverlap(fixes);
        for (const [index, { start, end }] of taken.entries()) {
          const next = taken[index + 1];
          assert.ok(!next || end < next.start || (end === next.start && start < end && next.start < next.end));
        }
        for (const { replacements } of fixes) {
          const done = replacements.filter((one) => taken.includes(one)).length;
          assert.ok(done === 0 || done === replacements.length);
        }
        assert.deepEqual(
          taken.length > 0,
          fixes.some(({ replacements }) => replacements.length > 0),
        );
      }),
    );
  });
});
