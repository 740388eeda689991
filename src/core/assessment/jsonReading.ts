import {
  findNodeAtLocation,
  type JSONPath,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { type Message, message } from '../message';
import { spellingStep } from '../nearest';
import { problem, type Problem } from '../problems';
import type { SentenceCode } from '../sentences';
import type { Span } from '../span';

/** What a value has to be: turns a JSON value into it, or into undefined where it is something else. */
export interface Kind<T> {
  readonly shape: (value: unknown) => T | undefined;
  /** What it has to be, in words. */
  readonly expected: Message;
}

/** A JSON text, comments and trailing commas allowed, that is read value by value: a slip in one leaves the others. */
export interface JsonReading {
  /** The value at a path; undefined where there is none, or where it is something else, which is a problem there. */
  readonly read: <T>(at: JSONPath, kind: Kind<T>) => T | undefined;
  /** Tells of the keys of an object that are none of these, and of those that stand there twice: the first one counts. */
  readonly checkKeys: (at: JSONPath, known?: readonly string[]) => void;
  readonly placeOf: (at: JSONPath) => Span | undefined;
  /** Where each text of the file stands. The first of equal ones. */
  readonly places: ReadonlyMap<string, Span>;
  /** Grows with what is read. */
  readonly problems: Problem[];
}

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

/** @param name what the file itself is called in problems */
export function readJson(text: string, file: string, name: string): JsonReading {
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
  const nodeAt = (at: JSONPath): Node | undefined => root && findNodeAtLocation(root, [...at]);
  const placeOf = (at: JSONPath): Span | undefined => spanOf(nodeAt(at));

  return {
    problems,
    places: placesOf(root),
    placeOf,
    read: (at, { shape, expected }) => {
      const node = nodeAt(at);
      if (!node) return undefined;
      const value = shape(valueOf(node));
      if (value === undefined)
        problems.push(problem('project-value', file, spanOf(node), nameOf(at) || name, expected));
      return value;
    },
    checkKeys: (at, known) => {
      const seen = new Set<string>();
      for (const key of keysOf(nodeAt(at))) {
        const written = String(key.value);
        if (seen.has(written)) {
          problems.push(problem('repeated-key', file, spanOf(key), nameOf([...at, written])));
        } else if (known && !known.includes(written)) {
          const step = spellingStep(written, known);
          problems.push(problem('unknown-key', file, spanOf(key), nameOf([...at, written]), step));
        }
        seen.add(written);
      }
    },
  };
}

/** Each item of a list by itself; undefined where there is none, or none that could be read. */
export function readList<T>(
  { read }: JsonReading,
  at: JSONPath,
  list: Message,
  item: Kind<T>,
): readonly T[] | undefined {
  const written = read(at, listOf(list));
  if (!written) return undefined;
  const items = written.flatMap((_, index) => read([...at, index], item) ?? []);
  return items.length > 0 || written.length === 0 ? items : undefined;
}

/** As `readList`; a single item may stand without a list. */
export function readOneOrMore<T>(
  reading: JsonReading,
  at: JSONPath,
  list: Message,
  item: Kind<T>,
): readonly T[] | undefined {
  const shape = (value: unknown): readonly T[] | 'list' | undefined => {
    if (Array.isArray(value)) return 'list';
    const single = item.shape(value);
    return single === undefined ? undefined : [single];
  };
  const value = reading.read(at, { shape, expected: list });
  return value === 'list' ? readList(reading, at, list, item) : value;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function nonEmpty(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

export const OBJECT: Kind<Readonly<Record<string, unknown>>> = {
  shape: (value) => (isObject(value) ? value : undefined),
  expected: message('expected-object'),
};

/** A list of anything: its items are read one by one. */
export function listOf(expected: Message): Kind<readonly unknown[]> {
  return { shape: (value) => (Array.isArray(value) ? value : undefined), expected };
}

export const TEXT: Kind<string> = { shape: nonEmpty, expected: message('expected-text') };

/** One of some words, in any case. */
export function oneOf<T extends string>(words: readonly T[], expected = message('expected-one-of', words)): Kind<T> {
  const shape = (value: unknown): T | undefined =>
    typeof value === 'string' ? words.find((word) => word.toLowerCase() === value.toLowerCase()) : undefined;
  return { shape, expected };
}

export function wholeNumber(least: number, most: number, expected: Message): Kind<number> {
  const isOne = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= least;
  return { shape: (value) => (isOne(value) && value <= most ? value : undefined), expected };
}

/** An object with that key, or none where it has no value. */
export function optional<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, T>>);
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

function nameOf(at: JSONPath): string {
  return at.join('.');
}

function spanOf(node: Node | undefined): Span | undefined {
  return node && { start: node.offset, end: node.offset + node.length };
}

function keysOf(node: Node | undefined): readonly Node[] {
  if (node?.type !== 'object') return [];
  return (node.children ?? []).flatMap(({ children: [key] = [] }) => key ?? []);
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

/** The plain value of a node. Objects have no prototype, so that a key such as `__proto__` is a key like any other. */
function valueOf(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(valueOf);
  if (node.type !== 'object') return node.value as unknown;
  const made = Object.create(null) as Record<string, unknown>;
  for (const { children: [key, value] = [] } of node.children ?? []) {
    const name = String(key?.value);
    // As `findNodeAtLocation` takes it: the first of equal keys.
    if (value && !(name in made)) made[name] = valueOf(value);
  }
  return made;
}
