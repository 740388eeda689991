import assert from 'node:assert/strict';
import { openWorkbench, THEMES, type Workbench } from './workbench';

const DOCUMENT = 'scoping/access-control.md';

describe('the quiet modes', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ size: { width: 1280, height: 800 } });
    workbench.addSettings({
      'editor.minimap.enabled': false,
      'editor.stickyScroll.enabled': false,
      'breadcrumbs.enabled': false,
      '[markdown]': {
        'inheritanceScope.codeLens.enabled': false,
        'inheritanceScope.inlayHints.enabled': true,
        'inheritanceScope.marks.enabled': true,
      },
    });
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await workbench.open(DOCUMENT);
    await workbench.goToLine(51);
  });

  after(() => workbench.close());

  /** The elements of the editor that are icons of marks: their style is a picture, and nothing else in the gutter has one. */
  const icons = (): Promise<readonly string[]> =>
    workbench.editor
      .locator('.glyph-margin-widgets .cgmr')
      .evaluateAll((elements) =>
        elements.flatMap(
          (element) =>
            /status\/([\w-]+?)\.svg/.exec(decodeURIComponent(getComputedStyle(element).backgroundImage))?.[1] ?? [],
        ),
      );

  for (const [name, theme] of Object.entries(THEMES)) {
    it(`show marks and hints and no lenses in ${name}`, async () => {
      await workbench.setTheme(theme);
      const hint = workbench.editor.locator('.view-line', { hasText: /Varies\W+coverage\W+needed/ });
      await hint.first().waitFor();
      assert.deepEqual(await workbench.codeLenses(500), []);
      const kind = name.endsWith('light') ? 'light' : 'dark';
      await workbench.restMouse();
      await workbench.page.waitForTimeout(500);
      const shown = await icons();
      assert.ok(shown.includes(`coverage-needed-${kind}`), shown.join());
      assert.ok(new Set(shown).size > 2, shown.join());
      await workbench.picture(`${name}-quiet-modes`);
    });
  }

  it('say in a hover what a mark means', async () => {
    const lines = await workbench.hover(51, 6);
    await workbench.screenshot('quiet-hover');
    assert.ok(
      lines.some((line) => /^Mark\sof\s/.test(line)),
      lines.join('\n'),
    );
  });

  it('are gone at once when they are switched off', async () => {
    workbench.addSettings({ '[markdown]': {} });
    const lenses = await workbench.codeLenses();
    assert.ok(lenses.length > 0);
    assert.deepEqual(await icons(), []);
  });
});
