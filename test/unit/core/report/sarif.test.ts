import assert from 'node:assert/strict';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import type { Log, Result } from 'sarif';
import { problem, problemTable } from '../../../../src/core/problems';
import { checkedJson, checkReport, hasFindings } from '../../../../src/core/report/checked';
import { isExport } from '../../../../src/core/report/exportMark';
import type { Report, ReportedProblem } from '../../../../src/core/report/report';
import { sarif } from '../../../../src/core/report/sarif';
import { anyReport, nastyText, report } from './given';
import { largeReport } from './largeReport';

const A = '1149.01c2System.9';
const B = '1150.01c1System.10';

// Of draft 4 it has nothing else that later ones do not know.
const rules = Object.fromEntries(Object.entries(schema).filter(([name]) => name !== 'id' && name !== '$schema'));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(rules);

const bytes = (of: Report, projectFile = 'inheritance-scope.json'): Uint8Array =>
  sarif(checkReport(of, of.problems), { ...of, projectFile });
const log = (of: Report, projectFile?: string): Log =>
  JSON.parse(new TextDecoder().decode(bytes(of, projectFile))) as Log;
const results = (of: Report): readonly Result[] => log(of).runs[0]?.results ?? [];
const fingerprints = (of: Report): readonly unknown[] =>
  results(of).map(({ partialFingerprints }) => partialFingerprints);

function at(file: string, line: number, column = 1, endColumn = column, text = '14.b'): ReportedProblem {
  return {
    problem: problem('unknown-control', file, { start: 0, end: 1 }, text, 'so it is'),
    place: { file, line, column, endColumn },
  };
}
const withProblems = (...problems: readonly ReportedProblem[]): Report => report({}, { problems });
const location = (of: ReportedProblem): unknown => results(withProblems(of))[0]?.locations?.[0]?.physicalLocation;

