import { isSealed } from './sharing/sealed';

/** A file's text and the encoding it was read in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

/** Where Windows-1252 differs from Latin-1: 0x80 to 0x9F. Node 20's own decoder leaves control characters there. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const OF_NO_ENCODING = /[\0\p{Cs}]/u;
const NOT_WINDOWS_1252 = new RegExp(`[^\\x01-\\x7f\\xa0-\\xff${WINDOWS_1252}]`, 'u');

/**
 * Decodes a file that a person saved from a spreadsheet or an editor: UTF-8, UTF-16 with or without a byte
 * order mark, and Windows-1252 for what is no UTF-8. Undefined for what is no text: a NUL character never stands in one. A
 * sealed file is none either, although it can look like one.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  if (isSealed(bytes)) return undefined;
  const decoded = decodeUtf16(bytes) ??
    decodeUtf8(bytes) ?? { text: decodeWindows1252(bytes), encoding: 'windows-1252' };
  return decoded.text.includes('\0') ? undefined : decoded;
}

function decodeUtf16(bytes: Uint8Array): DecodedText | undefined {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : utf16WithoutMark(bytes.subarray(0, 2_000));
  return encoding && { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** Of what spreadsheets write most is ASCII, whose characters have a zero for one of their two bytes. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = Math.max(bytes.length * 0.3, 8);
  if (odd > most && even === 0) return 'utf-16le';
  return even > most && odd === 0 ? 'utf-16be' : undefined;
}

function decodeUtf8(bytes: Uint8Array): DecodedText | undefined {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return undefined;
  }
}

function decodeWindows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80));
}

/**
 * A text in the encoding of a file, without a byte order mark; or the first character that the encoding cannot hold. A NUL
 * and half of a surrogate pair are of no encoding here: what has them is not read as it was written.
 */
export function encodeText(
  text: string,
  encoding: DecodedText['encoding'],
): Uint8Array | { readonly unencodable: string } {
  const unencodable = (encoding === 'windows-1252' ? NOT_WINDOWS_1252 : OF_NO_ENCODING).exec(text)?.[0];
  if (unencodable !== undefined) return { unencodable };
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  return encoding === 'windows-1252' ? encodeWindows1252(text) : encodeUtf16(text, encoding === 'utf-16le');
}

function encodeUtf16(text: string, isLittleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), isLittleEndian);
  return new Uint8Array(view.buffer);
}

function encodeWindows1252(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const special = WINDOWS_1252.indexOf(text.charAt(index));
    bytes[index] = special < 0 ? text.charCodeAt(index) : special + 0x80;
  }
  return bytes;
}
