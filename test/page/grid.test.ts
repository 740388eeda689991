import assert from 'node:assert/strict';
import { EMPTY, FULL, SAMPLE } from './contents';
import { drive, focused, seen } from './gridTesting';
import { bundle, startBrowser, type TestBrowser, type TestPage, THEMES } from './harness';

describe('the summary’s table', () => {
  let browser: TestBrowser;
  let script: { readonly text: string };
  let page: TestPage;

  before(async () => {
    browser = await startBrowser();
    script = await bundle('test/page/gridPage.ts');
  });

  beforeEach(async () => {
    page = await browser.open({ script });
  });

  afterEach(async () => {
    assert.deepEqual(page.complaints, []);
    assert.deepEqual(await page.cspViolations(), []);
    await page.close();
  });

  after(() => browser.close());

  async function press(...keys: readonly string[]): Promise<string> {
    for (const key of keys) await page.page.keyboard.press(key);
    return focused(page);
  }

  async function enter(): Promise<string> {
    await drive(page, (driver) => driver.grid.focus());
    return focused(page);
  }

  const change = (changes: object): Promise<void> =>
    drive(page, (driver, given: object) => driver.change(given), changes);
  /** What it has told but for where it stands, which comes when it stands still. */
  const told = (): Promise<readonly unknown[]> =>
    drive(page, (driver) => driver.told.filter((one) => !Object.hasOwn(one as object, 'scrolled')));
  const selected = async (): Promise<readonly string[]> => {
    const last = (await told()).findLast((one): one is { selected: readonly string[] } =>
      Object.hasOwn(one as object, 'selected'),
    );
    return last?.selected ?? [];
  };
  const top = (): Promise<number> => page.page.evaluate(() => document.querySelector('.grid')?.scrollTop ?? 0);

  describe('by keyboard', () => {
    it('goes row by row, page by page, and to both ends', async () => {
      assert.equal(await enter(), '00.a');
      assert.equal(await press('ArrowUp'), '00.a');
      assert.equal(await press('ArrowDown', 'ArrowDown'), '01.b');
      const before = await seen(page);
      const paged = await press('PageDown');
      assert.ok(before.includes(paged) || before.length > 10, 'no row is left out on the way');
      assert.ok((await seen(page)).includes(paged));
      assert.equal(await press('PageUp'), '01.b');
      const last = await press('End');
      assert.equal((await seen(page)).at(-1), last);
      assert.equal(await press('ArrowDown'), last);
      assert.equal(await press('Home'), '00.a');
      assert.equal(await top(), 0);
    });

    it('goes down through every row, each of which is in view then', async () => {
      await enter();
      for (let row = 0; row < 155; row++) {
        const id = await press('ArrowDown');
        if (row % 15 === 0) assert.ok((await seen(page)).includes(id), id);
      }
      const index = await page.page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex'));
      assert.equal(index, '157');
    });

    it('opens with Right, goes into what is below, folds with Left, and opens with Enter too', async () => {
      await enter();
      assert.equal(await press('ArrowRight'), '00.a');
      const state = () => page.page.evaluate(() => document.activeElement?.getAttribute('aria-expanded'));
      assert.equal(await state(), 'true');
      const requirement = await press('ArrowRight');
      assert.match(requirement, /^1000\.00a/);
      assert.equal(await page.page.evaluate(() => document.activeElement?.getAttribute('aria-level')), '2');
      assert.equal(await press('ArrowLeft'), '00.a');
      assert.equal(await press('ArrowLeft'), '00.a');
      assert.equal(await state(), 'false');
      await press('Enter');
      assert.equal(await state(), 'true');
      await press('Enter');
      assert.equal(await state(), 'false');
    });

    it('folds groups, and goes from a row to its group', async () => {
      await change({ isGrouped: true });
      await enter();
      await press('Home');
      const group = await focused(page);
      const row = await press('ArrowRight');
      assert.notEqual(row, group);
      assert.equal(await press('ArrowLeft'), group);
      const count = (await seen(page)).length;
      await press('ArrowLeft');
      assert.equal(await focused(page), group);
      assert.equal((await seen(page))[0], group);
      assert.equal((await seen(page)).length, count);
      assert.notEqual((await seen(page))[1], row);
      assert.deepEqual((await told()).at(-1), { fold: group, isFolded: true });
    });

    it('goes with Tab from a row through everything in its details, be they taller than the table, and back with Escape', async () => {
      await drive(page, (driver) =>
        driver.change({
          open: ['01.b'],
          changeDetails: (details) => ({
            ...details,
            steps: Array.from({ length: 30 }, (_, index) => ({ text: `Step ${index}`, why: 'Rule 8' })),
            rollUp: Array.from({ length: 4 }, () => 'Much is to be told of it. '.repeat(150)),
          }),
        }),
      );
      await enter();
      assert.equal(await press('ArrowDown', 'ArrowDown'), '01.b');
      const stops: string[] = [];
      for (let turn = 0; turn < 60; turn++) {
        const stop = await press('Tab');
        if (stop === 'After' || stop === '') break;
        stops.push(stop);
        const isSeen = await page.page.evaluate(() => {
          const grid = document.querySelector('.grid')!.getBoundingClientRect();
          const at = document.activeElement!.getBoundingClientRect();
          return at.top >= grid.top && at.bottom <= grid.bottom + 1;
        });
        assert.ok(isSeen, `${stop} is in view`);
      }
      assert.deepEqual(stops.slice(0, 6), [
        'addEvidence',
        'prepareRequests',
        'explainStatus',
        'goToReferences',
        'copyId',
        'matrixRow-0',
      ]);
      for (const stop of [
        'evidence-0',
        'evidenceRow-1',
        'notYetMapped-0',
        'notYetMappedRow-0',
        'request-1',
        'reference-1',
        'more-steps',
      ])
        assert.ok(stops.includes(stop), `${stop} among ${stops.join(', ')}`);
      await press('Shift+Tab', 'Shift+Tab', 'Enter');
      assert.deepEqual((await told()).at(-1), { opened: ['reference', '01.b', 1] });
      assert.equal(await press('Escape'), '01.b');
      assert.equal(await press('Tab', 'Shift+Tab'), '01.b');
    });

    it('stops once at the header, along which arrows go, and which sorts', async () => {
      await page.page.getByRole('button', { name: 'Before' }).focus();
      assert.equal(await press('Tab'), 'Control');
      assert.equal(await press('ArrowRight', 'ArrowRight', 'ArrowRight'), 'Status');
      await press('Enter');
      assert.deepEqual((await told()).at(-1), { sort: 'status' });
      assert.equal(await focused(page), 'Status');
      const sorts = await page.page
        .locator('[role=columnheader]')
        .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-sort')));
      assert.deepEqual(sorts, [null, 'none', 'none', 'none', 'ascending', 'none', 'none', 'none', 'none']);
      assert.equal(await press('Tab'), '00.a');
      assert.equal(await press('Shift+Tab'), 'Status');
      assert.equal(await press('ArrowDown'), '00.a');
      assert.equal(await press('Tab'), 'After');
    });

    it('selects with Space, a range with Shift, and all that is shown', async () => {
      await enter();
      await press(' ');
      assert.deepEqual(await selected(), ['00.a']);
      await press('Shift+ArrowDown', 'Shift+ArrowDown');
      assert.deepEqual(await selected(), ['00.a', '01.a', '01.b']);
      await press('Shift+ArrowUp');
      assert.deepEqual(await selected(), ['00.a', '01.a']);
      const marks = await page.page
        .locator('.line')
        .evaluateAll((rows) => rows.slice(0, 3).map((row) => row.getAttribute('aria-selected')));
      assert.deepEqual(marks, ['true', 'true', 'false']);
      await press('Control+a');
      assert.equal((await selected()).length, 156);
      await press('Control+a');
      assert.deepEqual(await selected(), []);
    });
  });

  describe('by mouse', () => {
    it('opens a row with a click, and selects with one on its box, all between with Shift', async () => {
      const row = (id: string) => page.page.locator('.line', { hasText: id });
      await row('01.a').locator('.cell-title').click();
      assert.deepEqual((await told()).at(-1), { open: '01.a', isOpen: true });
      await row('01.a').locator('.cell-title').click();
      await row('01.a').locator('.select').click();
      await row('01.f')
        .locator('.select')
        .click({ modifiers: ['Shift'] });
      assert.deepEqual(await selected(), ['01.a', '01.b', '01.c', '01.d', '01.e', '01.f']);
      await row('01.b').locator('.select').click();
      assert.ok(!(await selected()).includes('01.b'));
      await page.page.getByRole('checkbox').click();
      assert.equal((await selected()).length, 156);
    });

    it('tells what is clicked in details, and shows more of long lists', async () => {
      await drive(page, (driver) =>
        driver.change({
          open: ['01.a'],
          changeDetails: (details) => ({
            ...details,
            policy: Array.from({ length: 30 }, (_, index) => `Fact ${index}`),
          }),
        }),
      );
      await page.page.getByRole('button', { name: 'Copy id, 01.a' }).click();
      assert.deepEqual((await told()).at(-1), { action: 'copyId', row: '01.a' });
      await page.page.getByRole('button', { name: 'Show 26 more' }).click();
      assert.equal(await focused(page), 'more-policy', 'the focus stays, be it out of view');
      await page.page.getByRole('button', { name: 'Show 6 more' }).scrollIntoViewIfNeeded();
      await page.painted();
      assert.equal(await page.page.getByText('Fact 22', { exact: true }).count(), 1);
      // What is shown stays so when something else changes.
      await drive(page, (driver) =>
        driver.change({
          changeDetails: (details) => ({
            ...details,
            policy: Array.from({ length: 30 }, (_, index) => `Other ${index}`),
          }),
        }),
      );
      assert.equal(await page.page.getByRole('button', { name: 'Show 6 more' }).count(), 1);
    });
  });

  describe('through a live update', () => {
    it('keeps the focus, the scroll position and the selection', async () => {
      await enter();
      await press('PageDown', 'PageDown', ' ', 'ArrowDown', 'ArrowRight');
      const before = [await focused(page), await top(), (await seen(page)).join()];
      await drive(page, (driver) => driver.sendAgain());
      assert.deepEqual([await focused(page), await top(), (await seen(page)).join()], before);
      assert.equal((await selected()).length, 1);
    });

    it('keeps the row in place when rows above it go', async () => {
      await enter();
      await press('PageDown', 'PageDown');
      const id = await focused(page);
      const y = () => page.page.evaluate(() => document.activeElement?.getBoundingClientRect().top);
      const before = await y();
      await change({ without: ['01.a', '01.b'] });
      assert.equal(await focused(page), id);
      assert.equal(await y(), before);
    });

    it('gives the focus to the nearest row when its own goes', async () => {
      await enter();
      await press('ArrowDown', 'ArrowDown');
      await change({ without: ['01.b'] });
      assert.equal(await focused(page), '01.c');
      await press('End');
      const last = await focused(page);
      await change({ without: ['01.b', last] });
      assert.equal(await focused(page), await press('End'));
    });

    it('keeps the focus in details that are made anew', async () => {
      await change({ open: ['01.b'] });
      await enter();
      await press('ArrowDown', 'ArrowDown', 'Tab', 'Tab');
      assert.equal(await focused(page), 'prepareRequests');
      await drive(page, (driver) =>
        driver.change({ changeDetails: (details) => ({ ...details, rollUp: ['Another'] }) }),
      );
      assert.equal(await focused(page), 'prepareRequests');
    });

    it('takes no focus from elsewhere', async () => {
      await page.page.getByRole('button', { name: 'After' }).focus();
      await drive(page, (driver) => driver.sendAgain());
      assert.equal(await focused(page), 'After');
    });

    it('keeps the focused row when it is scrolled out of view, and goes on from there', async () => {
      await enter();
      await press('ArrowDown');
      await page.page.mouse.move(400, 400);
      await page.page.mouse.wheel(0, 3_000);
      await page.painted();
      assert.ok((await top()) > 1_000);
      assert.equal(await focused(page), '01.a');
      assert.equal(await press('ArrowDown'), '01.b');
      assert.ok((await seen(page)).includes('01.b'));
    });

    it('keeps rows selected that stand in a group that is folded', async () => {
      await change({ isGrouped: true });
      await enter();
      await press('ArrowDown', ' ', 'ArrowLeft', 'ArrowLeft', 'ArrowDown', 'ArrowDown', ' ');
      assert.equal((await selected()).length, 2);
    });

    it('drops rows from the selection that are not there any more, and says so', async () => {
      await enter();
      await press(' ', 'ArrowDown', ' ');
      await change({ without: ['00.a'] });
      assert.deepEqual(await selected(), ['01.a']);
    });
  });

  it('tells where it stands still, and goes to where it is told', async () => {
    await drive(page, (driver) => driver.grid.scrollTo(700));
    assert.equal(await top(), 700);
    await page.page.waitForTimeout(200);
    assert.deepEqual(await drive(page, (driver) => driver.told), [{ scrolled: 700 }]);
  });

  it('keeps its place when it is taken out of the page and put back', async () => {
    await drive(page, (driver) => driver.grid.scrollTo(700));
    const before = await seen(page);
    await drive(page, async ({ grid: { element } }) => {
      const after = element.nextElementSibling;
      element.remove();
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      after?.before(element);
    });
    await page.painted();
    assert.equal(await top(), 700);
    assert.deepEqual(await seen(page), before);
  });

  it('reveals a row, or says that no line has it', async () => {
    assert.equal(await drive(page, (driver) => driver.grid.reveal('10.k')), true);
    assert.equal(await focused(page), '10.k');
    assert.ok((await seen(page)).includes('10.k'));
    assert.equal(await drive(page, (driver) => driver.grid.reveal('99.z')), false);
  });

  it('shows a control in each of its groups, with details in each', async () => {
    await change({ isGrouped: true, folded: [], open: ['01.a'] });
    const count = await page.page.locator('.line.group').count();
    assert.ok(count > 0);
    // It stands in the first two groups: one after the other is brought into view.
    await drive(page, (driver) => driver.grid.reveal('01.a'));
    const inFirst = page.page.getByRole('button', { name: 'Copy id, 01.a' });
    assert.equal(await inFirst.count(), 1);
    await change({ folded: ['README.adoc'] });
    await drive(page, (driver) => driver.grid.reveal('01.a'));
    assert.equal(await inFirst.count(), 1);
  });

  it('marks what is found, where the browser can', async () => {
    await change({ text: 'Access' });
    const marked = await page.page.evaluate(() =>
      [...(CSS.highlights.get('found') ?? [])].map((range) => (range as Range).toString()),
    );
    assert.ok(marked.length > 3);
    assert.ok(marked.every((text) => text === 'Access'));
    await change({ text: '' });
    assert.equal(await page.page.evaluate(() => CSS.highlights.get('found')?.size), 0);
  });

  it('is whole without any row', async () => {
    await drive(page, (driver, size: typeof EMPTY) => driver.start(size), EMPTY);
    assert.equal(await page.countElements('.line'), 0);
    await drive(page, (driver) => driver.grid.focus());
    await drive(page, (driver, size: typeof EMPTY) => driver.start(size), SAMPLE);
    assert.equal(await enter(), '00.a');
  });

  for (const theme of THEMES)
    it(`has nothing that axe finds, ${theme}, wide and narrow, open, grouped and selected`, async () => {
      await page.setTheme(theme);
      await drive(page, (driver, size: typeof FULL) => driver.start(size), FULL);
      for (const width of [1200, 320]) {
        await page.setSize(width);
        for (const state of [
          { isGrouped: false, open: ['00.a'], text: 'e', folded: [] },
          { isGrouped: true, open: ['01.a'], text: '', folded: ['README.adoc'] },
        ]) {
          await change(state);
          await enter();
          await press('Home', 'ArrowDown', ' ');
          await page.painted();
          assert.deepEqual(await page.axe(), [], `${width} pixels wide`);
        }
        await page.screenshot(`table-${theme}-${width}`);
      }
    });
});
