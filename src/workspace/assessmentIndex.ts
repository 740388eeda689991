import * as vscode from 'vscode';
import { PROJECT_FILE } from '../core/assessment/projectFile';
import type { CalendarDate } from '../core/calendarDate';
import type { Catalog } from '../core/csf/catalog';
import { Assessment } from './assessment';
import type { Role } from './content';
import { DEFAULT_DOCUMENTS } from './defaults';
import type { AssessmentSource } from './definition';
import type { Files } from './files';
import { findFiles } from './findFiles';
import type { LoadPart } from './parts';
import { affectsReading, readDefaults } from './settings';
import { whenWritten } from './whenWritten';

/** Saving writes more than one file, and watchers tell of each twice: they are answered together. */
const SETTLE_MS = 100;

const PASSED_OVER = /\/(?:\.git|node_modules)\//;

/** Runs work that can be long, shows how far it is, and aborts it where a person wants that. */
export type RunWithProgress = (
  work: (report: (done: number, total: number) => void, signal: AbortSignal) => Promise<void>,
) => Promise<void>;

/**
 * The assessments of the workspace, each kept as its files and editors are now. Features ask it and never read a file.
 * A reload replaces the assessments once all are read, so that nothing flickers meanwhile.
 */
export class AssessmentIndex implements vscode.Disposable {
  #assessments: ReadonlyMap<string, Assessment> = new Map();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: { readonly dispose: () => unknown }[] = [this.#changed];
  /** Watch the files of assessments that lie outside the workspace. */
  #outside: readonly vscode.Disposable[] = [];
  /** Files and folders that changed, came or went. */
  readonly #touched = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Matrices that somebody writes to, until they are whole. */
  readonly #beingWritten = new Map<string, Promise<void>>();
  #isDisposed = false;
  /** The day that was last told. */
  #day: CalendarDate;
  #work: Promise<void> = Promise.resolve();
  #loaded: Promise<void> = Promise.resolve();
  /** A reload that has not begun yet. */
  #reload: Promise<void> | undefined;

  /** Fires after anything changed that a feature could show. */
  readonly onDidChange = this.#changed.event;

  /** Resolves once the workspace was read, and read again where that was called for. */
  get whenLoaded(): Promise<void> {
    return this.#loaded;
  }

  constructor(
    private readonly files: Files,
    private readonly catalog: Catalog,
    private readonly loadPart: LoadPart,
    private readonly runWithProgress: RunWithProgress,
    private readonly onError: (error: unknown) => void,
    private readonly today: () => CalendarDate,
  ) {
    const { workspace } = vscode;
    const touch = (uri: vscode.Uri): void => {
      this.#touch(uri);
    };
    this.#disposables.push(
      watch(workspace.createFileSystemWatcher('**/*'), touch),
      workspace.onDidOpenTextDocument((document) => {
        if (document.isDirty) this.#takeText(document);
      }),
      workspace.onDidChangeTextDocument(({ document }) => this.#takeText(document)),
      // What was typed and not saved is gone with its editor.
      workspace.onDidCloseTextDocument(({ uri }) => touch(uri)),
      // Clocks run: who comes back the next morning sees what is open on that day.
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (!focused || this.#day === this.today()) return;
        this.#day = this.today();
        this.#changed.fire();
      }),
      workspace.onDidChangeWorkspaceFolders(() => void this.reload()),
      // What lies outside was not read until now.
      workspace.onDidGrantWorkspaceTrust(() => void this.reload()),
      workspace.onDidChangeConfiguration((event) => {
        if (affectsReading(event)) void this.reload();
      }),
    );
    this.#day = today();
    this.#loaded = this.reload();
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    vscode.Disposable.from(...this.#disposables, ...this.#outside).dispose();
  }

  /** In the order of the workspace's folders. */
  get assessments(): readonly Assessment[] {
    return [...this.#assessments.values()];
  }

  /** The assessment with this id. */
  get(id: string): Assessment | undefined {
    return this.#assessments.get(id);
  }

  /** The assessment that a file is a scoping document of. */
  assessmentOf(uri: vscode.Uri): Assessment | undefined {
    const location = uri.toString();
    return this.assessments.find((assessment) => assessment.document(location));
  }

  /** The assessments that a file is a scoping document, a register or the matrix of: several can share a matrix. */
  assessmentsWith(location: string): readonly Assessment[] {
    const role = (assessment: Assessment): Role | undefined => assessment.roleOf(location);
    return this.assessments.filter((assessment) => (role(assessment) ?? 'project') !== 'project');
  }

  /** The assessments that a file plays any part in, their project files included. */
  assessmentsOf(location: string): readonly Assessment[] {
    return this.assessments.filter((assessment) => assessment.roleOf(location) !== undefined);
  }

  /**
   * Finds the workspace's assessments and reads them all. Resolves when that is done; a failure of the program, which is
   * no fault of any file, goes to `onError`.
   */
  reload(): Promise<void> {
    this.#reload ??= this.#enqueue(async () => {
      await Promise.all(this.#beingWritten.values());
      // Whoever asks from here on may know of something newer.
      this.#reload = undefined;
      await this.runWithProgress(async (report, signal) => {
        const loaded = new Map<string, Assessment>();
        for (const source of await this.#findSources()) {
          const assessment = new Assessment(source, this.files, this.catalog, this.loadPart, this.today);
          loaded.set(assessment.id, assessment);
          // One that the program fails on shall not take the others with it.
          await assessment.load(report, signal).catch((error: unknown) => {
            signal.throwIfAborted();
            this.onError(error);
          });
        }
        this.#replace(loaded);
      });
      return true;
    });
    this.#loaded = this.#reload;
    return this.#reload;
  }

