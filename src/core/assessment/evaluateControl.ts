import type { Subject } from '../csf/subject';
import type { MatrixEntry } from '../matrix/matrix';
import { controlVerdict, type MatrixIndex, type Unit } from '../matrix/rollUp';
import { serviceFinder } from '../azure/serviceNames';
import { type ApplicabilityVerdict, judgeApplicability } from './applicability';
import { areSame, isSame } from './byControl';
import { combineOpenItems } from './combine';
import type { Evidence } from './evidence';
import { scoredLevels } from './maturity';
import { evaluate, type Evaluation, type Recorded, type Terms } from './openItems';
import type { Records } from './records';
import { eachOnce, type ListedRequirement } from './requirementList';
import { type InheritanceRequest, lastOfUnit } from './requests';
import { STATUSES } from './status';
import type { AssessmentProfile, ControlSummary } from './summary';

/** A requirement, or a control standing in for its requirements, with what is open on it. */
export interface UnitSummary extends Evaluation, Unit {
  /** Its row in the requirement list, and what became of its applicability. */
  readonly listed?: ListedRequirement;
  readonly applicability?: ApplicabilityVerdict;
  /** To any provider, in any state. */
  readonly requests: readonly InheritanceRequest[];
}

type Evaluated = Pick<ControlSummary, 'responsibility' | 'counts' | 'status' | 'openItems' | 'units'>;
type WithEvidence = Evaluated & Pick<ControlSummary, 'evidence' | 'notYetMapped'>;

interface Known {
  readonly recorded: readonly unknown[];
  readonly mentioned: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly pending: readonly Evidence[];
  readonly evaluated: Evaluated;
  readonly withEvidence: WithEvidence;
}

/** What holds for every requirement of an assessment. */
export function termsOf({ type, addedLevels, today, calendar, lapsed }: AssessmentProfile): Terms {
  return { levels: scoredLevels(type, addedLevels), today, ...(calendar && { calendar }), ...(lapsed && { lapsed }) };
}

/** Makes the function that tells what is recorded for a requirement of a control, by the records as they are then. */
export function createRecorded(
  matrix: MatrixIndex,
  records: Records,
  profile: AssessmentProfile,
): (control: string) => (unit: ScopeUnit) => Recorded {
  const { hasList = false } = profile;
  const uncoveredIn = createUncovered(profile);
  return (control) => {
    const { items: evidence } = records.evidence.of(control);
    const { items: pending } = records.pending.of(control);
    const { items: requests } = records.requests.of(control);
    const { items: gaps } = records.gaps.of(control);
    return (unit) => {
      const isOwn = isFor([unit], matrix, hasList);
      return {
        evidence: evidence.filter(isOwn),
        pending: pending.filter(isOwn),
        requests: lastOfUnit(requests.filter(isOwn), unit.id).requests,
        gaps: gaps.filter((gap) => gap.requirement === undefined || isOwn(gap)),
        uncovered: uncoveredIn(unit.verdict.entries),
        ...(unit.applicability?.applies === false && { notApplicable: unit.applicability.why }),
      };
    };
  };
}

