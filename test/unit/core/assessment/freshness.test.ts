import assert from 'node:assert/strict';
import { dateWords, type RatedDocument, rateEvidence } from '../../../../src/core/assessment/freshness';
import { type AssessmentCalendar, DEFAULT_CLOCKS } from '../../../../src/core/assessment/calendar';
import { Records } from '../../../../src/core/assessment/records';
import { english } from '../../../../src/core/message';
import { evidence } from '../../given';

const CALENDAR: AssessmentCalendar = {
  today: '2027-03-24',
  fieldworkStart: '2027-02-15',
  submissionDate: '2027-05-14',
  clocks: DEFAULT_CLOCKS,
};
const ID = '1149.01c2System.9';
const HEADER = 'requirement,maturity,location,state,type,title,document_id,approved_on,reviewed_on,captured_on';

function recordsOf(rows: readonly string[]): Records {
  const records = new Records(['policy', 'procedure', 'implemented'], ({ location }) => location !== 'gone.pdf');
  records.set('evidence.csv', { evidence: evidence(rows.join('\n'), HEADER) });
  return records;
}

const rated = (...rows: readonly string[]): readonly RatedDocument[] => rateEvidence(recordsOf(rows), CALENDAR);

describe('how good evidence still is', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['missing', 'whose file is not there', `${ID},policy,gone.pdf,collected,policy,P`],
    ['late', 'whose review is overdue', `${ID},policy,p.pdf,collected,policy,P,,2025-01-01`],
    ['late', 'that was captured before fieldwork', `${ID},implemented,s.png,collected,screenshot,S,,,,2027-01-01`],
    ['not-usable', 'that is only asked for', `${ID},policy,,requested,policy,P`],
    ['not-usable', 'that was rejected', `${ID},policy,p.pdf,rejected,policy,P`],
    ['not-usable', 'with a placeholder for its place', `${ID},policy,TBD,collected,policy,P`],
    ['not-usable', 'that names no level', `${ID},,p.pdf,collected,policy,P`],
    ['waiting', 'that is not yet in place for long enough', `${ID},policy,p.pdf,collected,policy,P,,2027-03-10`],
    ['unchecked', 'that gives no date', `${ID},implemented,s.png,collected,screenshot,S`],
    ['unchecked', 'whose type is not given', `${ID},implemented,s.png,collected,,S,,,,2027-03-01`],
    ['unchecked', 'of a type that no clock looks at', `${ID},implemented,a.pdf,collected,attestation,A,,,,2027-03-01`],
    ['fresh', 'that is in time', `${ID},policy,p.pdf,collected,policy,P,,2026-09-14`],
  ];
  for (const [freshness, what, row] of cases) {
    it(`is told to be ${freshness} of a document ${what}`, () => {
      const [document] = rated(row);
      assert.equal(document?.freshness, freshness);
      assert.equal(document.worst.reason === undefined, freshness === 'fresh');
    });
  }

  it('is not checked without a submission date', () => {
    const [document] = rateEvidence(recordsOf([`${ID},policy,p.pdf,collected,policy,P,,2026-09-14`]), undefined);
    assert.equal(document?.freshness, 'unchecked');
  });

  it('is told once of each document, by the worst of what it is evidence for', () => {
    const documents = rated(
      `${ID},policy,p.pdf,collected,policy,P,,2026-09-14`,
      `0201.09j1Organizational.124,policy,p.pdf,requested,policy,P,,2026-09-14`,
    );
    assert.deepEqual(
      documents.map(({ freshness, evidence: rows }) => [freshness, rows.map(({ freshness: own }) => own)]),
      [['not-usable', ['fresh', 'not-usable']]],
    );
  });

  it('tells two documents in one file apart by their ids, and the same id in any case as one', () => {
    const row = (id: string): string => `${ID},implemented,s.csv,collected,sample,S,${id},,,2027-03-01`;
    assert.equal(rated(row('JML'), row('JMP'), row('jml')).length, 2);
  });

  it('never takes rows that name no file for one document', () => {
    assert.equal(rated(`${ID},policy,,requested,policy,P`, `${ID},procedure,,requested,policy,P`).length, 2);
  });
});

describe('the dates of evidence', () => {
  const words = (row: string): readonly string[] =>
    rated(row).flatMap(({ worst }) => dateWords(worst, CALENDAR).map(english));

  it('are of a policy its last review, and when the next is due', () => {
    assert.deepEqual(words(`${ID},policy,p.pdf,collected,policy,P,,2026-09-14`), [
      'approved 2026-09-14',
      'review due 2027-09-14',
    ]);
  });

  it('are of a policy that is not in place for long enough the day when it will be', () => {
    const row = `${ID},policy,p.pdf,collected,policy,P,,2027-03-22`;
    assert.deepEqual(words(row), ['approved 2027-03-22', 'testable from 2027-05-21']);
  });

  it('are of a capture its day', () => {
    assert.deepEqual(words(`${ID},implemented,s.png,collected,screenshot,S,,,,2027-03-02`), ['captured 2027-03-02']);
  });

  it('are said to be missing where they are', () => {
    assert.deepEqual(words(`${ID},implemented,s.png,collected,screenshot,S`), ['no date given']);
  });
});
