import assert from 'node:assert/strict';
import type { ControlRow } from '../../../src/summary/content';
import { parseToPage } from '../../../src/summary/protocol';
import { CONTENTS, contentOf } from './summaryContent';

async function row(id: string): Promise<ControlRow> {
  const found = (await contentOf()).sections.flatMap(({ rows }) => rows).find((candidate) => candidate.id === id);
  assert.ok(found, `${id} is not there`);
  return found;
}

describe('what the summary’s page shows', () => {
  it('is a message that the page takes', async () => {
    const summary = await contentOf();
    assert.ok(parseToPage(structuredClone({ type: 'summary', assessment: 'id', summary, revision: 0 })));
  });

  it('is the controls by status, the ones that need evidence first', async () => {
    const { sections, title } = await contentOf();
    assert.equal(title, 'Portal');
    assert.deepEqual(
      sections.map(({ status, rows }) => [status, rows.map(({ id }) => id)]),
      [
        ['needs-evidence', ['01.c']],
        ['coverage-needed', ['01.d']],
        ['complete', ['01.b']],
      ],
    );
  });

  it('has a section for evidence, and figures of every status, where nothing is in scope', async () => {
    const { sections, totals } = await contentOf({ ...CONTENTS, 'docs/a.md': '', 'docs/b.md': '' });
    assert.deepEqual(sections, [{ status: 'needs-evidence', title: 'Controls that still need evidence', rows: [] }]);
    assert.ok(totals.every(({ figures }) => figures.length > 0 && figures.every(({ count }) => count === 0)));
  });

  it('has figures that sum up to its rows, and that a filter finds them by', async () => {
    const { sections, totals } = await contentOf();
    const rows = sections.flatMap(({ status, rows }) => rows.map((row) => ({ status, row })));
    for (const { facet, figures } of totals)
      for (const { value, count } of figures) {
        const found = rows.filter(
          ({ status, row }) => value === (facet === 'status' ? status : row.responsibility.value),
        );
        assert.equal(found.length, count, `${facet} ${value}`);
      }
  });

  it('names the rows of the matrix behind a control, by requirement', async () => {
    const { matrix, responsibility } = await row('01.c');
    assert.equal(responsibility.value, 'mixed');
    assert.deepEqual(matrix, [
      { index: 0, text: '1143.01c1System.123 · Customer', label: '1143.01c1System.123 · Customer, srm.csv, line 2' },
      { index: 1, text: '1148.01c2System.78 · Azure', label: '1148.01c2System.78 · Azure, srm.csv, line 3' },
    ]);
  });

  it('names each document of evidence once, with the rows that name it', async () => {
    const { evidence } = await row('01.b');
    assert.deepEqual(
      evidence.map(({ index, text, isLink, rows }) => ({ index, text, isLink, rows: rows.map(({ label }) => label) })),
      [
        {
          index: 0,
          text: 'Access policy',
          isLink: false,
          rows: ['policy, evidence.csv, line 2', 'procedure, evidence.csv, line 3'],
        },
        { index: 2, text: 'https://x.y/z', isLink: true, rows: ['implemented, evidence.csv, line 4'] },
      ],
    );
  });

  it('names each line of a document once, however often the control stands in it', async () => {
    assert.deepEqual((await row('01.b')).documents, [
      { name: 'a.md', path: 'docs/a.md', places: [{ index: 0, text: '1', label: '1, docs/a.md' }] },
    ]);
    assert.deepEqual(
      (await row('01.c')).documents.map(({ places }) => places.map(({ index, text }) => [index, text])),
      [[[0, '2']], [[1, '2']]],
    );
  });

  it('tells what could not be resolved', async () => {
    const { texts } = (await contentOf()).problems;
    assert.equal(texts.length, 1);
    assert.match(texts[0] ?? '', /^docs\/b\.md: .*14\.b/);
  });

  it('leaves the places for its counts open', async () => {
    const { count, countOf } = (await contentOf()).labels;
    assert.deepEqual([count, countOf], ['{0} controls', '{0} of {1} controls']);
  });
});
