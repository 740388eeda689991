/** More letters than this apart is another word. */
const MOST_SLIPS = 2;
/** Shorter words are taken as they are typed: with a slip in it `acc` could be anything. */
const SHORTEST_MISSPELT = 5;
const SHORTEST_WITH_TWO_SLIPS = 6;

/** What a misspelt word costs, beside words that were left out. */
const COST_OF_SLIP = 20;
const COST_OF_UNFINISHED = 1;
const COST_OF_LEFT_OUT = 2;

/** The words of a title, or of what somebody types of one, as they are compared: `Time-out` is one word, `&` is `and`. */
export function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().replaceAll('&', ' and ').match(WORD) ?? [];
  return words.map((word) => word.replace(/[-'’]/g, ''));
}

/** A word and its hyphens. */
export const WORD = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu;

/**
 * How far what was typed is from a title, 0 being the title itself: its words stand in the title in their order, each
 * whole or begun, and others may be left out. Undefined where one of them does not.
 *
 * @param mayBeMisspelt whether words may have slips in them
 */
export function distanceToTitle(
  typed: readonly string[],
  title: readonly string[],
  mayBeMisspelt = false,
): number | undefined {
  let cost = 0;
  let next = 0;
  for (const word of typed) {
    const rest = title.slice(next).map((other) => costOfWord(word, other, mayBeMisspelt));
    const index = rest.findIndex((each) => each !== undefined);
    if (index < 0) return undefined;
    cost += (rest[index] ?? 0) + index * COST_OF_LEFT_OUT;
    next += index + 1;
  }
  // What follows the typed words is left out last: it is yet to be typed.
  return cost * 100 + (title.length - next);
}

function costOfWord(typed: string, word: string, mayBeMisspelt: boolean): number | undefined {
  if (word.startsWith(typed)) return typed === word ? 0 : COST_OF_UNFINISHED;
  if (!mayBeMisspelt || typed.length < SHORTEST_MISSPELT || typed.charAt(0) !== word.charAt(0)) return undefined;
  const slips = slipsToBeginning(typed, word);
  return slips <= (typed.length < SHORTEST_WITH_TWO_SLIPS ? 1 : MOST_SLIPS) ? slips * COST_OF_SLIP : undefined;
}

/** The least Levenshtein distance from a text to a beginning of a word. */
function slipsToBeginning(typed: string, word: string): number {
  let above = Array.from({ length: word.length + 1 }, (_, column) => column);
  for (const [row, letter] of Array.from(typed).entries()) {
    const line = [row + 1];
    for (const [column, other] of Array.from(word).entries()) {
      const taken = (above[column] ?? 0) + (letter === other ? 0 : 1);
      line.push(Math.min(taken, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    }
    above = line;
  }
  return Math.min(...above);
}
