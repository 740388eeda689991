import assert from 'node:assert/strict';
import { ALL, NEW_PAGE, type PageState, type View } from '../../src/summary/pageState';
import { answerDetails, FULL, SAMPLE, summaryMessage } from './contents';
import { type PageOptions, startBrowser, type TestBrowser, type TestPage } from './harness';

const listed = summaryMessage(SAMPLE);

function kept(changes: Partial<PageState>, view: Partial<View> = {}): PageState {
  return { ...NEW_PAGE, assessment: 'portal', view: { ...ALL, ...view }, ...changes };
}

describe('what was kept of the page', () => {
  let browser: TestBrowser;
  let page: TestPage | undefined;

  before(async () => {
    browser = await startBrowser();
  });

  after(() => browser.close());

  afterEach(async () => {
    const violations = await page?.cspViolations();
    const complaints = page?.complaints;
    await page?.close();
    page = undefined;
    assert.deepEqual([violations, complaints], [[], []]);
  });

  const open = async (state: unknown, options: PageOptions = {}): Promise<TestPage> => {
    page = await browser.open({ contents: listed, detailsOf: answerDetails(listed), state, ...options });
    await page.page.getByRole('heading', { level: 1 }).waitFor();
    await page.painted();
    return page;
  };
  const counted = async ({ page: at }: TestPage): Promise<string> =>
    (await at.getByRole('status').first().textContent()) ?? '';

  for (const [what, state] of [
    ['nothing', null],
    ['a number', 7],
    ['a list', [NEW_PAGE]],
    ['another version', { assessment: 'portal', view: { text: 'zzz' }, open: ['01.a'] }],
    ['one key too many', { ...kept({}, { text: 'zzz' }), more: 1 }],
    ['a list of something else', { ...kept({}, { text: 'zzz' }), open: [{}] }],
    ['a place that is none', { ...kept({}, { text: 'zzz' }), top: -1 }],
    ['an object as a list', { ...kept({}, { text: 'zzz' }), folded: { length: 1, 0: 'x' } }],
  ] as const) {
    it(`is passed over where it is ${what}`, async () => {
      assert.equal(await counted(await open(state)), '44 controls');
    });
  }

  it('is shown as far as it can be where it is of rows, groups, values and columns that are not there', async () => {
    const junk = Array.from({ length: 20_000 }, (_, index) => `\u202e<b>${index}`);
    const at = await open(
      kept(
        { open: ['01.a', '01.a', ...junk, '__proto__'], folded: junk, unfolded: junk, top: 1e12, tableTop: 1e12 },
        { columns: ['title', 'title'], facets: { ...ALL.facets, owner: ['nobody', 'nobody', '__proto__'] } },
      ),
    );
    assert.equal(await counted(at), '0 of 44 controls');
    const { rows } = await at.message('details');
    assert.deepEqual(
      rows.filter((row) => row !== '01.a'),
      [],
    );
    await at.page.getByRole('search').getByText('nobody').click();
    await at.page.getByRole('search').getByText('__proto__').click();
    assert.equal(await counted(at), '44 controls');
    await at.page.getByRole('gridcell').first().waitFor();
  });

  it('has a column though it names none', async () => {
    const at = await open(kept({}, { columns: [] }));
    assert.ok((await at.page.getByRole('columnheader').count()) >= 1);
    assert.ok((await at.page.getByRole('gridcell').count()) >= 1);
  });

  it('can be searched for something very long, which is exported as far as the host takes it', async () => {
    const text = 'access '.repeat(10_000);
    const at = await open(kept({}, { text }), { contents: summaryMessage(FULL) });
    await at.page.getByRole('button', { name: 'Actions for All Shown' }).click();
    await at.page.locator('.menu-item').last().click();
    const { filter } = await at.message('selection');
    assert.ok(filter.length <= 10_000, String(filter.length));
    assert.match(filter, /…$/);
  });

  it('can be as many filters as there can be, which is said in place of saving another', async () => {
    const savedFilters = Array.from({ length: 50 }, (_, index) => ({ name: `F${index}`, view: ALL }));
    const at = await open(kept({}), { contents: { ...listed, savedFilters } });
    await at.page.getByRole('button', { name: 'Saved Filters' }).click();
    await at.page.getByText('There are 50 saved filters').waitFor();
    assert.equal(await at.page.getByRole('button', { name: 'Save Filter…' }).count(), 0);
  });

  it('gets no filter with a name that is longer than the host takes', async () => {
    const at = await open(kept({}));
    await at.page.getByRole('button', { name: 'Saved Filters' }).click();
    await at.page.getByRole('button', { name: 'Save Filter…' }).click();
    await at.page.keyboard.insertText('x'.repeat(300));
    await at.page.keyboard.press('Enter');
    assert.equal((await at.message('saveFilter')).name.length, 100);
  });

  it('can be two filters of one name', async () => {
    const saved = { name: 'Mine', view: ALL };
    const savedFilters = [saved, { ...saved, view: { ...ALL, text: 'log' } }, saved];
    const at = await open(kept({}), { contents: { ...listed, savedFilters } });
    await at.page.getByRole('button', { name: 'Saved Filters' }).click();
    await at.page.getByRole('button', { name: 'Mine', exact: true }).first().waitFor();
  });
});
