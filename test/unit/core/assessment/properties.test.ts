import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { headline, unitHeadline } from '../../../../src/core/assessment/headline';
import { ASSESSMENT_TYPES, MATURITY_LEVELS } from '../../../../src/core/assessment/maturity';
import type { Evaluation } from '../../../../src/core/assessment/openItems';
import { EVIDENCE_STATES } from '../../../../src/core/assessment/evidence';
import { EVIDENCE_TYPES } from '../../../../src/core/assessment/evidenceType';
import { REQUEST_STATES } from '../../../../src/core/assessment/requests';
import { type Status, statusWord } from '../../../../src/core/assessment/status';
import type { Summary } from '../../../../src/core/assessment/summary';
import { addDays } from '../../../../src/core/calendarDate';
import { english, message } from '../../../../src/core/message';
import { exporters } from '../../../../src/core/report/exporters';
import { type Given, summary } from '../../given';
import { report } from '../report/given';

// What holds for any assessment, whatever stands in its files.

const REQUIREMENTS = [
  ['1149.01c2System.9', '01.c'],
  ['1150.01c2System.10', '01.c'],
  ['0201.09j1Organizational.124', '09.j'],
  ['1801.08b1Organizational.124', '08.b'],
] as const;
const IDS = REQUIREMENTS.map(([id]) => id);
const CONTROLS = [...new Set(REQUIREMENTS.map(([, control]) => control))];
/** Stays in the matrix, so that it keeps its grain whatever is taken out. */
const STAYS = ['0104.02a1Organizational.12', '02.a', 'None'];
const SUBMISSION = '2027-05-14';
const SERVICE = 'Azure Orbital';

/** The cells of rows of a file. */
type Rows = readonly (readonly string[])[];

const anyId = fc.constantFrom(...IDS);
const anySubject = fc.constantFrom(...IDS, ...CONTROLS);
/** A day around the edges of the clocks, or none. */
const anyDay = fc.oneof(
  fc.constant(''),
  fc
    .tuple(fc.constantFrom(-366, -365, -91, -90, -60, -59, 0, 1), fc.integer({ min: -2, max: 2 }))
    .map(([from, more]) => addDays(SUBMISSION, from + more)),
);
const lines = (rows: Rows): string => rows.map((cells) => cells.join()).join('\n');

const EVIDENCE_HEADER = 'requirement,maturity,location,state,type,effective_from,approved_on,reviewed_on,captured_on';
/** Evidence that nothing is wrong with, so that something is complete once in a while. */
const goodEvidence = fc.oneof(
  fc
    .tuple(anySubject, fc.constantFrom('policy', 'procedure'))
    .map(([id, level]) => [id, level, 'https://x.y/b', 'reviewed', level, '2020-01-01', '', SUBMISSION]),
  fc
    .tuple(anySubject, fc.constantFrom('measured', 'managed'))
    .map(([id, level]) => [id, level, 'https://x.y/b', 'accepted', 'attestation']),
  anySubject.map((id) => [id, 'implemented', 'https://x.y/b', '', 'screenshot', '', '', '', SUBMISSION]),
);
const anyEvidence = fc.tuple(
  anySubject,
  fc.constantFrom('', ...MATURITY_LEVELS),
  fc.constantFrom('https://x.y/a', 'there.pdf', 'gone.pdf', 'TBD', ''),
  fc.constantFrom('', ...EVIDENCE_STATES),
  fc.constantFrom('', ...EVIDENCE_TYPES),
  anyDay,
  anyDay,
  anyDay,
  anyDay,
);
const goodRequest = anySubject.map((id) => [id, 'approved', 'external', '100', 'no', 'Azure']);
const anyRequest = fc.tuple(
  anySubject,
  fc.constantFrom(...REQUEST_STATES),
  fc.constantFrom('external', 'internal'),
  fc.constantFrom('', '0', '40', '100'),
  fc.constantFrom('yes', 'no'),
  fc.constantFrom('', 'Azure', 'AWS'),
);
const anyGap = fc.tuple(
  fc.constant('G1'),
  anySubject,
  fc.constantFrom('', 'implemented', 'policy'),
  fc.constant(''),
  anyDay,
);
/** Rows of a requirement: mostly one, else none, or several that may contradict each other. */
const anyRows = (id: string, control: string): fc.Arbitrary<Rows> => {
  const row = fc
    .tuple(fc.constantFrom('None', 'Partial', 'Full', 'Full', 'Perhaps'), fc.constantFrom('', '', SERVICE))
    .map(([value, words]) => [id, control, value, words]);
  return fc.oneof({ weight: 5, arbitrary: row.map((one) => [one]) }, fc.array(row, { maxLength: 2 }));
};
const anyRowsOf = (subjects: readonly (readonly [string, string])[]): fc.Arbitrary<Rows> =>
  fc.tuple(...subjects.map(([id, control]) => anyRows(id, control))).map((rows) => rows.flat());
