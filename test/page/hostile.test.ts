import assert from 'node:assert/strict';
import { english } from '../../src/core/message';
import type { SummaryContent } from '../../src/summary/content';
import type { RowDetails } from '../../src/summary/details';
import { ALL, COLUMNS, GROUPINGS, NEW_PAGE, type PageState, type View } from '../../src/summary/pageState';
import { parseToPage } from '../../src/summary/protocol';
import { createRowDetails } from '../../src/summary/rowDetails';
import { createSummaryContent } from '../../src/summary/summaryContent';
import { loaded } from '../unit/summary/summaryContent';
import { answerDetails, SAMPLE, summaryMessage } from './contents';
import { startBrowser, type SummaryMessage, type TestBrowser, type TestPage } from './harness';
import { hostile, HOSTILE_ELEMENTS, hostileFiles, TRACE, withAttacks } from './hostile';

interface Shown {
  readonly message: SummaryMessage;
  readonly detailsOf: (row: string) => RowDetails | undefined;
}

describe('hostile texts', () => {
  let browser: TestBrowser;

  before(async () => {
    browser = await startBrowser();
  });

  after(() => browser.close());

  it('are nothing but text on the page, whatever the host says, in every view', async () => {
    const message = summaryMessage({ controls: 8, requirements: 24 }, { savedFilters: [{ name: 'mine', view: ALL }] });
    const answer = answerDetails(message);
    const benign = { message, detailsOf: answer };
    const hostiles = new Map(message.summary.rows.map(({ id }) => [hostile(id), withAttacks(answer(id))]));
    const attacked = { message: withAttacks(message), detailsOf: (id: string) => hostiles.get(id) };
    // Views are no texts.
    const savedFilters = message.savedFilters.map(({ name, view }) => ({ name: hostile(name), view }));
    await assertOnlyText(browser, benign, { ...attacked, message: { ...attacked.message, savedFilters } });
  });

  it('in place of a summary are nothing but text', async () => {
    const notice = {
      type: 'notice',
      notice: {
        state: 'failed',
        title: hostile('title'),
        text: hostile('text'),
        actions: [{ run: 'retry', label: hostile('label') }],
      },
    } as const;
    const page = await browser.open({ contents: notice });
    await page.page.getByText(TRACE).first().waitFor();
    await assertUnharmed(page);
    await page.close();
  });

  for (const hasList of [true, false]) {
    it(`of a matrix, documents and registers are nothing but text on the page, ${hasList ? 'with' : 'without'} a requirement list`, async () => {
      const benign = summaryMessage(hasList ? SAMPLE : { ...SAMPLE, requirements: 0 });
      await assertOnlyText(
        browser,
        { message: benign, detailsOf: answerDetails(benign) },
        await shownOf(hostileFiles({ hasList })),
      );
    });
  }
});

/** What the host makes of files. */
async function shownOf(contents: Readonly<Record<string, string>>): Promise<Shown> {
  const { assessment, files } = await loaded(contents);
  const summary = createSummaryContent(assessment, files, english);
  const message = { ...summaryMessage(SAMPLE), summary, assessments: [{ id: 'portal', name: summary.title }] };
  assert.ok(parseToPage(message));
  return { message, detailsOf: (id) => createRowDetails(id, assessment, files, english) };
}

/** Shows both in all views, and asserts that the page is made of the same elements and attributes. */
async function assertOnlyText(browser: TestBrowser, benign: Shown, attacked: Shown): Promise<void> {
  const made = new Set<string>();
  for (const state of statesOf(benign.message.summary, 'a')) {
    const page = await show(browser, benign, state);
    for (const part of await partsOf(page)) made.add(part);
    await page.close();
  }
  let seen = '';
  for (const state of statesOf(attacked.message.summary, 'onerror')) {
    const page = await show(browser, attacked, state);
    const strange = (await partsOf(page)).filter((part) => !made.has(part));
    assert.deepEqual(strange, []);
    await assertUnharmed(page);
    seen += await page.page.evaluate(() => document.body.innerText);
    await page.close();
  }
  assert.ok(seen.includes(TRACE), 'nothing of what is hostile was shown');
}

async function show(browser: TestBrowser, { message, detailsOf }: Shown, state: PageState): Promise<TestPage> {
  const page = await browser.open({
    contents: message,
    detailsOf,
    state: { ...state, assessment: message.assessment },
  });
  await page.page.getByRole('row').nth(1).waitFor();
  if (state.open.length > 0) await page.message('details');
  await page.painted();
  return page;
}

/** The page with its rows open, filtered and grouped by each thing, with words found. */
function statesOf({ rows, values, counted }: SummaryContent, text: string): readonly PageState[] {
  const open = rows.map(({ id }) => id).slice(0, 4);
  const of = (view: Partial<View>): PageState => ({ ...NEW_PAGE, open, view: { ...ALL, ...view } });
  const [owner] = values.owner;
  return [
    of({}),
    of({ columns: COLUMNS, grain: counted }),
    of({ columns: COLUMNS, text }),
    of({ facets: { ...ALL.facets, owner: owner ? [owner.value] : [] } }),
    ...GROUPINGS.map((grouping) => ({ ...of({ grouping, columns: COLUMNS }), open: [] })),
  ];
}

/** What the page is made of: the names of its elements, and those of their attributes, in shadow trees too. */
async function partsOf({ page }: TestPage): Promise<readonly string[]> {
  return page.evaluate(() => {
    const parts = new Set<string>();
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        for (const { name } of element.attributes) parts.add(`${element.localName} ${name}`);
        parts.add(element.localName);
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    visit(document);
    return [...parts].sort();
  });
}

/** Nothing ran, nothing was asked for, nothing leads anywhere, and each text keeps its direction of writing to itself. */
async function assertUnharmed(page: TestPage): Promise<void> {
  assert.deepEqual(await page.cspViolations(), []);
  assert.deepEqual(page.complaints, []);
  const found = await page.page.evaluate((hostileElements) => {
    const all = [...document.querySelectorAll('*')];
    const attributes = all.flatMap((element) => [...element.attributes].map(({ name, value }) => ({ name, value })));
    return {
      hacked: 'hacked' in globalThis,
      title: document.title,
      hostile: [...document.body.querySelectorAll(hostileElements)].map(({ outerHTML }) => outerHTML.slice(0, 200)),
      scripts: document.scripts.length,
      handlers: attributes.filter(({ name }) => name.startsWith('on')).map(({ name }) => name),
      leading: attributes
        .filter(({ name }) => ['href', 'src', 'action', 'formaction', 'srcdoc', 'style', 'xlink:href'].includes(name))
        .map(({ value }) => value)
        .filter((value) => /hacked|evil|javascript:|command:/i.test(value)),
      turned: all
        .filter((element) =>
          [...element.childNodes].some((node) => node.nodeType === 3 && /\u202e/.test(node.nodeValue ?? '')),
        )
        .filter((element) => {
          const { display, unicodeBidi } = getComputedStyle(element);
          return display === 'inline' && unicodeBidi === 'normal';
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 200)),
    };
  }, HOSTILE_ELEMENTS);
  assert.deepEqual(found, {
    hacked: false,
    title: 'Inheritance Summary',
    hostile: [],
    scripts: 1,
    handlers: [],
    leading: [],
    turned: [],
  });
}
