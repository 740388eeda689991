import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { together } from '../../../../src/core/assessment/evaluateControl';
import { restrictSummary } from '../../../../src/core/assessment/restrictSummary';
import type { Summary } from '../../../../src/core/assessment/summary';
import { summary } from '../../given';
import { anyReport, CALENDAR } from '../report/given';

const A = '1149.01c2System.9';
const B = '1150.01c1System.10';
const listed = summary({
  type: 'e1',
  matrix: `${A},Partial\n${B},Full`,
  list: `${A},0873.0\n${B}\n1118.01j2Organizational.124`,
  documents: { 'a.md': `01.c ${A}`, 'b.md': B, 'c.md': '01.j 14.a' },
  evidence: `01.c,,https://x.y/whole\n${A},,https://x.y/a\n${B},,https://x.y/b`,
  requests: `${A},approved\n${B},submitted`,
  profile: { calendar: CALENDAR, outside: [{ service: 'Azure Maps', reason: 'not-listed' }] },
});
const idsOf = ({ controls }: Summary): readonly string[] =>
  controls.flatMap(({ id, units }) => [id, ...units.flatMap((unit) => (unit.listed ? [unit.id] : []))]);

describe('a part of a summary', () => {
  it('has a control with all its requirements where the control is asked for', () => {
    const part = restrictSummary(listed, ['01.c']);
    assert.deepEqual(part.controls, [listed.controlById.get('01.c')]);
    assert.deepEqual([part.totals.controls, part.totals.requirements, part.controlById.has('01.j')], [1, 2, false]);
  });

  it('has of a control exactly the requirements that are asked for, and its status, evidence and references by them', () => {
    const [control, ...others] = restrictSummary(listed, [B]).controls;
    assert.ok(control && others.length === 0);
    assert.deepEqual(
      control.units.map(({ id }) => id),
      [B],
    );
    const { responsibility, status, openItems } = together(control.units);
    assert.deepEqual([control.responsibility, control.status, control.openItems], [responsibility, status, openItems]);
    assert.deepEqual([control.responsibility, control.status], ['azure', 'awaiting-approval']);
    assert.deepEqual(
      control.evidence.map(({ location }) => location),
      ['https://x.y/b'],
    );
    assert.deepEqual(
      control.references.map(({ text }) => text),
      ['01.c', B],
    );
  });

  it('keeps what is told of the whole assessment', () => {
    const part = restrictSummary(listed, [B]);
    for (const key of ['name', 'basis', 'project', 'calendar', 'assumptions', 'unresolved', 'problems'] as const)
      assert.deepEqual(part[key], listed[key], key);
    assert.equal(part.unresolved.length, 1);
    assert.equal(part.project.length, 1);
  });

  it('is nothing where none of it is in scope', () => {
    const part = restrictSummary(listed, ['14.a', '', '1202.09aa1System.1']);
    assert.deepEqual([part.controls, part.totals.controls, part.totals.requirements], [[], 0, 0]);
  });

  it('is the whole where everything is asked for, and never more than was asked for', () => {
    fc.assert(
      fc.property(anyReport, fc.infiniteStream(fc.boolean()), ({ summary: whole }, coin) => {
        const all = restrictSummary(whole, idsOf(whole));
        assert.deepEqual([all.totals, all.controls], [whole.totals, whole.controls]);
        const asked = idsOf(whole).filter(() => coin.next().value);
        const part = restrictSummary(whole, asked);
        for (const { id, units } of part.controls) {
          if (asked.includes(id)) assert.deepEqual(units, whole.controlById.get(id)?.units);
          else assert.ok(units.length > 0 && units.every((unit) => asked.includes(unit.id)), id);
        }
        assert.ok(
          asked.every((id) => idsOf(part).includes(id)),
          'all that was asked for',
        );
      }),
    );
  });
});