const ofControls = CONTROLS.map((control) => ['', control] as const);
/** By requirement, where rows of controls may stand beside, or by control. */
const anyMatrix = fc.oneof(
  { weight: 3, arbitrary: anyRowsOf([...REQUIREMENTS, ...ofControls]).map((rows) => [...rows, STAYS]) },
  { weight: 1, arbitrary: anyRowsOf(ofControls) },
);
const anyListed = fc.tuple(
  fc.constantFrom(
    ['in-scope', ''],
    ['in-scope', ''],
    ['', ''],
    ['n/a', 'We develop no software'],
    ['n/a', ''],
    ['carved-out', ''],
    ['removed', ''],
  ),
);
const anyProject = fc.record(
  {
    assessment: fc.record(
      {
        type: fc.constantFrom('e1', ...ASSESSMENT_TYPES),
        submissionDate: fc.constant(SUBMISSION),
        fieldworkStart: fc.constant('2027-03-01'),
        maturity: fc.subarray(['measured', 'managed']),
      },
      { requiredKeys: ['type'] },
    ),
    azure: fc.record({
      services: fc.subarray([SERVICE, 'Azure Key Vault']),
      certification: fc.record({ expires: anyDay.filter((day) => day !== '') }),
    }),
    carveOuts: fc.constant([{ party: 'Azure', describedIn: 'p. 3', rationale: 'As a whole', requirements: IDS }]),
  },
  { requiredKeys: ['assessment'] },
);

interface Assessment {
  readonly matrix: Rows;
  /** Undefined in the simple grain. */
  readonly list: Rows | undefined;
  readonly documents: readonly string[];
  readonly evidence: Rows;
  readonly requests: Rows;
  readonly gaps: Rows;
  readonly project: object;
  readonly today: string;
}

const withoutList = fc.record({
  matrix: anyMatrix,
  list: fc.constant(undefined),
  documents: fc.subarray([...IDS, ...CONTROLS], { minLength: 1 }),
  evidence: fc.array(fc.oneof(goodEvidence, goodEvidence, anyEvidence), { maxLength: 10 }),
  requests: fc.array(fc.oneof(goodRequest, anyRequest), { maxLength: 6 }),
  gaps: fc.array(anyGap, { maxLength: 2 }),
  project: anyProject,
  today: fc.constantFrom('2027-01-01', '2027-03-24', SUBMISSION, '2027-06-01'),
});
const withList: fc.Arbitrary<Assessment> = fc
  .tuple(
    withoutList,
    fc.tuple(...IDS.map((id) => fc.option(anyListed.map(([[word, reason]]) => [id, '', word, reason])))),
  )
  .map(([assessment, rows]) => ({ ...assessment, list: rows.filter((row) => row !== null) }));
const anyAssessment: fc.Arbitrary<Assessment> = fc.oneof(withList, withoutList);

function givenOf({ matrix, list, documents, evidence, requests, gaps, project, today }: Assessment): Given {
  return {
    header: 'BUID,Control Reference,Inheritability,Azure Implementation',
    matrix: lines(matrix),
    ...(list && { list: lines(list) }),
    documents: documents.join('\n'),
    evidenceHeader: EVIDENCE_HEADER,
    evidence: lines(evidence),
    missingEvidence: ['gone.pdf', 'TBD', ''],
    requests: lines(requests),
    gaps: lines(gaps),
    services: `service,azure\nAzure Key Vault,x\n${SERVICE},`,
    project,
    today,
  };
}