  /** In one step, so that no key that is pressed meanwhile goes to an assessment that is on its way out. */
  #replace(loaded: ReadonlyMap<string, Assessment>): void {
    this.#assessments = loaded;
    for (const document of vscode.workspace.textDocuments) if (document.isDirty) this.#takeText(document);
    vscode.Disposable.from(...this.#outside).dispose();
    // Watching is looking, too.
    const watched = vscode.workspace.isTrusted ? this.assessments : [];
    this.#outside = watched
      .flatMap(({ files }) => files.map((location) => vscode.Uri.parse(location)))
      .filter((uri) => !vscode.workspace.getWorkspaceFolder(uri))
      .map((uri) => {
        const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
        const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), name);
        return watch(vscode.workspace.createFileSystemWatcher(pattern), (changed) => {
          this.#touch(changed);
        });
      });
  }

  async #findSources(): Promise<readonly AssessmentSource[]> {
    const sources: AssessmentSource[] = [];
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      const folder = uri.toString();
      const defaults = readDefaults(uri);
      const found = await findFiles(this.files, { folder, globs: [`**/${PROJECT_FILE}`] });
      found.failures.forEach(this.onError);
      const folders = found.locations.map((projectFile) => this.files.resolve(projectFile, '..'));
      for (const [index, projectFile] of found.locations.entries()) {
        const own = folders[index] ?? folder;
        // A document belongs to the nearest project file above it. Settings speak where there is none.
        const innerFolders = folders.filter((other) => this.files.relative(own, other) !== undefined);
        const { type, problems } = defaults;
        const fallback = { documents: DEFAULT_DOCUMENTS, ...(type && { type }), ...(problems && { problems }) };
        sources.push({ folder: own, projectFile, defaults: fallback, innerFolders });
      }
      if (folders.length === 0 && defaults.matrix !== undefined) sources.push({ folder, defaults });
    }
    return sources;
  }

  #takeText(document: vscode.TextDocument): void {
    const location = document.uri.toString();
    const taken = this.assessments.filter((assessment) => assessment.setText(location, document.getText()));
    if (taken.length > 0) this.#changed.fire();
    for (const assessment of taken) {
      void assessment.settle().then((changed) => {
        if (changed) this.#changed.fire();
      }, this.onError);
    }
  }

  #touch(uri: vscode.Uri): void {
    if (PASSED_OVER.test(uri.path)) return;
    const location = uri.toString();
    const isMatrix = this.assessments.some((assessment) => assessment.roleOf(location) === 'matrix');
    if (!isMatrix) this.#updateSoon(location);
    else if (!this.#beingWritten.has(location)) this.#beingWritten.set(location, this.#updateWhenWritten(location));
  }

  /** A matrix takes time to write, and half of one would say that the rest is gone: the old one counts meanwhile. */
  async #updateWhenWritten(location: string): Promise<void> {
    await whenWritten(location, this.files, wait).catch(this.onError);
    this.#beingWritten.delete(location);
    this.#updateSoon(location);
  }

  #updateSoon(location: string): void {
    if (this.#isDisposed) return;
    this.#touched.add(location);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#enqueue(() => this.#updateTouched());
    }, SETTLE_MS);
  }

  async #updateTouched(): Promise<boolean> {
    const touched = [...this.#touched];
    this.#touched.clear();
    const projectFiles = this.assessments.flatMap(({ source }) => source.projectFile ?? []);
    const isProject = (location: string): boolean =>
      location.endsWith(`/${PROJECT_FILE}`) ||
      projectFiles.some((projectFile) => this.files.relative(location, projectFile) !== undefined);
    if (touched.some(isProject) || (await this.#bringProject(touched))) {
      void this.reload();
      return false;
    }
    let concerns = false;
    for (const assessment of this.assessments) {
      for (const location of touched) concerns = (await assessment.update(location)) || concerns;
    }
    // Of a document that stands in an editor and is not saved, its text there counts, and not what is on disk.
    for (const document of vscode.workspace.textDocuments) {
      if (document.isDirty && concerns) this.#takeText(document);
    }
    return concerns;
  }

  /** Whether a folder came with a project file in it: watchers tell of the folder alone. */
  async #bringProject(touched: readonly string[]): Promise<boolean> {
    for (const folder of touched) {
      if ((await this.files.kindOf(folder)) !== 'folder') continue;
      const { locations } = await findFiles(this.files, { folder, globs: [`**/${PROJECT_FILE}`] });
      if (locations.length > 0) return true;
    }
    return false;
  }

  /** One thing after the other: what is read later is newer. Features hear of work that changed something. */
  #enqueue(work: () => Promise<boolean>): Promise<void> {
    this.#work = this.#work.then(work).then((changed) => {
      if (changed) this.#changed.fire();
    }, this.onError);
    return this.#work;
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function watch(watcher: vscode.FileSystemWatcher, touch: (uri: vscode.Uri) => void): vscode.Disposable {
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(touch),
    watcher.onDidCreate(touch),
    watcher.onDidDelete(touch),
  );
}
