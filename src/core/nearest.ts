import { type Message, message } from './message';
import { slipsBetween } from './slips';

/** More letters than these apart is another word. */
const MOST_SLIPS = 2;

/** Longer names are no misspelt keys. */
const LONGEST = 40;

/** The word that was probably meant: equal but for case and at most two slips, fewer in short words; undefined for none. */
export function nearest(written: string, words: readonly string[]): string | undefined {
  const name = written.toLowerCase();
  if (name.length > LONGEST) return undefined;
  let best: string | undefined;
  let least = Infinity;
  for (const word of words) {
    const slips = slipsBetween(name, word.toLowerCase(), Math.min(MOST_SLIPS, Math.floor(word.length / 3)));
    if (slips === undefined || slips >= least) continue;
    least = slips;
    best = word;
  }
  return best;
}

/** What to do about a word that is none of those that there are: take the nearest, or look at how it is spelt. */
export function spellingStep(written: string, words: readonly string[]): Message {
  const meant = nearest(written, words);
  return meant === undefined ? message('check-spelling') : message('nearest-key', meant);
}