const of = (assessment: Assessment): Summary => summary(givenOf(assessment));

/** Every requirement and control, by what it is. */
function verdicts({ controls }: Summary): ReadonlyMap<string, Pick<Evaluation, 'status' | 'openItems'>> {
  return new Map(
    controls.flatMap((control): [string, Pick<Evaluation, 'status' | 'openItems'>][] => [
      [`control ${control.id}`, control],
      ...control.units.map((unit): [string, Evaluation] => [`${control.id} ${unit.id}`, unit]),
    ]),
  );
}

/** What is open, each level and each kind once: evidence that is late is open at its level, like evidence that is missing. */
function openOn(of: Summary): ReadonlySet<string> {
  return new Set(
    [...verdicts(of)].flatMap(([what, { openItems }]) =>
      openItems.map(({ kind, maturity }) => `${what}: ${maturity ?? kind}`),
    ),
  );
}

/** What is open in the second and was not in the first. */
function added(before: Summary, after: Summary): readonly string[] {
  const known = openOn(before);
  return [...openOn(after)].filter((item) => !known.has(item));
}

const isClosed = (status: Status): boolean => ['complete', 'inherited', 'not-applicable'].includes(status);
const isDone = (status: Status | undefined): boolean => status === 'complete' || status === 'inherited';
const check = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void): void =>
  fc.assert(fc.property(arbitrary, property), { numRuns: 200 });

