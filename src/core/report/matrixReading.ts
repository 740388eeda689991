import type { Unit, Versions } from '../matrix/rollUp';
import { countResponsibilities } from '../matrix/rollUp';
import { columnHeadings } from '../matrix/headings';
import type { ColumnUse, Matrix } from '../matrix/matrix';
import { NO_HEADER } from '../matrix/table';
import { shortened } from '../csv';
import { type Message, message, type Translate } from '../message';
import { RESPONSIBILITY_ORDER } from '../assessment/status';
import { type Problem, severityOf } from '../problems';
import { inline, table } from './markdownText';

/** How a matrix was read, and what it came to. */
export interface MatrixReport {
  readonly matrix: Matrix;
  /** What it holds, rolled up. */
  readonly units: readonly Unit[];
  readonly versions: Versions;
  /** Of the file, contradictions between its rows included. */
  readonly problems: readonly Problem[];
  readonly translate: Translate;
}

/** How many problems are listed: who has more of them mends the first ones first. */
const PROBLEMS_SHOWN = 100;

/** Values that are listed: a column of prose that was taken for one of values has as many as rows. */
const VALUES_SHOWN = 100;
const VALUE_LENGTH = 100;

/** How a matrix was read, as a Markdown document: its form, what each column was taken for and why, values, problems. */
export function explainMatrix(report: MatrixReport): string {
  const { matrix, translate } = report;
  const title = inline(translate(message('reading-title', matrix.name)));
  return `${[`# ${title}`, '', ...form(report), ...columns(report), ...values(report), ...result(report), ...problemRows(report)].join('\n').trimEnd()}\n`;
}

/** The facts about the form of the file, each with its name. */
export function formOf({
  matrix,
  versions,
}: Pick<MatrixReport, 'matrix' | 'versions'>): readonly (readonly [Message, Message])[] {
  const {
    format,
    encoding = '',
    delimiter,
    sheet,
    otherSheets = [],
    headerRow,
    preamble,
    rows,
    entries,
    duplicates,
  } = matrix;
  const grains = countGrains(matrix);
  return [
    [
      message('reading-format'),
      format === 'csv'
        ? message('reading-csv', encoding, message(`delimiter-${DELIMITER_NAMES[delimiter ?? ',']}`))
        : message('reading-xlsx', sheet ?? ''),
    ],
    ...(otherSheets.length > 0 ? [[message('reading-other-sheets'), message('list', otherSheets)] as const] : []),
    [
      message('reading-header'),
      headerRow === NO_HEADER ? message('reading-no-header') : message('place-line', headerRow),
    ],
    ...(preamble === undefined ? [] : [[message('reading-preamble'), message('text', preamble)] as const]),
    [
      message('reading-rows'),
      message('reading-rows-counts', rows, entries.length, duplicates, rows - entries.length - duplicates),
    ],
    [
      message('reading-grain'),
      message(
        'list',
        GRAINS.flatMap((grain) => (grains[grain] > 0 ? [message(`reading-by-${grain}`, grains[grain])] : [])),
      ),
    ],
    ...(versions.counts.size > 0
      ? [
          [
            message('reading-versions'),
            message(
              'list',
              [...versions.counts].map(([version, count]) => message('reading-version', version, count)),
            ),
          ] as const,
        ]
      : []),
  ];
}

const GRAINS = ['element', 'requirement', 'control'] as const;

const DELIMITER_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const;

/** How many entries are for an element, a requirement, or a whole control. */
export function countGrains({ entries }: Matrix): Readonly<Record<'element' | 'requirement' | 'control', number>> {
  const counts = { element: 0, requirement: 0, control: 0 };
  for (const { requirement, cvid, element } of entries) {
    const isControl = requirement === undefined && cvid === undefined;
    counts[isControl ? 'control' : element === undefined ? 'requirement' : 'element']++;
  }
  return counts;
}

