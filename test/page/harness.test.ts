import assert from 'node:assert/strict';
import { isRowDetails } from '../../src/summary/details';
import { parseToPage } from '../../src/summary/protocol';
import { answerDetails, EMPTY, FULL, HUGE, SAMPLE, summaryMessage } from './contents';
import { startBrowser, type TestBrowser, THEMES } from './harness';

describe('what page tests are made with', () => {
  let browser: TestBrowser;

  before(async () => {
    browser = await startBrowser();
  });

  after(() => browser.close());

  it('makes summaries and details that the page takes', () => {
    for (const size of [SAMPLE, FULL, HUGE, EMPTY, { controls: 44, requirements: 0 }]) {
      const contents = summaryMessage(size);
      assert.ok(parseToPage(structuredClone(contents)), JSON.stringify(size));
      const { rows } = contents.summary;
      assert.equal(rows.length, size.controls + size.requirements);
      assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
      const answer = answerDetails(contents);
      assert.ok(rows.slice(0, 300).every(({ id }) => isRowDetails(answer(id))));
    }
  });

  it('opens the page under its policy, in each theme, and hears it', async () => {
    const page = await browser.open({ contents: summaryMessage(SAMPLE) });
    assert.deepEqual((await page.message('ready')).type, 'ready');
    const colour = () => page.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const colours = new Set<string>();
    for (const theme of THEMES) {
      await page.setTheme(theme);
      colours.add(await colour());
    }
    assert.ok(colours.size >= 3, [...colours].join('; '));
    assert.deepEqual(await page.cspViolations(), []);
    assert.deepEqual(page.complaints, []);
    await page.close();
  });

  it('keeps the page’s state over a reload, and gives it one to begin with', async () => {
    const page = await browser.open({ state: { top: 7 } });
    assert.deepEqual(await page.state(), { top: 7 });
    await page.reload();
    await page.message('ready');
    assert.deepEqual(await page.state(), { top: 7 });
    await page.close();
  });

  it('counts what the policy refuses, and what would leave the page', async () => {
    const page = await browser.open();
    await page.message('ready');
    await page.page.evaluate(() => {
      document.body.setAttribute('onclick', 'globalThis.hacked = true');
      document.body.append(Object.assign(document.createElement('img'), { src: 'https://elsewhere.example/a.png' }));
    });
    await page.page.click('body');
    await page.painted();
    const violations = await page.cspViolations();
    assert.ok(
      violations.some((violation) => violation.includes('script-src')),
      violations.join('\n'),
    );
    assert.ok(
      violations.some((violation) => violation.includes('elsewhere.example')),
      violations.join('\n'),
    );
    assert.equal(await page.page.evaluate(() => 'hacked' in globalThis), false);
    await page.close();
  });
});
