import * as vscode from 'vscode';
import type { App } from '../app';
import { COMMANDS } from '../commandIds';
import { shownUri } from '../editor/shownUri';
import type { Assessment } from '../workspace/assessment';
import type { RowDetails } from './details';
import { createHtml } from './html';
import { failedNotice, goneNotice, loadingNotice, noAssessmentNotice } from './notices';
import { openTarget } from './openTarget';
import type { Notice, ToPage } from './protocol';
import { receive, type Received, type SentSummary, subjectsOf } from './receive';
import { createRowDetails } from './rowDetails';
import type { SavedFilters } from './savedFilters';
import { createSummaryContent } from './summaryContent';
import type { Target } from './target';
import { throttle } from './throttle';

/** A click is never older than a few updates. */
const REVISIONS_KEPT = 5;

/** How long details are made, in milliseconds, before the editor has its turn again: thousands of rows can be open. */
const DETAILS_MS = 25;

/** Where a page is shown: an editor's panel, or a view. */
export interface PageSurface {
  readonly webview: vscode.Webview;
  readonly isVisible: () => boolean;
  readonly onDidChangeVisibility: vscode.Event<unknown>;
  /** Where a page's clicks open files: beside it, not over it. */
  readonly columnOfFiles: () => vscode.ViewColumn;
  /** Tells which assessment it shows; undefined where there is only one, or none. */
  readonly setName: (name: string | undefined) => void;
}

/** What a summary was made of: equal for two that show the same. */
interface Made {
  readonly madeOf: Pick<Assessment, 'summary'> & { readonly problems: unknown; readonly beside: string };
}

/** The host's side of one summary page. The index owns all state; the page shows what it was sent last. */
export class SummaryPage implements vscode.Disposable {
  /** The assessment that it is about, once that is known. */
  #about: { readonly id: string; readonly folder?: string } | undefined;
  /** The summaries that the page was sent last. */
  #sent: readonly (SentSummary & Made)[] = [];
  #notice: Notice | undefined;
  #revision = 0;
  #isReady = false;
  #isLoaded = false;
  #toReveal: string | undefined;
  readonly #disposables: vscode.Disposable;

  /**
   * @param id of the assessment; empty for the active document's, or else the first
   * @param isFree whether another may take its place where it is gone from the start
   */
  constructor(
    private readonly app: App,
    private readonly surface: PageSurface,
    private readonly savedFilters: SavedFilters,
    id: string,
    isFree: boolean,
  ) {
    const { extensionUri, index } = app;
    const { webview } = surface;
    if (id !== '') this.#about = { id };
    const update = throttle(() => this.#update());
    this.#disposables = vscode.Disposable.from(
      update,
      index.onDidChange(update.call),
      savedFilters.onDidChange(update.call),
      webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      // A hidden page keeps its state only, and says `ready` when it is shown again.
      surface.onDidChangeVisibility(() => {
        this.#isReady &&= surface.isVisible();
      }),
    );
    webview.options = {
      enableScripts: true,
      localResourceRoots: ['dist', 'media'].map((folder) => vscode.Uri.joinPath(extensionUri, folder)),
    };
    webview.html = createHtml(webview, extensionUri, {
      title: vscode.l10n.t('Inheritance Summary'),
      root: 'summary',
      script: 'summary.js',
      styles: ['summary.css', 'summaryGrid.css'],
    });
    void index.whenLoaded.then(() => {
      this.#isLoaded = true;
      if (isFree && !this.#assessment) this.#about = undefined;
      this.#update();
    });
  }

  dispose(): void {
    this.#isReady = false;
    this.#disposables.dispose();
  }

  /** The id of the assessment that it is about; empty until that is known. */
  get assessment(): string {
    return this.#about?.id ?? '';
  }

  /** Brings a control or requirement into view, as soon as the page is there. */
  reveal(row: string | undefined): void {
    this.#toReveal = row;
    this.#postReveal();
  }

  /** Shows things as they are now. */
  #update(): void {
    if (!this.#isLoaded) {
      this.#postNotice(loadingNotice());
      return;
    }
    try {
      this.#show();
    } catch (error) {
      this.app.log.error(error instanceof Error ? error : String(error));
      this.#postNotice(failedNotice(error));
    }
  }

