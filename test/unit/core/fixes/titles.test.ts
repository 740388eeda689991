import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { catalog } from '../../../../src/core/csf/catalog';
import type { Fix } from '../../../../src/core/fixes/fix';
import { fixesOf } from '../../../../src/core/fixes/fixesOf';
import { english } from '../../../../src/core/message';
import type { Problem } from '../../../../src/core/problems';
import { problemsOf } from '../document/given';
import { titleLines } from '../document/titleLines';
import { idLikeText } from '../csf/arbitraries';
import { summary } from '../../given';
import { applied } from './given';

const EMPTY = summary({});

function fixes(problem: Problem, text: string): readonly Fix[] {
  return fixesOf(problem, { text, catalog, summary: EMPTY });
}

/** What the fixes of all problems with a code make of a text, each on its own, the best first. */
function mended(text: string, code?: string): readonly string[] {
  return problemsOf(text)
    .filter((problem) => code === undefined || problem.code === code)
    .flatMap((problem) => fixes(problem, text).map((fix) => applied(fix, text)));
}

describe('a title that is not its id’s', () => {
  for (const [text, ...expected] of [
    ['- 01.c - User Registration', '- 01.b - User Registration', '- 01.c - Privilege Management'],
    ['- 01.c - User Registratoin', '- 01.b - User Registration', '- 01.c - Privilege Management'],
    ['- 01.c - Privilege Managment', '- 01.c - Privilege Management'],
    [
      '01.g — Information Security Management Program Review',
      '00.a — Information Security Management Program Review',
      '01.g — Unattended User Equipment',
    ],
    ['| User Registration | 01.c |', '| User Registration | 01.b |', '| Privilege Management | 01.c |'],
    ['| Usr Registration | 01.c |', '| User Registration | 01.b |', '| Privilege Management | 01.c |'],
    ['**01.c** User Registration (x)', '**01.b** User Registration (x)', '**01.c** Privilege Management (x)'],
    ['01.c — Access Control', '01.c — Privilege Management', '01.a–01.y — Access Control'],
    ['03.b — Media Handling', '03.b — Performing Risk Assessments', '09.o–09.r — Media Handling'],
    ['11.b — Access Control', '11.b — Reporting Security Weaknesses', '01.a–01.y — Access Control'],
    ['06.e — Secure Development', '06.e — Prevention of Misuse of Information Assets'],
    [
      '11.a–11.e — Access Control',
      '01.a–01.y — Access Control',
      '11.a–11.e — Information Security Incident Management',
    ],
    ['07.a–07.d — Vulnerability Management', '07.a–07.d — Asset Management'],
    ['01.a–01.e — Acces Control', '01.a–01.e — Access Control'],
  ] as const) {
    it(`is mended: ${text}`, () => assert.deepEqual(mended(text, 'title-mismatch'), expected));
  }

  it('is safe to mend without asking only where nothing but letters are wrong', () => {
    const safe = (text: string): readonly (boolean | undefined)[] =>
      problemsOf(text).flatMap((problem) => fixes(problem, text).map(({ isSafe }) => isSafe));
    assert.deepEqual(safe('01.c - Privilege Managment'), [true]);
    assert.deepEqual(safe('01.f - Password User'), [undefined]);
    assert.deepEqual(safe('01.a - Acces Control Policy and Procedure'), [undefined]);
    assert.deepEqual(safe('01.c - User Registration'), [undefined, undefined]);
  });

  it('has fixes that say what they do', () => {
    const text = '01.c - User Registration';
    const [problem] = problemsOf(text);
    assert.deepEqual(problem && fixes(problem, text).map(({ title }) => english(title)), [
      'Change 01.c to 01.b "User Registration"',
      'Write "Privilege Management", the title of 01.c',
    ]);
  });

  it('has none where the text has changed since', () => {
    const [problem] = problemsOf('- 01.c - User Registration');
    assert.deepEqual(problem && fixes(problem, 'something else'), []);
  });
});

describe('a wildcard', () => {
  for (const [text, expected] of [
    ['01.x — Access Control', '01.a–01.y — Access Control'],
    [
      '| 09.x | Communications and Operations Management |',
      '| 09.a–09.af | Communications and Operations Management |',
    ],
    ['all of 10.x', 'all of 10.a–10.m'],
    ['00.* — Information Security Management Program', '00.a — Information Security Management Program'],
    ['11.x — Access Control', '01.a–01.y — Access Control'],
  ] as const) {
    it(`becomes the controls of its category: ${text}`, () => assert.deepEqual(mended(text), [expected]));
  }

  it('becomes a range of every control of each category, and no other', () => {
    for (const { id, title } of catalog.categories.values()) {
      const [text = ''] = mended(`${id}.* — ${title}`);
      assert.deepEqual(problemsOf(text), []);
    }
  });
});

describe('an id that no control has', () => {
  for (const [text, ...expected] of [
    ['14.c — Privilege Management', '01.c — Privilege Management'],
    ['| 16.a | Privlege Management |', '| 01.c | Privlege Management |'],
    ['17.a–17.e — Risk Management', '03.a–03.d — Risk Management'],
    ['All (04.a–04.f)', 'All (04.a–04.b)'],
    ['00.a–00.d', '00.a'],
    ['12.f', '12.e'],
    ['01.aa', '01.a'],
    ['01.z', '01.y'],
    ['08.z'],
    ['14.a'],
    ['14.a–14.g — Third Party Assurance'],
  ] as const) {
    it(`${expected.length > 0 ? 'is mended' : 'is left to a person'}: ${text}`, () =>
      assert.deepEqual(mended(text, 'unknown-control'), expected));
  }
});

describe('the fixes of ids and titles', () => {
  it('each remove the problem that they are for', () => {
    for (const { text } of titleLines(5, 3000)) {
      for (const problem of problemsOf(text)) {
        for (const fix of fixes(problem, text)) {
          const after = applied(fix, text);
          assert.deepEqual(problemsOf(after), [], `${text} → ${after}`);
        }
      }
    }
  });

  it('never throw, and stay within the text and one line', () => {
    fc.assert(
      fc.property(idLikeText, fc.constantFrom(...titleLines(6, 200)), (around, { text: line }) => {
        const text = around + line + around;
        for (const problem of problemsOf(text)) {
          const { at } = problem;
          // A word in a table's evidence column can be a problem of its line.
          if (at && 'line' in at) continue;
          assert.ok(at && at.start < at.end && at.end <= text.length);
          if (problem.code === 'title-mismatch') assert.doesNotMatch(text.slice(at.start, at.end), /\n/);
          for (const { replacements } of fixes(problem, text)) {
            for (const { start, end } of replacements) assert.ok(start <= end && start >= at.start && end <= at.end);
          }
        }
      }),
    );
  });
});
