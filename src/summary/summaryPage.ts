import * as vscode from 'vscode';
import type { App } from '../app';
import { COMMANDS } from '../commandIds';
import { shownUri } from '../editor/shownUri';
import type { Assessment } from '../workspace/assessment';
import { detailsInParts } from './detailsInParts';
import { createHtml } from './html';
import { failedNotice, goneNotice, loadingNotice, noAssessmentNotice } from './notices';
import { openTarget } from './openTarget';
import type { Notice, ToPage } from './protocol';
import { receive, type Received, type SentSummary, subjectsOf } from './receive';
import type { SavedFilters } from './savedFilters';
import { createSummaryContent } from './summaryContent';
import { ShownAssessment } from './shownAssessment';
import { createRefusalLog } from './refusalLog';
import type { Target } from './target';
import { throttle } from './throttle';

/** A click is never older than a few updates. */
const REVISIONS_KEPT = 5;

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
  readonly #shown: ShownAssessment;
  /** The summaries that the page was sent last. */
  #sent: readonly (SentSummary & Made)[] = [];
  #notice: Notice | undefined;
  #revision = 0;
  #isReady = false;
  #isLoaded = false;
  #isDisposed = false;
  #toReveal: string | undefined;
  /** Tells the last request for details from those before. */
  #request = 0;
  readonly #updateSoon: () => void;
  readonly #logRefusal: (why: string) => void;
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
    this.#shown = new ShownAssessment(index, id);
    const update = throttle(() => this.#update());
    this.#updateSoon = update.call;
    this.#logRefusal = createRefusalLog(app.log);
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
      if (this.#isDisposed) return;
      this.#isLoaded = true;
      if (isFree && !this.#shown.find()) this.#shown.choose('');
      this.#update();
    });
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#isReady = false;
    this.#disposables.dispose();
  }

  /** The id of the assessment that it is about; empty until that is known. */
  get assessment(): string {
    return this.#shown.id;
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
    const assessment = this.#shown.find();
    this.surface.setName(assessments.length > 1 ? assessment?.summary.name : undefined);
    if (!this.#isReady) return;
    if (assessment) this.#postSummary(assessment);
    else if (this.#shown.id === '') this.#postNotice(noAssessmentNotice());
    else this.#postNotice(goneNotice(this.#shown.firstChoice?.summary.name));
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

  /** What a person reads already, or hears, is not said again. */
  #postNotice(notice: Notice): void {
    const isSaid = JSON.stringify(notice) === JSON.stringify(this.#notice);
    this.#notice = notice;
    if (this.#isReady && !isSaid) this.#post({ type: 'notice', notice });
  }

  #postReveal(): void {
    if (!this.#isReady || this.#notice || this.#sent.length === 0) return;
    if (this.#toReveal !== undefined) this.#post({ type: 'reveal', row: this.#toReveal });
    this.#toReveal = undefined;
  }

  #post(message: ToPage): void {
    void this.surface.webview.postMessage(message);
  }

  #receive(value: unknown): void {
    const sent = {
      isReady: this.#isReady,
      summaries: this.#sent,
      notice: this.#notice,
      savedFilters: this.savedFilters.of(this.assessment),
    };
    const received = receive(value, sent, this.app.files);
    if (received.task === 'refused') this.#logRefusal(received.why);
    else void this.app.attempt(() => this.#do(received));
  }

  async #do(received: Exclude<Received, { readonly task: 'refused' }>): Promise<void> {
    switch (received.task) {
      case 'start': {
        const isAnother = this.#isReady;
        this.#isReady = true;
        // The page is a new one, and knows nothing of what the last one was sent.
        this.#sent = [];
        this.#notice = undefined;
        if (isAnother) this.#updateSoon();
        else this.#update();
        break;
      }
      case 'retry':
        if (!this.#shown.find()) this.#shown.choose('');
        this.#update();
        break;
      case 'choose':
        this.#shown.choose(received.assessment);
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
      case 'saveFilter':
        await this.savedFilters.save(received.assessment, received.filter);
        break;
      case 'deleteFilter':
        await this.savedFilters.delete(received.assessment, received.name);
        break;
      case 'nothing':
        break;
    }
  }

  async #postDetails(ids: readonly string[]): Promise<void> {
    const request = ++this.#request;
    const revision = this.#revision;
    // Each asks for all that is open: of many at once the last is answered.
    await new Promise((resolve) => setTimeout(resolve));
    const isOld = (): boolean => !this.#isReady || request !== this.#request || revision !== this.#revision;
    if (isOld()) return;
    const assessment = this.#shown.find();
    // The next summary is due: the page will ask again, for that one.
    if (!assessment || assessment.summary !== this.#sent.at(-1)?.summary) {
      this.#update();
      return;
    }
    for await (const rows of detailsInParts(ids, assessment, this.app)) {
      if (isOld()) return;
      this.#post({ type: 'details', revision, rows });
    }
  }

  async #open(target: Target): Promise<void> {
    const assessment = this.#shown.find();
    const lines = 'file' in target ? assessment?.linesOf(target.file) : undefined;
    const shown = 'file' in target && assessment ? shownUri(target.file, assessment) : undefined;
    await openTarget(target, shown, lines, this.surface.columnOfFiles());
  }
}

function isSame(one: Made['madeOf'] | undefined, other: Made['madeOf']): boolean {
  return one?.summary === other.summary && one.problems === other.problems && one.beside === other.beside;
}
