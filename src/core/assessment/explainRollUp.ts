import { type Message, message } from '../message';
import type { Unit } from '../matrix/rollUp';

/** How rows of the matrix came to one verdict, where they do not show it themselves (README, rule 2). */
export function explainRollUp(units: readonly Unit[]): readonly Message[] {
  return units.flatMap(({ id, otherIds, verdict: { responsibility, elements } }) => [
    ...(elements && responsibility
      ? [message('rollup-elements', id, elements.inheritable, elements.total, message(responsibility))]
      : []),
    ...(otherIds.length > 0 ? [message('rollup-joined', id, otherIds)] : []),
  ]);
}
