import type { Evidence } from '../core/assessment/evidence';
import type { Facts } from '../core/assessment/explainStep';
import type { Registers } from '../core/assessment/impact';
import { type MaturityLevel, scoredLevels } from '../core/assessment/maturity';
import { createProfile } from '../core/assessment/profile';
import type { Project } from '../core/assessment/projectFile';
import { Records } from '../core/assessment/records';
import type { ListedRequirement } from '../core/assessment/requirementList';
import { type AssessmentProfile, createSummarizer, type Summary } from '../core/assessment/summary';
import { type Catalog, withOwnIds } from '../core/csf/catalog';
import { type CombinedPolicy, combinePolicy } from '../core/azure/combinePolicy';
import type { CalendarDate } from '../core/calendarDate';
import type { Subject } from '../core/csf/subject';
import type { ScopingDocument } from '../core/document/scopingDocument';
import { withoutIgnored } from '../core/document/ignores';
import type { LineIndex } from '../core/lineIndex';
import type { Matrix, MatrixSource } from '../core/matrix/matrix';
import { rollUp } from '../core/matrix/rollUp';
import { type Recorded, recordsIn } from '../core/navigation/records';
import type { Problem } from '../core/problems';
import { withSeverities } from '../core/severities';
import {
  carveOutsNotInList,
  changedEvidence,
  documentProblems,
  matricesNamedTwice,
  noDocuments,
  searchProblem,
  unreadProblems,
} from './assessmentProblems';
import { type Content, readContent, readDocument, type ReadingContext, type Role } from './content';
import { type AssessmentSource, carvedOut, type Definition, definitionOf, namedFiles } from './definition';
import { EvidenceFiles, type NamedPath } from './evidenceFiles';
import { FileError, type Files } from './files';
import type { LoadPart } from './parts';
import { findFiles, isFound, pathOf, sortByPath } from './findFiles';
import { type PlacedRows, RegisterRows, type Rows } from './registerRows';
import { sha256 } from './sha256';

/** What only records: all else is part of how a summary is made, and that is prepared anew. */
const RECORDING: ReadonlySet<Role> = new Set<Role>(['document', 'evidence', 'requests', 'gaps', 'policy']);

/** What rows of the registers are read by: after a change of one of these all of them are taken anew. */
const READ_BY: ReadonlySet<Role> = new Set<Role>(['matrix', 'requirements', 'evidenceDocuments']);

/**
 * One assessment with everything that was read for it. Reads each file once, and again only when told that it changed;
 * the summary is made when it is asked for.
 */
export class Assessment {
  readonly #roles = new Map<string, Role>();
  readonly #contents = new Map<string, Content>();
  /** The paths by which the project or the settings name files. */
  readonly #paths = new Map<string, string>();
  /** What files are sorted by. */
  readonly #orders = new Map<string, string>();
  #folderProblems: readonly Problem[] = [];
  readonly #evidenceFiles: EvidenceFiles;
  /** With the ids that the project adds. */
  #catalog: Catalog;
  #records: Records;
  /** Made anew when a matrix changes; documents and registers it takes from the records. */
  #summarize: (() => Summary) | undefined;
  #summary: Summary | undefined;
  /** The day that the summary was made for: another day is another summary. */
  #day: CalendarDate | undefined;
  #rows: RegisterRows;
  #policy: ReadonlyMap<string, CombinedPolicy> | undefined;
  /** Files whose evidence was not looked for since they were read. */
  readonly #unsettled = new Set<string>();

  constructor(
    readonly source: AssessmentSource,
    private readonly port: Files,
    private readonly baseCatalog: Catalog,
    private readonly loadPart: LoadPart,
    private readonly today: () => CalendarDate,
  ) {
    this.#evidenceFiles = new EvidenceFiles(port, source.folder);
    this.#catalog = baseCatalog;
    this.#records = this.#createRecords();
    this.#rows = this.#createRows();
  }

  /** What tells this assessment from others. */
  get id(): string {
    return this.source.projectFile ?? this.source.folder;
  }

  /** Whether anyone said which matrix to take. */
  get hasMatrix(): boolean {
    return this.#definition.matrices.length > 0;
  }

