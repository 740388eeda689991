import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Evidence } from '../../../../src/core/assessment/evidence';
import {
  documentKey,
  documentsById,
  type EvidenceDocument,
  type EvidenceDocumentsReading,
  readEvidenceDocuments,
  withDocument,
} from '../../../../src/core/assessment/evidenceDocuments';
import { english } from '../../../../src/core/message';
import { csv } from '../../given';

const read = (text: string): EvidenceDocumentsReading =>
  readEvidenceDocuments(csv(text), 'file:///documents.csv', 'documents.csv');

const HASH = '0a'.repeat(32);

describe('the list of evidence documents', () => {
  it('is read by its columns, those that it does not know left alone', () => {
    assert.deepEqual(
      read(
        'document_id,title,type,location,version,approved_on,effective_from,reviewed_on,captured_on,period_start,population_size,sha256,note\n' +
          `ACP-01,Access policy,Policy,evidence/acp.pdf,2.1,2026-09-14,2026-10-01,2027-01-31,,2026-01-01,41,${HASH.toUpperCase()},x`,
      ),
      {
        documents: [
          {
            file: 'file:///documents.csv',
            line: 2,
            id: 'ACP-01',
            title: 'Access policy',
            version: '2.1',
            type: 'policy',
            location: 'evidence/acp.pdf',
            dates: { approved_on: '2026-09-14', effective_from: '2026-10-01', reviewed_on: '2027-01-31' },
            sha256: HASH,
          },
        ],
        problems: [],
      },
    );
  });

  it('needs nothing but ids', () => {
    assert.deepEqual(
      read('Document ID;Note\nA;x').documents.map(({ id, line }) => [id, line]),
      [['A', 2]],
    );
  });

  for (const [what, text, expected] of [
    ['a row without an id', 'document_id,title\n,Access policy', '2 missing-id'],
    ['a type that is none', 'document_id,type\nA,film', '2 unknown-evidence-type'],
    ['a date in another order', 'document_id,captured_on\nA,03/04/2026', '2 unreadable-date'],
    ['a hash that is none', 'document_id,sha256\nA,123', '2 invalid-hash'],
    ['no column for ids', 'title\nA', '1 missing-register-column'],
    ['nothing in it', '', '- file-empty'],
  ] as const) {
    it(`says so where there is ${what}`, () => {
      const codes = read(text).problems.map(({ code, at }) => `${at && 'line' in at ? at.line : '-'} ${code}`);
      assert.deepEqual(codes, [expected]);
    });
  }

  it('keeps the first of several rows for one document, and names both lines', () => {
    const { documents, problems } = read('document_id,title\nACP,one\nx,\nacp ,two\nAcp,three');
    assert.deepEqual(
      documents.map(({ title }) => title),
      ['one', undefined],
    );
    assert.deepEqual(
      problems.map((problem) => [problem.at, english(problem)]),
      [
        [
          { line: 4 },
          'The document acp stands on line 2 already, which counts; this row does not. Keep one row for each document.',
        ],
        [
          { line: 5 },
          'The document Acp stands on line 2 already, which counts; this row does not. Keep one row for each document.',
        ],
      ],
    );
  });

  it('of several files names the file of the row that counts', () => {
    const document = (file: string): EvidenceDocument => ({ file, line: 7, id: 'ACP' });
    const { documents, problems } = documentsById([document('a.csv'), document('b.csv')], (file) => `x/${file}`);
    assert.equal(documents.get(documentKey(' acp'))?.file, 'a.csv');
    assert.deepEqual(
      problems.map(({ file }) => file),
      ['b.csv'],
    );
    assert.match(problems.map(english).join(), /stands on x\/a\.csv, line 7 already/);
  });

  it('never fails, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        readEvidenceDocuments(bytes, 'd.csv', 'd.csv');
      }),
    );
  });

  it('keeps each row, or says on its line why not', () => {
    const cell = fc.constantFrom('', 'A', 'a ', 'B', 'policy', '2027-01-01', '1/2/27');
    const columns = ['document_id', 'type', 'captured_on'];
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 }), (rows) => {
        const { documents, problems } = readEvidenceDocuments(csv([columns, ...rows]), 'd', 'd');
        const lines = new Set(documents.map(({ line }) => line));
        const said = new Set(problems.map(({ at }) => at && 'line' in at && at.line));
        rows.forEach((cells, index) => {
          const isBlank = cells.every((each) => each.trim() === '');
          assert.ok(isBlank || lines.has(index + 2) || said.has(index + 2), cells.join());
        });
        assert.equal(new Set(documents.map(({ id }) => documentKey(id))).size, documents.length);
      }),
    );
  });
});

describe('evidence with its document', () => {
  const bare: Evidence = { file: 'evidence.csv', line: 3, control: '01.c', title: 'acp', state: 'collected' };
  const row: Evidence = { documentId: 'acp', ...bare };
  const document: EvidenceDocument = {
    file: 'documents.csv',
    line: 2,
    id: 'ACP',
    title: 'Access policy',
    type: 'policy',
    location: 'acp.pdf',
    dates: { approved_on: '2026-09-14', reviewed_on: '2026-10-01' },
    sha256: HASH,
  };
  const { documents } = documentsById([document], String);

  it('has from it what its row does not say', () => {
    assert.deepEqual(withDocument(row, documents), {
      file: 'evidence.csv',
      line: 3,
      control: '01.c',
      title: 'Access policy',
      documentId: 'acp',
      state: 'collected',
      type: 'policy',
      location: 'acp.pdf',
      dates: { approved_on: '2026-09-14', reviewed_on: '2026-10-01' },
      sha256: HASH,
    });
  });

  it('keeps what its row says, date by date', () => {
    const own = {
      title: 'Its section 4',
      type: 'procedure',
      dates: { reviewed_on: '2027-02-01', captured_on: '2027-03-01' },
      sha256: 'ff'.repeat(32),
    } as const;
    const joined = withDocument({ ...row, ...own }, documents);
    assert.deepEqual(
      [joined.title, joined.type, joined.dates, joined.sha256],
      [
        'Its section 4',
        'procedure',
        { approved_on: '2026-09-14', reviewed_on: '2027-02-01', captured_on: '2027-03-01' },
        'ff'.repeat(32),
      ],
    );
  });

  it('does not have the hash of another file', () => {
    const joined = withDocument({ ...row, location: 'other.pdf' }, documents);
    assert.deepEqual([joined.location, joined.sha256], ['other.pdf', undefined]);
  });

  it('is as it was where it refers to none, or to one that is not there', () => {
    for (const item of [bare, { ...row, documentId: 'other' }]) {
      assert.deepEqual(withDocument(item, documents), item);
    }
  });

  it('never loses anything that its row says', () => {
    const day = fc.constantFrom('2026-01-01', '2027-01-01');
    const items = fc.record(
      {
        location: fc.constantFrom('acp.pdf', 'x.pdf'),
        type: fc.constant('sample' as const),
        dates: fc.record({ approved_on: day, captured_on: day }, { requiredKeys: [] }),
        documentId: fc.constantFrom('ACP', 'acp', 'none'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(items, (said) => {
        const { dates, ...joined } = withDocument({ ...row, title: 'own', ...said }, documents);
        const { dates: ownDates, ...own } = said;
        assert.deepEqual({ ...joined, ...own }, joined);
        assert.deepEqual({ ...dates, ...ownDates }, { ...dates });
      }),
    );
  });
});
