import { type Message, message, type Translate } from '../message';
import { type Column, printRows } from './csvTable';
import { inline, table } from './markdownText';

/** A control or a listed requirement, as it stands in the summary's table. */
export interface TableRow {
  readonly id: string;
  readonly title: string;
  readonly responsibility: Message;
  readonly status: Message;
  readonly open: readonly Message[];
  /** How many there are. */
  readonly evidence: number;
  readonly requests: number;
  readonly references: number;
}

const COLUMNS = [
  'id',
  'title',
  'responsibility',
  'status',
  'open',
  'evidence',
  'requests',
  'references',
] as const satisfies readonly (Column & keyof TableRow)[];

export const ROWS_FORMATS = ['markdown', 'csv'] as const;
export type RowsFormat = (typeof ROWS_FORMATS)[number];

/**
 * Rows as a table to be put in somewhere else: what stands in them is text there, and nothing in Markdown, HTML or a
 * spreadsheet.
 */
export function printTableRows(rows: readonly TableRow[], format: RowsFormat, translate: Translate): string {
  const cells = rows.map((row) => ({
    id: row.id,
    title: row.title,
    responsibility: translate(row.responsibility),
    status: translate(row.status),
    open: row.open.map(translate).join('; '),
    evidence: String(row.evidence),
    requests: String(row.requests),
    references: String(row.references),
  }));
  if (format === 'csv') return printRows(COLUMNS, cells, translate);
  const header = COLUMNS.map((name) => inline(translate(message(`column-${name}`))));
  const body = cells.map((row) => COLUMNS.map((name) => inline(row[name])));
  return `${table(header, body).join('\n')}\n`;
}
