import assert from 'node:assert/strict';
import { type MaturityLevel, scoredLevels } from '../../../../src/core/assessment/maturity';
import type { Subject } from '../../../../src/core/csf/subject';
import { fileCells, missingEvidenceRows, newRequestRows } from '../../../../src/core/assessment/newRows';
import { evidence, type Given, requests, summary } from '../../given';

const A = '1149.01c2System.9';
const B = '1150.01c2System.10';
const R2 = scoredLevels('r2');

/** The new rows of an evidence list, as `id level`. */
function missing(given: Given, levels: readonly MaturityLevel[] = R2): readonly string[] {
  const { rows } = missingEvidenceRows(
    summary({ documents: '01.c', ...given }),
    levels,
    evidence(given.evidence ?? ''),
  );
  return rows.map(({ requirement, maturity, state }) => {
    assert.equal(state, 'requested');
    return `${requirement} ${maturity}`;
  });
}

const atEachLevel = (id: string): readonly string[] => R2.map((level) => `${id} ${level}`);

describe('the rows missing from an evidence list', () => {
  for (const [whose, value] of [
    ['the customer’s', 'None'],
    ['shared', 'Partial'],
    ['unknown', 'Perhaps'],
  ] as const) {
    it(`are one for each scored level of a requirement that is ${whose}`, () => {
      assert.deepEqual(missing({ matrix: `${A},${value}` }), atEachLevel(A));
    });
  }

  it('are none for what is Azure’s, unless an approved request leaves a part', () => {
    const matrix = `${A},Full`;
    assert.deepEqual(missing({ matrix }), []);
    assert.deepEqual(missing({ matrix, requests: `${A},submitted,,80` }), []);
    assert.deepEqual(missing({ matrix, requests: `${A},approved,,100` }), []);
    assert.deepEqual(missing({ matrix, requests: `${A},approved,,80` }), atEachLevel(A));
  });

  it('are none where a row is, in whatever state, and whether it counts or not', () => {
    const rows = [`${A},policy,,requested`, `${A},procedure,a.md,rejected`, `${B},implemented,gone.md,`].join('\n');
    assert.deepEqual(missing({ matrix: `${A},None\n${B},None`, evidence: rows, missingEvidence: ['gone.md'] }), [
      `${A} implemented`,
      `${B} policy`,
      `${B} procedure`,
    ]);
  });

  it('are none where a row for the whole control is, for without a requirement list it speaks for all of it', () => {
    const found = missing({ matrix: `${A},None\n${B},None`, evidence: '01.c,policy,,requested' });
    assert.deepEqual(
      found,
      [A, B].flatMap((id) => [`${id} procedure`, `${id} implemented`]),
    );
  });

  it('are none in an i1 where a row names no level, and all of them in an r2', () => {
    const given = { matrix: `${A},None`, evidence: `${A},,a.md,requested` };
    assert.deepEqual(missing({ type: 'i1', ...given }, ['implemented']), []);
    assert.deepEqual(missing(given), atEachLevel(A));
  });

  it('are for the control where it stands in for its requirements, or where the matrix has none', () => {
    assert.deepEqual(missing({ matrix: '01.c,None' }), atEachLevel('01.c'));
    assert.deepEqual(missing({}), atEachLevel('01.c'));
  });

  it('are about nothing that is out of scope', () => {
    assert.deepEqual(missing({ matrix: `${A},None`, documents: '02.a' }), atEachLevel('02.a'));
  });

  it('name the CVID where the matrix has one, and are none for a requirement that has no other id', () => {
    const given = { header: 'BUID,CVID,Control Reference,Inheritability', documents: '01.c 01.d' };
    const matrix = `${A},2368.0,01.c Privilege,None\n,873.0,01.d Passwords,None`;
    const { rows, unnamed } = missingEvidenceRows(summary({ ...given, matrix }), ['policy'], []);
    assert.deepEqual(rows, [{ requirement: A, cvid: '2368.0', maturity: 'policy', state: 'requested' }]);
    assert.deepEqual(unnamed, ['01.d CVID 873.0']);
  });

  it('are none the second time', () => {
    const given = { matrix: `${A},None\n${B},Partial`, documents: '01.c 02.a' };
    const { rows } = missingEvidenceRows(summary(given), R2, []);
    const written = rows.map(({ requirement = '', maturity = '' }) => `${requirement},${maturity},,requested`);
    assert.deepEqual(missing({ evidence: written.join('\n'), ...given }), []);
  });
});

