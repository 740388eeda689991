import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { SummaryContent } from '../../src/summary/content';
import { ALL, NEW_PAGE, type PageState, type SavedFilter } from '../../src/summary/pageState';
import { answerDetails, createContents, detailsOf, EMPTY, SAMPLE, summaryMessage } from './contents';
import { seen } from './gridTesting';
import { type PageOptions, startBrowser, type TestBrowser, type TestPage, THEMES } from './harness';

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 320, height: 900 };
const listed = summaryMessage(SAMPLE);
const unlisted = summaryMessage({ controls: 44, requirements: 0 });

describe('the page around the table', () => {
  let browser: TestBrowser;
  let page: TestPage | undefined;

  before(async () => {
    browser = await startBrowser();
  });

  after(() => browser.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await page?.screenshot('failed-page');
    const violations = await page?.cspViolations();
    const complaints = page?.complaints;
    await page?.close();
    page = undefined;
    assert.deepEqual([violations, complaints], [[], []]);
  });

  const open = async (options: PageOptions = {}): Promise<TestPage> => {
    page = await browser.open({ contents: listed, detailsOf: answerDetails(listed), ...WIDE, ...options });
    if (options.contents === undefined || options.contents.type === 'summary') {
      await page.page.getByRole('heading', { level: 1 }).waitFor();
      await page.painted();
    }
    return page;
  };
  const button = ({ page: at }: TestPage, name: string | RegExp): Locator =>
    at.getByRole('button', { name, exact: true });
  const toolbar = ({ page: at }: TestPage, name: string | RegExp): Locator =>
    at.getByRole('search').getByRole('button', { name, exact: true });
  const counted = (at: TestPage, text: string | RegExp): Promise<void> =>
    at.page.getByRole('status').filter({ hasText: text }).waitFor();
  const focused = ({ page: at }: TestPage): Promise<string> =>
    at.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
  const stateOf = async (at: TestPage): Promise<PageState> => (await at.state()) as PageState;

  describe('at a glance', () => {
    it('says the most important thing first, and largest', async () => {
      const at = await open();
      const { headline } = listed.summary;
      const sizes = await at.page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter(({ childNodes }) => [...childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
          .map((seen) => ({ text: seen.textContent, size: parseFloat(getComputedStyle(seen).fontSize) })),
      );
      const largest = Math.max(...sizes.map(({ size }) => size));
      assert.deepEqual(
        sizes.filter(({ size }) => size === largest).map(({ text }) => text),
        [headline.text],
      );
      assert.ok(await at.page.getByText('in 173 days, 2027-05-14').isVisible());
      for (const part of headline.parts) assert.ok(await at.page.getByText(part).isVisible());
    });

    it('says why no percentage is shown', async () => {
      const at = await open({ contents: unlisted });
      assert.ok(await at.page.getByText(unlisted.summary.headline.note).isVisible());
    });

    it('filters by status with the legend, which tells what is pressed', async () => {
      const at = await open();
      const entry = button(at, /^Needs evidence \d+$/);
      await entry.focus();
      await at.page.keyboard.press('Space');
      await counted(at, /^\d+ of 44 controls$/);
      assert.equal(await entry.getAttribute('aria-pressed'), 'true');
      assert.equal(await entry.evaluate((element) => element === document.activeElement), true);
      assert.deepEqual((await stateOf(at)).view.facets.status, ['needs-evidence']);
      await at.page.keyboard.press('Space');
      await counted(at, /^44 controls$/);
      assert.equal(await entry.getAttribute('aria-pressed'), 'false');
    });

    it('filters by category, and by domain, with the small bars', async () => {
      const at = await open();
      await button(at, /^02 Human Resources Security \d+ of \d+ Open$/).click();
      await counted(at, /^\d+ of 44 controls$/);
      assert.deepEqual((await stateOf(at)).view.facets.category, ['02']);
      await button(at, 'Assessment domain').click();
      const first = at.page.getByRole('group', { name: 'Assessment domain' }).getByRole('button').first();
      await first.click();
      assert.equal(await first.getAttribute('aria-pressed'), 'true');
      const { view, axis } = await stateOf(at);
      assert.deepEqual([view.facets.domain, axis], [['01'], 'domain']);
    });

    it('offers domains only where there are bars of them', async () => {
      const at = await open({ contents: unlisted, state: { ...NEW_PAGE, axis: 'domain' } });
      assert.equal(await button(at, 'Assessment domain').count(), 0);
      assert.equal(await button(at, 'Category').getAttribute('aria-pressed'), 'true');
      assert.ok(await button(at, /^01 Access Control/).isVisible());
    });

    it('tells the figures of the bars in a table', async () => {
      const at = await open();
      await at.page.getByText('Figures as a table').click();
      const table = at.page.getByRole('region', { name: 'Figures as a table' }).getByRole('table');
      const { all, category } = listed.summary.bars;
      const last = table.getByRole('row').last();
      const total = all.segments.reduce((sum, { count }) => sum + count, 0);
      assert.deepEqual(await last.locator('th, td').allInnerTexts(), [
        all.label,
        ...all.segments.map(({ count }) => String(count)),
        String(total),
      ]);
      assert.equal(await table.getByRole('row').count(), category.length + 2);
    });

    it('keeps problems, what lies ahead and what it rests on at hand, folded', async () => {
      const summary: SummaryContent = {
        ...listed.summary,
        problems: { title: 'Problems', texts: ['srm.csv: row 3 is not read'] },
      };
      const at = await open({ contents: { ...listed, summary } });
      for (const [title, text] of [
        ['Problems (1)', 'srm.csv: row 3 is not read'],
        ['Open on the whole assessment (1)', 'Rule 6: what is out of scope'],
        ['Comes due', '2027-05-14'],
        ['What this rests on', 'Matrix: azure-srm-illustrative.csv, 613 entries'],
      ] as const) {
        const told = at.page.getByText(text, { exact: true });
        assert.equal(await told.isVisible(), false, title);
        await at.page.getByText(title, { exact: true }).click();
        await told.waitFor({ state: 'visible' });
      }
      await at.reload();
      await at.page.getByText('Rule 6: what is out of scope').waitFor({ state: 'visible' });
    });
  });

  describe('the search', () => {
    it('is reached with / from everywhere, but not from where it is written', async () => {
      const at = await open();
      await button(at, /^Needs evidence/).focus();
      await at.page.keyboard.press('/');
      assert.equal(await focused(at), 'Search ids, titles, documents, owners (/)');
      await at.page.keyboard.type('a/c');
      await counted(at, /of 44/);
      assert.equal((await stateOf(at)).view.text, 'a/c');
    });

    it('finds, is cleared by Escape, and then leaves for the table', async () => {
      const at = await open();
      await at.page.keyboard.press('/');
      await at.page.keyboard.type('privilege');
      await counted(at, /^\d of 44 controls$/);
      await at.page.keyboard.press('Escape');
      await counted(at, /^44 controls$/);
      assert.equal(await focused(at), 'Search ids, titles, documents, owners (/)');
      await at.page.keyboard.press('Escape');
      assert.ok(await at.page.evaluate(() => document.activeElement?.closest('[role=treegrid]') !== null));
      await at.page.keyboard.press('/');
      await at.page.keyboard.press('ArrowDown');
      assert.ok(await at.page.evaluate(() => document.activeElement?.closest('[role=treegrid]') !== null));
    });

    it('says so where nothing is found, and offers a way out', async () => {
      const at = await open();
      await at.page.keyboard.press('/');
      await at.page.keyboard.type('zzzz');
      await counted(at, '0 of 44 controls');
      assert.ok(await at.page.getByText(listed.summary.labels.filterNothing).isVisible());
      await at.page.locator('.nothing').getByRole('button', { name: 'Clear Filter' }).click();
      await counted(at, /^44 controls$/);
    });

    it('shows rows again behind a search that found nothing, wherever the table was', async () => {
      const at = await open();
      const { length } = await seen(at);
      await at.page.locator('.grid').evaluate((grid) => {
        grid.scrollTop = grid.scrollHeight;
      });
      await at.painted();
      await at.page.keyboard.press('/');
      // At once, as what is pasted is.
      await at.page.keyboard.insertText('zzzz');
      await counted(at, '0 of 44 controls');
      await at.page.keyboard.press('Escape');
      await counted(at, /^44 controls$/);
      await at.painted();
      assert.ok((await seen(at)).length >= length - 1);
    });

    it('tells a screen reader of a count only when it is another one', async () => {
      const at = await open();
      await at.page.evaluate(() => {
        const log: string[] = [];
        Object.assign(globalThis, { log });
        const status = document.querySelector('[role=status]');
        if (status)
          new MutationObserver(() => log.push(status.textContent)).observe(status, {
            childList: true,
            characterData: true,
            subtree: true,
          });
      });
      await at.send({ ...listed, revision: 2 });
      await button(at, 'Requirements').click();
      await counted(at, /^241 requirements$/);
      assert.deepEqual(await at.page.evaluate(() => (globalThis as unknown as { log: string[] }).log), [
        '241 requirements',
      ]);
    });
  });

  describe('the filter', () => {
    it('is chosen from menus by keyboard, told by chips, and taken away with them', async () => {
      const at = await open();
      await toolbar(at, 'Responsibility').focus();
      await at.page.keyboard.press('Enter');
      assert.equal(await focused(at), 'Azure');
      await at.page.keyboard.press('Space');
      await at.page.keyboard.press('ArrowDown');
      await at.page.keyboard.press('Space');
      assert.deepEqual((await stateOf(at)).view.facets.responsibility, ['azure', 'shared']);
      await at.page.keyboard.press('Escape');
      assert.equal(await focused(at), 'Responsibility (2)');
      const chips = at.page.getByRole('group', { name: 'Filter', exact: true });
      assert.deepEqual(await chips.getByRole('button').allInnerTexts(), [
        'Responsibility: Azure',
        'Responsibility: Shared',
        'Clear Filter',
      ]);
      await chips.getByRole('button', { name: 'Remove filter Responsibility: Azure' }).press('Enter');
      assert.equal(await focused(at), 'Remove filter Responsibility: Shared');
      assert.deepEqual((await stateOf(at)).view.facets.responsibility, ['shared']);
      await chips.getByRole('button', { name: 'Clear Filter' }).press('Enter');
      await counted(at, /^44 controls$/);
      assert.equal(await chips.count(), 0);
      assert.ok(await at.page.evaluate(() => document.activeElement !== document.body));
    });

    it('closes a menu when something else is clicked or focused', async () => {
      const at = await open();
      const box = at.page.getByRole('checkbox', { name: 'Azure' });
      await toolbar(at, 'Responsibility').click();
      await box.waitFor();
      await at.page.getByRole('heading', { level: 1 }).click();
      await box.waitFor({ state: 'hidden' });
      await toolbar(at, 'Responsibility').click();
      await box.waitFor();
      for (let presses = 0; presses < 6; presses++) await at.page.keyboard.press('Tab');
      await box.waitFor({ state: 'hidden' });
    });

    it('finds among many values those that are meant', async () => {
      const document = Array.from({ length: 300 }, (_, index) => ({ value: `${index}.md`, label: `doc-${index}.md` }));
      const values = { ...listed.summary.values, document };
      const at = await open({ contents: { ...listed, summary: { ...listed.summary, values } } });
      await toolbar(at, 'Document').click();
      const boxes = at.page.locator('.menu-panel').getByRole('checkbox');
      await boxes.first().waitFor();
      assert.equal(await boxes.count(), 100);
      assert.ok(await at.page.getByText('200 more').isVisible());
      await at.page.keyboard.type('doc-299');
      await at.page.getByRole('checkbox', { name: 'doc-299.md' }).waitFor();
      assert.equal(await boxes.count(), 1);
    });

    it('is saved under a name, applied, and thrown away', async () => {
      const view = { ...ALL, text: 'privilege' };
      const savedFilters: readonly SavedFilter[] = [{ name: 'Mine', view }];
      const at = await open({ contents: { ...listed, savedFilters } });
      await button(at, 'Saved Filters').click();
      await button(at, /^Mine$/).press('Enter');
      await counted(at, /^\d of 44 controls$/);
      assert.deepEqual((await stateOf(at)).view, view);
      await button(at, 'Saved Filters').press('Enter');
      await button(at, 'Save Filter…').press('Enter');
      assert.equal(await focused(at), 'Name of the filter');
      await at.page.keyboard.type(' Privileges ');
      await at.page.keyboard.press('Enter');
      assert.deepEqual(await at.message('saveFilter'), { type: 'saveFilter', name: 'Privileges', view });
      await button(at, 'Saved Filters').press('Enter');
      await button(at, 'Delete filter Mine').press('Enter');
      assert.deepEqual(await at.message('deleteFilter'), { type: 'deleteFilter', name: 'Mine' });
    });

    it('leaves the focus in the menu when it is thrown away', async () => {
      const savedFilters: readonly SavedFilter[] = ['A', 'B'].map((name) => ({ name, view: ALL }));
      const at = await open({ contents: { ...listed, savedFilters } });
      await button(at, 'Saved Filters').press('Enter');
      await button(at, 'Delete filter A').press('Enter');
      await at.send({ ...listed, savedFilters: savedFilters.slice(1), revision: 2 });
      assert.equal(await focused(at), 'Delete filter B');
      await at.page.keyboard.press('Enter');
      await at.send({ ...listed, revision: 3 });
      assert.equal(await focused(at), 'Save Filter…');
    });

    it('takes no longer a name than the host does', async () => {
      const at = await open();
      await button(at, 'Saved Filters').press('Enter');
      await button(at, 'Save Filter…').press('Enter');
      await at.page.keyboard.type('x'.repeat(120));
      await at.page.keyboard.press('Enter');
      assert.equal((await at.message('saveFilter')).name, 'x'.repeat(100));
    });
  });

  describe('the view', () => {
    it('shows requirements by themselves only where they are listed', async () => {
      // As a saved filter of another time would have it.
      const state = { ...NEW_PAGE, view: { ...ALL, grain: 'requirements' } };
      const at = await open({ contents: unlisted, state });
      assert.equal(await button(at, 'Requirements').count(), 0);
      await counted(at, /^44 controls$/);
    });

    it('groups by what rows have', async () => {
      const at = await open({ contents: unlisted });
      const group = at.page.getByRole('combobox', { name: 'Group by' });
      await group.press('Enter');
      const options = at.page.getByRole('option');
      assert.deepEqual(await options.allInnerTexts(), ['Nothing', 'Category', 'Status', 'Document', 'Owner']);
      await at.page.keyboard.press('ArrowDown');
      await at.page.keyboard.press('Enter');
      assert.equal((await stateOf(at)).view.grouping, 'category');
    });

    it('sorts without the table’s headings where it is narrow', async () => {
      const at = await open(NARROW);
      await at.page.getByText('Filter and view').click();
      const sort = at.page.getByRole('combobox', { name: 'Sort by' });
      await sort.press('ArrowDown');
      await button(at, 'Ascending').press('Enter');
      assert.deepEqual((await stateOf(at)).view.sort, { column: 'title', descending: true });
      assert.equal(await focused(at), 'Descending');
    });

    it('chooses columns', async () => {
      const at = await open();
      await toolbar(at, 'Columns').press('Enter');
      const title = at.page.getByRole('checkbox', { name: 'Title' });
      assert.equal(await title.getAttribute('aria-checked'), 'true');
      await title.press('Space');
      await at.page.getByRole('checkbox', { name: 'Owner' }).press('Space');
      const { columns } = (await stateOf(at)).view;
      assert.deepEqual([columns.includes('title'), columns.includes('owner')], [false, true]);
    });
  });

  describe('what is done with rows', () => {
    it('is done with all that the filter leaves, and says by what they were filtered', async () => {
      const at = await open();
      await at.page.keyboard.press('/');
      await at.page.keyboard.type('privilege');
      await counted(at, /^\d of 44 controls$/);
      await button(at, /^Needs evidence/).click();
      await button(at, 'Actions for All Shown').press('Enter');
      await button(at, /^Copy All \d as CSV$/).press('Enter');
      const { rows, filter, action } = await at.message('selection');
      assert.equal(action, 'copyCsv');
      assert.equal(filter, 'Text: privilege; Status: Needs evidence');
      assert.ok(rows.length > 0 && rows.every((id) => listed.summary.rows.some((row) => row.id === id)), rows.join());
      assert.equal(await focused(at), 'Actions for All Shown');
    });

    it('is done with the rows that are selected, where there are any', async () => {
      const at = await open();
      await at.page.keyboard.press('/');
      await at.page.keyboard.press('ArrowDown');
      await at.page.keyboard.press('Space');
      await at.page.keyboard.press('ArrowDown');
      await at.page.keyboard.press('Space');
      const selection = at.page.getByRole('group', { name: '2 selected' });
      assert.equal(await button(at, 'Actions for All Shown').count(), 0);
      for (const [name, action] of [
        ['Prepare Requests…', 'prepareRequests'],
        ['Link Evidence…', 'linkEvidence'],
        ['Copy as Markdown', 'copyMarkdown'],
        ['Copy as CSV', 'copyCsv'],
        ['Export…', 'export'],
        ['Share…', 'share'],
      ] as const) {
        await selection.getByRole('button', { name }).press('Enter');
        const { rows, filter } = await at.message('selection', (message) => message.action === action);
        assert.deepEqual([rows, filter], [['00.a', '01.a'], ''], name);
      }
      assert.deepEqual(await at.axe(), []);
      await at.screenshot('page-selection');
      const rows = listed.summary.rows.filter(({ id, control }) => id !== '00.a' && control !== '00.a');
      await at.send({ ...listed, summary: { ...listed.summary, rows }, revision: 2 });
      await at.page.getByRole('group', { name: '1 selected' }).waitFor();
    });

    it('exports and shares the whole, and exports the bars', async () => {
      const at = await open();
      await button(at, 'Export Summary…').press('Enter');
      await button(at, 'Share Summary…').press('Enter');
      await button(at, 'Export Bars…').press('Enter');
      const runs = (await at.messages()).filter(({ type }) => type === 'run');
      assert.deepEqual(runs, [
        { type: 'run', run: 'export' },
        { type: 'run', run: 'share' },
        { type: 'run', run: 'exportBars' },
      ]);
    });

    it('offers to load a matrix where none is named', async () => {
      const at = await open({ contents: { ...listed, summary: { ...listed.summary, hasMatrix: false } } });
      await button(at, 'Load Matrix…').press('Enter');
      assert.deepEqual(await at.message('run'), { type: 'run', run: 'loadMatrix' });
    });
  });

  describe('what is revealed', () => {
    const revealed = ({ page: at }: TestPage): Promise<string> =>
      at.evaluate(() => document.activeElement?.closest('[role=row]')?.textContent ?? '');
    const requirement = listed.summary.rows.findLast(({ control }) => control !== '');
    const control = listed.summary.rows.findLast((row) => row.control === '');

    it('comes into view with the focus, and nothing else changes', async () => {
      const at = await open();
      const before = await stateOf(at);
      assert.ok(control);
      await at.send({ type: 'reveal', row: control.id });
      assert.ok((await revealed(at)).includes(control.id));
      const { view, open: rows } = await stateOf(at);
      assert.deepEqual([view, rows], [before.view, []]);
    });

    it('is found below its control, which opens', async () => {
      const at = await open();
      assert.ok(requirement);
      await at.send({ type: 'reveal', row: requirement.id });
      assert.ok((await revealed(at)).includes(requirement.id));
      assert.deepEqual((await stateOf(at)).open, [requirement.control]);
    });

    it('is found whatever hides it: a filter, a folded group, or rows of another kind', async () => {
      assert.ok(control);
      for (const view of [
        { ...ALL, text: 'zzzz' },
        { ...ALL, text: 'zzzz', grain: 'requirements' },
        { ...ALL, grain: 'requirements' },
      ] as const) {
        const at = await open({ state: { ...NEW_PAGE, view } });
        await at.send({ type: 'reveal', row: control.id });
        assert.ok((await revealed(at)).includes(control.id), JSON.stringify(view));
        await at.close();
      }
      const at = await open({ state: { ...NEW_PAGE, view: { ...ALL, grouping: 'category' } } });
      const last = at.page.getByRole('row', { expanded: true }).last();
      await last.focus();
      await at.page.keyboard.press('End');
      await at.send({ type: 'reveal', row: control.id });
      assert.ok((await revealed(at)).includes(control.id));
    });

    it('is not what is not there', async () => {
      const at = await open({ state: { ...NEW_PAGE, view: { ...ALL, text: 'privilege' } } });
      await at.send({ type: 'reveal', row: 'zz.z' });
      assert.equal((await stateOf(at)).view.text, 'privilege');
    });
  });

  describe('with several assessments', () => {
    const assessments = [
      { id: 'portal', name: 'Portal' },
      { id: 'shop', name: 'Shop' },
    ];

    it('asks the host for another one, and begins anew with it', async () => {
      const at = await open({
        contents: { ...listed, assessments },
        state: { ...NEW_PAGE, assessment: 'portal', view: { ...ALL, text: 'privilege' } },
      });
      await counted(at, /^\d of 44 controls$/);
      const picker = at.page.getByRole('combobox', { name: 'Assessment' });
      await picker.press('ArrowDown');
      assert.deepEqual(await at.message('choose'), { type: 'choose', assessment: 'shop' });
      const summary = { ...createContents({ controls: 3, requirements: 0 }), title: 'Shop' };
      await at.send({ ...listed, assessments, assessment: 'shop', summary, revision: 2 });
      await counted(at, /^3 controls$/);
      assert.equal(await at.page.getByRole('heading', { level: 1 }).innerText(), 'Shop');
      assert.equal((await stateOf(at)).assessment, 'shop');
    });

    it('shows no picker for one', async () => {
      const at = await open();
      assert.equal(await at.page.getByRole('combobox', { name: 'Assessment' }).count(), 0);
    });
  });

  describe('live', () => {
    it('keeps focus, text and view when something changes', async () => {
      const at = await open();
      await at.page.keyboard.press('/');
      await at.page.keyboard.type('privilege');
      await counted(at, /^\d of 44 controls$/);
      await at.page.keyboard.press('Home');
      const [first, ...rows] = listed.summary.rows;
      assert.ok(first);
      const changed = { ...listed.summary, rows: [{ ...first, title: 'Privileges' }, ...rows] };
      await at.send({ ...listed, summary: changed, revision: 2 });
      assert.equal(await focused(at), 'Search ids, titles, documents, owners (/)');
      await at.page.keyboard.type('x');
      assert.equal((await stateOf(at)).view.text, 'xprivilege');
    });

    it('keeps a menu open, and what is pressed', async () => {
      const at = await open();
      await toolbar(at, 'Status').click();
      await at.page.keyboard.press('Space');
      await at.send({ ...listed, revision: 2 });
      assert.equal(await focused(at), 'Needs evidence');
      assert.equal(
        await at.page.locator('.menu-panel').getByRole('checkbox').first().getAttribute('aria-checked'),
        'true',
      );
    });

    it('comes back as it was after a reload', async () => {
      const at = await open({ height: 500 });
      await at.page.keyboard.press('/');
      await at.page.keyboard.type('human');
      await button(at, 'Assessment domain').click();
      await button(at, 'Requirements').click();
      await at.page.evaluate(() => window.scrollTo(0, 120));
      await at.page.waitForTimeout(300);
      const before = await stateOf(at);
      assert.deepEqual(
        [before.view.text, before.axis, before.view.grain, before.top],
        ['human', 'domain', 'requirements', 120],
      );
      await at.reload();
      await counted(at, /of 241 requirements/);
      await at.page.waitForTimeout(300);
      assert.deepEqual(await stateOf(at), before);
      assert.equal(await at.page.evaluate(() => window.scrollY), 120);
    });

    it('is where it was when a notice stood in its place', async () => {
      const at = await open({ height: 500 });
      await at.page.evaluate(() => window.scrollTo(0, 120));
      await at.page.locator('.grid').evaluate((grid) => {
        grid.scrollTop = 300;
      });
      await at.page.waitForTimeout(300);
      await at.send({ type: 'notice', notice: { state: 'empty', title: 'It is gone', text: '', actions: [] } });
      await at.page.getByRole('heading', { name: 'It is gone' }).waitFor();
      await at.page.waitForTimeout(300);
      await at.send({ ...listed, revision: 2 });
      await counted(at, /^44 controls$/);
      assert.equal(await at.page.evaluate(() => window.scrollY), 120);
      assert.equal(await at.page.locator('.grid').evaluate((grid) => grid.scrollTop), 300);
      assert.notDeepEqual(await seen(at), []);
    });

    it('asks for what unfolds below open rows at each summary, but not for rows that are gone, and below a row that is opened', async () => {
      const [first] = listed.summary.rows;
      assert.ok(first);
      const at = await open({ state: { ...NEW_PAGE, open: [first.id, 'gone'] } });
      assert.deepEqual(await at.message('details'), { type: 'details', rows: [first.id], revision: 1 });
      await at.send({ ...listed, revision: 2 });
      assert.deepEqual(await at.message('details', ({ revision }) => revision === 2), {
        type: 'details',
        rows: [first.id],
        revision: 2,
      });
      assert.deepEqual((await stateOf(at)).open, [first.id, 'gone']);
      const [, second] = listed.summary.rows.filter(({ control }) => control === '');
      assert.ok(second);
      await at.page.locator('.line').filter({ hasText: second.title }).first().click();
      assert.deepEqual(await at.message('details', ({ rows }) => rows.includes(second.id)), {
        type: 'details',
        rows: [second.id],
        revision: 2,
      });
    });
  });

  describe('what unfolds below a row', () => {
    it('keeps the focus where it is when it becomes other than it was', async () => {
      const at = await open({ detailsOf: () => undefined, state: { ...NEW_PAGE, open: ['01.b'] } });
      const [row] = listed.summary.rows.filter(({ id }) => id === '01.b').map(detailsOf);
      assert.ok(row);
      await at.send({ type: 'details', revision: 1, rows: [row] });
      const [place] = row.matrix;
      assert.ok(place);
      await button(at, place.label).focus();
      await at.send({ ...listed, revision: 2 });
      assert.equal(await focused(at), place.label);
      const label = `${place.label}, moved`;
      const moved = { ...row, matrix: [{ ...place, label }, ...row.matrix.slice(1)] };
      await at.send({ type: 'details', revision: 2, rows: [moved] });
      assert.equal(await focused(at), label);
    });

    it('is opened by the revision that it came with', async () => {
      const at = await open({ detailsOf: () => undefined, state: { ...NEW_PAGE, open: ['01.b'] } });
      const [row] = listed.summary.rows.filter(({ id }) => id === '01.b').map(detailsOf);
      assert.ok(row);
      await at.send({ type: 'details', revision: 1, rows: [row] });
      await at.send({ ...listed, revision: 2 });
      const label = row.matrix[0]?.label ?? '';
      await button(at, label).click();
      const opened = { type: 'open', kind: 'matrixRow', row: '01.b', index: 0 };
      assert.deepEqual(await at.message('open'), { ...opened, revision: 1 });
      await at.send({ type: 'details', revision: 2, rows: [row] });
      await button(at, label).click();
      assert.deepEqual(await at.message('open', ({ revision }) => revision === 2), { ...opened, revision: 2 });
    });
  });

  describe('before and without a summary', () => {
    it('shows that it waits, but only after a moment', async () => {
      page = await browser.open();
      const ring = page.page.locator('vscode-progress-ring');
      await ring.waitFor({ state: 'attached' });
      const delay = await ring.locator('..').evaluate((element) => getComputedStyle(element).animationDelay);
      assert.equal(delay, '0.2s');
      assert.deepEqual(await page.axe(), []);
    });

    for (const state of ['loading', 'empty', 'failed'] as const) {
      it(`says what is the matter when it is ${state}, and what helps`, async () => {
        const at = await open({
          ...NARROW,
          contents: {
            type: 'notice',
            notice: {
              state,
              title: `It is ${state}`,
              text: 'This is why.',
              actions: [
                { run: 'createProject', label: 'Create Project' },
                { run: 'openSample', label: 'Open Sample' },
              ],
            },
          },
        });
        await at.page.getByRole('heading', { name: `It is ${state}` }).waitFor();
        assert.ok(await at.page.getByText('This is why.').isVisible());
        await button(at, 'Open Sample').press('Enter');
        assert.deepEqual(await at.message('run'), { type: 'run', run: 'openSample' });
        for (const theme of THEMES) {
          await at.setTheme(theme);
          assert.deepEqual(await at.axe(), [], theme);
        }
        await at.screenshot(`page-${state}`);
        await at.send(listed);
        await counted(at, /^44 controls$/);
      });
    }

    it('says what to do next where nothing is in scope', async () => {
      const empty = summaryMessage(EMPTY);
      const at = await open({ contents: { ...empty, summary: { ...empty.summary, hasMatrix: false } } });
      await at.page.getByRole('heading', { name: 'Nothing is in scope yet' }).waitFor();
      assert.equal(await at.page.getByRole('search').count(), 0);
      await at.page.locator('.nothing').getByRole('button', { name: 'Load Matrix…' }).press('Enter');
      assert.deepEqual(await at.message('run'), { type: 'run', run: 'loadMatrix' });
      assert.deepEqual(await at.axe(), []);
    });
  });

  for (const theme of THEMES) {
    it(`is accessible in ${theme}, wide and as narrow as a side bar`, async () => {
      const at = await open({ theme, contents: { ...listed, savedFilters: [{ name: 'Mine', view: ALL }] } });
      await button(at, /^Needs evidence/).click();
      assert.deepEqual(await at.axe(), []);
      await at.screenshot(`page-${theme}-wide`);
      await button(at, 'Saved Filters').click();
      assert.deepEqual(await at.axe(), []);
      await at.page.keyboard.press('Escape');
      await at.setSize(NARROW.width, NARROW.height);
      for (const fold of ['Filter and view', 'By category or domain', 'Figures as a table'])
        await at.page.getByText(fold).click();
      assert.deepEqual(await at.axe(), []);
      await toolbar(at, 'Responsibility').click();
      await at.painted();
      assert.deepEqual(await at.axe(), []);
      await at.screenshot(`page-${theme}-narrow`, { whole: true });
      const scrollWidth = await at.page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(scrollWidth <= NARROW.width, `${scrollWidth} pixels wide`);
    });
  }

  it('has its table in view on a screen of 1440 by 900', async () => {
    const at = await open();
    const top = await at.page.locator('.table').evaluate((element) => element.getBoundingClientRect().top);
    assert.ok(top < 500, `it begins at ${top}`);
  });

  it('reaches everything with the Tab key', async () => {
    const at = await open();
    const reached: string[] = [];
    for (let presses = 0; presses < 40; presses++) {
      await at.page.keyboard.press('Tab');
      reached.push(await focused(at));
    }
    for (const name of [
      'Export Summary…',
      'Category',
      'Figures as a table',
      'Search ids, titles, documents, owners (/)',
      'Status',
      'Saved Filters',
      'Actions for All Shown',
      'Controls',
      'Group by',
      'Columns',
    ]) {
      assert.ok(reached.includes(name), `${name} is not among ${reached.join(' | ')}`);
    }
  });
});
