import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { json } from '../../../../src/core/report/json';
import type { Report } from '../../../../src/core/report/report';
import { commandLine } from '../../commandLine';
import { anyReport, CALENDAR, policy, report } from './given';

const schema = JSON.parse(readFileSync('data/scoping-summary.schema.json', 'utf8')) as object;
const validate = new Ajv({ allErrors: true, strict: true }).compile(schema);

function assertValid(text: string): void {
  validate(JSON.parse(text));
  assert.deepEqual(validate.errors ?? [], []);
}

const textOf = (of: Report): string => new TextDecoder().decode(json.write(of));

describe('the published schema of the JSON summary', function () {
  const run = commandLine(this);

  it('holds for any assessment', () => {
    fc.assert(
      fc.property(anyReport, (of) => {
        assertValid(textOf(of));
      }),
    );
  });

  it('holds for the sample', () => {
    const { status, out } = run(
      ...['export', '--project', `${process.cwd()}/data/sample/inheritance-scope.json`, '--today', '2027-03-24'],
      ...['--format', 'json'],
    );
    assert.equal(status, 0);
    assertValid(out);
  });

  const A = '1149.01c2System.9';
  const whole = textOf(
    report(
      {
        type: 'r2',
        matrix: `${A},Partial`,
        list: `${A},0873.0`,
        documents: '01.c 14.a',
        evidence: `${A},policy,https://x.y/z`,
        requests: `${A},submitted,external,50,yes`,
        gaps: `G-1,${A},policy,closed,2027-03-01`,
        profile: { calendar: CALENDAR },
      },
      { policy: new Map([[A, policy(A)]]) },
    ),
  );

  it('does not hold where a key that stays is missing, at any level', () => {
    assertValid(whole);
    const keys = [
      ...['head', 'controls', 'gaps', 'tool', 'sha256', 'byStatus', 'places', 'units', 'openItemRows'],
      ...['requestRows', 'state', 'partialView', 'openItems', 'why', 'reason', 'line'],
    ];
    for (const missing of keys) {
      const without: unknown = JSON.parse(whole, (key, value: unknown) => (key === missing ? undefined : value));
      assert.equal(validate(without), false, missing);
    }
  });

  it('does not hold for a status that there is none of', () => {
    assert.equal(validate(JSON.parse(whole.replaceAll('"status": "needs-evidence"', '"status": "fine"'))), false);
  });
});
