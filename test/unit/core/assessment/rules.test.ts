import assert from 'node:assert/strict';
import { openLines } from '../../../../src/core/assessment/combine';
import { headline } from '../../../../src/core/assessment/headline';
import type { Evaluation } from '../../../../src/core/assessment/openItems';
import type { Status } from '../../../../src/core/assessment/status';
import { calendarDateOf } from '../../../../src/core/calendarDate';
import { english, type Reasoned } from '../../../../src/core/message';
import { controlIn, type Given, summary } from '../../given';

// The rules of README, "The rules behind a verdict", as cases made by hand: what is given, the status, and each open item
// with the rule behind it. `full` and `control` have a requirement list, which is the scope; `simple` has none. The cases
// are laid out by hand, a line each where that can be read.

const A = '1149.01c2System.9';
const B = '1150.01c2System.10';

/** Evidence for a requirement or a control at these levels, behind links. */
const levels = (id: string, ...names: readonly string[]): string =>
  names.map((name) => `${id},${name},https://x.y/${name}`).join('\n');
const all = (id: string): string => levels(id, 'policy', 'procedure', 'implemented');
const customer = `${A},None`;
const shared = `${A},Partial`;
const azure = `${A},Full`;
/** A matrix of several CSF versions. */
const versions = { header: 'BUID,Cross Version ID,CSF Version,Inheritability' };

/** `Rule 3: needs policy evidence` */
const told = ({ message, why }: Reasoned): string =>
  `${/^Rule \d+: /.exec(english(why))?.[0] ?? 'no rule: '}${english(message)}`;

function check(
  { status, openItems }: Pick<Evaluation, 'status' | 'openItems'>,
  expected: Status,
  open: string[],
): void {
  assert.deepEqual(openLines(openItems).map(told), open);
  assert.equal(status, expected);
}

/** The listed requirement `A` with what is given. */
function requirement(given: Given): Evaluation {
  const unit = summary({ list: A, ...given })
    .controls.flatMap(({ units }) => units)
    .find(({ id }) => id === A);
  if (!unit) throw new Error(`${A} is not in scope`);
  return unit;
}

/** A requirement of the list. */
function full(title: string, given: Given, status: Status, ...open: string[]): void {
  it(title, () => check(requirement(given), status, open));
}

/** The control of listed requirements. */
function control(title: string, given: Given, status: Status, ...open: string[]): void {
  it(title, () => check(controlIn(summary({ list: `${A}\n${B}`, ...given }), '01.c'), status, open));
}

/** The control without a requirement list, which a document mentions. */
function simple(title: string, given: Given, status: Status, ...open: string[]): void {
  it(title, () => check(controlIn(summary({ documents: '01.c', ...given }), '01.c'), status, open));
}

/** What is said of the listed requirement and voids nothing. */
function notices(title: string, given: Given, ...expected: string[]): void {
  it(title, () => {
    const { status, notices: said } = requirement(given);
    assert.deepEqual(said.map(told), expected);
    assert.equal(status, 'complete');
  });
}

/** The problems that what is given has, by their codes. */
function problems(title: string, given: Given, ...codes: string[]): void {
  it(title, () => {
    const found = summary({ list: A, documents: '01.c', ...given }).problems.map(({ code }) => code);
    assert.deepEqual(found.toSorted(), codes.toSorted());
  });
}

// prettier-ignore
describe('rule 1, scope', () => {
  const words = (given: Given): string =>
    headline(controlIn(summary(given), '01.c'))
      .map(english)
      .join(' · ');

  it('is the list where there is one: what is only mentioned is no part of it', () => {
    const { basis, controls } = summary({ list: A, matrix: customer, documents: '01.c and 01.d' });
    assert.deepEqual([basis, controls.map(({ id }) => id)], ['requirements', ['01.c']]);
  });

  it('is no less than the list: what no document mentions is part of it', () => {
    const { totals } = summary({ list: `${A}\n1801.08b1Organizational.124`, matrix: customer, documents: '01.c' });
    assert.deepEqual([totals.controls, totals.requirements], [2, 2]);
  });

  problems('says what is mentioned and not listed', { matrix: customer, documents: '01.c, 01.d' }, 'mentioned-not-listed');
  problems('says what is listed and not mentioned', { matrix: customer, documents: '' }, 'listed-not-mentioned');

  it('has no part for what the list says was removed', () => {
    assert.equal(summary({ list: `${A},,removed\n${B}`, matrix: customer }).totals.requirements, 1);
  });

  it('is what the documents mention where there is no list, and says so', () => {
    assert.equal(summary({ matrix: customer, documents: '01.c' }).basis, 'documents');
  });

  it('calls a control complete with a list, and without one says that nothing is recorded as open', () => {
    const given = { matrix: customer, evidence: all(A), documents: '01.c' };
    assert.equal(words({ ...given, list: A }), 'Customer · complete');
    assert.equal(words({ ...given, evidence: all('01.c') }), 'Customer · nothing recorded as open');
  });
});

