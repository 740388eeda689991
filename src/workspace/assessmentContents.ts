import { type Catalog, withOwnIds } from '../core/csf/catalog';
import type { MatrixSource } from '../core/matrix/matrix';
import type { Problem } from '../core/problems';
import { matricesNamedTwice, noDocuments, searchProblem, unreadProblems } from './assessmentProblems';
import { type Content, readContent, readDocument, type ReadingContext, type Role } from './content';
import { type AssessmentSource, type Definition, definitionOf, namedFiles } from './definition';
import { FileError, type Files } from './files';
import { findFiles, isFound, sortByPath } from './findFiles';
import type { LoadPart } from './parts';
import { sha256 } from './sha256';

/** Hears of every file at once, before anyone can ask for what was read. */
interface ContentsListener {
  readonly onRead: (location: string, content: Content, before: Content | undefined) => void;
  readonly onGone: (location: string) => void;
}

/**
 * The files of an assessment, each with its role and what was read of it. Reads each file once, and again only when told
 * that it changed.
 */
export class AssessmentContents {
  readonly #roles = new Map<string, Role>();
  readonly #contents = new Map<string, Content>();
  /** The paths by which the project or the settings name files. */
  readonly #paths = new Map<string, string>();
  #searchProblems: readonly Problem[] = [];
  #catalog: Catalog;

  constructor(
    private readonly source: AssessmentSource,
    private readonly port: Files,
    private readonly baseCatalog: Catalog,
    private readonly loadPart: LoadPart,
    private readonly listener: ContentsListener,
  ) {
    this.#catalog = baseCatalog;
  }

