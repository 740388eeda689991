import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { slipsBetween } from '../../../../src/core/slips';
import { FACETS, type Row } from '../../../../src/summary/content';
import { ALL } from '../../../../src/summary/pageState';
import { createArrange } from '../../../../src/summary/rows/arrange';
import { assertGrowsLinearly } from '../../growth';
import { anyRows, anyView, arranged, given, row, told, VALUES } from './givenRows';

/** The ids of what a text finds, requirements by themselves or controls. */
function found(text: string, grain: 'controls' | 'requirements' = 'controls'): readonly string[] {
  return told(arranged({ text, grain }));
}

/** What is marked in each row that a text finds. */
function marked(text: string, rows?: readonly Row[]): readonly (readonly string[])[] {
  const { lines } = arranged({ text }, { arrange: createArrange(given(rows)), open: ['01.a', '01.c'] });
  return lines.map((line) => {
    if (line.kind === 'group') return [];
    const { row: shown, found: spans } = line;
    return [
      ...(spans.id ?? []).map(({ start, end }) => shown.id.slice(start, end)),
      ...(spans.title ?? []).map(({ start, end }) => shown.title.slice(start, end)),
    ];
  });
}

describe('the search of the table', () => {
  it('finds all where nothing is searched for', () => {
    assert.equal(found(' \t ').length, 3);
  });

  it('finds part of a word in an id or title, whatever the case', () => {
    assert.deepEqual(found('PRIVI'), ['01.c']);
    assert.deepEqual(found('anagem'), ['01.c']);
    assert.deepEqual(found('1143.01c1system', 'requirements'), ['1143.01c1System.123']);
  });

  it('finds what has every word, wherever each stands', () => {
    assert.deepEqual(found('policy ann', 'requirements'), ['1102.01a2System.2']);
    assert.deepEqual(found('policy, 19', 'requirements'), ['1903.01a3System.3']);
    assert.deepEqual(found('policy privilege'), []);
  });

  it('finds documents, owners, domains and categories by their words', () => {
    assert.deepEqual(found('b.md'), ['01.c']);
    assert.deepEqual(found('bob', 'requirements'), ['1101.01a1System.1', '1102.01a2System.2']);
    assert.deepEqual(found('privacy', 'requirements'), ['1903.01a3System.3']);
    assert.deepEqual(found('10 information'), ['10.b']);
  });

  it('finds what is written with accents apart by what is typed in one, and the other way round', () => {
    const apart = 'U\u0308bersicht.md';
    const documents = [{ value: apart, label: apart }];
    const rows = [row('01.a', { document: [apart], owner: ['Zo\u00eb'] }), row('01.b')];
    const values = { ...VALUES, document: documents };
    const arrange = createArrange({ ...given(rows), values });
    for (const text of ['\u00fcbersicht', 'u\u0308bersicht', 'zo\u00eb', 'zoe\u0308'])
      assert.deepEqual(told(arranged({ text }, { arrange })), ['01.a'], text);
  });

  it('finds a control by the id of a requirement, and requirements by their control', () => {
    assert.deepEqual(found('1143.'), ['01.c']);
    assert.deepEqual(found('01.', 'requirements').length, 4);
  });

  for (const typed of ['1a', '01a', '01-a', '01_a', '1.A', '01.a']) {
    it(`takes ${typed} for 01.a, and for nothing that it is only a part of`, () => {
      assert.deepEqual(found(typed), ['01.a']);
      assert.equal(found(typed, 'requirements').length, 3);
    });
  }

  it('takes what looks like an id, and is none that is there, for letters as any', () => {
    assert.deepEqual(found('1z'), []);
    assert.deepEqual(found('01c1', 'requirements'), ['1143.01c1System.123']);
  });

  it('finds the word of a title that has a slip, or two where it is long, while it is typed', () => {
    for (const typed of ['privlege', 'privileeg', 'privilg', 'prvil', 'managment', 'manaegmnet', 'validatoin']) {
      assert.equal(found(typed).length, 1, typed);
    }
  });

  it('takes no word for another where it is short, has more slips, or is there as it is written', () => {
    for (const typed of ['prv', 'prxyil', 'mxnxgxment', 'prvlg']) assert.deepEqual(found(typed), [], typed);
    const rows = [row('10.a', { title: 'Access Control' }), row('10.c', { title: 'Excess Stock' })];
    assert.deepEqual(told(arranged({ text: 'access' }, { arrange: createArrange(given(rows)) })), ['10.a']);
  });

  it('marks what it has found, each place once, and a word with a slip as a whole', () => {
    assert.deepEqual(marked('priv lege manage'), [
      ['Priv', 'lege', 'Manage'],
      ['Priv', 'lege', 'Manage'],
    ]);
    assert.deepEqual(marked('privil rivile'), [['Privile'], ['Privile']]);
    assert.deepEqual(marked('privlege'), [['Privilege'], ['Privilege']]);
    assert.deepEqual(marked('01c'), [['01.c'], ['01c']]);
    assert.deepEqual(marked('bob'), [[], [], []]);
  });

  it('marks the right place behind letters that grow longer in small letters', () => {
    const rows = [row('01.a', { title: 'İİİ Access İ' })];
    assert.deepEqual(marked('access', rows), [['Access']]);
    assert.deepEqual(marked('acces İ', rows), [['İİİ', 'Acces', 'İ']]);
  });

  it('finds nothing, and does not fail, where what is searched for is no word at all', () => {
    for (const text of ['.*', '[', '\\', '\u202e', '😀', '__proto__', 'constructor', 'a'.repeat(10_000)]) {
      assert.deepEqual(found(text), [], text.slice(0, 20));
    }
  });

  it('knows as many words as are typed, and still finds the first', () => {
    const arrange = createArrange(given());
    const find = (text: string): readonly string[] => told(arranged({ text }, { arrange }));
    for (let at = 0; at < 200; at++) find(`word${at}`);
    assert.deepEqual(find('privilege'), ['01.c']);
  });

  it('shows exactly the rows that pass, looked at one by one', () => {
    fc.assert(
      fc.property(anyRows, anyView, (rows, view) => {
        const arrange = createArrange(given(rows));
        const open = new Set(rows.map(({ id }) => id));
        const { lines } = arrange({ ...view, grouping: 'none', grain: 'controls' }, open, new Set());
        const shown = new Set(lines.map(({ key }) => key));
        const passes = (candidate: Row): boolean => passesAlone(candidate, rows, view);
        for (const candidate of rows) {
          const requirements = rows.filter(({ control }) => control === candidate.id);
          const expected = requirements.length > 0 ? requirements.some(passes) : passes(candidate);
          assert.equal(shown.has(candidate.id), expected, candidate.id);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('does not fail, nor take its time, on whatever is pasted into it', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => row(`01.${index}`, { title: `Access control ${index}` }));
    const arrange = createArrange(given(many));
    const count = (text: string): number => arranged({ text }, { arrange }).count;
    const words = Array.from({ length: 20_000 }, (_, index) => `word${index}`).join(' ');
    const start = performance.now();
    for (const text of ['x'.repeat(5_000), words, '.*[(+\\^$', '\u{1f600}', '\ud800', '\u202e', 'a\u0301'])
      assert.equal(count(text), 0, text.slice(0, 20));
    const took = performance.now() - start;
    assert.ok(took < 2_000, `${took} ms`);
    assert.equal(count('access control '.repeat(400)), 10_000);
  });

  it('is prepared, and done, in time that grows with the rows', () => {
    assertGrowsLinearly('x', 8_000, (text) => {
      const rows = Array.from(text, (_, index) =>
        row(`${index}`, {
          title: `Title ${index} ${index * 7}`,
          owner: [`o${index}`],
          control: index % 5 === 0 ? '' : `${index - (index % 5)}`,
        }),
      );
      const arrange = createArrange(given(rows));
      const open = new Set(rows.map(({ id }) => id));
      const sort = { column: 'title', descending: true } as const;
      return ['titel', 'title 7', ''].map((typed) =>
        arrange({ ...ALL, text: typed, grouping: 'owner', sort }, open, new Set()),
      );
    });
  });
});

/** Slowly, and by what the rules say. */
function passesAlone(
  candidate: Row,
  rows: readonly Row[],
  view: Parameters<ReturnType<typeof createArrange>>[0],
): boolean {
  const control = rows.find(({ id }) => id === candidate.control);
  const named = rows.filter(({ control: its }) => its === control?.id).flatMap(({ document }) => document);
  const documents = [...candidate.document, ...(control?.document ?? []).filter((file) => !named.includes(file))];
  const own = { ...candidate, document: documents };
  const valuesOf = (facet: (typeof FACETS)[number]): readonly string[] => [own[facet]].flat();
  const hasFacets = FACETS.every(
    (facet) => view.facets[facet].length === 0 || view.facets[facet].some((value) => valuesOf(facet).includes(value)),
  );
  const labels = (['category', 'domain', 'document', 'owner'] as const).flatMap((facet) =>
    valuesOf(facet).map((value) => VALUES[facet].find((known) => known.value === value)?.label ?? value),
  );
  const texts = [candidate.title, ...labels].map((text) => text.toLowerCase());
  const ids = [candidate.id, candidate.control].map((id) => id.toLowerCase());
  const words = view.text.split(' ').filter((word) => word !== '');
  return hasFacets && words.every((word) => hasWord(word, ids, texts, candidate.title, rows));
}

function hasWord(word: string, ids: readonly string[], texts: readonly string[], title: string, rows: readonly Row[]) {
  const named = /^0?1\.?b$/.test(word) && rows.some(({ id }) => id === '01.b');
  if (named ? ids.includes('01.b') : ids.some((id) => id.includes(word))) return true;
  if (texts.some((text) => text.includes(word))) return true;
  // Where it is there as it is written, no slip is looked for; none of these is in an owner's or a document's name.
  const all = rows.map((one) => one.title.toLowerCase());
  if (word.length < 4 || all.some((text) => text.includes(word)) || /\d|\.|^(?:ann|bob)$/.test(word)) return false;
  return title
    .toLowerCase()
    .split(' ')
    .some((own) =>
      Array.from(own, (_, at) => own.slice(0, at + 1)).some((start) => slipsBetween(word, start, 1) !== undefined),
    );
}
