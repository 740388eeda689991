import {
  findNodeAtLocation,
  type JSONPath,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import type { Cloud } from '../azure/services';
import type { CalendarDate } from '../calendarDate';
import { COLUMN_MEANINGS } from '../matrix/columns';
import type { MatrixSource } from '../matrix/matrix';
import { RESPONSIBILITIES } from '../matrix/responsibility';
import { type Message, message } from '../message';
import { problem, type Problem } from '../problems';
import type { SentenceCode } from '../sentences';
import type { Span } from '../span';
import type { ClockSettings } from './calendar';
import { ASSESSMENT_TYPES, type AssessmentType, MATURITY_LEVELS, type MaturityLevel } from './maturity';

/** The name of a project file; its folder is where its paths begin. */
export const PROJECT_FILE = 'inheritance-scope.json';

/** What a project file says. Paths are as written. */
export interface Project {
  readonly name?: string;
  readonly type?: AssessmentType;
  readonly kind?: AssessmentKind;
  readonly csfVersion?: string;
  readonly fieldworkStart?: CalendarDate;
  readonly submissionDate?: CalendarDate;
  /** Levels that an r2 scores beside policy, procedure and implemented. */
  readonly maturity: readonly MaturityLevel[];
  readonly matrices: readonly MatrixSource[];
  /** Globs. */
  readonly documents?: readonly string[];
  readonly requirements?: readonly string[];
  readonly evidence?: readonly string[];
  readonly evidenceDocuments?: readonly string[];
  readonly requests?: readonly string[];
  readonly gaps?: readonly string[];
  readonly azure?: AzureUse;
  readonly carveOuts?: readonly CarveOut[];
  readonly clocks?: Partial<ClockSettings>;
}

/** What is used of Azure, and what the provider is certified for: `azure` of a project file. */
export interface AzureUse {
  readonly cloud?: Cloud;
  /** The services in use, as the provider's letter calls them. */
  readonly services?: readonly string[];
  /** The list of services in the provider's audit scope: a path. */
  readonly servicesInScope?: string;
  /** Files of Azure Policy results: paths. */
  readonly policyStates?: readonly string[];
  readonly certification?: Certification;
}

/** The provider's letter. */
export interface Certification {
  readonly letter?: string;
  readonly issued?: CalendarDate;
  readonly expires?: CalendarDate;
}

/** A party that an e1 or i1 leaves out as a whole. */
export interface CarveOut {
  readonly party: string;
  /** Where the organisation overview describes it. */
  readonly describedIn?: string;
  readonly rationale?: string;
  /** The statements that are left out with it: canonical ids, or as written where they are none. */
  readonly requirements: readonly string[];
}

export const ASSESSMENT_KINDS = ['readiness', 'validated', 'interim'] as const;
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number];

export interface ProjectReading {
  readonly project: Project;
  /** Where each text of the file stands, such as a path that leads nowhere. The first of equal ones. */
  readonly places: ReadonlyMap<string, Span>;
  readonly problems: readonly Problem[];
}

/** The keys of a project file, those included that are not read yet. */
const KEYS: ReadonlySet<string> = new Set([
  '$schema',
  'name',
  'assessment',
  'matrix',
  'requirements',
  'documents',
  'evidence',
  'evidenceDocuments',
  'requests',
  'gaps',
  'azure',
  'carveOuts',
  'clocks',
  'sharing',
]);

/** The commonest slips in words. */
const SYNTAX_ERRORS: ReadonlyMap<string, SentenceCode> = new Map([
  ['PropertyNameExpected', 'syntax-key'],
  ['ColonExpected', 'syntax-colon'],
  ['CommaExpected', 'syntax-comma'],
  ['ValueExpected', 'syntax-value'],
  ['CloseBraceExpected', 'syntax-close'],
  ['CloseBracketExpected', 'syntax-close'],
  ['UnexpectedEndOfString', 'syntax-string'],
]);

/**
 * Reads a project file, comments and trailing commas allowed. What is wrong in it is a problem at its place, and the
 * rest is read all the same. Unknown keys are left alone.
 */
export function readProject(text: string, file: string): ProjectReading {
  const errors: ParseError[] = [];
  const root = parse(text, errors);
  const problems = errors.map(({ error, offset, length }) =>
    problem(
      'project-syntax',
      file,
      { start: offset, end: offset + length },
      message(SYNTAX_ERRORS.get(printParseErrorCode(error)) ?? 'syntax-other'),
    ),
  );
  if (!root && problems.length === 0)
    problems.push(problem('project-syntax', file, undefined, message('syntax-value')));
  const read: Read = (path, shape, expected) => {
    const node = root && findNodeAtLocation(root, [...path]);
    if (!node) return undefined;
    const value = shape(valueOf(node));
    if (value === undefined) {
      const place = { start: node.offset, end: node.offset + node.length };
      problems.push(problem('project-value', file, place, path.join('.') || PROJECT_FILE, expected));
    }
    return value;
  };
  const keys = read([], object, message('expected-object')) ?? {};
  for (const key of Object.keys(keys).filter((name) => !KEYS.has(name))) {
    const node = root && findNodeAtLocation(root, [key])?.parent?.children?.[0];
    const place = node && { start: node.offset, end: node.offset + node.length };
    problems.push(problem('unknown-key', file, place, key));
  }
  read(['assessment'], object, message('expected-object'));
  const project: Project = {
    ...optional('name', read(['name'], nonEmpty, message('expected-text'))),
    ...optional(
      'type',
      read(['assessment', 'type'], oneOf(ASSESSMENT_TYPES), message('expected-one-of', ASSESSMENT_TYPES)),
    ),
    ...optional('csfVersion', read(['assessment', 'csfVersion'], nonEmpty, message('expected-text'))),
    maturity: readLevels(read),
    matrices: readMatrixSources(read),
    ...optional('documents', read(['documents'], oneOrMore(nonEmpty), message('expected-paths'))),
    ...optional('evidence', read(['evidence'], oneOrMore(nonEmpty), message('expected-paths'))),
    ...optional('requests', read(['requests'], oneOrMore(nonEmpty), message('expected-paths'))),
  };
  return { project, places: placesOf(root), problems };
}

