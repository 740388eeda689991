import { compareRequirements } from '../csf/requirementId';
import { type FindByCvid, indexByCvid } from '../csf/indexByCvid';
import { groupBy } from '../groupBy';
import { type Message, message } from '../message';
import { problem, type Problem } from '../problems';
import type { Matrix, MatrixEntry } from './matrix';
import type { Inheritability, Responsibility } from './responsibility';
import { compareVersions, findStatements, type Statement, versionsOf } from './statements';

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
  /** Its ids in other CSF versions, whose rows were joined to its own by their CVID. */
  readonly otherIds: readonly string[];
  /** How a listed requirement found its rows, where they do not have its id. */
  readonly joinedBy?: 'cvid' | 'cvid-number' | 'control';
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
  /** What it says of one requirement of a requirement list: by its id, else by its CVID, else by a row for its control. */
  requirement(id: string, control: string, cvid?: string): Unit;
  /**
   * The id of the unit that a requirement belongs to: its own, or the one that it has in the assessment's CSF version.
   *
   * @param control where it has to belong to that control; its own id where it does not
   */
  idOf(requirement: string, control?: string): string;
  /** The CSF versions of its rows, and which of them count. */
  readonly versions: Versions;
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
export function rollUp(matrices: readonly Matrix[], { csfVersion }: RollUpOptions = {}): MatrixIndex {
  const entries = matrices.flatMap((matrix) => matrix.entries);
  const statements = findStatements(entries, csfVersion);
  const byId = new Map<string, Statement>();
  for (const statement of statements) {
    for (const id of [statement.id, ...statement.otherIds]) byId.set(id, statement);
  }
  const ofControl = groupBy(
    statements.filter(({ isControl }) => !isControl),
    ({ control }) => control,
  );
  const versions = createVersions(entries, csfVersion);
  /** A statement that is in other CSF versions only is none of the assessment's, where the matrix holds that version. */
  const heldOf = (control: string): readonly string[] | undefined => {
    const all = ofControl.get(control);
    const own = all?.filter((statement) => statement.entries.some(versions.isOwn)) ?? [];
    return (own.length > 0 ? own : all)?.map(({ id }) => id);
  };

  const names = new Map(matrices.map(({ file, name }) => [file, name]));
  const disputes = new Map<string, Disputes>();
  const disputesOf = (statement: Statement): Disputes => {
    const known = disputes.get(statement.id) ?? findDisputes(statement, names);
    disputes.set(statement.id, known);
    return known;
  };
  const verdicts = new Map<string, Verdict>();
  let allUnits: readonly Unit[] | undefined;
  const absent = unknown(matrices.length > 0 ? 'absent' : 'no-matrix');
  const verdictFor = (id: string): Verdict => {
    const statement = byId.get(id);
    if (!statement) return absent;
    const known = verdicts.get(statement.id) ?? verdictOf(statement.entries, versions, disputesOf(statement).rows);
    verdicts.set(statement.id, known);
    return known;
  };
  const byControl = new Set(
    matrices
      .filter((matrix) =>
        matrix.entries.every(({ requirement, cvid }) => requirement === undefined && cvid === undefined),
      )
      .map(({ file }) => file),
  );
  const idOf = (requirement: string, control?: string): string => {
    const statement = byId.get(requirement);
    return statement && (control ?? statement.control) === statement.control ? statement.id : requirement;
  };
  let findByCvid: FindByCvid<Statement> | undefined;
  const withCvid = (
    control: string,
    cvid: string,
  ): { statement: Statement; joinedBy: 'cvid' | 'cvid-number' } | undefined => {
    // Made when it is asked for: most lists have the ids of the matrix.
    findByCvid ??= indexByCvid(statements, ({ entries: [entry] }) => entry?.cvid);
    const match = findByCvid(cvid);
    if (!match || 'several' in match || match.found.control !== control) return undefined;
    return { statement: match.found, joinedBy: match.by === 'text' ? 'cvid' : 'cvid-number' };
  };
  /** In a matrix by control its row speaks for the requirements; in one by requirement each has to be held itself. */
  const isSpokenFor = (control: string): boolean =>
    !ofControl.has(control) && byId.get(control)?.entries.some(({ file }) => byControl.has(file)) === true;
  return {
    idOf,
    requirement: (id, control, cvid) => {
      const own = byId.get(id);
      if (own?.control === control) {
        const otherIds = [own.id, ...own.otherIds].filter((other) => other !== id);
        return { id, verdict: verdictFor(own.id), otherIds };
      }
      const joined = cvid === undefined ? undefined : withCvid(control, cvid);
      if (joined) {
        const { statement, joinedBy } = joined;
        return { id, verdict: verdictFor(statement.id), otherIds: [statement.id, ...statement.otherIds], joinedBy };
      }
      if (isSpokenFor(control)) return { id, verdict: verdictFor(control), otherIds: [], joinedBy: 'control' };
      return { id, verdict: absent, otherIds: [] };
    },
    control: (id, mentioned = []) => {
      const held = heldOf(id);
      const own = held ?? (byId.has(id) ? [id] : []);
      const ids = new Set([
        ...own,
        ...(isSpokenFor(id) ? [] : [...mentioned].map((requirement) => idOf(requirement, id))),
      ]);
      const units = [...ids].toSorted(compareRequirements);
      return controlVerdict(
        (units.length > 0 ? units : [id]).map((unit) => ({
          id: unit,
          verdict: verdictFor(unit),
          otherIds: byId.get(unit)?.otherIds ?? [],
        })),
      );
    },
    // Made when it is asked for: the verdicts of a large matrix take their time, and documents name few of its ids.
    get units() {
      // A row of a control whose requirements have rows of their own only fills, and is no unit.
      allUnits ??= statements
        .filter(({ id, isControl }) => !isControl || !ofControl.has(id))
        .map(({ id, otherIds }) => ({ id, verdict: verdictFor(id), otherIds }));
      return allUnits;
    },
    versions,
    get problems() {
      return statements.flatMap((statement) => disputesOf(statement).problems);
    },
  };
}

