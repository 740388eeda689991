import type { Catalog } from '../csf/catalog';
import { readSubject } from '../csf/subject';
import { type CsvRow, DELIMITERS, type Delimiter, readCsv, tidy } from '../csv';
import { problem, type Problem } from '../problems';
import { decodeText } from '../text';
import { type ColumnMeaning, type HeaderReading, readHeader } from './columns';
import type { Matrix, MatrixEntry, MatrixSource } from './matrix';
import { INHERITABILITY_OF, readResponsibility, type Responsibility, type ValueColumn } from './responsibility';

/** How far down a header row is looked for: titles and guidance stand above it. */
const HEAD_ROWS = 30;
const HEAD_LENGTH = 200_000;

/** Either the matrix, or the one reason why there is none. */
export type MatrixReading = { readonly matrix: Matrix } | { readonly failure: Problem };

/**
 * Reads a shared-responsibility matrix from the bytes of a CSV file. Never throws on what the file holds. Columns are
 * found by their headings (`columns.ts`), values are read under their kind of heading (`responsibility.ts`), and every
 * row below the header becomes an entry, a counted duplicate, or a problem that names its line.
 *
 * @param file the file's location, for entries and problems
 */
export function readMatrix(bytes: Uint8Array, file: string, source: MatrixSource, catalog: Catalog): MatrixReading {
  const fail = (code: Problem['code'], ...args: Problem['args']): MatrixReading => ({
    failure: problem(code, file, undefined, ...args),
  });
  const decoded = decodeText(bytes);
  if (!decoded) return fail('file-not-text', source.path);
  if (decoded.text.trim() === '') return fail('file-empty', source.path);
  const head = findHeader(decoded.text, source);
  const reading = readCsv(decoded.text, head.delimiter);
  const headings = head.row.cells.map(tidy).filter((heading) => heading !== '');
  if (head.header.columns.id === undefined) return fail('missing-id-column', headings);

  const problems: Problem[] = [];
  const headerPlace = { line: head.row.line };
  for (const heading of head.header.missing) {
    problems.push(problem('missing-column', file, headerPlace, heading, source.path, headings));
  }
  for (const { meaning, headings: candidates } of head.header.ambiguous) {
    problems.push(problem('ambiguous-column', file, headerPlace, meaning, candidates));
  }
  const { responsibility, inheritability } = head.header.columns;
  const asksAnyway = head.header.ambiguous.some(
    ({ meaning }) => meaning === 'responsibility' || meaning === 'inheritability',
  );
  if (responsibility === undefined && inheritability === undefined && !asksAnyway) {
    problems.push(problem('missing-responsibility-column', file, headerPlace, headings));
  }

  const rows = reading.rows.filter((row) => row.line > head.row.line);
  const { entries, duplicates } = readRows(rows, head, file, source, catalog, problems);
  if (entries.length === 0) problems.unshift(problem('matrix-without-entries', file, headerPlace));
  if (reading.unclosedQuoteLine !== undefined) {
    problems.push(problem('unclosed-quote', file, { line: reading.unclosedQuoteLine }, reading.unclosedQuoteLine));
  }
  const above = reading.rows.filter((row) => row.line < head.row.line).flatMap(({ cells }) => cells.map(tidy));
  const preamble = above.filter((cell) => cell !== '').join(' ');
  const columns = Object.fromEntries(
    Object.entries(head.header.columns).map(([meaning, index]) => [meaning, tidy(head.row.cells[index] ?? '')]),
  );
  return {
    matrix: {
      file,
      name: source.path,
      format: 'csv',
      encoding: decoded.encoding,
      delimiter: head.delimiter,
      headerRow: head.row.line,
      ...(preamble !== '' && { preamble: shortened(preamble, 300) }),
      columns,
      rows: rows.length,
      entries,
      duplicates,
      problems,
    },
  };
}

interface Head {
  readonly delimiter: Delimiter;
  readonly row: CsvRow;
  readonly header: HeaderReading;
}

/** The delimiter and row under which the most columns have a meaning; the earliest where several have. */
function findHeader(text: string, source: MatrixSource): Head {
  const sample = text.slice(0, HEAD_LENGTH);
  let best: Head = { delimiter: ',', row: { line: source.headerRow ?? 1, cells: [] }, header: readHeader([]) };
  for (const delimiter of DELIMITERS) {
    for (const row of readCsv(sample, delimiter, source.headerRow ?? HEAD_ROWS).rows) {
      if (source.headerRow !== undefined && row.line !== source.headerRow) continue;
      const candidate = { delimiter, row, header: readHeader(row.cells, source.columns) };
      if (score(candidate) > score(best)) best = candidate;
    }
    // With an id and a value beside it there is nothing left to find.
    const { id, responsibility, inheritability } = best.header.columns;
    if (id !== undefined && (responsibility ?? inheritability) !== undefined) break;
  }
  return best;
}

