import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ALL } from '../../../src/summary/pageState';
import {
  ACTIONS,
  parseToHost,
  parseToPage,
  RUNS,
  SELECTION_ACTIONS,
  TARGET_KINDS,
  type ToHost,
  type ToPage,
} from '../../../src/summary/protocol';
import { rowDetails, summaryContent } from './summaryContent';

const OPEN = { type: 'open', kind: 'reference', row: '01.c', index: 0, revision: 3 } as const;
const ACT = { type: 'act', action: 'addEvidence', row: '01.c' } as const;
const SELECTION = { type: 'selection', action: 'export', rows: ['01.c'], filter: '' } as const;
const VIEW = { ...ALL, text: 'log', facets: { ...ALL.facets, open: ['policy'] } };

const TO_HOST: readonly ToHost[] = [
  { type: 'ready' },
  ...RUNS.map((run) => ({ type: 'run', run }) as const),
  { type: 'choose', assessment: 'file:///w' },
  { type: 'details', rows: ['01.c', '1149.01c2System.9'], revision: 3 },
  ...TARGET_KINDS.map((kind) => ({ ...OPEN, kind })),
  ...ACTIONS.map((action) => ({ ...ACT, action })),
  ...SELECTION_ACTIONS.map((action) => ({ ...SELECTION, action })),
  { type: 'saveFilter', name: 'Mine', view: VIEW },
  { type: 'deleteFilter', name: 'Mine' },
];

const SUMMARY: ToPage = {
  type: 'summary',
  assessment: 'file:///w',
  assessments: [{ id: 'file:///w', name: 'Portal' }],
  summary: summaryContent(),
  savedFilters: [{ name: 'Mine', view: VIEW }],
  revision: 1,
};
const TO_PAGE: readonly ToPage[] = [
  SUMMARY,
  { type: 'details', revision: 1, rows: [rowDetails()] },
  { type: 'reveal', row: '01.c' },
  {
    type: 'notice',
    notice: { state: 'empty', title: 'None', text: 'yet', actions: [{ run: 'loadMatrix', label: 'Load Matrix…' }] },
  },
];

/** A valid message with one of its keys, however deep, given another value. */
function spoiled(message: object): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })), fc.anything())
    .map(([random, value]) => changedWithin(message, random, (parent, key) => (parent[key] = value)));
}

/** A valid message in which one object, however deep, has a key that is called otherwise. */
function renamed(message: object): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })), fc.string())
    .map(([random, name]) =>
      changedWithin(message, random, (parent, key) => {
        parent[`${key}${name}!`] = parent[key];
        Reflect.deleteProperty(parent, key);
      }),
    );
}

type Changed = Record<string, unknown>;

function changedWithin(
  message: object,
  random: Iterator<unknown>,
  change: (parent: Changed, key: string) => void,
): Changed {
  const copy = structuredClone(message) as Changed;
  let parent = copy;
  for (;;) {
    const keys = Object.keys(parent);
    const key = keys[Math.floor((random.next().value as number) * keys.length)]!;
    const child = parent[key];
    const goesOn = typeof child === 'object' && child !== null && Object.keys(child).length > 0;
    if (goesOn && (Array.isArray(child) || Array.isArray(parent) || (random.next().value as number) < 0.7)) {
      parent = child as Changed;
      continue;
    }
    change(parent, key);
    return copy;
  }
}

/** Whether a message has the keys of one of these. */
function isLike(value: object, messages: readonly object[]): boolean {
  const of = (each: object): string => JSON.stringify(Object.keys(each).toSorted());
  return messages.some((message) => of(message) === of(value));
}

describe('the messages of the summary’s page', () => {
  it('are taken as they are', () => {
    for (const message of TO_HOST) assert.deepEqual(parseToHost(structuredClone(message)), message);
  });

  it('are dropped where they name a file, a command or anything else that is none of theirs', () => {
    for (const message of [
      { ...OPEN, file: 'file:///etc/hosts' },
      { ...OPEN, kind: 'command:workbench.action.quit' },
      { ...OPEN, index: -1 },
      { ...OPEN, index: 0.5 },
      { ...OPEN, revision: '3' },
      { type: 'open', row: '01.c' },
      { ...ACT, action: 'workbench.action.quit' },
      { ...ACT, action: 'openSample' },
      { ...ACT, row: undefined },
      { ...ACT, evidence: 'file:///etc/hosts' },
      { type: 'run', run: 'constructor' },
      { type: 'run', run: 'export', target: 'file:///etc/hosts' },
      { type: 'details', rows: '01.c', revision: 0 },
      { ...SELECTION, rows: [1] },
      { ...SELECTION, action: 'delete' },
      { type: 'saveFilter', name: 'Mine', view: { ...VIEW, columns: ['secret'] } },
      { type: 'saveFilter', name: 'Mine', view: { ...VIEW, facets: {} } },
      { type: 'execute' },
      'ready',
      [],
      null,
      undefined,
    ])
      assert.equal(parseToHost(message), undefined, JSON.stringify(message));
  });

  it('never make the host throw, and nothing comes through that is no message, whatever is sent', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.json().map((text) => JSON.parse(text) as unknown),
      ...TO_HOST.map(spoiled),
    );
    fc.assert(
      fc.property(anything, (value) => {
        const message = parseToHost(value);
        return message === undefined || isLike(message, TO_HOST);
      }),
      { numRuns: 3_000 },
    );
  });

  it('are refused once a key is called otherwise', () => {
    fc.assert(
      fc.property(fc.oneof(...TO_HOST.map(renamed)), (value) => parseToHost(value) === undefined),
      { numRuns: 1_000 },
    );
  });
});

describe('the messages of the summary’s host', () => {
  it('are taken as they are', () => {
    for (const message of TO_PAGE) assert.deepEqual(parseToPage(structuredClone(message)), message);
  });

  it('never make the page throw', () => {
    fc.assert(fc.property(fc.anything(), (value) => parseToPage(value) === undefined));
    fc.assert(fc.property(fc.json(), (text) => parseToPage(JSON.parse(text)) === undefined));
  });

  it('are dropped where they are not whole, in whatever of their parts', () => {
    fc.assert(
      fc.property(fc.oneof(...TO_PAGE.map(renamed)), (value) => parseToPage(value) === undefined),
      { numRuns: 1_000 },
    );
    fc.assert(
      fc.property(fc.oneof(...TO_PAGE.map(spoiled)), (value) => {
        const parsed = parseToPage(value);
        return parsed === undefined || isLike(parsed, TO_PAGE);
      }),
      { numRuns: 1_000 },
    );
    const { summary } = SUMMARY;
    for (const part of [{ rows: [{}] }, { labels: {} }, { values: {} }, { bars: { ...summary.bars, all: undefined } }])
      assert.equal(parseToPage({ ...SUMMARY, summary: { ...summary, ...part } }), undefined);
  });
});
