import { type Message, message } from '../message';
import { copyLines } from './copyLines';
import { manifestFacts } from './exported/manifest';
import { EXPORT_MARK } from './exportMark';
import { inline } from './markdownText';
import { filterLines, type Report, shows, titleOf } from './report';

/** The title, whose copy it is, and what the document is made of. */
export function heading(report: Report): readonly string[] {
  const { summary, today, toolVersion, translate } = report;
  const facts = [
    ...filterLines(report),
    message('report-date', today),
    ...(shows(report, 'matrices') ? matrixFacts(report) : []),
    message(`report-basis-${summary.basis}`),
    ...(shows(report, 'assumptions') ? summary.assumptions : []),
    ...manifestFacts(report),
    message('report-adequacy'),
    message('report-tool', toolVersion),
  ];
  return [
    EXPORT_MARK,
    '',
    `# ${inline(translate(titleOf(report)))}`,
    '',
    ...quote(copyLines(report).map((line) => inline(translate(line)))),
    ...facts.map((fact) => `- ${inline(translate(fact))}`),
    '',
  ];
}

/** Lines that stand out, each a paragraph of its own; nothing where there are none. */
function quote(lines: readonly string[]): readonly string[] {
  return lines.length === 0
    ? []
    : [...lines.flatMap((line, index) => [...(index > 0 ? ['>'] : []), `> **${line}**`]), ''];
}

function matrixFacts({ matrices }: Report): readonly Message[] {
  const list = matrices.map(({ name, entries }) => message('report-matrix-entries', name, entries));
  return [
    list.length > 0 ? message('report-matrix', list) : message('report-no-matrix'),
    ...matrices.flatMap(({ name, sha256, preamble }) => [
      message('report-sha256', name, sha256 ?? message('report-sha256-missing')),
      ...(preamble === undefined ? [] : [message('matrix-preamble', preamble)]),
    ]),
  ];
}
