import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { registerCommand } from '../editor/registerCommand';
import { COMMANDS } from '../commandIds';
import { debounce } from '../editor/debounce';
import type { Assessment } from '../workspace/assessment';
import { pickAssessment } from '../editor/pickAssessment';
import { rangeOf } from '../editor/ranges';
import type { LocatedReference } from '../core/assessment/summary';
import { createHtml } from './html';
import { parseToHost, type ToHost, type ToPage } from './protocol';
import { createSummaryContent } from './summaryContent';

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
  );
};

/** The open summaries, one for each assessment. */
class SummaryPanels implements vscode.Disposable {
  readonly #panels = new Map<string, SummaryPanel>();

  constructor(private readonly app: App) {}

  /** Opens the summary of an assessment beside the editor, or brings its panel to the front. */
  async open(answers: OpenSummaryAnswers = {}): Promise<void> {
    const assessment = await pickAssessment(this.app, answers.assessment);
    if (!assessment) return;
    const { id } = assessment;
    let panel = this.#panels.get(id);
    if (!panel) {
      panel = new SummaryPanel(this.app, id, assessment.source.folder);
      panel.onDidDispose(() => this.#panels.delete(id));
      this.#panels.set(id, panel);
    }
    panel.reveal(answers.control);
  }

  dispose(): void {
    for (const panel of this.#panels.values()) panel.dispose();
  }
}

/** The host's side of one summary page. The index owns all state; the page shows what it was sent last. */
class SummaryPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  /** The references of the summary that the page shows, by control. */
  #references: ReadonlyMap<string, readonly LocatedReference[]> = new Map();
  #revision = 0;
  #isReady = false;
  #toReveal: string | undefined;

  constructor(
    private readonly app: App,
    private readonly id: string,
    private readonly folder: string,
  ) {
    const { extensionUri, index } = app;
    const resources = [vscode.Uri.joinPath(extensionUri, 'dist'), vscode.Uri.joinPath(extensionUri, 'media')];
    this.#panel = vscode.window.createWebviewPanel(
      'inheritanceScope.summary',
      vscode.l10n.t('Inheritance Summary'),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: resources },
    );
    this.#panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
    this.#panel.webview.html = createHtml(this.#panel.webview, extensionUri);
    const update = debounce(() => this.#send());
    const disposables = vscode.Disposable.from(
      update,
      index.onDidChange(update.call),
      this.#panel.webview.onDidReceiveMessage((message: unknown) => {
        this.#receive(parseToHost(message));
      }),
      // A hidden page forgets everything and says `ready` when it is shown again.
      this.#panel.onDidChangeViewState(({ webviewPanel }) => {
        this.#isReady &&= webviewPanel.visible;
      }),
    );
    this.#panel.onDidDispose(() => {
      disposables.dispose();
    });
  }

  dispose(): void {
    this.#panel.dispose();
  }

  get onDidDispose(): vscode.Event<void> {
    return this.#panel.onDidDispose;
  }

  reveal(control: string | undefined): void {
    this.#panel.reveal(undefined, true);
    this.#toReveal = control;
    this.#postReveal();
  }

  #send(): void {
    const { files, translate } = this.app;
    const assessment = this.#assessment;
    if (!assessment) {
      // Its folder is closed, or nothing defines it any more.
      this.dispose();
      return;
    }
    if (!this.#isReady) return;
    this.#revision++;
    this.#references = new Map(assessment.summary.controls.map(({ id, references }) => [id, references]));
    const summary = createSummaryContent(assessment, files, translate);
    this.#post({ type: 'summary', summary, revision: this.#revision });
    this.#postReveal();
  }

  #postReveal(): void {
    if (this.#isReady && this.#toReveal !== undefined) this.#post({ type: 'reveal', control: this.#toReveal });
    if (this.#isReady) this.#toReveal = undefined;
  }

  /** A folder's assessment stays the same one when it gets, or loses, its project file. */
  get #assessment(): Assessment | undefined {
    const { index } = this.app;
    return index.get(this.id) ?? index.assessments.find(({ source }) => source.folder === this.folder);
  }

  #post(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }

  #receive(message: ToHost | undefined): void {
    switch (message?.type) {
      case 'ready':
        this.#isReady = true;
        this.#send();
        break;
      case 'export':
        void vscode.commands.executeCommand(COMMANDS.exportSummary, { assessment: this.#assessment?.id });
        break;
      case 'loadMatrix':
        void vscode.commands.executeCommand(COMMANDS.loadMatrix);
        break;
      case 'openReference':
        // A click on what an update has since replaced could mean another place.
        if (message.revision !== this.#revision) break;
        void this.app.attempt(() => this.#open(this.#references.get(message.control)?.[message.reference]));
        break;
      case undefined:
        break;
    }
  }

  async #open(reference: LocatedReference | undefined): Promise<void> {
    if (!reference) return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(reference.file));
    const assessment = this.#assessment;
    const lines = assessment?.linesOf(reference.file);
    await vscode.window.showTextDocument(document, {
      // Beside the summary, not over it.
      viewColumn: this.#panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One,
      ...(lines && { selection: rangeOf(reference, lines) }),
    });
  }
}
