import assert from 'node:assert/strict';
import { nearest } from '../../../src/core/nearest';

describe('the nearest word', () => {
  const words = ['evidence', 'evidenceDocuments', 'requests', 'requirements', 'gaps', 'name'];
  for (const [written, expected] of [
    ['evidences', 'evidence'],
    ['Evidence', 'evidence'],
    ['evidencedocuments', 'evidenceDocuments'],
    ['reqests', 'requests'],
    ['gap', 'gaps'],
    ['requirement', 'requirements'],
    ['nmae', 'name'],
    ['nmea', undefined],
    ['colour', undefined],
    ['', undefined],
    ['__proto__', undefined],
    ['evidence'.repeat(10_000), undefined],
  ] as const) {
    it(`to "${written.slice(0, 20)}" is ${expected ?? 'none'}`, () => assert.equal(nearest(written, words), expected));
  }
});
