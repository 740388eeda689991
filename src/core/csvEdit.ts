import { comparable, delimiterOf } from './assessment/register';
import { type Delimiter, readCsv } from './csv';
import { problem, type Problem } from './problems';
import { type DecodedText, decodeText, encodeText } from './text';
import { lineBreaksIn, type WrittenRow, writtenRows } from './writtenRows';

/** A register's file as it was read. */
export interface RegisterFile {
  /** Undefined where there is no file yet. */
  readonly bytes: Uint8Array | undefined;
  readonly file: string;
  /** How the file is called in messages. */
  readonly name: string;
}

/** The columns that are written, in the order of a new file's header, each with its other names, the first preferred. */
export type RegisterColumns<C extends string> = Readonly<Record<C, readonly string[]>>;

/** The cells of a row, by their column. */
export type RegisterCells<C extends string> = Readonly<Partial<Record<C, string>>>;

/** The new value of one cell. */
export interface CellEdit<C extends string> {
  /** The 1-based line on which the row begins. */
  readonly line: number;
  readonly column: C;
  readonly value: string;
}

/** A value that was not written, for the file has no column for it. */
export interface LeftValue<C extends string> {
  /** Which of the given rows or edits it is of, from 0. */
  readonly index: number;
  readonly column: C;
  readonly value: string;
}

export interface Edited<C extends string> {
  readonly bytes: Uint8Array;
  readonly left: readonly LeftValue<C>[];
}

export interface Appended<C extends string> extends Edited<C> {
  /** The 1-based lines on which the new rows begin. */
  readonly lines: readonly number[];
}

export interface Refused {
  readonly failure: Problem;
}

/**
 * A register with further rows. What is there stays, byte for byte; what is added is as the rows above it: in encoding,
 * delimiter, line ends and quoting. A last row without a line end gets one. A file that is not there, or is blank, gets
 * a header. A row with no value that the file has a column for is not written.
 *
 * @param required columns without which nothing is written
 */
export function appendRows<C extends string>(
  register: RegisterFile,
  columns: RegisterColumns<C>,
  rows: readonly RegisterCells<C>[],
  required: readonly C[] = [],
): Appended<C> | Refused {
  const source = openRegister(register);
  if ('failure' in source) return source;
  const { text, written, style } = source;
  const names = source.names ?? Object.keys(columns);
  const placeOf = createPlaceOf(columns, names);
  const missing = required.find((column) => placeOf(column) < 0);
  if (missing !== undefined) return { failure: lacksColumn(register, missing) };

  const left: LeftValue<C>[] = [];
  const lines: number[] = [];
  const missesLineEnd = written.at(-1)?.lineEnd === '';
  let added = missesLineEnd ? style.lineEnd : '';
  if (!source.names) added += printRow(names, style);
  let line = 1 + lineBreaksIn(text) + lineBreaksIn(added);
  for (const [index, row] of rows.entries()) {
    const cells = names.map(() => '');
    for (const [column, value] of cellsOf(row)) {
      const place = placeOf(column);
      if (place < 0) left.push({ index, column, value });
      else cells[place] = value;
    }
    if (cells.every((cell) => cell.trim() === '')) continue;
    const printed = printRow(cells, style);
    lines.push(line);
    added += printed;
    line += lineBreaksIn(printed);
  }
  const bytes = replace(source, [{ start: text.length, end: text.length, by: lines.length > 0 ? added : '' }]);
  return 'unencodable' in bytes
    ? { failure: notEncodable(register, source, bytes.unencodable) }
    : { bytes, left, lines };
}

/** A register with other values in some of its cells, and every other byte as it was. A short row is made longer. */
export function setCells<C extends string>(
  register: RegisterFile & { readonly bytes: Uint8Array },
  columns: RegisterColumns<C>,
  edits: readonly CellEdit<C>[],
): Edited<C> | Refused {
  const source = openRegister(register);
  if ('failure' in source) return source;
  const { names = [], style, written } = source;
  const placeOf = createPlaceOf(columns, names);
  const rows = new Map(written.map((row) => [row.line, row]));
  const left: LeftValue<C>[] = [];
  const changed = new Map<WrittenRow, string[]>();
  for (const [index, { line, column, value }] of edits.entries()) {
    const row = rows.get(line);
    if (!row || row.line <= source.headerLine || isBlank(row)) {
      return { failure: problem('register-row-gone', register.file, { line }, register.name, line) };
    }
    const place = placeOf(column);
    if (place < 0) {
      left.push({ index, column, value });
      continue;
    }
    const cells = changed.get(row) ?? [...row.cells];
    while (cells.length <= place) cells.push(printCell('', style));
    const isQuoted = cells[place]?.startsWith('"') === true;
    cells[place] = printCell(value, isQuoted ? { ...style, quotes: 'all' } : style);
    changed.set(row, cells);
  }
  const replacements = [...changed]
    .toSorted(([a], [b]) => a.start - b.start)
    .map(([{ start, cells }, edited]) => ({
      start,
      end: start + cells.join(style.delimiter).length,
      by: edited.join(style.delimiter),
    }));
  const bytes = replace(source, replacements);
  return 'unencodable' in bytes ? { failure: notEncodable(register, source, bytes.unencodable) } : { bytes, left };
}

/** What to tell of a column that a register lacks. */
export function lacksColumn({ bytes, file, name }: RegisterFile, column: string): Problem {
  const { text = '' } = (bytes && decodeText(bytes)) ?? {};
  const line = readCsv(text, delimiterOf(text)).rows[0]?.line ?? 1;
  return problem('register-lacks-column', file, { line }, name, column, line);
}

