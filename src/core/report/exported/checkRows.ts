import { MATURITY_LEVELS } from '../../assessment/maturity';
import { RESPONSIBILITY_ORDER, STATUSES, statusWord } from '../../assessment/status';
import { parseCalendarDate } from '../../calendarDate';
import { type Message, message } from '../../message';
import type { Value } from './cells';
import type { ExportedTables, TableName } from './exportedSummary';
import type { Figure, Manifest } from './manifest';
import { ofManifest, shownFields } from './shownRows';
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
export function countProblems(manifest: Manifest, tables: ExportedTables): readonly Message[] {
  const { counts, unresolved, basis } = manifest;
  const counted = basis === 'requirements' ? 'requirements' : 'controls';
  const byStatus = STATUSES.map((status): Counted => {
    const rows = tables[counted].filter((row) => row.status === status).length;
    return { table: counted, what: statusWord(status, { basis }), said: counts.byStatus[status], rows };
  });
  const inAll: readonly Counted[] = [
    { table: 'controls', what: message('head-controls'), said: counts.controls, rows: tables.controls.length },
    {
      table: 'requirements',
      what: message('head-requirements'),
      said: counts.requirements,
      rows: tables.requirements.length,
    },
    { table: 'unresolved', what: message('head-unresolved'), said: unresolved, rows: tables.unresolved.length },
  ];
  const isOff = ({ table, said, rows }: Counted): boolean =>
    said !== null && said !== rows && shownFields(table, ofManifest(manifest)).length > 0;
  // Rows that are missing are missing by status too.
  return (inAll.some(isOff) ? inAll : byStatus)
    .filter(isOff)
    .map(({ what, said, rows }) => message('export-count', what, Number.isFinite(said) ? (said ?? '') : '', rows));
}

/** How many rows of a table the head tells, and how many there are. */
interface Counted {
  readonly table: TableName;
  readonly what: Message;
  readonly said: Figure;
  readonly rows: number;
}
