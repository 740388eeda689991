import assert from 'node:assert/strict';
import { english } from '../../../src/core/message';
import { parseToPage } from '../../../src/summary/protocol';
import { createRowDetails } from '../../../src/summary/rowDetails';
import { CONTENTS, detailsOf, LISTED, loaded } from './summaryContent';

const A = '1143.01c1System.123';
const B = '1148.01c2System.78';
const NOT_APPLICABLE = '1151.01c3System.1';
const OF_01B = '1109.01b1System.479';

describe('what unfolds below a row of the summary’s page', () => {
  it('is a message that the page takes', async () => {
    const rows = [await detailsOf('01.c'), await detailsOf('01.b', LISTED), await detailsOf(A, LISTED)];
    assert.ok(parseToPage(structuredClone({ type: 'details', rows, revision: 0 })));
  });

  it('is not there for what is not in scope', async () => {
    const { assessment, files } = await loaded(LISTED);
    for (const id of ['01.d', '1149.01c2System.9', '', 'constructor'])
      assert.equal(createRowDetails(id, assessment, files, english), undefined, id);
  });

  it('names the rows of the matrix behind a control, by requirement, and a requirement’s own', async () => {
    const { matrix } = await detailsOf('01.c');
    assert.deepEqual(
      matrix.map(({ index, text, label }) => [index, text, label]),
      [
        [0, `${A} · Customer`, `${A} · Customer, srm.csv, line 2`],
        [1, `${B} · Azure`, `${B} · Azure, srm.csv, line 3`],
      ],
    );
    assert.deepEqual(
      (await detailsOf(B, LISTED)).matrix.map(({ index, text }) => [index, text]),
      [[0, `${B} · Azure`]],
    );
  });

  it('has both responsibility texts in the matrix’s own words, whole', async () => {
    const long = 'You keep it. '.repeat(1_000).trim();
    const srm = `BUID,Inheritability,Customer Responsibility,CSP Responsibility\n${A},Partial,${long},<b>We</b> run it\n`;
    const [row] = (await detailsOf('01.c', { ...CONTENTS, 'srm.csv': srm })).matrix;
    assert.deepEqual([row?.customer, row?.provider], [long, '<b>We</b> run it']);
  });

  it('names each document of evidence once, with its dates and the rows that name it', async () => {
    const contents = {
      ...CONTENTS,
      'evidence.csv': [
        'requirement,maturity,title,location,approved_on',
        '01.b,policy,Access policy,policies/acp.pdf,2027-01-02',
        '01.b,procedure,Access policy,policies/acp.pdf,2027-01-02',
        '01.b,implemented,,https://x.y/z,',
        '',
      ].join('\n'),
    };
    const { evidence } = await detailsOf('01.b', contents);
    assert.deepEqual(
      evidence.map(({ index, text, label, isLink, dated, rows }) => ({
        index,
        text,
        label,
        isLink,
        dated,
        rows: rows.map((row) => row.label),
      })),
      [
        {
          index: 0,
          text: 'Access policy',
          label: 'Access policy, policies/acp.pdf',
          isLink: false,
          dated: 'approved 2027-01-02',
          rows: ['policy, evidence.csv, line 2', 'procedure, evidence.csv, line 3'],
        },
        {
          index: 2,
          text: 'https://x.y/z',
          label: 'https://x.y/z',
          isLink: true,
          dated: '',
          rows: ['implemented, evidence.csv, line 4'],
        },
      ],
    );
  });

  it('says until when a review is good, where there is a day of submission', async () => {
    const contents = {
      ...LISTED,
      'evidence.csv': `requirement,type,title,location,reviewed_on\n${OF_01B},policy,P,https://x.y/p,2026-09-01\n`,
    };
    assert.equal((await detailsOf(OF_01B, contents)).evidence[0]?.dated, 'reviewed 2026-09-01, review due 2027-09-01');
  });

  it('names each line of a document once, however often the control stands in it', async () => {
    assert.deepEqual((await detailsOf('01.b')).documents, [
      { name: 'a.md', path: 'docs/a.md', places: [{ index: 0, text: '1', label: '1, docs/a.md' }] },
    ]);
    assert.deepEqual(
      (await detailsOf('01.c')).documents.map(({ places }) => places.map(({ index, text }) => [index, text])),
      [[[0, '2']], [[1, '2']]],
    );
  });

  it('has what is open with the rule behind it', async () => {
    const [open] = (await detailsOf(A, LISTED)).open;
    assert.equal(open?.text, 'needs implemented evidence');
    assert.match(open.why, /^Rule 3/);
  });

  it('has the rationale of what is not applicable', async () => {
    const { notices, open } = await detailsOf(NOT_APPLICABLE, LISTED);
    assert.deepEqual(
      notices.map(({ text }) => text),
      ['Note: not applicable: No such accounts exist in this system at all'],
    );
    assert.deepEqual(open, []);
  });

  it('has the requests with their rows, below a control with whom they are for', async () => {
    const line = 'Inheritance request: submitted 10 days ago, a weight of 60, marked partial';
    assert.deepEqual((await detailsOf(A, LISTED)).requests, [
      { index: 0, text: line, label: `${line}, requests.csv, line 2` },
    ]);
    const [ofControl] = (await detailsOf('01.c', LISTED)).requests;
    assert.equal(ofControl?.text, `${A}: ${line}`);
    assert.deepEqual((await detailsOf(B, LISTED)).requests, []);
  });

  it('has what Azure Policy says of a requirement as a partial view', async () => {
    const { policy } = await detailsOf(A, LISTED);
    assert.match(policy[0] ?? '', /partial view.*2027-03-20.*1 non-compliant/);
    assert.deepEqual((await detailsOf(B, LISTED)).policy, []);
  });

  it('has evidence for the whole control apart, for it counts for none of its requirements', async () => {
    const { evidence, notYetMapped } = await detailsOf('01.c', LISTED);
    assert.deepEqual(evidence, []);
    assert.deepEqual(
      notYetMapped.map(({ text, rows }) => [text, rows.map(({ label }) => label)]),
      [['Access policy', ['implemented, evidence.csv, line 3']]],
    );
  });

  it('tells how it came by its status, step by step, with the rules', async () => {
    const { steps } = await detailsOf(B, LISTED);
    assert.equal(steps.at(-1)?.text, 'Status: Coverage needed');
    assert.match(steps.at(-1)?.why ?? '', /^Rule 8/);
    assert.ok(steps.some(({ text }) => text.includes('requirement list')));
    const ofControl = await detailsOf('01.c', LISTED);
    assert.ok(ofControl.steps.some(({ text }) => text.startsWith(`01.c has the status of ${A}`)));
  });
});
