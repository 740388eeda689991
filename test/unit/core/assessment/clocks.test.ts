import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type AssessmentCalendar, type ClockSettings, DEFAULT_CLOCKS } from '../../../../src/core/assessment/calendar';
import { runTimeOf, timeOf, type TimeVerdict } from '../../../../src/core/assessment/clocks';
import type { Dates } from '../../../../src/core/assessment/documentCells';
import type { EvidenceType } from '../../../../src/core/assessment/evidenceType';
import type { Gap } from '../../../../src/core/assessment/gaps';
import { MATURITY_LEVELS, type MaturityLevel } from '../../../../src/core/assessment/maturity';
import { addDays } from '../../../../src/core/calendarDate';
import { english } from '../../../../src/core/message';

/** Fieldwork from 1 April to 30 June 2027, 90 days apart; today is the first of March. */
const CALENDAR: AssessmentCalendar = {
  today: '2027-03-01',
  fieldworkStart: '2027-04-01',
  submissionDate: '2027-06-30',
  clocks: DEFAULT_CLOCKS,
};

type Changes = Partial<Omit<AssessmentCalendar, 'clocks'>> & { readonly clocks?: Partial<ClockSettings> };

function calendarWith({ clocks, ...days }: Changes = {}): AssessmentCalendar {
  return { ...CALENDAR, ...days, clocks: { ...DEFAULT_CLOCKS, ...clocks } };
}

/** A verdict in words: what is late, what is to be known, and what happens when. */
function words({ late, notices, events }: TimeVerdict): readonly string[] {
  return [
    ...(late ? [`late: ${english(late.message)}`] : []),
    ...notices.map(({ message }) => `notice: ${english(message)}`),
    ...events.map(({ date, message }) => `${date}: ${english(message)}`),
  ];
}

function verdict(type: EvidenceType | undefined, level: MaturityLevel, dates: Dates, changes?: Changes): TimeVerdict {
  return timeOf({ title: 'ACP', ...(type && { type }), dates }, level, calendarWith(changes));
}

const UNDATED =
  'notice: ACP does not say since when it is in place (effective_from or approved_on), so that is not checked';

type Case = readonly [what: string, dates: Dates, expected: readonly string[], changes?: Changes];

/** A table of cases, one test each. */
function states(type: EvidenceType | undefined, level: MaturityLevel, cases: readonly Case[]): void {
  for (const [what, dates, expected, changes] of cases) {
    it(what, () => assert.deepEqual(words(verdict(type, level, dates, changes)), expected));
  }
}

