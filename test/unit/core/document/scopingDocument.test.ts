import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { catalog, withOwnIds } from '../../../../src/core/csf/catalog';
import { scan } from '../../../../src/core/csf/scanner';
import { readScopingDocument, type ScopingDocument } from '../../../../src/core/document/scopingDocument';
import type { DocumentContext } from '../../../../src/core/document/stretch';
import { createLineIndex } from '../../../../src/core/lineIndex';

/** Read in one piece. */
const WHOLE: DocumentContext = { file: 'scope.md', syntax: 'markdown', catalog, stretchLength: Infinity };
/** In stretches of a line or two, so that every edit is near the end of one. */
const PIECEWISE: DocumentContext = { ...WHOLE, stretchLength: 20 };

/** What lines are made of: all that one line can mean for another, and halves of it. */
const PIECES = [
  ...[
    '01.a',
    '1149.01c2System.9',
    '04.a–04.f',
    '14.a',
    '01.x',
    '01_b',
    '08.f–08.a',
    '01.c - Privilege Management',
    '§ ',
    '§',
  ],
  ...[
    '# 01.b\n',
    '### 1149.01c2System.9\n',
    '## Access\n',
    '# ',
    '\n===\n',
    '\n---\n',
    '- 01.d\n',
    '  - ',
    '* [ ] 01.e\n',
  ],
  ...[
    '\nEvidence (policy): [ACP](acp.pdf)\n',
    '\n  - Evidence: `a.pdf`\n',
    'evidence: TBD',
    '\nEvidence (procedure): b.pdf',
  ],
  ...['| Control | Evidence (policy) |\n', '|---|---|\n', '| 01.f | c.pdf |\n', '| a | b', '|', '---', '\\|'],
  ...[
    '\n```\n',
    '\n~~~\n',
    '> ```\n',
    '- ```\n',
    '  ```\n',
    '`',
    '<!--',
    '-->',
    '\n<!-- 01.g\n',
    'text <!-- ',
    '\n-->\n',
  ],
  ...[
    '\n<!-- inheritance-scope-ignore unknown-control: why -->\n',
    ' <!-- inheritance-scope-ignore: why -->',
    'inheritance-scope-ignore title-mismatch: why',
    'inheritance-scope-ignore',
  ],
  ...[
    '| Control | Responsibility |\n',
    '| 01.c | Azure |\n',
    '01.b (shared)',
    '08.* Physical and Environmental Security',
  ],
  ...['[x](', ')', 'https://example.org/01.h', '<a ', '>', '\n[label]: ', '[', ']: '],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r\n\r\n',
    '\r',
    ' ',
    '\t',
    'is inherited from Azure',
    'a word',
    '–',
    '\u{1F512}',
    '\ud83d',
    'AC-2',
  ],
];

const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));

interface Edit {
  /** As parts of the text's length. */
  readonly from: number;
  readonly length: number;
  readonly text: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(
    fc.constant(0),
    fc.double({ min: 0, max: 0.05, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ),
  text: fc.oneof(fc.constant(''), fc.constantFrom(...PIECES), text),
});

function edited(before: string, { from, length, text: typed }: Edit): string {
  const start = Math.round(from * before.length);
  return before.slice(0, start) + typed + before.slice(start + Math.round(length * before.length));
}

/** What an editor makes of a text at once: other line ends, nothing, a text as it was. */
const REWRITES: readonly ((now: string, first: string) => string)[] = [
  (now) => now.replace(/\r\n|\r|\n/g, '\r\n'),
  (now) => now.replace(/\r\n|\r|\n/g, '\r'),
  (now) => now.replace(/\r\n|\r|\n/g, '\n'),
  () => '',
  (_now, first) => first,
];

/** An edit where a stretch ends, or right before or behind that. */
const seamEdit = fc.record({
  seam: fc.nat(),
  by: fc.integer({ min: -2, max: 2 }),
  text: edit.map((each) => each.text),
});

type Change = Edit | { readonly seam: number; readonly by: number; readonly text: string } | (typeof REWRITES)[number];

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: edit },
  { weight: 2, arbitrary: seamEdit },
  { weight: 1, arbitrary: fc.constantFrom(...REWRITES) },
);

