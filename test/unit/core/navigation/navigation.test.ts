import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { referencesTo } from '../../../../src/core/assessment/matrixRow';
import { hasOpenItems } from '../../../../src/core/assessment/referenceSummary';
import { catalog } from '../../../../src/core/csf/catalog';
import { type Reference, scan } from '../../../../src/core/csf/scanner';
import { createLineIndex } from '../../../../src/core/lineIndex';
import { createWhereIs, findSymbols } from '../../../../src/core/navigation/controlSymbols';
import { openPlaceFrom } from '../../../../src/core/navigation/openPlaces';
import { recordsAbout, recordsIn } from '../../../../src/core/navigation/records';
import { placesOfSameId } from '../../../../src/core/navigation/sameId';
import { type OutlineEntry, outlineOfRows, outlineOfText } from '../../../../src/core/navigation/textOutline';
import { summary } from '../../given';

const A = '1149.01c2System.9';
const B = '1145.01c2System.1';

describe('the records of a control', () => {
  const row = (
    line: number,
    control: string,
    requirement?: string,
  ): Parameters<typeof recordsIn>[0]['gaps'][number] => ({
    file: 'evidence.csv',
    line,
    control,
    ...(requirement !== undefined && { requirement }),
  });
  const records = recordsIn({
    evidence: [row(2, '01.c', A), row(3, '01.c'), row(4, '01.d')],
    requests: [],
    gaps: [],
    listed: [row(5, '01.c', B)],
    carvedOut: [{ file: 'inheritance-scope.json', at: { start: 1, end: 5 }, control: '01.c' }],
  });
  const { matrix } = summary({ matrix: `${A},Partial\n${B},None` });
  const about = (control: string, requirement?: string): readonly unknown[] =>
    recordsAbout([{ control, ...(requirement !== undefined && { requirement }) }], records, matrix).map(({ at }) =>
      'line' in at ? at.line : 'project',
    );

  it('are its own and those of its requirements', () => {
    assert.deepEqual(about('01.c'), [2, 3, 5, 'project']);
    assert.deepEqual(about('01.e'), []);
  });

  it('are of a requirement its own and those of its whole control', () => {
    assert.deepEqual(about('01.c', A), [2, 3, 'project']);
  });
});

describe('the other places of an id', () => {
  const places = (text: string, at: number): readonly string[] => {
    const { references } = scan(text, catalog);
    const under = references[at];
    if (!under) throw new Error('no such reference');
    return placesOfSameId(under, references).map(
      ({ reference, isAlone }) => `${reference.text}${isAlone ? '' : ' (range)'}`,
    );
  };

  it('are those that name it in any spelling, and ranges around it', () => {
    assert.deepEqual(places(`01.c 01.C 01.a–01.e 01.d ${A}`, 0), ['01.c', '01.C', '01.a–01.e (range)']);
    assert.deepEqual(places(`${A} 1149.01C2SYSTEM.9 - 01.c ${B} 01.c`, 0), [A, '1149.01C2SYSTEM.9 - 01.c']);
  });

  it('are of a range those of each of its controls', () => {
    assert.deepEqual(places('01.a–01.c 01.b 01.d 01.c–01.e', 0), ['01.a–01.c (range)', '01.b', '01.c–01.e (range)']);
  });
});

