import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { loadPart } from '../../src/cli/loadPart';
import { catalog } from '../../src/core/csf/catalog';
import { english } from '../../src/core/message';
import { html } from '../../src/core/report/html';
import type { Report } from '../../src/core/report/report';
import { PROFILE_FIELDS, type ProfileField } from '../../src/core/sharing/profile';
import { Assessment } from '../../src/workspace/assessment';
import { createReport, type ReportPart } from '../../src/workspace/createReport';
import { createNodeFiles } from '../../src/workspace/nodeFiles';
import { largeReport } from '../unit/core/report/largeReport';
import { today } from '../unit/inMemoryFiles';
import { LISTED, loaded } from '../unit/summary/summaryContent';
import { startBrowser, type TestBrowser } from './harness';
import { HOSTILE_ELEMENTS, hostileFiles, TRACE } from './hostile';

const root = resolve(__dirname, '../../..');
const AXE = readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/** Millimetres of paper between the margins that the page gives itself, at 96 dots an inch. */
const PAPERS = { a4: ((210 - 2 * 12) * 96) / 25.4, letter: ((215.9 - 2 * 12) * 96) / 25.4 };

describe('the HTML summary in a browser', function () {
  this.timeout(60_000);
  let browser: TestBrowser;

  before(async () => {
    browser = await startBrowser();
  });

  after(() => browser.close());

  /** Opens a page, and tells what it wanted beside itself, what its policy refused, and whether anything ran. */
  async function open(text: string): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
    const context = await browser.browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (said) => complaints.push(said.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => {
      complaints.push(dialog.message());
      void dialog.dismiss();
    });
    await context.route('**/*', (route) => {
      if (route.request().url() === URL) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: text });
      complaints.push(route.request().url());
      return route.abort();
    });
    await page.goto(URL);
    return { page, complaints };
  }

  for (const hasList of [true, false]) {
    it(`is clean under axe, on screen and in print, ${hasList ? 'with' : 'without'} a requirement list`, async () => {
      const text = await written(hasList ? LISTED : { ...LISTED, 'inheritance-scope.json': SIMPLE });
      const { page, complaints } = await open(text);
      assert.deepEqual(await axe(page), []);
      await page.screenshot({ path: picture(`html-export-${hasList ? 'listed' : 'simple'}`), fullPage: true });
      await page.emulateMedia({ media: 'print' });
      assert.deepEqual(await axe(page), []);
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }

  for (const hasList of [true, false]) {
    it(`is the sample ${hasList ? 'with' : 'without'} a requirement list, clean under axe and not cut on paper`, async () => {
      const { page, complaints } = await open(await sample(hasList));
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: Math.floor(PAPERS.a4), height: 1000 });
      assert.deepEqual(await axe(page), []);
      assert.deepEqual(await cut(page), []);
      assert.deepEqual(await brokenHeadings(page), []);
      await page.screenshot({ path: picture(`html-sample-${hasList ? 'listed' : 'simple'}-a4`), fullPage: true });
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }

  it('names its rows in columns that hold a word, on screens of any width', async () => {
    const { page } = await open(await sample(true));
    for (const width of [1280, 1100, 900, 780]) {
      await page.setViewportSize({ width, height: 900 });
      assert.deepEqual(await cut(page), [], `${width}`);
      const columns = page.locator('thead th:first-child');
      const widths = await columns.evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().width));
      assert.ok(Math.min(...widths) >= 80, `${Math.min(...widths)} of ${width}`);
    }
    await page.context().close();
  });

  it('is clean under axe and not cut where there are four hundred requirements', async () => {
    const { page, complaints } = await open(new TextDecoder().decode(html.write(largeReport(400))));
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: Math.floor(PAPERS.a4), height: 1000 });
    assert.deepEqual(await cut(page), []);
    assert.deepEqual(await brokenHeadings(page), []);
    assert.deepEqual(await axe(page), []);
    const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    assert.ok(pages.length > 20, `${pages.length} pages`);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  it('says that it is a part, where it is one', async () => {
    const { page } = await open(await written(LISTED, { rows: ['01.c'], filter: 'Status: Unknown' }));
    assert.match(await page.locator('.part').innerText(), /^Only what was filtered: Status: Unknown \(.* of .*\)$/);
    assert.deepEqual(await axe(page), []);
    await page.screenshot({ path: picture('html-export-part') });
    await page.context().close();
  });

  for (const [name, files] of [
    ['usual', LISTED],
    ['hostile', hostileFiles()],
  ] as const) {
    it(`is not cut on A4, Letter or a narrow screen, with ${name} texts`, async () => {
      const { page } = await open(await written(files));
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        assert.deepEqual(await cut(page), [], `${width}`);
        await page.screenshot({ path: picture(`html-export-${name}-${width}`) });
      }
      await page.emulateMedia({ media: 'print' });
      for (const [paper, width] of Object.entries(PAPERS)) {
        await page.setViewportSize({ width: Math.floor(width), height: 1000 });
        assert.deepEqual(await cut(page), [], paper);
        await page.screenshot({ path: picture(`html-export-${name}-${paper}`) });
      }
      await page.context().close();
    });
  }

  it('says whose copy it is, and is whole where it shows less', async () => {
    const left: readonly ProfileField[] = ['openItems', 'places', 'evidence.location', 'references'];
    const fields = new Set(PROFILE_FIELDS.filter((field) => !left.includes(field)));
    const profile = { id: 'client', title: 'Clients', fields };
    const recipient = 'Maria Sanchez-of-a-name-that-does-not-end-'.repeat(5);
    const copy = { number: 'S-0007', recipient, purpose: 'vendor review', date: '2027-03-02', expires: '2027-09-30' };
    const { page, complaints } = await open(await written(LISTED, undefined, { profile, copy }));
    assert.match(await page.locator('.copy').innerText(), /^Copy S-0007 for Maria Sanchez[^]*vendor review/);
    assert.deepEqual(await axe(page), []);
    await page.screenshot({ path: picture('html-export-copy') });
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: Math.floor(PAPERS.a4), height: 1000 });
    assert.deepEqual(await cut(page), []);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  it('prints on A4 and Letter', async () => {
    const { page } = await open(await written(LISTED));
    for (const format of ['A4', 'Letter']) {
      const bytes = await page.pdf({ format });
      assert.equal(bytes.subarray(0, 5).toString('latin1'), '%PDF-');
      assert.ok(bytes.length > 20_000, `${bytes.length} bytes`);
    }
    await page.context().close();
  });

  for (const hasList of [true, false]) {
    it(`shows hostile texts as texts, ${hasList ? 'with' : 'without'} a requirement list`, async () => {
      const benign = await open(await written(LISTED));
      const attacked = await open(await written(hostileFiles({ hasList })));
      const { page, complaints } = attacked;
      await page.waitForTimeout(500);
      assert.ok((await page.locator('body').textContent())?.includes(TRACE));
      assert.deepEqual(complaints, []);
      assert.equal(await page.evaluate(() => 'hacked' in globalThis), false);
      assert.equal(await page.locator(HOSTILE_ELEMENTS).count(), 0);
      const known = await madeOf(benign.page);
      // What cannot be seen is shown, in elements of its own.
      assert.deepEqual(
        (await madeOf(page)).filter((made) => !known.includes(made) && !OWN.has(made)),
        [],
      );
      for (const href of await page.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href'))))
        assert.match(href ?? '', /^https?:/);
      await benign.page.context().close();
      await page.context().close();
    });
  }
});

