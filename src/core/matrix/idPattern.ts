import { isSafe } from 'redos-detector';

/** How much is tried before a pattern counts as one that runs away. No clock: each machine gives the same answer. */
const EFFORT = { maxSteps: 1_000, maxScore: 30, timeout: Infinity };

/** References to groups would mean others where several patterns are joined to one, and no id needs them. */
const REFERENCE = /\\[1-9k]|\(\?<[^=!]/;

/**
 * Whether a pattern for ids is a regular expression that takes no more than reasonable time on any text. It comes from
 * the workspace, and would run on every key that is pressed.
 *
 * What counts is what it tries from one place of the text on, when what follows an id does not follow: the scanner lets
 * it start at each place, and shows it only a little of the text at a time.
 */
export function isSafePattern(pattern: string): boolean {
  try {
    const whole = new RegExp(`^(?:${pattern})$`, 'u');
    // On its own it has to be an expression too: `a)(b` is none. What matches nothing is an id nowhere and everywhere.
    return (
      Boolean(new RegExp(pattern, 'u')) && !REFERENCE.test(pattern) && !whole.test('') && isSafe(whole, EFFORT).safe
    );
  } catch {
    return false;
  }
}
