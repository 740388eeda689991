import assert from 'node:assert/strict';
import { answerDetails, SAMPLE, summaryMessage } from './contents';
import { startBrowser, type TestBrowser, type TestPage } from './harness';
import { enter, statesOf } from './states';

/** In each theme, wide and narrow, they are looked at in VS Code, by test/window/summaryStates.test.ts. */
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
    it(`is clean under axe and fits where it is as narrow as a side bar and ${state.name}`, async () => {
      await page.setSize(320, 900);
      await enter(page.page, state);
      assert.deepEqual(await page.axe(), []);
      await page.screenshot(`page-${state.name}-narrow`);
      const [width, room] = await page.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth] as const);
      assert.ok(width <= room, `${width} pixels of ${room}`);
      assert.deepEqual(page.complaints, []);
    });
  }

  it('breaks no content security policy in any of them', async () => {
    assert.deepEqual(await page.cspViolations(), []);
  });
});
