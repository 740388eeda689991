import type { SentenceCode } from '../../sentences';
import type { ProfileField } from '../../sharing/profile';
import type { Column } from '../csvTable';
import type { RowOf, TableName } from './exportedSummary';

/** What a field holds, and so how it is written into a cell and read back (`cells.ts`). */
export type FieldType =
  | 'text'
  | 'number'
  | 'date'
  | 'yes-no'
  /** Requirements, separated by commas. */
  | 'ids'
  | 'domain'
  | 'responsibility'
  /** Responsibility, and of what has evaluative elements how many of them can be inherited. */
  | 'whose'
  | 'status'
  | 'maturity';

/** A field of a row, and the column that it stands in. */
export interface Field<Name extends string = string> {
  readonly name: Name;
  /** Of the one table of a CSV file. */
  readonly column: Column;
  /** Of a sheet of its own, where that can say it more exactly. */
  readonly heading?: Column;
  readonly type: FieldType;
  /** Whether it can be missing: then its cell is blank. */
  readonly isOptional?: true;
  /** What a blank cell, or a column that is not there, stands for. */
  readonly blank?: string;
  /** What a profile has to allow for it to be there, beside its table. */
  readonly needs?: ProfileField;
}

/** A table of an exported summary: rows of one kind in a CSV file, a sheet in a workbook. */
export interface Table<Name extends string = string> {
  /** What a row of it is. */
  readonly record: Extract<SentenceCode, `record-${string}`>;
  /** The sheet's name. */
  readonly sheet: Extract<SentenceCode, `sheet-${string}`>;
  /** What a profile has to allow for it to be there. */
  readonly needs: ProfileField;
  /** The first one is never blank. */
  readonly fields: readonly [Field<Name>, ...Field<Name>[]];
}

/** The names of the fields of rows that can be of several types. */
type FieldNames<Row> = Row extends unknown ? keyof Row & string : never;

const CONTROL = { name: 'control', column: 'control', type: 'text' } as const;
const REQUIREMENT = {
  name: 'requirement',
  column: 'requirements',
  heading: 'requirement',
  type: 'text',
  isOptional: true,
} as const;
const REQUIREMENTS = { name: 'requirements', column: 'requirements', type: 'ids', needs: 'requirements' } as const;
const MATURITY = { name: 'maturity', column: 'maturity', type: 'maturity' } as const;
const MESSAGE = { name: 'message', column: 'message', type: 'text' } as const;
const WHY = { name: 'why', column: 'reason', type: 'text' } as const;
const STATUS = { name: 'status', column: 'status', type: 'status' } as const;
const FILE = { name: 'file', column: 'file', type: 'text', needs: 'places' } as const;
const LINE = { name: 'line', column: 'line', type: 'number', needs: 'places' } as const;
const PLACE = [FILE, LINE, { name: 'column', column: 'column', type: 'number', needs: 'places' }] as const;

const EVIDENCE = [
  CONTROL,
  REQUIREMENT,
  MATURITY,
  { name: 'title', column: 'message', heading: 'title', type: 'text', needs: 'evidence.title' },
  { name: 'location', column: 'location', type: 'text', isOptional: true, needs: 'evidence.location' },
  { name: 'state', column: 'state', type: 'text', blank: 'collected' },
  { name: 'approved_on', column: 'approved', type: 'date', isOptional: true, needs: 'evidence.dates' },
  { name: 'effective_from', column: 'effective', type: 'date', isOptional: true, needs: 'evidence.dates' },
  { name: 'reviewed_on', column: 'reviewed', type: 'date', isOptional: true, needs: 'evidence.dates' },
  { name: 'captured_on', column: 'captured', type: 'date', isOptional: true, needs: 'evidence.dates' },
  FILE,
  LINE,
] as const;