/** How the rows of a file are written. */
interface Style {
  readonly delimiter: Delimiter;
  readonly lineEnd: string;
  /** Which cells have quotation marks though they need none. */
  readonly quotes: 'none' | 'filled' | 'all';
}

interface Source {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly encoding: DecodedText['encoding'];
  /** The headings as they are compared; undefined where the file has no row. */
  readonly names?: readonly string[];
  readonly headerLine: number;
  readonly written: readonly WrittenRow[];
  readonly style: Style;
}

function openRegister({ bytes = new Uint8Array(), file, name }: RegisterFile): Source | Refused {
  const decoded = decodeText(bytes);
  if (!decoded || isCutOff(bytes, decoded)) {
    return { failure: problem('file-not-text', file, undefined, name) };
  }
  const delimiter = delimiterOf(decoded.text);
  const { rows, strayQuoteLines, unclosedQuoteLine } = readCsv(decoded.text, delimiter);
  const line = strayQuoteLines[0] ?? unclosedQuoteLine;
  if (line !== undefined) return { failure: problem('register-quotes', file, { line }, name, line) };
  const [header] = rows;
  const written = writtenRows(decoded.text, delimiter);
  return {
    bytes,
    ...decoded,
    ...(header && { names: header.cells.map(comparable) }),
    headerLine: header?.line ?? 0,
    written,
    style: styleOf(written, delimiter),
  };
}

/** Whether UTF-16 ends in the middle of a character. */
function isCutOff(bytes: Uint8Array, { encoding }: DecodedText): boolean {
  return encoding.startsWith('utf-16') && bytes.length % 2 === 1;
}

function styleOf(written: readonly WrittenRow[], delimiter: Delimiter): Style {
  const lineEnd = written.findLast((row) => row.lineEnd !== '')?.lineEnd ?? '\n';
  const [header, ...body] = written.filter((row) => !isBlank(row));
  const cells = (body.length > 0 ? body : header ? [header] : []).flatMap((row) => row.cells);
  const filled = cells.filter((cell) => cell !== '');
  const isQuoted = filled.length > 0 && filled.every((cell) => cell.startsWith('"'));
  return { delimiter, lineEnd, quotes: !isQuoted ? 'none' : filled.length < cells.length ? 'filled' : 'all' };
}

function isBlank({ cells }: WrittenRow): boolean {
  return cells.every((cell) => cell.replace(/^"(.*)"$/s, '$1').trim() === '');
}

/** The place of each column in the file, by the first of its names that the file has; -1 where it has none. */
function createPlaceOf<C extends string>(columns: RegisterColumns<C>, names: readonly string[]): (column: C) => number {
  return (column) => {
    const known = [column, ...columns[column]].find((name) => names.includes(name));
    return known === undefined ? -1 : names.indexOf(known);
  };
}

function cellsOf<C extends string>(row: RegisterCells<C>): readonly (readonly [C, string])[] {
  return (Object.entries(row) as [C, string | undefined][]).flatMap(([column, value = '']) =>
    value === '' ? [] : [[column, value] as const],
  );
}

function printRow(cells: readonly string[], style: Style): string {
  return cells.map((cell) => printCell(cell, style)).join(style.delimiter) + style.lineEnd;
}

/** These files are the person's own, and a row of theirs begins with a sign where they wrote one: nothing is defused. */
function printCell(cell: string, { delimiter, quotes }: Style): string {
  const needsQuotes = cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell);
  const isQuoted = needsQuotes || quotes === 'all' || (quotes === 'filled' && cell !== '');
  return isQuoted ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A part of a text, and what takes its place. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/**
 * The bytes of a file with parts of its text replaced, and every other byte as it was.
 *
 * @param replacements in their order
 */
function replace(
  { bytes, text, encoding }: Source,
  replacements: readonly Replacement[],
): Uint8Array | { readonly unencodable: string } {
  const parts: Uint8Array[] = [];
  // Behind the byte order mark.
  let at = bytes.length - byteLength(text, encoding);
  let taken = 0;
  let done = 0;
  let expected = '';
  for (const { start, end, by } of replacements) {
    const encoded = encodeText(by, encoding);
    if ('unencodable' in encoded) return encoded;
    at += byteLength(text.slice(done, start), encoding);
    parts.push(bytes.subarray(taken, at), encoded);
    at += byteLength(text.slice(start, end), encoding);
    expected += text.slice(done, start) + by;
    taken = at;
    done = end;
  }
  const edited = concatenate([...parts, bytes.subarray(taken)]);
  // Without a byte order mark it is the bytes themselves that tell the encoding, and new ones can tell another.
  if (decodeText(edited)?.text === expected + text.slice(done)) return edited;
  const added = replacements.map(({ by }) => by).join('');
  return { unencodable: /[^\x20-\x7e\t\r\n]/u.exec(added)?.[0] ?? '' };
}

function byteLength(text: string, encoding: DecodedText['encoding']): number {
  if (encoding === 'utf-8') return new TextEncoder().encode(text).length;
  return encoding === 'windows-1252' ? text.length : text.length * 2;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const ENCODING_NAMES: Readonly<Record<DecodedText['encoding'], string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

function notEncodable({ file, name }: RegisterFile, { encoding }: Source, character: string): Problem {
  return problem('register-encoding', file, undefined, name, ENCODING_NAMES[encoding], character);
}
