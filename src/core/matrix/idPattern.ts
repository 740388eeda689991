import { isSafe } from 'redos-detector';

/** How long a pattern is looked at, in milliseconds: a reasonable one takes less. */
const PATIENCE_MS = 1_000;

/**
 * Whether a pattern for ids is a regular expression that takes no more than reasonable time on any text. It comes from
 * the workspace, and would run on every key that is pressed.
 */
export function isSafePattern(pattern: string): boolean {
  try {
    const { safe } = isSafe(new RegExp(pattern, 'u'), { timeout: PATIENCE_MS });
    // What matches nothing at all is an id nowhere and everywhere.
    return safe && !new RegExp(`^(?:${pattern})$`, 'u').test('');
  } catch {
    return false;
  }
}
