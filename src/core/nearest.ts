/** More letters than these apart is another word. */
const MOST_SLIPS = 2;

/** Longer names are no misspelt keys. */
const LONGEST = 40;

/** The word that was probably meant: equal but for case and at most two slips, fewer in short words; undefined for none. */
export function nearest(written: string, words: readonly string[]): string | undefined {
  const name = written.toLowerCase();
  if (name.length > LONGEST) return undefined;
  const [best] = words
    .map((word) => ({ word, slips: slipsBetween(name, word.toLowerCase()) }))
    .filter(({ word, slips }) => slips <= Math.min(MOST_SLIPS, Math.floor(word.length / 3)))
    .sort((a, b) => a.slips - b.slips);
  return best?.word;
}

/** The Levenshtein distance: letters added, left out or taken for others. */
function slipsBetween(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [row, letter] of Array.from(a).entries()) {
    const line = [row + 1];
    for (const [column, other] of Array.from(b).entries()) {
      const taken = (above[column] ?? 0) + (letter === other ? 0 : 1);
      line.push(Math.min(taken, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    }
    above = line;
  }
  return above.at(-1) ?? 0;
}
