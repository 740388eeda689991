import assert from 'node:assert/strict';
import { english } from '../../../../src/core/message';
import { PROBLEM_CODES, severityOf } from '../../../../src/core/problems';
import { problemPage } from '../../../../src/core/report/problemPage';

describe('what a problem means', () => {
  it('is said of every code: in words, how severe it is, and how to have it otherwise', () => {
    for (const code of PROBLEM_CODES) {
      const page = problemPage(code, english);
      assert.doesNotMatch(page, /\{\d\}/);
      assert.ok(page.startsWith(`# ${code}\n`));
      for (const part of [
        `Severity: ${severityOf({ code })}`,
        `"problems": { "${code}": "off" }`,
        `"inheritanceScope.problems.severity": { "${code}": "off" }`,
      ])
        assert.ok(page.includes(part), `${code}: ${part}`);
    }
  });

  it('says how to ignore it, but not of a problem of such a comment', () => {
    assert.ok(problemPage('unknown-control', english).includes('inheritance-scope-ignore unknown-control: the reason'));
    assert.ok(!problemPage('unused-ignore', english).includes('inheritance-scope-ignore'));
  });
});
