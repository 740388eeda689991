import assert from 'node:assert/strict';
import { type Change, compareMatrices } from '../../../../src/core/matrix/compare';
import { rollUp } from '../../../../src/core/matrix/rollUp';
import { matrix } from '../../given';

const HEADER =
  'BUID,CVID,Control Reference,Evaluative Element,Inheritability,Customer Responsibility,Azure Implementation';
const A = '1149.01c2System.9';
const B = '1150.01c2System.10';

function compare(old: string, now: string, header = HEADER): readonly Change[] {
  return comparison(old, now, header).changes;
}

function comparison(old: string, now: string, header = HEADER, newHeader = header) {
  const index = (head: string, rows: string, file: string) => rollUp([matrix(`${head}\n${rows}`, {}, file)]);
  return compareMatrices(index(header, old, 'old.csv'), index(newHeader, now, 'new.csv'));
}

/** What is told of each change in the tests below. */
function told(old: string, now: string): readonly (readonly unknown[])[] {
  return compare(old, now).map(({ kind, id, oldId, old: before, new: after }) => [
    kind,
    id,
    ...(oldId === undefined ? [] : [oldId]),
    before?.responsibility,
    after?.responsibility,
  ]);
}

describe('the comparison of two matrices', () => {
  it('finds nothing in two that are the same', () => {
    assert.deepEqual(compare(`${A},1.0,,,Partial,x,y\n,,01.a,,None,,`, `${A},1.0,,,Partial,x,y\n,,01.a,,None,,`), []);
  });

  for (const [what, old, now, kind] of [
    ['toward Azure', 'None', 'Partial', 'raised'],
    ['all the way to Azure', 'None', 'Full', 'raised'],
    ['away from Azure', 'Full', 'Partial', 'lowered'],
    ['to the customer', 'Partial', 'None', 'lowered'],
    ['from a value that is not known', 'Ask', 'None', 'clarified'],
    ['to a value that is not known', 'None', 'Ask', 'unclear'],
  ] as const) {
    it(`calls what moved ${what} ${kind}`, () => {
      const [change] = compare(`${A},,,,${old},,`, `${A},,,,${now},,`);
      assert.equal(change?.kind, kind);
    });
  }

  it('goes by inheritability where a file has both, and by responsibility where that stays', () => {
    const header = 'BUID,Responsibility,Inheritability';
    const kinds = (old: string, now: string) => compare(`${A},${old}`, `${A},${now}`, header).map(({ kind }) => kind);
    assert.deepEqual(kinds('Shared,None', 'Shared,Partial'), ['raised']);
    assert.deepEqual(kinds('Shared,Full', 'Azure,None'), ['lowered']);
    assert.deepEqual(kinds('Azure,Partial', 'Shared,Partial'), ['lowered']);
    assert.deepEqual(kinds('Shared,', 'Shared,Partial'), ['clarified']);
  });

  it('tells what was added and what was removed', () => {
    assert.deepEqual(told(`${A},,,,Partial,,`, `${B},,,,None,,`), [
      ['removed', A, 'shared', undefined],
      ['added', B, undefined, 'customer'],
    ]);
  });

  it('shows the words around what is said otherwise', () => {
    const [change] = compare(
      `${A},,,,None,"Close each of the accounts within five working days of leaving, and keep the ticket",y`,
      `${A},,,,None,"Close each of the accounts within three working days of leaving, and keep the ticket",y`,
    );
    assert.deepEqual(
      [change?.kind, change?.words],
      [
        'reworded',
        [
          {
            column: 'customerText',
            before: '… of the accounts within',
            old: 'five',
            new: 'three',
            after: 'working days of leaving, …',
          },
        ],
      ],
    );
  });

  it('tells of words that changed beside the responsibility, too', () => {
    const [change] = compare(`${A},,,,None,x,`, `${A},,,,Full,z,`);
    assert.deepEqual([change?.kind, change?.words.map(({ old, new: now }) => [old, now])], ['raised', [['x', 'z']]]);
  });

  it('tells of elements that came and went, and of elements that moved', () => {
    const [change] = compare(`${A},,,1,Full,,\n${A},,,2,None,,`, `${A},,,1,Full,,\n${A},,,3,None,,`);
    assert.deepEqual(
      [change?.kind, change?.words.map(({ column, old, new: now }) => [column, old, now])],
      ['reworded', [['element', '2', '3']]],
    );
    const moved = (values: string) =>
      compare(
        `${A},,,1,Full,,\n${A},,,2,None,,\n${A},,,3,None,,`,
        values
          .split(' ')
          .map((value, index) => `${A},,,${index + 1},${value},,`)
          .join('\n'),
      ).map(({ kind }) => kind);
    assert.deepEqual(moved('Full Partial None'), ['raised']);
    assert.deepEqual(moved('Partial None None'), ['lowered']);
    assert.deepEqual(moved('Partial Partial None'), ['reworded'], 'one up, one down');
  });

  it('takes a further CSF version that says the same for no change', () => {
    const header = 'BUID,CSF Version,Inheritability,Customer Responsibility';
    assert.deepEqual(compare(`${A},11.1,None,x`, `${A},11.1,None,x\n${A},11.2,None,x`, header), []);
  });

  it('tells of rows that contradict each other now', () => {
    assert.deepEqual(told(`${A},,,,None,,`, `${A},,,,None,,\n${A},,,,Full,,`), [['unclear', A, 'customer', null]]);
  });

  describe('joins by the CVID what has another id', () => {
    it('as it is written', () => {
      assert.deepEqual(told(`${A},12.0,,,None,,`, `${B},12.0,,,Full,,`), [['raised', B, A, 'customer', 'azure']]);
    });

    it('and tells of the new id where nothing else changed', () => {
      const [change] = compare(`${A},12.0,,,None,,`, `${B},12.0,,,None,,`);
      assert.deepEqual([change?.kind, change?.oldId, change?.joinedBy], ['renamed', A, 'cvid']);
    });

    it('and of a new CVID under the same id, unless it is the same number', () => {
      assert.deepEqual(compare(`${A},0873.0,,,None,,`, `${A},873,,,None,,`), []);
      const [change] = compare(`${A},873.0,,,None,,`, `${A},874.0,,,None,,`);
      assert.deepEqual(
        [change?.kind, change?.words.map(({ old, new: now }) => [old, now])],
        ['renamed', [['873.0', '874.0']]],
      );
    });

    it('as a number, as a spreadsheet makes it', () => {
      const [change] = compare(`${A},0873.0,,,None,,`, `${B},873,,,None,,`);
      assert.deepEqual([change?.kind, change?.joinedBy], ['renamed', 'cvid-number']);
    });

    it('but not where one of the two is left twice, or the number is written in two ways', () => {
      const kinds = (old: string, now: string) => compare(old, now).map(({ kind }) => kind);
      assert.deepEqual(kinds(`${A},12.0,,,None,,`, `${B},12.0,,,None,,\n1150.01d1System.10,12.0,,,None,,`), [
        'removed',
        'added',
        'added',
      ]);
      assert.deepEqual(
        kinds(
          `${A},12.10,,,None,,\n1105.01e1System.1,12.1,,,None,,`,
          `${B},12.100,,,None,,\n1105.01e1System.1,12.1,,,None,,`,
        ),
        ['removed', 'added'],
      );
    });

    it('and never a CVID with an id, nor where a file has none', () => {
      assert.deepEqual(comparison(`${A},12.0,,,None,,`, `${B},None`, HEADER, 'BUID,Inheritability').notCompared, [
        'cvid',
      ]);
    });
  });

  it('tells of a control that has requirements now in place of its own row, once, and the other way round', () => {
    const [fine, coarse] = [`${A},,01.c,,Full,,\n${B},,01.c,,None,,`, `,,01.c,,Full,,`];
    assert.deepEqual(told(coarse, fine), [['regrained', '01.c', 'azure', 'mixed']]);
    assert.deepEqual(told(fine, coarse), [['regrained', '01.c', 'mixed', 'azure']]);
  });

  it('says of a column that only one of the two has that it is not compared', () => {
    const { changes, notCompared } = comparison(
      `${A},None,x`,
      `${A},None`,
      'BUID,Inheritability,Customer Responsibility',
      'BUID,Inheritability',
    );
    assert.deepEqual([changes, notCompared], [[], ['customerText']]);
  });

  it('gives the changes in the framework’s order', () => {
    const rows = (value: string) =>
      ['01.aa', '09.aa', '09.z', '10.a', '09.b', '01.b'].map((id) => `,,${id},,${value},,`);
    assert.deepEqual(
      compare(rows('None').join('\n'), rows('Full').toReversed().join('\n')).map(({ id }) => id),
      ['01.b', '09.b', '09.z', '09.aa', '10.a'],
    );
  });
});
