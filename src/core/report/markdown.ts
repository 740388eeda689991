import type { ControlSummary } from '../assessment/summary';
import { openLines } from '../assessment/combine';
import { RESPONSIBILITY_ORDER, STATUSES } from '../assessment/status';
import { message } from '../message';
import type { SentenceCode } from '../sentences';
import { encode, EXPORT_MARK, type Exporter, type Report } from './report';

/** The scoping summary as a Markdown document that reads well as plain text too. */
export const markdown: Exporter = {
  format: 'md',
  extension: 'md',
  write: (report) =>
    encode(
      `${[heading(report), totals(report), open(report), all(report), unresolved(report)].flat().join('\n').trimEnd()}\n`,
    ),
};

function heading({ summary, matrices, today, toolVersion, translate }: Report): readonly string[] {
  const list = matrices.map(({ name, entries }) => message('report-matrix-entries', name, entries));
  const facts = [
    message('report-date', today),
    list.length > 0 ? message('report-matrix', list) : message('report-no-matrix'),
    ...matrices.flatMap(({ preamble }) => (preamble === undefined ? [] : [message('matrix-preamble', preamble)])),
    message('report-basis-documents'),
    ...summary.assumptions,
    message('report-adequacy'),
    message('report-tool', toolVersion),
  ];
  return [
    EXPORT_MARK,
    '',
    `# ${inline(translate(message('report-title', summary.name)))}`,
    '',
    ...facts.map((fact) => `- ${inline(translate(fact))}`),
    '',
  ];
}

function totals({ summary, translate }: Report): readonly string[] {
  const { controls, byResponsibility, byStatus } = summary.totals;
  const word = (code: SentenceCode): string => translate(message(code));
  return [
    `## ${word('report-totals')}`,
    '',
    inline(translate(message('report-controls-in-scope', controls))),
    '',
    ...table(
      [word('column-responsibility'), word('column-controls')],
      RESPONSIBILITY_ORDER.map((value) => [word(value), String(byResponsibility[value])]),
    ),
    '',
    ...table(
      [word('column-status'), word('column-controls')],
      STATUSES.filter((status) => byStatus[status] > 0).map((status) => [
        word(`status-${status}`),
        String(byStatus[status]),
      ]),
    ),
    '',
  ];
}

function open(report: Report): readonly string[] {
  const { summary, translate } = report;
  return section(
    report,
    'report-open',
    ['column-control', 'column-responsibility', 'column-open', 'column-references'],
    summary.controls
      .filter(({ openItems }) => openItems.length > 0)
      .map((control) => [
        name(control),
        responsibility(control, report),
        openLines(control.openItems)
          .map((line) => translate(line.message))
          .join('; '),
        referencedIn(control, report),
      ]),
  );
}

function all(report: Report): readonly string[] {
  return section(
    report,
    'report-all',
    ['column-control', 'column-responsibility', 'column-status', 'column-evidence', 'column-references'],
    report.summary.controls.map((control) => [
      name(control),
      responsibility(control, report),
      report.translate(message(`status-${control.status}`)),
      String(control.evidence.length),
      referencedIn(control, report),
    ]),
  );
}

function unresolved(report: Report): readonly string[] {
  return section(
    report,
    'report-unresolved',
    ['column-place', 'column-text', 'column-reason'],
    report.summary.unresolved.map(({ file, start, end, text, reason }) => {
      const place = report.placeOf(file, { start, end });
      return [`${place.file}:${place.line}`, text, report.translate(reason)];
    }),
  );
}

/** A headed table, or the word that there is nothing to list. */
function section(
  { translate }: Report,
  title: SentenceCode,
  columns: readonly SentenceCode[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const word = (code: SentenceCode): string => translate(message(code));
  const body = rows.length > 0 ? table(columns.map(word), rows) : [word('report-none')];
  return [`## ${word(title)}`, '', ...body, ''];
}

function name({ id, title }: ControlSummary): string {
  return `${id} ${title}`;
}

function responsibility(control: ControlSummary, { translate }: Report): string {
  return translate(message(control.responsibility ?? 'unknown'));
}

function referencedIn({ references }: ControlSummary, { placeOf }: Report): string {
  const places = references.map((reference) => placeOf(reference.file, reference));
  return [...new Set(places.map(({ file, line }) => `${file}:${line}`))].join(', ');
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(inline).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)];
}

/** Text from a file as text: on one line, and without meaning anything in Markdown or HTML. */
function inline(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|&~$@]/g, (character) => `\\${character}`);
}
