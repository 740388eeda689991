import { sideWords } from '../../assessment/sideWords';
import { type OpenChange, type Impact } from '../../assessment/impact';
import { tell } from '../../assessment/openItems';
import type { WordChange } from '../../matrix/compareUnits';
import { message } from '../../message';
import type { SentenceCode } from '../../sentences';
import { type Column, printTable, type RowOf } from '../csvTable';
import { EXPORT_LABEL, TOOL } from '../exportMark';
import type { Exporter } from '../exporter';
import type { ReportedMatrix } from '../report';
import { type ComparisonReport, regrainedRequirements, requirementOf } from './comparisonReport';

/**
 * The columns of the table, the same for all its rows, so that a spreadsheet can filter it. The first says what a row is:
 *
 * - *Change*, one each: control, requirement (none: the control as a whole), kind, what the two matrices say, and what is said
 *   otherwise, the words around the difference in the older matrix and in the newer one;
 * - *Touches*: a place that the change is about, and what stands there;
 * - *Newly open* and *No longer open*: what, at which maturity level, why.
 */
const COLUMNS = [
  'record',
  'control',
  'title',
  'requirement',
  'change',
  'former',
  'old',
  'new',
  'words',
  'message',
  'maturity',
  'reason',
  'file',
  'line',
  'text',
] as const satisfies readonly Column[];

type Row = RowOf<(typeof COLUMNS)[number]>;

/** The comparison as a CSV file for a spreadsheet, in the form of the exported summary: a head, an empty line, one table. */
export const comparisonCsv: Exporter<ComparisonReport> = {
  format: 'csv',
  name: 'CSV',
  purpose: 'format-csv',
  extension: 'csv',
  write: (report) => printTable(head(report), COLUMNS, rows(report), report.translate),
};

function head({
  name,
  older,
  newer,
  today,
  toolVersion,
  translate,
  notCompared,
  assumptions,
  basis,
}: ComparisonReport): readonly (readonly string[])[] {
  const word = (code: SentenceCode): string => translate(message(code));
  const matrix = (code: SentenceCode, { name: file, sha256, entries, preamble }: ReportedMatrix): string[][] => [
    [word(code), file],
    ['SHA-256', sha256 ?? word('report-sha256-missing')],
    [word('head-entries'), String(entries)],
    ...(preamble === undefined ? [] : [[word('head-preamble'), preamble]]),
  ];
  return [
    // In no language but this: `isExport` knows the file by it.
    [EXPORT_LABEL, `${TOOL} ${toolVersion}`],
    [word('head-name'), name],
    [word('head-date'), today],
    [word('head-basis'), word(`report-basis-${basis}`)],
    ...assumptions.map((assumption) => [word('head-note'), translate(assumption)]),
    ...notCompared.map((column) => [word('head-note'), word(`not-compared-${column}`)]),
    ...matrix('head-older', older),
    ...matrix('head-newer', newer),
  ];
}

function rows(report: ComparisonReport): readonly Row[] {
  const { impacts, problems, translate } = report;
  return [
    ...impacts.map((impact) => changeRow(impact, report)),
    ...impacts.flatMap((impact) => openRows('newly-open', impact.newlyOpen, impact, report)),
    ...impacts.flatMap((impact) => openRows('no-longer-open', impact.noLongerOpen, impact, report)),
    ...impacts.flatMap((impact) => touchRows(impact, report)),
    ...problems.map(({ problem, place: { file, line } }): Row => ({
      record: translate(message('record-problem')),
      message: translate(problem),
      file,
      line,
    })),
  ];
}

function changeRow({ change }: Impact, report: ComparisonReport): Row {
  const requirements = regrainedRequirements(change);
  return {
    record: report.translate(message('record-change')),
    former: change.oldId ?? '',
    words: [
      ...(requirements.length > 0 ? [report.translate(message('words-requirements', requirements))] : []),
      ...change.words.map((difference) =>
        report.translate(message('words-part', message(`words-${difference.column}`), plain(difference))),
      ),
    ].join('; '),
    ...about(change.id, { change }, report),
  };
}

/** `… within [five → three] working days …`: without formatting, for a cell. */
function plain({ before, old, new: now, after }: WordChange): string {
  return [before, `[${old} → ${now}]`, after].filter((part) => part !== '').join(' ');
}

function openRows(
  record: 'newly-open' | 'no-longer-open',
  open: readonly OpenChange[],
  impact: Impact,
  report: ComparisonReport,
): readonly Row[] {
  const { translate } = report;
  return open.flatMap(({ unit, items }) =>
    items.map((item): Row => ({
      record: translate(message(`record-${record}`)),
      message: translate(tell(item)),
      maturity: item.maturity ? translate(message(item.maturity)) : '',
      reason: translate(item.why),
      ...about(unit, impact, report),
    })),
  );
}

function touchRows(impact: Impact, report: ComparisonReport): readonly Row[] {
  return impact.touches.map(({ what, file, at, text }): Row => {
    const place = report.placeOf(file, at);
    return {
      record: report.translate(message('record-touch')),
      message: report.translate(message(`what-${what}`)),
      file: place.file,
      line: place.line,
      text,
      ...about(impact.change.id, impact, report),
    };
  });
}

/** What all rows of a change say. @param id the requirement, or the control as a whole, that the row is about */
function about(id: string, { change }: Pick<Impact, 'change'>, { translate, titleOf }: ComparisonReport): Row {
  const { control, kind, old, new: now } = change;
  return {
    control,
    title: titleOf(control),
    requirement: requirementOf(control, id),
    change: translate(message(`change-${kind}`)),
    old: old ? translate(sideWords(old)) : '',
    new: now ? translate(sideWords(now)) : '',
  };
}