/** Undefined for a text nested beyond all reason, which is no project file. */
function parse(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, { allowTrailingComma: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Turns a JSON value into what it should be; undefined where it is something else. */
type Shape<T> = (value: unknown) => T | undefined;

/** The value at a path of the file; undefined where there is none, or where it is a problem. */
type Read = <T>(path: JSONPath, shape: Shape<T>, expected: Message) => T | undefined;

function readLevels(read: Read): readonly MaturityLevel[] {
  const at = ['assessment', 'maturity'];
  const expected = message('expected-list-of', MATURITY_LEVELS);
  const items =
    read(
      at,
      listOf((item) => item ?? ''),
      expected,
    ) ?? [];
  return items.flatMap((_, index) => read([...at, index], oneOf(MATURITY_LEVELS), expected) ?? []);
}

function readMatrixSources(read: Read): readonly MatrixSource[] {
  const value = read<unknown>(['matrix'], (matrix) => matrix, message('expected-matrix'));
  if (value === undefined) return [];
  const paths = Array.isArray(value) ? value.map((_, index) => ['matrix', index]) : [['matrix']];
  return paths.flatMap((path) => readMatrixSource(path, read));
}

function readMatrixSource(at: JSONPath, read: Read): readonly MatrixSource[] {
  const value = read(at, (source) => (isObject(source) ? source : nonEmpty(source)), message('expected-matrix'));
  if (value === undefined) return [];
  if (typeof value === 'string') return [{ path: value }];
  const path = read([...at, 'path'], nonEmpty, message('expected-text'));
  if (path === undefined) {
    if (!('path' in value)) read(at, () => undefined, message('expected-matrix'));
    return [];
  }
  // One slip in a mapping shall not undo the rest of it.
  const mapping = <T>(
    key: 'columns' | 'values',
    shape: Shape<T>,
    known: readonly string[] | undefined,
    expected: Message,
  ) => {
    const names = Object.keys(read([...at, key], object, expected) ?? {});
    return names.flatMap((name): [string, T][] => {
      const isKnown = known?.includes(name) ?? true;
      const entry = read([...at, key, name], (item) => (isKnown ? shape(item) : undefined), expected);
      return entry === undefined ? [] : [[name, entry]];
    });
  };
  const columns = mapping('columns', nonEmpty, COLUMN_MEANINGS, message('expected-columns', COLUMN_MEANINGS));
  const values = mapping('values', oneOf(RESPONSIBILITIES), undefined, message('expected-values'));
  return [
    {
      path,
      ...optional('provider', read([...at, 'provider'], nonEmpty, message('expected-text'))),
      ...optional('headerRow', read([...at, 'headerRow'], rowNumber, message('expected-row'))),
      ...optional('sheet', read([...at, 'sheet'], nonEmpty, message('expected-text'))),
      ...optional('idPattern', read([...at, 'idPattern'], nonEmpty, message('expected-text'))),
      ...(columns.length > 0 && { columns: Object.fromEntries(columns) }),
      ...(values.length > 0 && { values: Object.fromEntries(values) }),
    },
  ];
}

const nonEmpty: Shape<string> = (value) => (typeof value === 'string' && value.trim() !== '' ? value : undefined);

const rowNumber: Shape<number> = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;

const object: Shape<object> = (value) => (isObject(value) ? value : undefined);

function oneOf<T extends string>(values: readonly T[]): Shape<T> {
  return (value) => values.find((known) => typeof value === 'string' && known === value.toLowerCase());
}

function listOf<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const items = value.map(shape);
    return items.every((item) => item !== undefined) ? items : undefined;
  };
}

function oneOrMore<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value) => listOf(shape)(Array.isArray(value) ? value : [value]);
}

function placesOf(root: Node | undefined): ReadonlyMap<string, Span> {
  const places = new Map<string, Span>();
  const visit = ({ type, value, offset, length, children = [] }: Node): void => {
    if (type === 'string' && !places.has(String(value)))
      places.set(String(value), { start: offset, end: offset + length });
    children.forEach(visit);
  };
  if (root) visit(root);
  return places;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function optional<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, T>>);
}

/** The plain value of a node. Objects have no prototype, so that a key such as `__proto__` is a key like any other. */
function valueOf(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(valueOf);
  if (node.type !== 'object') return node.value as unknown;
  const made = Object.create(null) as Record<string, unknown>;
  for (const { children: [key, value] = [] } of node.children ?? []) {
    if (key && value) made[String(key.value)] = valueOf(value);
  }
  return made;
}
