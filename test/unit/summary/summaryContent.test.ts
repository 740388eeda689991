import assert from 'node:assert/strict';
import { english } from '../../../src/core/message';
import { createFacts } from '../../../src/summary/atAGlance';
import { FACETS, type Row } from '../../../src/summary/content';
import { parseToPage } from '../../../src/summary/protocol';
import { CONTENTS, contentOf, LISTED, loaded } from './summaryContent';

const A = '1143.01c1System.123';
const B = '1148.01c2System.78';
const NOT_APPLICABLE = '1151.01c3System.1';
const OF_01B = '1109.01b1System.479';

async function row(id: string, contents = CONTENTS): Promise<Row> {
  const found = (await contentOf(contents)).rows.find((candidate) => candidate.id === id);
  assert.ok(found, `${id} is not there`);
  return found;
}

/** The same assessment with other columns in its requirement list. */
function listed(header: string, ...rows: readonly string[]): typeof CONTENTS {
  return { ...LISTED, 'requirements.csv': [header, ...rows, ''].join('\n') };
}

describe('what the summary’s page shows', () => {
  it('is a message that the page takes', async () => {
    for (const contents of [CONTENTS, LISTED]) {
      const summary = await contentOf(contents);
      const message = { type: 'summary', assessment: 'id', assessments: [], savedFilters: [], summary, revision: 0 };
      assert.ok(parseToPage(structuredClone(message)));
    }
  });

  it('is the controls in the framework’s order, each followed by its listed requirements', async () => {
    assert.deepEqual(
      (await contentOf()).rows.map(({ id }) => id),
      ['01.b', '01.c', '01.d'],
    );
    const { rows } = await contentOf(LISTED);
    assert.deepEqual(
      rows.map(({ id, control }) => [id, control]),
      [
        ['01.b', ''],
        [OF_01B, '01.b'],
        ['01.c', ''],
        [A, '01.c'],
        [B, '01.c'],
        [NOT_APPLICABLE, '01.c'],
      ],
    );
  });

  it('has of a requirement what is its own, and its control’s title', async () => {
    const { title, responsibility, status, open, requests, domain } = await row(A, LISTED);
    assert.deepEqual(
      { title, responsibility, status, open, requests, domain },
      {
        title: 'Privilege Management',
        responsibility: 'shared',
        status: 'needs-evidence',
        open: ['implemented', 'coverage-needed'],
        requests: 1,
        domain: ['11'],
      },
    );
    assert.equal((await row(B, LISTED)).requests, 0);
    assert.equal((await row('01.c', LISTED)).requests, 1);
    assert.deepEqual((await row(NOT_APPLICABLE, LISTED)).open, []);
  });

  it('has levels that want evidence before other kinds of open item, each once', async () => {
    assert.deepEqual((await row('01.c')).open, ['policy', 'procedure', 'implemented', 'coverage-needed']);
  });

  it('counts evidence for the whole control for none of its requirements', async () => {
    assert.equal((await row('01.c', LISTED)).evidence, 0);
    assert.equal((await row('01.b', LISTED)).evidence, 1);
    assert.equal((await row(OF_01B, LISTED)).evidence, 1);
  });

  it('counts as references of a requirement what names it or its control, and of no other requirement', async () => {
    const contents = { ...LISTED, 'docs/b.md': `${A}\n`, 'docs/c.md': '01.c\n' };
    assert.equal((await row('01.c', contents)).references, 3);
    assert.equal((await row(A, contents)).references, 3);
    assert.equal((await row(B, contents)).references, 2);
    assert.deepEqual((await row(B, contents)).document, ['docs/a.md', 'docs/c.md']);
  });

  it('has owners and the first day from the requirement list', async () => {
    const contents = listed('requirement,owner,due', `${A},Grace,2027-04-02`, `${B},Ada,2027-04-01`, `${OF_01B},,`);
    const { owner, due } = await row('01.c', contents);
    assert.deepEqual({ owner, due }, { owner: ['Ada', 'Grace'], due: '2027-04-01' });
    assert.deepEqual([(await row(OF_01B, contents)).owner, (await row(OF_01B, contents)).due], [[], '']);
    assert.deepEqual(
      (await contentOf(contents)).values.owner.map(({ label }) => label),
      ['Ada', 'Grace'],
    );
  });

  it('has words for every value that occurs in a row, each once, and for no other', async () => {
    for (const contents of [CONTENTS, LISTED]) {
      const { rows, values } = await contentOf(contents);
      for (const facet of FACETS) {
        const occurring = new Set(rows.flatMap((each) => each[facet]));
        const told = values[facet].map(({ value }) => value);
        assert.deepEqual(told.toSorted(), [...occurring].toSorted(), facet);
        assert.ok(
          values[facet].every(({ label }) => label !== ''),
          facet,
        );
      }
    }
  });

  it('has statuses, responsibilities and open items in the order in which they count', async () => {
    const { status, responsibility, open, category, domain } = (await contentOf(LISTED)).values;
    assert.deepEqual(
      [status, responsibility, open, category, domain].map((values) => values.map(({ label }) => label)),
      [
        ['Needs evidence', 'Coverage needed', 'Complete', 'Not applicable'],
        ['Azure', 'Shared', 'Customer', 'Varies by requirement'],
        ['implemented', 'coverage needed'],
        ['01 Access Control'],
        ['11 Access Control'],
      ],
    );
  });

  it('tells documents that share a name apart', async () => {
    const project = JSON.stringify({ matrix: 'srm.csv', documents: ['**/*.md'] });
    const contents = { ...CONTENTS, 'inheritance-scope.json': project, 'more/a.md': '01.b' };
    assert.deepEqual((await contentOf(contents)).values.document, [
      { value: 'docs/a.md', label: 'docs/a.md' },
      { value: 'docs/b.md', label: 'b.md' },
      { value: 'more/a.md', label: 'more/a.md' },
    ]);
  });

  it('has bars that add up to what is counted, and whose parts a filter finds', async () => {
    for (const contents of [CONTENTS, LISTED]) {
      const { bars, rows, counted } = await contentOf(contents);
      const isCounted = (each: Row): boolean => (each.control === '') === (counted === 'controls');
      for (const [facet, parts] of [
        ['category', bars.category],
        ['domain', bars.domain],
      ] as const)
        for (const { value, segments } of parts)
          for (const { value: status, count } of segments) {
            const found = rows.filter(
              (each) => isCounted(each) && each.status === status && [each[facet]].flat().includes(value),
            );
            assert.equal(found.length, count, `${facet} ${value} ${status}`);
          }
      const sum = bars.all.segments.reduce((total, { count }) => total + count, 0);
      assert.equal(sum, rows.filter(isCounted).length);
    }
  });

  it('tells what could not be resolved', async () => {
    const { texts } = (await contentOf()).problems;
    assert.equal(texts.length, 1);
    assert.match(texts[0] ?? '', /^docs\/b\.md: .*14\.b/);
  });

  it('has what is open on the whole assessment with the rules behind it', async () => {
    const { items } = (await contentOf(LISTED)).project;
    assert.deepEqual(
      items.map(({ text }) => text.slice(0, 30)),
      ['Azure Key Vault is in use, and', 'Azure r2 expires on 2027-04-01'],
    );
    assert.ok(items.every(({ why }) => why.startsWith('Rule 6')));
  });

  it('says what the figures rest on', async () => {
    const { notes } = await contentOf(LISTED);
    assert.deepEqual(notes.slice(0, 2), [
      'Matrix: srm.csv',
      'Scope: the requirement statements of the requirement list.',
    ]);
    assert.ok(notes.some((note) => note.includes('the assessor’s judgement')));
  });

  it('leaves the places for its counts open', async () => {
    const { count, countOf, none } = (await contentOf()).labels;
    assert.deepEqual([count, countOf, none], ['{0} controls', '{0} of {1} controls', 'None.']);
  });
});

