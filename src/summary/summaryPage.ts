import * as vscode from 'vscode';
import type { App } from '../app';
import { COMMANDS } from '../commandIds';
import type { Summary } from '../core/assessment/summary';
import { debounce } from '../editor/debounce';
import type { Assessment } from '../workspace/assessment';
import { createHtml } from './html';
import { shownUri } from '../editor/shownUri';
import { openTarget } from './openTarget';
import { type ActMessage, type OpenMessage, parseToHost, type ToHost, type ToPage } from './protocol';
import { createSummaryContent } from './summaryContent';
import { findTarget } from './target';

/** A click is never older than a few updates. */
const REVISIONS_KEPT = 5;

/** The host's side of one summary page. The index owns all state; the page shows what it was sent last. */
export class SummaryPage implements vscode.Disposable {
  /** The summaries that the page was sent last, by their revision. */
  readonly #sent = new Map<number, Summary>();
  #revision = 0;
  #isReady = false;
  #toReveal: string | undefined;

  /** @param panel a new one, or one that VS Code restores */
  constructor(
    private readonly app: App,
    private readonly panel: vscode.WebviewPanel,
    private readonly id: string,
    private readonly folder: string,
  ) {
    const { extensionUri, index } = app;
    const resources = [vscode.Uri.joinPath(extensionUri, 'dist'), vscode.Uri.joinPath(extensionUri, 'media')];
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
    panel.webview.options = { enableScripts: true, localResourceRoots: resources };
    const update = debounce(() => this.#send());
    const disposables = vscode.Disposable.from(
      update,
      index.onDidChange(update.call),
      panel.webview.onDidReceiveMessage((message: unknown) => {
        this.#receive(parseToHost(message));
      }),
      // A hidden page keeps its state only, and says `ready` when it is shown again.
      panel.onDidChangeViewState(({ webviewPanel }) => {
        this.#isReady &&= webviewPanel.visible;
      }),
    );
    panel.onDidDispose(() => {
      disposables.dispose();
    });
    panel.webview.html = createHtml(panel.webview, extensionUri, {
      title: vscode.l10n.t('Inheritance Summary'),
      root: 'summary',
      script: 'summary.js',
      styles: ['summary.css'],
    });
  }

  dispose(): void {
    this.panel.dispose();
  }

  reveal(control: string | undefined): void {
    this.panel.reveal(undefined, true);
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
    this.#sent.set(this.#revision, assessment.summary);
    this.#sent.delete(this.#revision - REVISIONS_KEPT);
    this.#post({
      type: 'summary',
      assessment: assessment.id,
      summary: createSummaryContent(assessment, files, translate),
      revision: this.#revision,
    });
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
    void this.panel.webview.postMessage(message);
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
      case 'open':
        void this.app.attempt(() => this.#open(message));
        break;
      case 'act':
        this.#act(message);
        break;
      case undefined:
        break;
    }
  }

  /** The command says so where the control is no longer in scope. */
  #act({ action, control, requirement }: ActMessage): void {
    const assessment = this.#assessment?.id;
    const answers = { assessment, control, ...(requirement !== '' && { requirement }) };
    void this.app.attempt(() => vscode.commands.executeCommand(COMMANDS[action], answers));
  }

  async #open({ control: id, kind, index, revision }: OpenMessage): Promise<void> {
    // A click can cross an update; it means a place in the summary that was clicked on.
    const control = this.#sent.get(revision)?.controlById.get(id);
    const target = control && findTarget(control, kind, index, this.folder, this.app.files);
    if (!target) return;
    const lines = 'file' in target ? this.#assessment?.linesOf(target.file) : undefined;
    // Beside the summary, not over it.
    const { Beside, One } = vscode.ViewColumn;
    const uri = 'file' in target && this.#assessment ? shownUri(target.file, this.#assessment) : undefined;
    await openTarget(target, uri, lines, this.panel.viewColumn === One ? Beside : One);
  }
}
