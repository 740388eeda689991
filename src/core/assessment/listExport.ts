import type { Catalog } from '../csf/catalog';
import { readSubject } from '../csf/subject';
import { type CsvRow, shortened, tidy } from '../csv';
import { groupBy } from '../groupBy';
import { STATEMENT_HEADINGS } from '../matrix/columns';
import { completeId, entriesOf, isSameRow } from '../matrix/contents';
import { type Ground, HeaderReader, type HeaderReadingOf, headingRules } from '../matrix/headerReader';
import { columnHeadings } from '../matrix/headings';
import { type ColumnPreview, previewColumns } from '../matrix/preview';
import { readMark } from '../matrix/responsibility';
import { type MatrixInput, openTable, type Table, type TableKind, type TableSource } from '../matrix/table';
import { problem, type Problem } from '../problems';
import type { Steps } from '../steps';
import {
  type Applicability,
  readApplicability,
  readDomain,
  readListId,
  type Report,
  reportOtherControl,
} from './requirementList';

/** What a column of an exported list is read for. There is none for the statements' text: it is never taken. */
export const LIST_MEANINGS = ['id', 'cvid', 'control', 'domain', 'csfVersion', 'applicability', 'core'] as const;
export type ListMeaning = (typeof LIST_MEANINGS)[number];

const RULES = headingRules<ListMeaning, ListMeaning | 'requirement'>(
  {
    ...STATEMENT_HEADINGS,
    requirement: [...STATEMENT_HEADINGS.requirement, /^requirement$/],
    domain: [/^(?:hitrust )?(?:assessment )?domain(?: name| number| id)?$/],
    applicability: [/^(?:requirement )?applicab(?:ility|le)(?: status)?$/],
    core: [/^core(?: requirement)?$/],
  },
  ['applicability'],
);

/** A list of requirement statements: it has ids, and something beside them. */
const REQUIREMENT_LIST: TableKind<ListMeaning> = {
  readHeader: (cells, mapping = {}) => {
    const header = new HeaderReader<ListMeaning, ListMeaning | 'requirement'>(cells, mapping, RULES);
    header.take('id', header.find('requirement')[0] ?? header.find('id')[0]);
    for (const meaning of ['cvid', 'control', 'domain', 'csfVersion', 'core'] as const) {
      header.take(meaning, header.find(meaning)[0]);
    }
    const applicability = mapping.applicability === undefined ? header.find('applicability') : [];
    if (applicability.length > 1) header.ask('applicability', applicability);
    else header.take('applicability', applicability[0]);
    return header.reading;
  },
  complete: (header, headings, sample, mapping, catalog) => {
    // A column of controls is no better than one of row numbers: only where nothing finer is there, it is the ids'.
    const { control, ...columns } = header.columns;
    const entries = entriesOf(sample, headings);
    const completed = completeId<ListMeaning>({ ...header, columns }, headings, entries, mapping, catalog);
    if (control === undefined || completed.columns.id === control) return completed;
    const isLacking =
      completed.columns.id === undefined && completed.questions.every(({ meaning }) => meaning !== 'id');
    return { ...completed, columns: { ...completed.columns, [isLacking ? 'id' : 'control']: control } };
  },
  isComplete: ({ columns }) => columns.id !== undefined && Object.keys(columns).length > 1,
};

/** A requirement statement as an export lists it. */
export interface ExportedRequirement {
  /** 1-based; of a workbook the row. */
  readonly line: number;
  /** Canonical. */
  readonly requirement: string;
  readonly control: string;
  readonly cvid?: string;
  /** By the id where the export names none. */
  readonly domain: string;
  readonly csfVersion?: string;
  readonly core?: boolean;
  /** Undefined where the export has no column for it. */
  readonly applicability?: Applicability;
}

