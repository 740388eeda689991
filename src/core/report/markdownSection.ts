import { message } from '../message';
import type { SentenceCode } from '../sentences';
import { inline, table } from './markdownText';
import type { Report } from './report';

/** A column's heading, and whether it is there. */
export type MarkdownColumn = SentenceCode | readonly [heading: SentenceCode, isShown: boolean];

/**
 * A headed table, or the word that there is nothing to list.
 *
 * @param rows finished cells, as `inline` makes them, also of columns that are not there
 * @param note stands above the table
 */
export function section(
  { translate }: Report,
  title: SentenceCode,
  columns: readonly MarkdownColumn[],
  rows: readonly (readonly string[])[],
  note?: SentenceCode,
): readonly string[] {
  const word = (code: SentenceCode): string => inline(translate(message(code)));
  const isShown = columns.map((column) => typeof column === 'string' || column[1]);
  const headings = columns.map((column) => word(typeof column === 'string' ? column : column[0]));
  const shown = <T>(cells: readonly T[]): readonly T[] => cells.filter((_, index) => isShown[index]);
  const body = rows.length > 0 ? table(shown(headings), rows.map(shown)) : [word('report-none')];
  return [`## ${word(title)}`, '', ...(note ? [word(note), ''] : []), ...body, ''];
}

/** The same, and nothing at all where there is nothing to list. */
export function optionalSection(...args: Parameters<typeof section>): readonly string[] {
  const [, , , rows] = args;
  return rows.length > 0 ? section(...args) : [];
}