  get definition(): Definition {
    return definitionOf(this.source, this.#contents.get(this.source.projectFile ?? ''));
  }

  /** With the ids that the project adds. */
  get catalog(): Catalog {
    return this.#catalog;
  }

  /** Of all files. */
  get locations(): readonly string[] {
    return [...this.#roles.keys()];
  }

  /** The locations of the scoping documents, in their order. */
  get documents(): readonly string[] {
    return this.all(({ document }, location) => (document ? location : []));
  }

  /** The locations of the matrices that are named, whether they can be read or not. */
  get matrixFiles(): readonly string[] {
    return this.definition.matrices.map(({ path }) => this.#resolve(path));
  }

  /** What is wrong with how files are named, and where they are looked for. */
  get problems(): readonly Problem[] {
    const { definition } = this;
    const hasDocuments = this.source.documents !== undefined || [...this.#roles.values()].includes('document');
    return [
      ...this.#searchProblems,
      ...(hasDocuments ? [] : [noDocuments(definition)]),
      ...matricesNamedTwice(definition, (path) => this.#resolve(path)),
    ];
  }

  roleOf(location: string): Role | undefined {
    return this.#roles.get(location);
  }

  of(location: string): Content | undefined {
    return this.#contents.get(location);
  }

  all<T>(pick: (content: Content, location: string) => T | readonly T[]): readonly T[] {
    return [...this.#contents].flatMap(([location, content]) => pick(content, location));
  }

  /** How a matrix is to be read; for other files the first, which names the provider. */
  matrixSourceOf(location: string): MatrixSource {
    const { matrices } = this.definition;
    const own = matrices.find(({ path }) => this.#resolve(path) === location);
    return own ?? matrices[0] ?? { path: '' };
  }

  /** Reads a matrix like one that is named, and keeps nothing of it. @throws {FileError} */
  async readMatrix(location: string, like: string): Promise<Content> {
    const bytes = await this.port.read(location);
    const source = this.matrixSourceOf(like);
    const read = (matrixSource: MatrixSource): Promise<Content> =>
      readContent('matrix', bytes, this.#context(location, matrixSource));
    if (this.matrixFiles.includes(location)) return read(source);
    // The project tells the header's line and the sheet of its own file; in another they can be others.
    const { sheet, ...other } = source;
    delete (other as { headerRow?: number }).headerRow;
    const content = sheet === undefined ? undefined : await read({ sheet, ...other });
    return content?.matrix ? content : read(other);
  }

  /** Forgets everything, and reads the project file. */
  async readProject(): Promise<void> {
    const { projectFile } = this.source;
    this.#roles.clear();
    this.#contents.clear();
    this.#paths.clear();
    if (projectFile !== undefined) await this.#add(projectFile, 'project');
    this.#catalog = withOwnIds(
      this.baseCatalog,
      this.definition.matrices.flatMap(({ idPattern }) => idPattern ?? []),
    );
  }

  /** Reads everything else; for `onProgress` and `signal` see `Assessment.load`. */
  async readOthers(onProgress: (done: number, total: number) => void, signal?: AbortSignal): Promise<void> {
    for (const { path, role } of namedFiles(this.source, this.definition)) {
      await this.#add(this.#resolve(path), role, path);
    }
    const documents = await this.#findDocuments();
    for (const [done, location] of documents.entries()) {
      signal?.throwIfAborted();
      onProgress(done, documents.length);
      await this.#add(location, 'document');
    }
  }

  /** Reads again what changed, came or went. Resolves to whether it plays a part here. */
  async update(location: string): Promise<boolean> {
    const playsPart = await this.#updateFile(location);
    // A document that is named without wildcards is missed when it goes.
    if (this.definition.search.globs.some((glob) => this.#resolve(glob) === location)) await this.#findDocuments();
    return playsPart;
  }

  /** Takes a document's text as it stands in an editor. False where the file is none of the documents. */
  setText(location: string, text: string): boolean {
    if (this.#roles.get(location) !== 'document') return false;
    this.#set(location, readDocument(text, location, this.catalog, this.of(location)?.document));
    return true;
  }

  async #updateFile(location: string): Promise<boolean> {
    const role = this.#roles.get(location);
    if (role === 'document' && (await this.port.kindOf(location)) !== 'file') {
      this.#remove(location);
    } else if (role) {
      await this.#read(location);
    } else if (!this.source.documents && isFound(this.port, this.definition.search, location)) {
      if ((await this.port.kindOf(location)) === 'file') await this.#add(location, 'document');
      this.#sortDocuments();
    } else {
      return this.#updateFolder(location);
    }
    return true;
  }

  /** The location of a file by its path as the project or the settings name it. */
  #resolve(path: string): string {
    return this.port.resolve(this.source.folder, path);
  }

  /** The matrix and the registers are full of ids, but no scoping documents. */
  async #findDocuments(): Promise<readonly string[]> {
    this.#searchProblems = [];
    const isFree = (location: string): boolean => (this.#roles.get(location) ?? 'document') === 'document';
    if (this.source.documents) return this.source.documents.filter(isFree);
    const { locations, failures } = await findFiles(this.port, this.definition.search);
    this.#searchProblems = failures.map((failure) => searchProblem(failure, this.definition, this.port));
    return locations.filter(isFree);
  }

  /** @param path the file's path as the project or the settings name it */
  async #add(location: string, role: Role, path?: string): Promise<void> {
    // A file named in two parts keeps the first, and one named twice is read once.
    if (this.#roles.has(location)) return;
    this.#roles.set(location, role);
    if (path !== undefined) this.#paths.set(location, path);
    await this.#read(location);
  }

  #remove(location: string): void {
    this.#roles.delete(location);
    this.#contents.delete(location);
    this.listener.onGone(location);
  }

  #set(location: string, content: Content): void {
    const before = this.#contents.get(location);
    this.#contents.set(location, content);
    this.listener.onRead(location, content, before);
  }

  /** A folder that came or went takes its documents with it, and a watcher need not tell of each. */
  async #updateFolder(location: string): Promise<boolean> {
    const isBelow = (file: string): boolean => this.port.relative(location, file) !== undefined;
    const kind = await this.port.kindOf(location);
    const before = this.documents.filter(isBelow);
    for (const document of before) if ((await this.port.kindOf(document)) !== 'file') this.#remove(document);
    const others = this.locations.filter((file) => this.#roles.get(file) !== 'document' && isBelow(file));
    for (const file of others) await this.#read(file);
    const known = before.length + others.length;
    if (kind !== 'folder' || this.source.documents) return known > 0;
    const after = (await this.#findDocuments()).filter(isBelow);
    for (const document of after) await this.#add(document, 'document');
    this.#sortDocuments();
    return known + after.length > 0;
  }

  /** Documents count in the order of their paths, whichever came first. */
  #sortDocuments(): void {
    for (const location of sortByPath(this.port, this.documents)) {
      const content = this.#contents.get(location);
      if (content && this.#contents.delete(location)) this.#contents.set(location, content);
    }
  }

  /** Reads one file in its role. What is wrong with it is a problem, and the rest goes on working. */
  async #read(location: string): Promise<void> {
    const before = this.#contents.get(location);
    let content: Content;
    try {
      const bytes = await this.port.read(location);
      if (await this.#isKnownMatrix(location, bytes)) return;
      const context = this.#context(location, this.matrixSourceOf(location));
      content = await readContent(this.#roles.get(location) ?? 'document', bytes, context);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      content = { problems: unreadProblems(error, this.#paths.get(error.location), this.definition, this.port) };
    }
    // What was typed while the file was read is newer, and a file that plays no part any more has none to fill.
    if (this.#contents.get(location) === before && this.#roles.has(location)) this.#set(location, content);
  }

  #context(location: string, matrixSource: MatrixSource): ReadingContext {
    const previous = this.of(location)?.document;
    return {
      ...(previous && { previous }),
      location,
      name: this.port.label(location),
      catalog: this.catalog,
      loadPart: this.loadPart,
      matrixSource,
    };
  }

  /** Whether a matrix reads as it did: a file is touched more often than it is changed, and a large one is long to read. */
  async #isKnownMatrix(location: string, bytes: Uint8Array): Promise<boolean> {
    const known = this.#contents.get(location)?.sha256;
    return known !== undefined && known === (await sha256(bytes));
  }
}
