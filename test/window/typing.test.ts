import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalog } from '../../src/core/csf/catalog';
import { openWorkbench, type Workbench } from './workbench';

const LINES = 10_000;
const EVERY = 5;
const CONTROLS = [...catalog.controls.keys()];

/** 10,000 lines with 2,000 ids, each in a heading. */
function longDocument(): string {
  return Array.from({ length: LINES }, (_, line) => {
    const heading = `### ${CONTROLS[(line / EVERY) % CONTROLS.length] ?? ''} - Heading ${line}`;
    return line % EVERY === 0 ? heading : `The team reviews each account every quarter (${line}).`;
  }).join('\n');
}

/** What is drawn in one frame of the window: the lenses, and how far above its heading each stands, in pixels. */
interface Frame {
  readonly lenses: readonly { readonly heading: string; readonly text: string; readonly distance: number }[];
  readonly headings: number;
}

/** What the window's own script keeps while frames are watched. */
interface Watching {
  frames: Frame[];
  isOver: boolean;
}

describe('typing in a document of 10,000 lines with 2,000 ids, in the window', () => {
  let workbench: Workbench;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'typing-'));
    const matrix = CONTROLS.map((id, index) => `${id},${['No', 'Partial', 'Full'][index % 3] ?? ''}`);
    writeFileSync(join(folder, 'srm.csv'), `ID,Inheritability\n${matrix.join('\n')}\n`);
    writeFileSync(join(folder, 'inheritance-scope.json'), '{ "matrix": "srm.csv", "documents": ["*.md"] }\n');
    writeFileSync(join(folder, 'long.md'), longDocument());
    workbench = await openWorkbench({ folder, size: { width: 1440, height: 900 } });
    await workbench.open('long.md');
    await standStill();
  });

  after(async () => {
    await workbench.close();
    rmSync(folder, { recursive: true });
  });

  /** Waits until no lens came or went for three seconds: whenever an extension registers lenses, VS Code draws all anew, and it starts with many. */
  async function standStill(): Promise<void> {
    const lenses = workbench.page.locator('.codelens-decoration');
    for (let quiet = 0, last = 0; quiet < 12;) {
      const now = await lenses.count();
      quiet = now === last && now >= LINES / EVERY ? quiet + 1 : 0;
      last = now;
      await workbench.page.waitForTimeout(250);
    }
  }

  /** Types on a line, and returns each frame that was drawn from before the first key until all is quiet again. */
  async function framesWhile(line: number, keys: string): Promise<readonly Frame[]> {
    await workbench.goToLine(line);
    await workbench.page.keyboard.press('End');
    await workbench.codeLenses();
    await workbench.page.evaluate(() => {
      const textOf = (element: Element): string => element.textContent.replaceAll('\u00a0', ' ').trim();
      const look = (): Frame => {
        const lines = [...document.querySelectorAll('.view-line')].map((element) => ({
          text: textOf(element),
          top: element.getBoundingClientRect().top,
        }));
        const headings = lines.filter(({ text }) => text.startsWith('### '));
        const lenses = [...document.querySelectorAll('.codelens-decoration[monaco-visible-content-widget]')];
        return {
          headings: headings.length,
          lenses: lenses.map((lens) => {
            const { top } = lens.getBoundingClientRect();
            const own = headings.filter((heading) => heading.top > top).sort((a, b) => a.top - b.top)[0];
            return { heading: own?.text ?? '', text: textOf(lens), distance: Math.round((own?.top ?? 0) - top) };
          }),
        };
      };
      const watching: Watching = { frames: [], isOver: false };
      const each = (): void => {
        watching.frames.push(look());
        if (!watching.isOver) requestAnimationFrame(each);
      };
      each();
      Object.assign(globalThis, { watching });
    });
    await workbench.page.keyboard.type(keys, { delay: 30 });
    await workbench.page.waitForTimeout(2_000);
    return workbench.page.evaluate(() => {
      const { watching } = globalThis as unknown as { readonly watching: Watching };
      watching.isOver = true;
      return watching.frames;
    });
  }

  for (const [where, line, keys] of [
    ['in a paragraph', 5_003, ' twenty keys or more.'],
    ['on the line above an id', 5_005, ' twenty keys or more.'],
    ['at the start of the document', 2, ' twenty keys or more.'],
    ['that breaks the line above an id, and moves all below', 5_005, ' a\nb\nc'],
  ] as const) {
    it(`leaves every lens where it is: above its heading, with its words, ${where}`, async () => {
      const frames = await framesWhile(line, keys);
      assert.ok(frames.length > 20, `${frames.length} frames`);
      const [first] = frames;
      assert.ok(first && first.lenses.length >= 5, JSON.stringify(first));
      const known = new Map(first.lenses.map((lens) => [lens.heading, lens]));
      for (const [index, { lenses, headings }] of frames.entries()) {
        // New lines can push a heading out of sight, and no more than those.
        const fewest = first.lenses.length - (keys.match(/\n/g)?.length ?? 0);
        assert.ok(lenses.length >= fewest, `${lenses.length} lenses and ${headings} headings in frame ${index}`);
        for (const lens of lenses) {
          const before = known.get(lens.heading) ?? lens;
          assert.deepEqual(lens, before, `frame ${index} of ${frames.length}`);
          assert.notEqual(lens.text, '', `frame ${index}`);
        }
      }
    });
  }
});
