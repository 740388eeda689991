/** Shorter readings are over before a person has seen a bar. */
const DELAY_MS = 500;
const WIDTH = 24;

/** A progress bar for a terminal: nothing where the stream is none, or where the work is soon done. */
export function createProgress(
  stream: NodeJS.WriteStream,
  now: () => number,
): { readonly onProgress: (done: number, total: number) => void; readonly clear: () => void } {
  const start = now();
  let shown = '';
  return {
    onProgress(done, total) {
      if (!stream.isTTY || now() - start < DELAY_MS) return;
      const filled = Math.round((done / total) * WIDTH);
      const bar = `[${'#'.repeat(filled)}${' '.repeat(WIDTH - filled)}] ${done}/${total} documents`;
      if (bar === shown) return;
      shown = bar;
      stream.write(`\r${bar}`);
    },
    clear() {
      if (shown !== '') stream.write(`\r${' '.repeat(shown.length)}\r`);
    },
  };
}