/** Evaluates a control, unless what is recorded for it is what was recorded the last time. */
export function createEvaluator(
  matrix: MatrixIndex,
  records: Records,
  profile: AssessmentProfile,
): (id: string) => WithEvidence {
  const { hasList = false } = profile;
  const terms = termsOf(profile);
  const recordedOf = createRecorded(matrix, records, profile);
  const all = new Map<string, Known>();
  return (id) => {
    const recorded = [
      records.mentioned.of(id),
      records.listed.of(id),
      records.evidence.of(id),
      records.pending.of(id),
      records.requests.of(id),
      records.gaps.of(id),
    ] as const;
    const [{ items: mentioned }, listed, { items: evidence }, { items: pending }, requests, gaps] = recorded;
    const last = all.get(id);
    if (last && recorded.every((each, index) => each === last.recorded[index])) return last.withEvidence;
    const isAsItWas =
      last?.recorded[1] === listed &&
      last.recorded[4] === requests &&
      last.recorded[5] === gaps &&
      (hasList || areSame(mentioned, last.mentioned)) &&
      areSameButForPlace(evidence, last.evidence) &&
      areSameButForPlace(pending, last.pending);
    const evaluateUnits = (): Evaluated => {
      const units: readonly ScopeUnit[] = hasList
        ? listedUnits(id, listed.items, matrix, profile)
        : matrix.control(id, mentioned).units;
      const recordedFor = recordedOf(id);
      return together(
        units.map((unit): UnitSummary => {
          const own = recordedFor(unit);
          return { requests: own.requests, ...evaluate(unit.verdict, own, terms), ...unit };
        }),
      );
    };
    const evaluated = isAsItWas ? last.evaluated : evaluateUnits();
    const isCounted = isFor(evaluated.units, matrix, hasList);
    const known = {
      recorded,
      mentioned,
      evidence,
      pending,
      evaluated,
      withEvidence: {
        evidence: evidence.filter(isCounted),
        notYetMapped: hasList ? evidence.filter(({ requirement }) => requirement === undefined) : [],
        ...evaluated,
      },
    };
    all.set(id, known);
    return known.withEvidence;
  };
}

type ScopeUnit = Unit & Pick<UnitSummary, 'listed' | 'applicability'>;

function listedUnits(
  control: string,
  listed: readonly ListedRequirement[],
  matrix: MatrixIndex,
  { type, carveOuts = [], provider }: AssessmentProfile,
): readonly ScopeUnit[] {
  return eachOnce(listed.filter(({ applicability }) => applicability !== 'removed')).map((row) => {
    const unit = matrix.requirement(row.requirement, control, row.cvid);
    if (row.applicability === 'in-scope') return { ...unit, listed: row };
    const context = { type, carveOuts, ...(provider !== undefined && { provider }) };
    return { ...unit, listed: row, applicability: judgeApplicability(row, unit.verdict, context) };
  });
}

/** What a control's requirements come to: those that are not applicable count for its status only. */
export function together(units: readonly UnitSummary[]): Evaluated {
  const applicable = units.filter(({ status }) => status !== 'not-applicable');
  const scored = applicable.length > 0 ? applicable : units;
  const { responsibility, counts } = controlVerdict(scored);
  return {
    responsibility,
    counts,
    status: STATUSES.find((status) => units.some((unit) => unit.status === status)) ?? 'unknown',
    openItems: combineOpenItems(scored),
    units,
  };
}

/**
 * Whether a row is for any of these requirements, by any of their ids. Without a requirement list a row for the control
 * speaks for all its requirements (rule 4).
 */
export function isFor(units: readonly Unit[], matrix: MatrixIndex, hasList: boolean): (row: Subject) => boolean {
  const ids = new Set(units.flatMap(({ id, otherIds }) => [id, ...otherIds]));
  return ({ requirement, control }) =>
    requirement === undefined ? !hasList : ids.has(requirement) || ids.has(matrix.idOf(requirement, control));
}

/** Tells which services outside the audit scope the words of a requirement's rows name. */
function createUncovered({
  outside = [],
  services = [],
}: AssessmentProfile): (entries: readonly MatrixEntry[]) => readonly string[] {
  const finders = outside.map(({ service }) => ({ service, isNamedIn: serviceFinder(service, services) }));
  return (entries) => {
    const texts =
      finders.length > 0
        ? entries.flatMap(({ customerText = '', providerText = '' }) => [customerText, providerText])
        : [];
    return finders.filter(({ isNamedIn }) => texts.some(isNamedIn)).map(({ service }) => service);
  };
}

/** Whether a verdict that rests on some evidence would rest on the other: a new line moves the evidence below it. */
function areSameButForPlace(some: readonly Evidence[], others: readonly Evidence[]): boolean {
  return some.length === others.length && some.every((one, index) => isSameButForPlace(one, others[index]));
}

function isSameButForPlace(one: Evidence, other: Evidence | undefined): boolean {
  return (
    one.requirement === other?.requirement &&
    one.maturity === other?.maturity &&
    one.title === other?.title &&
    one.type === other.type &&
    one.state === other.state &&
    isSame(one.dates, other.dates)
  );
}
