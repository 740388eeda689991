import { message } from '../../message';
import type { Steps } from '../../steps';
import type { SentenceCode } from '../../sentences';
import type { ReportedPlace, Report } from '../report';
import { html, type HtmlContent, type HtmlNode } from './htmlNode';
import { column, type HtmlColumn, type HtmlRow, table } from './htmlTable';

/** What a part of the page says: nothing where it has nothing to say. */
export type HtmlSection = (report: Report) => readonly HtmlNode[] | Steps<readonly HtmlNode[]>;

/** Each column's heading, its width, and whether it is there. */
export type Columns = readonly (readonly [SentenceCode, HtmlColumn['width']?, boolean?])[];

/**
 * A headed table, or the word that there is nothing to list.
 *
 * @param rows with the cells of columns that are not there, too
 * @param note stands above the table
 */
export function section(
  report: Report,
  title: SentenceCode,
  columns: Columns,
  rows: readonly HtmlRow[],
  note?: SentenceCode,
): readonly HtmlNode[] {
  const word = (code: SentenceCode): string => report.translate(message(code));
  const heading = word(title);
  const isShown = columns.map(([, , isThere = true]) => isThere);
  const made = columns.filter((_, index) => isShown[index]).map(([code, width]) => column(report, code, width));
  return [
    html('h2', {}, heading),
    ...(note ? [html('p', {}, word(note))] : []),
    rows.length > 0
      ? table(
          heading,
          made,
          rows.map((row) => shownCells(row, isShown)),
        )
      : html('p', {}, word('report-none')),
  ];
}

/** The same, and nothing at all where there is nothing to list. */
export function optionalSection(...args: Parameters<typeof section>): readonly HtmlNode[] {
  const [, , , rows] = args;
  return rows.length > 0 ? section(...args) : [];
}

/** The cells of the columns that are there. */
export function shownCells(row: HtmlRow, isShown: readonly boolean[]): HtmlRow {
  const [first = [], ...others] = row.filter((_, index) => isShown[index]);
  return [first, ...others];
}

/** `file:line:column` */
export function placeText({ file, line, column: at }: ReportedPlace): string {
  return `${file}:${line}:${at}`;
}

/** Lines of a cell, one below the other. */
export function lines(all: readonly HtmlContent[]): HtmlContent {
  const [only, ...others] = all;
  if (only && others.length === 0) return only;
  return all.length === 0 ? [] : [html('ul', {}, ...all.map((line) => html('li', {}, ...line)))];
}