/** An export of the requirement list as it was read. */
export interface ListExport {
  readonly file: string;
  /** How the file is called in messages. */
  readonly name: string;
  readonly sheet?: string;
  /** Sheets that look like such a list too, and that were not read. */
  readonly rivals: readonly string[];
  /** 1-based; 0 where there is none. */
  readonly headerRow: number;
  /** The columns that were taken. */
  readonly columns: readonly ListColumnUse[];
  /** Rows below the header: each is a requirement, a repetition or a problem. */
  readonly rows: number;
  /** In the order of the file, each once. */
  readonly requirements: readonly ExportedRequirement[];
  /** Rows that say nothing which an earlier one did not say. */
  readonly repetitions: number;
  readonly problems: readonly Problem[];
}

export interface ListColumnUse {
  readonly meaning: ListMeaning;
  readonly heading: string;
  readonly ground: Ground;
}

/** Either the list, or why there is none; and where a person can say which column holds the ids, the columns. */
export type ListExportReading =
  { readonly list: ListExport } | { readonly failure: Problem; readonly columns: readonly ColumnPreview[] };

/**
 * Reads the requirement statements of an assessment from an export, such as MyCSF's, in a text file or a workbook. Never
 * throws on what the file holds. Nothing is taken but the columns of `LIST_MEANINGS`.
 *
 * @param name how the file is called in messages
 */
export function* readListExport(
  input: MatrixInput,
  file: string,
  name: string,
  source: TableSource<ListMeaning>,
  catalog: Catalog,
): Steps<ListExportReading> {
  const table = yield* openTable(input, source, catalog, REQUIREMENT_LIST);
  if ('failure' in table) {
    const sheets = 'sheets' in input ? input.sheets.map((sheet) => sheet.name) : [];
    return { failure: problem(table.failure, file, undefined, name, source.sheet ?? '', sheets), columns: [] };
  }
  const { head } = table;
  const { columns, questions } = head.header;
  if (columns.id === undefined) {
    const all = previewColumns(table);
    const candidates = questions.find(({ meaning }) => meaning === 'id')?.columns;
    const failure = problem(
      'list-without-id-column',
      file,
      undefined,
      name,
      all.map(({ heading }) => heading),
    );
    return { failure, columns: candidates ? all.filter(({ index }) => candidates.includes(index)) : all };
  }
  return { list: yield* readList(table, file, name, catalog) };
}

function* readList(table: Table<ListMeaning>, file: string, name: string, catalog: Catalog): Steps<ListExport> {
  const { head, rivals = [], sheet, strayQuoteLines, unclosedQuoteLine } = table;
  const headings = columnHeadings(head.row.cells.map(tidy));
  const problems: Problem[] = [];
  const place = { line: Math.max(head.row.line, 1) };
  for (const { columns } of head.header.questions) {
    problems.push(
      problem(
        'several-applicability-columns',
        file,
        place,
        columns.map((index) => headings[index] ?? ''),
      ),
    );
  }
  const body = table.rows.filter(({ line }) => line > head.row.line);
  const read: ExportedRequirement[] = [];
  for (const [index, row] of body.entries()) {
    if (index % ROWS_A_STEP === 0) yield;
    const requirement = readRow(row, head, catalog, (code, ...args) => {
      problems.push(problem(code, file, { line: row.line }, ...args));
    });
    if (requirement) read.push(requirement);
  }
  const { requirements, repetitions } = withoutRepetitions(read, file, problems);
  for (const line of strayQuoteLines) problems.push(problem('stray-quote', file, { line }));
  if (unclosedQuoteLine !== undefined) {
    problems.push(problem('unclosed-quote', file, { line: unclosedQuoteLine }, unclosedQuoteLine));
  }
  if (requirements.length === 0) problems.unshift(problem('list-without-rows', file, place, name));
  return {
    file,
    name,
    ...(sheet !== undefined && { sheet }),
    rivals,
    headerRow: head.row.line,
    columns: columnUses(head.header, headings),
    rows: body.length,
    requirements,
    repetitions,
    problems,
  };
}

/** How many rows are read between two steps: a few milliseconds' worth. */
const ROWS_A_STEP = 500;