describe('a policy', () => {
  describe('is tested once it has been in place for 60 days', () => {
    const from = (day: string): readonly string[] => [
      `notice: ACP is testable only from ${day}`,
      `${day}: ACP becomes testable`,
    ];
    const late = (day: string, submission = '2027-06-30'): readonly string[] => [
      `late: ACP is testable only from ${day}, after submission on ${submission}`,
    ];
    states('policy', 'policy', [
      ['fine where the 60th day is the day when fieldwork starts', { effective_from: '2027-01-31' }, []],
      ['to be known where it is the day after', { effective_from: '2027-02-01' }, from('2027-04-02')],
      ['to be known where it is the day of submission', { effective_from: '2027-05-01' }, from('2027-06-30')],
      ['too late where it is the day after submission', { effective_from: '2027-05-02' }, late('2027-07-01')],
      ['fine during fieldwork where it is today', { effective_from: '2027-02-09' }, [], { today: '2027-04-10' }],
      [
        'to be known during fieldwork where it is tomorrow',
        { effective_from: '2027-02-10' },
        from('2027-04-11'),
        { today: '2027-04-10' },
      ],
      [
        'too late after submission too, though the day has come',
        { effective_from: '2027-05-02' },
        late('2027-07-01'),
        { today: '2027-08-01' },
      ],
      ['counted from its approval where it says no other day', { approved_on: '2027-02-01' }, from('2027-04-02')],
      [
        'counted from the day it takes effect, not from its approval',
        { approved_on: '2027-01-01', effective_from: '2027-02-01' },
        from('2027-04-02'),
      ],
      [
        'over a leap day',
        { effective_from: '2028-01-01' },
        from('2028-03-01'),
        { today: '2028-02-01', fieldworkStart: '2028-02-29', submissionDate: '2028-05-29' },
      ],
      [
        'over the end of a year',
        { effective_from: '2026-11-02' },
        from('2027-01-01'),
        { today: '2026-12-01', fieldworkStart: '2026-12-31', submissionDate: '2027-03-31' },
      ],
      [
        'by the project’s own figure: the 30th day',
        { effective_from: '2027-05-31' },
        from('2027-06-30'),
        { clocks: { inPlaceDays: 30 } },
      ],
      [
        'by the project’s own figure: the 31st day',
        { effective_from: '2027-06-01' },
        late('2027-07-01'),
        { clocks: { inPlaceDays: 30 } },
      ],
      [
        'at once where the project asks for no days',
        { effective_from: '2027-03-01' },
        [],
        { clocks: { inPlaceDays: 0 } },
      ],
    ]);
  });

  describe('is reviewed within its cycle up to submission', () => {
    const due = (day: string): string => `${day}: the review of ACP is due`;
    const late = (day: string, submission = '2027-06-30'): string =>
      `late: the review of ACP will be overdue at submission on ${submission}: it is due on ${day}`;
    const overdue = (day: string): string => `late: the review of ACP is overdue: it was due on ${day}`;
    const effective_from = '2020-01-01';
    states('policy', 'policy', [
      ['in time where it is due on that day', { effective_from, reviewed_on: '2026-06-30' }, [due('2027-06-30')]],
      ['in time where it is due the day after', { effective_from, reviewed_on: '2026-07-01' }, []],
      [
        'late where it is due the day before',
        { effective_from, reviewed_on: '2026-06-29' },
        [late('2027-06-29'), due('2027-06-29')],
      ],
      [
        'late where it is due today',
        { effective_from, reviewed_on: '2026-03-01' },
        [late('2027-03-01'), due('2027-03-01')],
      ],
      ['overdue where it was due yesterday', { effective_from, reviewed_on: '2026-02-28' }, [overdue('2027-02-28')]],
      ['counted from its approval without a review', { approved_on: '2026-06-30' }, [due('2027-06-30')]],
      [
        'counted from its approval rather than from the day it takes effect',
        { effective_from: '2026-12-01', approved_on: '2026-02-01' },
        [overdue('2027-02-01')],
      ],
      ['counted from the day it takes effect without either', { effective_from }, [overdue('2021-01-01')]],
      [
        'from a leap day: the last of February is in time',
        { effective_from, reviewed_on: '2028-02-29' },
        [due('2029-02-28')],
        { today: '2029-01-01', fieldworkStart: '2028-11-30', submissionDate: '2029-02-28' },
      ],
      [
        'from a leap day: the first of March is not',
        { effective_from, reviewed_on: '2028-02-29' },
        [late('2029-02-28', '2029-03-01'), due('2029-02-28')],
        { today: '2029-01-01', fieldworkStart: '2028-12-01', submissionDate: '2029-03-01' },
      ],
      [
        'of the project’s own length',
        { effective_from, reviewed_on: '2025-06-30' },
        [due('2027-06-30')],
        { clocks: { reviewMonths: 24 } },
      ],
      [
        'by a review to come, which is said',
        { effective_from, reviewed_on: '2027-06-30' },
        ['notice: ACP gives 2027-06-30 as reviewed_on, a day that is yet to come'],
      ],
      [
        'not by a review after submission',
        { effective_from, reviewed_on: '2027-07-01' },
        [overdue('2021-01-01'), 'notice: ACP gives 2027-07-01 as reviewed_on, a day that is yet to come'],
      ],
      ['which says nothing of since when it is in place', { reviewed_on: '2027-01-01' }, [UNDATED]],
    ]);
  });

  it('that is neither in place nor reviewed in time is told both', () => {
    assert.deepEqual(words(verdict('policy', 'policy', { effective_from: '2027-06-01', approved_on: '2025-06-01' })), [
      'late: ACP is testable only from 2027-07-31, after submission on 2027-06-30',
      'notice: the review of ACP is overdue: it was due on 2026-06-01',
    ]);
  });

  it('without any date is told what is not checked, and is not late', () => {
    assert.deepEqual(words(verdict('policy', 'policy', {})), [
      UNDATED,
      'notice: ACP names no review or approval up to submission, so its review cycle is not checked',
    ]);
    assert.deepEqual(words(timeOf({ title: 'ACP' }, 'policy', CALENDAR)), words(verdict('policy', 'policy', {})));
  });

  it('may be captured at any time', () => {
    assert.deepEqual(words(verdict('policy', 'policy', { approved_on: '2026-12-01', captured_on: '2020-01-01' })), []);
  });
});

