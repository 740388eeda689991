import { countResponsibilities, countVersions, type Unit } from '../matrix/rollUp';
import { columnHeadings } from '../matrix/headings';
import type { Matrix } from '../matrix/matrix';
import { NO_HEADER } from '../matrix/table';
import { shortened } from '../csv';
import { type Message, message, type Translate } from '../message';
import { RESPONSIBILITY_ORDER } from '../assessment/status';
import { type Problem, severityOf } from '../problems';
import type { SentenceCode } from '../sentences';
import { inline, table } from './markdownText';

/** How a matrix was read, and what it came to. */
export interface MatrixReport {
  readonly matrix: Matrix;
  /** What it holds, rolled up. */
  readonly units: readonly Unit[];
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
export function formOf(matrix: Matrix): readonly (readonly [Message, Message])[] {
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
  const grainsTold = GRAINS.filter((grain) => grains[grain] > 0).map((grain) =>
    message(`reading-by-${grain}`, grains[grain]),
  );
  const versions = countVersions(entries);
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
    ...(entries.length > 0 ? [[message('reading-grain'), message('list', grainsTold)] as const] : []),
    ...(versions.size > 0
      ? [
          [
            message('reading-versions'),
            message(
              'list',
              [...versions].map(([version, count]) => message('reading-version', version, count)),
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

function form({ matrix, translate }: MatrixReport): readonly string[] {
  return [...formOf(matrix).map(([name, fact]) => `- **${translate(name)}:** ${inline(translate(fact))}`), ''];
}

/** What a column was taken for and why, in words; the columns without heading and meaning left out. */
export function columnFacts(
  { headings, columns: all, questions }: Matrix,
  translate: Translate,
): readonly { readonly number: number; readonly heading: string; readonly meaning: string; readonly why: string }[] {
  const called = columnHeadings(headings);
  return headings.flatMap((written, index) => {
    const uses = all.filter((use) => use.index === index);
    const [use] = uses;
    if (written === '' && !use) return [];
    const question = questions.find(({ columns }) => columns.includes(index));
    const meanings = uses.map(({ meaning }) => message(`meaning-${meaning}`));
    const meaning = use
      ? message('list', meanings)
      : question
        ? message('reading-not-sure', message(`meaning-${question.meaning}`))
        : message('reading-not-read');
    const why = use ? message(`ground-${use.ground}`) : question && message('reading-asked');
    const heading = called[index] ?? '';
    return [{ number: index + 1, heading, meaning: translate(meaning), why: why ? translate(why) : '' }];
  });
}

/** What the most frequent values were taken for, in words, and how many more there are. */
export function valueFacts(
  { values, columns: all, headings }: Matrix,
  translate: Translate,
): {
  readonly shown: readonly {
    readonly heading: string;
    readonly value: string;
    readonly count: number;
    readonly means: string;
  }[];
  readonly more: number;
} {
  const called = columnHeadings(headings);
  const shown = values.slice(0, VALUES_SHOWN).map(({ column, value, count, means }) => ({
    heading: called[all.find(({ meaning }) => meaning === column)?.index ?? -1] ?? '',
    value: shortened(value, VALUE_LENGTH),
    count,
    means: translate(message(means ?? 'reading-value-unknown')),
  }));
  return { shown, more: values.length - shown.length };
}

function columns({ matrix, translate }: MatrixReport): readonly string[] {
  const names = ['reading-column-number', 'reading-column-heading', 'reading-column-meaning', 'column-reason'] as const;
  const rows = columnFacts(matrix, translate).map(({ number, heading, meaning, why }) =>
    [String(number), heading, meaning, why].map(inline),
  );
  return [`## ${translate(message('reading-columns'))}`, '', ...titled(names, rows, translate), ''];
}

function values({ matrix, translate }: MatrixReport): readonly string[] {
  const names = ['reading-value-column', 'reading-value', 'reading-value-count', 'reading-value-means'] as const;
  const { shown, more } = valueFacts(matrix, translate);
  const rows = shown.map(({ heading, value, count, means }) => [heading, value, String(count), means].map(inline));
  return [
    `## ${translate(message('reading-values'))}`,
    '',
    ...titled(names, rows, translate),
    ...(more > 0 ? ['', translate(message('reading-more-values', more))] : []),
    '',
  ];
}

/** A table with headings in words; where it has no rows, that there are none. */
function titled(
  names: readonly SentenceCode[],
  rows: readonly (readonly string[])[],
  translate: Translate,
): readonly string[] {
  const word = (code: SentenceCode): string => translate(message(code));
  return rows.length > 0 ? table(names.map(word), rows) : [word('report-none')];
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
    ...titled(['column-line', 'reading-severity', 'column-message'], rows, translate),
    ...(more > 0 ? ['', translate(message('reading-more', more))] : []),
  ];
}