// prettier-ignore
describe('rule 2, responsibility', () => {
  const of = (given: Given): string => {
    const { responsibility, counts } = controlIn(summary({ documents: '01.c', ...given }), '01.c');
    return `${responsibility ?? 'unknown'} ${counts.customer}/${counts.shared}/${counts.azure}/${counts.unknown}`;
  };
  const responsibility = (title: string, given: Given, expected: string): void => {
    it(title, () => assert.equal(of(given), expected));
  };
  const elements = { header: 'BUID,Element,Inheritability' };
  const both = { header: 'BUID,Control Reference,Inheritability' };
  const old = '1148.01c2System.78';

  responsibility('of elements that are all full is Azure’s', { ...elements, matrix: `${A},1,Full\n${A},2,Full` }, 'azure 0/0/1/0');
  responsibility('of elements that are all none is the customer’s', { ...elements, matrix: `${A},1,None\n${A},2,None` }, 'customer 1/0/0/0');
  responsibility('of elements that differ is shared', { ...elements, matrix: `${A},1,Full\n${A},2,None` }, 'shared 0/1/0/0');
  responsibility('of elements that are all partial is shared', { ...elements, matrix: `${A},1,Partial\n${A},2,Partial` }, 'shared 0/1/0/0');
  responsibility('of elements one of which is not understood is unknown', { ...elements, matrix: `${A},1,Full\n${A},2,Perhaps` }, 'unknown 0/0/0/1');
  responsibility('of a control whose requirements agree is theirs', { matrix: `${A},None\n${B},None` }, 'customer 2/0/0/0');
  responsibility('of a control whose requirements differ varies, with the counts', { matrix: `${A},None\n${B},Full` }, 'mixed 1/0/1/0');
  responsibility('of a control is that of its listed requirements, whatever else the matrix holds', { list: A, matrix: `${A},Full\n${B},None` }, 'azure 0/0/1/0');
  responsibility('of a control without a list is that of all that the matrix holds for it', { matrix: `${A},Full\n${B},None`, documents: A }, 'mixed 1/0/1/0');
  responsibility('is by requirement rows where there is a row of the control beside them', { ...both, matrix: `${A},01.c,None\n,01.c,Full` }, 'customer 1/0/0/0');
  responsibility('is by a row of the control where a requirement-grained file has no other', { ...both, matrix: `,01.c,Full\n0201.09j1Organizational.124,09.j,None` }, 'azure 0/0/1/0');
  responsibility('of one requirement is not that of its control where others have rows of their own', { ...both, list: B, matrix: `${A},01.c,Full\n,01.c,Full` }, 'unknown 0/0/0/1');
  responsibility('of a requirement is its control’s in a matrix by control', { list: A, matrix: '01.c,Full' }, 'azure 0/0/1/0');
  responsibility('of a requirement that a matrix by requirement does not hold is unknown', { list: B, matrix: azure }, 'unknown 0/0/0/1');
  responsibility(
    'of a requirement is unknown where a matrix by requirement has only its control',
    { ...both, list: A, matrix: ',01.c,Full\n0201.09j1Organizational.124,09.j,None' },
    'unknown 0/0/0/1',
  );
  responsibility('without a matrix is unknown', { list: A }, 'unknown 0/0/0/1');
  responsibility('of two rows that differ is disputed', { matrix: `${A},Full\n${A},None` }, 'unknown 0/0/0/1');
  responsibility('of a row that is repeated word for word is not disputed', { matrix: `${A},Full\n${A},Full` }, 'azure 0/0/1/0');
  responsibility('is that of the assessment’s CSF version', { ...versions, matrix: `${A},1,11.1,Full\n${A},1,9.4,None`, project: { assessment: { csfVersion: '11.1' } } }, 'azure 0/0/1/0');
  responsibility('is unknown where versions differ and nobody says which is meant', { ...versions, matrix: `${A},1,11.1,Full\n${A},1,9.4,None` }, 'unknown 0/0/0/1');
  responsibility('is joined by the CVID where the id is another', { ...versions, list: `${A},0873.0`, matrix: `${old},0873.0,9.4,Full` }, 'azure 0/0/1/0');
  responsibility('is joined by the CVID as a number where a spreadsheet took its zeros', { ...versions, list: `${A},0873.0`, matrix: `${old},873,9.4,Full` }, 'azure 0/0/1/0');
  responsibility('is not joined by a CVID that two requirements have', { ...versions, list: `${A},873`, matrix: `${old},873,9.4,Full\n${B},873,9.4,Full` }, 'unknown 0/0/0/1');
  responsibility('is not joined by a CVID of another control', { ...versions, list: `${A},873`, matrix: '0201.09j1Organizational.124,873,9.4,Full' }, 'unknown 0/0/0/1');
  responsibility('is unknown under a heading of notes', { header: 'ID,Inheritability', list: A, matrix: `${A},see notes` }, 'unknown 0/0/0/1');
  responsibility('of elements whose rows contradict each other is disputed', { ...elements, matrix: `${A},1,Full\n${A},1,None\n${A},2,Full` }, 'unknown 0/0/0/1');
  responsibility('of elements that are repeated word for word is not disputed', { ...elements, matrix: `${A},1,Full\n${A},1,Full\n${A},2,Full` }, 'azure 0/0/1/0');
  responsibility('in a matrix by control is the same for each of its requirements', { list: `${A}\n${B}`, matrix: '01.c,Partial' }, 'shared 0/2/0/0');

  problems('names both lines of rows that differ', { matrix: `${A},Full\n${A},None` }, 'disputed-row');

  it('says how many of a requirement’s elements can be inherited', () => {
    const [unit] = controlIn(summary({ ...elements, list: A, matrix: `${A},1,Full\n${A},2,None\n${A},3,None\n${A},4,Partial\n${A},5,None` }), '01.c').units;
    assert.deepEqual(unit?.verdict.elements, { inheritable: 2, total: 5 });
  });
});

