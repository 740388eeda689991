import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readInlineEvidence } from '../../../../src/core/assessment/inlineEvidence';
import { catalog } from '../../../../src/core/csf/catalog';
import { scan } from '../../../../src/core/csf/scanner';
import { visibleLines } from '../../../../src/core/document/lines';
import { createLineIndex } from '../../../../src/core/lineIndex';

function read(text: string): { readonly found: readonly string[]; readonly placeholders: readonly number[] } {
  const found = scan(text, catalog);
  const { evidence, problems } = readInlineEvidence(
    visibleLines(text, found, createLineIndex(text)),
    'scope.md',
    catalog,
  );
  return {
    found: evidence.map(({ line, control, requirement, maturity, location }) =>
      [line, requirement ?? control, maturity ?? '-', location].join(' '),
    ),
    placeholders: problems.map(({ at }) => (at && 'line' in at ? at.line : 0)),
  };
}

describe('evidence in a document', () => {
  for (const [what, text, ...expected] of [
    ['under a heading', '### 01.c - Title\n\nEvidence (policy): [ACP](acp.pdf)', '3 01.c policy acp.pdf'],
    ['in bold', '# 01.c\n**Evidence (policy):** [ACP](acp.pdf)', '2 01.c policy acp.pdf'],
    ['as a list item', '# 01.c\n- Evidence (implemented): https://x.y/z', '2 01.c implemented https://x.y/z'],
    ['under a list item', '* 01.c - Title\n  Evidence (policy): `docs/acp.pdf`', '2 01.c policy docs/acp.pdf'],
    ['under a nested list item', '- 01.c\n  - Evidence (policy): a.pdf', '2 01.c policy a.pdf'],
    [
      'at two levels',
      '# 01.c\nEvidence (policy, procedure): [A](a.pdf)',
      '2 01.c policy a.pdf',
      '2 01.c procedure a.pdf',
    ],
    [
      'with two documents',
      '# 01.c\nEvidence (policy): [A](a.pdf), [B](b.pdf)',
      '2 01.c policy a.pdf',
      '2 01.c policy b.pdf',
    ],
    [
      'under a heading for two controls',
      '# 03.b - X; 03.c - Y\nEvidence (policy): a.pdf',
      '2 03.b policy a.pdf',
      '2 03.c policy a.pdf',
    ],
    ['for a requirement', '# 1149.01c2System.9 - 01.c\nEvidence (policy): a.pdf', '2 1149.01c2System.9 policy a.pdf'],
    ['without a level', '# 01.c\nEvidence: [A](a.pdf)', '2 01.c - a.pdf'],
    ['below a deeper heading', '## 01.c\n### How\nEvidence (policy): a.pdf', '3 01.c policy a.pdf'],
    ['with spaces and a page', '# 01.c\nEvidence (policy): [A](my%20policy.pdf#page=3)', '2 01.c policy my policy.pdf'],
    ['for what a heading begins with', '# 01.c (see also 09.ab)\nEvidence (policy): a.pdf', '2 01.c policy a.pdf'],
    ['below a list that has ended', '# 01.c\n\n- 09.ab Monitoring\n\nEvidence (policy): a.pdf', '5 01.c policy a.pdf'],
    ['with spaces in its path', '# 01.c\nEvidence (policy): [A](<docs/a b.pdf>)', '2 01.c policy docs/a b.pdf'],
    ['under an underlined heading', '01.c Title\n===\nEvidence (policy): a.pdf', '3 01.c policy a.pdf'],
    [
      'for the first id of a table’s row',
      '| Control | Evidence (policy) | Note |\n|---|---|---|\n| 01.c | [A](a.pdf) | unlike 09.ab |',
      '3 01.c policy a.pdf',
    ],
    [
      'in a table’s column',
      '| Control | Evidence (policy) |\n|---|---|\n| 01.c Title | [A](a.pdf) |',
      '3 01.c policy a.pdf',
    ],
    [
      'in a table’s cell that names the level',
      '| Control | Our evidence |\n|---|---|\n| 01.c | procedure: [A](a.pdf) |',
      '3 01.c procedure a.pdf',
    ],
  ] as const) {
    it(`is read ${what}`, () => assert.deepEqual(read(text).found, expected));
  }

  for (const [what, text] of [
    ['under a heading that names no control', '# 01.c\n# Other\nEvidence (policy): a.pdf'],
    ['under a heading that only mentions one', '# About 01.c\nEvidence (policy): a.pdf'],
    ['in fenced code', '# 01.c\n```\nEvidence (policy): a.pdf\n```'],
    ['in a comment', '# 01.c\n<!--\nEvidence (policy): a.pdf\n-->'],
    ['in a table’s other columns', '| Control | Link |\n|---|---|\n| 01.c | [A](a.pdf) |'],
    ['in a table’s row without an id', '| Control | Evidence |\n|---|---|\n| x | [A](a.pdf) |'],
    ['under an underlined heading that names no control', '# 01.c\n\nOther\n---\nEvidence (policy): a.pdf'],
    ['in a sentence', '# 01.c\nThe evidence is in a.pdf'],
  ] as const) {
    it(`is not read ${what}`, () => assert.deepEqual(read(text), { found: [], placeholders: [] }));
  }

  for (const value of ['TBD', 'n/a', '-', '', '[see below](#todo)', 'TBD <!-- [a](a.pdf) -->']) {
    it(`"${value}" is mentioned and does not count`, () =>
      assert.deepEqual(read(`# 01.c\nEvidence (policy): ${value}`), { found: [], placeholders: [2] }));
  }

  it('never makes reading a document fail', () => {
    const unit = fc.constantFrom(
      '# 01.c\n',
      '- 01.d\n',
      'Evidence (policy): ',
      '[a](b.pdf)',
      '| Evidence |',
      '\n|--|\n',
      '01.a',
      ' ',
      '\n',
      '`',
      '<!--',
      '](',
      '(',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        const lines = createLineIndex(text);
        const { evidence } = readInlineEvidence(visibleLines(text, scan(text, catalog), lines), 'scope.md', catalog);
        assert.ok(evidence.every(({ line, location }) => line >= 1 && line <= text.split('\n').length && location));
      }),
      { numRuns: 1_000 },
    );
  });
});