/** The tables in the order in which they are written. */
export const TABLES: { readonly [N in TableName]: Table<FieldNames<RowOf<N>>> } = {
  controls: {
    record: 'record-control',
    sheet: 'sheet-controls',
    needs: 'controls',
    fields: [
      { name: 'id', column: 'control', type: 'text' },
      { name: 'title', column: 'title', type: 'text' },
      { name: 'responsibility', column: 'responsibility', type: 'responsibility' },
      STATUS,
      { name: 'part', column: 'message', heading: 'part', type: 'text', isOptional: true },
    ],
  },
  requirements: {
    record: 'record-requirement',
    sheet: 'sheet-requirements',
    needs: 'requirements',
    fields: [
      { name: 'id', column: 'requirements', heading: 'requirement', type: 'text' },
      CONTROL,
      { name: 'cvid', column: 'cvid', type: 'text', isOptional: true },
      { name: 'domain', column: 'domain', type: 'domain' },
      { name: 'responsibility', column: 'responsibility', type: 'whose' },
      { name: 'inheritability', column: 'inheritability', type: 'text', isOptional: true },
      STATUS,
      { name: 'open', column: 'message', heading: 'open', type: 'text', isOptional: true, needs: 'openItems' },
      {
        name: 'rationale',
        column: 'text',
        heading: 'rationale',
        type: 'text',
        isOptional: true,
        needs: 'requirements.rationale',
      },
      FILE,
      LINE,
    ],
  },
  evidence: { record: 'record-evidence', sheet: 'sheet-evidence', needs: 'evidence', fields: EVIDENCE },
  requests: {
    record: 'record-request',
    sheet: 'sheet-requests',
    needs: 'requests',
    fields: [
      CONTROL,
      REQUIREMENT,
      { name: 'state', column: 'state', type: 'text' },
      { name: 'type', column: 'type', type: 'text' },
      { name: 'provider', column: 'provider', type: 'text', isOptional: true, needs: 'requests.provider' },
      { name: 'weight', column: 'weight', type: 'number', isOptional: true },
      { name: 'partial', column: 'partial', type: 'yes-no' },
      { name: 'srmVersion', column: 'srm-version', type: 'text', isOptional: true },
      {
        name: 'justification',
        column: 'message',
        heading: 'justification',
        type: 'text',
        isOptional: true,
        needs: 'requests.justification',
      },
      { name: 'submitted', column: 'submitted', type: 'date', isOptional: true, needs: 'requests.dates' },
      { name: 'decided', column: 'decided', type: 'date', isOptional: true, needs: 'requests.dates' },
      FILE,
      LINE,
    ],
  },
  gaps: {
    record: 'record-gap',
    sheet: 'sheet-gaps',
    needs: 'gaps',
    fields: [
      { name: 'id', column: 'text', heading: 'id', type: 'text' },
      CONTROL,
      REQUIREMENT,
      { ...MATURITY, isOptional: true },
      { name: 'description', column: 'message', type: 'text', isOptional: true, needs: 'gaps.description' },
      { name: 'state', column: 'state', type: 'text', isOptional: true },
      { name: 'scheduled', column: 'scheduled', type: 'date', isOptional: true, needs: 'gaps.dates' },
      { name: 'fixed', column: 'fixed', type: 'date', isOptional: true, needs: 'gaps.dates' },
      FILE,
      LINE,
    ],
  },
  unresolved: {
    record: 'record-unresolved',
    sheet: 'sheet-unresolved',
    needs: 'unresolved',
    fields: [
      { name: 'text', column: 'text', type: 'text' },
      { name: 'reason', column: 'message', type: 'text' },
      ...PLACE,
    ],
  },
  openItems: {
    record: 'record-open',
    sheet: 'sheet-open',
    needs: 'openItems',
    fields: [CONTROL, MESSAGE, { ...MATURITY, isOptional: true }, REQUIREMENTS, { ...WHY, needs: 'openItems.why' }],
  },
  notYetMapped: { record: 'record-not-mapped', sheet: 'sheet-not-mapped', needs: 'evidence', fields: EVIDENCE },
  references: {
    record: 'record-reference',
    sheet: 'sheet-references',
    needs: 'references',
    fields: [CONTROL, { name: 'text', column: 'text', type: 'text' }, ...PLACE],
  },
  notices: {
    record: 'record-notice',
    sheet: 'sheet-notices',
    needs: 'notices',
    fields: [CONTROL, MESSAGE, REQUIREMENTS, WHY],
  },
  policy: {
    record: 'record-policy',
    sheet: 'sheet-policy',
    needs: 'policy',
    fields: [
      CONTROL,
      { name: 'requirement', column: 'requirements', heading: 'requirement', type: 'text' },
      { ...MESSAGE, heading: 'results' },
    ],
  },
  project: { record: 'record-project', sheet: 'sheet-project', needs: 'project', fields: [MESSAGE, WHY] },
  calendar: {
    record: 'record-calendar',
    sheet: 'sheet-calendar',
    needs: 'calendar',
    fields: [{ name: 'date', column: 'date', type: 'date' }, MESSAGE],
  },
  problems: { record: 'record-problem', sheet: 'sheet-problems', needs: 'problems', fields: [MESSAGE, ...PLACE] },
};

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** Those that a workbook has a sheet for also when they are empty, if they are shown at all. */
export const ALWAYS: ReadonlySet<TableName> = new Set<TableName>([
  'controls',
  'requirements',
  'evidence',
  'requests',
  'gaps',
  'unresolved',
]);