// prettier-ignore
describe('rule 3, evidence', () => {
  const needsAll = 'Rule 3: needs policy, procedure, implemented evidence';
  const none = 'Rule 6: coverage needed: no inheritance request';
  const unknown = 'Rule 8: responsibility unknown: not in the matrix';
  const r2 = (given: Given): Given => ({ type: 'r2', ...given });
  const e1 = (given: Given): Given => ({ type: 'e1', ...given });

  full('is wanted of the customer’s at three levels in an r2', r2({ matrix: customer }), 'needs-evidence', needsAll);
  full('is wanted of the customer’s as implemented in an e1', e1({ matrix: customer }), 'needs-evidence', 'Rule 3: needs implemented evidence');
  full('is wanted of the customer’s as implemented in an i1', { type: 'i1', matrix: customer }, 'needs-evidence', 'Rule 3: needs implemented evidence');
  full('is wanted as in an r2 where no type is known', { matrix: customer }, 'needs-evidence', needsAll);
  full(
    'is wanted as measured where the project says so',
    r2({ matrix: customer, evidence: all(A), project: { assessment: { maturity: ['measured'] } } }),
    'needs-evidence',
    'Rule 3: needs measured evidence',
  );
  full(
    'is wanted as measured and managed where the project says both',
    r2({ matrix: customer, evidence: all(A), addedLevels: ['measured', 'managed'] }),
    'needs-evidence',
    'Rule 3: needs measured, managed evidence',
  );
  full('is not wanted as measured in an e1, whatever the project says', e1({ matrix: customer, evidence: levels(A, 'implemented'), addedLevels: ['measured'] }), 'complete');
  full('is wanted of the shared, beside coverage', r2({ matrix: shared }), 'needs-evidence', needsAll, none);
  full('is wanted of the shared in an e1, beside coverage', e1({ matrix: shared }), 'needs-evidence', 'Rule 3: needs implemented evidence', none);
  full('is not wanted of what is Azure’s without a request', r2({ matrix: azure }), 'coverage-needed', none);
  full(
    'is not wanted of what is Azure’s with a rejected request',
    r2({ matrix: azure, requests: `${A},rejected` }),
    'coverage-needed',
    'Rule 6: coverage needed: the inheritance request was rejected',
  );
  full(
    'is not wanted of what is Azure’s with a submitted partial request',
    r2({ matrix: azure, requests: `${A},submitted,external,50,yes` }),
    'awaiting-approval',
    'Rule 6: awaiting approval of the inheritance request',
  );
  full('is wanted of what is Azure’s where the approved weight is under 100', r2({ matrix: azure, requests: `${A},approved,external,99` }), 'needs-evidence', needsAll);
  full('is wanted of what is Azure’s where the approved request is partial', r2({ matrix: azure, requests: `${A},approved,external,100,yes` }), 'needs-evidence', needsAll);
  full('of the part that an approved request leaves completes it', r2({ matrix: azure, requests: `${A},approved,external,80`, evidence: all(A) }), 'complete');
  full('is wanted of the unknown', r2({ matrix: `${B},None` }), 'unknown', unknown, needsAll);
  full('does not make the unknown known', r2({ matrix: `${B},None`, evidence: all(A) }), 'unknown', unknown);
  full('is wanted of the disputed', e1({ matrix: `${A},Full\n${A},None` }), 'unknown', 'Rule 8: responsibility unknown: the matrix contradicts itself', 'Rule 3: needs implemented evidence');
  full(
    'does not settle a dispute, and neither does an approved request',
    r2({ matrix: `${A},Full\n${A},None`, evidence: all(A), requests: `${A},approved` }),
    'unknown',
    'Rule 8: responsibility unknown: the matrix contradicts itself',
  );
  full(
    'is wanted of a value that is not understood',
    e1({ matrix: `${A},Perhaps` }),
    'unknown',
    'Rule 8: responsibility unknown: the matrix does not say who is responsible in words that are known',
    'Rule 3: needs implemented evidence',
  );
  full('at all levels completes the customer’s', r2({ matrix: customer, evidence: all(A) }), 'complete');
  full('as implemented completes the customer’s in an i1', { type: 'i1', matrix: customer, evidence: levels(A, 'implemented') }, 'complete');
  full('as policy does not count in an e1', e1({ matrix: customer, evidence: levels(A, 'policy') }), 'needs-evidence', 'Rule 3: needs implemented evidence');
  full('needs no level in an e1', e1({ matrix: customer, evidence: levels(A, '') }), 'complete');
  full('without a level counts for none in an r2', r2({ matrix: customer, evidence: levels(A, '') }), 'needs-evidence', needsAll);
  full('is wanted at the one level that is missing', r2({ matrix: customer, evidence: levels(A, 'policy', 'implemented') }), 'needs-evidence', 'Rule 3: needs procedure evidence');
  full('for another requirement of the control does not count', e1({ matrix: `${A},None\n${B},None`, evidence: levels(B, 'implemented') }), 'needs-evidence', 'Rule 3: needs implemented evidence');
  full(
    'that is requested does not count',
    e1({ matrix: customer, evidence: `${A},implemented,https://x.y/a,requested` }),
    'needs-evidence',
    'Rule 3: needs implemented evidence: https://x.y/a is requested, not yet collected',
  );
  full(
    'that was rejected does not count',
    e1({ matrix: customer, evidence: `${A},implemented,https://x.y/a,rejected` }),
    'needs-evidence',
    'Rule 3: needs implemented evidence: https://x.y/a was rejected',
  );
  full('that was rejected does no harm to what was accepted', e1({ matrix: customer, evidence: `${A},implemented,a.png,rejected\n${A},implemented,b.png,accepted` }), 'complete');
  full('whose file is gone does not count', e1({ matrix: customer, evidence: `${A},implemented,gone.pdf`, missingEvidence: ['gone.pdf'] }), 'needs-evidence', 'Rule 3: needs implemented evidence');
  full('whose file is there counts', e1({ matrix: customer, evidence: `${A},implemented,there.pdf` }), 'complete');
  full('that is a placeholder does not count', e1({ matrix: customer, evidence: `${A},implemented,TBD`, missingEvidence: ['TBD'] }), 'needs-evidence', 'Rule 3: needs implemented evidence');
  full(
    'is found in the list of documents',
    e1({ matrix: customer, evidenceDocuments: 'document_id,location\nD1,https://x.y/a', evidenceHeader: 'requirement,maturity,document_id', evidence: `${A},implemented,D1` }),
    'complete',
  );
  full(
    'that refers to a document that is not listed does not count',
    e1({ matrix: customer, evidenceDocuments: 'document_id,location\nD1,https://x.y/a', evidenceHeader: 'requirement,maturity,document_id', evidence: `${A},implemented,D2` }),
    'needs-evidence',
    'Rule 3: needs implemented evidence',
  );
  full('is placed by its CVID', e1({ list: `${A},0873.0`, matrix: customer, evidenceHeader: 'cvid,maturity,location', evidence: '0873.0,implemented,https://x.y/a' }), 'complete');
  full(
    'counts under the id that the statement had in another version',
    e1({ ...versions, matrix: `${A},0873.0,11.1,None\n1148.01c2System.78,0873.0,9.4,None`, evidence: levels('1148.01c2System.78', 'implemented') }),
    'complete',
  );
  full(
    'is not wanted of what is Azure’s, though none of it can be inherited',
    e1({ header: 'ID,Responsibility,Inheritability', matrix: `${A},Azure,None` }),
    'coverage-needed',
    'Rule 6: coverage needed: by the matrix none of it can be inherited',
  );
  full(
    'is wanted of the customer’s, though all of it can be inherited',
    e1({ header: 'ID,Responsibility,Inheritability', matrix: `${A},Customer,Full`, requests: `${A},approved` }),
    'needs-evidence',
    'Rule 3: needs implemented evidence',
  );

  for (const state of ['collected', 'reviewed', 'accepted', 'uploaded', '']) {
    full(`in the state "${state}" counts`, e1({ matrix: customer, evidence: `${A},implemented,https://x.y/a,${state}` }), 'complete');
  }

  it('says so where an r2 is assumed', () => {
    assert.deepEqual(
      summary({ list: A, profile: { fieldworkIsAssumed: false } })
        .assumptions.map(english)
        .slice(0, 1),
      ['No assessment type is given: an r2 is assumed.'],
    );
  });
});

// prettier-ignore
describe('rule 4, evidence for a whole control', () => {
  full('counts for no listed requirement', { type: 'e1', matrix: customer, evidence: levels('01.c', 'implemented') }, 'needs-evidence', 'Rule 3: needs implemented evidence');
  problems('is said to be not yet mapped where there is a list', { type: 'e1', matrix: customer, evidence: levels('01.c', 'implemented') }, 'not-yet-mapped');
  simple('closes all its requirements without a list', { type: 'e1', matrix: `${A},None\n${B},None`, evidence: levels('01.c', 'implemented') }, 'complete');
  simple(
    'is more than evidence for one of its requirements',
    { type: 'e1', matrix: `${A},None\n${B},None`, evidence: levels(A, 'implemented') },
    'needs-evidence',
    'Rule 3: needs implemented evidence for 1 of 2 requirements',
  );
  simple('is what a matrix by control asks for', { matrix: '01.c,None', evidence: levels(A, 'policy') }, 'needs-evidence', 'Rule 3: needs policy, procedure, implemented evidence');
  simple('does not cover Azure’s part', { type: 'e1', matrix: '01.c,Partial', evidence: levels('01.c', 'implemented') }, 'coverage-needed', 'Rule 6: coverage needed: no inheritance request');
  full('has its like in requests: one for the control only plans', { matrix: azure, requests: '01.c,approved' }, 'coverage-needed', 'Rule 6: coverage needed: no inheritance request');
  simple('has its like in requests: one for the control counts without a list', { matrix: azure, requests: '01.c,approved,external,100' }, 'inherited');
});

