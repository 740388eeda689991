import assert from 'node:assert/strict';
import type { ControlRow, RequirementRow } from '../../../src/summary/content';
import { isMatch, NO_FILTER } from '../../../src/summary/pageState';
import { parseToPage } from '../../../src/summary/protocol';
import { CONTENTS, contentOf, LISTED } from './summaryContent';

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

describe('what the summary’s page shows with a requirement list', () => {
  const A = '1143.01c1System.123';
  const B = '1148.01c2System.78';
  const NOT_APPLICABLE = '1151.01c3System.1';
  const listedRow = async (id: string): Promise<ControlRow> => {
    const found = (await contentOf(LISTED)).sections
      .flatMap(({ rows }) => rows)
      .find((candidate) => candidate.id === id);
    assert.ok(found, `${id} is not there`);
    return found;
  };
  const requirement = async (id: string): Promise<RequirementRow> => {
    const found = (await listedRow('01.c')).requirements.find((candidate) => candidate.id === id);
    assert.ok(found, `${id} is not there`);
    return found;
  };

  it('is a message that the page takes', async () => {
    const summary = await contentOf(LISTED);
    assert.ok(parseToPage(structuredClone({ type: 'summary', assessment: 'id', summary, revision: 0 })));
  });

  it('counts requirements, and says so', async () => {
    const { notes, totals } = await contentOf(LISTED);
    assert.ok(notes.includes('Requirements in scope: 4, of 2 controls'), notes.join('; '));
    assert.ok(notes.some((note) => note.includes('the assessor’s judgement')));
    assert.deepEqual(
      totals.map(({ label, figures }) => [label, figures.reduce((sum, { count }) => sum + count, 0)]),
      [
        ['Requirements by responsibility', 4],
        ['Requirements by status', 4],
      ],
    );
    assert.equal(
      totals[0]?.figures.some(({ value }) => value === 'mixed'),
      false,
    );
  });

  it('calls complete what is complete, as it does not without a list', async () => {
    const { sections } = await contentOf(LISTED);
    const titles = sections.map(({ title, rows }) => [title, rows.map(({ id }) => id)]);
    assert.deepEqual(titles, [
      ['Controls that still need evidence', ['01.c']],
      ['Complete', ['01.b']],
    ]);
    assert.ok((await contentOf()).sections.some(({ title }) => title === 'Nothing recorded as open'));
  });

  it('has figures that a filter finds controls by', async () => {
    const { sections, totals } = await contentOf(LISTED);
    for (const { facet, figures } of totals)
      for (const { value, count } of figures) {
        const filter = { ...NO_FILTER, [facet]: [value] };
        const isFound = sections.some(({ status, rows }) => rows.some((each) => isMatch(each, status, filter)));
        assert.equal(isFound, count > 0, `${facet} ${value}`);
      }
  });

  it('has what is open on the whole assessment with the rules behind it', async () => {
    const { items } = (await contentOf(LISTED)).project;
    assert.deepEqual(
      items.map(({ text, why }) => `${text} | ${why}`.slice(0, 60)),
      [
        'Azure Key Vault is in use, and the list of services in scope does not',
        'Azure r2 expires on 2027-04-01, before the submission on 2027-05',
      ].map((text) => text.slice(0, 60)),
    );
    assert.ok(items.every(({ why }) => why.startsWith('Rule 6')));
  });

  it('has each requirement of a control with whose it is, its status and what is open', async () => {
    const { requirements } = await listedRow('01.c');
    assert.deepEqual(
      requirements.map(({ id, responsibility, status }) => [id, responsibility.label, status.label]),
      [
        [A, 'Shared', 'Needs evidence'],
        [B, 'Azure', 'Coverage needed'],
        [NOT_APPLICABLE, 'Customer', 'Not applicable'],
      ],
    );
    const [open] = (await requirement(A)).open;
    assert.equal(open?.text, 'needs implemented evidence');
    assert.match(open.why, /^Rule 3/);
  });

  it('has the rationale of what is not applicable', async () => {
    const { notices, open } = await requirement(NOT_APPLICABLE);
    assert.deepEqual(
      notices.map(({ text }) => text),
      ['Note: not applicable: No such accounts exist in this system at all'],
    );
    assert.deepEqual(open, []);
  });

  it('has the requests of a requirement, and what Azure Policy says of it as a partial view', async () => {
    const [request, policy] = (await requirement(A)).facts;
    assert.equal(request, 'Inheritance request: submitted 10 days ago, a weight of 60, marked partial');
    assert.match(policy ?? '', /partial view.*2027-03-20.*1 non-compliant/);
    assert.deepEqual((await requirement(B)).facts, []);
  });

  it('tells what is to be known of evidence in time', async () => {
    const { requirements } = await listedRow('01.b');
    const [only] = requirements;
    assert.ok(only?.notices.some(({ text }) => text.includes('Screenshot')));
  });

  it('has evidence for the whole control apart, for it counts for none of its requirements', async () => {
    const { evidence, notYetMapped } = await listedRow('01.c');
    assert.deepEqual(evidence, []);
    assert.deepEqual(
      notYetMapped.map(({ text, rows }) => [text, rows.map(({ label }) => label)]),
      [['Access policy', ['implemented, evidence.csv, line 3']]],
    );
  });

  it('offers to explain a status, where without a list it offers to add evidence alone', async () => {
    const offered = async (contents: typeof CONTENTS): Promise<readonly string[]> =>
      (await contentOf(contents)).actions.map(({ action }) => action);
    assert.deepEqual(await offered(LISTED), ['addEvidence', 'explainStatus']);
    assert.deepEqual(await offered(CONTENTS), ['addEvidence']);
  });

  it('lists no requirements where there is no list', async () => {
    const rows = (await contentOf()).sections.flatMap((section) => section.rows);
    assert.ok(rows.every(({ requirements, notYetMapped }) => requirements.length + notYetMapped.length === 0));
  });
});
