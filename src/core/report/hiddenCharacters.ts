// Control characters but for tabs and line breaks, other line breaks, halves of characters, what turns the direction of
// writing, spaces without width, and what is no character.
export const HIDDEN_CHARACTER =
  /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/gu;

/** How a character that cannot be seen is shown: `\u{202e}`. */
export function codeOf(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** Text with everything in it to be seen, for where there is nothing but text. */
export function plainlyShown(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(HIDDEN_CHARACTER, codeOf);
}
