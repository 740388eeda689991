/** What XML cannot hold, or would change: a CR becomes an LF. */
const NOT_IN_XML = /[\0-\u0008\u000b\u000c\u000d-\u001f\ufffe\uffff\p{Cs}]/gu;
/** What reads like an escaped character (ECMA-376 part 1, 22.9.2.19), or would with what follows. */
const LIKE_ESCAPED = /_(?=x[0-9a-f]{4})/gi;

/** A text between two tags of a workbook's part. */
export function xmlText(text: string): string {
  return escapeMarkup(
    text
      .replace(LIKE_ESCAPED, '_x005F_')
      .replace(NOT_IN_XML, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`),
  );
}

/** A value between quotation marks: what no attribute may hold is left out. */
export function xmlAttribute(value: string): string {
  return escapeMarkup(value.replace(NOT_IN_XML, '')).replaceAll('"', '&quot;');
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
