import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pageBlocks } from '../../../src/comparison/pageBlocks';
import { parseToHost, parseToPage, type ToPage } from '../../../src/comparison/protocol';
import type { Block } from '../../../src/core/report/comparison/comparisonDocument';

const DOCUMENT: readonly Block[] = [
  { kind: 'heading', level: 1, text: 'What changed' },
  { kind: 'paragraph', text: 'Much.' },
  { kind: 'list', items: ['one', 'two'] },
  {
    kind: 'table',
    header: ['Where', 'What'],
    rows: [
      [
        [
          [
            { text: '3', place: { file: 'a.md', line: 3 } },
            { text: '5', place: { file: 'a.md', line: 5 } },
          ],
        ],
        [[{ text: 'old', mark: 'old' }], [{ text: 'new', mark: 'new' }]],
      ],
    ],
  },
];

describe('the document of the comparison’s page', () => {
  it('names no file: its links are numbers of places that the host keeps', () => {
    const { blocks, places } = pageBlocks(DOCUMENT);
    assert.deepEqual(places, [
      { file: 'a.md', line: 3 },
      { file: 'a.md', line: 5 },
    ]);
    assert.deepEqual(blocks[3], {
      kind: 'table',
      header: ['Where', 'What'],
      rows: [
        [
          [
            [
              { text: '3', mark: 'none', place: 1 },
              { text: '5', mark: 'none', place: 2 },
            ],
          ],
          [[{ text: 'old', mark: 'old', place: 0 }], [{ text: 'new', mark: 'new', place: 0 }]],
        ],
      ],
    });
  });

  it('is taken by the page as it was sent, and not with a part of another kind', () => {
    const message: ToPage = {
      type: 'comparison',
      save: 'Save',
      swap: 'Swap',
      blocks: pageBlocks(DOCUMENT).blocks,
      revision: 1,
    };
    assert.deepEqual(parseToPage(structuredClone(message)), message);
    assert.equal(parseToPage({ ...message, blocks: [{ kind: 'html', text: '<b>' }] }), undefined);
    assert.equal(parseToPage({ ...message, more: 1 }), undefined);
  });
});

describe('the messages of the comparison’s page', () => {
  it('are taken by the host', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'save' },
      { type: 'swap' },
      { type: 'open', place: 1, revision: 2 },
    ]) {
      assert.deepEqual(parseToHost(message), message);
    }
  });

  it('are dropped where they are anything else', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything().filter(isForeign), (place, other) => {
        for (const value of [
          other,
          { type: other },
          { type: 'open', place, revision: 'x' },
          { type: 'open', place: -1, revision: 0 },
        ]) {
          assert.equal(parseToHost(value), undefined);
        }
      }),
    );
  });
});

function isForeign(value: unknown): boolean {
  return !['ready', 'save', 'swap'].some((type) => value === type);
}
