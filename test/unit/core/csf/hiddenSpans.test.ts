import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { hiddenSpans } from '../../../../src/core/csf/hiddenSpans';
import { idLikeText } from './arbitraries';
import { idsIn } from './scan';

/** [what, a text in which the controls that a reader sees are 01.a and 01.b, and every other is hidden] */
const TEXTS: readonly (readonly [what: string, text: string])[] = [
  ['a fenced block', '01.a\n```\n09.c\n```\n01.b'],
  ['a fenced block with a language and CRLF', '01.a\r\n```sh 09.d\r\n09.c\r\n```\r\n01.b'],
  ['a block fenced by tildes', '01.a\n~~~\n09.c\n```\n09.d\n~~~\n01.b'],
  ['a block fenced by four, with three inside', '01.a\n````\n```\n09.c\n```\n09.d\n````\n01.b'],
  ['an indented fenced block', '01.a\n   ```\n   09.c\n   ```\n01.b'],
  ['a fenced block that never closes', '01.a 01.b\n```\n09.c\n\n# 09.d'],
  ['a fenced block in a list item', '- 01.a\n  ```\n  09.c\n  ```\n- 01.b'],
  ['a fenced block that begins a list item', '01.a\n- ```\n  09.c\n  ```\n- 01.b'],
  ['a fenced block in a numbered list item', '01.a\n1. ```\n   09.c\n   ```\n2. 01.b'],
  ['a fenced block in a list item that never closes', '01.a\n- ```\n  09.c\n\n  09.d\n- 01.b'],
  ['a fenced block in a quote', '> 01.a\n> ```\n> 09.c\n> ```\n> 01.b'],
  ['a fenced block in a quote in a quote', '01.a\n> > ~~~\n> > 09.c\n> > ~~~\n> > 01.b'],
  ['a fenced block in a quote that ends without closing it', '01.a\n> ```\n> 09.c\n\n01.b'],
  ['a comment', '01.a <!-- 09.c --> 01.b'],
  ['a comment over lines', '01.a\n<!-- 09.c\n\n```\n09.d --> 01.b'],
  ['a comment that never closes', '01.a 01.b\n<!-- 09.c\n\n09.d'],
  ['a comment in a table cell', '| 01.a | <!-- 09.c --> | 01.b |'],
  ['a comment that closes at once', '01.a <!--> 01.b'],
  ['a link’s target, title included', '[01.a](09.c "09.d") 01.b'],
  ['a link’s target with parentheses', '[01.a](docs/(09.c)/09.d) 01.b'],
  ['an image’s target', '![01.a](09.c) 01.b'],
  ['the target of a link definition', '[01.a]: 09.c\n01.b'],
  ['an autolink', '01.a <https://example.com/09.c> 01.b'],
  ['a URL in a table cell', '| https://example.com/09.c | 01.a | 01.b |'],
  ['an HTML tag', '<span title="09.c">01.a</span> 01.b'],
];

/** Texts in which nothing is hidden: 01.a and 01.b stand to be read. */
const PLAIN: readonly (readonly [what: string, text: string])[] = [
  ['inline code', '`01.a` and ``01.b``'],
  ['three backticks inside a line', '```01.a``` 01.b'],
  ['a comment’s start in inline code', '`<!--` 01.a `-->` 01.b'],
  ['a comment’s start in a fenced block', '```\n<!--\n```\n01.a 01.b'],
  ['a comment’s start in the middle of a paragraph', 'write <!-- to begin one\n\n01.a\n\n<!-- note --> 01.b'],
  ['a comment’s start behind a backslash', '\\<!-- 01.a\n01.b'],
  ['a less-than sign', 'less < 01.a and more > 01.b'],
  ['a label', '[01.a] 01.b'],
  ['a footnote', 'see[^1] 01.a\n\n[^1]: 01.b applies'],
  ['a task list', '- [ ] 01.a\n- [x] 01.b'],
  ['a reference link', '[01.a][01.b]'],
  ['a backtick that never closes', '01.a ` 01.b'],
];

describe('what a reader of Markdown does not read as text', () => {
  for (const [what, text] of TEXTS) {
    it(`is what stands in ${what}`, () => assert.deepEqual(idsIn(text), ['01.a', '01.b']));
  }

  for (const [what, text] of PLAIN) {
    it(`is not what ${what} shows`, () => assert.deepEqual(idsIn(text), ['01.a', '01.b']));
  }

  it('is sorted, in bounds and without overlap in any text', () => {
    fc.assert(
      fc.property(fc.oneof(idLikeText, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        let last = 0;
        for (const { start, end } of hiddenSpans(text)) {
          assert.ok(last <= start && start < end && end <= text.length);
          last = end;
        }
      }),
      { numRuns: 1500 },
    );
  });
});
