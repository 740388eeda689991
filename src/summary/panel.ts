import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { registerCommand } from '../editor/registerCommand';
import { pickAssessment } from '../editor/pickAssessment';
import type { Assessment } from '../workspace/assessment';
import { parsePageState } from './pageState';
import { SummaryPage } from './summaryPage';

/** What VS Code knows the page by, in a window that it restores too. */
const VIEW_TYPE = 'inheritanceScope.summary';

/** What a lens or a test asks to see. */
export interface OpenSummaryAnswers {
  /** An assessment's id. */
  readonly assessment?: string;
  /** A control to bring into view. */
  readonly control?: string;
}

export const summary: Feature = (app) => {
  const panels = new SummaryPanels(app);
  return vscode.Disposable.from(
    panels,
    registerCommand(app, 'openSummary', (answers?: OpenSummaryAnswers) => panels.open(answers)),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      async deserializeWebviewPanel(panel, state: unknown) {
        await app.attempt(() => panels.restore(panel, parsePageState(state).assessment));
      },
    }),
  );
};

/** The open summaries, one for each assessment. */
class SummaryPanels implements vscode.Disposable {
  readonly #pages = new Map<string, SummaryPage>();

  constructor(private readonly app: App) {}

  /** Opens the summary of an assessment beside the editor, or brings its panel to the front. */
  async open(answers: OpenSummaryAnswers = {}): Promise<void> {
    const assessment = await pickAssessment(this.app, answers.assessment);
    if (!assessment) return;
    let page = this.#pages.get(assessment.id);
    if (!page) {
      const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      const panel = vscode.window.createWebviewPanel(VIEW_TYPE, vscode.l10n.t('Inheritance Summary'), column);
      page = this.#add(panel, assessment);
    }
    page.reveal(answers.control);
  }

  /** Takes over a panel of a window that was reloaded. One whose assessment is gone, or shown already, is closed. */
  async restore(panel: vscode.WebviewPanel, id: string): Promise<void> {
    await this.app.index.whenLoaded;
    const assessment = this.app.index.get(id);
    if (assessment && !this.#pages.has(id)) this.#add(panel, assessment);
    else panel.dispose();
  }

  dispose(): void {
    for (const page of this.#pages.values()) page.dispose();
  }

  #add(panel: vscode.WebviewPanel, { id, source }: Assessment): SummaryPage {
    const page = new SummaryPage(this.app, panel, id, source.folder);
    panel.onDidDispose(() => this.#pages.delete(id));
    this.#pages.set(id, page);
    return page;
  }
}
