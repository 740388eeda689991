import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { DEFAULT_CLOCKS } from '../../../../src/core/assessment/calendar';
import { createProfile } from '../../../../src/core/assessment/profile';
import {
  calendarOfSummary,
  doneOf,
  type Readiness,
  READINESS_STATES,
  readinessOf,
  tellEvent,
} from '../../../../src/core/assessment/readiness';
import { addDays } from '../../../../src/core/calendarDate';
import { catalog } from '../../../../src/core/csf/catalog';
import { english } from '../../../../src/core/message';
import { type Given, summary } from '../../given';

const A = '1149.01c2System.9';
const B = '1150.01c1System.10';
/** Of control 01.j, and of domain 11 as the two above. */
const J = '1118.01j2Organizational.124';
/** Of domain 12, and of category 09. */
const LOGGING = '1202.09aa1System.1';

const readiness = (given: Given): ReturnType<typeof readinessOf> => readinessOf(summary(given), catalog);

/** A part in a few words: its id, its counts as they are shown, and its percentage. */
function words({ id, percentage, ...counts }: Readiness): string {
  const told = READINESS_STATES.filter((state) => counts[state] > 0).map((state) => `${counts[state]} ${state}`);
  return `${id}: ${told.join(', ')}${percentage === undefined ? '' : ` = ${percentage} %`}`;
}

describe('readiness', () => {
  const given: Given = {
    type: 'e1',
    matrix: `${A},Full\n${B},None\n${J},Full\n${LOGGING},None`,
    list: `${A}\n${B}\n${J}\n${LOGGING},,n/a,No system of this kind is in use at all.`,
    requests: `${A},approved\n${J},submitted`,
    evidence: `${B},implemented,https://x.y/z`,
  };

  it('counts the listed requirements of each assessment domain and control category by where they stand', () => {
    const { byDomain, byCategory } = readiness(given);
    assert.deepEqual(byDomain.map(words), ['11: 1 complete, 1 inherited, 1 waiting = 66 %', '12: 1 notApplicable']);
    assert.deepEqual(byCategory.map(words), ['01: 1 complete, 1 inherited, 1 waiting = 66 %', '09: 1 notApplicable']);
  });

  it('calls a domain and the category of the same number by different names', () => {
    const { byDomain, byCategory } = readiness({
      ...given,
      list: '1511.11a1Organizational.6\n1101.01a1Organizational.1',
    });
    assert.deepEqual(
      byDomain.map(({ id, title }) => `${id} ${title}`),
      ['11 Access Control', '15 Incident Management'],
    );
    assert.deepEqual(
      byCategory.map(({ id, title }) => `${id} ${title}`),
      ['01 Access Control', '11 Information Security Incident Management'],
    );
  });

  for (const [what, changes, expected] of [
    ['evidence that is missing', { evidence: '' }, '1 inherited, 1 waiting, 1 open = 33 %'],
    ['coverage that is needed', { requests: `${A},approved` }, '1 complete, 1 inherited, 1 open = 66 %'],
    [
      'a responsibility that is not known',
      { matrix: `${A},Full\n${B},None` },
      '1 complete, 1 inherited, 1 open = 66 %',
    ],
    ['nothing done', { evidence: '', requests: `${J},submitted` }, '1 waiting, 2 open = 0 %'],
    ['everything done', { requests: `${A},approved\n${J},approved` }, '1 complete, 2 inherited = 100 %'],
  ] as const) {
    it(`with ${what} is: ${expected}`, () => {
      assert.equal(words(readiness({ ...given, ...changes }).byDomain[0] as Readiness), `11: ${expected}`);
    });
  }

  it('without a requirement list counts controls by category, knows no domain and gives no percentage', () => {
    const { byDomain, byCategory } = readiness({
      type: 'e1',
      matrix: '01.a,None\n01.b,Full\n01.c,None\n09.aa,Full',
      documents: '01.a 01.b 01.c 09.aa',
      requests: '01.b,approved\n09.aa,submitted',
      evidence: '01.a,,https://x.y/z',
    });
    assert.deepEqual(byDomain, []);
    assert.deepEqual(byCategory.map(words), ['01: 1 complete, 1 inherited, 1 open', '09: 1 waiting']);
  });

  it('has nothing to say where nothing is in scope', () => {
    assert.deepEqual(readiness({ list: '' }), { byDomain: [], byCategory: [] });
  });

  it('is never 100 % while one of very many is open, and never 0 % once one is done', () => {
    const many = Array.from(
      { length: 250 },
      (_, index) => `11${String(index).padStart(3, '0')}.01c1System.${index + 1}`,
    );
    const percentage = (done: number): number | undefined =>
      readiness({
        type: 'e1',
        matrix: many.map((id) => `${id},None`).join('\n'),
        list: many.join('\n'),
        evidence: many
          .slice(0, done)
          .map((id) => `${id},implemented,https://x.y/z`)
          .join('\n'),
      }).byDomain[0]?.percentage;
    assert.deepEqual([0, 1, 2, 3, 125, 249, 250].map(percentage), [0, 1, 1, 1, 50, 99, 100]);
  });

  it('counts everything in scope once on each axis, and agrees with the totals', () => {
    const ids = [A, B, J, LOGGING, '1511.11a1Organizational.6', '0709.10m1Organizational.1'];
    const row = fc.record({
      id: fc.constantFrom(...ids),
      value: fc.constantFrom('None', 'Partial', 'Full', 'Odd'),
      applicability: fc.constantFrom('', 'n/a', 'removed'),
      request: fc.constantFrom('planned', 'submitted', 'approved'),
      isEvidenced: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ id }) => id }), fc.boolean(), (rows, hasList) => {
        const of = summary({
          type: 'e1',
          matrix: rows.map(({ id, value }) => `${id},${value}`).join('\n'),
          documents: rows.map(({ id }) => id).join(' '),
          requests: rows.map(({ id, request }) => `${id},${request}`).join('\n'),
          evidence: rows.flatMap(({ id, isEvidenced }) => (isEvidenced ? [`${id},,https://x.y/z`] : [])).join('\n'),
          ...(hasList && {
            list: rows.map(({ id, applicability }) => `${id},,${applicability},No such system is in use.`).join('\n'),
          }),
        });
        const { byStatus } = of.totals;
        const expected = {
          complete: byStatus.complete,
          inherited: byStatus.inherited,
          waiting: byStatus['awaiting-approval'],
          open: byStatus['needs-evidence'] + byStatus.unknown + byStatus['coverage-needed'],
          notApplicable: byStatus['not-applicable'],
        };
        const { byDomain, byCategory } = readinessOf(of, catalog);
        for (const parts of hasList ? [byDomain, byCategory] : [byCategory]) {
          const sums = READINESS_STATES.map((state) => [state, parts.reduce((sum, part) => sum + part[state], 0)]);
          assert.deepEqual(Object.fromEntries(sums), expected);
          assert.deepEqual(
            parts,
            parts.toSorted((a, b) => Number(a.id) - Number(b.id)),
          );
          for (const part of parts) {
            const { done, applicable } = doneOf(part);
            assert.equal(part.percentage === undefined, !hasList || applicable === 0);
            if (part.percentage === undefined) continue;
            assert.ok(Number.isInteger(part.percentage));
            assert.equal(part.percentage === 100, done === applicable);
            assert.equal(part.percentage === 0, done === 0);
          }
        }
      }),
    );
  });
});