// prettier-ignore
describe('rule 5, clocks', () => {
  const HEADER = 'requirement,maturity,location,title,type,effective_from,approved_on,reviewed_on,captured_on';
  const submission = '2027-05-14';
  const project = (submissionDate = submission, more: object = {}, clocks: object = {}): object => ({ assessment: { type: 'r2', submissionDate, ...more }, clocks });
  interface Dated {
    readonly effective?: string;
    readonly approved?: string;
    readonly reviewed?: string;
  }
  /** An r2's requirement that has evidence at each level; its policy has these dates, and the rest no clock. */
  const policy = ({ effective = '', approved = '', reviewed = '' }: Dated, given: Given = {}): Given => ({
    project: project(),
    matrix: customer,
    evidenceHeader: HEADER,
    evidence: [`${A},policy,https://x.y/p,ACP,policy,${effective},${approved},${reviewed},`, `${A},procedure,https://x.y/q,,statement`, `${A},implemented,https://x.y/i,,attestation`].join('\n'),
    ...given,
  });
  /** An e1's requirement with a screenshot, or what else it is. */
  const captured = (on: string, given: Given = {}, type = 'screenshot'): Given => ({
    project: project(),
    type: 'e1',
    matrix: customer,
    evidenceHeader: HEADER,
    evidence: `${A},implemented,https://x.y/s,Export,${type},,,,${on}`,
    ...given,
  });
  /** An e1's requirement with evidence that has no clock, and a gap that was closed on a day. */
  const mended = (on: string, given: Given = {}): Given => ({ ...captured('', {}, 'attestation'), gaps: `G1,${A},,closed,${on}`, ...given });
  const late = (words: string, level = 'policy'): string => `Rule 5: ${level} evidence is not in time: ${words}`;

  describe('a policy', () => {
    const from = (day: string, submitted = submission): string => late(`ACP is testable only from ${day}, after submission on ${submitted}`);
    const due = (day: string, submitted = submission): string => late(`the review of ACP will be overdue at submission on ${submitted}: it is due on ${day}`);
    const on = (submitted: string, dates: Dated): Given => policy(dates, { project: project(submitted) });

    full('in place for 60 days on the day of submission is in time', policy({ effective: '2027-03-15' }), 'complete');
    full('in place for 59 days on the day of submission is too late', policy({ effective: '2027-03-16' }), 'needs-evidence', from('2027-05-15'));
    full('in place for 61 days on the day of submission is in time', policy({ effective: '2027-03-14' }), 'complete');
    notices('in place for 60 days today is in time', policy({ effective: '2027-01-23' }));
    notices('in place for 59 days today is testable from tomorrow', policy({ effective: '2027-01-24' }), 'Rule 5: ACP is testable only from 2027-03-25');
    notices('testable only on the day of submission says so', policy({ effective: '2027-03-15' }), 'Rule 5: ACP is testable only from 2027-05-14');
    notices('testable when fieldwork starts is fine, before fieldwork too', policy({ effective: '2026-12-15' }, { today: '2027-01-01' }));
    notices('testable on the day after fieldwork starts says so', policy({ effective: '2026-12-16' }, { today: '2027-01-01' }), 'Rule 5: ACP is testable only from 2027-02-14');
    full('is in place since its approval where it does not say more', policy({ approved: '2027-03-16' }), 'needs-evidence', from('2027-05-15'));
    full('is in place since it is effective, not since its approval', policy({ effective: '2027-03-16', approved: '2027-01-02' }), 'needs-evidence', from('2027-05-15'));
    full('of a year’s last day is testable on 1 March', on('2027-03-01', { effective: '2026-12-31' }), 'complete');
    full('of a year’s last day is too late on 28 February', on('2027-02-28', { effective: '2026-12-31' }), 'needs-evidence', from('2027-03-01', '2027-02-28'));
    full('of 1 January is testable on 1 March in a leap year', on('2028-03-01', { effective: '2028-01-01' }), 'complete');
    full('of 1 January is too late on 29 February', on('2028-02-29', { effective: '2028-01-01' }), 'needs-evidence', from('2028-03-01', '2028-02-29'));
    full('of 1 January is too late on 1 March in any other year', on('2027-03-01', { effective: '2027-01-01' }), 'needs-evidence', from('2027-03-02', '2027-03-01'));
    full('needs no 60 days where the project sets none', policy({ effective: '2027-05-14' }, { project: project(submission, {}, { inPlaceDays: 0 }), today: submission }), 'complete');
    full('reviewed a year before the day of submission is in time', policy({ effective: '2020-01-01', reviewed: '2026-05-14' }), 'complete');
    full('reviewed a year and a day before submission is too late', policy({ effective: '2020-01-01', reviewed: '2026-05-13' }), 'needs-evidence', due('2027-05-13'));
    full('whose review was due yesterday is overdue', policy({ effective: '2020-01-01', reviewed: '2026-03-23' }), 'needs-evidence', late('the review of ACP is overdue: it was due on 2027-03-23'));
    full('whose review is due today is not yet overdue', policy({ effective: '2020-01-01', reviewed: '2026-03-24' }), 'needs-evidence', due('2027-03-24'));
    full('that was never reviewed is reviewed by its approval', policy({ effective: '2020-01-01', approved: '2026-05-14' }), 'complete');
    full('that was never reviewed nor approved is reviewed since it is effective', policy({ effective: '2026-05-13' }), 'needs-evidence', due('2027-05-13'));
    full('is old as its review, not as its approval', policy({ effective: '2015-01-01', approved: '2015-01-01', reviewed: '2027-01-01' }), 'complete');
    full('reviewed on 29 February is due on 28 February', on('2029-02-28', { effective: '2020-01-01', reviewed: '2028-02-29' }), 'complete');
    full('reviewed on 29 February is overdue on 1 March', on('2029-03-01', { effective: '2020-01-01', reviewed: '2028-02-29' }), 'needs-evidence', due('2029-02-28', '2029-03-01'));
    full('reviewed on 28 February is due on 28 February of a leap year', on('2028-02-29', { effective: '2020-01-01', reviewed: '2027-02-28' }), 'needs-evidence', due('2028-02-28', '2028-02-29'));
    full('has the review cycle that the project sets', policy({ effective: '2020-01-01', reviewed: '2025-05-14' }, { project: project(submission, {}, { reviewMonths: 24 }) }), 'complete');
    full('has no maximum age of 90 days', policy({ effective: '2020-01-01', reviewed: '2026-08-01' }), 'complete');
    notices(
      'without dates is said, and nothing is voided',
      policy({}),
      'Rule 5: ACP does not say since when it is in place (effective_from or approved_on), so that is not checked',
      'Rule 5: ACP names no review or approval up to submission, so its review cycle is not checked',
    );
    notices(
      'whose type is not given is read by its level',
      policy({ effective: '2027-03-15' }, { evidence: policy({ effective: '2027-03-15' }).evidence?.replace(',policy,2027', ',,2027') ?? '' }),
      'Rule 5: ACP is testable only from 2027-05-14',
    );
    notices('has no clocks without a submission date', policy({ effective: '2027-05-01' }, { project: {} }));
    full(
      'that is too late beside one that is in time does no harm',
      policy(
        { effective: '2020-01-01', reviewed: '2027-01-01' },
        { evidence: `${policy({ effective: '2027-05-01' }).evidence ?? ''}\n${A},policy,https://x.y/old,Old,policy,2020-01-01,,2027-01-01,` },
      ),
      'complete',
    );
    full('that Azure’s part leaves to the customer has clocks', policy({ effective: '2027-03-16' }, { matrix: azure, requests: `${A},approved,external,90` }), 'needs-evidence', from('2027-05-15'));
    full('that is wanted by nobody has none', policy({ effective: '2027-03-16' }, { matrix: azure, requests: `${A},approved,external,100` }), 'inherited');
  });

  describe('a procedure', () => {
    const procedure = (effective: string): Given =>
      policy({}, { evidence: `${A},policy,https://x.y/p,,statement\n${A},procedure,https://x.y/q,ACR,procedure,${effective}\n${A},implemented,https://x.y/i,,attestation` });
    full('in place for 60 days on the day of submission is in time', procedure('2027-03-15'), 'complete');
    full(
      'in place for 59 days on the day of submission is too late',
      procedure('2027-03-16'),
      'needs-evidence',
      late('ACR is testable only from 2027-05-15, after submission on 2027-05-14', 'procedure'),
    );
  });

  describe('a screenshot', () => {
    const early = (day: string, start: string): string => late(`Export was captured on ${day}, before fieldwork starts on ${start}: capture it again`, 'implemented');
    const start = (fieldworkStart: string): Given => ({ project: project(submission, { fieldworkStart }) });

    full('captured 90 days before submission is in time', captured('2027-02-13'), 'complete');
    full('captured 91 days before submission is too early', captured('2027-02-12'), 'needs-evidence', early('2027-02-12', '2027-02-13'));
    full('captured on the day of submission is in time', captured('2027-05-14', { today: '2027-05-14' }), 'complete');
    full(
      'captured on the day after submission is too late',
      captured('2027-05-15', { today: '2027-05-20' }),
      'needs-evidence',
      late('Export is captured on 2027-05-15, after submission on 2027-05-14', 'implemented'),
    );
    full('captured on the first day of fieldwork is in time', captured('2027-03-01', start('2027-03-01')), 'complete');
    full('captured on the day before fieldwork is too early', captured('2027-02-28', start('2027-03-01')), 'needs-evidence', early('2027-02-28', '2027-03-01'));
    full('captured on 29 February, when fieldwork starts, is in time', captured('2028-02-29', { project: project('2028-05-14', { fieldworkStart: '2028-02-29' }), today: '2028-03-02' }), 'complete');
    full(
      'captured on 28 February, the day before, is too early',
      captured('2028-02-28', { project: project('2028-05-14', { fieldworkStart: '2028-02-29' }), today: '2028-03-02' }),
      'needs-evidence',
      early('2028-02-28', '2028-02-29'),
    );
    full('captured 90 days before submission over a leap day is in time', captured('2028-02-14', { project: project('2028-05-14'), today: '2028-03-02' }), 'complete');
    full(
      'captured 91 days before submission over a leap day is too early',
      captured('2028-02-13', { project: project('2028-05-14'), today: '2028-03-02' }),
      'needs-evidence',
      early('2028-02-13', '2028-02-14'),
    );
    full('captured on the last day of the year before is in time where fieldwork starts then', captured('2026-12-31', { project: project('2027-03-31') }), 'complete');
    full(
      'captured before fieldwork of 30 days is too early',
      captured('2027-04-13', { project: project(submission, {}, { fieldworkDays: 30 }), today: '2027-04-20' }),
      'needs-evidence',
      early('2027-04-13', '2027-04-14'),
    );
    full('that is a configuration is too early too', captured('2027-02-12', {}, 'configuration'), 'needs-evidence', early('2027-02-12', '2027-02-13'));
    notices('that does not say when it was captured is said, and nothing is voided', captured(''), 'Rule 5: Export does not say when it was captured (captured_on), so that is not checked');
    notices('captured on a day that is yet to come is said', captured('2027-04-01'), 'Rule 5: Export gives 2027-04-01 as captured_on, a day that is yet to come');
    notices('whose type is not given is said', captured('2020-01-01', {}, ''), 'Rule 5: the type of Export is not given, so its age is not checked');
    notices('captured on a day that could be two counts as undated', captured('03/04/2026'), 'Rule 5: Export does not say when it was captured (captured_on), so that is not checked');
    notices('captured on 29 February of no leap year counts as undated', captured('2027-02-29'), 'Rule 5: Export does not say when it was captured (captured_on), so that is not checked');
    simple(
      'captured too early is too early without a list too',
      { ...captured('2027-02-12'), evidence: captured('2027-02-12').evidence?.replace(A, '01.c') ?? '' },
      'needs-evidence',
      early('2027-02-12', '2027-02-13'),
    );
  });

  describe('a population', () => {
    const extracted = (on: string): Given => ({
      ...captured(''),
      evidenceDocuments: `document_id,title,type,location,period_start,period_end,captured_on\nD1,Users,population,https://x.y/u,2025-01-01,2025-12-31,${on}`,
      evidenceHeader: 'requirement,maturity,document_id',
      evidence: `${A},implemented,D1`,
    });
    full('of a period long ago is in time where it was captured during fieldwork', extracted('2027-02-13'), 'complete');
    full(
      'captured on the day after submission is too late',
      { ...extracted('2027-05-15'), today: '2027-05-20' },
      'needs-evidence',
      late('Users is captured on 2027-05-15, after submission on 2027-05-14', 'implemented'),
    );
    full(
      'captured before fieldwork is too early',
      extracted('2027-02-12'),
      'needs-evidence',
      late('Users was captured on 2027-02-12, before fieldwork starts on 2027-02-13: capture it again', 'implemented'),
    );
  });

  describe('a control that was mended', () => {
    const from = late('the control of gap G1 is testable only from 2027-05-15, after submission on 2027-05-14', 'implemented');

    full('90 days before submission is in time', mended('2027-02-13'), 'complete');
    full('89 days before submission is too late', mended('2027-02-14'), 'needs-evidence', from);
    notices('90 days before today is fine', mended('2026-12-24'));
    notices('89 days before today is testable from tomorrow', mended('2026-12-25'), 'Rule 5: the control of gap G1 is testable only from 2027-03-25');
    notices('on a day that is not given is said, and nothing is voided', mended(''), 'Rule 5: gap G1 names no day on which it was fixed (fixed_on), so it counts as open');
    full(
      'too late has no evidence that counts, however good',
      mended('2027-02-14', { evidence: `${A},implemented,https://x.y/1,Export,screenshot,,,,2027-03-01\n${A},implemented,https://x.y/2,Other,screenshot,,,,2027-03-02` }),
      'needs-evidence',
      from,
    );
    full('as a whole is late for each of its requirements', mended('', { gaps: 'G1,01.c,,closed,2027-02-14' }), 'needs-evidence', from);
    full('for another requirement is in time here', mended('', { gaps: `G1,${B},,closed,2027-02-14` }), 'complete');
    full('at another level is in time here', mended('', { gaps: `G1,${A},policy,closed,2027-02-14` }), 'complete');
    full('has policies that do not have to run', policy({ effective: '2020-01-01', reviewed: '2027-01-01' }, { gaps: `G1,${A},policy,closed,2027-05-01` }), 'complete');
    full('has to run for as long as the project sets', mended('2027-04-14', { project: project(submission, {}, { operationDays: 30 }) }), 'complete');
    full('and has no evidence needs it in the first place', mended('2027-02-14', { evidence: '' }), 'needs-evidence', 'Rule 3: needs implemented evidence');
  });

  it('cites where its figures come from', () => {
    const whys = [policy({ effective: '2027-03-16' }), captured('2027-02-12'), mended('2027-02-14')].map((given) =>
      requirement(given)
        .openItems.map(({ why }) => english(why))
        .join(),
    );
    assert.match(whys[0] ?? '', /60 days.*clocks\.inPlaceDays; HITRUST advisory HAA 2021-002/);
    assert.match(whys[1] ?? '', /from 2027-02-13.*to submission on 2027-05-14, both days included \(HITRUST’s rules/);
    assert.match(whys[2] ?? '', /90 days.*clocks\.operationDays; HITRUST’s rules/);
  });

  it('takes fieldwork to start 90 days before submission where the project does not say, and says so', () => {
    const { assumptions } = summary({ list: A, ...captured('2027-02-13') });
    assert.ok(assumptions.map(english).includes('The project file does not say when fieldwork starts: 2027-02-13 is taken, 90 days before submission.'));
  });

  it('says that there are no clocks without a submission date', () => {
    const { assumptions } = summary({ list: A, project: {} });
    assert.ok(assumptions.map(english).some((text) => text.startsWith('No submission date is given')));
  });

  describe('today', () => {
    const at = (zone: string, instant: string): string => {
      const before = process.env['TZ'];
      process.env['TZ'] = zone;
      try {
        return calendarDateOf(new Date(instant));
      } finally {
        if (before === undefined) delete process.env['TZ'];
        else process.env['TZ'] = before;
      }
    };
    const testable = (today: string): Given => policy({ effective: '2027-03-10' }, { today });

    it('is tomorrow already in Tokyo while it is still yesterday in Honolulu', () => {
      assert.equal(at('Asia/Tokyo', '2027-05-08T15:00:00Z'), '2027-05-09');
      assert.equal(at('Pacific/Honolulu', '2027-05-09T09:59:59Z'), '2027-05-08');
      assert.equal(at('UTC', '2026-12-31T23:59:59Z'), '2026-12-31');
      assert.equal(at('Pacific/Kiritimati', '2026-12-31T10:00:00Z'), '2027-01-01');
    });
    notices('in Tokyo is the day on which a policy becomes testable', testable(at('Asia/Tokyo', '2027-05-08T15:00:00Z')));
    notices('in Honolulu is at the same time the day before', testable(at('Pacific/Honolulu', '2027-05-08T15:00:00Z')), 'Rule 5: ACP is testable only from 2027-05-09');
  });
});

// prettier-ignore
describe('rule 6, coverage', () => {
  const needed = (reason: string): string => `Rule 6: coverage needed: ${reason}`;
  const waiting = 'Rule 6: awaiting approval of the inheritance request';

  describe('of what is Azure’s', () => {
    const of = (...rows: readonly string[]): Given => ({ matrix: azure, requests: rows.map((row) => `${A},${row}`).join('\n') });
    full('is needed where nothing is requested', of(), 'coverage-needed', needed('no inheritance request'));
    full('is needed while a request is planned', of('planned'), 'coverage-needed', needed('the inheritance request is planned'));
    full('is needed while a request is only created', of('created'), 'coverage-needed', needed('the inheritance request is not yet submitted'));
    full('is needed where the request was rejected', of('rejected'), 'coverage-needed', needed('the inheritance request was rejected'));
    full('is needed where the request was withdrawn', of('withdrawn'), 'coverage-needed', needed('the inheritance request was withdrawn'));
    full('is awaited while a request is submitted', of('submitted'), 'awaiting-approval', waiting);
    full('is there once the request is approved', of('approved'), 'inherited');
    full('is there once the request is approved at 100', of('approved,external,100,no,Azure'), 'inherited');
    full('is needed where the request was approved at nothing', of('approved,external,0'), 'coverage-needed', needed('the inheritance request was approved at a weight of 0'));
    full('is there once internal inheritance is applied', of('applied,internal'), 'inherited');
    full(
      'is needed where an external request is called applied',
      of('applied,external,100'),
      'coverage-needed',
      needed('the request is marked applied, but only internal inheritance takes effect without approval'),
    );
    full('is needed where another provider approved', of('approved,external,100,no,AWS'), 'coverage-needed', needed('no inheritance request'));
    full('is what became of the request last', of('approved,external,100', 'withdrawn,external,100'), 'coverage-needed', needed('the inheritance request was withdrawn'));
    full('is there for internal inheritance beside a rejected request', of('rejected,external,100', 'applied,internal'), 'inherited');
    full(
      'is what became last of the request under any id of the statement',
      { ...versions, matrix: `${A},1,11.1,Full\n1148.01c2System.78,1,9.4,Full`, requests: `1148.01c2System.78,approved,external,100\n${A},withdrawn` },
      'coverage-needed',
      needed('the inheritance request was withdrawn'),
    );
    problems(
      'is requested once, or it is said',
      { ...versions, matrix: `${A},1,11.1,Full\n1148.01c2System.78,1,9.4,Full`, requests: `1148.01c2System.78,rejected\n${A},submitted,external,100` },
      'repeated-request',
    );
  });

  describe('of what is shared', () => {
    const of = (request: string): Given => ({ matrix: shared, evidence: all(A), requests: `${A},${request}` });
    full('is needed when all evidence is there', { matrix: shared, evidence: all(A) }, 'coverage-needed', needed('no inheritance request'));
    full('is awaited while a request is submitted', of('submitted,external,50,yes'), 'awaiting-approval', waiting);
    full('completes it once the request is approved', of('approved,external,50,yes'), 'complete');
    full('does not stand in for evidence', { matrix: shared, type: 'e1', requests: `${A},approved,external,50,yes` }, 'needs-evidence', 'Rule 3: needs implemented evidence');
  });

  full('is not asked for of what is the customer’s', { matrix: customer, evidence: all(A) }, 'complete');
  full('is not had of what is the customer’s', { matrix: customer, type: 'e1', requests: `${A},approved,external,100` }, 'needs-evidence', 'Rule 3: needs implemented evidence');

  describe('tells how long a request has been waiting', () => {
    const since = (submitted: string): Given => ({ matrix: azure, requestsHeader: 'requirement,state,weight,submitted', requests: `${A},submitted,100,${submitted}` });
    full('since 45 days', since('2027-02-07'), 'awaiting-approval', `${waiting}, submitted 45 days ago`);
    full('since yesterday', since('2027-03-23'), 'awaiting-approval', `${waiting}, submitted 1 day ago`);
    full('since today', since('2027-03-24'), 'awaiting-approval', `${waiting}, submitted today`);
  });

  describe('holds only while the certification covers the submission', () => {
    const until = (expires: string, given: Given = {}): Given => ({
      matrix: azure,
      requests: `${A},approved,external,100`,
      project: { assessment: { submissionDate: '2027-05-14' }, azure: { certification: { letter: 'The letter', expires } } },
      ...given,
    });
    const lapsed = needed('The letter expires on 2027-05-13, before the submission on 2027-05-14');
    full('which it does on its last day', until('2027-05-14'), 'inherited');
    full('which it does not on the day after', until('2027-05-13'), 'coverage-needed', lapsed);
    full('and with it goes what was submitted', until('2027-05-13', { requests: `${A},submitted` }), 'coverage-needed', lapsed);
    full('and with it Azure’s part of what is shared', until('2027-05-13', { matrix: shared, evidence: all(A), requests: `${A},approved,external,50,yes` }), 'coverage-needed', lapsed);
    full('without a say in what is the customer’s', until('2027-05-13', { matrix: customer, evidence: all(A), requests: '' }), 'complete');
    full('without a say in internal inheritance', until('2027-05-13', { requests: `${A},applied,internal` }), 'inherited');
    full('which cannot be told without a day of submission', until('2027-05-13', { project: { azure: { certification: { expires: '2020-01-01' } } } }), 'inherited');
    full(
      'which it does from the day it is issued',
      until('', { project: { assessment: { submissionDate: '2027-05-14' }, azure: { certification: { issued: '2027-05-14', expires: '2029-05-13' } } } }),
      'inherited',
    );
    full(
      'which one that is issued only after it does not',
      until('', { project: { assessment: { submissionDate: '2027-05-14' }, azure: { certification: { letter: 'The letter', issued: '2027-05-15', expires: '2029-05-14' } } } }),
      'coverage-needed',
      needed('The letter is issued on 2027-05-15, after the submission on 2027-05-14'),
    );

    it('and says where that is not recorded, which voids nothing', () => {
      const { assumptions, controls } = summary({ list: A, matrix: azure, requests: `${A},approved`, project: {} });
      assert.ok(assumptions.map(english).some((text) => text.startsWith('The provider’s certification is not recorded')));
      assert.equal(controls[0]?.status, 'inherited');
    });

    it('and is an open item of the project where it does not', () => {
      assert.deepEqual(summary({ list: A, ...until('2027-05-13') }).project.map(told), ['Rule 6: The letter expires on 2027-05-13, before the submission on 2027-05-14']);
    });
  });

  describe('holds only for services in the audit scope', () => {
    const list = 'service,azure,azureGovernment\nAzure Key Vault,x,x\nAzure Chaos Studio,x,\nAzure Orbital,,x';
    const using = (services: readonly string[], words: string, cloud = 'Azure', value = 'Full'): Given => ({
      header: 'ID,Inheritability,Azure Implementation',
      matrix: `${A},${value},${words}`,
      requests: `${A},approved,external,100`,
      services: list,
      project: { azure: { cloud, services } },
    });
    const open = (service: string): string => `Rule 6: coverage needed for ${service}, which is outside the provider’s audit scope`;
    const ofProject = (given: Given): readonly string[] => summary({ list: A, ...given }).project.map(told);

    full('as one of this cloud is', using(['Azure Chaos Studio'], 'Azure Chaos Studio tests it'), 'inherited');
    full('as one of the other cloud only is not', using(['Azure Orbital'], 'Azure Orbital relays it'), 'coverage-needed', open('Azure Orbital'));
    full('as it stands in Azure Government', using(['Azure Chaos Studio'], 'Azure Chaos Studio tests it', 'AzureGovernment'), 'coverage-needed', open('Azure Chaos Studio'));
    full('as one that the list does not name is not', using(['Contoso Bus'], 'Contoso Bus carries it'), 'coverage-needed', open('Contoso Bus'));
    full('each of them', using(['Azure Orbital', 'Contoso Bus'], 'Azure Orbital and Contoso Bus'), 'coverage-needed', open('Azure Orbital'), open('Contoso Bus'));
    full('and not where the words name another', using(['Azure Orbital'], 'Azure Key Vault keeps it'), 'inherited');
    full('and has no say in what is the customer’s', { ...using(['Azure Orbital'], 'Azure Orbital', 'Azure', 'None'), requests: '', evidence: all(A) }, 'complete');
    simple('without a list too', { ...using(['Azure Orbital'], 'Azure Orbital'), requests: '01.c,approved' }, 'coverage-needed', open('Azure Orbital'));
    full('and is not known where the list has no column for the cloud', { ...using(['Azure Orbital'], 'Azure Orbital', 'AzureGovernment'), services: 'service,azure\nAzure Key Vault,x' }, 'inherited');
    full(
      'and is not known where no list is given',
      { header: 'ID,Inheritability,Azure Implementation', matrix: `${A},Full,Azure Orbital`, requests: `${A},approved,external,100`, project: { azure: { services: ['Azure Orbital'] } } },
      'inherited',
    );

    it('or is an open item of the project where the matrix names the service nowhere', () => {
      const given = using(['Azure Orbital'], 'Azure Key Vault');
      assert.deepEqual(ofProject(given), ['Rule 6: Azure Orbital is in use, and the provider’s audit of this cloud does not cover it']);
      assert.equal(requirement(given).status, 'inherited');
    });

    it('or is one of the project where only what is the customer’s names it', () => {
      assert.equal(ofProject(using(['Azure Orbital'], 'Azure Orbital', 'Azure', 'None')).length, 1);
    });

    it('and is told once: on the requirement that names it, and not on the project', () => {
      assert.deepEqual(ofProject(using(['Azure Orbital'], 'Azure Orbital')), []);
    });
  });

  describe('is claimed', () => {
    const claim = (matrix: string, request: string, header?: string): Given => ({ matrix, requests: `${A},${request}`, ...(header && { requestsHeader: header }) });
    problems('too high with a weight of 100 on what is partial', claim(shared, 'submitted,external,100,yes'), 'over-claim-partial');
    problems('too high without a mark under partial', claim(shared, 'submitted,external,60,no'), 'over-claim-partial');
    problems('rightly with a part of what is partial', claim(shared, 'submitted,external,60,yes'));
    problems('too high on what cannot be inherited', claim(customer, 'submitted,external,10,yes'), 'over-claim-none');
    problems('rightly in full on what is full', claim(azure, 'submitted,external,100'));
    problems('too low on what is full without a reason', claim(azure, 'submitted,external,60'), 'under-claim');
    problems('rightly low on what is full with a reason', claim(azure, 'submitted,60,an office of our own', 'requirement,state,weight,justification'));
    problems('too high by two providers over 100 together', { matrix: azure, requests: `${A},submitted,external,100,no,Azure\n${A},submitted,external,1,yes,AWS` }, 'over-claim-sum', 'over-claim-sum');
    problems('rightly by two providers of 100 together', { matrix: shared, requests: `${A},submitted,external,50,yes,Azure\n${A},submitted,external,50,yes,AWS` });
    problems('for what is not in scope', { list: `${A},,n/a,We develop no software`, matrix: customer, requests: `${A},submitted,external,100` }, 'request-not-in-scope');
    problems('for nothing where it was withdrawn', claim(customer, 'withdrawn,external,100'));
    problems('in vain for what the list does not have', { matrix: `${azure}\n${B},Full`, requests: `${B},submitted,external,100` }, 'row-not-listed');
  });
});

// prettier-ignore
describe('rule 7, not applicable and carved out', () => {
  const na = (rationale: string, given: Given): Given => ({ list: `${A},,n/a,${rationale}`, ...given });
  const reason = 'We develop no software';
  const needs = 'Rule 3: needs implemented evidence';
  const none = 'Rule 6: coverage needed: no inheritance request';
  const e1 = { type: 'e1' } as const;

  full('is what is n/a with a rationale', na(reason, { matrix: customer }), 'not-applicable');
  full('is no longer evidenced', na(reason, { matrix: customer, evidence: all(A) }), 'not-applicable');
  full('is what is n/a and unknown, with a rationale', na(reason, { matrix: `${B},None` }), 'not-applicable');
  full('is not what has no rationale', na('', { ...e1, matrix: customer }), 'needs-evidence', needs);
  full('is not what has a placeholder for one', na('TBD', { ...e1, matrix: customer }), 'needs-evidence', needs);
  full('is not what Azure does, in an r2', na('Azure does it', { type: 'r2', matrix: customer, evidence: levels(A, 'policy', 'procedure') }), 'needs-evidence', needs);
  full('may be what Azure does, in an i1', na('Azure does it', { type: 'i1', matrix: customer }), 'not-applicable');
  full('is not what the matrix calls shared', na(reason, { type: 'r2', matrix: shared, evidence: all(A) }), 'coverage-needed', none);
  full('is not what the matrix calls Azure’s', na(reason, { type: 'r2', matrix: azure }), 'coverage-needed', none);
  problems('has to have a rationale', na('', { matrix: customer }), 'missing-rationale');
  problems('is not what the provider does', na('Azure does it', { type: 'r2', matrix: customer }), 'na-because-provider');
  problems('is not what can be inherited', na(reason, { type: 'r2', matrix: shared }), 'na-on-inheritable');
  problems('is both in error where both are', na('Microsoft handles this', { type: 'r2', matrix: azure }), 'na-because-provider', 'na-on-inheritable');
  problems('is said where others of the control are scored', { list: `${A},,n/a,${reason}\n${B}`, matrix: `${A},None\n${B},None` }, 'na-beside-scored');
  problems('is said of nothing where nothing is scored', na(reason, { matrix: customer }));

  const out = (given: Given, party = 'Azure', more: object = { describedIn: 'Overview, p. 3', rationale: 'Left out as a whole' }): Given => ({
    list: `${A},,carved-out`,
    type: 'i1',
    project: { carveOuts: [{ party, requirements: [A], ...more }] },
    ...given,
  });
  full('is what is carved out with a party that has all of it', out({ matrix: azure }), 'not-applicable');
  full('is what is carved out with another party that has all of it', out({ matrix: customer }, 'Contoso Colo'), 'not-applicable');
  full('is what is carved out in an e1', out({ type: 'e1', matrix: azure }), 'not-applicable');
  full('is not what is carved out in an r2', out({ type: 'r2', matrix: azure }), 'coverage-needed', none);
  full('is not what is partly ours', out({ matrix: shared }), 'needs-evidence', needs, none);
  full('is not what is ours where Azure is left out', out({ matrix: customer }), 'needs-evidence', needs);
  full('is not what no party is named for', out({ matrix: azure, project: {} }), 'coverage-needed', none);
  full('is not what is not described', out({ matrix: azure }, 'Azure', { rationale: 'Left out as a whole' }), 'coverage-needed', none);
  full('is not what is carved out without a rationale', out({ matrix: azure }, 'Azure', { describedIn: 'Overview, p. 3' }), 'coverage-needed', none);
  full('is what the list gives the rationale of', out({ list: `${A},,carved-out,Left out as a whole`, matrix: azure }, 'Azure', { describedIn: 'Overview, p. 3' }), 'not-applicable');
  problems('is in error in an r2', out({ type: 'r2', matrix: azure }), 'carve-out-in-r2');
  problems('has no request to the party', out({ matrix: azure, requests: `${A},submitted,external,100` }), 'carve-out-with-request');
  problems('is said to be partly ours', out({ matrix: shared }), 'carve-out-partly-ours');
});

// prettier-ignore
describe('rule 8, the status of a control', () => {
  const e1 = (given: Given): Given => ({ type: 'e1', ...given });
  const matrix = (a: string, b: string): string => `${A},${a}\n${B},${b}`;
  const evidence = levels(A, 'implemented');
  const needs = 'Rule 3: needs implemented evidence for 1 of 2 requirements';
  const unknown = 'Rule 8: responsibility unknown for 1 of 2 requirements: not in the matrix';
  const coverage = 'Rule 6: coverage needed for 1 of 2 requirements: no inheritance request';

  control('needs evidence where one of its requirements does', e1({ matrix: matrix('None', 'Full'), requests: `${B},approved` }), 'needs-evidence', needs);
  control('needs evidence rather than being unknown', e1({ matrix: customer }), 'needs-evidence', unknown, 'Rule 3: needs implemented evidence');
  control('is unknown where one is and the others are evidenced', e1({ matrix: customer, evidence: `${evidence}\n${levels(B, 'implemented')}` }), 'unknown', unknown);
  control('is unknown rather than in need of coverage', e1({ matrix: azure, evidence: levels(B, 'implemented') }), 'unknown', unknown, coverage);
  control('needs coverage where one of its requirements does', e1({ matrix: matrix('None', 'Full'), evidence }), 'coverage-needed', coverage);
  control(
    'needs coverage rather than awaiting approval',
    e1({ matrix: matrix('Full', 'Full'), requests: `${A},submitted` }),
    'coverage-needed',
    coverage,
    'Rule 6: awaiting approval of inheritance requests for 1 of 2 requirements',
  );
  control(
    'awaits approval where one of its requirements does',
    e1({ matrix: matrix('Full', 'Full'), requests: `${A},submitted\n${B},approved` }),
    'awaiting-approval',
    'Rule 6: awaiting approval of inheritance requests for 1 of 2 requirements',
  );
  control('is complete where one is and the others are inherited', e1({ matrix: matrix('None', 'Full'), evidence, requests: `${B},approved` }), 'complete');
  control('is inherited where all of them are', e1({ matrix: matrix('Full', 'Full'), requests: `${A},approved\n${B},approved` }), 'inherited');
  control('is inherited where those are that apply', e1({ list: `${A}\n${B},,n/a,We develop no software`, matrix: matrix('Full', 'None'), requests: `${A},approved` }), 'inherited');
  control('is not applicable where none of them is', e1({ list: `${A},,n/a,We develop no software\n${B},,n/a,We develop no software`, matrix: matrix('None', 'None') }), 'not-applicable');
  control('is that of listed requirements alone', e1({ list: A, matrix: matrix('Full', 'None'), requests: `${A},approved` }), 'inherited');
  control('counts requirements that the list has removed for nothing', e1({ list: `${A}\n${B},,removed`, matrix: matrix('Full', 'None'), requests: `${A},approved` }), 'inherited');
  control('asks for each requirement of a matrix by control', e1({ matrix: '01.c,Full', requests: `${A},approved` }), 'coverage-needed', coverage);
  simple('is that of all requirements of the matrix without a list', e1({ matrix: matrix('Full', 'None'), requests: '01.c,approved' }), 'needs-evidence', needs);
  simple('is unknown where the matrix has nothing on it', e1({ matrix: '01.d,Full', evidence: levels('01.c', 'implemented') }), 'unknown', 'Rule 8: responsibility unknown: not in the matrix');
  full(
    'is unknown for a single requirement before it needs evidence',
    e1({ matrix: `${B},None` }),
    'unknown',
    'Rule 8: responsibility unknown: not in the matrix',
    'Rule 3: needs implemented evidence',
  );
  full(
    'needs evidence for a single requirement before it needs coverage',
    e1({ matrix: shared, requests: `${A},submitted` }),
    'needs-evidence',
    'Rule 3: needs implemented evidence',
    'Rule 6: awaiting approval of the inheritance request',
  );
  full('is complete, not inherited, where only a part is inherited', e1({ matrix: shared, evidence, requests: `${A},approved,external,50,yes` }), 'complete');
});
