import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  type Evidence,
  EVIDENCE_STATES,
  type EvidenceRegisterReading,
  findUsable,
  isLink,
  isPlaceholder,
  readEvidence,
  whyNotUsed,
} from '../../../../src/core/assessment/evidence';
import { documentsById, type EvidenceDocuments, withDocument } from '../../../../src/core/assessment/evidenceDocuments';
import { EVIDENCE_TYPES } from '../../../../src/core/assessment/evidenceType';
import { scoredLevels } from '../../../../src/core/assessment/maturity';
import { catalog } from '../../../../src/core/csf/catalog';
import { english } from '../../../../src/core/message';
import type { Problem } from '../../../../src/core/problems';
import { csv, evidence } from '../../given';

const read = (text: string): EvidenceRegisterReading =>
  readEvidence(csv(text), 'evidence.csv', 'evidence.csv', catalog);
const codes = ({ problems }: { readonly problems: readonly Problem[] }): readonly string[] =>
  problems.map(({ code, at }) => `${at && 'line' in at ? at.line : '-'} ${code}`);
const r2 = scoredLevels('r2');

describe('the evidence register', () => {
  it('is read with its documents’ columns in its rows', () => {
    assert.deepEqual(
      read(
        'requirement,cvid,maturity,document_id,title,location,state,note\n1149.01c2System.9 - 01.c,0873.0,Policy,P1,Access policy,acp.pdf,Accepted,x',
      ).evidence,
      [
        {
          file: 'evidence.csv',
          line: 2,
          control: '01.c',
          requirement: '1149.01c2System.9',
          cvid: '0873.0',
          maturity: 'policy',
          title: 'Access policy',
          documentId: 'P1',
          location: 'acp.pdf',
          state: 'accepted',
        },
      ],
    );
  });

  it('takes control for requirement, level for maturity, and an empty state for collected', () => {
    const [row] = read('control;level;location\n01.c;implemented;x.png').evidence;
    assert.deepEqual(
      [row?.control, row?.maturity, row?.state, row?.title],
      ['01.c', 'implemented', 'collected', 'x.png'],
    );
  });

  it('takes columns in any order, and leaves those that it does not know alone', () => {
    const [row] = read('Anything,LOCATION,Requirement\nx,acp.pdf,01.c').evidence;
    assert.deepEqual([row?.location, row?.control], ['acp.pdf', '01.c']);
  });

  for (const [what, text, ...expected] of [
    ['an id that does not exist', 'requirement\n14.a', '2 unknown-id'],
    ['a range for an id', 'requirement\n01.a–01.c', '2 several-ids'],
    ['a list for an id', 'requirement\n"01.a, 01.c"', '2 several-ids'],
    ['an id that only mentions a control', 'requirement\nsee 01.a', '2 unknown-id'],
    ['a requirement id that is misspelt', 'requirement\n1149.01c2Sytem.9 - 01.c', '2 unknown-id'],
    ['a level that is none', 'requirement,maturity\n01.c,level 2', '2 unknown-maturity'],
    ['neither an id nor a CVID', 'requirement,cvid,state\n,,collected', '2 missing-id'],
    ['a date that is none', 'requirement,approved_on\n01.c,soon', '2 unreadable-date'],
    ['a type that is none', 'requirement,type\n01.c,video', '2 unknown-evidence-type'],
    ['a hash that is none', 'requirement,sha256\n01.c,abc', '2 invalid-hash'],
    ['a state that is none', 'requirement,state\n01.c,done', '2 unknown-state'],
    ['no column for ids', 'id,state\n01.c,', '1 missing-register-column'],
    ['a quotation mark that never closes', 'requirement,location\n01.c,x\n01.d,"y\n', '3 unclosed-quote'],
    ['nothing in it', '', '- file-empty'],
    ['a NUL in it', 'requirement\0', '- file-not-text'],
  ] as const) {
    it(`says so where there is ${what}`, () => assert.deepEqual(codes(read(text)), expected));
  }
});

