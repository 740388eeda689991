import * as fc from 'fast-check';
import { DEFAULT_CLOCKS } from '../../../../src/core/assessment/calendar';
import { readGaps } from '../../../../src/core/assessment/gaps';
import type { AssessmentType } from '../../../../src/core/assessment/maturity';
import type { CombinedPolicy } from '../../../../src/core/azure/combinePolicy';
import { catalog } from '../../../../src/core/csf/catalog';
import { english, message } from '../../../../src/core/message';
import { problem } from '../../../../src/core/problems';
import type { Report } from '../../../../src/core/report/report';
import { csv, type Given, summary } from '../../given';

const EVIDENCE = 'evidence.csv';

/** A report on what is given. Each reference stands on a line of its own, told by its offset. */
export function report(given: Given, changes: Partial<Report> = {}, name = 'Portal'): Report {
  return {
    summary: { ...summary(given), name },
    matrices: [{ name: 'srm.csv', entries: 2, sha256: 'a1b2' }],
    problems: [],
    gaps: readGaps(
      csv(`gap_id,requirement,maturity,status,fixed_on,description\n${given.gaps ?? ''}`),
      'gaps.csv',
      'gaps.csv',
      catalog,
    ).gaps,
    policy: new Map(),
    catalog: { domains: catalog.domains, categories: catalog.categories },
    today: '2027-03-02',
    toolVersion: '0.1.0',
    translate: english,
    placeOf: (file, { start, end }) => ({ file, line: start + 1, column: 1, endColumn: end - start + 1 }),
    labelOf: (file) => file,
    ...changes,
  };
}

/** From a list of Azure Policy's states, unless changed. */
export function policy(requirement: string, changes: Partial<CombinedPolicy> = {}): CombinedPolicy {
  return {
    requirement,
    control: '01.c',
    ...{ compliant: 12, nonCompliant: 3, exempt: 1, unknown: 0 },
    basis: 'states',
    newest: '2027-02-27T06:00:00.000Z',
    files: ['states.json'],
    passedOver: [],
    automatic: 2,
    manual: 5,
    countedIn: 'built-in',
    owners: ['Shared'],
    ...changes,
  };
}

/** The submission on the last of June 2027, fieldwork from April on. */
export const CALENDAR = {
  today: '2027-03-02',
  fieldworkStart: '2027-04-01',
  submissionDate: '2027-06-30',
  clocks: DEFAULT_CLOCKS,
};

/** Texts of the kinds that break formats: signs of formulas, separators, markup, line breaks, what cannot be seen. */
export const nastyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', "'", '"', ',', ';', ' ', '\u00a0', '\u3000'],
      ...[
        '|',
        '\\',
        '`',
        '*',
        '<br>',
        '# ',
        '[a](b)',
        '&lt;',
        '\\u{20}',
        ', ',
        ':1:2',
        '\u202e',
        '\u200b',
        '\ufeff',
        '\u3164',
        '\ufe0f',
        'x',
      ],
    ),
    fc.constantFrom('=', "'", ' ', '|', '\\'),
    fc.string({ unit: 'binary', maxLength: 1 }),
  ),
  maxLength: 8,
});

const LISTED = [
  '1149.01c2System.9',
  '1150.01c1System.10',
  '1118.01j2Organizational.124',
  '1501.02f1Organizational.123',
];

/** The rows of a requirement list, one each, with rationales of any kind. */
const anyList = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom(...LISTED),
      cvid: fc.constantFrom('', '0873.0'),
      applicability: fc.constantFrom('', '', 'n/a', 'removed'),
      rationale: nastyText,
    }),
    { selector: ({ id }) => id },
  )
  .map((rows) => rows.map((row) => `${row.id},${row.cvid},${row.applicability},${quoted(row.rationale)}`).join('\n'));

const anyPolicy = fc
  .uniqueArray(fc.record({ id: fc.constantFrom(...LISTED), owners: fc.array(nastyText, { maxLength: 2 }) }), {
    selector: ({ id }) => id,
  })
  .map((all) => new Map(all.map(({ id, owners }) => [id, policy(id, { owners })])));

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Reports on random assessments, with and without a requirement list and a calendar, with names and paths of any kind. */
export const anyReport: fc.Arbitrary<Report> = fc
  .record({
    type: fc.constantFrom<AssessmentType[]>('e1', 'r2'),
    matrix: fc.subarray(['01.a,None', '01.b,Full', '1149.01c2System.9,Partial', '1150.01c1System.10,Full', '01.d,Odd']),
    documents: fc.dictionary(
      nastyText,
      fc
        .array(fc.constantFrom('01.a', '01.b', '01.c', '01.d', '1149.01c2System.9', '14.a', '04.a–04.f', '01.a-02.b'))
        .map((ids) => ids.join(' \n')),
      { maxKeys: 3 },
    ),
    evidence: fc.array(
      fc.tuple(
        fc.constantFrom('01.a', '01.c', '1149.01c2System.9'),
        fc.constantFrom('policy', 'implemented'),
        nastyText,
      ),
      { maxLength: 4 },
    ),
    requests: fc.subarray(['01.b,submitted', '1149.01c2System.9,approved']),
    name: nastyText,
    matrices: fc.array(
      fc.record(
        { name: nastyText, entries: fc.nat(), sha256: fc.constant('0e15'), preamble: nastyText },
        { requiredKeys: ['name', 'entries'] },
      ),
      { maxLength: 2 },
    ),
    problem: nastyText,
    list: fc.option(anyList, { nil: undefined }),
    gaps: fc.subarray(['G-1,1149.01c2System.9,implemented,closed,2027-03-01', 'G-2,1150.01c1System.10,,open,']),
    hasCalendar: fc.boolean(),
    letter: nastyText,
    outside: fc.uniqueArray(nastyText, { maxLength: 2 }),
    policy: anyPolicy,
  })
  .map(({ type, matrix, documents, evidence, requests, name, matrices, problem: told, ...full }) =>
    report(
      {
        type,
        ...(full.list !== undefined && { list: full.list }),
        gaps: full.gaps.join('\n'),
        profile: {
          ...(full.hasCalendar && { calendar: CALENDAR }),
          certification: { letter: full.letter, expires: '2027-05-01' },
          lapsed: message('certification-expires', full.letter, '2027-05-01', '2027-06-30'),
          outside: full.outside.map((service) => ({ service, reason: 'not-listed' })),
        },
        matrix: matrix.join('\n'),
        documents,
        evidence: evidence.map(([id, level, path]) => `${id},${level},${quoted(path)}`).join('\n'),
        requests: requests.join('\n'),
      },
      {
        matrices,
        policy: full.policy,
        problems: [
          {
            problem: problem('file-not-found', told, undefined, told),
            place: { file: told, line: 1, column: 1, endColumn: 1 },
          },
        ],
        labelOf: (file) => (file === EVIDENCE ? told : file),
      },
      name,
    ),
  );
