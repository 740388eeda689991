import type { CalendarDate } from '../calendarDate';
import { shortened } from '../csv';
import { problem, type Problem } from '../problems';
import { readDate } from './dateCell';
import { EVIDENCE_TYPES, type EvidenceType, parseEvidenceType } from './evidenceType';
import type { RegisterRow } from './register';

export const DATE_COLUMNS = ['approved_on', 'effective_from', 'reviewed_on', 'captured_on'] as const;
export type DateColumn = (typeof DATE_COLUMNS)[number];
export type Dates = Readonly<Partial<Record<DateColumn, CalendarDate>>>;

/** What a row says of a document itself, in `documents.csv` or beside what it is evidence for. */
export interface DocumentCells {
  readonly type?: EvidenceType;
  readonly location?: string;
  readonly dates?: Dates;
  readonly sha256?: string;
}

/**
 * Reads what a row says of a document. A cell that cannot be read is a problem and counts as not given.
 *
 * @param columns the dates that are the document's own
 */
export function readDocumentCells(
  row: RegisterRow,
  file: string,
  problems: Problem[],
  columns: readonly DateColumn[] = DATE_COLUMNS,
): DocumentCells {
  const place = { line: row.line };
  const typeCell = row.get('type', 'evidence_type', 'document_type');
  const type = parseEvidenceType(typeCell);
  if (typeCell !== '' && !type) {
    problems.push(problem('unknown-evidence-type', file, place, shortened(typeCell), EVIDENCE_TYPES));
  }
  const location = row.get('location');
  const dates = readDates(row, file, problems, columns);
  const sha256 = row.get('sha256', 'sha_256').toLowerCase();
  const isHash = /^[0-9a-f]{64}$/.test(sha256);
  if (sha256 !== '' && !isHash) problems.push(problem('invalid-hash', file, place, shortened(sha256)));
  return {
    ...(type && { type }),
    ...(location && { location }),
    ...(dates && { dates }),
    ...(isHash && { sha256 }),
  };
}

function readDates(
  row: RegisterRow,
  file: string,
  problems: Problem[],
  columns: readonly DateColumn[],
): Dates | undefined {
  const dates = columns.flatMap((column) => {
    const date = readDate(row, file, problems, column, ...(column === 'captured_on' ? ['collected'] : []));
    return date === undefined ? [] : [[column, date] as const];
  });
  return dates.length === 0 ? undefined : Object.fromEntries(dates);
}
