import assert from 'node:assert/strict';
import { restrictSummary } from '../../../../src/core/assessment/restrictSummary';
import { exporters } from '../../../../src/core/report/exporters';
import type { Report } from '../../../../src/core/report/report';
import type { Given } from '../../given';
import { report } from './given';

const given: Given = {
  type: 'e1',
  matrix: '1149.01c2System.9,Partial\n1150.01c1System.10,Full',
  list: '1149.01c2System.9\n1150.01c1System.10\n1118.01j2Organizational.124',
  documents: '01.c 01.j',
};
const FILTER = { words: 'needs <evidence>', controls: 1, allControls: 2, requirements: 1, allRequirements: 3 };
const part = (words = FILTER.words): Report => {
  const whole = report(given);
  return {
    ...whole,
    summary: restrictSummary(whole.summary, ['1150.01c1System.10']),
    filter: { ...FILTER, words },
  };
};
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('an export of a part', () => {
  for (const exporter of exporters) {
    const { format } = exporter;
    it(`says in ${format} that it is one, by what, and of how much`, () => {
      const filtered = text(exporter.write(part('web'))).replaceAll('\\', '');
      assert.ok(filtered.includes('Only what was filtered: web (1 of 3 requirements, 1 of 2 controls)'));
      const selected = text(exporter.write(part(''))).replaceAll('\\', '');
      assert.ok(selected.includes('Only what was selected (1 of 3 requirements, 1 of 2 controls)'));
      assert.doesNotMatch(text(exporter.write(report(given))), /Only what was|Totals of this part/);
    });

    it(`has in ${format} nothing of what was not asked for, and no figure that reads like one of the whole`, () => {
      const written = text(exporter.write(part()));
      for (const other of ['1149.01c2System.9', '1118.01j2Organizational.124', '01.j'])
        assert.ok(!written.includes(other), other);
      assert.ok(written.includes('1150.01c1System.10'));
      assert.doesNotMatch(written, /\d %|"percentage"|Readiness by|in scope: /);
    });

    // The sheet of requests tells nothing of a control as a whole.
    if (format === 'requests') continue;
    it(`says in ${format} which control it tells by some of its requirements only`, () => {
      const said = format === 'json' ? /"allRequirements": 2\b/ : /only 1 of its 2 requirements/;
      const written = (ids: readonly string[]): string => {
        const whole = report(given);
        const restricted = restrictSummary(whole.summary, ids);
        return text(exporter.write({ ...whole, summary: restricted, filter: { ...FILTER, requirements: ids.length } }));
      };
      assert.match(written(['1150.01c1System.10']), said);
      for (const all of [['01.c'], ['1149.01c2System.9', '1150.01c1System.10'], ['1118.01j2Organizational.124']])
        assert.doesNotMatch(written(all), said);
      assert.doesNotMatch(text(exporter.write(report(given))), said);
    });
  }

  it('says in JSON which part it is in a form for programs too', () => {
    const json = exporters.find(({ format }) => format === 'json');
    const { head, readiness } = JSON.parse(text(json?.write(part()) ?? new Uint8Array())) as Record<string, unknown>;
    const { filter } = head as { filter: object };
    assert.deepEqual(filter, {
      ...FILTER,
      message: 'Only what was filtered: needs <evidence> (1 of 3 requirements, 1 of 2 controls)',
    });
    assert.deepEqual(readiness, { byDomain: [], byCategory: [] });
  });
});
