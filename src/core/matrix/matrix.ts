import type { Delimiter } from '../csv';
import type { Problem } from '../problems';
import type { DecodedText } from '../text';
import type { ColumnMapping, ColumnMeaning } from './columns';
import type { Inheritability, Responsibility, ValueMapping } from './responsibility';

/** A matrix file and how the user said it is to be read: the `matrix` of a project file. */
export interface MatrixSource {
  /** As written: relative to the project file, or absolute. */
  readonly path: string;
  /** A further value, beside `Azure` and its like, that names the provider. */
  readonly provider?: string;
  /** The 1-based line of the header row. */
  readonly headerRow?: number;
  readonly columns?: ColumnMapping;
  readonly values?: ValueMapping;
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
  readonly format: 'csv';
  readonly encoding: DecodedText['encoding'];
  readonly delimiter: Delimiter;
  /** The 1-based line of the header row. */
  readonly headerRow: number;
  /** What stands above the header row, such as a title, shortened; undefined where nothing does. */
  readonly preamble?: string;
  /** The headings of the columns taken, by what they were taken for. */
  readonly columns: Partial<Readonly<Record<ColumnMeaning, string>>>;
  /** Rows below the header, blank ones not counted: each is an entry, a duplicate or a problem. */
  readonly rows: number;
  readonly entries: readonly MatrixEntry[];
  /** Rows that repeat an earlier one word for word. */
  readonly duplicates: number;
  readonly problems: readonly Problem[];
}