describe('a row of the evidence register', () => {
  const row = (header: string, cells: string): Evidence | undefined =>
    read(`requirement,location,${header}\n01.c,acp.pdf,${cells}`).evidence[0];

  for (const [written, type] of [
    ...EVIDENCE_TYPES.map((known) => [known.toUpperCase(), known] as const),
    ['Risk treatment', 'risk-treatment'],
    ['risk_treatment', 'risk-treatment'],
    ['Screen shot', 'screenshot'],
    ['video', undefined],
  ] as const) {
    it(`of type "${written}" is read as ${type ?? 'one whose type is not given'}`, () => {
      assert.deepEqual([row('type', written)?.type, row('type', written)?.location], [type, 'acp.pdf']);
    });
  }

  it('has its dates by their columns, captured_on also as collected', () => {
    assert.deepEqual(
      row('Approved On,effective_from,reviewed_on,collected', '2026-09-14,2026-10-01,2027-01-31, 2027-02-28 ')?.dates,
      {
        approved_on: '2026-09-14',
        effective_from: '2026-10-01',
        reviewed_on: '2027-01-31',
        captured_on: '2027-02-28',
      },
    );
  });

  it('does not take the review of the evidence for one of the document', () => {
    for (const [columns, cells] of [
      ['reviewed_by,reviewed_on', 'Ann,2027-03-02'],
      ['document_id,reviewed_on', 'ACP,2027-03-02'],
    ] as const)
      assert.equal(row(columns, cells)?.dates, undefined);
  });

  it('has the hash of its file in lower case', () => {
    assert.equal(row('sha256', 'AB'.repeat(32))?.sha256, 'ab'.repeat(32));
  });

  it('counts without a date, type or hash that cannot be read', () => {
    const found = row('type,approved_on,captured_on,sha256', 'x,03/04/2026,2027-03-01,x');
    assert.deepEqual(
      [found?.location, found?.dates, found?.type, found?.sha256],
      ['acp.pdf', { captured_on: '2027-03-01' }, undefined, undefined],
    );
  });

  for (const [cell, expected] of [
    ['03/04/2026', 'it could be 2026-03-04 or 2026-04-03'],
    ['3.4.2026', 'it could be 2026-03-04 or 2026-04-03'],
    ['03-04-26', 'it could be 2026-03-04 or 2026-04-03'],
    ['03/04/2026 09:30', 'it could be 2026-03-04 or 2026-04-03'],
    ['04/04/2026', 'it seems to be 2026-04-04 in another form'],
    ['31/12/2026', 'it seems to be 2026-12-31 in another form'],
    ['12/31/2026', 'it seems to be 2026-12-31 in another form'],
    ['2026/3/4', 'it seems to be 2026-03-04 in another form'],
    ['2026-3-4', 'it seems to be 2026-03-04 in another form'],
    ['2026-03-04T10:00:00Z', 'it seems to be 2026-03-04 in another form'],
    ['2027-02-29', 'no day of the calendar can be read from it'],
    ['31/31/2026', 'no day of the calendar can be read from it'],
    ['46115', 'no day of the calendar can be read from it'],
    ['March 4', 'no day of the calendar can be read from it'],
    ['TBD', 'no day of the calendar can be read from it'],
  ] as const) {
    it(`with "${cell}" for a date is told why it is not read, and how to write it`, () => {
      const { problems, evidence: kept } = read(`requirement,reviewed_on\n01.d,\n01.c,${cell}`);
      assert.deepEqual(problems.map(english), [
        `"${cell}" under "reviewed_on" counts as not given: ${expected}. Write the day as YYYY-MM-DD.`,
      ]);
      assert.deepEqual([problems[0]?.at, kept.length, kept[1]?.dates], [{ line: 3 }, 2, undefined]);
    });
  }

  it('that names only a CVID is kept for whoever knows what it stands for', () => {
    const { evidence: placed, unplaced, problems } = read('cvid,level,location\n0873.0,policy,acp.pdf');
    assert.deepEqual([placed, problems], [[], []]);
    assert.deepEqual(unplaced, [
      {
        file: 'evidence.csv',
        line: 2,
        cvid: '0873.0',
        maturity: 'policy',
        title: 'acp.pdf',
        location: 'acp.pdf',
        state: 'collected',
      },
    ]);
  });

  it('with an id that is none is not placed by its CVID: one of the two is wrong', () => {
    const { unplaced, problems } = read('requirement,cvid\n14.a,0873.0');
    assert.deepEqual([unplaced, problems.map(({ code }) => code)], [[], ['unknown-id']]);
  });
});

