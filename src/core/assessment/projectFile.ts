import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { ColumnMapping, ColumnMeaning } from '../matrix/columns';
import type { MatrixSource } from '../matrix/matrix';
import type { Responsibility, ValueMapping } from '../matrix/responsibility';
import { problem, type Problem } from '../problems';
import { ASSESSMENT_TYPES, type AssessmentType, MATURITY_LEVELS, type MaturityLevel } from './maturity';

/** The name of a project file; its folder is where its paths begin. */
export const PROJECT_FILE = 'inheritance-scope.json';

/** What a project file says. Paths are as written. */
export interface Project {
  readonly name?: string;
  readonly type?: AssessmentType;
  readonly kind?: string;
  readonly csfVersion?: string;
  /** Levels that an r2 scores beside policy, procedure and implemented. */
  readonly maturity: readonly MaturityLevel[];
  readonly matrices: readonly MatrixSource[];
  /** Globs. */
  readonly documents: readonly string[];
  readonly evidence: readonly string[];
  readonly requests: readonly string[];
}

export interface ProjectReading {
  readonly project: Project;
  readonly problems: readonly Problem[];
}

/**
 * Reads a project file, comments and trailing commas allowed. What is wrong in it is a problem at its place, and the
 * rest is read all the same. Unknown keys are left alone.
 */
export function readProject(text: string, file: string): ProjectReading {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const problems = errors.map(({ error, offset, length }) =>
    problem('project-syntax', file, { start: offset, end: offset + length }, printParseErrorCode(error)),
  );
  const read = createReader(root, file, problems);
  const maturity = read(
    ['assessment', 'maturity'],
    listOf(oneOf(MATURITY_LEVELS)),
    `a list of ${MATURITY_LEVELS.join(', ')}`,
  );
  const project: Project = {
    ...optional('name', read(['name'], nonEmpty, 'a text')),
    ...optional('type', read(['assessment', 'type'], oneOf(ASSESSMENT_TYPES), `one of ${ASSESSMENT_TYPES.join(', ')}`)),
    ...optional('kind', read(['assessment', 'kind'], nonEmpty, 'a text')),
    ...optional('csfVersion', read(['assessment', 'csfVersion'], nonEmpty, 'a text such as "11.2.0"')),
    maturity: maturity ?? [],
    matrices: read(['matrix'], matrixSources, 'a path, an object with a path, or a list of those') ?? [],
    documents: read(['documents'], oneOrMore(nonEmpty), 'a list of globs') ?? [],
    evidence: read(['evidence'], oneOrMore(nonEmpty), 'a path or a list of paths') ?? [],
    requests: read(['requests'], oneOrMore(nonEmpty), 'a path or a list of paths') ?? [],
  };
  return { project, problems };
}

/** Turns a JSON value into what it should be; undefined where it is something else. */
type Shape<T> = (value: unknown) => T | undefined;

type Read = <T>(path: readonly string[], shape: Shape<T>, expected: string) => T | undefined;

function createReader(root: Node | undefined, file: string, problems: Problem[]): Read {
  return (path, shape, expected) => {
    const node = root && findNodeAtLocation(root, [...path]);
    if (!node) return undefined;
    const value = shape(valueOf(node));
    if (value === undefined) {
      const place = { start: node.offset, end: node.offset + node.length };
      problems.push(problem('project-value', file, place, path.join('.'), expected));
    }
    return value;
  };
}

const nonEmpty: Shape<string> = (value) => (typeof value === 'string' && value.trim() !== '' ? value : undefined);

function oneOf<T extends string>(values: readonly T[]): Shape<T> {
  return (value) => values.find((known) => known === value);
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

const matrixSources: Shape<readonly MatrixSource[]> = oneOrMore((value) => {
  if (typeof value === 'string') return nonEmpty(value) === undefined ? undefined : { path: value };
  if (!isObject(value)) return undefined;
  const path = nonEmpty(value['path']);
  const headerRow = value['headerRow'];
  if (path === undefined) return undefined;
  return {
    path,
    ...optional('provider', nonEmpty(value['provider'])),
    ...(typeof headerRow === 'number' && Number.isInteger(headerRow) && { headerRow }),
    ...optional('columns', texts(value['columns']) as ColumnMapping | undefined),
    ...optional('values', responsibilities(value['values'])),
  };
});

function texts(value: unknown): Partial<Record<ColumnMeaning, string>> | undefined {
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).filter(([, heading]) => typeof heading === 'string'))
    : undefined;
}

function responsibilities(value: unknown): ValueMapping | undefined {
  const known: readonly unknown[] = ['customer', 'shared', 'azure'] satisfies Responsibility[];
  return isObject(value)
    ? (Object.fromEntries(Object.entries(value).filter(([, meaning]) => known.includes(meaning))) as ValueMapping)
    : undefined;
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
  if (node.type !== 'object') return node.value;
  const object: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const { children: [key, value] = [] } of node.children ?? []) {
    if (key && value) object[String(key.value)] = valueOf(value);
  }
  return object;
}