describe('a point-in-time item', () => {
  const early = (day: string, start = '2027-04-01'): readonly string[] => [
    `late: ACP was captured on ${day}, before fieldwork starts on ${start}: capture it again`,
  ];
  const july = { today: '2027-07-15' };
  for (const type of ['screenshot', 'configuration', 'population', 'sample', 'report'] as const) {
    describe(`of type ${type}`, () => {
      states(type, 'implemented', [
        ['captured the day before fieldwork is late', { captured_on: '2027-03-31' }, early('2027-03-31'), july],
        ['captured on the first day of fieldwork is in time', { captured_on: '2027-04-01' }, [], july],
        ['captured on the day of submission is in time', { captured_on: '2027-06-30' }, [], july],
        [
          'captured the day after submission is late',
          { captured_on: '2027-07-01' },
          ['late: ACP is captured on 2027-07-01, after submission on 2027-06-30'],
          july,
        ],
        ['captured today is in time', { captured_on: '2027-05-05' }, [], { today: '2027-05-05' }],
        [
          'captured tomorrow is to be known',
          { captured_on: '2027-05-06' },
          ['notice: ACP gives 2027-05-06 as captured_on, a day that is yet to come'],
          { today: '2027-05-05' },
        ],
        [
          'of which it is not said when it was captured is to be known',
          { approved_on: '2027-05-05' },
          ['notice: ACP does not say when it was captured (captured_on), so that is not checked'],
        ],
      ]);
    });
  }

  states('screenshot', 'implemented', [
    [
      'captured on a leap day, the first of fieldwork, is in time',
      { captured_on: '2028-02-29' },
      [],
      { today: '2028-03-01', fieldworkStart: '2028-02-29', submissionDate: '2028-05-29' },
    ],
    [
      'captured before a leap day on which fieldwork starts is late',
      { captured_on: '2028-02-28' },
      early('2028-02-28', '2028-02-29'),
      { today: '2028-03-01', fieldworkStart: '2028-02-29', submissionDate: '2028-05-29' },
    ],
    [
      'captured before New Year, when fieldwork starts, is late',
      { captured_on: '2026-12-31' },
      early('2026-12-31', '2027-01-01'),
      { today: '2027-01-02', fieldworkStart: '2027-01-01', submissionDate: '2027-04-01' },
    ],
  ]);

  it('is read by its type at every maturity level', () => {
    for (const level of MATURITY_LEVELS) {
      assert.deepEqual(words(verdict('screenshot', level, { captured_on: '2027-01-01' })), early('2027-01-01'));
    }
  });
});

describe('evidence of another type', () => {
  for (const type of ['attestation', 'measure', 'metric', 'risk-treatment', 'statement'] as const) {
    it(`such as ${type} has no clock`, () => {
      for (const level of MATURITY_LEVELS) {
        assert.deepEqual(words(verdict(type, level, { captured_on: '2001-01-01', approved_on: '2001-01-01' })), []);
      }
    });
  }
});

