import { decodeText } from '../text';

/**
 * Whether a table's file looks as if its writer were not done: nothing in it yet, no text yet, a last line without its
 * end, or a quotation mark that is still open. Some whole files look like that too, so that it is a reason to wait a
 * little longer, and no more.
 */
export function mayGoOn(bytes: Uint8Array): boolean {
  const text = decodeText(bytes)?.text ?? '';
  return !/[\r\n]$/.test(text) || text.trim() === '' || hasOpenQuote(text);
}

function hasOpenQuote(text: string): boolean {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count++;
  return count % 2 === 1;
}
