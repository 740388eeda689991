import { tidy } from '../csv';
import type { Responsibility } from './responsibility';

/**
 * What a column of the matrix is read for. `id` holds requirement ids, or control ids where there are none finer;
 * `customer`, `shared` and `azure` hold a mark in the rows that are theirs.
 */
export const COLUMN_MEANINGS = [
  'id',
  'control',
  'cvid',
  'element',
  'csfVersion',
  'responsibility',
  'inheritability',
  'customer',
  'shared',
  'azure',
  'customerText',
  'providerText',
] as const;
export type ColumnMeaning = (typeof COLUMN_MEANINGS)[number];

/** The columns found, as indexes into a row. */
export type ColumnIndexes = Partial<Readonly<Record<ColumnMeaning, number>>>;

/** The columns that the user named, by heading, or as `#3` by their number from 1. */
export type ColumnMapping = Partial<Readonly<Record<ColumnMeaning, string>>>;

/** How a column came by its meaning: the user named it, its heading says so, or what stands in it. */
export type Ground = 'project' | 'heading' | 'contents';

/** Columns that could have a meaning. None of them is taken: the user has to say. */
export interface OpenQuestion {
  readonly meaning: ColumnMeaning;
  readonly columns: readonly number[];
  /** Whether the headings say so of several, or the contents where the heading says nothing. */
  readonly ground: Exclude<Ground, 'project'>;
}

/** The columns of a header row, and what keeps it from being read. */
export interface HeaderReading {
  readonly columns: ColumnIndexes;
  readonly grounds: Partial<Readonly<Record<ColumnMeaning, Ground>>>;
  readonly questions: readonly OpenQuestion[];
  /** Headings that the user named and the row does not have. */
  readonly missing: readonly string[];
}

/** Headings by meaning, in their comparable form. Where several columns fit, the earlier pattern goes first. */
const HEADINGS: Readonly<Record<Exclude<ColumnMeaning, Responsibility> | 'requirement', readonly RegExp[]>> = {
  requirement: [
    /^(?:hitrust )?(?:baseline unique id(?: buid)?|buid)$/,
    /^requirement (?:statement )?(?:id|number|reference)$/,
  ],
  control: [
    /^(?:hitrust |csf |hitrust csf )control(?: reference| id| number| ref)?$/,
    /^control(?: reference| id| number| ref)?$/,
  ],
  id: [/^(?:question )?id$/],
  cvid: [/^cross version id(?: cvid)?$|^cvid$/],
  element: [/^(?:evaluative )?element(?: id| number)?$/],
  csfVersion: [/^(?:hitrust )?(?:csf )?version$/],
  responsibility: [
    /^(?:shared |control )?responsibility(?: type| designation| assignment)?$/,
    /^responsible(?: party| entity)?$/,
    /^(?:ssrm )?control ownership$/,
  ],
  inheritability: [
    /^(?:(?:azure|microsoft|microsoft azure|csp|provider|external|control) )?inheritab(?:le|ility)(?: status| type| level| designation)?$/,
    /^can be inherited(?: from (?:the )?(?:csp|azure|microsoft|microsoft azure|provider|cloud service provider))?$/,
  ],
  customerText: [
    /^(?:customer|csc)(?: s)? (?:responsibilit|implementation|guidance|notes|description)/,
    /^specific inheritance and customer\b/,
  ],
  providerText: [
    /^(?:microsoft |cloud service )?(?:azure|microsoft|csp|provider)(?: s)? (?:responsibilit|control implementation|implementation|notes|description)/,
  ],
};

/** Which of two columns is the responsibility cannot be told from the headings alone, and everything hangs on it. */
const ASKED = ['responsibility', 'inheritability'] as const;

/** Of these any column serves: ids prove themselves in the rows, and the others are shown and never reckoned with. */
const TAKEN = ['cvid', 'element', 'csfVersion', 'customerText', 'providerText'] as const;

/** Reads a header row by its headings alone; a column that the user named goes before all, and each has one meaning. */
export function readHeader(cells: readonly string[], mapping: ColumnMapping = {}): HeaderReading {
  const headings = cells.map(comparable);
  const columns: Partial<Record<ColumnMeaning, number>> = {};
  const grounds: Partial<Record<ColumnMeaning, Ground>> = {};
  const questions: OpenQuestion[] = [];
  const missing: string[] = [];
  const isFree = (index: number): boolean => !Object.values(columns).includes(index);
  const find = (meaning: keyof typeof HEADINGS): readonly number[] =>
    HEADINGS[meaning].flatMap((pattern) =>
      headings.flatMap((heading, index) => (isFree(index) && pattern.test(heading) ? [index] : [])),
    );
  const take = (meaning: ColumnMeaning, index: number | undefined, ground: Ground = 'heading'): void => {
    if (index === undefined || meaning in columns) return;
    columns[meaning] = index;
    grounds[meaning] = ground;
  };

  for (const [meaning, named] of Object.entries(mapping) as [ColumnMeaning, string][]) {
    const number = Number(/^#(\d{1,5})$/.exec(named)?.[1] ?? 0);
    const index = number > 0 && number <= cells.length ? number - 1 : headings.indexOf(comparable(named));
    if (index < 0) missing.push(named);
    else take(meaning, index, 'project');
  }
  take('id', find('requirement')[0] ?? find('control')[0] ?? find('id')[0]);
  take('control', find('control')[0]);
  for (const meaning of TAKEN) take(meaning, find(meaning)[0]);
  // Who named columns to be marked has said which column it is.
  const isMarked = MARKS.some((meaning) => mapping[meaning] !== undefined);
  for (const meaning of isMarked ? [] : ASKED.filter((asked) => mapping[asked] === undefined)) {
    const found = find(meaning);
    if (found.length > 1) questions.push({ meaning, columns: found, ground: 'heading' });
    else take(meaning, found[0]);
  }
  return { columns, grounds, questions, missing };
}

/** Columns that are marked in the rows that are theirs. */
export const MARKS = ['customer', 'shared', 'azure'] as const satisfies readonly Responsibility[];

const MARK_HEADINGS: Readonly<Record<Responsibility, RegExp>> = {
  customer: /^(?:customer|csc)(?: only| owned| responsible)?$/,
  shared: /^(?:shared|both)(?: csp and csc)?$/,
  azure:
    /^(?:azure|microsoft|microsoft azure|csp|provider|cloud service provider|cloud provider)(?: only| owned| responsible)?$/,
};

/** The columns whose headings are those of columns to be marked; of each at most one, or none at all. */
export function markColumns(cells: readonly string[]): ColumnIndexes {
  const headings = cells.map(comparable);
  const found = MARKS.map((meaning) =>
    headings.flatMap((heading, index) => (MARK_HEADINGS[meaning].test(heading) ? [index] : [])),
  );
  const [customer = [], , azure = []] = found;
  if (customer.length === 0 || azure.length === 0 || found.some((columns) => columns.length > 1)) return {};
  return Object.fromEntries(MARKS.flatMap((meaning, index) => found[index]?.map((column) => [meaning, column]) ?? []));
}

/** Headings that a report writer or a spreadsheet makes up, and that say nothing: `Textbox52`, `Column 3`, none. */
export function isMeaningless(heading: string): boolean {
  return /^(?:(?:textbox|column|col|field|f|unnamed|x)? ?\d*)$/.test(comparable(heading));
}

/** Case, punctuation and line breaks inside a heading make no difference. */
function comparable(heading: string): string {
  return tidy(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
