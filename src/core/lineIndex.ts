/** Turns offsets of one text into lines and columns. */
export interface LineIndex {
  /** The 0-based line and column, in UTF-16 units, of an offset; what lies behind the end counts as the end. */
  positionAt(offset: number): { readonly line: number; readonly column: number };
  /** How many lines there are; at least one. */
  readonly count: number;
  /** The offset at which a 0-based line begins; the text's end for lines behind the last. */
  startOf(line: number): number;
}

/** Lines end at LF, CRLF or a CR alone, as in VS Code. */
export function createLineIndex(text: string): LineIndex {
  return lineIndexOf(lineStarts(text), text.length);
}

/** @param starts the offset of each line, the first included @param length of the text */
export function lineIndexOf(starts: readonly number[], length: number): LineIndex {
  // What is asked for after a place mostly stands on the same line.
  let last = 0;
  const lineOf = (offset: number): number => {
    if ((starts[last] ?? 0) <= offset && offset < (starts[last + 1] ?? Infinity)) return last;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    last = low;
    return low;
  };
  return {
    positionAt(offset) {
      const bounded = Math.min(Math.max(offset, 0), length);
      const line = lineOf(bounded);
      return { line, column: bounded - (starts[line] ?? 0) };
    },
    count: starts.length,
    startOf: (line) => starts[line] ?? length,
  };
}

/** The offsets at which the lines of a text begin; behind a line break at its end begins one more. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (const lineBreak of text.matchAll(/\r\n|\r|\n/g)) starts.push(lineBreak.index + lineBreak[0].length);
  } else {
    // Several times as fast, and this runs on every keystroke.
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  }
  return starts;
}
