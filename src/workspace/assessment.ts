import { type Evidence, isLink, readEvidence } from '../core/assessment/evidence';
import type { AssessmentType } from '../core/assessment/maturity';
import { type Project, readProject } from '../core/assessment/projectFile';
import { type InheritanceRequest, readRequests } from '../core/assessment/requests';
import { type Summary, summarize } from '../core/assessment/summary';
import type { Catalog } from '../core/csf/catalog';
import { type Scan, scan } from '../core/csf/scanner';
import { createLineIndex, type LineIndex } from '../core/lineIndex';
import type { Matrix, MatrixSource } from '../core/matrix/matrix';
import { readMatrix } from '../core/matrix/readMatrix';
import type { Problem } from '../core/problems';
import { decodeText } from '../core/text';
import { FileError, type Files } from './files';
import { fileProblem, folderProblem } from './fileProblem';
import { findFiles, isFound } from './findFiles';

/** What an assessment is made from where its project file is silent, or where there is none. */
export interface Defaults {
  readonly matrix?: string;
  /** Globs. */
  readonly documents: readonly string[];
  readonly type?: AssessmentType;
}

/** Where an assessment is defined: by a project file, or by settings for a folder. */
export interface AssessmentSource {
  /** The folder that its paths are relative to. */
  readonly folder: string;
  readonly projectFile?: string;
  readonly defaults: Defaults;
  /** The locations of its documents, where they were named one by one instead of by globs. */
  readonly documents?: readonly string[];
}

/** A scoping document as it was last read. */
export interface ScopingDocument {
  readonly scan: Scan;
  readonly lines: LineIndex;
}

/** The part a file plays in an assessment. It plays one only. */
type Role = 'project' | 'matrix' | 'evidence' | 'requests' | 'document';

/** What a file gave, by its role, and what is wrong with it. */
interface Content {
  readonly problems: readonly Problem[];
  readonly project?: Project;
  readonly matrix?: Matrix;
  readonly evidence?: readonly Evidence[];
  readonly requests?: readonly InheritanceRequest[];
  readonly document?: ScopingDocument;
  /** Of files whose problems stand at offsets. */
  readonly lines?: LineIndex;
}

const EMPTY_PROJECT: Project = { maturity: [], matrices: [], documents: [], evidence: [], requests: [] };

/**
 * One assessment with everything that was read for it. Reads each file once, and again only when told that it changed;
 * the summary is made when it is asked for.
 */
export class Assessment {
  readonly #roles = new Map<string, Role>();
  readonly #contents = new Map<string, Content>();
  #folderProblems: readonly Problem[] = [];
  #missingEvidence: ReadonlySet<string> = new Set();
  #summary: Summary | undefined;

  constructor(
    readonly source: AssessmentSource,
    private readonly files: Files,
    private readonly catalog: Catalog,
  ) {}

  /** What tells this assessment from others. */
  get id(): string {
    return this.source.projectFile ?? this.source.folder;
  }

  /** Whether anyone said which matrix to take. */
  get hasMatrix(): boolean {
    return this.#matrixSources.length > 0;
  }

  get matrices(): readonly Matrix[] {
    return this.#all(({ matrix }) => matrix ?? []);
  }

  /** The locations of its scoping documents, in the order in which they were read. */
  get documents(): readonly string[] {
    return this.#all(({ document }, location) => (document ? location : []));
  }

  document(location: string): ScopingDocument | undefined {
    return this.#contents.get(location)?.document;
  }

  /** The lines of a document or the project file, to turn a problem's offsets into positions. */
  linesOf(location: string): LineIndex | undefined {
    return this.#contents.get(location)?.lines;
  }