const URL = 'https://export.example/summary.html';
const OWN: ReadonlySet<string> = new Set([
  'bdi',
  'bdi@class',
  'span.code',
  'a@href',
  'a@rel',
  'q',
  'ul',
  'li',
  'tr.long',
  'tr@class',
  'pattern',
]);
const SIMPLE = JSON.stringify({
  name: 'Portal',
  assessment: { type: 'r2' },
  matrix: 'srm.csv',
  documents: ['docs/*.md'],
  evidence: 'evidence.csv',
});

async function written(
  contents: Readonly<Record<string, string>>,
  part?: ReportPart,
  changes: Partial<Report> = {},
): Promise<string> {
  const { assessment, files } = await loaded(contents);
  const report = createReport(assessment, files, { today: today(), toolVersion: '0.1.0', translate: english }, part);
  return new TextDecoder().decode(html.write({ ...report, ...changes }));
}

/** The sample as it ships, by its project file or by its matrix and documents alone. */
async function sample(hasList: boolean): Promise<string> {
  const folder = join(root, 'data', 'sample');
  const files = createNodeFiles(folder);
  const source = hasList
    ? { folder, projectFile: join(folder, 'inheritance-scope.json'), defaults: { documents: [] } }
    : { folder, defaults: { matrix: 'azure-srm-illustrative.csv', documents: ['scoping/*.md'] } };
  const assessment = new Assessment(source, files, catalog, loadPart, () => '2027-03-24');
  await assessment.load();
  const report = createReport(assessment, files, { today: today(), toolVersion: '0.1.0', translate: english });
  assert.ok(report.summary.controls.length > 40);
  assert.equal(report.summary.basis, hasList ? 'requirements' : 'documents');
  return new TextDecoder().decode(html.write(report));
}

async function axe(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`));
}

/** What is wider than the page, or than the cell that it stands in. */
async function cut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    return [...document.querySelectorAll('main *')]
      .filter((element) => !element.matches('.unseen') && !element.closest('svg'))
      .filter(
        (element) =>
          element.getBoundingClientRect().right > clientWidth + 1 ||
          (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1),
      )
      .map((element) => `${element.tagName} ${element.textContent.slice(0, 60)}`);
  });
}

/** Words of a heading that go on in the next line. */
async function brokenHeadings(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('thead th')].flatMap((heading) => {
      const words = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
      const broken: string[] = [];
      for (let text = words.nextNode(); text; text = words.nextNode()) {
        for (const { index, 0: word } of (text.textContent ?? '').matchAll(/\S+/g)) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          if (range.getClientRects().length > 1) broken.push(word);
        }
      }
      return broken;
    }),
  );
}

/** The names of the page's elements, with their classes and attributes. */
async function madeOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const made = [...document.querySelectorAll('body *')].flatMap((element) => [
      element.localName,
      ...[...element.classList].map((name) => `${element.localName}.${name}`),
      ...element.getAttributeNames().map((name) => `${element.localName}@${name}`),
    ]);
    return [...new Set(made)].filter((name) => !/\.(?:tone|pattern)-/.test(name)).sort();
  });
}

function picture(name: string): string {
  return join(root, 'out', 'screenshots', `${name}.png`);
}
