import * as vscode from 'vscode';
import type { App } from '../app';
import { COMMANDS } from '../commandIds';
import { message } from '../core/message';
import { changeProblems } from '../core/report/comparison/changeProblems';
import { comparisonDocument, type FileLine } from '../core/report/comparison/comparisonDocument';
import type { ComparisonReport } from '../core/report/comparison/comparisonReport';
import { debounce } from '../editor/debounce';
import { showProblems } from '../editor/diagnostics';
import { createHtml } from '../summary/html';
import { shownUri } from '../editor/shownUri';
import { openTarget } from '../summary/openTarget';
import type { Assessment } from '../workspace/assessment';
import { type ComparedPair, createComparison } from '../workspace/comparison';
import { pageBlocks } from './pageBlocks';
import { type OpenMessage, parseToHost, type ToHost, type ToPage } from './protocol';

/** What VS Code knows the page by. */
const VIEW_TYPE = 'inheritanceScope.comparison';

/** A click is never older than a few updates. */
const REVISIONS_KEPT = 5;

/**
 * The comparison of two matrices, as a document that cannot be written in. As long as it is open, the places that it
 * names are problems too, and both follow what is typed in the documents. The matrices stay as they were read for it.
 */
export class ComparisonPage implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #problems = vscode.languages.createDiagnosticCollection('inheritance-scope-comparison');
  /** The places that the page was sent last, by revision. */
  readonly #sent = new Map<number, readonly FileLine[]>();
  #revision = 0;
  #isReady = false;
  #compared: { readonly id: string; readonly folder: string; readonly pair: ComparedPair } | undefined;

  constructor(private readonly app: App) {
    const { extensionUri, index } = app;
    const title = vscode.l10n.t('Matrix Comparison');
    this.#panel = vscode.window.createWebviewPanel(VIEW_TYPE, title, vscode.ViewColumn.Beside, {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist'), vscode.Uri.joinPath(extensionUri, 'media')],
    });
    const { webview } = this.#panel;
    this.#panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
    const update = debounce(() => this.#update());
    const disposables = vscode.Disposable.from(
      this.#problems,
      update,
      index.onDidChange(update.call),
      webview.onDidReceiveMessage((received: unknown) => {
        this.#receive(parseToHost(received));
      }),
      // A hidden page says `ready` when it is shown again.
      this.#panel.onDidChangeViewState(({ webviewPanel }) => {
        this.#isReady &&= webviewPanel.visible;
      }),
    );
    this.#panel.onDidDispose(() => {
      disposables.dispose();
    });
    webview.html = createHtml(webview, extensionUri, {
      title,
      root: 'page',
      script: 'comparison.js',
      styles: ['summary.css', 'comparison.css'],
    });
  }

  dispose(): void {
    this.#panel.dispose();
  }

  onDidDispose(listener: () => void): void {
    this.#panel.onDidDispose(listener);
  }

  /** Shows another comparison, and brings the page to the front. */
  show({ id, source }: Assessment, pair: ComparedPair): void {
    this.#compared = { id, folder: source.folder, pair };
    this.#panel.reveal();
    this.#update();
  }

  /** The assessment that the comparison is for, as it is now. A folder's stays the same one when it gets a project file. */
  get assessment(): Assessment | undefined {
    const { index } = this.app;
    const { id = '', folder } = this.#compared ?? {};
    return index.get(id) ?? index.assessments.find(({ source }) => source.folder === folder);
  }

  /** Whether a file is one of the two matrices. */
  isCompared(location: string): boolean {
    const { older, newer } = this.#compared?.pair ?? {};
    return [older, newer].some((side) => side?.matrix.file === location);
  }

  /** The comparison with the documents and registers as they are now. */
  createReport(
    assessment: Assessment,
    how: Pick<ComparisonReport, 'isLive'> & Partial<Pick<ComparisonReport, 'linkOf'>>,
  ): ComparisonReport {
    const { app } = this;
    if (!this.#compared) throw new Error('Nothing is compared yet.');
    const { files, catalog, translate, version: toolVersion } = app;
    const context = { today: app.today(), toolVersion, translate, ...how };
    return createComparison(this.#compared.pair, assessment, files, catalog, context);
  }

  #update(): void {
    const { assessment } = this;
    if (!assessment) {
      // Its folder is closed, or nothing defines it any more.
      this.dispose();
      return;
    }
    const report = this.createReport(assessment, { isLive: true });
    const { translate } = this.app;
    showProblems(
      this.#problems,
      assessment.asSet(changeProblems(report)).map((problem) => ({ problem, assessment })),
      translate,
    );
    if (!this.#isReady) return;
    const { blocks, places } = pageBlocks(comparisonDocument(report));
    this.#revision++;
    this.#sent.set(this.#revision, places);
    this.#sent.delete(this.#revision - REVISIONS_KEPT);
    const toPage: ToPage = {
      type: 'comparison',
      save: translate(message('action-save-comparison')),
      swap: translate(message('action-swap')),
      blocks,
      revision: this.#revision,
    };
    void this.#panel.webview.postMessage(toPage);
  }

  #receive(received: ToHost | undefined): void {
    switch (received?.type) {
      case 'ready':
        this.#isReady = true;
        this.#update();
        break;
      case 'save':
        void vscode.commands.executeCommand(COMMANDS.saveComparison);
        break;
      case 'swap':
        this.#swap();
        break;
      case 'open':
        void this.app.attempt(() => this.#open(received));
        break;
      case undefined:
        break;
    }
  }

  #swap(): void {
    if (!this.#compared) return;
    const { older, newer } = this.#compared.pair;
    this.#compared = { ...this.#compared, pair: { older: newer, newer: older } };
    this.#update();
  }

  async #open({ place, revision }: OpenMessage): Promise<void> {
    // A click can cross an update; it means a place in what was clicked on.
    const found = this.#sent.get(revision)?.[place - 1];
    if (!found) return;
    const { Beside, One } = vscode.ViewColumn;
    const column = this.#panel.viewColumn === One ? Beside : One;
    const { older, newer } = this.#compared?.pair ?? {};
    const matrices = [older, newer].flatMap((side) => side?.matrix ?? []);
    const target = { file: found.file, at: { line: found.line } };
    await openTarget(target, shownUri(found.file, { matrices }), undefined, column);
  }
}
