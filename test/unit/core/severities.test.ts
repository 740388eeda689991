import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { problem, PROBLEM_CODES, problemKey, severityOf } from '../../../src/core/problems';
import { readSeverities, SEVERITY_SETTINGS, withSeverities } from '../../../src/core/severities';
import { readManifest } from '../manifest';

const UNKNOWN = problem('unknown-control', 'a.md', { start: 0, end: 4 }, '14.a');
const REPEATED = problem('duplicate-row', 'srm.csv', { line: 5 }, '01.c', 3);

describe('severities', () => {
  it('are those of the table, but for what is set', () => {
    const found = withSeverities([UNKNOWN, REPEATED], { 'unknown-control': 'error' });
    assert.deepEqual(found.map(severityOf), ['error', 'information']);
  });

  it('that are off leave the problems of that code out, and no other', () => {
    assert.deepEqual(withSeverities([UNKNOWN, REPEATED, UNKNOWN], { 'unknown-control': 'off' }), [REPEATED]);
  });

  it('change nothing else of a problem, and leave what is not set the same object', () => {
    const found = withSeverities([UNKNOWN, REPEATED], { 'unknown-control': 'hint' });
    assert.deepEqual(found, [{ ...UNKNOWN, severity: 'hint' }, REPEATED]);
    assert.equal(found[1], REPEATED);
    assert.deepEqual(found.map(problemKey), [UNKNOWN, REPEATED].map(problemKey));
    assert.notEqual(problemKey(UNKNOWN), problemKey(problem('unknown-control', 'b.md', UNKNOWN.at, '14.a')));
  });

  it('are read from a setting as far as it has known codes and words', () => {
    assert.deepEqual(
      readSeverities({ 'unknown-control': 'off', 'file-empty': 'loud', 'no-such-code': 'off', 'missing-id': 3 }),
      { 'unknown-control': 'off' },
    );
  });

  it('are read from anything without a failure', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (value) => {
        const read = readSeverities(value);
        for (const code of Object.keys(read)) assert.ok(PROBLEM_CODES.some((known) => known === code));
      }),
    );
  });
});

describe('the setting of severities', () => {
  const { 'inheritanceScope.problems.severity': setting } = readManifest().contributes.configuration
    .properties as unknown as {
    readonly 'inheritanceScope.problems.severity': {
      readonly scope: string;
      readonly additionalProperties: unknown;
      readonly allOf: readonly { readonly additionalProperties: { readonly enum: unknown } }[];
      readonly properties: Readonly<Record<string, { readonly default: string; readonly description: string }>>;
    };
  };

  it('has every code with its severity, as `node scripts/listProblems.mjs` writes them, and takes no other', () => {
    assert.deepEqual(
      Object.entries(setting.properties).map(([code, at]) => [code, at.default, at.description]),
      PROBLEM_CODES.map((code) => {
        const severity = severityOf({ code });
        return [code, severity, `%severity.default.${severity}%`];
      }),
    );
    assert.equal(setting.additionalProperties, false);
  });

  it('takes the words that the reader takes, and can be another in each folder', () => {
    assert.deepEqual(
      setting.allOf.map(({ additionalProperties }) => additionalProperties.enum),
      [SEVERITY_SETTINGS],
    );
    assert.equal(setting.scope, 'resource');
  });
});
