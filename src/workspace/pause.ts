/** How long work may hold up the host: a key that is typed meanwhile shall not be felt. */
const SLICE_MS = 16;

/** A function for long work to await again and again: it gives other work a turn where there was none for a while. */
export function createPause(): () => Promise<void> {
  let since = Date.now();
  return async () => {
    if (Date.now() - since < SLICE_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = Date.now();
  };
}
