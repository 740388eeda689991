import { fullBudget, WorkbookError } from './limits';
import { findParts } from './package';
import { readSheetRows } from './sheetRows';
import { readSharedStrings } from './strings';
import { createStyles, NO_STYLES, readStyles } from './styles';
import { isCompoundFile, isWorkbook, type Sheet, type WorkbookFailure, type WorkbookReading } from './workbook';
import type { Pause } from './xml';
import { Archive } from './zip';

/**
 * Reads all sheets of an Excel workbook (`.xlsx`, `.xlsm`; transitional or strict) as text, each cell as a person sees it
 * (`numberText.ts`), merged cells filled downwards (`mergedRanges.ts`). Never throws on what a file holds, fetches nothing,
 * and uses no more memory than `limits.ts` allows.
 *
 * @param bytes of a file; for what is no workbook by `isWorkbook` that is said
 * @param pause called after each piece of the file, for a host that has other things to do
 */
export async function readWorkbook(bytes: Uint8Array, pause?: Pause): Promise<WorkbookReading> {
  if (!isWorkbook(bytes)) return { failure: 'workbook-other-kind' };
  if (isCompoundFile(bytes)) return { failure: failureOfCompoundFile(bytes) };
  try {
    return { sheets: await readSheets(bytes, pause) };
  } catch (error) {
    if (error instanceof WorkbookError) return { failure: error.reason };
    throw error;
  }
}

async function readSheets(bytes: Uint8Array, pause: Pause | undefined): Promise<readonly Sheet[]> {
  const budget = fullBudget();
  const archive = new Archive(bytes, budget);
  const parts = await findParts(archive, pause);
  const strings =
    parts.sharedStrings === undefined ? [] : await readSharedStrings(archive.read(parts.sharedStrings), pause);
  const patterns = parts.styles === undefined ? NO_STYLES : await readStyles(archive.read(parts.styles), pause);
  const styles = createStyles(patterns, parts.hasDateSystem1904);
  const sheets: Sheet[] = [];
  for (const { name, isHidden, part } of parts.sheets) {
    sheets.push({ name, isHidden, rows: await readSheetRows(archive.read(part), { strings, styles, budget, pause }) });
  }
  return sheets;
}

/**
 * What a compound file is, by the names in its directory. That is made of entries of 128 bytes, which begin with the name,
 * in sectors of 512 bytes or more ([MS-CFB] 2.6), so that it need not be followed from sector to sector.
 */
function failureOfCompoundFile(bytes: Uint8Array): WorkbookFailure {
  const has = (name: string): boolean => {
    const wanted = Array.from(`${name}\0`).flatMap((character) => [character.charCodeAt(0), 0]);
    for (let at = 512; at < bytes.length; at += 128) {
      if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
    }
    return false;
  };
  if (has('EncryptedPackage')) return 'workbook-encrypted';
  return has('Workbook') || has('Book') ? 'workbook-legacy' : 'workbook-other-kind';
}
