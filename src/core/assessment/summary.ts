import type { Catalog } from '../csf/catalog';
import { categoryOf, compareControls } from '../csf/controlId';
import type { Subject } from '../csf/subject';
import type { ControlVerdict, MatrixIndex, ResponsibilityCounts, Unit } from '../matrix/rollUp';
import type { Responsibility } from '../matrix/responsibility';
import { type Message, message } from '../message';
import { problem, type Problem } from '../problems';
import { combineOpenItems } from './combine';
import type { UsableEvidence } from './evidence';
import { type AssessmentType, type MaturityLevel, scoredLevels } from './maturity';
import type { LocatedReference, LocatedUnresolved } from './mentions';
import { evaluate, type Evaluation, type OpenItem } from './openItems';
import type { Records } from './records';
import type { InheritanceRequest } from './requests';
import { type Status, STATUSES } from './status';

/** What an assessment's project file and settings say of it. */
export interface AssessmentProfile {
  readonly name: string;
  readonly type: AssessmentType;
  /** Whether the type is an assumption, because neither project nor settings give one. */
  readonly typeIsAssumed: boolean;
  readonly addedLevels: readonly MaturityLevel[];
}

/** A requirement, or a control standing in for its requirements, with what is open on it. */
export interface UnitSummary extends Evaluation, Unit {}

export interface ControlSummary {
  readonly id: string;
  readonly title: string;
  /** `01` */
  readonly category: string;
  readonly responsibility: ControlVerdict['responsibility'];
  readonly counts: ResponsibilityCounts;
  readonly status: Status;
  /** Of all its requirements together. */
  readonly openItems: readonly OpenItem[];
  readonly units: readonly UnitSummary[];
  /** What counts. */
  readonly evidence: readonly UsableEvidence[];
  /** In the order of files and offsets. */
  readonly references: readonly LocatedReference[];
}

export interface Summary {
  readonly name: string;
  /** What scope rests on (README, rule 1). */
  readonly basis: 'documents';
  readonly totals: {
    readonly controls: number;
    readonly byResponsibility: Readonly<Record<Responsibility | 'mixed' | 'unknown', number>>;
    readonly byStatus: Readonly<Record<Status, number>>;
  };
  /** In the framework's order. */
  readonly controls: readonly ControlSummary[];
  /** The same by their ids. */
  readonly controlById: ReadonlyMap<string, ControlSummary>;
  /** What the matrices say of everything they hold. */
  readonly matrix: MatrixIndex;
  /** What was taken for granted, to be said beside the figures. */
  readonly assumptions: readonly Message[];
  /** What reads like an id in the documents and is none. */
  readonly unresolved: readonly LocatedUnresolved[];
  /** The same as problems, and what in the matrix and the registers contradicts itself or does not count. */
  readonly problems: readonly Problem[];
}

/**
 * Makes the function that says what is open on every control that the scoping documents mention, by the records as they
 * are when it is called. It evaluates a control again only when something else is recorded for it: most keys that are
 * pressed in a document move its references, and nothing else.
 */
export function createSummarizer(
  profile: AssessmentProfile,
  matrix: MatrixIndex,
  records: Records,
  catalog: Catalog,
): () => Summary {
  const { name, type, typeIsAssumed } = profile;
  const evaluateControl = createEvaluator(matrix, records, scoredLevels(type, profile.addedLevels));
  const summarizeControl = (id: string): ControlSummary => {
    const references = records.references.of(id);
    return {
      id,
      title: catalog.controls.get(id)?.title ?? '',
      category: categoryOf(id),
      ...evaluateControl(id),
      get references() {
        return references.items;
      },
    };
  };
  return () => {
    const controls = records.references.controls.toSorted(compareControls).map(summarizeControl);
    const controlById = new Map(controls.map((control) => [control.id, control]));
    const { unresolved, problems } = records;
    const rows = [records.evidence, records.requests].flatMap((all) =>
      all.controls.toSorted(compareControls).map((id) => all.of(id)),
    );
    return {
      name,
      basis: 'documents',
      totals: totalsOf(controls),
      controls,
      controlById,
      matrix,
      assumptions: [...(typeIsAssumed ? [message('assumed-type', type)] : []), ...versionsTaken(matrix)],
      unresolved,
      // Made when it is asked for: no lens waits for it.
      get problems() {
        const unused = rows.flatMap(({ items }) => findUnused(items, controlById, matrix));
        return [...unresolved.map(({ reason }) => reason), ...matrix.problems, ...problems, ...unused];
      },
    };
  };
}

