import { compareRequirements } from '../csf/requirementId';
import { type Message, message } from '../message';
import { problem, type Problem } from '../problems';
import type { Matrix, MatrixEntry } from './matrix';
import type { Inheritability, Responsibility } from './responsibility';

/** Why a responsibility is not known. */
export type UnknownReason = 'no-matrix' | 'absent' | 'unmapped' | 'disputed' | 'varies-by-version';

/** What the matrix says of one requirement, or of a control that it holds no requirements of. */
export interface Verdict {
  readonly responsibility: Responsibility | null;
  /** What of it can be inherited; null with `responsibility`. */
  readonly inheritability: Inheritability | null;
  /** Of its evaluative elements, how many can be inherited at least in part; where the matrix has rows for elements. */
  readonly elements?: { readonly inheritable: number; readonly total: number };
  /** Only where `responsibility` is null. */
  readonly unknown?: UnknownReason;
  /** The rows behind it, in file order; none where the matrix does not hold it. */
  readonly entries: readonly MatrixEntry[];
}

/** A requirement, or a control standing in for its requirements, with its verdict. */
export interface Unit {
  readonly id: string;
  readonly verdict: Verdict;
}

/** How many units are whose. */
export type ResponsibilityCounts = Readonly<Record<Responsibility | 'unknown', number>>;

/** What the matrix says of a control. */
export interface ControlVerdict {
  /** What all its units agree on; `mixed` where they differ; null where none is known. */
  readonly responsibility: Responsibility | 'mixed' | null;
  readonly counts: ResponsibilityCounts;
  /**
   * Its requirements in the matrix, in order, or its own row where there are none, and requirements that were mentioned
   * and are not held; the control itself where there is nothing. Never empty.
   */
  readonly units: readonly Unit[];
}

/** The matrices of an assessment, rolled up. Ids are canonical. */
export interface MatrixIndex {
  /**
   * @param mentioned requirements of the control that documents name: one that the matrix does not hold is a unit too,
   * but one that no row speaks for
   */
  control(id: string, mentioned?: Iterable<string>): ControlVerdict;
  /** Every requirement, and every control without requirements, that the matrices hold. */
  readonly units: readonly Unit[];
  /** Rows that contradict each other. */
  readonly problems: readonly Problem[];
}

/** How a matrix file is rolled up for an assessment. */
export interface RollUpOptions {
  /** Rows of this CSF version go before those of others. */
  readonly csfVersion?: string;
}

function unknown(reason: UnknownReason, entries: readonly MatrixEntry[] = []): Verdict {
  return { responsibility: null, inheritability: null, unknown: reason, entries };
}

/**
 * Rolls entries up to requirements and controls (README, rule 2): requirement rows win over rows of their control, two
 * differing rows for one element and version are disputed, elements decide a requirement, requirements a control.
 */
export function rollUp(matrices: readonly Matrix[], options: RollUpOptions = {}): MatrixIndex {
  const byUnit = new Map<string, MatrixEntry[]>();
  const requirementsOf = new Map<string, string[]>();
  for (const entry of matrices.flatMap((matrix) => matrix.entries)) {
    const id = entry.requirement ?? entry.control;
    const entries = byUnit.get(id);
    if (entries) {
      entries.push(entry);
      continue;
    }
    byUnit.set(id, [entry]);
    if (entry.requirement === undefined) continue;
    const siblings = requirementsOf.get(entry.control);
    if (siblings) siblings.push(entry.requirement);
    else requirementsOf.set(entry.control, [entry.requirement]);
  }

  const names = new Map(matrices.map(({ file, name }) => [file, name]));
  const problems: Problem[] = [];
  const report: Report = (id, first, second) => {
    const place = ({ file, line }: MatrixEntry): Message =>
      first.file === second.file
        ? message('place-line', line)
        : message('place-file-line', names.get(file) ?? '', line);
    problems.push(problem('disputed-row', second.file, { line: second.line }, id, place(first), place(second)));
  };
  const verdicts = new Map<string, Verdict>();
  for (const [id, entries] of byUnit) verdicts.set(id, verdictOf(id, entries, options, report));
  const byControl = new Set(
    matrices.filter(({ entries }) => entries.every((entry) => entry.requirement === undefined)).map(({ file }) => file),
  );
  const absent = unknown(matrices.length > 0 ? 'absent' : 'no-matrix');
  return {
    control: (id, mentioned = []) => {
      const held = requirementsOf.get(id);
      // In a matrix by control its row speaks for the requirements; in one by requirement each has to be held itself.
      const isSpokenFor = !held && byUnit.get(id)?.some(({ file }) => byControl.has(file));
      const ids = new Set([...(held ?? (byUnit.has(id) ? [id] : [])), ...(isSpokenFor ? [] : mentioned)]);
      const units = [...ids].toSorted(compareRequirements);
      return controlVerdict(
        (units.length > 0 ? units : [id]).map((unit) => ({ id: unit, verdict: verdicts.get(unit) ?? absent })),
      );
    },
    // A row of a control whose requirements have rows of their own only fills, and is no unit.
    units: [...verdicts].filter(([id]) => !requirementsOf.has(id)).map(([id, verdict]) => ({ id, verdict })),
    problems,
  };
}

