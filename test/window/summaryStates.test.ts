import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';
import { SAMPLE, summaryMessage } from '../page/contents';
import type { SummaryMessage } from '../page/harness';
import { enter, statesOf } from '../page/states';
import { openWorkbench, THEMES, type Workbench } from './workbench';

const SUMMARY = 'Inheritance Summary';
const WIDE = { width: 1440, height: 900 };
/** Beside the activity bar the page is some 320 pixels wide then, VS Code's narrowest but for a few. */
const NARROW = { width: 400, height: 900 };
// The bundle of a window test lies in out/test/window.
const axeSource = readFileSync(resolve(__dirname, '../../../node_modules/axe-core/axe.min.js'), 'utf8');

/** Its pictures in out/screenshots are to be looked at. test/page/states.test.ts measures every theme at every width. */
describe('the summary’s page in VS Code', () => {
  let workbench: Workbench;
  let frame: Frame;
  let listed: SummaryMessage;

  before(async () => {
    workbench = await openWorkbench({ size: WIDE });
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await workbench.open('scoping/access-control.md');
    await workbench.runCommand('Inheritance Scope: Open Summary');
    await workbench.runCommand('View: Join All Editor Groups');
    frame = await workbench.webviewFrame(SUMMARY, 30_000);
    await frame.getByRole('status').filter({ hasText: '44 controls' }).first().waitFor();
    listed = await sentBy(workbench, frame);
    frame = await workbench.webviewFrame(SUMMARY);
    await frame.evaluate(axeSource);
  });

  after(() => workbench.close());

  afterEach(async function () {
    await workbench.setSize(WIDE.width, WIDE.height);
    if (this.currentTest?.state === 'failed') await workbench.screenshot('failed-summary-states');
  });

  for (const [name, theme] of Object.entries(THEMES)) {
    it(`is clean under axe in twelve states, in ${name}`, async () => {
      await workbench.setTheme(theme);
      const found: string[] = [];
      for (const state of statesOf(listed, summaryMessage({ ...SAMPLE, requirements: 0 }))) {
        await enter(frame, state);
        found.push(...(await violations(frame)).map((violation) => `${state.name}: ${violation}`));
        await workbench.picture(`summary-${state.name}-${name}`);
      }
      assert.deepEqual(found, []);
    });
  }

  it('is clean under axe and cuts nothing off in twelve states where it is narrow', async () => {
    await workbench.setSize(NARROW.width, NARROW.height);
    const found: string[] = [];
    for (const [name, theme] of Object.entries(THEMES)) {
      await workbench.setTheme(theme);
      for (const state of statesOf(listed, summaryMessage({ ...SAMPLE, requirements: 0 }))) {
        await enter(frame, state);
        found.push(...(await violations(frame)).map((violation) => `${state.name}, ${name}: ${violation}`));
        const [width, room] = await frame.evaluate(() => [document.documentElement.scrollWidth, innerWidth] as const);
        if (width > room) found.push(`${state.name}, ${name}: ${width} of ${room} pixels`);
        await workbench.picture(`summary-${state.name}-narrow-${name}`);
      }
    }
    assert.deepEqual(found, []);
  });

  it('breaks no content security policy', () => {
    const refused = workbench.consoleMessages().filter((message) => /content security policy/i.test(message));
    assert.deepEqual(refused, []);
  });
});

/** The summary that the host sends, as it does again after an edit. */
async function sentBy(workbench: Workbench, frame: Frame): Promise<SummaryMessage> {
  const sent = frame.evaluate(
    () =>
      new Promise<string>((resolve) => {
        window.addEventListener('message', ({ data }: MessageEvent<{ readonly type?: string }>) => {
          if (data.type === 'summary') resolve(JSON.stringify(data));
        });
        Object.assign(globalThis, { isListening: true });
      }),
  );
  await frame.waitForFunction(() => 'isListening' in globalThis);
  // It is written in a document beside the page, which has to be in view to be sent anything.
  await workbench.runCommand('View: Split Editor Right');
  await workbench.open('scoping/access-control.md');
  await workbench.page.keyboard.press('Control+Home');
  await workbench.page.keyboard.type('03.c ');
  const message = JSON.parse(await sent) as SummaryMessage;
  await workbench.page.keyboard.press('Control+Z');
  await workbench.runCommand('View: Join All Editor Groups');
  return message;
}

async function violations(frame: Frame): Promise<readonly string[]> {
  const { violations } = await frame.evaluate(() =>
    (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}
