// What the page can look like: reached in the same way in a browser alone and in a webview of VS Code.
import type { Frame, Page } from 'playwright-core';
import { ALL, COLUMNS, type View } from '../../src/summary/pageState';
import type { ToPage } from '../../src/summary/protocol';
import { detailsOf } from './contents';
import type { SummaryMessage } from './harness';

export interface State {
  readonly name: string;
  readonly message: ToPage;
  readonly view?: Partial<View>;
  /** How many rows, from the first, are open, or selected. */
  readonly open?: number;
  readonly selected?: number;
}

/**
 * @param listed a summary with a requirement list
 * @param unlisted one without
 */
export function statesOf(listed: SummaryMessage, unlisted: SummaryMessage): readonly State[] {
  const problems = {
    title: 'What keeps this summary from being whole',
    texts: ['srm.csv: row 3 is not read: its id is none of HITRUST CSF', 'docs/b.md cannot be read'],
  };
  const actions = [
    { run: 'loadMatrix', label: 'Load Matrix…' },
    { run: 'createProject', label: 'Create Project File…' },
    { run: 'openSample', label: 'Open Sample Assessment' },
  ] as const;
  const text = 'The summary stands here as soon as matrix, documents and registers are read.';
  return [
    { name: 'loading', message: notice({ state: 'loading', title: 'Reading the assessment…', text, actions: [] }) },
    { name: 'empty', message: notice({ state: 'empty', title: 'There is no assessment here yet', text, actions }) },
    {
      name: 'failed',
      message: notice({
        state: 'failed',
        title: 'The summary could not be made',
        text: 'Out of memory. It is a fault of the extension; your files are as they were.',
        actions: [{ run: 'retry', label: 'Try Again' }],
      }),
    },
    { name: 'partial', message: { ...listed, summary: { ...listed.summary, problems, hasMatrix: false } } },
    { name: 'fresh', message: listed },
    {
      name: 'filtered',
      message: listed,
      view: { text: 'access', facets: { ...ALL.facets, status: ['needs-evidence'] } },
    },
    { name: 'grouped', message: listed, view: { grouping: 'domain', columns: COLUMNS } },
    { name: 'requirements', message: listed, view: { grain: 'requirements', grouping: 'domain' } },
    { name: 'details', message: listed, open: 1 },
    { name: 'selection', message: listed, selected: 3 },
    { name: 'nothing', message: listed, view: { text: 'no such thing' } },
    { name: 'unlisted', message: unlisted },
  ];
}

function notice(of: Extract<ToPage, { type: 'notice' }>['notice']): ToPage {
  return { type: 'notice', notice: of };
}

/** Brings the page into a state, from any other. */
export async function enter(at: Page | Frame, state: State): Promise<void> {
  const { name, message, view, open = 0, selected = 0 } = state;
  if (message.type !== 'summary') {
    await post(at, message);
    if (message.type === 'notice') await at.getByRole('heading', { name: message.notice.title }).waitFor();
    return;
  }
  // With another assessment the page begins anew, but for how the table is looked at.
  const assessment = `${name}, ${Date.now()}`;
  const savedFilters = [{ name: 'State', view: { ...ALL, ...view } }];
  await post(at, { ...message, assessment, savedFilters });
  const treegrid = at.getByRole('treegrid');
  await at.getByRole('search').waitFor();
  const menu = at.getByRole('button', { name: 'Saved Filters' });
  const fold = at.getByText('Filter and view', { exact: true });
  const isFolded = !(await menu.isVisible());
  if (isFolded) await fold.click();
  await menu.click();
  await at.getByRole('button', { name: 'State', exact: true }).click();
  if (isFolded) await fold.click();
  await painted(at);
  const rows = treegrid.locator('[role=row]:not(.header)');
  if (view?.text !== 'no such thing') await rows.first().waitFor();
  for (let row = 0; row < open; row++) {
    // In the same assessment it is open still.
    if ((await rows.nth(row).getAttribute('aria-expanded')) === 'false') await rows.nth(row).press('Enter');
    const { revision, summary } = message;
    const [first] = summary.rows;
    if (first) await post(at, { type: 'details', revision, rows: [detailsOf(first)] });
    await at
      .getByRole('button', { name: /^Explain status/ })
      .first()
      .waitFor();
  }
  for (let row = 0; row < selected; row++)
    if ((await rows.nth(row).getAttribute('aria-selected')) === 'false') await rows.nth(row).press('Space');
  if (selected > 0) await at.getByRole('group', { name: `${selected} selected` }).waitFor();
  await at.evaluate(() => {
    window.scrollTo(0, 0);
  });
}

/** What was changed before is drawn. */
async function painted(at: Page | Frame): Promise<void> {
  await at.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)))),
  );
}

async function post(at: Page | Frame, message: ToPage): Promise<void> {
  await at.evaluate((text) => {
    window.postMessage(JSON.parse(text), '*');
  }, JSON.stringify(message));
}
