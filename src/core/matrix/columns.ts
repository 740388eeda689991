import { tidy } from '../csv';

/** What a column of the matrix is read for. `id` holds requirement ids, or control ids where there are none finer. */
export type ColumnMeaning =
  | 'id'
  | 'control'
  | 'cvid'
  | 'element'
  | 'csfVersion'
  | 'responsibility'
  | 'inheritability'
  | 'customerText'
  | 'providerText';

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

/** Headings by meaning, on their comparable form. The first pattern of a list that fits any column decides. */
const HEADINGS: Readonly<Record<ColumnMeaning | 'requirement', readonly RegExp[]>> = {
  requirement: [
    /^(?:hitrust )?(?:baseline unique id|buid)/,
    /^requirement (?:statement )?(?:id|number|reference)$/,
    /^requirement$/,
  ],
  control: [/^(?:hitrust |csf |hitrust csf )?control (?:reference|id|number|ref)$/, /^(?:hitrust |csf )?control$/],
  id: [/^(?:question )?id$/],
  cvid: [/^cross version id|^cvid$/],
  element: [/^(?:evaluative )?element(?: id| number)?$/],
  csfVersion: [/^(?:hitrust )?(?:csf )?version$/],
  responsibility: [
    /^(?:shared )?responsibility(?: type| designation| assignment)?$/,
    /^responsible(?: party| entity)?$/,
    /^(?:ssrm )?control ownership$/,
    /^control responsibility$/,
  ],
  inheritability: [/\binheritab(?:le|ility)\b/, /^can be inherited\b/],
  customerText: [
    /^(?:customer|csc)(?: s)? (?:responsibilit|implementation|guidance|notes|description)/,
    /^specific inheritance and customer\b/,
  ],
  providerText: [
    /^(?:microsoft |cloud service )?(?:azure|microsoft|csp|provider)(?: s)? (?:responsibilit|control implementation|implementation|notes|description)/,
  ],
};

const MEANINGS: readonly ColumnMeaning[] = [
  'cvid',
  'element',
  'csfVersion',
  'responsibility',
  'inheritability',
  'customerText',
  'providerText',
];

/** Reads a header row by its headings alone; a column that the user named goes before all. */
export function readHeader(cells: readonly string[], mapping: ColumnMapping = {}): HeaderReading {
  const headings = cells.map(comparable);
  const columns: Partial<Record<ColumnMeaning, number>> = {};
  const ambiguous: { meaning: ColumnMeaning; headings: string[] }[] = [];
  const missing: string[] = [];

  for (const [meaning, heading] of Object.entries(mapping) as [ColumnMeaning, string][]) {
    const index = headings.indexOf(comparable(heading));
    if (index < 0) missing.push(heading);
    else columns[meaning] = index;
  }
  for (const meaning of MEANINGS) {
    if (mapping[meaning] !== undefined) continue;
    const found = columnsFor(HEADINGS[meaning], headings);
    if (found.length > 1) ambiguous.push({ meaning, headings: found.map((index) => tidy(cells[index] ?? '')) });
    else if (found[0] !== undefined) columns[meaning] = found[0];
  }
  // Id columns need no asking: what stands in them says whether it is an id.
  const requirement = columnsFor(HEADINGS.requirement, headings)[0];
  const control = columnsFor(HEADINGS.control, headings)[0];
  const id = columns.id ?? requirement ?? control ?? columnsFor(HEADINGS.id, headings)[0];
  if (id !== undefined) columns.id = id;
  if (columns.control === undefined && control !== undefined && control !== id) columns.control = control;
  return { columns, ambiguous, missing };
}

function columnsFor(patterns: readonly RegExp[], headings: readonly string[]): readonly number[] {
  for (const pattern of patterns) {
    const found = headings.flatMap((heading, index) => (pattern.test(heading) ? [index] : []));
    if (found.length > 0) return found;
  }
  return [];
}

/** Case, punctuation and line breaks inside a heading make no difference. */
function comparable(heading: string): string {
  return tidy(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
