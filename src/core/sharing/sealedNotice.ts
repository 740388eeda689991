import { type Message, message } from '../message';
import { SEALED_EXTENSION } from './sealed';

/** By what a sealed file opens. */
export type SealedBy = 'passphrase' | 'recipients';

/** What every shell takes for a part of a name, within double quotes at least. */
const PLAIN_NAME = /^[\p{L}\p{N}_.(][\p{L}\p{M}\p{N}_.() -]*$/u;
const NEEDS_NO_QUOTES = /^[\w.-]+$/;

/**
 * What somebody who gets a sealed file needs to know, to be pasted into a mail: its paragraphs, for the edge to put blank
 * lines between. It holds nothing that opens the file.
 *
 * @param file the name of the sealed file, or its name before it was sealed; without folders
 */
export function sealedNotice(by: SealedBy, file: string): readonly Message[] {
  const opened = unsealedName(file);
  const isPlain = PLAIN_NAME.test(opened);
  const plain = isPlain ? opened : 'copy';
  const command = ['age', '--decrypt', ...(by === 'recipients' ? ['--identity', 'key.txt'] : [])];
  const names = ['--output', quoted(plain), quoted(sealedName(plain))];
  return [
    message('sealed-what', sealedName(opened)),
    message(by === 'passphrase' ? 'sealed-by-passphrase' : 'sealed-by-key'),
    ...(isPlain ? [] : [message('sealed-rename', sealedName(plain))]),
    message(by === 'passphrase' ? 'sealed-open-passphrase' : 'sealed-open-key'),
    message('list', [...command, ...names].join(' ')),
    message('sealed-opened', plain),
  ];
}

/** How a file is called once it is sealed. */
export function sealedName(file: string): string {
  return `${file}.${SEALED_EXTENSION}`;
}

export function isSealedName(file: string): boolean {
  return unsealedName(file) !== file;
}

/** How it was called before. */
export function unsealedName(file: string): string {
  return file.replace(/\.age$/i, '');
}

function quoted(name: string): string {
  return NEEDS_NO_QUOTES.test(name) ? name : `"${name}"`;
}