  /** With the ids that the project adds. */
  get catalog(): Catalog {
    return this.#catalog;
  }

  /** The locations of the matrices that are named, whether they can be read or not. */
  get matrixFiles(): readonly string[] {
    return this.#definition.matrices.map(({ path }) => this.#resolve(path));
  }

  /** Asked at every key: it goes to the few files, and not through all documents. */
  get matrices(): readonly Matrix[] {
    return [...new Set(this.matrixFiles)].flatMap((location) => this.#contents.get(location)?.matrix ?? []);
  }

  /** The locations of all files that play a part. */
  get files(): readonly string[] {
    return [...this.#roles.keys()];
  }

  /** The part that a file plays here. */
  roleOf(location: string): Role | undefined {
    return this.#roles.get(location);
  }

  /** The file that evidence names by a path; undefined where there is none. */
  locateEvidence(path: NamedPath): Promise<string | undefined> {
    return this.#evidenceFiles.locate(path);
  }

  /** Whether a location is a file that evidence names, or a folder above one. */
  isNamedByEvidence(location: string): boolean {
    return this.#evidenceFiles.isNamed(location);
  }

  /** The locations of its scoping documents, in the order in which they were read. */
  get documents(): readonly string[] {
    return this.#scopingDocuments.map(([location]) => location);
  }

  document(location: string): ScopingDocument | undefined {
    return this.#contents.get(location)?.document;
  }

  /** The lines of a document or the project file, to turn a problem's offsets into positions. */
  linesOf(location: string): LineIndex | undefined {
    return this.#contents.get(location)?.lines;
  }

  /** The SHA-256 of a matrix file as it was last read; undefined where the host cannot tell it. */
  sha256Of(location: string): string | undefined {
    return this.#contents.get(location)?.sha256;
  }

  /** The maturity levels that it scores. */
  get levels(): readonly MaturityLevel[] {
    const { type = this.source.defaults.type ?? 'r2', maturity } = this.#project;
    return scoredLevels(type, maturity);
  }

  get summary(): Summary {
    const today = this.today();
    if (today !== this.#day) this.#forgetSummary();
    this.#day = today;
    this.#summarize ??= this.#createSummarizer(this.matrices);
    this.#summary ??= this.#summarize();
    return this.#summary;
  }

  /** The summary as it would be with other matrices, with the documents and registers as they are. */
  summaryWith(matrices: readonly Matrix[]): Summary {
    return this.#createSummarizer(matrices)();
  }

  /** What a status is explained by. */
  get facts(): Facts {
    const { documents } = this.#rows;
    return {
      summary: this.summary,
      records: this.#records,
      profile: this.#profile,
      matrices: this.matrices,
      ...(documents && { documents }),
    };
  }

  /** All rows of its registers and all evidence in its documents, those that do not count included. */
  get registers(): Registers {
    const rows = this.#all((content, location) => this.#rows.of(location, content));
    return {
      evidence: rows.flatMap(({ evidence }) => evidence),
      requests: rows.flatMap(({ requests }) => requests),
    };
  }

  /** Every place in the registers, the requirement list and the project file that is for a control or requirement. */
  get records(): readonly Recorded[] {
    const { evidence, requests } = this.registers;
    return recordsIn({
      // What a document names itself stands beside the id, and has no row.
      evidence: evidence.filter(({ relativeTo }) => relativeTo === undefined),
      requests,
      gaps: this.#all(({ gaps }) => gaps ?? []),
      listed: this.#listed,
      carvedOut: carvedOut(this.#definition, this.#catalog),
    });
  }

  /** The rows of the matrix, or of a register, that are for a control or requirement. */
  rowsIn(location: string): readonly (Subject & { readonly line: number })[] {
    const content = this.#contents.get(location);
    if (!content || content.document) return [];
    const { evidence, requests } = this.#rows.of(location, content);
    const { matrix, requirements = [], gaps = [] } = content;
    return [...(matrix?.entries ?? []), ...requirements, ...gaps, ...evidence, ...requests];
  }

  /** The evidence that a register lists, or a document names. */
  evidenceIn(location: string): readonly Evidence[] {
    const content = this.#contents.get(location);
    return content ? this.#rows.of(location, content).evidence : [];
  }

  /** What the matrices and the requirement list hold. */
  get heldSubjects(): readonly Subject[] {
    return [...this.matrices.flatMap(({ entries }) => entries), ...this.#listed];
  }

  /** Rows of a register that were read just now, as they would count. */
  place(rows: Rows): PlacedRows {
    return this.#rows.place(rows);
  }

  /** What Azure Policy says of requirements: facts beside the summary, which rest on nothing here and decide nothing. */
  get policy(): ReadonlyMap<string, CombinedPolicy> {
    this.#policy ??= combinePolicy(
      this.#all(({ policy }) => policy ?? []),
      this.#all(({ builtInPolicies }) => (builtInPolicies ? [builtInPolicies] : []))[0],
    );
    return this.#policy;
  }

  /**
   * Reads a matrix, and takes it in no further. @throws {FileError}
   *
   * @param like which of its own it is read like, where it is another file
   */
  async readMatrix(location: string, like = location): Promise<Content> {
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

  /** What is wrong in any of its files, as severe as it is set to be, without what comments of documents ignore. */
  get problems(): readonly Problem[] {
    const ignoring = this.#scopingDocuments.filter(([, { ignores }]) => ignores.ignores.length > 0);
    return this.asSet(withoutIgnored(this.allProblems, new Map(ignoring)));
  }

  /** Problems of its files as severe as its project file or the settings want them, without those that are off. */
  asSet(problems: readonly Problem[]): readonly Problem[] {
    return withSeverities(problems, { ...this.source.defaults.problems, ...this.#project.problems });
  }

  /** Everything that is wrong in any of its files, whatever was set or is ignored: by it is told what could be read. */
  get allProblems(): readonly Problem[] {
    const definition = this.#definition;
    const hasDocuments = this.source.documents !== undefined || [...this.#roles.values()].includes('document');
    // The profile is made each time, and few projects carve anything out.
    const carvesOut = Boolean(definition.project.carveOuts?.length);
    return [
      ...this.#folderProblems,
      ...(hasDocuments ? [] : [noDocuments(definition)]),
      ...matricesNamedTwice(definition, (path) => this.#resolve(path)),
      ...(carvesOut ? carveOutsNotInList(this.#profile, this.#listed, definition) : []),
      ...changedEvidence(this.registers.evidence.filter((item) => this.#evidenceFiles.isChanged(item))),
      ...this.#rows.problems,
      ...this.#all((content, location) => this.#rows.of(location, content).problems),
      ...this.#all(({ problems }) => problems),
      ...this.summary.problems,
      ...documentProblems(this.#scopingDocuments, this.summary, this.#catalog, (location) => this.port.label(location)),
    ];
  }

  /**
   * Reads everything from the start.
   *
   * @param onProgress called before each scoping document with how many are done and how many there are
   * @throws {DOMException} named `AbortError` once the signal is aborted
   */
  async load(onProgress: (done: number, total: number) => void = () => {}, signal?: AbortSignal): Promise<void> {
    const { projectFile } = this.source;
    this.#roles.clear();
    this.#contents.clear();
    this.#paths.clear();
    this.#evidenceFiles.forget();
    this.#unsettled.clear();
    if (projectFile !== undefined) await this.#add(projectFile, 'project');
    this.#catalog = withOwnIds(
      this.baseCatalog,
      this.#project.matrices.flatMap(({ idPattern }) => idPattern ?? []),
    );
    this.#records = this.#createRecords();
    this.#rows = this.#createRows();
    this.#policy = undefined;
    this.#forgetSummary();
    for (const { path, role } of namedFiles(this.source, this.#definition)) {
      await this.#add(this.#resolve(path), role, path);
    }
    const documents = await this.#findDocuments();
    for (const [done, location] of documents.entries()) {
      signal?.throwIfAborted();
      onProgress(done, documents.length);
      await this.#add(location, 'document');
    }
    await this.settle();
  }

  /**
   * Takes in that a file or folder changed, came or went. After a change of the project file everything has to be loaded
   * instead. Resolves to whether it plays a part here: what plays none costs nothing.
   */
  async update(location: string): Promise<boolean> {
    const role = this.#roles.get(location);
    const isEvidence = this.#evidenceFiles.isNamed(location);
    let concerns = role !== undefined || isEvidence;
    if (role === 'document' && (await this.port.kindOf(location)) !== 'file') {
      this.#remove(location);
    } else if (role) {
      await this.#read(location);
    } else if (!this.source.documents && isFound(this.port, this.#definition.search, location)) {
      concerns = true;
      if ((await this.port.kindOf(location)) === 'file') await this.#add(location, 'document');
      this.#sortDocuments();
    } else {
      concerns = (await this.#updateFolder(location)) || concerns;
    }
    // A document that is named without wildcards is missed when it goes.
    if (this.#definition.search.globs.some((glob) => this.#resolve(glob) === location)) {
      await this.#findDocuments();
    }
    if (isEvidence) {
      this.#evidenceFiles.forget(location);
      for (const [file, { evidence }] of this.#contents) if (evidence) this.#unsettled.add(file);
    }
    await this.settle();
    // Each path that was typed in a document on the way to the right one was looked for.
    if (concerns) this.#evidenceFiles.keep(this.registers.evidence);
    return concerns;
  }

  /** Takes a document's text as it stands in an editor. False where the file is none of its documents. */
  setText(location: string, text: string): boolean {
    if (this.#roles.get(location) !== 'document') return false;
    this.#set(location, readDocument(text, location, this.#catalog, this.document(location)));
    return true;
  }

  /**
   * Looks for evidence that a document has named since it was read. Resolves to whether there was any: after `setText`,
   * which does not wait for a disk, the summary can change once more.
   */
  async settle(): Promise<boolean> {
    const files = [...this.#unsettled];
    this.#unsettled.clear();
    await this.#evidenceFiles.look(
      files.flatMap((file) => {
        const content = this.#contents.get(file);
        return content ? this.#rows.of(file, content).evidence : [];
      }),
    );
    for (const file of files) this.#record(file);
    return files.length > 0;
  }

  get #definition(): Definition {
    return definitionOf(this.source, this.#contents.get(this.source.projectFile ?? ''));
  }

  get #project(): Project {
    return this.#definition.project;
  }

  /** With their locations. */
  get #scopingDocuments(): readonly (readonly [string, ScopingDocument])[] {
    return this.#all(({ document }, location) => (document ? [[location, document] as const] : []));
  }

  get #listed(): readonly ListedRequirement[] {
    return this.#all(({ requirements }) => requirements ?? []);
  }

  /** The location of a file by its path as the project or the settings name it. */
  #resolve(path: string): string {
    return this.port.resolve(this.source.folder, path);
  }

  get #profile(): AssessmentProfile {
    const { defaults, folder } = this.source;
    const profile = createProfile(this.#project, {
      name: this.port.name(folder),
      ...(defaults.type && { type: defaults.type }),
      today: this.today(),
      // A list that nothing could be read of is an error, and says nothing of what is in scope.
      hasList: [...this.#contents.values()].some(({ requirements = [] }) => requirements.length > 0),
      services: this.#all(({ services }) => services ?? []),
      clouds: this.#all(({ clouds }) => clouds ?? []),
      catalog: this.#catalog,
    });
    return { ...profile, nameOf: (location) => this.port.label(location) };
  }

  #forgetSummary(): void {
    this.#summarize = undefined;
    this.#summary = undefined;
  }

  #createRows(): RegisterRows {
    return new RegisterRows(
      () => ({
        documents: this.#all(({ evidenceDocuments }) => evidenceDocuments ?? []),
        list: this.#listed,
        matrices: this.matrices,
      }),
      (location) => this.port.label(location),
    );
  }

  #createSummarizer(matrices: readonly Matrix[]): () => Summary {
    const { csfVersion } = this.#project;
    const matrix = rollUp(matrices, csfVersion === undefined ? {} : { csfVersion });
    return createSummarizer(this.#profile, matrix, this.#records, this.#catalog);
  }

  #createRecords(): Records {
    this.#orders.clear();
    const orderOf = (location: string): string => {
      const path = this.#orders.get(location) ?? pathOf(this.port, location);
      this.#orders.set(location, path);
      return path;
    };
    return new Records(
      this.levels,
      (item) => this.#evidenceFiles.find(item),
      orderOf,
      () => this.#rows.documents,
    );
  }

  /** The matrix and the registers are full of ids, but no scoping documents. */
  async #findDocuments(): Promise<readonly string[]> {
    this.#folderProblems = [];
    const isFree = (location: string): boolean => (this.#roles.get(location) ?? 'document') === 'document';
    if (this.source.documents) return this.source.documents.filter(isFree);
    const { locations, failures } = await findFiles(this.port, this.#definition.search);
    this.#folderProblems = failures.map((failure) => searchProblem(failure, this.#definition, this.port));
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
    this.#unsettled.delete(location);
    this.#rows.remove(location);
    this.#record(location);
    this.#orders.delete(location);
  }

  /** A folder that came or went takes its documents with it, and a watcher need not tell of each. */
  async #updateFolder(location: string): Promise<boolean> {
    const isBelow = (file: string): boolean => this.port.relative(location, file) !== undefined;
    const kind = await this.port.kindOf(location);
    const before = this.documents.filter(isBelow);
    for (const document of before) if ((await this.port.kindOf(document)) !== 'file') this.#remove(document);
    const others = this.files.filter((file) => this.#roles.get(file) !== 'document' && isBelow(file));
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

  #all<T>(pick: (content: Content, location: string) => T | readonly T[]): readonly T[] {
    return [...this.#contents].flatMap(([location, content]) => pick(content, location));
  }

  #set(location: string, content: Content): void {
    const before = this.#contents.get(location);
    this.#contents.set(location, content);
    if (content.document && content.evidence === before?.evidence) {
      // Most keys that are pressed in a document move what it names, and nothing else.
      this.#records.setMentions(location, content.document.mentions);
      this.#summary = undefined;
      return;
    }
    const role = this.#roles.get(location);
    if (role === 'policy') this.#policy = undefined;
    if (role && !RECORDING.has(role)) this.#summarize = undefined;
    if (role && READ_BY.has(role)) this.#takeRowsAnew();
    this.#take(location);
  }

  /** Takes what a file says now into the records, and looks for the evidence that it names. */
  #take(location: string): void {
    const content = this.#contents.get(location);
    const rows = content && this.#rows.of(location, content);
    if (!this.#evidenceFiles.areKnown(rows?.evidence ?? [])) this.#unsettled.add(location);
    this.#record(location);
  }

  #takeRowsAnew(): void {
    this.#rows.forget();
    for (const [location, { evidence, requests }] of this.#contents) if (evidence ?? requests) this.#take(location);
  }

  #record(location: string): void {
    const content = this.#contents.get(location);
    const { document, requirements, gaps } = content ?? {};
    this.#records.set(location, {
      ...(document && { mentions: document.mentions }),
      ...(requirements && { requirements }),
      ...(gaps && { gaps }),
      ...(content && this.#rows.of(location, content)),
    });
    this.#summary = undefined;
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
      content = { problems: unreadProblems(error, this.#paths.get(error.location), this.#definition, this.port) };
    }
    // What was typed while the file was read is newer, and a file that plays no part any more has none to fill.
    if (this.#contents.get(location) === before && this.#roles.has(location)) this.#set(location, content);
  }

  #context(location: string, matrixSource: MatrixSource): ReadingContext {
    const previous = this.document(location);
    return {
      ...(previous && { previous }),
      location,
      name: this.port.label(location),
      catalog: this.#catalog,
      loadPart: this.loadPart,
      matrixSource,
    };
  }

  /** Whether a matrix reads as it did: a file is touched more often than it is changed, and a large one is long to read. */
  async #isKnownMatrix(location: string, bytes: Uint8Array): Promise<boolean> {
    const known = this.#contents.get(location)?.sha256;
    return known !== undefined && known === (await sha256(bytes));
  }

  /** How a matrix is to be read; for other files the first, which names the provider. */
  matrixSourceOf(location: string): MatrixSource {
    const { matrices } = this.#definition;
    const own = matrices.find(({ path }) => this.#resolve(path) === location);
    return own ?? matrices[0] ?? { path: '' };
  }
}
