import assert from 'node:assert/strict';
import { answerDetails, SAMPLE, summaryMessage } from './contents';
import { startBrowser, type TestBrowser, type TestPage, THEMES } from './harness';
import { enter, statesOf } from './states';

const SIZES = { wide: 1440, narrow: 320 };

/** Pictures of each are made in VS Code, by test/window/summaryStates.test.ts. */
describe('the summary’s page', () => {
  const listed = summaryMessage(SAMPLE);
  let browser: TestBrowser;
  let page: TestPage;

  before(async () => {
    browser = await startBrowser();
    page = await browser.open({ contents: listed, detailsOf: answerDetails(listed) });
    await page.message('ready');
  });

  after(() => browser.close());

  for (const state of statesOf(listed, summaryMessage({ ...SAMPLE, requirements: 0 }))) {
    it(`is clean under axe and fits its width when it is ${state.name}, in all themes, wide and narrow`, async () => {
      for (const [size, width] of Object.entries(SIZES)) {
        await page.setSize(width, 900);
        await enter(page.page, state);
        for (const theme of THEMES) {
          await page.setTheme(theme);
          assert.deepEqual(await page.axe(), [], `${size}, ${theme}`);
        }
        await page.screenshot(`page-${state.name}-${size}`);
        const widths = await page.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth] as const);
        assert.ok(widths[0] <= widths[1], `${size}: ${widths[0]} pixels of ${widths[1]}`);
      }
      assert.deepEqual(page.complaints, []);
    });
  }

  it('breaks no content security policy in any of them', async () => {
    assert.deepEqual(await page.cspViolations(), []);
  });
});
