import type { RegisterColumns } from '../csvEdit';

/**
 * The columns of the sharing register, in the order of a new file, each with its other names. `statuses` tells what the
 * statuses were that the copy shows (`statusText`), `consented` the day of the consent; a file without one of them loses
 * nothing else.
 */
export const SHARING_COLUMNS = {
  id: [],
  event: [],
  date: [],
  recipient: [],
  organization: ['organisation'],
  contact: [],
  purpose: [],
  profile: [],
  agreement: [],
  consent: [],
  limitations: [],
  expires: [],
  file: [],
  sha256: ['sha_256'],
  by: [],
  previous: [],
  hash: [],
  statuses: [],
  consented: [],
} as const satisfies RegisterColumns<string>;

export type SharingColumn = keyof typeof SHARING_COLUMNS;

/** Their names, in that order. */
export const SHARING_COLUMN_NAMES = Object.keys(SHARING_COLUMNS) as readonly SharingColumn[];

/** What a row of the register says, by its column: tidied, and without what kept a spreadsheet from rewriting it. */
export type SharingCells = Readonly<Record<SharingColumn, string>>;

/** The cells of a row, each made by its column. */
export function sharingCells(cellOf: (column: SharingColumn) => string): SharingCells {
  const cells = SHARING_COLUMN_NAMES.map((column) => [column, cellOf(column)]);
  return Object.fromEntries(cells) as Record<SharingColumn, string>;
}

export const SHARE_EVENTS = ['shared', 'returned', 'destroyed'] as const;
export type ShareEvent = (typeof SHARE_EVENTS)[number];

/** The columns that hold days. */
export const DAY_COLUMNS = ['date', 'expires', 'consented'] as const;

/** What is noted of a share until it is recorded: all that its row will say, but for its place in the chain. */
export const PENDING_COLUMNS = [
  'id',
  'date',
  'recipient',
  'organization',
  'contact',
  'purpose',
  'profile',
  'agreement',
  'consent',
  'limitations',
  'expires',
  'file',
  'sha256',
  'by',
  'statuses',
  'consented',
] as const satisfies readonly SharingColumn[];
