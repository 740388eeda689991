import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { pickAssessment } from '../editor/pickAssessment';
import { registerCommand } from '../editor/registerCommand';
import { parsePageState } from './pageState';
import { SavedFilters } from './savedFilters';
import { type PageSurface, SummaryPage } from './summaryPage';
import { summaryView } from './summaryView';

/** What VS Code knows the page by, in a window that it restores too. */
const VIEW_TYPE = 'inheritanceScope.summary';

/** What a lens or a test asks to see. */
export interface OpenSummaryAnswers {
  /** An assessment's id. */
  readonly assessment?: string;
  /** A control to bring into view, or one of its requirements. */
  readonly control?: string;
  readonly requirement?: string;
}

/** The summary, in editors and in a view. */
export const summary: Feature = (app) => {
  const savedFilters = new SavedFilters(app.workspaceState);
  const panels = new SummaryPanels(app, savedFilters);
  return vscode.Disposable.from(
    savedFilters,
    panels,
    summaryView(app, savedFilters),
    registerCommand(app, 'openSummary', (answers?: OpenSummaryAnswers) => panels.open(answers)),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      async deserializeWebviewPanel(panel, state: unknown) {
        await app.attempt(() => panels.add(panel, parsePageState(state).assessment));
      },
    }),
  );
};

/** The open summaries: a command opens one for each assessment. */
class SummaryPanels implements vscode.Disposable {
  readonly #pages = new Map<vscode.WebviewPanel, SummaryPage>();

  constructor(
    private readonly app: App,
    private readonly savedFilters: SavedFilters,
  ) {}

  /** Opens the summary of an assessment beside the editor, or brings its panel to the front. */
  async open({ assessment, control, requirement }: OpenSummaryAnswers = {}): Promise<void> {
    const picked = await pickAssessment(this.app, assessment);
    if (!picked) return;
    const [panel, page] = this.#find(picked.id) ?? this.#create(picked.id);
    panel.reveal(undefined, true);
    page.reveal(requirement ?? control);
  }

  /** Shows a page in a panel, which may be one of a window that was reloaded. @param assessment its id */
  add(panel: vscode.WebviewPanel, assessment: string): SummaryPage {
    panel.iconPath = vscode.Uri.joinPath(this.app.extensionUri, 'media', 'icon.png');
    const page = new SummaryPage(this.app, surfaceOf(panel), this.savedFilters, assessment, false);
    this.#pages.set(panel, page);
    panel.onDidDispose(() => {
      page.dispose();
      this.#pages.delete(panel);
    });
    return page;
  }

  dispose(): void {
    for (const panel of [...this.#pages.keys()]) panel.dispose();
  }

  #find(assessment: string): readonly [vscode.WebviewPanel, SummaryPage] | undefined {
    return [...this.#pages].find(([, page]) => page.assessment === assessment);
  }

  #create(assessment: string): readonly [vscode.WebviewPanel, SummaryPage] {
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel(VIEW_TYPE, vscode.l10n.t('Inheritance Summary'), column);
    return [panel, this.add(panel, assessment)];
  }
}

function surfaceOf(panel: vscode.WebviewPanel): PageSurface {
  const { One, Beside } = vscode.ViewColumn;
  return {
    webview: panel.webview,
    isVisible: () => panel.visible,
    onDidChangeVisibility: panel.onDidChangeViewState,
    columnOfFiles: () => (panel.viewColumn === One ? Beside : One),
    setName(name) {
      const title =
        name === undefined ? vscode.l10n.t('Inheritance Summary') : vscode.l10n.t('Inheritance Summary: {0}', name);
      if (panel.title !== title) panel.title = title;
    },
  };
}
