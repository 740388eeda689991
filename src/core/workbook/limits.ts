import type { WorkbookFailure } from './workbook';

/**
 * The parts of a workbook that are read (tables, texts, formats; never pictures), unpacked. The largest matrix there could
 * reasonably be, 3,400 rows with two cells of 29,000 characters each, has 200 MB; a bomb has gigabytes.
 */
export const MAX_UNPACKED_BYTES = 256 * 1024 ** 2;

/**
 * Cells of all sheets, counted up to the last one of a row that holds something: the memory a table takes. 200 sheets of
 * 1,000 rows and 25 columns fit in; the known matrices have some 100,000.
 */
export const MAX_CELLS = 5_000_000;

/**
 * Characters of all cells. A text that a million cells share is one in the file, and a million once somebody writes the
 * table down.
 */
export const MAX_CHARACTERS = 256 * 1024 ** 2;

/** Files in the archive. 200 sheets with drawings and comments have about 1,500. */
export const MAX_PARTS = 20_000;

/** Sheets. Excel sets no limit but memory; nobody finds one among more than these. */
export const MAX_SHEETS = 2_000;

/** Excel's own limits: the row and column numbers past which a file is no workbook. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** Excel has at most 65,490 cell formats. */
export const MAX_FORMATS = 65_536;

/** What a workbook may still use up. */
export interface Budget {
  bytes: number;
  cells: number;
  characters: number;
}

export function fullBudget(): Budget {
  return { bytes: MAX_UNPACKED_BYTES, cells: MAX_CELLS, characters: MAX_CHARACTERS };
}

/** Takes an amount from the budget. @throws {WorkbookError} where that is more than is left */
export function spend(budget: Budget, of: keyof Budget, amount: number): void {
  budget[of] -= amount;
  if (budget[of] < 0) throw new WorkbookError('workbook-too-large');
}

/** Ends the reading of a workbook from anywhere within it; `readWorkbook` makes a value of it. */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';

  constructor(
    readonly reason: WorkbookFailure,
    options: { readonly cause?: unknown } = {},
  ) {
    super(reason, options);
  }
}

/** For what a sound workbook cannot hold. */
export function corrupt(cause?: unknown): WorkbookError {
  return new WorkbookError('workbook-corrupt', { cause });
}
