import { glanceOf } from '../assessment/glance';
import { statusWord } from '../assessment/status';
import { type Axis, segmentsOf, type StatusBar, sumOf } from '../assessment/statusBars';
import { shortened } from '../csv';
import { type Message, message } from '../message';
import { drawBar } from './barPicture';
import { plainlyShown } from './hiddenCharacters';
import { LIGHT_TONES } from './lightTones';
import { copyLines } from './copyLines';
import { EXPORT_MARK } from './exportMark';
import { encode, type Exporter } from './exporter';
import { barsOfReport, type Report, scopeLine, shows, titleOf } from './report';
import { svg, type SvgNode } from './svg';
import { svgText } from './svgText';
import { drawSwatch } from './tonePattern';

/**
 * How everything in scope, and each category or domain, is spread over the statuses, as a picture of its own: with light
 * colours, its figures as text, and nothing to run or to load.
 */
export function barsExporter(axis: Axis): Exporter {
  return {
    format: 'svg',
    name: 'SVG',
    purpose: 'format-svg',
    extension: 'svg',
    needs: ['totals'],
    write: (report) => encode(`${EXPORT_MARK}\n${svgText(picture(report, axis))}\n`),
  };
}

const WIDTH = 800;
const MARGIN = 24;
const INNER = WIDTH - 2 * MARGIN;
const LEGEND_COLUMNS = 3;
const LEGEND_ROW = 22;
const PART_ROW = 52;
const COPY_ROW = 20;
/** No line is wrapped: what is longer than this would leave the picture. */
const LONGEST = 72;
const LONGEST_COPY = 110;

const STYLE = `
text { fill: #1f1f1f; font: 13px system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; unicode-bidi: isolate; }
.title { font-size: 20px; font-weight: 600; }
.heading { font-size: 15px; font-weight: 600; }
.copy { font-weight: 600; }
.figures { font-size: 10.5px; fill: #4d4d4d; }
.total { text-anchor: end; }
.paper { fill: #ffffff; }
${LIGHT_TONES}
`;

/** A piece of the picture, and how far down it reaches. */
interface Drawn {
  readonly nodes: readonly SvgNode[];
  readonly end: number;
}

function picture(report: Report, axis: Axis): SvgNode {
  const { translate } = report;
  const { all, byCategory, byDomain } = barsOfReport(report);
  const copy = copyLines(report);
  const head = drawHead(all, copy, report);
  const legend = drawLegend(all, head.end, report);
  const bars = axis === 'category' ? byCategory : byDomain;
  const parts = drawParts(axis, shows(report, 'readiness') ? bars : [], legend.end, report);
  const height = parts.end + MARGIN;
  return svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${height}`,
      width: WIDTH,
      height,
      role: 'img',
      'aria-labelledby': 'title description',
    },
    svg('title', { id: 'title' }, plainlyShown(translate(titleOf(report)))),
    svg(
      'desc',
      { id: 'description' },
      plainlyShown([...copy.map(translate), [headline(report), figures(all, report)].join('. ')].join(' ')),
    ),
    svg('style', {}, STYLE),
    svg('rect', { class: 'paper', width: WIDTH, height }),
    ...head.nodes,
    ...legend.nodes,
    ...parts.nodes,
  );
}

/** The title, whose copy it is, the most important thing, of what and when it is, and the bar of everything. */
function drawHead(all: StatusBar, copy: readonly Message[], report: Report): Drawn {
  const { today, translate } = report;
  const top = 46 + copy.length * COPY_ROW;
  const facts: readonly Message[] = [scopeLine(report), message('report-date', today)];
  const segments = segmentsOf(all);
  return {
    nodes: [
      line(46, translate(titleOf(report)), 'title'),
      ...copy.map((told, index) =>
        line(48 + (index + 1) * COPY_ROW, translate(told), index === 0 ? 'copy' : undefined, LONGEST_COPY),
      ),
      line(top + 24, headline(report), undefined, 2 * LONGEST),
      line(top + 44, facts.map(translate).join(' · '), undefined, 2 * LONGEST),
      placed(drawBar(segments, { width: INNER, height: 30, idPrefix: 'all', radius: 3 }), MARGIN, top + 58, INNER, 30),
    ],
    end: top + 88,
  };
}

function drawLegend(all: StatusBar, top: number, { summary, translate }: Report): Drawn {
  const shown = segmentsOf(all);
  const nodes = shown.flatMap(({ value, count }, index) => {
    const x = MARGIN + (index % LEGEND_COLUMNS) * (INNER / LEGEND_COLUMNS);
    const y = top + 14 + Math.floor(index / LEGEND_COLUMNS) * LEGEND_ROW;
    const words = message('bars-figures', statusWord(value, summary), count);
    return [
      placed(drawSwatch(value, { width: 14, height: 14, idPrefix: `swatch-${index}` }), x, y, 14, 14),
      svg('text', { x: x + 21, y: y + 11.5 }, shownText(translate(words))),
    ];
  });
  return { nodes, end: top + 14 + Math.ceil(shown.length / LEGEND_COLUMNS) * LEGEND_ROW };
}

function drawParts(axis: Axis, bars: readonly StatusBar[], top: number, report: Report): Drawn {
  if (bars.length === 0) return { nodes: [], end: top };
  const total = Math.max(...bars.map(sumOf));
  const first = top + 56;
  const nodes = bars.flatMap((bar, index) => {
    const y = first + index * PART_ROW;
    const { id, title } = bar;
    const name = id === '' ? message('tree-no-domain') : message('bars-part', id, title);
    const drawn = drawBar(segmentsOf(bar), { width: INNER, height: 12, total, idPrefix: `part-${index}` });
    return [
      line(y, report.translate(name)),
      svg('text', { class: 'total', x: WIDTH - MARGIN, y }, String(sumOf(bar))),
      placed(drawn, MARGIN, y + 6, INNER, 12),
      line(y + 30, figures(bar, report), 'figures', 2 * LONGEST),
    ];
  });
  const heading = line(top + 30, report.translate(message(`html-by-column-${axis}`)), 'heading');
  return { nodes: [heading, ...nodes], end: first + (bars.length - 1) * PART_ROW + 30 };
}

function headline({ summary, translate }: Report): string {
  const { told, parts } = glanceOf(summary);
  return [told, ...parts].map(translate).join(' · ');
}

/** How much of a bar has which status. */
function figures(bar: StatusBar, { summary, translate }: Report): string {
  return segmentsOf(bar)
    .map(({ value, count }) => translate(message('bars-figures', statusWord(value, summary), count)))
    .join(' · ');
}

function line(y: number, text: string, kind?: string, longest = LONGEST): SvgNode {
  return svg('text', { ...(kind && { class: kind }), x: MARGIN, y }, shownText(text, longest));
}

function shownText(text: string, longest = LONGEST): string {
  return shortened(plainlyShown(text), longest);
}

/** A picture in a place of a larger one. */
function placed(node: SvgNode, x: number, y: number, width: number, height: number): SvgNode {
  return svg(node.name, { ...node.attributes, x, y, width, height }, ...node.children);
}