/** The CSF versions that a matrix has rows of. */
export interface Versions {
  /** How many rows name each, the newest first. */
  readonly counts: ReadonlyMap<string, number>;
  /** Whether the assessment's version is known, and among them. */
  readonly hasOwn: boolean;
  /** Whether a row is of the assessment's version, or of any; true for all rows where it is not among them. */
  readonly isOwn: (entry: MatrixEntry) => boolean;
}

function createVersions(entries: readonly MatrixEntry[], csfVersion: string | undefined): Versions {
  const counts = countVersions(entries);
  const own = versionsOf(csfVersion);
  const hasOwn = own.some((version) => counts.has(version));
  return {
    counts,
    hasOwn,
    isOwn: (entry) =>
      !hasOwn ||
      entry.csfVersion === undefined ||
      versionsOf(entry.csfVersion).some((version) => own.includes(version)),
  };
}

/** How many rows name each CSF version, the newest first. */
export function countVersions(entries: readonly MatrixEntry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { csfVersion } of entries) {
    for (const version of versionsOf(csfVersion)) counts.set(version, (counts.get(version) ?? 0) + 1);
  }
  return new Map([...counts].toSorted(([a], [b]) => compareVersions(b, a)));
}

/** What a control's units agree on. */
export function controlVerdict<T extends Unit>(units: readonly T[]): ControlVerdict & { readonly units: readonly T[] } {
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

function verdictOf(all: readonly MatrixEntry[], { isOwn }: Versions, disputed: ReadonlySet<MatrixEntry>): Verdict {
  const ofVersion = all.filter(isOwn);
  const entries = ofVersion.length > 0 ? ofVersion : all;
  if (entries.some((entry) => disputed.has(entry))) return unknown('disputed', entries);
  if (entries.some((entry) => entry.responsibility === null)) return unknown('unmapped', entries);
  const byVersion = groupBy(entries, ({ csfVersion }) => versionsOf(csfVersion).join());
  const [first, ...others] = [...byVersion.values()].map(elementsTogether);
  const differs = ({ responsibility, inheritability }: Value): boolean =>
    responsibility !== first?.responsibility || inheritability !== first.inheritability;
  if (!first || others.some(differs)) return unknown('varies-by-version', entries);
  // An element has a row in each CSF version.
  const elements = new Map(
    entries.flatMap(({ element, inheritability }) =>
      element === undefined ? [] : [[element, inheritability] as const],
    ),
  );
  const inheritable = [...elements.values()].filter((inheritability) => inheritability !== 'none').length;
  return { ...first, ...(elements.size > 1 && { elements: { inheritable, total: elements.size } }), entries };
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

interface Disputes {
  readonly rows: ReadonlySet<MatrixEntry>;
  readonly problems: readonly Problem[];
}

/**
 * Rows for the same id, element and version that say different things. A repetition in another file says the same, and
 * so may a row that was joined by its CVID.
 */
function findDisputes({ id: statement, entries }: Statement, names: ReadonlyMap<string, string>): Disputes {
  const rows = new Set<MatrixEntry>();
  const problems: Problem[] = [];
  const firsts = new Map<string, MatrixEntry>();
  for (const entry of entries.length > 1 ? entries : []) {
    const id = entry.requirement ?? statement;
    const key = JSON.stringify([entry.element ?? '', versionsOf(entry.csfVersion)]);
    const first = firsts.get(key);
    if (!first) firsts.set(key, entry);
    else if (differ(first, entry)) {
      rows.add(first).add(entry);
      const place = ({ file, line }: MatrixEntry): Message =>
        first.file === entry.file
          ? message('place-line', line)
          : message('place-file-line', names.get(file) ?? '', line);
      problems.push(problem('disputed-row', entry.file, { line: entry.line }, id, place(first), place(entry)));
    }
  }
  return { rows, problems };
}

function differ(a: MatrixEntry, b: MatrixEntry): boolean {
  if (a.requirement !== b.requirement || a.cvid !== b.cvid)
    return a.responsibility !== b.responsibility || a.inheritability !== b.inheritability;
  return a.file === b.file || contentOf(a) !== contentOf(b);
}

function contentOf(entry: MatrixEntry): string {
  return JSON.stringify({ ...entry, file: '', line: 0 });
}
