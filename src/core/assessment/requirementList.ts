import type { CalendarDate } from '../calendarDate';
import type { Catalog } from '../csf/catalog';
import { domainOf } from '../csf/requirementId';
import { readSubject } from '../csf/subject';
import { shortened } from '../csv';
import { readDate } from './dateCell';
import { groupBy } from '../groupBy';
import { readMark } from '../matrix/responsibility';
import { problem, type Problem, type ProblemCode, severityOf } from '../problems';
import { readRegister, type RegisterRow } from './register';

/** Whether a statement is part of the assessment. A blank cell is `in-scope`. */
export const APPLICABILITIES = ['in-scope', 'n/a', 'carved-out', 'removed'] as const;
export type Applicability = (typeof APPLICABILITIES)[number];

/** One requirement statement that the assessment consists of: a row of `requirements.csv`. */
export interface ListedRequirement {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** Canonical. */
  readonly requirement: string;
  readonly control: string;
  readonly cvid?: string;
  /** `11`; by the id where the row names none. */
  readonly domain: string;
  readonly csfVersion?: string;
  /** Whether it is part of the framework's core, and not of an optional source; undefined where the row does not say. */
  readonly core?: boolean;
  readonly applicability: Applicability;
  /** The Subscriber Comment: why it does not apply. */
  readonly rationale?: string;
  readonly owner?: string;
  readonly due?: CalendarDate;
}

/**
 * The columns of `requirements.csv`, in the order in which a new one has them, each with its other names. Others that a
 * person adds stay.
 */