describe('the next open item', () => {
  const given = summary({
    matrix: '01.a,None\n01.b,Full\n01.c,Partial\n',
    documents: { 'a.md': '01.a and 01.b', 'b.md': '01.b', 'c.md': '01.c\n01.a–01.c' },
    requests: '01.b,approved,external,100,no,',
  });
  const documents = ['a.md', 'b.md', 'c.md'].map((file) => ({
    file,
    references: [...new Set(given.controls.flatMap(({ references }) => references))]
      .filter((each) => each.file === file)
      .toSorted((x, y) => x.start - y.start),
  }));
  const isOpen = (reference: Reference): boolean => hasOpenItems(reference, given, catalog);
  const from = (file: string, start: number, end: number, direction: 'next' | 'previous' = 'next'): string => {
    const place = openPlaceFrom(documents, isOpen, { file, start, end }, direction);
    return place ? `${place.file} ${place.reference.text} ${place.number}/${place.count}` : 'none';
  };

  it('is the next id with open items, through the documents and round again', () => {
    assert.equal(from('a.md', 0, 0), 'a.md 01.a 1/3');
    assert.equal(from('a.md', 0, 4), 'c.md 01.c 2/3');
    assert.equal(from('b.md', 2, 2), 'c.md 01.c 2/3');
    assert.equal(from('c.md', 0, 4), 'c.md 01.a–01.c 3/3');
    assert.equal(from('c.md', 5, 14), 'a.md 01.a 1/3');
  });

  it('backwards is the one before', () => {
    assert.equal(from('c.md', 5, 14, 'previous'), 'c.md 01.c 2/3');
    assert.equal(from('c.md', 0, 4, 'previous'), 'a.md 01.a 1/3');
    assert.equal(from('a.md', 0, 4, 'previous'), 'c.md 01.a–01.c 3/3');
  });

  it('is the first, or the last, from anywhere else', () => {
    assert.equal(from('other.ts', 0, 0), 'a.md 01.a 1/3');
    assert.equal(from('other.ts', 0, 0, 'previous'), 'c.md 01.a–01.c 3/3');
    assert.equal(openPlaceFrom(documents, isOpen, undefined, 'next')?.number, 1);
  });

  it('is none where nothing is open', () => {
    assert.equal(
      openPlaceFrom(documents, () => false, undefined, 'next'),
      undefined,
    );
  });

  it('comes to each open place once before it begins anew, in both directions', () => {
    const marks = fc.array(fc.array(fc.boolean(), { maxLength: 6 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(marks, fc.constantFrom('next' as const, 'previous' as const), (lists, direction) => {
        const all = lists.map((list, order) => ({
          file: String(order),
          references: list.map((open, at): Reference => {
            const start = at * 10;
            return { kind: 'control', start, end: start + 4, text: open ? 'open' : 'done', ids: ['01.a'] };
          }),
        }));
        const count = lists.flat().filter(Boolean).length;
        const seen: string[] = [];
        let where: { file: string; start: number; end: number } | undefined;
        for (let step = 0; step < count; step++) {
          const place = openPlaceFrom(all, ({ text }) => text === 'open', where, direction);
          if (!place) break;
          const { start, end } = place.reference;
          where = { file: place.file, start, end };
          seen.push(`${place.file} ${start}`);
        }
        assert.equal(new Set(seen).size, count);
      }),
    );
  });
});

describe('controls as symbols', () => {
  const given = summary({
    matrix: `${A},Partial\n${B},None\n01.d,Full\n13.a,None`,
    documents: { 'a.md': `See 01.c\n\n01.c Privilege Management\n${A}`, 'b.md': '01.d' },
  });
  const names = (query: string): readonly string[] => findSymbols(query, given, catalog).map(({ name }) => name);

  it('are those in scope where nothing is asked for', () => {
    assert.deepEqual(names(''), ['01.c Privilege Management', '01.d User Password Management']);
  });

  it('are found by id or title, however it is cut short', () => {
    assert.deepEqual(names('01.c'), ['01.c Privilege Management']);
    assert.deepEqual(names('privilege'), ['01.c Privilege Management']);
    assert.equal(names('usr pswd')[0], '01.d User Password Management');
    assert.deepEqual(names('no such thing'), []);
  });

  it('include requirements by the beginning of their ids', () => {
    assert.deepEqual(names('1149'), [A]);
    assert.deepEqual(names('114'), []);
    assert.deepEqual(names('1149.01C2'), [A]);
  });

  it('are where a section documents them, else where a document names them, else in the matrix', () => {
    const section = { file: 'a.md', start: 10, end: 14, depth: 2, title: 'T', subject: { control: '01.c' } };
    const place = (control: string, sections: readonly (typeof section)[] = []): unknown => {
      const found = createWhereIs(given, sections)({ control });
      return found && `${found.file} ${JSON.stringify(found.at)}`;
    };
    assert.equal(place('01.c', [section, { ...section, start: 50, end: 54 }]), 'a.md {"start":10,"end":14}');
    assert.equal(place('01.c'), 'a.md {"start":4,"end":8}');
    assert.equal(place('13.a'), 'srm.csv {"line":5}');
    assert.equal(place('12.a'), undefined);
  });

  it('of everything that a document names are gone to where it stands', () => {
    for (const { id } of given.controls) {
      const found = createWhereIs(given, [])({ control: id });
      assert.equal(found?.file, referencesTo([{ control: id }], given)[0]?.file);
    }
  });
});

describe('the outline of a text', () => {
  const outline = (text: string): readonly string[] => {
    const { references } = scan(text, catalog, 'plain');
    const inWords = ({ subject, start, end, children }: OutlineEntry): string => {
      const inner = children.map((child) => child.subject.requirement ?? child.subject.control).join(' ');
      return `${subject.requirement ?? subject.control} ${start}-${end}${inner === '' ? '' : ` (${inner})`}`;
    };
    return outlineOfText(text, references, createLineIndex(text), catalog).map(inWords);
  };

  it('has the lines that begin with an id, each with what is named below it, once', () => {
    const text = `See 01.d.\n== 01.c Privilege\nText on 01.e and 01.e.\n${A} is one.\n  1) 02.a\n`;
    assert.deepEqual(outline(text), ['01.d 4-8', '01.c 10-51 (01.e)', `${A} 51-77`, '02.a 77-87']);
  });

  it('is empty for a text without ids', () => {
    assert.deepEqual(outline(''), []);
  });

  it('of a table has its rows by control, as they follow each other, and none behind the text', () => {
    const rows = [
      { line: 4, control: '01.c', requirement: B },
      { line: 2, control: '01.c', requirement: A },
      { line: 7, control: '01.d' },
      { line: 7, control: '01.e' },
      { line: 9, control: '01.c' },
      { line: 90, control: '01.c' },
    ];
    assert.deepEqual(
      outlineOfRows(rows, 12).map(({ control, rows: own, lastLine }) => [
        control,
        own.map(({ line }) => line),
        lastLine,
      ]),
      [
        ['01.c', [2, 4], 6],
        ['01.d', [7], 8],
        ['01.c', [9], 12],
      ],
    );
    assert.deepEqual(outlineOfRows([], 1), []);
  });
});
