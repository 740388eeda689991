import type { Catalog } from '../csf/catalog';
import { readSubject } from '../csf/subject';
import { type CsvRow, shortened, tidy } from '../csv';
import { problem, type Problem, type ProblemCode } from '../problems';
import type { Steps } from '../steps';
import { type ColumnMeaning, readHeader } from './columns';
import { isSameRow } from './contents';
import { COLUMN_NUMBER } from './headerReader';
import type { MatrixEntry, MatrixSource, ValueUse } from './matrix';
import type { Head } from './table';
import { type Cell, UNKNOWN, ValueReader } from './values';

/** How many cells are read between two steps: a few milliseconds' worth. */
const STEP = 3_000;

/** What became of the rows of a matrix. */
export interface RowsReading {
  readonly entries: readonly MatrixEntry[];
  readonly duplicates: number;
  readonly values: readonly ValueUse[];
  readonly problems: readonly Problem[];
}

/** Makes every row an entry, a duplicate, or a problem that names its line. @param rows those below the header */
export function* readRows(
  rows: readonly CsvRow[],
  head: Head,
  file: string,
  source: MatrixSource,
  catalog: Catalog,
): Steps<RowsReading> {
  const { columns } = head.header;
  const width = widthOf(head);
  const mapping = Object.fromEntries(
    Object.entries(source.columns ?? {}).filter(([, name]) => !COLUMN_NUMBER.test(name)),
  );
  const entries: MatrixEntry[] = [];
  const problems: Problem[] = [];
  const firstLines = new Map<string, number>();
  const values = new ValueReader(head, source);
  let duplicates = 0;
  /** Set where another table begins: its columns are not the ones that were read above. */
  let isOtherTable = false;
  /** Of the last row that was an element of something. */
  let above: RowId | undefined;
  let cellsRead = 0;
  for (const row of rows) {
    cellsRead += row.cells.length;
    if (cellsRead > STEP) {
      cellsRead = 0;
      yield;
    }
    const report = (code: ProblemCode, ...args: Problem['args']): void => {
      problems.push(problem(code, file, { line: row.line }, ...args));
    };
    const cell: Cell = (meaning) => tidy(row.cells[columns[meaning] ?? -1] ?? '');
    const read = readId(cell, above, catalog);
    above = undefined;
    if ('code' in read) {
      if (isSameRow(row.cells, head.row.cells)) {
        isOtherTable = false;
        report('repeated-header');
        continue;
      }
      // A column that is named by its number would be found in any row.
      const header = readHeader(row.cells, mapping);
      if (header.columns.id !== undefined && Object.keys(header.columns).length > 1) {
        isOtherTable = Object.entries(header.columns).some(([meaning, at]) => columns[meaning as ColumnMeaning] !== at);
        report(isOtherTable ? 'second-header' : 'repeated-header');
        continue;
      }
      report(read.code, shortened(cell('id') || cell('control')));
      if (read.control === undefined) continue;
    }
    const { requirement, control = '' } = read;
    if (cell('element') !== '') above = { control, ...(requirement !== undefined && { requirement }) };
    const id = requirement ?? control;
    const content = [id, ...row.cells].join('\0');
    const firstLine = firstLines.get(content);
    if (firstLine !== undefined) {
      duplicates++;
      report('duplicate-row', id, firstLine);
      continue;
    }
    firstLines.set(content, row.line);
    const isShifted = row.cells.length > width && row.cells.findLastIndex((text) => tidy(text) !== '') >= width;
    if (isShifted) report('shifted-row', id, width);
    const value = 'code' in read || isOtherTable || isShifted ? UNKNOWN : values.read(cell);
    if (value.unmapped) report('unmapped-value', shortened(value.unmapped.value), value.unmapped.heading, id);
    else if (value.noMark) report('unknown-mark', shortened(value.noMark.value), value.noMark.heading, id);
    else if (value.marks) report('several-marks', id, value.marks);
    else if (value.missing) report('missing-value', id);
    const { responsibility, inheritability } = value;
    const entry: Mutable<MatrixEntry> = { file, line: row.line, control, responsibility, inheritability };
    if (requirement !== undefined) entry.requirement = requirement;
    for (const meaning of TEXTS) {
      const text = cell(meaning);
      if (text !== '') entry[meaning] = text;
    }
    entries.push(entry);
  }
  return { entries, duplicates, values: values.uses, problems };
}

/** Up to the last heading, or to the last column that is read: cells that have none of either shift the others. */
function widthOf({ row, header: { columns } }: Head): number {
  const last = row.cells.findLastIndex((cell) => tidy(cell) !== '');
  return last < 0 ? Infinity : Math.max(last, ...Object.values(columns)) + 1;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const TEXTS = ['cvid', 'element', 'csfVersion', 'customerText', 'providerText'] as const;

interface RowId {
  readonly requirement?: string;
  readonly control: string;
}

/** What is wrong with the id cell. Where the row says its control, that control has a requirement which is unknown. */
interface UnreadId extends Partial<RowId> {
  readonly code: ProblemCode;
}

/**
 * A blank requirement id leaves a row of its control. Where the row has neither, it is a further element of the one
 * above: so a spreadsheet saves cells that were merged.
 */
function readId(cell: Cell, above: RowId | undefined, catalog: Catalog): RowId | UnreadId {
  const [id, control] = [cell('id'), cell('control')];
  if (id === '' && control === '') return cell('element') !== '' && above ? above : { code: 'missing-id' };
  const subject = readSubject(id || control, catalog);
  if (typeof subject !== 'string') return subject;
  const ofControl = readSubject(control, catalog);
  return id === '' || typeof ofControl === 'string'
    ? { code: subject }
    : { code: 'unread-requirement', requirement: shortened(id), control: ofControl.control };
}
