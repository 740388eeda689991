import {
  findNodeAtLocation,
  type JSONPath,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { COLUMN_MEANINGS } from '../matrix/columns';
import type { MatrixSource } from '../matrix/matrix';
import { RESPONSIBILITIES } from '../matrix/responsibility';
import { type Message, message } from '../message';
import { problem, type Problem } from '../problems';
import { ASSESSMENT_TYPES, type AssessmentType, MATURITY_LEVELS, type MaturityLevel } from './maturity';

/** The name of a project file; its folder is where its paths begin. */
export const PROJECT_FILE = 'inheritance-scope.json';

/** What a project file says. Paths are as written. */
export interface Project {
  readonly name?: string;
  readonly type?: AssessmentType;
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
  read([], object, message('expected-object'));
  const levels = message('expected-list-of', MATURITY_LEVELS);
  const project: Project = {
    ...optional('name', read(['name'], nonEmpty, message('expected-text'))),
    ...optional(
      'type',
      read(['assessment', 'type'], oneOf(ASSESSMENT_TYPES), message('expected-one-of', ASSESSMENT_TYPES)),
    ),
    ...optional('csfVersion', read(['assessment', 'csfVersion'], nonEmpty, message('expected-text'))),
    maturity: read(['assessment', 'maturity'], listOf(oneOf(MATURITY_LEVELS)), levels) ?? [],
    matrices: readMatrixSources(read),
    documents: read(['documents'], oneOrMore(nonEmpty), message('expected-paths')) ?? [],
    evidence: read(['evidence'], oneOrMore(nonEmpty), message('expected-paths')) ?? [],
    requests: read(['requests'], oneOrMore(nonEmpty), message('expected-paths')) ?? [],
  };
  return { project, problems };
}

/** Turns a JSON value into what it should be; undefined where it is something else. */
type Shape<T> = (value: unknown) => T | undefined;

/** The value at a path of the file; undefined where there is none, or where it is a problem. */
type Read = <T>(path: JSONPath, shape: Shape<T>, expected: Message) => T | undefined;

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
  const columns = message('expected-columns', COLUMN_MEANINGS);
  return [
    {
      path,
      ...optional('provider', read([...at, 'provider'], nonEmpty, message('expected-text'))),
      ...optional('headerRow', read([...at, 'headerRow'], rowNumber, message('expected-row'))),
      ...optional('columns', read([...at, 'columns'], recordOf(COLUMN_MEANINGS, nonEmpty), columns)),
      ...optional(
        'values',
        read([...at, 'values'], recordOf(undefined, oneOf(RESPONSIBILITIES)), message('expected-values')),
      ),
    },
  ];
}

const nonEmpty: Shape<string> = (value) => (typeof value === 'string' && value.trim() !== '' ? value : undefined);

const rowNumber: Shape<number> = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;

const object: Shape<object> = (value) => (isObject(value) ? value : undefined);

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

/** @param keys the keys that are allowed; undefined for any */
function recordOf<K extends string, T>(keys: readonly K[] | undefined, shape: Shape<T>): Shape<Partial<Record<K, T>>> {
  const known: readonly string[] | undefined = keys;
  return (value) => {
    if (!isObject(value)) return undefined;
    const entries = Object.entries(value).map(([key, item]) => [key, shape(item)] as const);
    const isRight = entries.every(([key, item]) => item !== undefined && (known?.includes(key) ?? true));
    return isRight ? (Object.fromEntries(entries) as Partial<Record<K, T>>) : undefined;
  };
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