function form(report: MatrixReport): readonly string[] {
  const { translate } = report;
  return [...formOf(report).map(([name, fact]) => `- **${translate(name)}:** ${inline(translate(fact))}`), ''];
}

function columns({ matrix, translate }: MatrixReport): readonly string[] {
  const { headings } = matrix;
  const called = columnHeadings(headings);
  const rows = headings.flatMap((heading, index): readonly (readonly string[])[] => {
    const uses = matrix.columns.filter((use) => use.index === index);
    const question = matrix.questions.find(({ columns }) => columns.includes(index));
    const [meaning, why] =
      uses.length > 0
        ? [
            translate(
              message(
                'list',
                uses.map((use) => message(`meaning-${use.meaning}`)),
              ),
            ),
            translate(groundOf(uses)),
          ]
        : question
          ? [
              translate(message('reading-not-sure', message(`meaning-${question.meaning}`))),
              translate(message('reading-asked')),
            ]
          : [translate(message('reading-not-read')), ''];
    return heading === '' && uses.length === 0
      ? []
      : [[String(index + 1), inline(called[index] ?? ''), inline(meaning), inline(why)]];
  });
  const names = ['reading-column-number', 'reading-column-heading', 'reading-column-meaning', 'column-reason'] as const;
  return [
    `## ${translate(message('reading-columns'))}`,
    '',
    ...table(
      names.map((code) => translate(message(code))),
      rows,
    ),
    '',
  ];
}

function groundOf([use]: readonly ColumnUse[]): Message {
  return message(`ground-${use?.ground ?? 'heading'}`);
}

function values({ matrix, translate }: MatrixReport): readonly string[] {
  const called = columnHeadings(matrix.headings);
  const headingFor = (column: ColumnUse['meaning']): string =>
    called[matrix.columns.find(({ meaning }) => meaning === column)?.index ?? -1] ?? '';
  const more = matrix.values.length - VALUES_SHOWN;
  const rows = matrix.values
    .slice(0, VALUES_SHOWN)
    .map(({ column, value, count, means }) => [
      inline(headingFor(column)),
      inline(shortened(value, VALUE_LENGTH)),
      String(count),
      inline(translate(means === null ? message('reading-value-unknown') : message(means))),
    ]);
  const names = ['reading-value-column', 'reading-value', 'reading-value-count', 'reading-value-means'] as const;
  return [
    `## ${translate(message('reading-values'))}`,
    '',
    ...(rows.length > 0
      ? table(
          names.map((code) => translate(message(code))),
          rows,
        )
      : [translate(message('report-none'))]),
    ...(more > 0 ? ['', translate(message('reading-more-values', more))] : []),
    '',
  ];
}

function result({ units, translate }: MatrixReport): readonly string[] {
  const counts = countResponsibilities(units);
  return [
    `## ${translate(message('reading-result'))}`,
    '',
    translate(message('reading-units', units.length)),
    '',
    ...RESPONSIBILITY_ORDER.flatMap((value) =>
      value === 'mixed' || counts[value] === 0 ? [] : [`- ${translate(message(value))}: ${counts[value]}`],
    ),
    '',
  ];
}

function problemRows({ problems, translate }: MatrixReport): readonly string[] {
  const shown = problems.slice(0, PROBLEMS_SHOWN);
  const rows = shown.map((found) => [
    found.at && 'line' in found.at ? String(found.at.line) : '',
    severityOf(found),
    inline(translate(found)),
  ]);
  const more = problems.length - shown.length;
  return [
    `## ${translate(message('reading-problems', problems.length))}`,
    '',
    ...(rows.length > 0
      ? table(
          [
            translate(message('column-line')),
            translate(message('reading-severity')),
            translate(message('column-message')),
          ],
          rows,
        )
      : [translate(message('report-none'))]),
    ...(more > 0 ? ['', translate(message('reading-more', more))] : []),
  ];
}
