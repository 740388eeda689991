import { bundle, startBrowser } from './harness';
import { report } from '../bench/measure';

const RUNS = 21;

/** The summary's table beside @lit-labs/virtualizer, in one browser. The goal is at most 1.5 times as long. */
async function reportGridPaint(): Promise<void> {
  const browser = await startBrowser();
  try {
    const page = await browser.open({ script: await bundle('test/page/gridPeer.ts') });
    const { ours, theirs, rows } = await page.page.evaluate(
      (runs) =>
        (
          globalThis as unknown as {
            compare: (
              runs: number,
            ) => Promise<{ readonly ours: number; readonly theirs: number; readonly rows: number }>;
          }
        ).compare(runs),
      RUNS,
    );
    report(`table of ${rows} rows, first rows painted`, ours, '@lit-labs/virtualizer', theirs);
  } finally {
    await browser.close();
  }
}

void reportGridPaint();
