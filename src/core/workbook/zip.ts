import { Inflate } from 'fflate';
import { type Budget, corrupt, MAX_PARTS, spend, WorkbookError } from './limits';

/** One file in an archive, as the archive's directory tells. */
interface Entry {
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  /** Of its header in the archive. */
  readonly offset: number;
}

/**
 * The files of an archive by name; names of parts differ in more than case (ECMA-376 part 2, 6.2.2.3). Read from the
 * directory at its end, as Office does, because that alone has the sizes of files that were written as a stream. fflate
 * has the same walk, but inflates a file whole before anyone can count.
 */
export class Archive {
  readonly #entries = new Map<string, Entry>();

  /** @throws {WorkbookError} where the bytes are no archive, or one cut off */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly budget: Budget,
  ) {
    const view = viewOf(bytes);
    const { count, start } = findDirectory(view);
    if (count > MAX_PARTS) throw new WorkbookError('workbook-too-large');
    let at = start;
    for (let index = 0; index < count; index++) {
      const { name, entry, next } = readEntry(view, bytes, at);
      this.#entries.set(keyOf(name), entry);
      at = next;
    }
  }

  has(name: string): boolean {
    return this.#entries.has(keyOf(name));
  }

  /**
   * The content of a file, a piece at a time, never more than the directory says: where more comes out, the archive lies.
   *
   * @throws {WorkbookError} where there is no such file, it is damaged, or the budget is used up
   */
  *read(name: string): Generator<Uint8Array> {
    const entry = this.#entries.get(keyOf(name));
    if (!entry || entry.isEncrypted) throw corrupt(`no readable ${name}`);
    spend(this.budget, 'bytes', entry.size);
    const checksum = new Checksum();
    let size = 0;
    for (const piece of unpack(this.#packed(entry), entry.method)) {
      size += piece.length;
      if (size > entry.size) throw corrupt(`${name} is longer than it says`);
      checksum.add(piece);
      yield piece;
    }
    if (size !== entry.size || checksum.value !== entry.checksum) throw corrupt(`${name} is damaged`);
  }

  #packed({ offset, packedSize }: Entry): Uint8Array {
    const view = viewOf(this.bytes);
    if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== HEADER) throw corrupt('no header');
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (start + packedSize > view.byteLength) throw corrupt('cut off');
    return this.bytes.subarray(start, start + packedSize);
  }
}

// PKWARE's APPNOTE, 4.3: the signatures, and below the offsets of fields.
const HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const DIRECTORY_END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
/** Says that the value stands in 64 bits elsewhere. */
const ELSEWHERE = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;

/** What is inflated at once. Deflate makes at most 1,032 bytes of one, so that a piece has 16 MB at the most. */
const PIECE = 16 * 1024;

function* unpack(packed: Uint8Array, method: number): Generator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => pieces.push(piece));
  for (let at = 0; at < packed.length; at += PIECE) {
    const piece = packed.subarray(at, at + PIECE);
    if (method === STORED) {
      yield piece;
      continue;
    }
    if (method !== DEFLATED) throw corrupt(`method ${method}`);
    try {
      inflate.push(piece, at + PIECE >= packed.length);
    } catch (error) {
      throw corrupt(error);
    }
    yield* pieces.splice(0);
  }
}

function findDirectory(view: DataView): { readonly count: number; readonly start: number } {
  // Behind the record stands a comment of at most 65,535 bytes.
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) !== DIRECTORY_END) continue;
    const locator = at - 20;
    if (locator >= 0 && view.getUint32(locator, true) === LOCATOR_64) {
      const end = readUint64(view, locator + 8);
      if (end + 56 > view.byteLength || view.getUint32(end, true) !== DIRECTORY_END_64) break;
      return { count: readUint64(view, end + 32), start: readUint64(view, end + 48) };
    }
    return { count: view.getUint16(at + 10, true), start: view.getUint32(at + 16, true) };
  }
  throw corrupt('no directory');
}

function readEntry(
  view: DataView,
  bytes: Uint8Array,
  at: number,
): { readonly name: string; readonly entry: Entry; readonly next: number } {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw corrupt('no directory entry');
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw corrupt('cut off');
  const wide = wideFields(view, nameEnd, extraEnd);
  const field = (offset: number): number => {
    const value = view.getUint32(at + offset, true);
    return value === ELSEWHERE ? wide() : value;
  };
  // In the order in which the values of 64 bits stand.
  const size = field(24);
  const packedSize = field(20);
  const offset = field(42);
  const entry = {
    isEncrypted: (view.getUint16(at + 8, true) & 1) !== 0,
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    packedSize,
    size,
    offset,
  };
  return { name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)), entry, next };
}

/** The values of 64 bits in an entry's extra fields, one a call. */
function wideFields(view: DataView, start: number, end: number): () => number {
  let at = start;
  while (at + 4 <= end && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true);
  at += 4;
  return () => {
    if (at + 8 > end) throw corrupt('no field of 64 bits');
    at += 8;
    return readUint64(view, at - 8);
  };
}

/** As a number: beyond 2^53 it is past the end of any file, and inexact matters no more. */
function readUint64(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function keyOf(name: string): string {
  return name.toLowerCase();
}

/** CRC-32, which fflate does not look at: a file that changed on its way would be read as somebody's words. */
class Checksum {
  #state = -1;

  add(bytes: Uint8Array): void {
    let state = this.#state;
    for (const byte of bytes) state = (CRC_TABLE[(state ^ byte) & 0xff] ?? 0) ^ (state >>> 8);
    this.#state = state;
  }

  get value(): number {
    return ~this.#state >>> 0;
  }
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let state = byte;
  for (let bit = 0; bit < 8; bit++) state = state & 1 ? 0xedb88320 ^ (state >>> 1) : state >>> 1;
  return state;
});