function controlVerdict(units: readonly Unit[]): ControlVerdict {
  const counts = countResponsibilities(units);
  const present = (Object.keys(counts) as (keyof ResponsibilityCounts)[]).filter((key) => counts[key] > 0);
  const [only = 'unknown'] = present;
  return { responsibility: present.length > 1 ? 'mixed' : only === 'unknown' ? null : only, counts, units };
}

export function countResponsibilities(units: readonly Unit[]): ResponsibilityCounts {
  const counts = { customer: 0, shared: 0, azure: 0, unknown: 0 };
  for (const { verdict } of units) counts[verdict.responsibility ?? 'unknown']++;
  return counts;
}

function verdictOf(id: string, all: readonly MatrixEntry[], { csfVersion }: RollUpOptions, report: Report): Verdict {
  const disputed = findDisputes(id, all, report);
  const ofVersion = all.filter((entry) => entry.csfVersion === csfVersion);
  const entries = csfVersion !== undefined && ofVersion.length > 0 ? ofVersion : all;
  if (entries.some((entry) => disputed.has(entry))) return unknown('disputed', entries);
  if (entries.some((entry) => entry.responsibility === null)) return unknown('unmapped', entries);
  const byVersion = new Map<string | undefined, MatrixEntry[]>();
  for (const entry of entries) byVersion.set(entry.csfVersion, [...(byVersion.get(entry.csfVersion) ?? []), entry]);
  const [first, ...others] = [...byVersion.values()].map(elementsTogether);
  const differs = ({ responsibility, inheritability }: Value): boolean =>
    responsibility !== first?.responsibility || inheritability !== first.inheritability;
  if (!first || others.some(differs)) return unknown('varies-by-version', entries);
  const total = entries.filter(({ element }) => element !== undefined).length;
  const inheritable = entries.filter((entry) => entry.element !== undefined && entry.inheritability !== 'none').length;
  return { ...first, ...(total > 1 && { elements: { inheritable, total } }), entries };
}

type Value = Pick<MatrixEntry, 'responsibility' | 'inheritability'>;

/** What all elements agree on; where they differ it is shared, and a part can be inherited. */
function elementsTogether(entries: readonly MatrixEntry[]): Value {
  const responsibilities = new Set(entries.map(({ responsibility }) => responsibility));
  const inheritabilities = new Set(entries.map(({ inheritability }) => inheritability));
  const [responsibility = null] = responsibilities;
  const [inheritability = null] = inheritabilities;
  return {
    responsibility: responsibilities.size > 1 ? 'shared' : responsibility,
    inheritability: inheritabilities.size > 1 ? 'partial' : inheritability,
  };
}

/** Tells of two rows that contradict each other. */
type Report = (id: string, first: MatrixEntry, second: MatrixEntry) => void;

/** Rows for the same id, element and version that say different things. A repetition in another file says the same. */
function findDisputes(id: string, entries: readonly MatrixEntry[], report: Report): ReadonlySet<MatrixEntry> {
  const disputed = new Set<MatrixEntry>();
  const firsts = new Map<string, MatrixEntry>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.element ?? '', entry.csfVersion ?? '']);
    const first = firsts.get(key);
    if (!first) firsts.set(key, entry);
    else if (entry.file === first.file || contentOf(entry) !== contentOf(first)) {
      disputed.add(first).add(entry);
      report(id, first, entry);
    }
  }
  return disputed;
}

function contentOf(entry: MatrixEntry): string {
  return JSON.stringify({ ...entry, file: '', line: 0 });
}