describe('the evidence register, whatever is in it,', () => {
  it('is read without failing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        readEvidence(bytes, 'e.csv', 'e.csv', catalog);
      }),
    );
  });

  it('keeps each row, or says on its line why not', () => {
    const cell = fc.constantFrom(
      '',
      '01.c',
      '1149.01c2System.9',
      '14.a',
      'policy',
      'x',
      '2027-01-01',
      '1/2/2027',
      'TBD',
      '7',
    );
    const columns = ['requirement', 'cvid', 'maturity', 'state', 'type', 'approved_on', 'location', 'sha256'];
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: columns.length, maxLength: columns.length }), { maxLength: 20 }),
        (rows) => {
          const { evidence: kept, unplaced, problems } = readEvidence(csv([columns, ...rows]), 'e', 'e', catalog);
          const said = new Set(problems.map(({ at }) => at && 'line' in at && at.line));
          const lines = new Set([...kept, ...unplaced].map(({ line }) => line));
          rows.forEach((cells, index) => {
            const isBlank = cells.every((each) => each === '');
            assert.ok(isBlank || lines.has(index + 2) || said.has(index + 2), cells.join());
          });
        },
      ),
    );
  });
});

describe('a document', () => {
  for (const state of EVIDENCE_STATES) {
    const counts = state !== 'requested' && state !== 'rejected';
    it(`that is ${state} ${counts ? 'counts' : 'does not count'}`, () => {
      const { usable, problems } = findUsable(evidence(`01.c,policy,acp.pdf,${state}`), () => true, r2);
      assert.deepEqual([usable.length, problems], [counts ? 1 : 0, []]);
    });
  }

  for (const [what, row, ...problems] of [
    ['that has no location does not count', '01.c,policy,', '2 evidence-without-location'],
    ['that is not there does not count', '01.c,policy,gone.pdf', '2 missing-evidence-file'],
    ['without a maturity level does not count in an r2', '01.c,,acp.pdf', '2 missing-maturity'],
    ['at a placeholder does not count', '01.c,policy,TBD', '2 evidence-placeholder'],
    ['at a dash does not count', '01.c,policy,–', '2 evidence-placeholder'],
    ['at half a link does not count', '01.c,policy,http://', '2 evidence-no-link'],
    ['at a link with spaces does not count', '01.c,policy,https://x.y/My Documents/a.pdf', '2 evidence-no-link'],
    ['at a script does not count', '01.c,policy,javascript:alert(1)', '2 evidence-no-link'],
    [
      'on another machine does not count, and is not looked for',
      '01.c,policy,//host/share/a.pdf',
      '2 evidence-no-link',
    ],
    ['at an address of one’s own disk does not count', '01.c,policy,file:///C:/acp.pdf', '2 evidence-no-link'],
    ['behind a link counts, unfetched', '01.c,policy,https://x.sharepoint.com/acp'],
    ['that is there counts', '01.c,policy,acp.pdf'],
  ] as const) {
    it(what, () => {
      const result = findUsable(evidence(row), ({ location }) => location === 'acp.pdf', r2);
      assert.deepEqual([codes(result), result.usable.length], [problems, problems.length === 0 ? 1 : 0]);
    });
  }

  it('without a maturity level counts where one level only is scored', () => {
    const { usable } = findUsable(evidence('01.c,,acp.pdf'), () => true, scoredLevels('i1'));
    assert.deepEqual(
      usable.map(({ maturity }) => maturity),
      ['implemented'],
    );
  });

  it('is named by its path where it is not there', () => {
    const { problems } = findUsable(evidence('01.c,policy,gone.pdf'), () => false, r2);
    assert.match(problems.map(english).join(), /gone\.pdf does not exist/);
  });

  it('that does not count for its state says which it is', () => {
    const said = evidence('01.c,policy,acp.pdf,requested\n01.c,policy,acp.pdf,rejected\n01.c,,,requested').map((item) =>
      english(whyNotUsed(item) ?? assert.fail()),
    );
    assert.deepEqual(said, [
      'acp.pdf is requested, not yet collected',
      'acp.pdf was rejected',
      'the document is requested, not yet collected',
    ]);
    const others = EVIDENCE_STATES.filter((state) => !whyNotUsed({ state, title: 'x' }));
    assert.deepEqual(others, ['collected', 'reviewed', 'accepted', 'uploaded']);
  });

  for (const [text, isOne] of [
    ['', true],
    ['TBD', true],
    ['(tbc)', true],
    ['N.A.', true],
    ['-', true],
    ['— n/a —', true],
    ['none.pdf', false],
    ['evidence/todo.md', false],
    ['政策', false],
    ['7', false],
  ] as const) {
    it(`at "${text}" is ${isOne ? 'none yet' : 'somewhere'}`, () => assert.equal(isPlaceholder(text), isOne));
  }

  for (const [location, link] of [
    ['https://tbd.contoso.com/acp', true],
    ['https://n/a', false],
    ['https://pending', false],
    ['http://', false],
    ['javascript:alert(1)', false],
    ['https://x.y/z', true],
    ['http://wiki/policies', true],
    ['http://TBD', false],
    ['file:///evidence/acp.pdf', false],
    ['evidence/acp.pdf', false],
    ['C:\\evidence\\acp.pdf', false],
    ['acp.pdf (see https://x.y)', false],
    ['TBD', false],
  ] as const) {
    it(`at ${location} is ${link ? '' : 'not '}behind a link`, () => assert.equal(isLink(location), link));
  }
});

