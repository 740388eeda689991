import type { CsvRow } from '../csv';
import { problem, type Problem } from '../problems';
import { MAX_CELLS, MAX_UNPACKED_BYTES } from './limits';

/** One sheet of a workbook, as text. */
export interface Sheet {
  readonly name: string;
  /** Whether Excel does not show the sheet (hidden, or "very hidden"). It is read all the same: whoever picks decides. */
  readonly isHidden: boolean;
  /** In order, with the row numbers that Excel shows; blank rows left out, and blank cells at the end of a row. */
  readonly rows: readonly CsvRow[];
}

/** What keeps a whole workbook from being read; each is a problem code too. */
export type WorkbookFailure =
  /** Protected with a password. */
  | 'workbook-encrypted'
  /** The binary kind of before 2007, `.xls`. */
  | 'workbook-legacy'
  /** A Word document, an OpenDocument or binary (`.xlsb`) workbook, any other archive. */
  | 'workbook-other-kind'
  /** Cut off, or not what the format asks for. */
  | 'workbook-corrupt'
  /** Over one of the limits in `limits.ts`. */
  | 'workbook-too-large';

/** Either the sheets, in the workbook's order, or the one reason why there are none. */
export type WorkbookReading = { readonly sheets: readonly Sheet[] } | { readonly failure: WorkbookFailure };

/**
 * What to tell a person of a workbook that could not be read.
 *
 * @param file the file's location
 * @param name how the file is called in messages
 */
export function workbookProblem(failure: WorkbookFailure, file: string, name: string): Problem {
  return failure === 'workbook-too-large'
    ? problem(failure, file, undefined, name, MAX_UNPACKED_BYTES / 1024 ** 2, MAX_CELLS.toLocaleString('en'))
    : problem(failure, file, undefined, name);
}

/**
 * Whether bytes are for `readWorkbook`: an archive (`.xlsx`), or the container of encrypted and of old workbooks. Told by
 * how they begin, whatever the file is called. Neither beginning can be a text's, and what an archive holds that is no
 * workbook, or is one cut off, `readWorkbook` says better than anyone who takes it for text.
 */
export function isWorkbook(bytes: Uint8Array): boolean {
  return beginsWith(bytes, ZIP_MAGIC) || isCompoundFile(bytes);
}

/** Whether bytes are a compound file, in which Office keeps encrypted documents and those of before 2007. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return beginsWith(bytes, COMPOUND_FILE_MAGIC);
}

/** The header of an archive's first file (PKWARE's APPNOTE, 4.3.7). */
const ZIP_MAGIC = [0x50, 0x4b, 0x03, 0x04];
/** [MS-CFB] 2.2. */
const COMPOUND_FILE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function beginsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
