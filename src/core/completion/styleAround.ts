import type { Catalog } from '../csf/catalog';
import { parseControlId } from '../csf/controlId';
import { isAtStart, type LineStart, readLineStart } from './place';
import { wordsOf } from './titleWords';

/** How a title stands beside its id: `**01.a** Title` has the mark `**` and the separator of a space. */
export interface IdStyle {
  readonly mark: string;
  readonly separator: string;
}

/** So far away from a line its neighbours are looked for. */
const LINES_LOOKED_AT = 400;

const ENTRY = /^(?<mark>[*_`]{0,3})(?<id>\d{2}[._][a-z]{1,2})(?<rest>.*)$/i;
const SEPARATOR = /^(?:\s*[:.,\u2010-\u2015-]\s+|\s+)(?=\S)/;

/**
 * How the nearest line of the same kind that begins with an id, above or else below, writes the title behind it. Undefined
 * where it writes none, or where there is no such line.
 *
 * @param at the 0-based line
 * @param like what kind of line is meant, where it is not the line's own
 */
export function styleAround(
  lines: readonly string[],
  at: number,
  catalog: Pick<Catalog, 'controls'>,
  like: LineStart['kind'] = readLineStart(lines[at] ?? '').kind,
): IdStyle | undefined {
  const line = neighbourOf(lines, at, like);
  return line === undefined ? undefined : styleOf(line, catalog);
}

/** The nearest line of a kind that begins with an id, above or else below. */
export function neighbourOf(lines: readonly string[], at: number, kind: LineStart['kind']): string | undefined {
  const above = lines.slice(Math.max(0, at - LINES_LOOKED_AT), at).toReversed();
  const below = lines.slice(at + 1, at + 1 + LINES_LOOKED_AT);
  return [...above, ...below].find((line) => {
    const start = readLineStart(line);
    return start.kind === kind && ENTRY.test(line.slice(start.end));
  });
}

/** What follows an id is its title only where it begins as the catalog's does: it can be any sentence. */
function styleOf(line: string, { controls }: Pick<Catalog, 'controls'>): IdStyle | undefined {
  const { mark = '', id = '', rest = '' } = ENTRY.exec(line.slice(readLineStart(line).end))?.groups ?? {};
  const title = controls.get(parseControlId(id) ?? '')?.title;
  if (title === undefined || !rest.startsWith(mark)) return undefined;
  const behind = rest.slice(mark.length);
  const separator = SEPARATOR.exec(behind)?.[0];
  if (separator === undefined) return undefined;
  const [first] = wordsOf(behind.slice(separator.length));
  return first !== undefined && first === wordsOf(title)[0] ? { mark, separator } : undefined;
}

/** An id with its title, as its neighbours have it; the id alone in the midst of a line, or where something follows it. */
export function writeId(
  id: string,
  title: string | undefined,
  style: IdStyle | undefined,
  before: string,
  after: string,
): string {
  if (!style || title === undefined || after.trim() !== '' || !isAtStart(before)) return id;
  const typed = /[*_`[(]*$/.exec(before.slice(readLineStart(before).end))?.[0] ?? '';
  if (typed !== '' && typed !== style.mark) return id;
  return `${typed === '' ? style.mark : ''}${id}${style.mark}${style.separator}${title}`;
}
