import * as vscode from 'vscode';
import type { App } from '../editor/app';
import { COMMANDS } from '../editor/commandIds';
import { debounce } from '../editor/debounce';
import { pickAssessment } from '../editor/pickAssessment';
import { rangeOf } from '../editor/ranges';
import type { LocatedReference } from '../core/assessment/summary';
import { createPage } from './page';
import { parseToHost, type ToHost, type ToPage } from './protocol';
import { createSummaryPage } from './summaryPage';

/** What a lens or a test asks to see. */
export interface OpenSummaryAnswers {
  /** An assessment's id. */
  readonly assessment?: string;
  /** A control to bring into view. */
  readonly control?: string;
}

/** The open summaries, one for each assessment. */
export class SummaryPanels implements vscode.Disposable {
  readonly #panels = new Map<string, SummaryPanel>();

  constructor(private readonly app: App) {}

  /** Opens the summary of an assessment beside the editor, or brings its panel to the front. */
  async open(answers: OpenSummaryAnswers = {}): Promise<void> {
    const assessment = await pickAssessment(this.app, answers.assessment);
    if (!assessment) return;
    const { id } = assessment;
    let panel = this.#panels.get(id);
    if (!panel) {
      panel = new SummaryPanel(this.app, id);
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
  #isReady = false;
  #toReveal: string | undefined;

  constructor(
    private readonly app: App,
    private readonly id: string,
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
    this.#panel.webview.html = createPage(this.#panel.webview, extensionUri);
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
    this.#send();
  }

  #send(): void {
    const { index, files, translate } = this.app;
    const assessment = index.assessments.find(({ id }) => id === this.id);
    if (!this.#isReady || !assessment) return;
    this.#references = new Map(assessment.summary.controls.map(({ id, references }) => [id, references]));
    this.#post({ type: 'summary', summary: createSummaryPage(assessment, files, translate) });
    if (this.#toReveal !== undefined) this.#post({ type: 'reveal', control: this.#toReveal });
    this.#toReveal = undefined;
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
        void vscode.commands.executeCommand(COMMANDS.exportSummary, { assessment: this.id });
        break;
      case 'loadMatrix':
        void vscode.commands.executeCommand(COMMANDS.loadMatrix);
        break;
      case 'openReference':
        void this.#open(this.#references.get(message.control)?.[message.reference]);
        break;
      case undefined:
        break;
    }
  }

  async #open(reference: LocatedReference | undefined): Promise<void> {
    if (!reference) return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(reference.file));
    const assessment = this.app.index.assessmentOf(document);
    const lines = assessment?.linesOf(reference.file);
    await vscode.window.showTextDocument(document, {
      // Beside the summary, not over it.
      viewColumn: this.#panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One,
      ...(lines && { selection: rangeOf(reference, lines) }),
    });
  }
}