describe('the calendar', () => {
  const calendar = {
    today: '2027-03-24',
    fieldworkStart: '2027-04-01',
    submissionDate: '2027-06-30',
    clocks: DEFAULT_CLOCKS,
  };
  const evidenceHeader = 'requirement,maturity,location,title,type,effective_from,approved_on,reviewed_on';
  const given: Given = {
    matrix: `${A},None\n${B},None\n${J},None`,
    list: `${A}\n${B}\n${J}`,
    evidenceHeader,
    profile: { calendar },
  };
  const lines = (changes: Given): readonly string[] =>
    calendarOfSummary(summary({ ...given, ...changes })).map((event) => `${event.date} ${english(tellEvent(event))}`);
  const milestones = ['2027-04-01 fieldwork starts', '2027-06-30 submission'];

  it('has the start of fieldwork and the day of submission', () => assert.deepEqual(lines({}), milestones));

  it('is empty without a submission date', () => {
    assert.deepEqual(calendarOfSummary(summary({ ...given, profile: {} })), []);
  });

  it('says what becomes testable and which review is due, each document once with its requirements', () => {
    const policy = 'policy,https://x.y/acp,ACP,policy,2027-03-01,,';
    const procedure = 'procedure,https://x.y/acr,Review,procedure,2026-01-01,,2026-06-15';
    assert.deepEqual(
      lines({ evidence: [`${A},${policy}`, `${B},${policy}`, `${J},${policy}`, `${A},${procedure}`].join('\n') }),
      [
        '2027-04-01 fieldwork starts',
        '2027-04-30 ACP becomes testable (3 requirements)',
        '2027-06-15 the review of Review is due (1 requirement)',
        '2027-06-30 submission',
      ],
    );
  });

  it('counts a requirement once where a document serves it at several levels', () => {
    const rows = ['policy', 'procedure'].map((level) => `${A},${level},https://x.y/acp,ACP,policy,2027-03-01,,`);
    assert.deepEqual(lines({ evidence: rows.join('\n') })[1], '2027-04-30 ACP becomes testable (1 requirement)');
  });

  it('says when the control of a mended gap has run long enough', () => {
    assert.deepEqual(
      lines({ gaps: `G-7,${A},implemented,closed,2027-03-10` })[1],
      '2027-06-08 the control of gap G-7 becomes testable (1 requirement)',
    );
  });

  it('counts controls where there is no requirement list', () => {
    const of = summary({
      matrix: `${A},None\n${J},None`,
      evidenceHeader,
      profile: { calendar },
      documents: '01.c 01.j',
      evidence:
        '01.c,policy,https://x.y/acp,ACP,policy,2027-03-01,,\n01.j,policy,https://x.y/acp,ACP,policy,2027-03-01,,',
    });
    const [, event] = calendarOfSummary(of);
    assert.deepEqual([event?.controls, event?.requirements], [2, 0]);
    assert.equal(event && english(tellEvent(event)), 'ACP becomes testable (2 controls)');
  });

  for (const [expires, expected] of [
    ['2027-03-23', undefined],
    ['2027-03-24', '2027-03-24 the provider’s certification expires'],
    ['2027-06-30', '2027-06-30 the provider’s certification expires'],
    ['2027-07-01', undefined],
  ] as const) {
    it(`${expected ? 'has' : 'leaves out'} a certification that expires on ${expires}`, () => {
      const found = lines({ profile: { calendar, certification: { expires } } });
      assert.deepEqual(
        found.filter((line) => !milestones.includes(line)),
        expected ? [expected] : [],
      );
    });
  }

  it('takes the letter from the project file', () => {
    const certification = { letter: 'HITRUST letter 2025', expires: '2027-05-01' };
    const project = { maturity: [], matrices: [], submissionDate: '2027-06-30', azure: { certification } };
    const profile = createProfile(project, {
      name: 'Portal',
      today: '2027-03-24',
      hasList: true,
      services: [],
      clouds: [],
      catalog,
    });
    assert.ok(lines({ profile }).includes('2027-05-01 HITRUST letter 2025 expires'));
  });

  it('calls the letter by its name', () => {
    const certification = { letter: 'HITRUST letter 2025', expires: '2027-05-01' };
    assert.equal(lines({ profile: { calendar, certification } })[1], '2027-05-01 HITRUST letter 2025 expires');
  });

  it('leaves out what is past, also all of it after submission', () => {
    const on = (today: string): readonly string[] => lines({ profile: { calendar: { ...calendar, today } } });
    assert.deepEqual(on('2027-04-01'), milestones);
    assert.deepEqual(on('2027-04-02'), milestones.slice(1));
    assert.deepEqual(on('2027-06-30'), milestones.slice(1));
    assert.deepEqual(on('2027-07-01'), []);
  });

  it('is sorted, lies between today and submission, and tells each thing once', () => {
    const day = fc.integer({ min: -400, max: 200 }).map((days) => addDays('2027-03-24', days));
    const row = fc.record({
      id: fc.constantFrom(A, B, J),
      level: fc.constantFrom('policy', 'procedure', 'implemented'),
      type: fc.constantFrom('policy', 'procedure', 'screenshot', ''),
      title: fc.constantFrom('ACP', 'Other'),
      effective: day,
      reviewed: day,
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), day, day, (rows, start, expires) => {
        const submissionDate = addDays(start, 90);
        const events = calendarOfSummary(
          summary({
            ...given,
            evidence: rows
              .map(
                ({ id, level, type, title, effective, reviewed }) =>
                  `${id},${level},https://x.y/z,${title},${type},${effective},,${reviewed}`,
              )
              .join('\n'),
            profile: { calendar: { ...calendar, fieldworkStart: start, submissionDate }, certification: { expires } },
          }),
        );
        const dates = events.map(({ date }) => date);
        assert.deepEqual(dates, dates.toSorted());
        assert.ok(dates.every((date) => date >= calendar.today && date <= submissionDate));
        const told = events.map(({ date, message }) => `${date} ${english(message)}`);
        assert.equal(new Set(told).size, told.length);
        assert.ok(events.every(({ requirements }) => requirements <= 3));
      }),
    );
  });
});