describe('the requests that could be made', () => {
  const HEADER = 'ID,Inheritability,Azure Implementation';
  const prepared = (given: Given, ids: readonly string[] = []) =>
    newRequestRows(summary({ documents: '01.c', header: HEADER, ...given }), requests(given.requests ?? ''), ids).rows;
  const whom = (given: Given) => prepared(given).map(({ requirement }) => requirement);

  it('are at 100 where all can be inherited, and without a weight, beside the matrix’s words, where a part can', () => {
    const matrix = `${A},Full,Guards the datacenter\n${B},Partial,"Guards its part,\n and only that"`;
    assert.deepEqual(prepared({ matrix }), [
      {
        request_id: 'REQ-001',
        requirement: A,
        type: 'external',
        provider: 'Azure',
        partial: 'no',
        state: 'planned',
        weight: '100',
      },
      {
        request_id: 'REQ-002',
        requirement: B,
        type: 'external',
        provider: 'Azure',
        partial: 'yes',
        state: 'planned',
        note: 'Guards its part, and only that',
      },
    ]);
  });

  it('are for what Azure has a part in that can be inherited, in scope, and for nothing else', () => {
    assert.deepEqual(whom({ matrix: `${A},None,\n${B},Perhaps,\n1802.08b1Organizational.3,Full,` }), []);
    const header = 'ID,Responsibility,Inheritability';
    assert.deepEqual(whom({ header, matrix: `${A},Shared,None\n${B},Customer,Full` }), []);
  });

  for (const state of ['planned', 'created', 'submitted', 'approved', 'rejected', 'withdrawn']) {
    it(`are none where one is ${state}`, () => {
      assert.deepEqual(whom({ matrix: `${A},Full,\n${B},Full,`, requests: `${A},${state}` }), [B]);
    });
  }

  it('are for one control or one requirement where that is asked for', () => {
    const matrix = `${A},Full,\n${B},Full,\n0201.09j1Organizational.124,Full,`;
    const made = summary({ documents: '01.c 09.j', header: HEADER, matrix });
    const asked = (...only: readonly Subject[]) =>
      newRequestRows(made, [], [], only).rows.map(({ requirement }) => requirement);
    assert.deepEqual(asked({ control: '01.c' }), [A, B]);
    assert.deepEqual(asked({ control: '01.c', requirement: B }), [B]);
    assert.deepEqual(asked({ control: '02.a' }), []);
    assert.deepEqual(asked({ control: '09.j' }, { control: '01.c', requirement: B }), [
      B,
      '0201.09j1Organizational.124',
    ]);
    assert.deepEqual(asked({ control: '01.c' }, { control: '01.c', requirement: B }), [A, B], 'each once');
    assert.equal(asked().length, 3);
  });

  it('tell of what was asked for nothing of which can be inherited, and not of what has a request', () => {
    const matrix = `${A},Full,\n${B},None,\n0201.09j1Organizational.124,None,`;
    const made = summary({ documents: '01.c 09.j', header: HEADER, matrix });
    const left = (...only: readonly Subject[]) =>
      newRequestRows(made, requests(`${A},planned`), [], only).notInheritable;
    assert.deepEqual(left({ control: '01.c' }, { control: '01.c', requirement: A }), []);
    assert.deepEqual(left({ control: '01.c', requirement: B }, { control: '09.j' }, { control: '02.a' }), [
      B,
      '09.j',
      '02.a',
    ]);
    assert.deepEqual(left(), []);
  });

  it('are none where one is for the whole control, without a requirement list', () => {
    assert.deepEqual(whom({ matrix: `${A},Full,`, requests: '01.c,planned' }), []);
  });

  it('leave requests to another provider out of account', () => {
    assert.deepEqual(whom({ matrix: `${A},Full,`, requests: `${A},approved,external,100,no,AWS` }), [A]);
  });

  for (const [what, ids, next] of [
    ['from REQ-001 where there are none', [], 'REQ-001'],
    ['from REQ-001 where there are none with numbers', ['first', 'second'], 'REQ-001'],
    ['on in the way of the file', ['IR-018', 'IR-019'], 'IR-020'],
    ['on behind the highest, wherever it stands', ['IR-7', 'IR-12', 'IR-9'], 'IR-13'],
    ['on in the way of the last', ['A-900', 'B-01', 'note'], 'B-02'],
    ['on with plain numbers', ['9'], '10'],
    ['on past the width', ['R99'], 'R100'],
  ] as const) {
    it(`count ${what}`, () => {
      assert.equal(prepared({ matrix: `${A},Full,` }, ids)[0]?.request_id, next);
    });
  }

  it('have no formula in them that stands in the matrix', () => {
    const [{ note = '' } = {}] = prepared({ matrix: `${A},Partial,"\u200b=HYPERLINK(""https://x.y"")"` });
    assert.equal(note, `'=HYPERLINK("https://x.y")`);
  });

  it('have of long words of the matrix the beginning, without half a word or half a character', () => {
    const words = Array.from({ length: 80 }, (_, index) => `wörd${index}`).join(' ');
    const [{ note = '' } = {}] = prepared({ matrix: `${A},Partial,${words}` });
    assert.match(note, /^wörd0 wörd1 .* wörd\d+…$/);
    assert.ok(note.length <= 300 && words.startsWith(note.slice(0, -1)) && words[note.length - 1] === ' ');
    const [{ note: unbroken = '' } = {}] = prepared({ matrix: `${A},Partial,${'🔒'.repeat(400)}` });
    assert.match(unbroken, /^(?:🔒)+…$/u);
  });
});

describe('the cells that name a document by its file', () => {
  it('are its name and path', () => {
    assert.deepEqual(fileCells('a b.pdf', 'evidence/a b.pdf'), { title: 'a b.pdf', location: 'evidence/a b.pdf' });
  });

  it('become no formula, and the path still leads there', () => {
    for (const name of ['=1+1.pdf', '@SUM(A1).pdf', '\u200b-x.pdf', '＝x.pdf']) {
      assert.deepEqual(fileCells(name, name), { title: `'${name}`, location: `./${name}` });
    }
  });
});