describe('in any assessment', function () {
  this.timeout(30_000);

  it('there is no open item exactly where the status is complete, inherited or not applicable', () => {
    check(anyAssessment, (assessment) => {
      for (const [what, { status, openItems }] of verdicts(of(assessment))) {
        assert.equal(openItems.length === 0, isClosed(status), `${what} is ${status}`);
      }
    });
  });

  it('evidence in good order adds no open item anywhere', () => {
    check(fc.tuple(anyAssessment, goodEvidence), ([assessment, row]) => {
      const more = { ...assessment, evidence: [...assessment.evidence, row] };
      assert.deepEqual(added(of(assessment), of(more)), []);
    });
  });

  it('evidence of any kind closes a level or leaves it as it is', () => {
    check(fc.tuple(anyAssessment, anyEvidence), ([assessment, row]) => {
      const more = { ...assessment, evidence: [...assessment.evidence, row] };
      assert.deepEqual(added(of(assessment), of(more)), []);
    });
  });

  it('what is taken out of the matrix turns nothing complete or inherited, as long as it is scored', () => {
    // An n/a in error is an error by what the matrix says: taken out of it, the requirement is not applicable.
    const scored = withList.map((assessment) => ({
      ...assessment,
      list: assessment.list?.map(([id = '']) => [id]),
    }));
    // Without a list a control is what the matrix holds for it, and of what is named.
    const named = withoutList.map((assessment) => ({ ...assessment, documents: [...IDS, ...CONTROLS] }));
    check(fc.tuple(fc.oneof(scored, named), anyId), ([assessment, id]) => {
      const whole = { ...assessment, matrix: [...assessment.matrix, STAYS] };
      const after = { ...whole, matrix: whole.matrix.filter(([written]) => written !== id) };
      const then = verdicts(of(whole));
      for (const [what, { status }] of verdicts(of(after))) {
        // A row of the control that only filled is a unit once its requirement is gone, beside that requirement.
        const { status: before } = then.get(what) ?? {};
        if (isDone(status) && before) assert.ok(isDone(before), `${what} was ${before}`);
      }
    });
  });

  it('nothing is complete in the words of the simple grain', () => {
    const disclaimers = [message('report-basis-documents'), message('glance-no-percentage')].map(english);
    check(withoutList, (assessment) => {
      const exported = report(givenOf(assessment));
      const made = exported.summary;
      const words = made.controls.flatMap((control) => [
        ...headline(control),
        ...control.units.flatMap(unitHeadline),
        statusWord(control.status, made),
      ]);
      assert.ok(words.every(({ code }) => code !== 'headline-complete' && code !== 'status-complete-listed'));
      assert.doesNotMatch(words.map(english).join('\n'), /\bcomplete/i);
      for (const exporter of exporters.filter(({ format }) => format !== 'json')) {
        const text = new TextDecoder().decode(exporter.write(exported));
        // Of a page its words; names of its styles are none.
        const read = exporter.format === 'html' ? text.replace(/<style>[^<]*<\/style>|<[^>]*>/g, ' ') : text;
        const told = disclaimers.reduce((rest, disclaimer) => rest.replaceAll(disclaimer, ''), read);
        assert.doesNotMatch(told, /\bcomplete/i, exporter.format);
      }
    });
  });

  it('the same files give the same bytes', () => {
    check(anyAssessment, (assessment) => {
      const [one, other] = [report(givenOf(assessment)), report(givenOf(assessment))];
      for (const exporter of exporters) assert.deepEqual(exporter.write(one), exporter.write(other), exporter.format);
    });
  });

  it('what is unknown stays unknown, whatever is recorded, and what is known does not become so', () => {
    check(anyAssessment, (assessment) => {
      const bare = verdicts(of({ ...assessment, evidence: [], requests: [], gaps: [] }));
      for (const [what, { status }] of verdicts(of(assessment))) {
        if (what.startsWith('control ')) continue;
        assert.equal(status === 'unknown', bare.get(what)?.status === 'unknown', what);
      }
    });
  });

  it('a control with something unknown is neither complete nor inherited', () => {
    check(anyAssessment, (assessment) => {
      for (const { id, status, units } of of(assessment).controls) {
        if (units.some((unit) => unit.status === 'unknown')) assert.ok(!isClosed(status), `${id} is ${status}`);
      }
    });
  });

  it('a request that is approved for the whole adds no open item anywhere', () => {
    check(fc.tuple(anyAssessment, anySubject), ([assessment, id]) => {
      const more = {
        ...assessment,
        requests: [...assessment.requests, [id, 'approved', 'external', '100', 'no', 'Azure']],
      };
      assert.deepEqual(added(of(assessment), of(more)), []);
    });
  });

  it('a request that is approved for a part adds at most evidence of the part that it leaves of what is Azure’s', () => {
    const part = fc.constantFrom(['1', 'no'], ['99', 'yes'], ['100', 'yes']);
    check(fc.tuple(anyAssessment, anySubject, part), ([assessment, id, [weight = '', partial = '']]) => {
      const more = { ...assessment, requests: [...assessment.requests, [id, 'approved', 'external', weight, partial]] };
      const after = of(more);
      const azures = new Set(
        after.controls.flatMap((control) =>
          control.units
            .filter(({ verdict }) => verdict.responsibility === 'azure')
            .flatMap(({ id: unit }) => [`${control.id} ${unit}`, `control ${control.id}`]),
        ),
      );
      for (const item of added(of(assessment), after)) {
        const [what = '', open = ''] = item.split(': ');
        assert.ok(azures.has(what) && MATURITY_LEVELS.some((level) => level === open), item);
      }
    });
  });

  it('another day opens and closes nothing, and what was testable stays so', () => {
    const waiting = (made: Summary): readonly string[] =>
      made.controls.flatMap(({ units }) =>
        units.flatMap(({ id, notices }) =>
          notices
            .filter(({ message: { code } }) => code === 'clock-testable-from')
            .map((notice) => `${id} ${english(notice.message)}`),
        ),
      );
    check(fc.tuple(anyAssessment, fc.nat(200)), ([assessment, days]) => {
      const [now, then] = [of(assessment), of({ ...assessment, today: addDays(assessment.today, days) })];
      assert.deepEqual(openOn(then), openOn(now));
      assert.deepEqual(
        [...verdicts(then).values()].map(({ status }) => status),
        [...verdicts(now).values()].map(({ status }) => status),
      );
      const before = waiting(now);
      assert.deepEqual(
        waiting(then).filter((notice) => !before.includes(notice)),
        [],
      );
    });
  });
});
