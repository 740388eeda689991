import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { catalog, withOwnIds } from '../../../../src/core/csf/catalog';
import { scan } from '../../../../src/core/csf/scanner';
import { isSafePattern } from '../../../../src/core/matrix/idPattern';
import { readMatrix } from '../../../../src/core/matrix/readMatrix';
import { finish } from '../../../../src/core/steps';
import { csv } from '../../given';
import { idLikeText } from './arbitraries';

const NIST = String.raw`[A-Z]{2}-\d{1,2}(?:\(\d{1,2}\))?`;
const own = withOwnIds(catalog, [NIST]);
const idsIn = (text: string, of = own): readonly string[] => scan(text, of).references.flatMap(({ ids }) => ids);

describe('a pattern for other ids', () => {
  for (const pattern of [
    NIST,
    String.raw`[A-Z]+-\d+`,
    String.raw`^AC-\d+$`,
    String.raw`[A-Z&]{3}-\d{2}\.\d`,
    String.raw`CC\d\.\d`,
    String.raw`A\.\d{1,2}(?:\.\d{1,2}){0,2}`,
    String.raw`(?:[A-Z]{1,5}-){1,4}\d{1,4}`,
  ]) {
    it(`may be ${pattern}`, () => assert.equal(isSafePattern(pattern), true));
  }

  for (const [what, pattern] of [
    ['runs away where it does not match', '(a+)+b'],
    ['runs away where something follows that no id ends with', '(a+)+'],
    ['runs away behind a beginning', 'x(?:a|a)*'],
    ['runs away by its bounds', '(?:a{1,100}){1,100}'],
    ['runs away in what it looks ahead for', '(?=(a+)+b)a'],
    ['matches nothing at all', '[A-Z]*'],
    ['is no regular expression', '('],
    ['is none on its own', 'a)|(?:b'],
    ['refers to a group of its own', String.raw`(A|B)-\1`],
    ['names a group', '(?<family>AC)-1'],
    ['is empty', ''],
  ] as const) {
    it(`is refused where it ${what}: ${pattern || '(nothing)'}`, () => assert.equal(isSafePattern(pattern), false));
  }
});

describe('ids of another framework', () => {
  it('are found beside those of HITRUST CSF, which stay what they are', () => {
    assert.deepEqual(idsIn('AC-2 and 01.c, AC-2(1); 1149.01c2System.9 – PE-14.'), [
      'AC-2',
      '01.c',
      'AC-2(1)',
      '1149.01c2System.9',
      'PE-14',
    ]);
  });

  it('are none inside words, paths, fenced code and link targets', () => {
    assert.deepEqual(idsIn('XAC-2 AC-2x policies/AC-2.pdf [x](AC-2) MAC-200 v.AC-2\n```\nAC-2\n```'), []);
    assert.deepEqual(idsIn('(AC-2), "AC-3"; AC-4.'), ['AC-2', 'AC-3', 'AC-4']);
  });

  it('are read where their pattern stands between ^ and $', () => {
    assert.deepEqual(idsIn('See AC-2 and AC-3.', withOwnIds(catalog, [String.raw`^AC-\d$`])), ['AC-2', 'AC-3']);
  });

  it('are found wherever they stand in a long text, once each', () => {
    const ids = Array.from({ length: 900 }, (_, index) => `${'.,; '.repeat(index % 7)}AC-${index % 90}`);
    const found = scan(ids.join(' '), own).references;
    assert.equal(found.length, ids.length);
    assert.ok(found.every(({ start, end, text }) => ids.join(' ').slice(start, end) === text));
  });

  it('change nothing of what is found of HITRUST CSF', () => {
    fc.assert(
      fc.property(idLikeText, (text) => {
        const [alone, both] = [scan(text, catalog), scan(text, own)];
        const isOwn = ({ text: id }: { readonly text: string }): boolean => /^[A-Z]{2}-/.test(id);
        assert.deepEqual(
          both.references.filter((reference) => !isOwn(reference)),
          alone.references,
        );
      }),
    );
  });

  it('take time in proportion to the text, whatever a pattern does at each place: in squares it would be days', () => {
    const text = `${' '.repeat(300_000)}AC-2${'A'.repeat(300_000)}`;
    const greedy = withOwnIds(catalog, [String.raw`\s*[A-Z]+-\d+`]);
    assert.equal(scan(text, greedy).references.length, 0);
    const many = 'AC-2 01.c 14.a '.repeat(20_000);
    assert.equal(scan(many, own).references.length, 40_000);
  });

  it('make a matrix of them readable, and without their pattern it is said of each', () => {
    const bytes = csv('Control ID,Can Be Inherited from CSP\nAC-2,Yes\nAC-2(1),No\nZZ,No\n');
    const read = (of: typeof catalog): readonly unknown[] => {
      const reading = finish(readMatrix(bytes, 'f', 'f', { path: 'f' }, of));
      if ('failure' in reading) return [reading.failure.code];
      const { entries, problems } = reading.matrix;
      return [
        entries.map(({ control, responsibility }) => [control, responsibility]),
        problems.map(({ code }) => code),
      ];
    };
    assert.deepEqual(read(own), [
      [
        ['AC-2', 'azure'],
        ['AC-2(1)', 'customer'],
      ],
      ['unknown-id'],
    ]);
    assert.deepEqual(read(catalog), [[], ['matrix-without-entries', 'unknown-id', 'unknown-id', 'unknown-id']]);
  });
});