  #show(): void {
    const { assessments } = this.app.index;
    if (!this.#about) this.#take(this.#firstChoice);
    const assessment = this.#assessment;
    if (assessment) this.#take(assessment);
    this.surface.setName(assessments.length > 1 ? assessment?.summary.name : undefined);
    if (!this.#isReady) return;
    if (assessment) this.#postSummary(assessment);
    else this.#postNotice(this.#about ? goneNotice(this.#firstChoice?.summary.name) : noAssessmentNotice());
  }

  #postSummary(assessment: Assessment): void {
    const { index, files, translate } = this.app;
    const { id, source, summary, allProblems: problems } = assessment;
    const savedFilters = this.savedFilters.of(id);
    const assessments = index.assessments.map((each) => ({ id: each.id, name: each.summary.name }));
    const madeOf = { summary, problems, beside: JSON.stringify([savedFilters, assessments]) };
    // Most that changes in another assessment changes nothing here.
    if (!this.#notice && isSame(this.#sent.at(-1)?.madeOf, madeOf)) return;
    const content = createSummaryContent(assessment, files, translate);
    this.#revision++;
    const sent: SentSummary & Made = {
      assessment: id,
      folder: source.folder,
      revision: this.#revision,
      summary,
      rows: subjectsOf(content),
      savedFilters,
      assessments: assessments.map((choice) => choice.id),
      madeOf,
    };
    // A click can mean no other assessment than the one that is shown.
    const others = this.#sent.filter((other) => other.assessment === id);
    this.#sent = [...others, sent].slice(-REVISIONS_KEPT);
    this.#notice = undefined;
    this.#post({
      type: 'summary',
      assessment: id,
      assessments,
      summary: content,
      savedFilters,
      revision: this.#revision,
    });
    this.#postReveal();
  }

  #postNotice(notice: Notice): void {
    this.#notice = notice;
    if (this.#isReady) this.#post({ type: 'notice', notice });
  }

  #postReveal(): void {
    if (!this.#isReady || this.#notice || this.#sent.length === 0) return;
    if (this.#toReveal !== undefined) this.#post({ type: 'reveal', row: this.#toReveal });
    this.#toReveal = undefined;
  }

  /** A folder's assessment stays the same one when it gets, or loses, its project file. */
  get #assessment(): Assessment | undefined {
    const { index } = this.app;
    const { id = '', folder } = this.#about ?? {};
    return index.get(id) ?? index.assessments.find(({ source }) => source.folder === folder);
  }

  get #firstChoice(): Assessment | undefined {
    const { index } = this.app;
    const active = vscode.window.activeTextEditor?.document.uri;
    return (active && index.assessmentOf(active)) ?? index.assessments[0];
  }

  #take(assessment: Assessment | undefined): void {
    this.#about = assessment && { id: assessment.id, folder: assessment.source.folder };
  }

  #post(message: ToPage): void {
    void this.surface.webview.postMessage(message);
  }

  #receive(value: unknown): void {
    const sent = { isReady: this.#isReady, summaries: this.#sent, notice: this.#notice };
    const received = receive(value, sent, this.app.files);
    if (received.task === 'refused') this.app.log.warn(`A message of the summary’s page was refused: ${received.why}.`);
    else void this.app.attempt(() => this.#do(received));
  }

  async #do(received: Exclude<Received, { readonly task: 'refused' }>): Promise<void> {
    switch (received.task) {
      case 'start':
        this.#isReady = true;
        // The page is a new one, and knows nothing of what the last one was sent.
        this.#sent = [];
        this.#update();
        break;
      case 'retry':
        if (!this.#assessment) this.#take(this.#firstChoice);
        this.#update();
        break;
      case 'choose':
        this.#about = { id: received.assessment };
        this.#update();
        break;
      case 'run':
        await vscode.commands.executeCommand(COMMANDS[received.command], received.answers);
        break;
      case 'details':
        await this.#postDetails(received.rows);
        break;
      case 'open':
        await this.#open(received.target);
        break;
      case 'keepFilters':
        await this.savedFilters.keep(this.assessment, received.filters);
        break;
      case 'nothing':
        break;
    }
  }

  /** In parts: what is made for a summary that is no longer shown is for nobody. */
  async #postDetails(ids: readonly string[]): Promise<void> {
    const { files, translate } = this.app;
    const revision = this.#revision;
    const left = [...ids];
    do {
      const assessment = this.#assessment;
      if (!this.#isReady || !assessment || revision !== this.#revision) return;
      // The next summary is due: the page will ask again, for that one.
      if (assessment.summary !== this.#sent.at(-1)?.summary) {
        this.#update();
        return;
      }
      const { facts } = assessment;
      const rows: RowDetails[] = [];
      for (const limit = performance.now() + DETAILS_MS; left.length > 0 && performance.now() < limit;) {
        const details = createRowDetails(left.shift() ?? '', assessment, files, translate, facts);
        if (details) rows.push(details);
      }
      this.#post({ type: 'details', revision, rows });
      await new Promise((resolve) => setTimeout(resolve));
    } while (left.length > 0);
  }

  async #open(target: Target): Promise<void> {
    const assessment = this.#assessment;
    const lines = 'file' in target ? assessment?.linesOf(target.file) : undefined;
    const shown = 'file' in target && assessment ? shownUri(target.file, assessment) : undefined;
    await openTarget(target, shown, lines, this.surface.columnOfFiles());
  }
}

function isSame(one: Made['madeOf'] | undefined, other: Made['madeOf']): boolean {
  return one?.summary === other.summary && one.problems === other.problems && one.beside === other.beside;
}
