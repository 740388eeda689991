import { decodeText, encodeText } from '../core/text';
import { FileError, type Files } from './files';

/** A file that is text, as it was read. */
export interface TextFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly encoding: NonNullable<ReturnType<typeof decodeText>>['encoding'];
}

/** @throws {FileError} */
export async function readTextFile(file: string, files: Files): Promise<TextFile> {
  const bytes = await files.read(file);
  const decoded = decodeText(bytes);
  if (!decoded) throw new FileError('not-text', file);
  return { file, bytes, ...decoded };
}

/** Another text in the encoding of the file, its byte order mark included. @throws {FileError} where it cannot hold it */
export function bytesOf({ file, bytes, text, encoding }: TextFile, edited: string): Uint8Array {
  const [before, after] = [encodeText(text, encoding), encodeText(edited, encoding)];
  if ('unencodable' in before || 'unencodable' in after) throw new FileError('not-text', file, { operation: 'write' });
  const mark = bytes.subarray(0, bytes.length - before.length);
  const content = new Uint8Array(mark.length + after.length);
  content.set(mark);
  content.set(after, mark.length);
  return content;
}

/** Writes another text in the place of a file's, unless somebody else did meanwhile. @throws {FileError} */
export async function writeTextFile(file: TextFile, edited: string, files: Files): Promise<void> {
  await files.write(file.file, bytesOf(file, edited), { content: file.bytes });
}
