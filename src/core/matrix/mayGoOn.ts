import { decodeText } from '../text';
import { isWorkbook } from '../workbook/workbook';

/**
 * Whether a table's file looks as if its writer were not done: nothing in it yet, no text yet, a last line without its
 * end, or a quotation mark that is still open. Some whole files look like that too, so that it is a reason to wait a
 * little longer, and no more.
 */
export function mayGoOn(bytes: Uint8Array): boolean {
  if (isWorkbook(bytes)) return !hasEndRecord(bytes);
  const text = decodeText(bytes)?.text ?? '';
  return !/[\r\n]$/.test(text) || text.trim() === '' || hasOpenQuote(text);
}

function hasOpenQuote(text: string): boolean {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count++;
  return count % 2 === 1;
}

/** What a workbook, which is an archive, ends with (PKWARE's APPNOTE, 4.3.16); at most a short comment follows it. */
function hasEndRecord(bytes: Uint8Array): boolean {
  const last = bytes.subarray(-1_024);
  return last.some((_, at) => END_RECORD.every((byte, index) => last[at + index] === byte));
}

const END_RECORD = [0x50, 0x4b, 0x05, 0x06];
