import type { Catalog } from '../csf/catalog';
import { parseRequirementId } from '../csf/requirementId';
import type { Reference } from '../csf/scanner';
import { subjectOf, type Subject } from '../csf/subject';
import type { ControlVerdict } from '../matrix/rollUp';
import { type Message, message } from '../message';
import { isFor } from './evaluateControl';
import { headline, unitHeadline, whose as whoseUnit } from './headline';
import { RESPONSIBILITY_ORDER } from './status';
import type { ControlSummary, Summary, UnitSummary } from './summary';

type Responsibility = ControlVerdict['responsibility'];

/** Who is responsible for what a reference names; `mixed` where the ids of a range differ, null where none is known. */
export function responsibilityOf(reference: Reference, summary: Summary, catalog: Catalog): Responsibility {
  const found = namedBy(reference, summary, catalog);
  const values = new Set(found.length > 0 ? found.map(whose) : notListed(reference, summary, catalog));
  const [only = null] = values;
  return values.size > 1 ? 'mixed' : only;
}

/** Who is responsible by the matrix for what the requirement list does not hold. */
function notListed({ kind, ids }: Reference, { matrix }: Summary, catalog: Catalog): readonly Responsibility[] {
  if (kind !== 'requirement') return ids.map((id) => matrix.control(id).responsibility);
  return ids.flatMap((id) => {
    const control = parseRequirementId(id, catalog)?.control;
    return control === undefined ? [] : [matrix.requirement(id, control).verdict.responsibility];
  });
}

/** What a reference names in a few words; of a range how its controls are spread, and how many have open items. */
export function referenceHeadline(reference: Reference, summary: Summary, catalog: Catalog): readonly Message[] {
  const [only, ...others] = subjectOf(reference, catalog);
  if (only && others.length === 0) return subjectHeadline(only, summary);
  const found = namedBy(reference, summary, catalog);
  if (found.length === 0)
    return [message(responsibilityOf(reference, summary, catalog) ?? 'unknown'), outOfScope(summary)];
  const counts = RESPONSIBILITY_ORDER.flatMap((value) => {
    const count = found.filter((each) => (whose(each) ?? 'unknown') === value).length;
    return count > 0 ? [message(`count-${value}`, count)] : [];
  });
  const open = found.filter(({ openItems }) => openItems.length > 0).length;
  const outside = reference.ids.length - found.length;
  return [
    message('headline-controls', reference.ids.length),
    message('list', counts),
    open > 0 ? message('headline-open-of', open, found.length) : message('headline-nothing-open'),
    ...(outside > 0 ? [message('headline-not-listed-of', outside)] : []),
  ];
}

/** A control or a requirement in a few words: whose it is, and what is open, or that it is not in scope. */
export function subjectHeadline({ control: id, requirement }: Subject, summary: Summary): readonly Message[] {
  const control = summary.controlById.get(id);
  if (requirement === undefined) {
    return control
      ? headline(control)
      : [message(summary.matrix.control(id).responsibility ?? 'unknown'), outOfScope(summary)];
  }
  const unit = unitFor(requirement, control, summary);
  return unit
    ? unitHeadline(unit)
    : [whoseUnit(summary.matrix.requirement(requirement, id).verdict), outOfScope(summary)];
}

/** That something is not in scope, in words. */
export function outOfScope({ basis }: Pick<Summary, 'basis'>): Message {
  return message(basis === 'requirements' ? 'headline-not-listed' : 'not-in-scope');
}

/** Makes the function that tells whether a control or a requirement is in scope: a matrix has thousands of rows. */
export function createIsInScope({ controls, controlById, matrix }: Summary): (subject: Subject) => boolean {
  const ids = new Set(controls.flatMap(({ units }) => units.flatMap(({ id, otherIds }) => [id, ...otherIds])));
  return ({ control, requirement }) =>
    requirement === undefined
      ? controlById.has(control)
      : ids.has(requirement) || ids.has(matrix.idOf(requirement, control));
}

/** Whether anything is open on what a reference names; of a range on any of its controls. */
export function hasOpenItems(reference: Reference, summary: Summary, catalog: Catalog): boolean {
  return namedBy(reference, summary, catalog).some(({ openItems }) => openItems.length > 0);
}

/** The controls and requirements in scope that a reference names. */
export function namedBy(
  { kind, ids }: Reference,
  summary: Summary,
  catalog: Catalog,
): readonly (ControlSummary | UnitSummary)[] {
  if (kind !== 'requirement') return ids.flatMap((id) => summary.controlById.get(id) ?? []);
  return ids.flatMap((id) => {
    const control = parseRequirementId(id, catalog)?.control ?? '';
    return unitFor(id, summary.controlById.get(control), summary) ?? [];
  });
}

/**
 * The unit that a requirement of a control belongs to. Without a requirement list, in a matrix by control, the control's
 * one unit speaks for it.
 */
export function unitFor(
  requirement: string,
  control: ControlSummary | undefined,
  { matrix, basis }: Summary,
): UnitSummary | undefined {
  const units = control?.units ?? [];
  // One of the list can have rows of the matrix that bear the id of another one.
  const own =
    units.find(({ id }) => id === requirement) ??
    units.find((unit) => isFor([unit], matrix, true)({ requirement, control: control?.id ?? '' }));
  return own ?? (basis === 'requirements' ? undefined : units.find(({ id }) => id === control?.id));
}

function whose(found: ControlSummary | UnitSummary): Responsibility {
  return 'verdict' in found ? found.verdict.responsibility : found.responsibility;
}