describe('what was found, as SARIF', () => {
  const given = {
    type: 'e1',
    matrix: `${A},Partial\n${B},None`,
    documents: '01.c',
    list: `${A}\n${B}`,
    requests: `${A},submitted`,
    evidence: `${A},,https://x.y/z`,
  } as const;

  it('says where a problem is, by a relative path as a URI and in 1-based UTF-16 columns', () => {
    assert.deepEqual(location(at('scoping/Zugriff 100%.md', 3, 5, 9)), {
      artifactLocation: { uri: 'scoping/Zugriff%20100%25.md', uriBaseId: '%SRCROOT%' },
      region: { startLine: 3, startColumn: 5, endColumn: 9 },
    });
    assert.equal(log(withProblems()).runs[0]?.columnKind, 'utf16CodeUnits');
  });

  it('takes a place without a width for the line that it begins', () => {
    const region = (of: ReportedProblem): unknown => (location(of) as { readonly region: unknown }).region;
    assert.deepEqual(region(at('srm.csv', 7)), { startLine: 7 });
    assert.deepEqual(region(at('a.md', 7, 4)), { startLine: 7, startColumn: 4 });
  });

  for (const [file, uri] of [
    ['../srm.csv', '../srm.csv'],
    ['/srv/a b.csv', 'file:///srv/a%20b.csv'],
    ['D:/work/srm.csv', 'file:///D:/work/srm.csv'],
  ] as const) {
    it(`does not say that ${file} lies below the folder`, () => {
      assert.deepEqual((location(at(file, 1)) as { readonly artifactLocation: unknown }).artifactLocation, { uri });
    });
  }

  it('has the severity that is set as a level, and the one of the code as the rule’s', () => {
    const one = at('a.md', 1);
    const of = withProblems({ ...one, problem: { ...one.problem, severity: 'hint' } }, at('b.md', 1));
    assert.deepEqual(
      results(of).map(({ level }) => level),
      ['note', problemTable['unknown-control'].severity],
    );
    const [rule] = log(of).runs[0]?.tool.driver.rules ?? [];
    assert.deepEqual([rule?.id, rule?.defaultConfiguration?.level], ['unknown-control', 'warning']);
    assert.match(rule?.help?.markdown ?? '', /inheritance-scope-ignore unknown-control/);
  });

  it('has each open item at the first reference, a warning, or a note where others are to act', () => {
    assert.deepEqual(
      results(report(given)).map(({ ruleId, level, message, locations }) => [
        ruleId,
        level,
        message.text?.split('.').slice(0, 3).join('.'),
        locations?.[0]?.physicalLocation?.artifactLocation?.uri,
      ]),
      [
        ['open-awaiting-approval', 'note', `${A}: awaiting approval of the inheritance request`, 'scope.md'],
        ['open-needs-evidence', 'warning', `${B}: needs implemented evidence`, 'scope.md'],
      ],
    );
  });

  it('has an open item at the requirement’s own reference where there is one', () => {
    const of = report({ ...given, documents: `01.c, ${B}` });
    assert.deepEqual(
      results(of).map(({ locations }) => locations?.[0]?.physicalLocation?.region?.startLine),
      [1, 7],
    );
  });

  it('has an open item that no document names the control of at its row in the list', () => {
    const [first] = results(report({ ...given, documents: '' }));
    assert.deepEqual(first?.locations?.[0]?.physicalLocation, {
      artifactLocation: { uri: 'requirements.csv', uriBaseId: '%SRCROOT%' },
      region: { startLine: 2 },
    });
  });

  it('has what is open for the whole assessment at the project file', () => {
    const of = report({ profile: { outside: [{ service: 'Azure Maps', reason: 'not-listed' }] } });
    const [only] = results(of);
    assert.deepEqual(
      [only?.ruleId, only?.locations?.[0]?.physicalLocation?.artifactLocation?.uri],
      ['open-service-out-of-scope', 'inheritance-scope.json'],
    );
  });

  it('tells results from each other, and knows them again when lines move', () => {
    const [before, after] = [2, 40].map((line) =>
      fingerprints(
        withProblems(at('a.md', line), at('a.md', line + 1), at('a.md', line + 2, 1, 1, '14.c'), at('b.md', line)),
      ),
    );
    assert.deepEqual(before, after);
    assert.equal(new Set(before?.map((each) => JSON.stringify(each))).size, 4);
    const moved = (line: number): Report =>
      withProblems({
        problem: problem('unclosed-quote', 'a.csv', { line }, line),
        place: { file: 'a.csv', line, column: 1, endColumn: 1 },
      });
    assert.deepEqual(fingerprints(moved(3)), fingerprints(moved(9)));
  });

  it('keeps text from being taken for a place for arguments', () => {
    const [only] = results(withProblems(at('a.md', 1, 1, 1, 'x{0}{y}')));
    assert.match(only?.message.text ?? '', /x\{\{0\}\}\{y\}/);
  });

  it('is valid by the public schema wherever a problem stands and whatever it says', () => {
    const files = [
      'a b#c?d%20.md',
      'Prüfung/ünï 🔒.md',
      'a\u0000\u001b[31m\u202e.md',
      '../../x y.csv',
      '/',
      'C:/a b.md',
      '',
      ' ',
      '//x',
    ];
    const problems = files.flatMap((file) => [
      at(file, 1, 1, 1, '\u0000\u0007\r\n{0}{{1}} [a](b) \ud800 =1'),
      at(file, 2 ** 31, 2 ** 31, 2 ** 31 + 1, ''),
    ]);
    const found = log(withProblems(...problems));
    if (!validate(found)) assert.fail(ajv.errorsText(validate.errors, { separator: '\n' }));
    for (const { locations = [] } of found.runs[0]?.results ?? []) {
      const uri = locations[0]?.physicalLocation?.artifactLocation?.uri ?? '';
      // What is relative lies below the folder; decoded it is the path again.
      const base = new URL('file:///checkout/repository/');
      assert.doesNotThrow(() => new URL(uri, base), uri);
      assert.doesNotMatch(uri, /[\s#?\\]/);
    }
    const [first] = found.runs[0]?.results ?? [];
    const uri = first?.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
    assert.equal(decodeURIComponent(new URL(uri, 'file:///checkout/').pathname), '/checkout/a b#c?d%20.md');
  });

  it('is valid without a project file, where what is open for the whole assessment stands nowhere', () => {
    const of = report({ profile: { outside: [{ service: 'Azure Maps', reason: 'not-listed' }] } });
    const { summary, toolVersion, translate } = of;
    const text = new TextDecoder().decode(sarif(checkReport(of, []), { summary, toolVersion, translate }));
    const found = JSON.parse(text) as Log;
    if (!validate(found)) assert.fail(ajv.errorsText(validate.errors, { separator: '\n' }));
    assert.deepEqual(
      found.runs[0]?.results?.map(({ locations }) => locations),
      [undefined],
    );
  });

  it('is valid, and grows in proportion, with 3,342 requirements', () => {
    const of = largeReport(3_342);
    const found = log(of);
    if (!validate(found)) assert.fail(ajv.errorsText(validate.errors, { separator: '\n' }));
    assert.ok((found.runs[0]?.results?.length ?? 0) > 3_342);
    assert.ok(bytes(of).length < bytes(largeReport(334)).length * 15);
  });

  it('is valid by the public schema, the same each time, and no scoping document', () => {
    assert.equal(validate({ version: '2.1.0', runs: [{}] }), false);
    fc.assert(
      fc.property(anyReport, nastyText, (of, projectFile) => {
        const found = log(of, projectFile);
        if (!validate(found)) assert.fail(ajv.errorsText(validate.errors, { separator: '\n' }));
        assert.deepEqual(bytes(of), bytes({ ...of }));
        assert.ok(isExport(new TextDecoder().decode(bytes(of))));
        const { tool, results: all = [] } = found.runs[0] ?? { tool: { driver: { name: '' } } };
        for (const { ruleId, ruleIndex = -1, locations } of all) {
          assert.equal(tool.driver.rules?.[ruleIndex]?.id, ruleId);
          // Without one, code scanning shows nothing.
          assert.equal(locations?.length, 1);
        }
        assert.equal(new Set(fingerprints(of).map((each) => JSON.stringify(each))).size, results(of).length);
      }),
    );
  });
});

describe('what is checked', () => {
  const json = (of: Report): unknown => checkedJson(checkReport(of, of.problems), of);

  it('is told by requirement where they are listed, each with its status', () => {
    const of = report({ type: 'e1', matrix: `${A},Partial\n${B},None`, list: `${A}\n${B}`, requests: `${A},approved` });
    const item = { control: '01.c', status: 'needs-evidence', kind: 'needs-evidence', maturity: 'implemented' };
    assert.deepEqual(json(of), {
      problems: [],
      openItems: [A, B].map((requirement) => ({ ...item, requirement, message: 'needs implemented evidence' })),
      project: [],
    });
  });

  it('is told by control where they are not, with the requirement where it is one', () => {
    const of = report({ type: 'e1', matrix: `01.a,None\n${A},Partial\n${B},Full`, documents: '01.a 01.c' });
    const { openItems } = json(of) as { readonly openItems: readonly Readonly<Record<string, unknown>>[] };
    assert.deepEqual(
      openItems.map(({ control, requirement, kind }) => [control, requirement, kind]),
      [
        ['01.a', undefined, 'needs-evidence'],
        ['01.c', A, 'needs-evidence'],
        ['01.c', undefined, 'coverage-needed'],
      ],
    );
  });

  for (const [severity, expected] of [
    ['error', true],
    ['warning', true],
    ['information', false],
    ['hint', false],
  ] as const) {
    it(`${expected ? 'is' : 'is not'} a finding where it is no more than of the severity ${severity}`, () => {
      const one = at('a.md', 1);
      const of = withProblems({ ...one, problem: { ...one.problem, severity } });
      assert.equal(hasFindings(checkReport(of, of.problems)), expected);
    });
  }
});
