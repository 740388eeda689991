import type { ReportedPlace } from './report';

/** `file:line:column`, which terminals and editors make into links. A comma and space only ever stand between places. */
export function placeCell({ file, line, column }: ReportedPlace): string {
  return `${inline(file).replaceAll(', ', String.raw`,\\u{20}`)}:${line}:${column}`;
}

/** @param rows finished cells, as `inline` makes them */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)];
}

/** Text from a file as text: on one line, and without meaning anything in Markdown or HTML. */
export function inline(text: string): string {
  return visible(text).replace(/[\\`*_[\]<>|&~$@#]/g, (character) => `\\${character}`);
}

// Control characters, line breaks, what turns the direction of writing, and spaces that Markdown takes away.
const INVISIBLE =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|^ | $|(?<= ) |\\(?=u\{)/gu;

function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
