import type { App } from '../app';

/** So many are told one by one in a minute: whatever sends more of them sends the same ones again. */
const MOST_TOLD = 20;
const MINUTE_MS = 60_000;

/** Tells the log why messages of a page were refused, and lets no flood of them fill it. @param now in milliseconds */
export function createRefusalLog(log: Pick<App['log'], 'warn'>, now = () => performance.now()): (why: string) => void {
  let since = -Infinity;
  let count = 0;
  return (why) => {
    if (now() - since >= MINUTE_MS) {
      since = now();
      count = 0;
    }
    count++;
    if (count > MOST_TOLD) return;
    log.warn(`A message of the summary’s page was refused: ${why}.`);
    if (count === MOST_TOLD) log.warn('More messages of it that are refused within this minute are not told.');
  };
}
