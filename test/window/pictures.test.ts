import { openWorkbench, type Workbench } from './workbench';

// Nothing is compared: the pictures in out/screenshots are for a person to look at, and the README's are two of them. What
// can fail is that something to be seen does not come up in one of the themes or sizes.

const THEMES = { light: 'Light 2026', dark: 'Dark Modern', 'high-contrast': 'Default High Contrast' };

describe('the pictures', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ size: { width: 1440, height: 900 } });
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await workbench.open('scoping/access-control.md');
  });

  after(() => workbench.close());

  const summaryIsShown = async (): Promise<void> => {
    const frame = await workbench.webviewFrame('Inheritance Summary');
    await frame.getByRole('table').first().waitFor();
  };

  for (const [name, theme] of Object.entries(THEMES)) {
    it(`of lenses and summary in ${name}`, async () => {
      await workbench.setTheme(theme);
      await workbench.open('scoping/access-control.md');
      await workbench.goToLine(51);
      await workbench.codeLenses();
      await workbench.screenshot(`${name}-lenses`);
      await workbench.runCommand('Inheritance Scope: Open Summary');
      await summaryIsShown();
      await workbench.screenshot(`${name}-both`);
      await workbench.runCommand('View: Close All Editors');
      await workbench.runCommand('Inheritance Scope: Open Summary');
      await summaryIsShown();
      await workbench.screenshot(`${name}-summary`);
      await workbench.runCommand('View: Close All Editors');
    });
  }

  it('of the summary in a narrow window', async () => {
    await workbench.setSize(520, 900);
    await workbench.runCommand('Inheritance Scope: Open Summary');
    await summaryIsShown();
    await workbench.screenshot('narrow-summary');
  });

  it('of a hover', async () => {
    await workbench.setTheme(THEMES.light);
    await workbench.setSize(1440, 900);
    await workbench.runCommand('View: Close All Editors');
    await workbench.open('scoping/access-control.md');
    const hover = workbench.page.locator('.monaco-hover', { hasText: 'Privilege Management' }).first();
    // The palette gives the focus back some time after it has closed: keys before that are lost, and a hover goes with it.
    for (let tries = 0; tries < 5 && !(await hover.isVisible()); tries++) {
      await workbench.goToLine(51);
      for (let column = 0; column < 6; column++) await workbench.page.keyboard.press('ArrowRight');
      await workbench.runCommand('Show or Focus Hover');
      await hover.waitFor({ timeout: 3_000 }).catch(() => undefined);
    }
    await hover.waitFor();
    await workbench.screenshot('light-hover');
  });

  it('of the problems', async () => {
    await workbench.setTheme(THEMES.light);
    await workbench.setSize(1440, 900);
    await workbench.page.keyboard.press('Control+Shift+M');
    await workbench.page.locator('.markers-panel .monaco-list-row').first().waitFor();
    await workbench.screenshot('problems');
  });
});