describe('a document that is referred to by its id', () => {
  const documents: EvidenceDocuments = documentsById(
    [
      { file: 'documents.csv', line: 2, id: 'ACP', title: 'Access policy', type: 'policy', location: 'acp.pdf' },
      { file: 'documents.csv', line: 3, id: 'NO', title: 'Nowhere' },
    ],
    String,
  ).documents;
  const use = (cells: string) =>
    findUsable(
      evidence(cells, 'requirement,maturity,document_id,location').map((row) => withDocument(row, documents)),
      ({ location }) => location === 'acp.pdf',
      r2,
      documents,
    );

  it('counts where it is, with what is said of it', () => {
    const { usable, problems } = use('01.c,policy, acp ,');
    assert.deepEqual(problems, []);
    assert.deepEqual(
      usable.map(({ title, type, location, line }) => [title, type, location, line]),
      [['Access policy', 'policy', 'acp.pdf', 2]],
    );
  });

  it('does not count where there is none, and the row of the evidence says so', () => {
    assert.deepEqual(codes(use('01.c,policy,ACP2,')), ['2 unknown-document']);
    assert.deepEqual(
      use('01.c,policy,ACP2,').problems.map(({ file }) => file),
      ['evidence.csv'],
    );
  });

  it('does not count where it has no location either', () => {
    assert.deepEqual(codes(use('01.c,policy,NO,')), ['2 evidence-without-location']);
  });

  it('need not be there where the row has a location of its own', () => {
    const { usable, problems } = use('01.c,policy,ACP2,acp.pdf');
    assert.deepEqual([usable.length, problems], [1, []]);
  });

  it('is only missing a location where the project has no list of documents', () => {
    const { problems } = findUsable(evidence('01.c,policy,ACP', 'requirement,maturity,document_id'), () => true, r2);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['evidence-without-location'],
    );
  });
});