export const LIST_COLUMNS = {
  requirement: ['requirement_id', 'buid'],
  cvid: [],
  control: [],
  domain: [],
  csf_version: [],
  core: [],
  applicability: [],
  rationale: [],
  maturity: [],
  owner: [],
  due: [],
  note: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type ListColumn = keyof typeof LIST_COLUMNS;

/** The names under which ids are found. */
const ID_COLUMNS = ['requirement', ...LIST_COLUMNS.requirement] as const;

export interface RequirementListReading {
  /** In the order of the file, each requirement once. */
  readonly requirements: readonly ListedRequirement[];
  readonly problems: readonly Problem[];
}

/** Reads `requirements.csv`. A row that cannot be placed is a problem; what is not certain leaves a row in scope. */
export function readRequirementList(
  bytes: Uint8Array,
  file: string,
  name: string,
  catalog: Catalog,
): RequirementListReading {
  const { rows, problems } = readListRows(bytes, file, name, catalog);
  const counted = groupBy(rows, ({ requirement }) => requirement);
  const repeated: Problem[] = [];
  const requirements = [...counted.values()].map(([first, ...others]) => {
    const counts = rowThatCounts([first, ...others]);
    for (const { line, requirement } of others) {
      repeated.push(problem('repeated-requirement', file, { line }, requirement, first.line, counts.line));
    }
    return counts;
  });
  // Only its header: whoever named it meant it to be the scope.
  const isEmpty = requirements.length === 0 && !problems.some((found) => severityOf(found) === 'error');
  const empty = isEmpty ? [problem('list-without-rows', file, undefined, name)] : [];
  return { requirements, problems: [...empty, ...problems, ...repeated] };
}

/** Of several rows for a requirement the first that keeps it in scope, or else the first. */
export function rowThatCounts(rows: readonly [ListedRequirement, ...ListedRequirement[]]): ListedRequirement {
  return rows.find(({ applicability }) => applicability === 'in-scope') ?? rows[0];
}

/** Each requirement once, by the row that counts: several lists can have the same one. */
export function eachOnce(rows: readonly ListedRequirement[]): readonly ListedRequirement[] {
  return [...groupBy(rows, ({ requirement }) => requirement).values()].map(rowThatCounts);
}

/** Every row that names a requirement, also those that repeat one. */
export function readListRows(
  bytes: Uint8Array,
  file: string,
  name: string,
  catalog: Catalog,
): { readonly rows: readonly ListedRequirement[]; readonly problems: readonly Problem[] } {
  const register = readRegister(bytes, file, name, [ID_COLUMNS]);
  const problems = [...register.problems];
  const rows = register.rows.flatMap((row) => {
    const report = (code: ProblemCode, ...args: Problem['args']): void => {
      problems.push(problem(code, file, { line: row.line }, ...args));
    };
    const subject = readListId(row.get(...ID_COLUMNS), row.get('cvid'), catalog, report);
    return subject ? [readRow(row, file, subject, catalog, report, problems)] : [];
  });
  return { rows, problems };
}

/** Says what is wrong with a row. */
export type Report = (code: ProblemCode, ...args: Problem['args']) => void;

/** What the row of a list is about. */
export interface ListedSubject {
  readonly control: string;
  readonly requirement: string;
}

/** The requirement that a row of a list names; where there is none, that is reported. */
export function readListId(id: string, cvid: string, catalog: Catalog, report: Report): ListedSubject | undefined {
  const subject = readSubject(id, catalog);
  if (id === '') report(cvid === '' ? 'missing-id' : 'cvid-without-requirement', shortened(cvid));
  else if (typeof subject === 'string') report(subject, shortened(id));
  else if (subject.requirement === undefined) report('control-in-list', subject.control);
  else return { control: subject.control, requirement: subject.requirement };
  return undefined;
}

function readRow(
  row: RegisterRow,
  file: string,
  { requirement, control }: ListedSubject,
  catalog: Catalog,
  report: Report,
  problems: Problem[],
): ListedRequirement {
  reportOtherControl(row.get('control'), { requirement, control }, catalog, report);
  const due = readDate(row, file, problems, 'due');
  const [cvid, csfVersion, core] = [row.get('cvid'), row.get('csf_version'), row.get('core')];
  const [rationale, owner] = [row.get('rationale'), row.get('owner')];
  return {
    file,
    line: row.line,
    requirement,
    control,
    domain: readDomain(row.get('domain'), requirement, catalog, report),
    applicability: readApplicability(row.get('applicability'), requirement, report),
    ...(cvid && { cvid }),
    ...(csfVersion && { csfVersion }),
    ...(core !== '' && { core: readMark(core) === true }),
    ...(rationale && { rationale }),
    ...(owner && { owner }),
    ...(due !== undefined && { due }),
  };
}

/** The id tells the control; another one beside it is a slip. */
export function reportOtherControl(
  cell: string,
  { requirement, control }: ListedSubject,
  catalog: Catalog,
  report: Report,
): void {
  if (cell === '') return;
  const subject = readSubject(cell, catalog);
  if (typeof subject === 'string' || subject.control !== control) {
    report('control-against-id', shortened(cell), requirement, control);
  }
}

/** `11`, `11 Access Control` and `Access Control` are one domain; where the cell is none of the 19, the id tells it. */
export function readDomain(cell: string, requirement: string, catalog: Catalog, report: Report): string {
  const ofId = domainOf(requirement);
  if (cell === '') return ofId;
  const number = /^\d{1,2}(?!\d)/.exec(cell)?.[0].padStart(2, '0') ?? '';
  const title = cell.toLowerCase();
  const named = [...catalog.domains.values()].find((domain) => domain.title.toLowerCase() === title)?.id;
  const domain = catalog.domains.has(number) ? number : named;
  if (domain === undefined) report('unknown-domain', shortened(cell), requirement, ofId);
  return domain ?? ofId;
}

const APPLICABILITY_WORDS: ReadonlyMap<string, Applicability> = new Map([
  ...['', 'in-scope', 'in scope', 'applicable'].map((word) => [word, 'in-scope'] as const),
  ...['n/a', 'na', 'not applicable'].map((word) => [word, 'n/a'] as const),
  ...['carved-out', 'carved out'].map((word) => [word, 'carved-out'] as const),
  ['removed', 'removed'],
]);

/** Nothing leaves the scope on a word that is not known. */
export function readApplicability(cell: string, requirement: string, report: Report): Applicability {
  const applicability = APPLICABILITY_WORDS.get(cell.toLowerCase());
  if (!applicability) report('unknown-applicability', shortened(cell), requirement, APPLICABILITIES);
  return applicability ?? 'in-scope';
}