  get summary(): Summary {
    const { type, csfVersion, maturity, name } = this.#project;
    const { defaults, folder } = this.source;
    this.#summary ??= summarize(
      {
        name: name ?? this.files.label(folder),
        type: type ?? defaults.type ?? 'r2',
        typeIsAssumed: type === undefined && defaults.type === undefined,
        addedLevels: maturity,
        ...(csfVersion !== undefined && { csfVersion }),
        matrices: this.matrices,
        documents: new Map(
          this.#all((content, location) => (content.document ? [[location, content.document.scan]] : [])),
        ),
        evidence: this.#all(({ evidence = [] }) => evidence),
        missingEvidence: this.#missingEvidence,
        requests: this.#all(({ requests = [] }) => requests),
      },
      this.catalog,
    );
    return this.#summary;
  }

  /** Everything that is wrong in any of its files. */
  get problems(): readonly Problem[] {
    return [...this.#folderProblems, ...this.#all(({ problems }) => problems), ...this.summary.problems];
  }

  /**
   * Reads everything from the start.
   *
   * @param onProgress called before each scoping document with how many are done and how many there are
   * @throws {DOMException} named `AbortError` once the signal is aborted
   */
  async load(onProgress: (done: number, total: number) => void = () => {}, signal?: AbortSignal): Promise<void> {
    const { folder, projectFile } = this.source;
    this.#roles.clear();
    this.#contents.clear();
    this.#missingEvidence = new Set();
    this.#summary = undefined;
    if (projectFile !== undefined) await this.#add(projectFile, 'project');
    const project = this.#project;
    for (const [role, paths] of [
      ['matrix', this.#matrixSources.map(({ path }) => path)],
      ['evidence', project.evidence],
      ['requests', project.requests],
    ] as const) {
      for (const path of paths) await this.#add(this.files.resolve(folder, path), role);
    }
    const documents = await this.#findDocuments();
    for (const [done, location] of documents.entries()) {
      signal?.throwIfAborted();
      onProgress(done, documents.length);
      await this.#add(location, 'document');
    }
    await this.#lookForEvidence();
  }

  /**
   * Takes in that a file or folder changed, came or went; what plays no part here costs nothing. After a change of the
   * project file everything has to be loaded instead.
   */
  async update(location: string): Promise<void> {
    const role = this.#roles.get(location);
    const { folder } = this.source;
    if (role === 'document') {
      if (await this.files.exists(location)) await this.#read(location);
      else this.#remove(location);
    } else if (role) {
      await this.#read(location);
    } else if (!this.source.documents && isFound(this.files, folder, this.#globs, location)) {
      if (await this.files.exists(location)) await this.#add(location, 'document');
      this.#sortDocuments();
    } else {
      await this.#updateFolder(location);
    }
    if (role === 'evidence' || this.#isEvidence(location)) await this.#lookForEvidence();
  }

  /** Takes a document's text as it stands in an editor. False where the file is none of its documents. */
  setText(location: string, text: string): boolean {
    if (this.#roles.get(location) !== 'document') return false;
    this.#set(location, this.#documentContent(text));
    return true;
  }

  get #project(): Project {
    return this.#contents.get(this.source.projectFile ?? '')?.project ?? EMPTY_PROJECT;
  }

  get #matrixSources(): readonly MatrixSource[] {
    const { matrices } = this.#project;
    const { matrix } = this.source.defaults;
    return matrices.length > 0 || matrix === undefined ? matrices : [{ path: matrix }];
  }

  get #globs(): readonly string[] {
    return this.#project.documents.length > 0 ? this.#project.documents : this.source.defaults.documents;
  }

  /** The matrix and the registers are full of ids, but no scoping documents. */
  async #findDocuments(): Promise<readonly string[]> {
    this.#folderProblems = [];
    const isFree = (location: string): boolean => (this.#roles.get(location) ?? 'document') === 'document';
    if (this.source.documents) return this.source.documents.filter(isFree);
    const { locations, failures } = await findFiles(this.files, this.source.folder, this.#globs);
    this.#folderProblems = failures.map((failure) =>
      (failure.reason === 'not-found' ? fileProblem : folderProblem)(failure, this.files),
    );
    return locations.filter(isFree);
  }

  async #add(location: string, role: Role): Promise<void> {
    // A file named in two parts keeps the first, and one named twice is read once.
    if (this.#roles.has(location)) return;
    this.#roles.set(location, role);
    await this.#read(location);
  }

  #remove(location: string): void {
    this.#summary = undefined;
    this.#roles.delete(location);
    this.#contents.delete(location);
  }

  /** A folder that came or went takes its documents with it, and a watcher need not tell of each. */
  async #updateFolder(location: string): Promise<void> {
    const isBelow = (file: string): boolean => this.files.relative(location, file) !== undefined;
    const known = this.documents.filter(isBelow);
    for (const document of known) if (!(await this.files.exists(document))) this.#remove(document);
    const entries = await this.files.list(location).catch(() => []);
    if (this.source.documents || entries.length === 0) return;
    for (const document of (await this.#findDocuments()).filter(isBelow)) await this.#add(document, 'document');
    this.#sortDocuments();
  }

  /** Documents count in the order of their locations, whichever came first. */
  #sortDocuments(): void {
    for (const location of this.documents.toSorted()) {
      const content = this.#contents.get(location);
      if (content && this.#contents.delete(location)) this.#contents.set(location, content);
    }
  }

  #all<T>(pick: (content: Content, location: string) => T | readonly T[]): readonly T[] {
    return [...this.#contents].flatMap(([location, content]) => pick(content, location));
  }

  #set(location: string, content: Content): void {
    this.#summary = undefined;
    this.#contents.set(location, content);
  }

  /** Reads one file in its role. What is wrong with it is a problem, and the rest goes on working. */
  async #read(location: string): Promise<void> {
    try {
      this.#set(location, this.#understand(location, await this.files.read(location)));
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      this.#set(location, { problems: [fileProblem(error, this.files)] });
    }
  }

  #understand(location: string, bytes: Uint8Array): Content {
    const name = this.files.label(location);
    switch (this.#roles.get(location)) {
      case 'matrix':
        return this.#matrixContent(location, bytes);
      case 'evidence':
        return readEvidence(bytes, location, name, this.catalog);
      case 'requests':
        return readRequests(bytes, location, name, this.catalog);
      case 'project': {
        const text = decoded(bytes, location);
        return { ...readProject(text, location), lines: createLineIndex(text) };
      }
      default:
        return this.#documentContent(decoded(bytes, location));
    }
  }

  #matrixContent(location: string, bytes: Uint8Array): Content {
    const { folder } = this.source;
    const source = this.#matrixSources.find(({ path }) => this.files.resolve(folder, path) === location);
    const reading = readMatrix(bytes, location, { ...source, path: this.files.label(location) }, this.catalog);
    if ('failure' in reading) return { problems: [reading.failure] };
    return { matrix: reading.matrix, problems: reading.matrix.problems };
  }

  #documentContent(text: string): Content {
    const lines = createLineIndex(text);
    return { document: { scan: scan(text, this.catalog), lines }, lines, problems: [] };
  }

  /** The paths that evidence names, as written. */
  get #evidencePaths(): ReadonlySet<string> {
    const locations = this.#all(({ evidence = [] }) => evidence).flatMap(({ location }) => location ?? []);
    return new Set(locations.filter((location) => !isLink(location)));
  }

  /** Whether a location is evidence, or a folder with evidence in it. */
  #isEvidence(location: string): boolean {
    return [...this.#evidencePaths].some((path) => {
      const evidence = this.files.resolve(this.source.folder, path);
      return evidence === location || this.files.relative(location, evidence) !== undefined;
    });
  }

  async #lookForEvidence(): Promise<void> {
    const missing = new Set<string>();
    for (const path of this.#evidencePaths) {
      if (!(await this.files.exists(this.files.resolve(this.source.folder, path)))) missing.add(path);
    }
    this.#missingEvidence = missing;
    this.#summary = undefined;
  }
}

function decoded(bytes: Uint8Array, location: string): string {
  const text = decodeText(bytes)?.text;
  if (text === undefined) throw new FileError('not-text', location);
  return text;
}
