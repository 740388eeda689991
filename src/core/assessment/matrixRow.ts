import type { Subject } from '../csf/subject';
import type { MatrixEntry } from '../matrix/matrix';
import type { MatrixIndex, Unit, Verdict } from '../matrix/rollUp';
import { type Message, message } from '../message';
import { whose } from './headline';
import type { LocatedReference } from './mentions';
import { unitFor } from './referenceSummary';
import { UNKNOWN_REASONS } from './openItems';
import type { Summary } from './summary';

/**
 * Makes the function that says in a few words whose a row of the matrix is: by all rows for its id, for that is what
 * counts. It says so where the row itself does not count. Asks the matrix once for each control, since a file has
 * thousands of rows.
 */
export function createRowHeadlines(matrix: MatrixIndex): (entry: MatrixEntry) => readonly Message[] {
  const known = new Map<string, readonly Unit[]>();
  const unitsOf = (control: string): readonly Unit[] => {
    const { units } = known.has(control) ? { units: known.get(control) ?? [] } : matrix.control(control);
    known.set(control, units);
    return units;
  };
  return (entry) => {
    const { control, requirement } = entry;
    const units = unitsOf(control);
    const id = requirement === undefined ? control : matrix.idOf(requirement, control);
    const unit = units.find(({ verdict }) => verdict.entries.includes(entry)) ?? units.find((each) => each.id === id);
    return rowHeadline(entry, unit?.verdict);
  };
}

function rowHeadline(entry: MatrixEntry, verdict: Verdict | undefined): readonly Message[] {
  const own = message(entry.responsibility ?? 'unknown');
  if (!verdict) return [own, message('row-not-counted')];
  if (!verdict.entries.includes(entry)) return [own, message('row-other-version')];
  return [
    whose(verdict),
    ...(verdict.unknown ? [message(UNKNOWN_REASONS[verdict.unknown])] : []),
    ...(verdict.elements && entry.element !== undefined ? [message('row-element', own)] : []),
  ];
}

/**
 * The places in the documents that are about any of these. About a control is what names it or one of its requirements;
 * about a requirement what names it, or its whole control, alone or in a range. Each place once.
 */
export function referencesTo(
  subjects: readonly Subject[],
  { referencesOf, matrix }: Summary,
): readonly LocatedReference[] {
  const found = subjects.flatMap(({ control, requirement }) => {
    const unit = requirement === undefined ? undefined : matrix.idOf(requirement, control);
    return referencesOf(control).filter(
      ({ kind, ids }) =>
        kind !== 'requirement' || unit === undefined || ids.some((id) => matrix.idOf(id, control) === unit),
    );
  });
  return [...new Set(found)];
}

/**
 * The rows of the matrix that speak for any of these, each once: of a control its requirements' rows, or its own; of a
 * requirement its rows or, in a matrix by control, its control's.
 */
export function rowsOf(subjects: readonly Subject[], summary: Summary): readonly MatrixEntry[] {
  const { matrix, controlById } = summary;
  const found = subjects.flatMap(({ control, requirement }) => {
    // What is listed may have found its rows by its CVID.
    const inScope = requirement === undefined ? undefined : unitFor(requirement, controlById.get(control), summary);
    if (inScope) return inScope.verdict.entries;
    const { units } = matrix.control(control, requirement === undefined ? [] : [requirement]);
    const unit = requirement === undefined ? undefined : matrix.idOf(requirement, control);
    const own = units.filter(({ id }) => id === unit);
    const speaking =
      requirement === undefined ? units : own.length > 0 ? own : units.filter(({ id }) => id === control);
    return speaking.flatMap(({ verdict }) => verdict.entries);
  });
  return [...new Set(found)];
}
