import type { Catalog } from '../csf/catalog';
import { categoryOf, compareControls } from '../csf/controlId';
import type { Subject } from '../csf/subject';
import { parseRequirementId } from '../csf/requirementId';
import type { Reference, Scan, UnresolvedReference } from '../csf/scanner';
import type { ControlVerdict, MatrixIndex, ResponsibilityCounts, Unit } from '../matrix/rollUp';
import type { Responsibility } from '../matrix/responsibility';
import { groupBy } from '../groupBy';
import { type Message, message } from '../message';
import { problem, type Problem } from '../problems';
import { combineOpenItems } from './combine';
import { type Evidence, findUsable, pathKey, type UsableEvidence } from './evidence';
import { type AssessmentType, type MaturityLevel, scoredLevels } from './maturity';
import { evaluate, type Evaluation, type OpenItem } from './openItems';
import { type Status, STATUSES } from './status';
import type { InheritanceRequest } from './requests';

/** Everything that was read for one assessment, and what is known about it. */
export interface AssessmentData {
  readonly name: string;
  readonly type: AssessmentType;
  /** Whether the type is an assumption, because neither project nor settings give one. */
  readonly typeIsAssumed: boolean;
  readonly addedLevels: readonly MaturityLevel[];
  readonly matrix: MatrixIndex;
  /** What each scoping document says, in the order of the documents. */
  readonly documents: readonly Mentions[];
  readonly evidence: readonly Evidence[];
  /** The path keys (`pathKey`) of evidence whose file is not there. */
  readonly missingEvidence: ReadonlySet<string>;
  readonly requests: readonly InheritanceRequest[];
}

/** What one document says of controls. Made once when it is read, so that a change of one document costs that one. */
export interface Mentions {
  /** References by the control they name, or whose requirement they name. */
  readonly byControl: ReadonlyMap<string, readonly LocatedReference[]>;
  readonly unresolved: readonly LocatedUnresolved[];
}

/** A reference and the document it stands in. */
export interface LocatedReference extends Reference {
  readonly file: string;
}

/** A place that is no reference after all, the document it stands in, and what is wrong with it. */
export interface LocatedUnresolved extends UnresolvedReference {
  readonly file: string;
  readonly reason: Problem;
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
 * What is still open on every control that the scoping documents mention. Pure: the same data give the same summary.
 */
export function summarize(data: AssessmentData, catalog: Catalog): Summary {
  const levels = scoredLevels(data.type, data.addedLevels);
  const { matrix } = data;
  const { usable, problems } = findUsable(data.evidence, (item) => !data.missingEvidence.has(pathKey(item)), levels);
  const unresolved = data.documents.flatMap((document) => document.unresolved);
  const referencesOf = mergeReferences(data.documents);
  const evidenceOf = groupBy(usable, ({ control }) => control);
  const requestsOf = groupBy(data.requests, ({ control }) => control);
  const controls = [...referencesOf.keys()].toSorted(compareControls).map((id) =>
    summarizeControl(id, referencesOf.get(id) ?? [], matrix, levels, {
      title: catalog.controls.get(id)?.title ?? '',
      evidence: evidenceOf.get(id) ?? [],
      requests: requestsOf.get(id) ?? [],
    }),
  );
  return {
    name: data.name,
    basis: 'documents',
    totals: totalsOf(controls),
    controls,
    controlById: new Map(controls.map((control) => [control.id, control])),
    matrix,
    assumptions: data.typeIsAssumed ? [message('assumed-type', data.type)] : [],
    unresolved,
    problems: [
      ...unresolved.map(({ reason }) => reason),
      ...matrix.problems,
      ...problems,
      ...findUnused([...usable, ...data.requests], controls),
    ],
  };
}

function summarizeControl(
  id: string,
  references: readonly LocatedReference[],
  matrix: MatrixIndex,
  levels: readonly MaturityLevel[],
  { title, evidence, requests }: Pick<ControlSummary, 'title' | 'evidence'> & Pick<AssessmentData, 'requests'>,
): ControlSummary {
  const mentioned = references.filter(({ kind }) => kind === 'requirement').flatMap(({ ids }) => ids);
  const { responsibility, counts, units } = matrix.control(id, mentioned);
  const evaluated = units.map((unit): UnitSummary => {
    const ofUnit = (row: Subject): boolean => isFor(row, unit.id);
    const evidenced = new Set(evidence.filter(ofUnit).map(({ maturity }) => maturity));
    const evaluation = evaluate(unit.verdict, { evidenced, requests: requests.filter(ofUnit) }, levels);
    return { ...unit, ...evaluation };
  });
  return {
    id,
    title,
    category: categoryOf(id),
    responsibility,
    counts,
    status: STATUSES.find((status) => evaluated.some((unit) => unit.status === status)) ?? 'unknown',
    openItems: combineOpenItems(evaluated),
    units: evaluated,
    evidence: evidence.filter((row) => units.some(({ id: unit }) => isFor(row, unit))),
    references,
  };
}

/** Without a requirement list a row for the control speaks for all its requirements (rule 4). */
function isFor({ requirement }: Subject, unit: string): boolean {
  return requirement === undefined || requirement === unit;
}

/** Rows that are in order and still count for nothing: nothing is dropped without a word. */
function findUnused(
  rows: readonly (Subject & { readonly file: string; readonly line: number })[],
  controls: readonly ControlSummary[],
): readonly Problem[] {
  const units = new Map(controls.map(({ id, units }) => [id, units]));
  return rows
    .filter((row) => !units.get(row.control)?.some(({ id }) => isFor(row, id)))
    .map((row) => problem('row-without-use', row.file, { line: row.line }, row.requirement ?? row.control));
}

/** What a document's scan says of controls. @param file the document's location */
export function mentionsOf(file: string, { references, unresolved }: Scan, catalog: Catalog): Mentions {
  const located = references.flatMap((reference) =>
    controlsOf(reference, catalog).map((control) => ({ control, reference: { ...reference, file } })),
  );
  const groups = groupBy(located, ({ control }) => control);
  return {
    byControl: new Map([...groups].map(([control, group]) => [control, group.map(({ reference }) => reference)])),
    unresolved: unresolved.map((place) => ({ ...place, file, reason: unresolvedProblem(place, file) })),
  };
}

function mergeReferences(documents: readonly Mentions[]): ReadonlyMap<string, readonly LocatedReference[]> {
  const merged = new Map<string, LocatedReference[]>();
  for (const { byControl } of documents) {
    for (const [control, references] of byControl) {
      const known = merged.get(control);
      if (known) known.push(...references);
      else merged.set(control, [...references]);
    }
  }
  return merged;
}

/** The controls that a reference is about: of a requirement its control. */
export function controlsOf({ kind, ids }: Reference, catalog: Catalog): readonly string[] {
  return kind === 'requirement' ? ids.flatMap((id) => parseRequirementId(id, catalog)?.control ?? []) : ids;
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

/** What to say of a place that is no reference. */
function unresolvedProblem({ code, start, end, text, ids }: UnresolvedReference, file: string): Problem {
  return problem(code, file, { start, end }, code === 'unreadable-range' ? text : ids);
}
