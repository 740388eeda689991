import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type ActMessage,
  type OpenMessage,
  parseToHost,
  parseToPage,
  type ToHost,
  type ToPage,
} from '../../../src/summary/protocol';
import { summaryContent } from './summaryContent';

const OPEN: OpenMessage = { type: 'open', kind: 'reference', control: '01.c', index: 0, revision: 3 };
const ACT: ActMessage = { type: 'act', action: 'addEvidence', control: '01.c', requirement: '' };
const VALID: readonly ToHost[] = [
  { type: 'ready' },
  { type: 'export' },
  { type: 'loadMatrix' },
  OPEN,
  { ...OPEN, kind: 'notYetMapped' },
  ACT,
  { ...ACT, action: 'explainStatus', requirement: '1149.01c2System.9' },
];

/** A valid message with one of its keys, however deep, given another value. */
function spoiled(message: object): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })), fc.anything())
    .map(([random, value]) => {
      const copy = structuredClone(message) as Record<string, unknown>;
      let parent = copy;
      for (;;) {
        const keys = Object.keys(parent);
        const key = keys[Math.floor((random.next().value as number) * keys.length)]!;
        const child = parent[key];
        if (typeof child === 'object' && child !== null && Object.keys(child).length > 0) {
          parent = child as Record<string, unknown>;
          continue;
        }
        parent[key] = value;
        return copy;
      }
    });
}

function isValidToHost(message: ToHost): boolean {
  const { type } = message;
  if (type === 'act')
    return (
      Object.keys(message).toSorted().join() === 'action,control,requirement,type' &&
      ['addEvidence', 'explainStatus'].includes(message.action) &&
      typeof message.control === 'string' &&
      typeof message.requirement === 'string'
    );
  if (type !== 'open') return ['ready', 'export', 'loadMatrix'].includes(type) && Object.keys(message).length === 1;
  const isWhole = (number: number): boolean => Number.isInteger(number) && number >= 0;
  return (
    Object.keys(message).toSorted().join() === 'control,index,kind,revision,type' &&
    ['reference', 'matrixRow', 'evidenceRow', 'evidence', 'notYetMappedRow', 'notYetMapped'].includes(message.kind) &&
    typeof message.control === 'string' &&
    isWhole(message.index) &&
    isWhole(message.revision)
  );
}

describe('the messages of the summary’s page', () => {
  it('are taken as they are', () => {
    for (const message of VALID) assert.deepEqual(parseToHost(structuredClone(message)), message);
  });

  it('are dropped where they name a file, a command or anything else that is none of theirs', () => {
    for (const message of [
      { ...OPEN, file: 'file:///etc/hosts' },
      { ...OPEN, kind: 'command:workbench.action.quit' },
      { ...OPEN, index: -1 },
      { ...OPEN, index: 0.5 },
      { ...OPEN, revision: '3' },
      { type: 'open', control: '01.c' },
      { ...ACT, action: 'workbench.action.quit' },
      { ...ACT, action: 'openSample' },
      { ...ACT, requirement: undefined },
      { ...ACT, evidence: 'file:///etc/hosts' },
      { type: 'execute' },
      'ready',
      null,
      undefined,
    ])
      assert.equal(parseToHost(message), undefined, JSON.stringify(message));
  });

  it('never make the host throw, and nothing comes through that is no message, whatever is sent', () => {
    const anything = fc.oneof(fc.anything(), ...VALID.map(spoiled));
    fc.assert(
      fc.property(anything, (value) => {
        const message = parseToHost(value);
        return message === undefined || isValidToHost(message);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the messages of the summary’s host', () => {
  const message: ToPage = { type: 'summary', assessment: 'file:///w', summary: summaryContent(), revision: 1 };

  it('are taken as they are', () => {
    assert.deepEqual(parseToPage(structuredClone(message)), message);
    assert.deepEqual(parseToPage({ type: 'reveal', control: '01.c' }), { type: 'reveal', control: '01.c' });
  });

  it('never make the page throw, and a summary that is not whole is dropped', () => {
    fc.assert(fc.property(fc.anything(), (value) => parseToPage(value) === undefined));
    const kinds = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(kinds);
      if (typeof value === 'object' && value !== null)
        return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, kinds(child)]));
      return typeof value;
    };
    fc.assert(
      fc.property(spoiled(message), (value) => {
        const parsed = parseToPage(value);
        if (parsed) assert.deepEqual(kinds(parsed), kinds(message));
      }),
      { numRuns: 1000 },
    );
    assert.equal(parseToPage({ ...message, summary: { ...message.summary, sections: [{}] } }), undefined);
    assert.equal(parseToPage({ ...message, summary: { ...message.summary, labels: {} } }), undefined);
  });
});
