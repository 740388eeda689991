import type { LocatedReference } from './mentions';
import { withUnits } from './controlGroups';
import { isFor } from './evaluateControl';
import { type ControlSummary, type Summary, totalsOf } from './summary';

/**
 * A summary as it would be with some of its controls and requirements only: a control that is asked for has all its
 * requirements in scope, one that only requirements of are asked for has exactly those. What is told of the whole
 * assessment (its open items, its days, ids that could not be resolved, problems) stays; ids that are not in scope say
 * nothing.
 */
export function restrictSummary(summary: Summary, ids: Iterable<string>): Summary {
  const wanted = new Set(ids);
  const controls = summary.controls.flatMap((control) => restrictControl(control, wanted, summary));
  const controlById = new Map(controls.map((control) => [control.id, control]));
  return {
    ...summary,
    totals: totalsOf(controls, summary.basis === 'requirements'),
    controls,
    controlById,
    referencesOf: (id) => controlById.get(id)?.references ?? [],
  };
}

/** None where nothing of the control is wanted. */
function restrictControl(
  control: ControlSummary,
  wanted: ReadonlySet<string>,
  { basis, matrix }: Summary,
): readonly ControlSummary[] {
  if (wanted.has(control.id)) return [control];
  const units = control.units.filter(({ id }) => wanted.has(id));
  if (units.length === 0) return [];
  if (units.length === control.units.length) return [control];
  const isOwn = isFor(units, matrix, basis === 'requirements');
  const isOfOwn = ({ kind, ids }: LocatedReference): boolean =>
    kind !== 'requirement' || ids.some((requirement) => isOwn({ requirement, control: control.id }));
  return [
    {
      ...withUnits(control, units),
      allUnits: control.units.length,
      evidence: control.evidence.filter(isOwn),
      references: control.references.filter(isOfOwn),
    },
  ];
}
