import {
  type ColumnIndexesOf,
  type ColumnMappingOf,
  comparable,
  HeaderReader,
  type HeaderReadingOf,
  headingRules,
  type OpenQuestionOf,
} from './headerReader';
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

export type ColumnMapping = ColumnMappingOf<ColumnMeaning>;
export type ColumnIndexes = ColumnIndexesOf<ColumnMeaning>;
export type OpenQuestion = OpenQuestionOf<ColumnMeaning>;
export type HeaderReading = HeaderReadingOf<ColumnMeaning>;

/** Headings that any table of requirement statements can have. */
export const STATEMENT_HEADINGS = {
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
  csfVersion: [/^(?:hitrust )?(?:csf )?version$/],
} as const satisfies Readonly<Record<string, readonly RegExp[]>>;

const HEADINGS: Readonly<Record<Exclude<ColumnMeaning, Responsibility> | 'requirement', readonly RegExp[]>> = {
  ...STATEMENT_HEADINGS,
  element: [/^(?:evaluative )?element(?: id| number)?$/],
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

/** Columns that are marked in the rows that are theirs. */
export const MARKS = ['customer', 'shared', 'azure'] as const satisfies readonly Responsibility[];

/** Columns that say who is responsible, each in its own way. */
const STATES_WHOSE: readonly ColumnMeaning[] = [...ASKED, ...MARKS];

const RULES = headingRules(HEADINGS, STATES_WHOSE);

/** Reads a header row by its headings alone. */
export function readHeader(cells: readonly string[], mapping: ColumnMapping = {}): HeaderReading {
  const header = new HeaderReader<ColumnMeaning, keyof typeof HEADINGS>(cells, mapping, RULES);
  header.take('id', header.find('requirement')[0] ?? header.find('control')[0] ?? header.find('id')[0]);
  header.take('control', header.find('control')[0]);
  for (const meaning of TAKEN) header.take(meaning, header.find(meaning)[0]);
  // Who named columns to be marked has said which column it is.
  const isMarked = MARKS.some((meaning) => mapping[meaning] !== undefined);
  for (const meaning of isMarked ? [] : ASKED.filter((each) => mapping[each] === undefined)) {
    const candidates = header.find(meaning);
    if (candidates.length > 1) header.ask(meaning, candidates);
    else header.take(meaning, candidates[0]);
  }
  return header.reading;
}

/** Whether any of its columns says who is responsible. */
export function saysWhose({ columns }: Pick<HeaderReading, 'columns'>): boolean {
  return STATES_WHOSE.some((meaning) => columns[meaning] !== undefined);
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