describe('evidence whose type is not given', () => {
  for (const level of ['policy', 'procedure'] as const) {
    it(`is read as a ${level} at that level`, () => {
      const dates = { approved_on: '2027-02-01' };
      assert.deepEqual(verdict(undefined, level, dates), verdict(level, level, dates));
    });
  }
  for (const level of ['implemented', 'measured', 'managed'] as const) {
    it(`is not checked at the level ${level}, and that is said`, () => {
      assert.deepEqual(words(verdict(undefined, level, { captured_on: '2001-01-01' })), [
        'notice: the type of ACP is not given, so its age is not checked',
      ]);
    });
  }
});

describe('a new or remediated control', () => {
  const gap: Gap = { file: 'gaps.csv', line: 2, id: 'G-1', control: '01.c', description: '', status: 'closed' };
  const run = (fixedOn: string, changes?: Changes, level: MaturityLevel = 'implemented'): readonly string[] =>
    words(runTimeOf({ fixedOn, ...gap }, level, calendarWith(changes)));

  for (const [what, fixedOn, expected, changes] of [
    ['is tested when fieldwork starts where that is its 90th day', '2027-01-01', []],
    [
      'is to be known where its 90th day is the day after',
      '2027-01-02',
      [
        'notice: the control of gap G-1 is testable only from 2027-04-02',
        '2027-04-02: the control of gap G-1 becomes testable',
      ],
    ],
    [
      'is to be known where its 90th day is the day of submission',
      '2027-04-01',
      [
        'notice: the control of gap G-1 is testable only from 2027-06-30',
        '2027-06-30: the control of gap G-1 becomes testable',
      ],
    ],
    [
      'is too late where its 90th day is the day after submission',
      '2027-04-02',
      ['late: the control of gap G-1 is testable only from 2027-07-01, after submission on 2027-06-30'],
    ],
    ['runs over a leap day', '2027-12-01', [], { today: '2028-02-29', submissionDate: '2028-05-01' }],
    ['has run the project’s own number of days', '2027-03-02', [], { clocks: { operationDays: 30 } }],
    [
      'has not run the project’s own number of days',
      '2027-06-01',
      ['late: the control of gap G-1 is testable only from 2027-07-01, after submission on 2027-06-30'],
      { clocks: { operationDays: 30 } },
    ],
  ] as const) {
    it(what, () => assert.deepEqual(run(fixedOn, changes), expected));
  }

  it('has a clock where it runs, and none for its documents', () => {
    const late = MATURITY_LEVELS.filter((level) => run('2027-06-01', {}, level).length > 0);
    assert.deepEqual(late, ['implemented', 'measured', 'managed']);
  });

  it('has a clock at the level of its gap only', () => {
    const measured: Gap = { maturity: 'measured', fixedOn: '2027-06-01', ...gap };
    const late = MATURITY_LEVELS.filter((level) => runTimeOf(measured, level, CALENDAR).late);
    assert.deepEqual(late, ['measured']);
  });

  it('is not late as long as its gap is open, which is said', () => {
    assert.deepEqual(words(runTimeOf(gap, 'implemented', CALENDAR)), [
      'notice: gap G-1 names no day on which it was fixed (fixed_on), so it counts as open',
    ]);
  });
});