function columnUses(
  { columns, grounds }: HeaderReadingOf<ListMeaning>,
  headings: readonly string[],
): readonly ListColumnUse[] {
  return LIST_MEANINGS.flatMap((meaning) => {
    const index = columns[meaning];
    return index === undefined
      ? []
      : [{ meaning, heading: headings[index] ?? '', ground: grounds[meaning] ?? 'contents' }];
  });
}

function readRow(
  { line, cells }: CsvRow,
  { row: header, header: { columns } }: Table<ListMeaning>['head'],
  catalog: Catalog,
  report: Report,
): ExportedRequirement | undefined {
  const cell = (meaning: ListMeaning): string => tidy(cells[columns[meaning] ?? -1] ?? '');
  if (isSameRow(cells, header.cells)) {
    report('repeated-header');
    return undefined;
  }
  const cvid = cell('cvid');
  const subject = readListId(cell('id'), cvid, catalog, report);
  if (!subject) return undefined;
  const { requirement, control } = subject;
  const width = Math.max(
    header.cells.findLastIndex((text) => tidy(text) !== ''),
    ...Object.values(columns),
  );
  if (header.cells.some((text) => tidy(text) !== '') && cells.slice(width + 1).some((text) => tidy(text) !== '')) {
    report('shifted-list-row', requirement, width + 1);
    return { line, requirement, control, domain: readDomain('', requirement, catalog, report) };
  }
  reportOtherControl(cell('control'), subject, catalog, report);
  const isCvid = CVID.test(cvid) && typeof readSubject(cvid, catalog) === 'string';
  if (cvid !== '' && !isCvid) report('unknown-cvid', shortened(cvid), requirement);
  const version = /^\D{0,12}\d{1,3}(?:\.\d{1,3}){0,3}$/.exec(cell('csfVersion'))?.[0];
  const core = readMark(cell('core'));
  if (core === undefined)
    report('unknown-mark', shortened(cell('core')), tidy(header.cells[columns.core ?? -1] ?? ''), requirement);
  return {
    line,
    requirement,
    control,
    domain: readDomain(cell('domain'), requirement, catalog, report),
    ...(isCvid && { cvid }),
    ...(version !== undefined && { csfVersion: version }),
    ...(cell('core') !== '' && core !== undefined && { core }),
    ...(columns.applicability !== undefined && {
      applicability: readExportedApplicability(cell('applicability'), requirement, report),
    }),
  };
}

/** A key, and no prose; nor is it ever an id. */
const CVID = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,29}$/u;

/** What an export lists is not removed from it. */
function readExportedApplicability(cell: string, requirement: string, report: Report): Applicability {
  const applicability = readApplicability(cell, requirement, report);
  if (applicability !== 'removed') return applicability;
  report('unknown-applicability', cell, requirement, ['in-scope', 'n/a', 'carved-out']);
  return 'in-scope';
}

/** Reports repeat rows, for each element or factor of a statement, and often leave cells of the repetitions blank. */
function withoutRepetitions(
  read: readonly ExportedRequirement[],
  file: string,
  problems: Problem[],
): Pick<ListExport, 'requirements' | 'repetitions'> {
  let repetitions = 0;
  const requirements = [...groupBy(read, ({ requirement }) => requirement).values()].map((rows) => {
    const [first, ...others] = rows;
    const counts = rows.find(({ applicability = 'in-scope' }) => applicability === 'in-scope') ?? first;
    for (const other of others) {
      if (saysNothingNew(other, first)) repetitions++;
      else {
        const { line, requirement } = other;
        problems.push(problem('repeated-requirement', file, { line }, requirement, first.line, counts.line));
      }
    }
    return counts;
  });
  return { requirements, repetitions };
}

function saysNothingNew(other: ExportedRequirement, first: ExportedRequirement): boolean {
  return (['cvid', 'domain', 'csfVersion', 'core', 'applicability'] as const).every(
    (key) => other[key] === undefined || other[key] === first[key],
  );
}
