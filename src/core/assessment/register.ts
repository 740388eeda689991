import { type Delimiter, DELIMITERS, readCsv, tidy } from '../csv';
import { problem, type Problem } from '../problems';
import { decodeText } from '../text';

/** The columns that say what a row is about, the finest first. */
export const ID_COLUMNS = ['requirement', 'control', 'requirement_id', 'control_id'] as const;

/** A row of a register: its cells by column name, in lower case and with `_` for whatever separates its words. */
export interface RegisterRow {
  /** 1-based. */
  readonly line: number;
  /** The cell under a column or, where that is blank or missing, under the first of its aliases that is not. */
  get(column: string, ...aliases: readonly string[]): string;
}

export interface RegisterReading {
  /** The names of its columns, as `get` takes them. */
  readonly columns: readonly string[];
  readonly rows: readonly RegisterRow[];
  readonly problems: readonly Problem[];
}

/**
 * Reads one of the project's CSV registers by the names in its first row. Unknown columns are allowed and ignored.
 *
 * @param name how the file is called in messages
 * @param required columns that it cannot do without; each a name with its aliases
 */
export function readRegister(
  bytes: Uint8Array,
  file: string,
  name: string,
  required: readonly (readonly string[])[],
): RegisterReading {
  const fail = (failure: Problem): RegisterReading => ({ columns: [], rows: [], problems: [failure] });
  const decoded = decodeText(bytes);
  if (!decoded) return fail(problem('file-not-text', file, undefined, name));
  if (decoded.text.trim() === '') return fail(problem('file-empty', file, undefined, name));
  const { rows, strayQuoteLines, unclosedQuoteLine } = readCsv(decoded.text, delimiterOf(decoded.text));
  const [header, ...body] = rows;
  const names = header?.cells.map(comparable) ?? [];
  for (const aliases of required) {
    if (!aliases.some((alias) => names.includes(alias))) {
      const found = names.filter((heading) => heading !== '');
      return fail(problem('missing-register-column', file, { line: header?.line ?? 1 }, name, aliases[0] ?? '', found));
    }
  }
  return {
    columns: names,
    rows: body.map(({ line, cells }) => ({
      line,
      get: (...columns) => {
        const filled = columns.map((column) => tidy(cells[names.indexOf(column)] ?? ''));
        return filled.find((cell) => cell !== '') ?? '';
      },
    })),
    problems: [
      ...strayQuoteLines.map((line) => problem('stray-quote', file, { line })),
      ...(unclosedQuoteLine === undefined
        ? []
        : [problem('unclosed-quote', file, { line: unclosedQuoteLine }, unclosedQuoteLine)]),
    ],
  };
}

/** The delimiter of a register: the one that its first line has most of. */
export function delimiterOf(text: string): Delimiter {
  const [headingLine = ''] = text.split(/[\r\n]/, 1);
  return DELIMITERS.toSorted((a, b) => headingLine.split(b).length - headingLine.split(a).length)[0] ?? ',';
}

/** `Maturity Level` and `Weight (%)` are `maturity_level` and `weight`. */
export function comparable(heading: string): string {
  return tidy(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
}
