import { message } from '../message';
import type { SentenceCode } from '../sentences';
import { inline, table } from './markdownText';
import type { Report } from './report';

/**
 * A headed table, or the word that there is nothing to list.
 *
 * @param rows finished cells, as `inline` makes them
 * @param note stands above the table
 */
export function section(
  { translate }: Report,
  title: SentenceCode,
  columns: readonly SentenceCode[],
  rows: readonly (readonly string[])[],
  note?: SentenceCode,
): readonly string[] {
  const word = (code: SentenceCode): string => inline(translate(message(code)));
  const body = rows.length > 0 ? table(columns.map(word), rows) : [word('report-none')];
  return [`## ${word(title)}`, '', ...(note ? [word(note), ''] : []), ...body, ''];
}

/** The same, and nothing at all where there is nothing to list. */
export function optionalSection(...args: Parameters<typeof section>): readonly string[] {
  const [, , , rows] = args;
  return rows.length > 0 ? section(...args) : [];
}
