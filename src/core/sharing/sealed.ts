/** What a sealed file's name ends with, after its own extension. */
export const SEALED_EXTENSION = 'age';

/** How files in the format age begin, as bytes or as lines of text. */
const SEALED = /^\s*(?:age-encryption\.org\/v\d|-----BEGIN AGE ENCRYPTED FILE-----)/;
const BEGINNING_LENGTH = 64;

/** Whether a text is a sealed file, or what an editor makes of one. */
export function isSealedText(text: string): boolean {
  return SEALED.test(text.slice(0, BEGINNING_LENGTH));
}

export function isSealed(bytes: Uint8Array): boolean {
  return isSealedText(new TextDecoder('latin1').decode(bytes.subarray(0, BEGINNING_LENGTH)));
}
