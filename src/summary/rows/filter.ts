import { FACETS } from '../content';
import type { View } from '../pageState';
import type { RowTree } from './rowTree';

/**
 * The rows, by their index, that a view's filter leaves: those with a 1. A row has one of the values of each facet that is
 * asked for, and is among the hits of the search. Where a control's requirements are listed the figures count them, so it
 * is in by those that are in, whatever stands in its own row.
 */
export function filterRows(tree: RowTree, facets: View['facets'], hits: Uint8Array): Uint8Array {
  const { rows, controls, requirementsOf, valuesOf } = tree;
  const passing = hits.slice();
  for (const facet of FACETS) {
    if (facets[facet].length === 0) continue;
    const wanted = new Set(facets[facet]);
    for (const index of rows.keys()) {
      if (!valuesOf(index, facet).some((value) => wanted.has(value))) passing[index] = 0;
    }
  }
  for (const control of controls) {
    const requirements = requirementsOf(control);
    if (requirements.length > 0) passing[control] = requirements.some((index) => passing[index] === 1) ? 1 : 0;
  }
  return passing;
}