/** A header without an id is no header. Of equals the wider goes first: read with a wrong delimiter a row is one cell. */
function score({ row, header }: Head): number {
  const known = header.columns.id === undefined ? 0 : Object.keys(header.columns).length + header.ambiguous.length;
  return known + Math.min(row.cells.length, 1_000) / 1_001;
}

function readRows(
  rows: readonly CsvRow[],
  head: Head,
  file: string,
  source: MatrixSource,
  catalog: Catalog,
  problems: Problem[],
): { readonly entries: readonly MatrixEntry[]; readonly duplicates: number } {
  const entries: MatrixEntry[] = [];
  const firstLines = new Map<string, number>();
  let duplicates = 0;
  for (const row of rows) {
    const place = { line: row.line };
    const cell = (meaning: ColumnMeaning): string => tidy(row.cells[head.header.columns[meaning] ?? -1] ?? '');
    // A blank requirement id leaves a row of its control.
    const ids = readSubject(cell('id') || cell('control'), catalog);
    if (!ids) {
      problems.push(problem('unknown-id', file, place, shortened(cell('id') || cell('control'))));
      continue;
    }
    const content = JSON.stringify(row.cells);
    const firstLine = firstLines.get(content);
    if (firstLine !== undefined) {
      duplicates++;
      problems.push(problem('duplicate-row', file, place, ids.requirement ?? ids.control, firstLine));
      continue;
    }
    firstLines.set(content, row.line);
    const value = readValue(cell, head.header, source);
    if (value.unmapped) {
      const heading = tidy(head.row.cells[head.header.columns[value.unmapped] ?? -1] ?? '');
      problems.push(
        problem(
          'unmapped-value',
          file,
          place,
          shortened(cell(value.unmapped)),
          heading,
          ids.requirement ?? ids.control,
        ),
      );
    } else if (value.missing) {
      problems.push(problem('missing-value', file, place, ids.requirement ?? ids.control));
    }
    entries.push({
      file,
      line: row.line,
      ...ids,
      ...textOf('cvid', cell),
      ...textOf('element', cell),
      ...textOf('csfVersion', cell),
      responsibility: value.responsibility,
      inheritability: value.inheritability,
      ...textOf('customerText', cell),
      ...textOf('providerText', cell),
    });
  }
  return { entries, duplicates };
}

interface Value extends Pick<MatrixEntry, 'responsibility' | 'inheritability'> {
  /** A column whose value is not known: nothing else in the row is then relied on. */
  readonly unmapped?: ValueColumn;
  readonly missing?: boolean;
}

const UNKNOWN = { responsibility: null, inheritability: null } as const;

function readValue(cell: (meaning: ColumnMeaning) => string, header: HeaderReading, source: MatrixSource): Value {
  const values = { ...(source.provider !== undefined && { [source.provider]: 'azure' as const }), ...source.values };
  const read: Partial<Record<ValueColumn, Responsibility>> = {};
  for (const column of ['inheritability', 'responsibility'] as const) {
    const written = cell(column);
    if (written === '') continue;
    const responsibility = readResponsibility(written, column, values);
    if (responsibility === undefined) return { ...UNKNOWN, unmapped: column };
    read[column] = responsibility;
  }
  const inheritability = read.inheritability ?? read.responsibility;
  if (inheritability !== undefined) {
    return { responsibility: read.responsibility ?? inheritability, inheritability: INHERITABILITY_OF[inheritability] };
  }
  const hasColumn = header.columns.inheritability !== undefined || header.columns.responsibility !== undefined;
  return { ...UNKNOWN, missing: hasColumn };
}

function textOf<M extends ColumnMeaning>(
  meaning: M,
  cell: (meaning: ColumnMeaning) => string,
): Partial<Record<M, string>> {
  const text = cell(meaning);
  return text === '' ? {} : ({ [meaning]: text } as Partial<Record<M, string>>);
}

/** Cells can hold pages; a message needs the beginning. */
function shortened(cell: string, length = 60): string {
  return cell.length > length ? `${cell.slice(0, length - 1)}…` : cell;
}
