import { tidy } from '../csv';
import { groupBy } from '../groupBy';
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
  /** Columns that the user named for two meanings which exclude each other: it has neither. */
  readonly named: readonly { readonly column: number; readonly meanings: readonly ColumnMeaning[] }[];
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

/** Headings with any meaning at all: of thousands of columns few are worth a closer look. */
const KNOWN_HEADING = new RegExp(
  Object.values(HEADINGS)
    .flat()
    .map(({ source }) => source)
    .join('|'),
);

/** Which of two columns is the responsibility cannot be told from the headings alone, and everything hangs on it. */
const ASKED = ['responsibility', 'inheritability'] as const;

/** Of these any column serves: ids prove themselves in the rows, and the others are shown and never reckoned with. */
const TAKEN = ['cvid', 'element', 'csfVersion', 'customerText', 'providerText'] as const;

/** Reads a header row by its headings alone; a column that the user named goes before all, and each has one meaning. */
export function readHeader(cells: readonly string[], mapping: ColumnMapping = {}): HeaderReading {
  const headings = cells.map(comparable);
  const known = headings.flatMap((heading, index) => (KNOWN_HEADING.test(heading) ? [index] : []));
  const columns: Partial<Record<ColumnMeaning, number>> = {};
  const grounds: Partial<Record<ColumnMeaning, Ground>> = {};
  const isFree = (index: number): boolean => !Object.values(columns).includes(index);
  const find = (meaning: keyof typeof HEADINGS): readonly number[] =>
    HEADINGS[meaning].flatMap((pattern) =>
      known.filter((index) => isFree(index) && pattern.test(headings[index] ?? '')),
    );
  const take = (meaning: ColumnMeaning, index: number | undefined, ground: Ground = 'heading'): void => {
    if (index === undefined || meaning in columns) return;
    columns[meaning] = index;
    grounds[meaning] = ground;
  };

  const { found, missing, named, questions: asked } = readMapping(cells, headings, mapping);
  const questions = [...asked];
  for (const [meaning, index] of found) take(meaning, index, 'project');
  take('id', find('requirement')[0] ?? find('control')[0] ?? find('id')[0]);
  take('control', find('control')[0]);
  for (const meaning of TAKEN) take(meaning, find(meaning)[0]);
  // Who named columns to be marked has said which column it is.
  const isMarked = MARKS.some((meaning) => mapping[meaning] !== undefined);
  for (const meaning of isMarked ? [] : ASKED.filter((each) => mapping[each] === undefined)) {
    const candidates = find(meaning);
    if (candidates.length > 1) questions.push({ meaning, columns: candidates, ground: 'heading' });
    else take(meaning, candidates[0]);
  }
  return { columns, grounds, questions, missing, named };
}

interface MappingReading extends Pick<HeaderReading, 'questions' | 'missing' | 'named'> {
  readonly found: readonly (readonly [ColumnMeaning, number])[];
}

function readMapping(cells: readonly string[], headings: readonly string[], mapping: ColumnMapping): MappingReading {
  const found: [ColumnMeaning, number][] = [];
  const questions: OpenQuestion[] = [];
  const missing: string[] = [];
  for (const [meaning, name] of Object.entries(mapping) as [ColumnMeaning, string][]) {
    const columns = columnsNamed(name, cells, headings);
    if (columns.length > 1 && STATES_WHOSE.has(meaning)) questions.push({ meaning, columns, ground: 'heading' });
    else if (columns[0] === undefined) missing.push(name);
    else found.push([meaning, columns[0]]);
  }
  const stated = found.filter(([meaning]) => STATES_WHOSE.has(meaning));
  const named = [...groupBy(stated, ([, column]) => column)]
    .filter(([, uses]) => uses.length > 1)
    .map(([column, uses]) => ({ column, meanings: uses.map(([meaning]) => meaning) }));
  const isTwice = (meaning: ColumnMeaning): boolean => named.some(({ meanings }) => meanings.includes(meaning));
  return { found: found.filter(([meaning]) => !isTwice(meaning)), questions, missing, named };
}

/** The column of a number, those of that very heading, or one that differs in case or punctuation only. */
function columnsNamed(name: string, cells: readonly string[], headings: readonly string[]): readonly number[] {
  const number = COLUMN_NUMBER.exec(name)?.[1];
  if (number !== undefined && Number(number) <= cells.length) return number === '0' ? [] : [Number(number) - 1];
  const heading = tidy(name);
  const same = cells.flatMap((cell, index) => (tidy(cell) === heading ? [index] : []));
  const alike = comparable(name);
  if (same.length > 0 || alike === '' || number !== undefined) return same;
  return headings.flatMap((other, index) => (other === alike ? [index] : []));
}

/** How a mapping names a column by its number: `#3` is the third. */
export const COLUMN_NUMBER = /^#(0|[1-9]\d{0,4})$/;

/** Columns that are marked in the rows that are theirs. */
export const MARKS = ['customer', 'shared', 'azure'] as const satisfies readonly Responsibility[];

/** Columns that say who is responsible, each in its own way. */
const STATES_WHOSE: ReadonlySet<ColumnMeaning> = new Set([...ASKED, ...MARKS]);

/** Whether any of its columns says who is responsible. */
export function saysWhose({ columns }: Pick<HeaderReading, 'columns'>): boolean {
  return [...STATES_WHOSE].some((meaning) => columns[meaning] !== undefined);
}

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

/** Longer than a heading: a cell of a row that is no header can hold pages. */
const MOST_HEADING = 300;

/** Case, punctuation and line breaks inside a heading make no difference. */
function comparable(heading: string): string {
  return tidy(heading.slice(0, MOST_HEADING))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
