import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { english } from '../../../../src/core/message';
import { markdown } from '../../../../src/core/report/markdown';
import type { Report } from '../../../../src/core/report/report';
import { type Given, summary } from '../../given';

const report = (given: Given, name = 'Portal'): Report => ({
  summary: { ...summary(given), name },
  matrices: [{ name: 'srm.csv', entries: 2 }],
  today: '2027-03-02',
  toolVersion: '0.1.0',
  translate: english,
  placeOf: (file, { start, end }) => ({ file, line: start + 1, column: 1, endColumn: end - start + 1 }),
});
const given: Given = {
  type: 'e1',
  matrix: '01.c,None\n01.d,Full',
  documents: '01.c 01.d 14.a',
  requests: '01.d,approved',
};
const write = (of: Report): string => new TextDecoder().decode(markdown.write(of));
const written = write(report(given));
/** The cells of a table's row that begins with a text. */
const row = (text: string, start: string): readonly string[] | undefined =>
  text
    .split('\n')
    .findLast((line) => line.startsWith(`| ${start}`))
    ?.slice(2, -2)
    .split(' | ');

describe('the Markdown summary', () => {
  it('says of what, when, from which matrix, on which scope, and with what', () => {
    assert.match(written, /^# Scoping summary: Portal$/m);
    for (const fact of [
      'Date: 2027-03-02',
      'Matrix: srm.csv (2 entries)',
      'Azure Inheritance Scope 0.1.0',
      'that the scoping documents mention',
    ]) {
      assert.ok(written.includes(fact), fact);
    }
  });

  it('says that adequacy is the assessor’s judgement, and which type it assumed', () => {
    assert.match(write(report({})), /r2 is assumed[^]*assessor’s judgement/);
  });

  it('lists what is open, all in scope, and what could not be resolved, with places', () => {
    const [, open = '', all = '', unresolved = ''] = written.split(/^## (?=Open|All|Ids)/m);
    assert.deepEqual(row(open, '01.c'), [
      '01.c Privilege Management',
      'Customer',
      'needs implemented evidence',
      'scope.md:1',
    ]);
    assert.equal(row(open, '01.d'), undefined);
    assert.deepEqual(row(all, '01.d'), ['01.d User Password Management', 'Azure', 'Inherited', '0', 'scope.md:6']);
    assert.deepEqual(row(unresolved, 'scope.md')?.slice(0, 2), ['scope.md:11', '14.a']);
  });

  it('never calls a control complete and shows no percentage, because its scope is what the documents mention', () => {
    const closed = write(report({ ...given, evidence: '01.c,,https://x.y/z' }));
    assert.deepEqual(row(closed, '01.c')?.[2], 'Nothing recorded as open');
    assert.doesNotMatch(closed.replace(/^- .*$/gm, ''), /\bcomplete\b|%/i);
  });

  it('says that nothing is open where nothing is', () => {
    assert.match(write(report({})), /## Open\n\nNone\./);
  });

  it('is the same text for the same report', () => assert.equal(write(report(given)), written));

  it('keeps what comes from files on its line and in its cell, as text', () => {
    const names = fc.string({
      unit: fc.constantFrom('|', '\\', '`', '*', '<b>', '\n', '\r', '# ', '[a](b)', '&lt;', 'x'),
    });
    fc.assert(
      fc.property(names, (name) => {
        const lines = write(report(given, name)).split('\n').slice(1);
        assert.equal(lines.length, written.split('\n').length - 1);
        assert.doesNotMatch(lines[1] ?? '', /(?<!\\)(?:\\\\)*[|`*<[&]/);
      }),
    );
  });
});
