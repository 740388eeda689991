import type { Delimiter } from '../csv';
import type { Problem } from '../problems';
import type { DecodedText } from '../text';
import type { ColumnMapping, ColumnMeaning, OpenQuestion } from './columns';
import type { Ground } from './headerReader';
import type { Inheritability, Responsibility, ValueMapping } from './responsibility';

/** A matrix file and how the user said it is to be read: the `matrix` of a project file. */
export interface MatrixSource {
  /** As written: relative to the project file, or absolute. */
  readonly path: string;
  /** The version of the matrix, as its publisher counts: what `srm_version` of a request is compared with. */
  readonly version?: string;
  /** A further value, beside `Azure` and its like, that names the provider. */
  readonly provider?: string;
  /** The 1-based line of the header row. */
  readonly headerRow?: number;
  /** The sheet of a workbook. */
  readonly sheet?: string;
  /** A regular expression for ids that are none of HITRUST CSF. */
  readonly idPattern?: string;
  readonly columns?: ColumnMapping;
  readonly values?: ValueMapping;
}

/** A column that was taken for something. */
export interface ColumnUse {
  readonly meaning: ColumnMeaning;
  /** 0-based. */
  readonly index: number;
  readonly heading: string;
  readonly ground: Ground;
}

/** A value of a column that says who is responsible, as often as it stands there. */
export interface ValueUse {
  readonly column: ColumnMeaning;
  readonly value: string;
  readonly count: number;
  /** Null for a value that it was not told. */
  readonly means: Responsibility | null;
}

/** One row of the matrix: for a control, a requirement, or an evaluative element of one. */
export interface MatrixEntry {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** Canonical; undefined in a row of a whole control. */
  readonly requirement?: string;
  readonly control: string;
  readonly cvid?: string;
  readonly element?: string;
  readonly csfVersion?: string;
  /** Both as the row says, or each by the other where the file has one column only; null where it is not known. */
  readonly responsibility: Responsibility | null;
  readonly inheritability: Inheritability | null;
  /** What the file says in its own words; to be shown as text, never as Markdown. */
  readonly customerText?: string;
  readonly providerText?: string;
}

/** A matrix file as it was read. */
export interface Matrix {
  readonly file: string;
  /** How the file is called in messages. */
  readonly name: string;
  readonly format: 'csv' | 'xlsx';
  /** Of a text file. */
  readonly encoding?: DecodedText['encoding'];
  readonly delimiter?: Delimiter;
  /** The sheet that was read of a workbook, and those that were not. */
  readonly sheet?: string;
  readonly otherSheets?: readonly string[];
  /** The 1-based line of the header row; of a workbook the row. 0 where there is none, and the first row is an entry. */
  readonly headerRow: number;
  /** What stands above the header row, such as a title, shortened; undefined where nothing does. */
  readonly preamble?: string;
  /** All headings, in order. */
  readonly headings: readonly string[];
  /** The columns taken, in order. */
  readonly columns: readonly ColumnUse[];
  readonly questions: readonly OpenQuestion[];
  /** The values of the columns that say who is responsible, the most frequent first. */
  readonly values: readonly ValueUse[];
  /** Rows below the header, blank ones not counted: each is an entry, a duplicate or a problem. */
  readonly rows: number;
  readonly entries: readonly MatrixEntry[];
  /** Rows that repeat an earlier one word for word. */
  readonly duplicates: number;
  readonly problems: readonly Problem[];
}
