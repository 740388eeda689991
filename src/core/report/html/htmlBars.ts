import { STATUSES, statusWord } from '../../assessment/status';
import { segmentsOf, type StatusBar, type StatusBars, sumOf } from '../../assessment/statusBars';
import { message } from '../../message';
import type { SentenceCode } from '../../sentences';
import { drawBar } from '../barPicture';
import { barsOfReport, type Report, scopeLine, shows } from '../report';
import { drawSwatch } from '../tonePattern';
import { html, type HtmlNode } from './htmlNode';
import { column, type HtmlColumn, table } from './htmlTable';

/** How everything in scope is spread over the statuses: a bar and its figures, and the same for each category and domain. */
export function bars(report: Report): readonly HtmlNode[] {
  const of = barsOfReport(report);
  return [
    ...(shows(report, 'totals') ? whole(of, report) : []),
    ...(shows(report, 'readiness')
      ? [...parts('column-category', of.byCategory, report), ...parts('column-domain', of.byDomain, report)]
      : []),
  ];
}

function whole({ all }: StatusBars, report: Report): readonly HtmlNode[] {
  const { summary, translate } = report;
  const title = translate(message(report.filter ? 'report-totals-filtered' : 'report-totals'));
  const segments = segmentsOf(all);
  const counted = column(report, countedBy(report), 'number');
  const rows = segments.map(({ value, count }, index) => {
    const swatch = drawSwatch(value, { width: 14, height: 14, idPrefix: `swatch-${index}` });
    return [[swatch, translate(statusWord(value, summary))], [String(count)]] as const;
  });
  return [
    html('h2', {}, title),
    html('p', {}, translate(scopeLine(report))),
    drawBar(segments, { width: 720, height: 28, idPrefix: 'bar-all', radius: 3 }),
    html('div', { class: 'legend' }, table(title, [column(report, 'column-status'), counted], rows)),
  ];
}

function countedBy({ summary }: Pick<Report, 'summary'>): 'column-requirements' | 'column-controls' {
  return summary.basis === 'requirements' ? 'column-requirements' : 'column-controls';
}

function parts(
  of: 'column-category' | 'column-domain',
  all: readonly StatusBar[],
  report: Report,
): readonly HtmlNode[] {
  if (all.length === 0) return [];
  const { summary, translate } = report;
  const word = (code: SentenceCode): string => translate(message(code));
  const title = word(`html-by-${of}`);
  const shown = STATUSES.filter((status) => all.some(({ counts }) => counts[status] > 0));
  const longest = Math.max(...all.map(sumOf));
  const columns: readonly HtmlColumn[] = [
    column(report, of),
    { heading: word('html-bar'), width: 'picture' },
    ...shown.map((status): HtmlColumn => ({ heading: translate(statusWord(status, summary)), width: 'number' })),
  ];
  return [
    html('h3', {}, title),
    table(
      title,
      columns,
      all.map((bar) => [
        [`${bar.id} ${bar.title}`.trim() || word('tree-no-domain')],
        [drawBar(segmentsOf(bar), { width: 140, height: 12, total: longest, idPrefix: `bar-${of}-${bar.id}` })],
        ...shown.map((status) => [String(bar.counts[status])]),
      ]),
    ),
  ];
}
