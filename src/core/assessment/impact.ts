import type { Place } from '../problems';
import type { Subject } from '../csf/subject';
import { groupBy } from '../groupBy';
import { type Change, controlOf } from '../matrix/compare';
import { sameness } from './combine';
import type { Evidence } from './evidence';
import type { LocatedReference } from './mentions';
import type { OpenItem } from './openItems';
import type { InheritanceRequest } from './requests';
import type { ControlSummary, Summary, UnitSummary } from './summary';

/** Something of the assessment that a change of the matrix is about. */
export interface Touch {
  readonly what: 'reference' | 'evidence' | 'request';
  readonly file: string;
  readonly at: Place;
  /** What stands there: the id as it is written, the evidence's title, the state of the request. */
  readonly text: string;
}

/** What is open on a requirement, or on a control that stands in for its requirements, with one matrix and not with the other. */
export interface OpenChange {
  readonly control: string;
  readonly unit: string;
  readonly items: readonly OpenItem[];
}

/** A change of the matrix, and what it means for an assessment. */
export interface Impact {
  readonly change: Change;
  /** References first, in the order of files and lines. */
  readonly touches: readonly Touch[];
  readonly newlyOpen: readonly OpenChange[];
  readonly noLongerOpen: readonly OpenChange[];
}

/** All rows of the registers, those that do not count included: a change may be about them all the same. */
export interface Registers {
  readonly evidence: readonly Evidence[];
  readonly requests: readonly InheritanceRequest[];
}

/** Two summaries of the same records, made with the older matrix and with the newer one. */
export interface Summaries {
  readonly before: Summary;
  readonly after: Summary;
}

/** What each change touches, and what is open with the newer matrix and was not with the older one, and the other way round. */
export function impactOf(
  changes: readonly Change[],
  { before, after }: Summaries,
  { evidence, requests }: Registers,
): readonly Impact[] {
  const evidenceOf = groupBy(evidence, ({ control }) => control);
  const requestsOf = groupBy(requests, ({ control }) => control);
  const opened = openChanges(changes, before, after, ({ id, oldId }) => [id, oldId ?? id]);
  const closed = openChanges(changes, after, before, ({ id, oldId }) => [oldId ?? id, id]);
  return changes.map((change) => {
    const isAbout = aboutChange(change);
    const controls = controlsOf(change);
    const rows = <T extends Subject>(all: ReadonlyMap<string, readonly T[]>): readonly T[] =>
      controls.flatMap((control) => all.get(control) ?? []).filter(isAbout);
    const references = new Set(controls.flatMap((control) => after.controlById.get(control)?.references ?? []));
    return {
      change,
      touches: [
        ...[...references].filter((reference) => isReferenceTo(reference, change)).map(touchOf),
        ...rows(evidenceOf).map(({ file, line, title }): Touch => ({
          what: 'evidence',
          file,
          at: { line },
          text: title,
        })),
        ...rows(requestsOf).map(({ file, line, state }): Touch => ({
          what: 'request',
          file,
          at: { line },
          text: state,
        })),
      ],
      newlyOpen: opened.get(change) ?? [],
      noLongerOpen: closed.get(change) ?? [],
    };
  });
}

/** The controls that a change is about: two, where a requirement went from one to another under its CVID. */
function controlsOf({ control, old }: Change): readonly string[] {
  const [unit] = old?.units ?? [];
  return [...new Set([control, ...(unit ? [controlOf(unit)] : [])])];
}

/** Whether a row is about what changed: a row of a whole control is about each of its requirements, and the other way round. */
function aboutChange({ id, oldId, control }: Change): (row: Subject) => boolean {
  return ({ requirement }) =>
    requirement === undefined || id === control || requirement === id || requirement === oldId;
}

function isReferenceTo({ kind, ids }: LocatedReference, { id, oldId, control }: Change): boolean {
  return kind !== 'requirement' || id === control || ids.includes(id) || (oldId !== undefined && ids.includes(oldId));
}

function touchOf({ file, start, end, text }: LocatedReference): Touch {
  return { what: 'reference', file, at: { start, end }, text };
}

/** Changes by which a control has other requirements than before. */
const OF_WHOLE_CONTROLS: ReadonlySet<Change['kind']> = new Set(['regrained', 'added', 'removed']);

/**
 * What is open in one summary and not in the other, by the change that it comes from. Only controls that a change is
 * about are looked at: without a change of the matrix nothing opens or closes.
 *
 * @param idsOf the id of what changed in the one summary, then in the other
 */
function openChanges(
  changes: readonly Change[],
  other: Summary,
  one: Summary,
  idsOf: (change: Change) => readonly [string, string],
): ReadonlyMap<Change, readonly OpenChange[]> {
  const byId = new Map(changes.map((change) => [idsOf(change)[0], change]));
  const byOtherId = new Map(changes.map((change) => [idsOf(change)[1], change]));
  const causes = changes.flatMap((change) => controlsOf(change).map((control) => ({ control, change })));
  const found = new Map<Change, OpenChange[]>();
  for (const [control, about] of groupBy(causes, (cause) => cause.control)) {
    for (const unit of one.controlById.get(control)?.units ?? []) {
      const own = byId.get(unit.id);
      const before = counterparts(unit, own ? idsOf(own)[1] : unit.id, own ? controlsOf(own) : [control], other);
      const known = new Set(before.flatMap(({ openItems }) => openItems.map(sameness)));
      const items = unit.openItems.filter((item) => !known.has(sameness(item)));
      if (items.length === 0) continue;
      // A requirement that did not change itself is there, or is not, because others of its control are not, or are.
      const [{ change: first }] = about;
      const change =
        own ??
        byOtherId.get(unit.id) ??
        about.find(({ change }) => OF_WHOLE_CONTROLS.has(change.kind))?.change ??
        first;
      found.set(change, [...(found.get(change) ?? []), { control, unit: unit.id, items }]);
    }
  }
  return found;
}

/** What a unit was in the other summary: itself, or where one stands in for the other, all of its control. */
function counterparts(
  unit: UnitSummary,
  otherId: string,
  controls: readonly string[],
  other: Summary,
): readonly UnitSummary[] {
  const all = controls.flatMap((control) => other.controlById.get(control) ?? []);
  const same = all.flatMap(({ units }) => units).find(({ id }) => id === (unit.listed ? unit.id : otherId));
  if (same) return [same];
  const isStandIn = (control: ControlSummary): boolean => control.units.some(({ id }) => id === control.id);
  return all.filter((control) => unit.id === control.id || isStandIn(control)).flatMap(({ units }) => units);
}
