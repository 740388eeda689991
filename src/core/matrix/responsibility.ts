import { tidy } from '../csv';

/** Who has to do what a control or requirement asks for. */
export const RESPONSIBILITIES = ['customer', 'shared', 'azure'] as const;
export type Responsibility = (typeof RESPONSIBILITIES)[number];

/** How much of a requirement can be inherited from the provider's assessment. */
export type Inheritability = 'none' | 'partial' | 'full';

/** The kinds of column whose values say who is responsible. A value means something only under its kind of heading. */
export type ValueColumn = 'responsibility' | 'inheritability';

/** What the user said a value means, by the value as it stands in the file. */
export type ValueMapping = Readonly<Partial<Record<string, Responsibility>>>;

/** Values whose own words say what they mean, under either kind of heading. */
const PLAIN_VALUES: ReadonlyMap<string, Responsibility> = new Map([
  ['customer', 'customer'],
  ['customer provided', 'customer'],
  ['csc owned', 'customer'],
  ['not inheritable', 'customer'],
  ['shared', 'shared'],
  ['shared csp and csc', 'shared'],
  ['partially inheritable', 'shared'],
  ['azure', 'azure'],
  ['microsoft', 'azure'],
  ['csp', 'azure'],
  ['provider', 'azure'],
  ['csp owned', 'azure'],
  ['fully inheritable', 'azure'],
]);

/** Values that answer the question "can it be inherited?", and under any other heading may mean the opposite. */
const INHERITABILITY_VALUES: ReadonlyMap<string, Responsibility> = new Map([
  ['no', 'customer'],
  ['not', 'customer'],
  ['none', 'customer'],
  ['partial', 'shared'],
  ['partially', 'shared'],
  ['yes', 'azure'],
  ['full', 'azure'],
  ['fully', 'azure'],
]);

/** What is inheritable of a thing that is wholly the customer's, shared, or Azure's. */
export const INHERITABILITY_OF: Readonly<Record<Responsibility, Inheritability>> = {
  customer: 'none',
  shared: 'partial',
  azure: 'full',
};

/**
 * Reads a cell of a responsibility or inheritability column. Undefined for every value that is neither in the lists
 * above nor in the user's own mapping: nothing is guessed.
 */
export function readResponsibility(
  cell: string,
  column: ValueColumn,
  mapping: ValueMapping = {},
): Responsibility | undefined {
  const value = comparable(cell);
  const own = Object.entries(mapping).find(([key]) => comparable(key) === value);
  return (
    own?.[1] ?? PLAIN_VALUES.get(value) ?? (column === 'inheritability' ? INHERITABILITY_VALUES.get(value) : undefined)
  );
}

/** Which kind of column a value could stand in by its own words: those about inheriting say so. */
export function kindOfValue(cell: string): ValueColumn | undefined {
  const value = comparable(cell);
  if (!PLAIN_VALUES.has(value)) return undefined;
  return value.endsWith(' inheritable') ? 'inheritability' : 'responsibility';
}

/** Whether a cell of a column to be marked is marked; undefined for what is neither a mark nor its absence. */
export function readMark(cell: string): boolean | undefined {
  const value = comparable(cell);
  return /^(?:x|✓|✔|☑|☒|●|•|■|yes|y|1|true)$/.test(value)
    ? true
    : /^(?:|no|n|0|false|☐|-)$/.test(value)
      ? false
      : undefined;
}

/** Case, hyphens and invisible padding make no difference: `CSP-Owned` is `csp owned`. */
function comparable(value: string): string {
  return tidy(value)
    .toLowerCase()
    .replace(/[-\u2010-\u2015]/g, ' ');
}
