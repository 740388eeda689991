import type { JSONPath } from 'jsonc-parser';
import { COLUMN_MEANINGS } from '../matrix/columns';
import type { MatrixSource } from '../matrix/matrix';
import { RESPONSIBILITIES } from '../matrix/responsibility';
import { message } from '../message';
import {
  isObject,
  type JsonReading,
  type Kind,
  nonEmpty,
  OBJECT,
  oneOf,
  optional,
  TEXT,
  wholeNumber,
} from './jsonReading';
import { PROJECT_KEYS } from './projectKeys';

const MATRIX = message('expected-matrix');
const ROW = wholeNumber(1, Infinity, message('expected-row'));
const HEADING: Kind<string> = { shape: nonEmpty, expected: message('expected-columns', COLUMN_MEANINGS) };
const MEANING = oneOf(RESPONSIBILITIES, message('expected-values'));

/** The `matrix` of a project file: a path, or an object with a path, or a list of those. */
export function readMatrixSources(reading: JsonReading): readonly MatrixSource[] {
  const value = reading.read<unknown>(['matrix'], { shape: (matrix) => matrix, expected: MATRIX });
  if (value === undefined) return [];
  const paths = Array.isArray(value) ? value.map((_, index) => ['matrix', index]) : [['matrix']];
  return paths.flatMap((path) => readMatrixSource(path, reading));
}

function readMatrixSource(at: JSONPath, reading: JsonReading): readonly MatrixSource[] {
  const { read, checkKeys } = reading;
  const shape = (source: unknown): string | object | undefined => (isObject(source) ? source : nonEmpty(source));
  const value = read(at, { shape, expected: MATRIX });
  if (value === undefined) return [];
  if (typeof value === 'string') return [{ path: value }];
  checkKeys(at, PROJECT_KEYS.matrix);
  const path = read([...at, 'path'], TEXT);
  // Without a path it is of no use, and what else stands in it is looked at all the same.
  if (!('path' in value)) read(at, { shape: () => undefined, expected: MATRIX });
  const columns = readMapping([...at, 'columns'], HEADING, reading, COLUMN_MEANINGS);
  const values = readMapping([...at, 'values'], MEANING, reading);
  const source = {
    ...optional('version', read([...at, 'version'], TEXT)),
    ...optional('provider', read([...at, 'provider'], TEXT)),
    ...optional('headerRow', read([...at, 'headerRow'], ROW)),
    ...optional('sheet', read([...at, 'sheet'], TEXT)),
    ...optional('idPattern', read([...at, 'idPattern'], TEXT)),
    ...(columns.length > 0 && { columns: Object.fromEntries(columns) }),
    ...(values.length > 0 && { values: Object.fromEntries(values) }),
  };
  return path === undefined ? [] : [{ path, ...source }];
}

/** The entries of an object, each by itself. Keys other than those known are problems of the value's kind. */
function readMapping<T>(
  at: JSONPath,
  { shape, expected }: Kind<T>,
  { read, checkKeys }: JsonReading,
  known?: readonly string[],
): readonly (readonly [string, T])[] {
  const names = Object.keys(read(at, { ...OBJECT, expected }) ?? {});
  checkKeys(at);
  return names.flatMap((name) => {
    const isKnown = known?.includes(name) ?? true;
    const entry = read([...at, name], { shape: (item) => (isKnown ? shape(item) : undefined), expected });
    return entry === undefined ? [] : [[name, entry] as const];
  });
}
