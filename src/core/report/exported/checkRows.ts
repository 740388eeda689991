import { MATURITY_LEVELS } from '../../assessment/maturity';
import { RESPONSIBILITY_ORDER, STATUSES, statusWord } from '../../assessment/status';
import { parseCalendarDate } from '../../calendarDate';
import { type Message, message } from '../../message';
import type { Value } from './cells';
import type { ExportedTables } from './exportedSummary';
import type { Manifest } from './manifest';
import type { Field } from './tables';

/**
 * What is wrong with a field that was read back; undefined where it holds what it may. Somebody may have changed the file,
 * and a spreadsheet writes days its own way.
 *
 * @param text as it stands in the file
 */
export function fieldProblem(
  { column, heading, type, isOptional, blank }: Field,
  value: Value | undefined,
  text: string,
): Message | undefined {
  const called = message(`column-${heading ?? column}`);
  if (text === '') {
    const mayBeBlank = isOptional || blank !== undefined || type === 'text' || type === 'ids';
    return mayBeBlank ? undefined : message('export-blank', called);
  }
  return isValid(type, value) ? undefined : message('export-value', called, text);
}

function isValid(type: Field['type'], value: Value | undefined): boolean {
  const isOneOf = (codes: readonly string[]): boolean => codes.some((code) => code === value);
  switch (type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'date':
      return typeof value === 'string' && parseCalendarDate(value) !== undefined;
    case 'yes-no':
      return typeof value === 'boolean';
    case 'ids':
      return Array.isArray(value);
    case 'status':
      return isOneOf(STATUSES);
    case 'maturity':
      return isOneOf(MATURITY_LEVELS);
    case 'responsibility':
    case 'whose':
      return isOneOf(RESPONSIBILITY_ORDER);
    default:
      return typeof value === 'string';
  }
}

/** Where the head says another number than there are rows: some were cut off, taken out or changed. */
export function countProblems({ counts, unresolved, basis }: Manifest, tables: ExportedTables): readonly Message[] {
  const counted = basis === 'requirements' ? tables.requirements : tables.controls;
  const byStatus = STATUSES.map((status) => {
    const rows = counted.filter((row) => row.status === status).length;
    return [statusWord(status, { basis }), counts.byStatus[status], rows] as const;
  });
  const differences = [
    [message('head-controls'), counts.controls, tables.controls.length] as const,
    [message('head-requirements'), counts.requirements, tables.requirements.length] as const,
    [message('head-unresolved'), unresolved, tables.unresolved.length] as const,
  ].filter(([, said, found]) => said !== found);
  // Rows that are missing are missing by status too.
  return (differences.length > 0 ? differences : byStatus)
    .filter(([, said, found]) => said !== found)
    .map(([what, said, found]) => message('export-count', what, Number.isFinite(said) ? said : '', found));
}
