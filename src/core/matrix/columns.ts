import { tidy } from '../csv';

/** What a column of the matrix is read for. `id` holds requirement ids, or control ids where there are none finer. */
export const COLUMN_MEANINGS = [
  'id',
  'control',
  'cvid',
  'element',
  'csfVersion',
  'responsibility',
  'inheritability',
  'customerText',
  'providerText',
] as const;
export type ColumnMeaning = (typeof COLUMN_MEANINGS)[number];

/** The columns found, as indexes into a row. */
export type ColumnIndexes = Partial<Readonly<Record<ColumnMeaning, number>>>;

/** The columns that the user named, by heading. */
export type ColumnMapping = Partial<Readonly<Record<ColumnMeaning, string>>>;

/** The columns of a header row, and what keeps it from being read. */
export interface HeaderReading {
  readonly columns: ColumnIndexes;
  /** Meanings that more than one column could have; none was taken. */
  readonly ambiguous: readonly { readonly meaning: ColumnMeaning; readonly headings: readonly string[] }[];
  /** Headings that the user named and the row does not have. */
  readonly missing: readonly string[];
}

/** Headings by meaning, in their comparable form. Where several columns fit, the earlier pattern goes first. */
const HEADINGS: Readonly<Record<ColumnMeaning | 'requirement', readonly RegExp[]>> = {
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
const ASKED: readonly ColumnMeaning[] = ['responsibility', 'inheritability'];

/** Of these any column serves: ids prove themselves in the rows, and the others are shown and never reckoned with. */
const TAKEN: readonly ColumnMeaning[] = ['cvid', 'element', 'csfVersion', 'customerText', 'providerText'];

/** Reads a header row by its headings alone; a column that the user named goes before all, and each has one meaning. */
export function readHeader(cells: readonly string[], mapping: ColumnMapping = {}): HeaderReading {
  const headings = cells.map(comparable);
  const columns: Partial<Record<ColumnMeaning, number>> = {};
  const ambiguous: { meaning: ColumnMeaning; headings: string[] }[] = [];
  const missing: string[] = [];
  const isFree = (index: number): boolean => !Object.values(columns).includes(index);
  const find = (meaning: keyof typeof HEADINGS): readonly number[] =>
    HEADINGS[meaning].flatMap((pattern) =>
      headings.flatMap((heading, index) => (isFree(index) && pattern.test(heading) ? [index] : [])),
    );
  const take = (meaning: ColumnMeaning, index: number | undefined): void => {
    if (index !== undefined) columns[meaning] ??= index;
  };

  for (const [meaning, heading] of Object.entries(mapping) as [ColumnMeaning, string][]) {
    const index = headings.indexOf(comparable(heading));
    if (index < 0) missing.push(heading);
    else columns[meaning] = index;
  }
  take('id', find('requirement')[0] ?? find('control')[0] ?? find('id')[0]);
  take('control', find('control')[0]);
  for (const meaning of TAKEN) take(meaning, find(meaning)[0]);
  for (const meaning of ASKED.filter((asked) => mapping[asked] === undefined)) {
    const found = find(meaning);
    if (found.length > 1) ambiguous.push({ meaning, headings: found.map((index) => tidy(cells[index] ?? '')) });
    else take(meaning, found[0]);
  }
  return { columns, ambiguous, missing };
}

/** Case, punctuation and line breaks inside a heading make no difference. */
function comparable(heading: string): string {
  return tidy(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
