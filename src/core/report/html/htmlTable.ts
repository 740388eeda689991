import { message } from '../../message';
import type { SentenceCode } from '../../sentences';
import type { Report } from '../report';
import { html, type HtmlContent, type HtmlNode } from './htmlNode';

/** A column: its heading, and how wide it is where it does not share what the others leave. */
export interface HtmlColumn {
  readonly heading: string;
  readonly width?: 'id' | 'short' | 'number' | 'picture';
}

/** The first cell names the row. */
export type HtmlRow = readonly [HtmlContent, ...HtmlContent[]];

/** A row this long may break over pages: kept together it would leave half a page empty. */
const LONG = 1_500;

export function column(
  { translate }: Pick<Report, 'translate'>,
  heading: SentenceCode,
  width?: HtmlColumn['width'],
): HtmlColumn {
  return { heading: translate(message(heading)), ...(width && { width }) };
}

export function table(caption: string, columns: readonly HtmlColumn[], rows: readonly HtmlRow[]): HtmlNode {
  return frame(caption, columns, [html('tbody', {}, ...rows.map((row) => rowOf(row, columns, 'row')))]);
}

/** A table of groups of rows: the first of a group names the others too, where there are any. */
export function groupedTable(
  caption: string,
  columns: readonly HtmlColumn[],
  groups: readonly (readonly [HtmlRow, ...HtmlRow[]])[],
): HtmlNode {
  return frame(
    caption,
    columns,
    groups.map(([first, ...others]) =>
      html(
        'tbody',
        {},
        rowOf(first, columns, others.length > 0 ? 'rowgroup' : 'row'),
        ...others.map((row) => rowOf(row, columns, 'row')),
      ),
    ),
  );
}

function frame(caption: string, columns: readonly HtmlColumn[], bodies: readonly HtmlNode[]): HtmlNode {
  return html(
    'table',
    {},
    html('caption', { class: 'unseen' }, caption),
    html('colgroup', {}, ...columns.map(({ width }) => html('col', width ? { class: width } : {}))),
    html(
      'thead',
      {},
      html('tr', {}, ...columns.map((each) => html('th', { scope: 'col', ...cellClass(each) }, each.heading))),
    ),
    ...bodies,
  );
}

function rowOf([name, ...cells]: HtmlRow, columns: readonly HtmlColumn[], scope: 'row' | 'rowgroup'): HtmlNode {
  const long = lengthOf([...name, ...cells.flat()]) > LONG ? { class: 'long' } : {};
  return html(
    'tr',
    long,
    html('th', { scope }, ...name),
    ...cells.map((cell, index) => html('td', cellClass(columns[index + 1]), ...cell)),
  );
}

function cellClass(of: HtmlColumn | undefined): HtmlNode['attributes'] {
  return of?.width === 'number' ? { class: 'number' } : {};
}

function lengthOf(content: HtmlContent): number {
  return content.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : lengthOf(part.children)), 0);
}