/** Of which CSF versions the rows of the matrix are, where they are of several, and which were taken. */
function versionsTaken({ versions: { counts, hasOwn } }: MatrixIndex): readonly Message[] {
  const found = [...counts.keys()];
  if (found.length < 2) return [];
  return [hasOwn ? message('version-taken', found) : message('versions-together', found)];
}

type Evaluated = Pick<ControlSummary, 'responsibility' | 'counts' | 'status' | 'openItems' | 'units'>;

/** Evaluates a control, unless what is recorded for it is what was recorded the last time. */
function createEvaluator(
  matrix: MatrixIndex,
  records: Records,
  levels: readonly MaturityLevel[],
): (id: string) => Evaluated & Pick<ControlSummary, 'evidence'> {
  interface Known {
    readonly recorded: readonly unknown[];
    readonly key: string;
    readonly evaluated: Evaluated;
    readonly evidence: readonly UsableEvidence[];
  }
  const all = new Map<string, Known>();
  return (id) => {
    const recorded = [records.requirements.of(id), records.evidence.of(id), records.requests.of(id)] as const;
    const last = all.get(id);
    if (last && recorded.every((each, index) => each === last.recorded[index]))
      return { evidence: last.evidence, ...last.evaluated };
    const [{ items: mentioned }, { items: evidence }, { items: requests }] = recorded;
    // A new line moves the evidence below it, which leaves what is open as it is.
    const key = JSON.stringify([mentioned, evidence.map(({ requirement, maturity }) => [requirement, maturity])]);
    const evaluated =
      last?.key === key && last.recorded[2] === recorded[2]
        ? last.evaluated
        : evaluateControl(matrix.control(id, mentioned), matrix, evidence, requests, levels);
    const known = { recorded, key, evaluated, evidence: evidence.filter(isForAny(evaluated.units, matrix)) };
    all.set(id, known);
    return { evidence: known.evidence, ...evaluated };
  };
}

function evaluateControl(
  { units, ...verdict }: ControlVerdict,
  matrix: MatrixIndex,
  evidence: readonly UsableEvidence[],
  requests: readonly InheritanceRequest[],
  levels: readonly MaturityLevel[],
): Evaluated {
  const evaluated = units.map((unit): UnitSummary => {
    const ofUnit = isForAny([unit], matrix);
    const evidenced = new Set(evidence.filter(ofUnit).map(({ maturity }) => maturity));
    return { ...unit, ...evaluate(unit.verdict, { evidenced, requests: requests.filter(ofUnit) }, levels) };
  });
  return {
    ...verdict,
    status: STATUSES.find((status) => evaluated.some((unit) => unit.status === status)) ?? 'unknown',
    openItems: combineOpenItems(evaluated),
    units: evaluated,
  };
}

/** Without a requirement list a row for the control speaks for all its requirements (rule 4). */
function isForAny(units: readonly Unit[], matrix: MatrixIndex): (row: Subject) => boolean {
  const ids = new Set(units.map(({ id }) => id));
  return ({ requirement, control }) => requirement === undefined || ids.has(matrix.idOf(requirement, control));
}

/** Rows of one control that are in order and still count for nothing: nothing is dropped without a word. */
function findUnused(
  rows: readonly (Subject & { readonly file: string; readonly line: number })[],
  controls: Summary['controlById'],
  matrix: MatrixIndex,
): readonly Problem[] {
  const units = controls.get(rows[0]?.control ?? '')?.units;
  const isUsed = units ? isForAny(units, matrix) : () => false;
  return rows
    .filter((row) => !isUsed(row))
    .map((row) => problem('row-without-use', row.file, { line: row.line }, row.requirement ?? row.control));
}

function totalsOf(controls: readonly ControlSummary[]): Summary['totals'] {
  const byResponsibility = { customer: 0, shared: 0, azure: 0, mixed: 0, unknown: 0 };
  const byStatus = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>;
  for (const { responsibility, status } of controls) {
    byResponsibility[responsibility ?? 'unknown']++;
    byStatus[status]++;
  }
  return { controls: controls.length, byResponsibility, byStatus };
}