describe('the headline of the summary’s page', () => {
  it('is a share of the requirements where they are listed, then what else is open', async () => {
    assert.deepEqual((await contentOf(LISTED)).headline, {
      text: '1 of 4 requirements still needs evidence',
      parts: ['1 needs coverage'],
      note: '',
    });
  });

  it('has plurals, and names what waits and what is unknown', async () => {
    const rows = ['1', '2', '3', '4'].map((number) => `114${number}.01c1System.${number}`);
    const contents = {
      ...listed('requirement', ...rows, A, B),
      'inheritance-scope.json': JSON.stringify({
        assessment: { type: 'i1' },
        matrix: 'srm.csv',
        requirements: 'requirements.csv',
        requests: 'requests.csv',
      }),
      'srm.csv': `BUID,Inheritability\n${rows.slice(0, 2).join(',None\n')},None\n${A},Full\n${B},Full\n`,
      'requests.csv': `requirement,state,weight\n${A},submitted,100\n${B},submitted,100\n`,
    };
    const { text, parts } = (await contentOf(contents)).headline;
    assert.equal(text, '2 of 6 requirements still need evidence');
    assert.deepEqual(parts, ['2 are of unknown responsibility', '2 await approval']);
  });

  it('is a count, and says why there is no percentage, where no requirements are listed', async () => {
    const { text, parts, note } = (await contentOf()).headline;
    assert.equal(text, '1 control that your documents mention still needs evidence');
    assert.deepEqual(parts, ['1 needs coverage']);
    assert.match(note, /^No percentage is shown: without a requirement list/);
    const two = await contentOf({ ...CONTENTS, 'evidence.csv': '' });
    assert.equal(two.headline.text, '2 controls that your documents mention still need evidence');
  });

  it('does not call complete what merely has nothing recorded as open', async () => {
    const one = await contentOf({ ...CONTENTS, 'docs/b.md': '', 'docs/a.md': '01.b' });
    assert.equal(one.headline.text, 'Nothing is recorded as open on the one control that your documents mention');
    assert.match(one.headline.note, /requirement list/);
    const all = await contentOf(listed('requirement', OF_01B));
    assert.equal(all.headline.text, 'Nothing is recorded as open on the one requirement in scope');
    assert.match(all.headline.note, /the assessor’s judgement/);
  });

  it('does not say that evidence is wanted where only something else is open', async () => {
    const { headline } = await contentOf({ ...CONTENTS, 'docs/a.md': '', 'docs/b.md': '01.d' });
    assert.equal(headline.text, 'No control that your documents mention is known to need more evidence');
    assert.deepEqual(headline.parts, ['1 needs coverage']);
  });

  it('says first of how much it is unknown whose it is, where nothing else can be told', async () => {
    const { headline } = await contentOf({
      ...listed('requirement', OF_01B, A, B),
      'srm.csv': 'BUID,Inheritability\n',
    });
    assert.equal(headline.text, '3 of 3 requirements are of unknown responsibility');
    assert.deepEqual(headline.parts, []);
  });

  it('says so where nothing is in scope', async () => {
    const { headline, rows, bars } = await contentOf({ ...CONTENTS, 'docs/a.md': '', 'docs/b.md': '' });
    assert.equal(headline.text, 'Your documents mention no control yet');
    assert.deepEqual([rows, bars.all.segments, bars.category], [[], [], []]);
  });
});

