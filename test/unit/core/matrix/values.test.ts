import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { catalog } from '../../../../src/core/csf/catalog';
import type { Responsibility } from '../../../../src/core/matrix/responsibility';
import { csv, matrix, reading } from '../../given';

/** What a value under a heading makes of the row, and whether it is reported. */
const valueUnder = (
  heading: string,
  value: string,
): readonly [Responsibility | null | undefined, readonly string[]] => {
  const { entries, problems } = matrix(
    csv([
      ['ID', heading],
      ['01.c', value],
    ]),
  );
  return [entries[0]?.responsibility, problems.map(({ code }) => code)];
};

const PLAIN: Readonly<Record<Responsibility, readonly string[]>> = {
  customer: ['Customer', 'Not Inheritable', 'CSC-owned', 'Customer Provided'],
  shared: ['Shared', 'Partially Inheritable', 'Shared CSP and CSC', ' shared\u00a0'],
  azure: ['Azure', 'Microsoft', 'CSP', 'Provider', 'Fully Inheritable', 'CSP-owned', 'csp\u2013OWNED'],
};
const INHERITABILITY_ONLY: Readonly<Record<Responsibility, readonly string[]>> = {
  customer: ['No', 'Not', 'None'],
  shared: ['Partial', 'Partially'],
  azure: ['Yes', 'Full', 'Fully', 'yes'],
};
const RESPONSIBILITY_HEADINGS = [
  'Responsibility',
  'Shared Responsibility',
  'Responsible Party',
  'SSRM Control Ownership',
  'Control Ownership',
];
const INHERITABILITY_HEADINGS = ['Inheritability', 'Inheritable', 'Azure Inheritability', 'Can Be Inherited from CSP'];

describe('a value of the matrix', () => {
  for (const [meaning, values] of Object.entries(PLAIN)) {
    it(`means ${meaning} under any heading about responsibility or inheritability: ${values.join(', ')}`, () => {
      for (const heading of [...RESPONSIBILITY_HEADINGS, ...INHERITABILITY_HEADINGS]) {
        for (const value of values) assert.deepEqual(valueUnder(heading, value), [meaning, []], `${heading}: ${value}`);
      }
    });
  }

  for (const [meaning, values] of Object.entries(INHERITABILITY_ONLY)) {
    it(`means ${meaning} under a heading about inheritability only: ${values.join(', ')}`, () => {
      for (const value of values) {
        for (const heading of INHERITABILITY_HEADINGS) {
          assert.deepEqual(valueUnder(heading, value), [meaning, []], `${heading}: ${value}`);
        }
        for (const heading of RESPONSIBILITY_HEADINGS) {
          assert.deepEqual(valueUnder(heading, value), [null, ['unmapped-value']], `${heading}: ${value}`);
        }
      }
    });
  }

  for (const heading of [
    'Customer Responsibility',
    'Inheritance',
    'Inherited',
    'Inheritance Status',
    'Azure Responsibility',
    'Status',
  ]) {
    it(`is never taken under ${heading}`, () => {
      for (const value of ['Yes', 'No', 'Inherited', 'Full', 'Shared']) {
        assert.deepEqual(valueUnder(heading, value), [null, ['missing-responsibility-column']], value);
      }
    });
  }

  it('is never guessed: whatever is not in the lists is reported', () => {
    for (const value of [
      'Inherited',
      'Y',
      'Customer/Microsoft',
      'Customer, Azure',
      'Mostly',
      'N/A',
      'Full?',
      'X',
      'toString',
    ]) {
      for (const heading of ['Responsibility', 'Inheritability']) {
        assert.deepEqual(valueUnder(heading, value), [null, ['unmapped-value']], `${heading}: ${value}`);
      }
    }
  });
});

describe('the mapping in a project file', () => {
  const content = 'Anything\nKey,Who,Responsibility,Text\n01.c,Us,Azure,Do it.\n01.d,Contoso Cloud,Azure,\n';

  it('names columns, which go before those found by their headings', () => {
    const { columns, entries } = matrix(content, {
      columns: { id: 'key', responsibility: 'WHO', customerText: 'Text' },
      values: { us: 'customer' },
      provider: 'Contoso Cloud',
    });
    assert.deepEqual(
      columns.map(({ meaning, heading, ground }) => [meaning, heading, ground]),
      [
        ['id', 'Key', 'project'],
        ['responsibility', 'Who', 'project'],
        ['customerText', 'Text', 'project'],
      ],
    );
    assert.deepEqual(
      entries.map(({ responsibility }) => responsibility),
      ['customer', 'azure'],
    );
  });

  it('says what a value means, against the lists too', () => {
    const { entries } = matrix('ID,Responsibility\n01.c,CSP\n', { values: { CSP: 'customer' } });
    assert.equal(entries[0]?.responsibility, 'customer');
  });

  it('names the header’s line', () => {
    const twoHeaders = 'ID,Responsibility\n01.a,Azure\nID,Inheritability\n01.c,No\n';
    const { headerRow, entries } = matrix(twoHeaders, { headerRow: 3 });
    assert.deepEqual([headerRow, entries.map(({ control }) => control)], [3, ['01.c']]);
  });

  it('settles which of two columns is meant', () => {
    const { problems, entries } = matrix('ID,Responsibility,Responsible Party\n01.c,Azure,Customer\n', {
      columns: { responsibility: 'Responsible Party' },
    });
    assert.deepEqual([problems, entries[0]?.responsibility], [[], 'customer']);
  });

  it('is told where it names a column that is not there', () => {
    const { problems } = matrix('ID,Responsibility\n01.c,Azure\n', { columns: { responsibility: 'Owner' } });
    assert.ok(problems.some(({ code, args }) => code === 'missing-column' && args[0] === 'Owner'));
  });

  it('makes a file without a known id column readable, and not by a heading that is missing', () => {
    assert.ok('matrix' in reading('Key,Responsibility\n01.c,Azure', { columns: { id: 'Key' } }));
    assert.ok('failure' in reading('Key,Responsibility\n01.c,Azure', { columns: { id: 'Code' } }));
  });
});

describe('every row below the header', () => {
  const cell = fc.oneof(
    fc.constantFrom('01.c', '1149.01c2System.9', '14.a', '', 'Shared', 'Yes', 'x\ny', '"', ','),
    fc.string({ maxLength: 8 }),
  );

  it('is an entry, a duplicate, or a problem that names its line', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 4 }), { maxLength: 15 }), (rows) => {
        const read = matrix(csv([['BUID', 'Control', 'Inheritability'], ...rows]));
        const dropped = read.problems.filter(({ code }) => code === 'unknown-id' || code === 'missing-id').length;
        assert.equal(read.rows, rows.filter((cells) => cells.some((text) => text.trim() !== '')).length);
        assert.equal(read.entries.length + read.duplicates + dropped, read.rows);
        for (const { control } of read.entries) assert.ok(catalog.controls.has(control));
        for (const { at } of read.problems) assert.ok(at && 'line' in at && at.line >= 1);
      }),
    );
  });

  it('is read without a failure of the program, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc.string({ unit: 'binary' }).map((text) => csv(text)),
        ),
        (content) => {
          const result = reading(content);
          assert.ok('failure' in result || result.matrix.rows >= 0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