function changed({ text: now, stretches }: ScopingDocument, by: Change, first: string): string {
  if (typeof by === 'function') return by(now, first);
  if ('from' in by) return edited(now, by);
  const at = Math.max(0, (stretches[by.seam % stretches.length]?.start ?? 0) + Math.max(by.by, 0));
  return by.by < 0 ? now.slice(0, Math.max(0, at + by.by)) + now.slice(at) : now.slice(0, at) + by.text + now.slice(at);
}

/** All that a document says, with where its lines begin. */
function told({ scan: found, mentions, lines, findings, ignores, evidence, problems }: ScopingDocument): unknown {
  const starts = Array.from({ length: lines.count + 1 }, (_, line) => lines.startOf(line));
  const [{ references, unresolved, hidden }, { byControl }] = [found, mentions];
  return { references, unresolved, hidden, byControl, mentions, starts, findings, ignores, evidence, problems };
}

describe('a document that is read again after each edit', () => {
  for (const [what, ownIds, syntax] of [
    ['in Markdown', [], 'markdown'],
    ['in plain text', [], 'plain'],
    ["with ids of the user's own", ['[A-Z]{2}-\\d{1,2}'], 'markdown'],
  ] as const) {
    const others = { catalog: withOwnIds(catalog, ownIds), syntax };

    it(`says what it would say if it were read whole, ${what}`, () => {
      const [piecewise, whole] = [
        { ...PIECEWISE, ...others },
        { ...WHOLE, ...others },
      ];
      fc.assert(
        fc.property(text, fc.array(change, { maxLength: 8 }), (first, changes) => {
          let document = readScopingDocument(first, piecewise);
          assert.deepEqual(told(document), told(readScopingDocument(first, whole)));
          for (const each of changes) {
            const now = changed(document, each, first);
            document = readScopingDocument(now, piecewise, document);
            assert.deepEqual(told(document), told(readScopingDocument(now, whole)));
          }
        }),
        { numRuns: 3_000 },
      );
    });
  }

  it('says of references and lines what is found in the text as such', () => {
    fc.assert(
      fc.property(text, (now) => {
        const { scan: found, lines } = readScopingDocument(now, PIECEWISE);
        const whole = scan(now, catalog);
        const located = whole.references.map((reference) => ({ file: 'scope.md', ...reference }));
        assert.deepEqual([found.references, found.unresolved, found.hidden], [located, whole.unresolved, whole.hidden]);
        assert.equal(lines.count, createLineIndex(now).count);
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads only the stretch that a key is in, wherever that is', () => {
    const paragraph = 'The team reviews each account every quarter, as 01.b asks.\n\n';
    const long = `A scoping document.\n\n# 01.a\n\n${paragraph.repeat(2_000)}`;
    const context: DocumentContext = { file: 'scope.md', syntax: 'markdown', catalog };
    const before = readScopingDocument(long, context);
    assert.ok(before.stretches.length > 20);
    for (const at of [0, 1, 40_000, long.length - 1, long.length]) {
      const after = readScopingDocument(`${long.slice(0, at)}x${long.slice(at)}`, context, before);
      const known = new Set(before.stretches.map(({ stretch }) => stretch));
      const read = after.stretches.filter(({ stretch }) => !known.has(stretch));
      const length = read.reduce((sum, { stretch }) => sum + stretch.text.length, 0);
      assert.ok(read.length >= 1 && length < 9_000, `${length} characters read for a key at ${at}`);
    }
  });

  it('is not cut into ever more stretches by what is typed in it', () => {
    let now = 'A line.\n'.repeat(2_000);
    let document = readScopingDocument(now, { ...WHOLE, stretchLength: 400 });
    for (let key = 0; key < 1_000; key++) {
      now = `${now.slice(0, 2_000)}\n${now.slice(2_000)}`;
      document = readScopingDocument(now, { ...WHOLE, stretchLength: 400 }, document);
    }
    assert.ok(document.stretches.length < 60, `${document.stretches.length} stretches`);
  });
});