describe('the facts of the summary’s page', () => {
  it('are the days to submission, and what goes stale before it first', async () => {
    assert.deepEqual((await contentOf(LISTED)).facts, [
      { label: 'Submission', text: 'in 51 days, 2027-05-14' },
      { label: 'Goes stale next', text: 'in 8 days, 2027-04-01: Azure r2 expires' },
    ]);
  });

  it('tell of a review that is due, with how much it concerns', async () => {
    const contents = {
      ...LISTED,
      'evidence.csv': [
        'requirement,maturity,type,title,location,reviewed_on',
        `${OF_01B},implemented,policy,Access policy,policies/acp.pdf,2026-03-25`,
        `${A},implemented,policy,Logging policy,https://x.y/log,2026-03-25`,
        '',
      ].join('\n'),
    };
    assert.deepEqual((await contentOf(contents)).facts[1], {
      label: 'Goes stale next',
      text: 'tomorrow, 2027-03-25: the review of Access policy is due (1 requirement), and 1 more on that day',
    });
  });

  it('say today, yesterday, and how long ago', async () => {
    const { assessment } = await loaded(LISTED);
    const submission = (today: string): string | undefined => createFacts(assessment.summary, today, english)[0]?.text;
    assert.equal(submission('2027-05-14'), 'today, 2027-05-14');
    assert.equal(submission('2027-05-13'), 'tomorrow, 2027-05-14');
    assert.equal(submission('2027-05-15'), 'yesterday, 2027-05-14');
    assert.equal(submission('2027-06-14'), '31 days ago, 2027-05-14');
  });

  it('say that no day of submission is given', async () => {
    assert.deepEqual((await contentOf()).facts, [
      { label: 'Submission', text: 'no day is given, so nothing is counted down' },
    ]);
  });
});
