import { glanceOf } from '../../assessment/glance';
import { type Message, message } from '../../message';
import { manifestFacts } from '../exported/manifest';
import { copyLines } from '../copyLines';
import { filterLines, type Report, shows, titleOf } from '../report';
import { html, type HtmlNode } from './htmlNode';
import { column, table } from './htmlTable';
import type { SentenceCode } from '../../sentences';

/** The title, whose copy it is, whether this is a part only, the most important thing, and what the figures rest on. */
export function head(report: Report): readonly HtmlNode[] {
  const { summary, today, toolVersion, matrices, translate } = report;
  const part = filterLines(report);
  const basis = message(`report-basis-${summary.basis}`);
  const facts = [
    message('report-date', today),
    basis,
    ...(matrices.length === 0 && shows(report, 'matrices') ? [message('report-no-matrix')] : []),
    ...(shows(report, 'assumptions') ? summary.assumptions : []),
    ...manifestFacts(report),
    message('report-adequacy'),
    message('report-tool', toolVersion),
  ];
  return [
    html('h1', {}, translate(titleOf(report))),
    ...copyFrame(report),
    ...part.map((line) => html('p', { class: 'part' }, translate(line))),
    ...(shows(report, 'totals') ? [html('p', { class: 'headline' }, headline(report).map(translate).join(' · '))] : []),
    ...notes(report).map((note) => html('p', {}, translate(note))),
    html('ul', { class: 'facts' }, ...facts.map((fact) => html('li', {}, translate(fact)))),
  ];
}

/** Of a part it is said what is open on this part, for the words of the whole would promise too much. */
function headline({ summary, filter }: Report): readonly Message[] {
  const { told, parts } = glanceOf(summary);
  if (!filter) return [told, ...parts];
  const { byStatus, requirements, controls } = summary.totals;
  const open = byStatus['needs-evidence'];
  return [
    summary.basis === 'requirements'
      ? message('glance-part-requirements', open, requirements)
      : message('glance-part-controls', open, controls),
    ...parts,
  ];
}

/** What is said below the headline; that adequacy is another's judgement is told with the facts. */
function notes(report: Report): readonly Message[] {
  if (report.filter || !shows(report, 'totals')) return [];
  return glanceOf(report.summary).notes.filter(({ code }) => code !== 'report-adequacy');
}

/** Whose copy it is, in a frame. */
function copyFrame(report: Report): readonly HtmlNode[] {
  const [first, ...others] = copyLines(report).map((line) => report.translate(line));
  if (first === undefined) return [];
  const lines = [html('strong', {}, first), ...others].map((line) => html('p', {}, line));
  return [html('div', { class: 'copy' }, ...lines)];
}

/** Each matrix with what tells it from another of the same name. */
export function matrixTable(report: Report): readonly HtmlNode[] {
  const { matrices, translate } = report;
  if (matrices.length === 0 || !shows(report, 'matrices')) return [];
  const word = (code: SentenceCode): string => translate(message(code));
  const columns = [
    column(report, 'head-matrix'),
    column(report, 'head-entries', 'number'),
    { heading: 'SHA-256' },
    column(report, 'head-preamble'),
  ];
  return [
    html('h2', {}, word('html-matrices')),
    table(
      word('html-matrices'),
      columns,
      matrices.map(({ name, entries, sha256, preamble = '' }) => [
        [name],
        [String(entries)],
        [html('span', { class: 'code' }, sha256 ?? word('report-sha256-missing'))],
        [preamble],
      ]),
    ),
  ];
}
