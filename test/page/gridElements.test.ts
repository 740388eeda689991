import assert from 'node:assert/strict';
import { COLUMNS } from '../../src/summary/pageState';
import { FULL, HUGE, type Size } from './contents';
import { drive, seen } from './gridTesting';
import { bundle, startBrowser, type TestBrowser, type TestPage } from './harness';

const MOST = 400;

describe('what of the table is in the DOM', () => {
  let browser: TestBrowser;
  let script: { readonly text: string };

  before(async () => {
    browser = await startBrowser();
    script = await bundle('test/page/gridPage.ts');
  });

  after(() => browser.close());

  async function open(width: number, height: number, size: Size): Promise<TestPage> {
    const page = await browser.open({ script, width, height });
    await drive(page, (driver, of: Size) => driver.start(of), size);
    return page;
  }

  /** The most elements that there are at any time while the table is scrolled from its beginning to its end. */
  async function mostElements(page: TestPage): Promise<number> {
    return drive(page, async () => {
      const grid = document.querySelector('.grid')!;
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      let most = 0;
      for (const step of [97, -1213]) {
        grid.scrollTop = step > 0 ? 0 : grid.scrollHeight;
        for (let turn = 0; turn < 15; turn++) {
          await frame();
          most = Math.max(most, grid.querySelectorAll('*').length);
          grid.scrollTop += step;
        }
      }
      return most;
    });
  }

  for (const [width, height, columns] of [
    [320, 640, COLUMNS],
    [1200, 900, COLUMNS],
    [3000, 3000, COLUMNS],
    [3000, 3000, ['id']],
    [3000, 3000, ['title', 'open', 'status']],
  ] as const)
    it(`is never more than ${MOST} elements, ${width} × ${height} pixels, ${columns.length} columns`, async () => {
      const page = await open(width, height, FULL);
      for (const isGrouped of [false, true]) {
        await drive(page, (driver, change: object) => driver.change(change), { columns, isGrouped, open: [] });
        const closed = await mostElements(page);
        assert.ok(closed <= MOST, `${closed} elements, all closed`);
        await drive(page, (driver) => {
          const ids = [
            '00.a',
            '01.a',
            '01.b',
            '01.d',
            '01.f',
            '01.g',
            '01.h',
            '01.i',
            '01.k',
            '10.k',
            '13.s',
            '1000.00a1System.0',
          ];
          driver.change({
            open: ids,
            // More to tell than ever fits.
            changeDetails: (details) => ({
              ...details,
              steps: Array.from({ length: 40 }, (_, index) => ({ text: `Step ${index}`, why: 'Rule 8' })),
              documents: Array.from({ length: 30 }, (_, document) => ({
                name: `${document}.md`,
                path: `docs/${document}.md`,
                places: Array.from({ length: 30 }, (_, index) => ({
                  index: document * 30 + index,
                  text: `${index}`,
                  label: `${index}`,
                })),
              })),
            }),
          });
        });
        const opened = await mostElements(page);
        assert.ok(opened <= MOST, `${opened} elements, some open`);
        // All that can be had in details, asked for.
        await drive(page, async () => {
          document.querySelector('.grid')!.scrollTop = 0;
          for (let turn = 0; turn < 25; turn++) {
            await new Promise((resolve) => requestAnimationFrame(resolve));
            const more = [...document.querySelectorAll<HTMLElement>('[data-stop^="more-"]')];
            for (const button of more) button.click();
            document.querySelector('.grid')!.scrollTop += 150;
          }
        });
        const unfolded = await mostElements(page);
        assert.ok(unfolded <= MOST, `${unfolded} elements, all unfolded`);
      }
      assert.deepEqual(page.complaints, []);
      await page.close();
    });

  it('is what is in view before the next paint after a scroll', async () => {
    const page = await open(1200, 800, HUGE);
    await drive(page, (driver) => driver.change({ open: ['00.a', '01.b'] }));
    const bad = await drive(page, async () => {
      const grid = document.querySelector('.grid')!;
      const header = grid.querySelector('.header')!;
      const missing: number[] = [];
      for (const top of [400, 5_000, 4_000, 100_000, 100_300, 37, grid.scrollHeight]) {
        grid.scrollTop = top;
        await new Promise((resolve) => requestAnimationFrame(resolve));
        // Each point between header and end is on a row or on details.
        const { left, bottom } = grid.getBoundingClientRect();
        for (let y = header.getBoundingClientRect().bottom + 3; y < bottom - 4; y += 10) {
          const hit = document.elementFromPoint(left + 60, y);
          if (!hit?.closest('.line, .details-row')) missing.push(top, y);
        }
      }
      return missing;
    });
    assert.deepEqual(bad, []);
    await page.close();
  });

  it('is right with 30,000 rows: the last one can be reached, and is where it belongs', async () => {
    const page = await open(1200, 800, HUGE);
    await drive(page, (driver) => driver.change({ open: ['00.a', '01.a', '13.s'] }));
    await drive(page, (driver) => driver.grid.focus());
    await page.page.keyboard.press('End');
    const ids = await seen(page);
    assert.ok((ids.at(-1) ?? '').length > 0);
    const { index, count } = await drive(page, () => ({
      index: Number(document.activeElement?.getAttribute('aria-rowindex')),
      count: Number(document.querySelector('.grid')?.getAttribute('aria-rowcount')),
    }));
    assert.ok(index === count || index === count - 1, `${index} of ${count}`);
    await page.close();
  });

  it('is not more for texts of a megabyte, and they hold nothing up', async () => {
    const page = await open(1200, 800, FULL);
    const time = await drive(page, async (driver) => {
      const long = 'word '.repeat(200_000);
      const start = performance.now();
      driver.change({
        open: ['00.a'],
        changeRow: (row) => (row.id === '00.a' ? { ...row, title: long, owner: [long], open: [long] } : row),
        changeDetails: (details) => ({
          ...details,
          rollUp: [long],
          matrix: details.matrix.map((row) => ({ ...row, customer: long })),
        }),
      });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return performance.now() - start;
    });
    assert.ok(time < 2_000, `${time} ms`);
    assert.ok((await page.page.evaluate(() => document.querySelector('.grid')?.textContent.length ?? 0)) < 30_000);
    await page.page.getByRole('button', { name: 'Show more', exact: true }).first().click();
    assert.deepEqual(page.complaints, []);
    await page.close();
  });
});
