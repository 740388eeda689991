import * as vscode from 'vscode';
import { PROJECT_FILE } from '../core/assessment/projectFile';
import type { Catalog } from '../core/csf/catalog';
import { Assessment, type AssessmentSource } from './assessment';
import type { Files } from './files';
import { findFiles } from './findFiles';
import { readDefaults, SECTION } from './settings';

/** Saving writes more than one file, and watchers tell of each twice: they are answered together. */
const SETTLE_MS = 100;

const PASSED_OVER = /\/(?:\.git|node_modules)\//;

/** Runs work that can be long, shows how far it is, and aborts it where a person wants that. */
export type RunWithProgress = (
  work: (report: (done: number, total: number) => void, signal: AbortSignal) => Promise<void>,
) => Promise<void>;

/**
 * The assessments of the workspace, each kept as its files and editors are now. Features ask it and never read a file.
 * A reload replaces an assessment once it is read, so that nothing flickers meanwhile.
 */
export class AssessmentIndex implements vscode.Disposable {
  #assessments: ReadonlyMap<string, Assessment> = new Map();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: { readonly dispose: () => unknown }[] = [this.#changed];
  /** Files and folders that changed, came or went. */
  readonly #touched = new Set<string>();
  /** The version of each open document that was scanned last. */
  readonly #versions = new Map<string, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #work: Promise<void> = Promise.resolve();
  /** A reload that has not begun yet. */
  #reload: Promise<void> | undefined;

  /** Fires after anything changed that a feature could show. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly files: Files,
    private readonly catalog: Catalog,
    private readonly runWithProgress: RunWithProgress,
    private readonly onError: (error: unknown) => void,
  ) {
    const { workspace } = vscode;
    const watcher = workspace.createFileSystemWatcher('**/*');
    const touch = (uri: vscode.Uri): void => {
      this.#touch(uri);
    };
    this.#disposables.push(
      watcher,
      watcher.onDidChange(touch),
      watcher.onDidCreate(touch),
      watcher.onDidDelete(touch),
      workspace.onDidChangeTextDocument(({ document }) => this.#takeText(document)),
      // What was typed and not saved is gone with its editor.
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.#versions.delete(uri.toString())) touch(uri);
      }),
      workspace.onDidChangeWorkspaceFolders(() => void this.reload()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SECTION)) void this.reload();
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  /** In the order of the workspace's folders. */
  get assessments(): readonly Assessment[] {
    return [...this.#assessments.values()];
  }

  /** The assessment that an open document is a scoping document of, with its text taken as it stands. */
  assessmentOf(document: vscode.TextDocument): Assessment | undefined {
    this.#takeText(document);
    return this.#owner(document.uri.toString());
  }

  /** Finds the workspace's assessments and reads them all. Resolves when what features show is up to date. */
  reload(): Promise<void> {
    this.#reload ??= this.#enqueue(() =>
      this.runWithProgress(async (report, signal) => {
        // Whoever asks from here on may know of something newer.
        this.#reload = undefined;
        const loaded = new Map<string, Assessment>();
        for (const source of await this.#findSources()) {
          const assessment = new Assessment(source, this.files, this.catalog);
          await assessment.load(report, signal);
          loaded.set(assessment.id, assessment);
        }
        this.#assessments = loaded;
        for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
          this.#owner(document.uri.toString())?.setText(document.uri.toString(), document.getText());
        }
      }),
    );
    return this.#reload;
  }

  #owner(location: string): Assessment | undefined {
    return this.assessments.find((assessment) => assessment.document(location));
  }

  async #findSources(): Promise<readonly AssessmentSource[]> {
    const sources: AssessmentSource[] = [];
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      const folder = uri.toString();
      const defaults = readDefaults(uri);
      const { locations } = await findFiles(this.files, folder, [`**/${PROJECT_FILE}`]);
      for (const projectFile of locations) {
        sources.push({ folder: this.files.resolve(projectFile, '..'), projectFile, defaults });
      }
      if (locations.length === 0 && defaults.matrix !== undefined) sources.push({ folder, defaults });
    }
    return sources;
  }

  #takeText(document: vscode.TextDocument): void {
    const location = document.uri.toString();
    if (this.#versions.get(location) === document.version || !this.#owner(location)) return;
    this.#versions.set(location, document.version);
    if (this.#owner(location)?.setText(location, document.getText())) this.#changed.fire();
  }

  #touch(uri: vscode.Uri): void {
    if (PASSED_OVER.test(uri.path)) return;
    this.#touched.add(uri.toString());
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#enqueue(() => this.#updateTouched()), SETTLE_MS);
  }

  async #updateTouched(): Promise<void> {
    const touched = [...this.#touched];
    this.#touched.clear();
    if (touched.some((location) => location.endsWith(`/${PROJECT_FILE}`))) {
      void this.reload();
      return;
    }
    for (const assessment of this.assessments) {
      // What stands in an editor and is not saved counts, and not what is on disk.
      for (const location of touched) if (!this.#isDirty(location)) await assessment.update(location);
    }
  }

  #isDirty(location: string): boolean {
    return vscode.workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === location);
  }

  /** One thing after the other: what is read later is newer. */
  #enqueue(work: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(work).then(() => this.#changed.fire(), this.onError);
    return this.#work;
  }
}
