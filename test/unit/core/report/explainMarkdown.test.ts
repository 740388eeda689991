import assert from 'node:assert/strict';
import { type Explanation, type Step, step } from '../../../../src/core/assessment/explainStep';
import { english, message } from '../../../../src/core/message';
import { explainMarkdown } from '../../../../src/core/report/explainMarkdown';

const WHY = message('why-rows');
const place = (file: string, line: number): Step['places'][number] => ({ file, at: { line } });

function written(steps: readonly Step[], more: Partial<Explanation> = {}): string {
  const explanation: Explanation = { id: '01.c', title: 'Privilege Management', status: 'complete', steps, ...more };
  return explainMarkdown(
    {
      explanation,
      summary: { basis: 'documents' },
      translate: english,
      placeOf: ({ file, at }) => ({ file, line: 'line' in at ? at.line : 0, column: 1, endColumn: 1 }),
    },
    ({ file, at }) => (file === 'srm.xlsx' || !('line' in at) ? undefined : `/${encodeURIComponent(file)}#L${at.line}`),
  );
}

describe('an explanation as Markdown', () => {
  it('begins with what it is about and the status', () => {
    assert.match(
      written([]),
      /^# Why 01\.c Privilege Management has this status\n\n\*\*Status: Nothing recorded as open\*\*\n/,
    );
    assert.match(written([], { status: undefined }), /\*\*Not in scope\*\*/);
  });

  it('has a heading for each rule, in the order of the steps, and numbers the steps through', () => {
    const steps = [1, 2, 2, 8].map((rule) => step(rule as Step['rule'], message('text', `of ${rule}`)));
    assert.deepEqual(
      written(steps)
        .split('\n')
        .filter((line) => /^(?:##|\d)/.test(line)),
      [
        '## Rule 1: scope',
        '1. of 1',
        '## Rule 2: responsibility',
        '2. of 2',
        '3. of 2',
        '## Rule 8: status',
        '4. of 8',
      ],
    );
  });

  it('links each place to its line, and names the one that no link leads to', () => {
    const text = written([step(2, message('text', 'Row'), [place('srm.csv', 2), place('srm.xlsx', 3)])]);
    assert.ok(text.includes('1. Row ([srm.csv:2](/srm.csv#L2), srm.xlsx:3)\n'), text);
  });

  it('names so many places and the number of the rest', () => {
    const text = written([
      step(
        1,
        message('text', 'Scope'),
        Array.from({ length: 20 }, (_, index) => place('a.md', index + 1)),
      ),
    ]);
    assert.match(text, /\[a\.md:8\]\(\/a\.md#L8\), and 12 more\)\n/);
  });

  it('tells the rule behind a step, and not again where the next one has the same', () => {
    const text = written([step(2, message('text', 'One'), [], WHY), step(2, message('text', 'Two'), [], WHY)]);
    assert.match(text, /^1\. One\\\n {3}_Rule 2: .*_\n2\. Two\n$/m);
  });

  it('shows text from files as text: nothing in it is a link, code, a heading or HTML', () => {
    const evil = '\n# [a](command:x) `b` <img src=x onerror=y> **c** ![d](e)';
    const text = written([step(3, message('text', evil), [place(evil, 1)], message('text', evil))], { title: evil });
    const bare = text.replace(/\\./g, '').replace(/\]\([^)\n]*#L1\)/g, '');
    assert.equal(bare.match(/^# /gm)?.length, 1);
    assert.doesNotMatch(bare, /[`<>]|!\[/);
  });
});
