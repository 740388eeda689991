import { openWorkbench, type Workbench } from './workbench';

// The pictures of the walkthrough are taken here: those in media/walkthrough are copies of walkthrough/ in out/screenshots.

const THEMES = { light: 'Light 2026', dark: 'Dark Modern' };

describe('the pictures of the walkthrough', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ size: { width: 800, height: 535 } });
    workbench.addSettings({
      'editor.minimap.enabled': false,
      'editor.stickyScroll.enabled': false,
      'editor.occurrencesHighlight': 'off',
      'breadcrumbs.enabled': false,
      'workbench.activityBar.location': 'hidden',
      // What a command asks covers the rest of the title bar, which says that the extension is in development.
      'window.commandCenter': false,
      'workbench.layoutControl.enabled': false,
      'workbench.editor.restoreViewState': false,
    });
  });

  after(() => workbench.close());

  beforeEach(() => workbench.runCommand('View: Close All Editors'));

  /** With the side bar or without. */
  const showSideBar = async (isShown: boolean): Promise<void> => {
    const sideBar = workbench.page.locator('.part.sidebar');
    if ((await sideBar.isVisible()) === isShown) return;
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await sideBar.waitFor({ state: isShown ? 'visible' : 'hidden' });
  };

  /** Takes what is shown in each theme. `show` brings up again what a change of the theme takes away. */
  const take = async (
    step: string,
    { show, withTitle = false }: { readonly show?: () => Promise<unknown>; readonly withTitle?: boolean } = {},
  ): Promise<void> => {
    for (const [name, theme] of Object.entries(THEMES)) {
      await workbench.setTheme(theme);
      await workbench.restMouse();
      await show?.();
      const picture = `walkthrough/${step}-${name}`;
      await (withTitle ? workbench.screenshot(picture) : workbench.picture(picture));
    }
  };

  it('of the sample', async () => {
    await showSideBar(true);
    await workbench.open('scoping/access-control.md');
    await workbench.goToLine(45);
    await workbench.codeLenses();
    await take('sample');
  });

  it('of the matrix', async () => {
    await showSideBar(false);
    await workbench.open('azure-srm-illustrative.csv');
    await workbench.codeLenses();
    await take('matrix');
  });

  it('of a document', async () => {
    await workbench.open('scoping/access-control.md');
    await workbench.goToLine(104);
    await workbench.codeLenses();
    await take('document', { show: () => workbench.hover(104, 6) });
    await workbench.page.keyboard.press('Escape');
  });

  it('of evidence that is added', async () => {
    await workbench.open('scoping/access-control.md');
    await workbench.goToLine(104, 6);
    await workbench.runCommand('Inheritance Scope: Add Evidence…');
    await workbench.page.locator('.quick-input-list .label-description').first().waitFor();
    await take('evidence', { withTitle: true });
    await workbench.page.keyboard.press('Escape');
  });

  it('of the summary', async () => {
    await workbench.runCommand('Inheritance Scope: Open Summary');
    const frame = await workbench.webviewFrame('Inheritance Summary');
    await frame.getByRole('treegrid').waitFor();
    await take('summary');
  });
});
