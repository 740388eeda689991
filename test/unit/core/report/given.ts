import * as fc from 'fast-check';
import type { AssessmentType } from '../../../../src/core/assessment/maturity';
import { english } from '../../../../src/core/message';
import { problem } from '../../../../src/core/problems';
import type { Report } from '../../../../src/core/report/report';
import { type Given, summary } from '../../given';

const EVIDENCE = 'evidence.csv';

/** A report on what is given. Each reference stands on a line of its own, told by its offset. */
export function report(given: Given, changes: Partial<Report> = {}, name = 'Portal'): Report {
  return {
    summary: { ...summary(given), name },
    matrices: [{ name: 'srm.csv', entries: 2, sha256: 'a1b2' }],
    problems: [],
    today: '2027-03-02',
    toolVersion: '0.1.0',
    translate: english,
    placeOf: (file, { start, end }) => ({ file, line: start + 1, column: 1, endColumn: end - start + 1 }),
    labelOf: (file) => file,
    ...changes,
  };
}

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
        'x',
      ],
    ),
    fc.constantFrom('=', "'", ' ', '|', '\\'),
    fc.string({ unit: 'binary', maxLength: 1 }),
  ),
  maxLength: 8,
});

/** Reports on random assessments, with names and paths of any kind. */
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
  })
  .map(({ type, matrix, documents, evidence, requests, name, matrices, problem: told }) =>
    report(
      {
        type,
        matrix: matrix.join('\n'),
        documents,
        evidence: evidence.map(([id, level, path]) => `${id},${level},"${path.replaceAll('"', '""')}"`).join('\n'),
        requests: requests.join('\n'),
      },
      {
        matrices,
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