describe('the reason behind a clock', () => {
  const clocks = { inPlaceDays: 45, reviewMonths: 18, fieldworkDays: 70, operationDays: 80 };
  const gap: Gap = { file: '', line: 2, id: 'G', control: '01.c', description: '', status: '', fixedOn: '2027-06-29' };
  const why = ({ late, notices }: TimeVerdict): string =>
    [...(late ? [late] : []), ...notices].map((reasoned) => english(reasoned.why)).join('\n');

  for (const [what, found, ...expected] of [
    [
      'being in place: the figure that holds, and the advisory with its own',
      verdict('policy', 'policy', { effective_from: '2027-06-29' }, { clocks }),
      /^Rule 5: .* 45 days .*clocks\.inPlaceDays; HITRUST advisory HAA 2021-002 says 60/,
    ],
    [
      'a review: the cycle that holds, which is the organisation’s own',
      verdict('policy', 'policy', { effective_from: '2020-01-01' }, { clocks }),
      /^Rule 5: .* every 18 months.*clocks\.reviewMonths.* organisation’s own, 12 unless/,
    ],
    [
      'a capture: the days of fieldwork',
      verdict('screenshot', 'implemented', { captured_on: '2027-01-01' }, { clocks }),
      /^Rule 5: .* from 2027-04-01, .* to submission on 2027-06-30, both days included \(HITRUST’s rules.* 70 days/,
    ],
    [
      'a population: that its period may be older',
      verdict('population', 'implemented', { captured_on: '2027-01-01' }, { clocks }),
      /^Rule 5: .*the period that it covers may be older/,
    ],
    [
      'operation: the figure that holds, and HITRUST’s',
      runTimeOf(gap, 'implemented', calendarWith({ clocks })),
      /^Rule 5: .* 80 days .*clocks\.operationDays; HITRUST’s rules say 90/,
    ],
    [
      'a type that is missing: what it is for',
      verdict(undefined, 'implemented', {}),
      /^Rule 5: the type of a document/,
    ],
  ] as const) {
    it(`names for ${what}`, () => expected.forEach((pattern) => assert.match(why(found), pattern)));
  }
});

describe('clocks', () => {
  const day = fc.integer({ min: -800, max: 800 }).map((days) => addDays('2027-04-01', days));
  const days = fc.integer({ min: 0, max: 400 });
  const calendar = fc
    .record({ today: day, fieldworkStart: day, length: days })
    .map(({ today, fieldworkStart, length }): AssessmentCalendar => ({
      today,
      fieldworkStart,
      submissionDate: addDays(fieldworkStart, length),
      clocks: DEFAULT_CLOCKS,
    }));

  it('never call late what is captured during fieldwork, however much later in it', () => {
    fc.assert(
      fc.property(calendar, days, (given, later) => {
        const captured_on = addDays(given.fieldworkStart, later);
        const { late } = timeOf({ title: '', type: 'screenshot', dates: { captured_on } }, 'implemented', given);
        assert.equal(late !== undefined, captured_on > given.submissionDate);
      }),
    );
  });

  it('never let a policy be tested earlier for taking effect later', () => {
    // Fine is sooner than a day to wait for, and that sooner than too late.
    const waitOf = ({ late, notices }: TimeVerdict): string => {
      const said = [...(late ? [late] : []), ...notices].find(({ message }) =>
        message.code.startsWith('clock-testable'),
      );
      return (said?.message.args[1] ?? '') as string;
    };
    fc.assert(
      fc.property(calendar, day, days, (given, effective_from, later) => {
        const wait = (from: string): string =>
          waitOf(timeOf({ title: '', type: 'policy', dates: { effective_from: from } }, 'policy', given));
        assert.ok(wait(effective_from) <= wait(addDays(effective_from, later)));
      }),
    );
  });

  it('tell of nothing that is over, or after submission', () => {
    const type = fc.constantFrom<EvidenceType>('policy', 'screenshot', 'sample', 'statement');
    const dates = fc.record(
      { approved_on: day, effective_from: day, reviewed_on: day, captured_on: day },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(calendar, type, dates, (given, kind, written) => {
        const { events } = timeOf({ title: '', type: kind, dates: written }, 'policy', given);
        assert.ok(events.every(({ date }) => given.today <= date && date <= given.submissionDate));
      }),
    );
  });

  it('read the same in every time zone', () => {
    const before = process.env['TZ'];
    const read = (): readonly string[] => [
      ...words(verdict('policy', 'policy', { effective_from: '2027-01-31', reviewed_on: '2026-06-30' })),
      ...words(verdict('policy', 'policy', { effective_from: '2027-05-01' })),
      ...words(verdict('screenshot', 'implemented', { captured_on: '2027-06-30' })),
    ];
    try {
      const readings = ['UTC', 'Pacific/Honolulu', 'Pacific/Kiritimati', 'America/New_York'].map((zone) => {
        process.env['TZ'] = zone;
        return read();
      });
      assert.ok((readings[0]?.length ?? 0) > 0);
      for (const reading of readings) assert.deepEqual(reading, readings[0]);
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
});
