import type { Evidence } from '../core/assessment/evidence';
import type { Facts } from '../core/assessment/explainStep';
import type { Gap } from '../core/assessment/gaps';
import type { Registers } from '../core/assessment/impact';
import { type MaturityLevel, scoredLevels } from '../core/assessment/maturity';
import { createProfile } from '../core/assessment/profile';
import type { Project } from '../core/assessment/projectFile';
import { Records } from '../core/assessment/records';
import { eachOnce, type ListedRequirement } from '../core/assessment/requirementList';
import { type AssessmentProfile, createSummarizer, type Summary } from '../core/assessment/summary';
import type { Catalog } from '../core/csf/catalog';
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
import type { Profile } from '../core/sharing/profile';
import { profilesOf } from '../core/sharing/projectProfiles';
import type { SharingRow } from '../core/sharing/sharingRegister';
import { withSeverities } from '../core/severities';
import { AssessmentContents } from './assessmentContents';
import { carveOutsNotInList, changedEvidence, documentProblems, sharingProblems } from './assessmentProblems';
import type { Content, Role } from './content';
import { type AssessmentSource, carvedOut, type Definition } from './definition';
import { EvidenceFiles, type NamedPath } from './evidenceFiles';
import type { Files } from './files';
import { pathOf } from './findFiles';
import type { LoadPart } from './parts';
import { type PlacedRows, RegisterRows, type Rows } from './registerRows';

/** What only records: all else is part of how a summary is made, and that is prepared anew. */
const RECORDING: ReadonlySet<Role> = new Set<Role>(['document', 'evidence', 'requests', 'gaps', 'policy', 'sharing']);

/** What rows of the registers are read by: after a change of one of these all of them are taken anew. */
const READ_BY: ReadonlySet<Role> = new Set<Role>(['matrix', 'requirements', 'evidenceDocuments']);

/** One assessment with everything that was read for it. Its summary is made when it is asked for. */
export class Assessment {
  readonly #contents: AssessmentContents;
  /** What files are sorted by. */
  readonly #orders = new Map<string, string>();
  readonly #evidenceFiles: EvidenceFiles;
  #records: Records;
  /** Made anew when a matrix changes; documents and registers it takes from the records. */
  #summarize: (() => Summary) | undefined;
  #summary: Summary | undefined;
  /** What is wrong, and the summary that it was found with: several features ask after each change. */
  #found: { readonly summary: Summary; readonly problems: readonly Problem[] } | undefined;
  /** The day that the summary was made for: another day is another summary. */
  #day: CalendarDate | undefined;
  #rows: RegisterRows;
  #policy: ReadonlyMap<string, CombinedPolicy> | undefined;
  /** Files whose evidence was not looked for since they were read. */
  readonly #unsettled = new Set<string>();

  constructor(
    readonly source: AssessmentSource,
    private readonly port: Files,
    catalog: Catalog,
    loadPart: LoadPart,
    private readonly today: () => CalendarDate,
  ) {
    this.#evidenceFiles = new EvidenceFiles(port, source.folder);
    this.#contents = new AssessmentContents(source, port, catalog, loadPart, {
      onRead: (location, content, before) => this.#takeIn(location, content, before),
      onGone: (location) => this.#remove(location),
    });
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
    return this.#contents.catalog;
  }

  /** The locations of the matrices that are named, whether they can be read or not. */
  get matrixFiles(): readonly string[] {
    return this.#contents.matrixFiles;
  }

  /** Asked at every key: it goes to the few files, and not through all documents. */
  get matrices(): readonly Matrix[] {
    return [...new Set(this.matrixFiles)].flatMap((location) => this.#contents.of(location)?.matrix ?? []);
  }

  /** The locations of all files that play a part. */
  get files(): readonly string[] {
    return this.#contents.locations;
  }

  /** The part that a file plays here. */
  roleOf(location: string): Role | undefined {
    return this.#contents.roleOf(location);
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
    return this.#contents.documents;
  }

  document(location: string): ScopingDocument | undefined {
    return this.#contents.of(location)?.document;
  }

  /** The lines of a document or the project file, to turn a problem's offsets into positions. */
  linesOf(location: string): LineIndex | undefined {
    return this.#contents.of(location)?.lines;
  }

  /** The SHA-256 of a matrix file as it was last read; undefined where the host cannot tell it. */
  sha256Of(location: string): string | undefined {
    return this.#contents.of(location)?.sha256;
  }

  /** The version of a matrix as its publisher counts; undefined where the project does not say. */
  versionOf(location: string): string | undefined {
    return this.#definition.matrices[this.matrixFiles.indexOf(location)]?.version;
  }

  /** The rows of all its registers of gaps. */
  get gaps(): readonly Gap[] {
    return this.#contents.all(({ gaps }) => gaps ?? []);
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
    const rows = this.#contents.all((content, location) => this.#rows.of(location, content));
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
      gaps: this.gaps,
      listed: this.#listed,
      carvedOut: carvedOut(this.#definition, this.catalog),
    });
  }

  /** The rows of the matrix, or of a register, that are for a control or requirement. */
  rowsIn(location: string): readonly (Subject & { readonly line: number })[] {
    const content = this.#contents.of(location);
    if (!content || content.document) return [];
    const { evidence, requests } = this.#rows.of(location, content);
    const { matrix, requirements = [], gaps = [] } = content;
    return [...(matrix?.entries ?? []), ...requirements, ...gaps, ...evidence, ...requests];
  }

  /** Who can get what: by the profiles that are built in, and the project's own. */
  get profiles(): readonly Profile[] {
    return profilesOf(this.#project);
  }

  /** The rows of the sharing register; undefined where there is none. */
  get shares(): readonly SharingRow[] | undefined {
    const [sharing] = this.#contents.all((content) => content.sharing ?? []);
    return sharing?.rows;
  }

  /** The evidence that a register lists, or a document names. */
  evidenceIn(location: string): readonly Evidence[] {
    const content = this.#contents.of(location);
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
      this.#contents.all(({ policy }) => policy ?? []),
      this.#contents.all(({ builtInPolicies }) => (builtInPolicies ? [builtInPolicies] : []))[0],
    );
    return this.#policy;
  }

  /** How a matrix is to be read; for other files the first, which names the provider. */
  matrixSourceOf(location: string): MatrixSource {
    return this.#contents.matrixSourceOf(location);
  }

  /**
   * Reads a matrix, and takes it in no further. @throws {FileError}
   *
   * @param like which of its own it is read like, where it is another file
   */
  readMatrix(location: string, like = location): Promise<Content> {
    return this.#contents.readMatrix(location, like);
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
    const { summary } = this;
    if (this.#found?.summary !== summary) this.#found = { summary, problems: this.#findProblems(summary) };
    return this.#found.problems;
  }

  #findProblems(summary: Summary): readonly Problem[] {
    const definition = this.#definition;
    // The profile is made each time, and few projects carve anything out.
    const carvesOut = Boolean(definition.project.carveOuts?.length);
    return [
      ...this.#contents.problems,
      ...(carvesOut ? carveOutsNotInList(this.#profile, this.#listed, definition) : []),
      ...changedEvidence(this.registers.evidence.filter((item) => this.#evidenceFiles.isChanged(item))),
      ...sharingProblems(
        this.#contents.all(({ sharing }, file) => (sharing ? [{ ...sharing, file }] : [])),
        definition,
        this.#contents.of(definition.file)?.problems ?? [],
        summary.today,
        this.port,
      ),
      ...this.#rows.problems,
      ...this.#contents.all((content, location) => this.#rows.of(location, content).problems),
      ...this.#contents.all(({ problems }) => problems),
      ...summary.problems,
      ...documentProblems(this.#scopingDocuments, summary, this.catalog, (location) => this.port.label(location)),
    ];
  }

  /**
   * Reads everything from the start.
   *
   * @param onProgress called before each scoping document with how many are done and how many there are
   * @throws {DOMException} named `AbortError` once the signal is aborted
   */
  async load(onProgress: (done: number, total: number) => void = () => {}, signal?: AbortSignal): Promise<void> {
    this.#evidenceFiles.forget();
    this.#unsettled.clear();
    await this.#contents.readProject();
    this.#records = this.#createRecords();
    this.#rows = this.#createRows();
    this.#policy = undefined;
    this.#forgetSummary();
    await this.#contents.readOthers(onProgress, signal);
    await this.settle();
  }

  /**
   * Takes in that a file or folder changed, came or went. After a change of the project file everything has to be loaded
   * instead. Resolves to whether it plays a part here: what plays none costs nothing.
   */
  async update(location: string): Promise<boolean> {
    const isEvidence = this.#evidenceFiles.isNamed(location);
    const concerns = (await this.#contents.update(location)) || isEvidence;
    if (isEvidence) {
      this.#evidenceFiles.forget(location);
      for (const file of this.#contents.all(({ evidence }, each) => (evidence ? each : []))) this.#unsettled.add(file);
    }
    await this.settle();
    // Each path that was typed in a document on the way to the right one was looked for.
    if (concerns) this.#evidenceFiles.keep(this.registers.evidence);
    return concerns;
  }

  /** Takes a document's text as it stands in an editor. False where the file is none of its documents. */
  setText(location: string, text: string): boolean {
    return this.#contents.setText(location, text);
  }

  /**
   * Looks for evidence that a document has named since it was read. Resolves to whether there was any: after `setText`,
   * which does not wait for a disk, the summary can change once more.
   */
  async settle(): Promise<boolean> {
    // A folder that cannot be searched is in no summary.
    this.#found = undefined;
    const files = [...this.#unsettled];
    this.#unsettled.clear();
    await this.#evidenceFiles.look(
      files.flatMap((file) => {
        const content = this.#contents.of(file);
        return content ? this.#rows.of(file, content).evidence : [];
      }),
    );
    for (const file of files) this.#record(file);
    return files.length > 0;
  }

  get #definition(): Definition {
    return this.#contents.definition;
  }

  get #project(): Project {
    return this.#definition.project;
  }

  /** With their locations. */
  get #scopingDocuments(): readonly (readonly [string, ScopingDocument])[] {
    return this.#contents.all(({ document }, location) => (document ? [[location, document] as const] : []));
  }

  get #listed(): readonly ListedRequirement[] {
    return this.#contents.all(({ requirements }) => requirements ?? []);
  }

  get #profile(): AssessmentProfile {
    const { defaults, folder } = this.source;
    const profile = createProfile(this.#project, {
      name: this.port.name(folder),
      ...(defaults.type && { type: defaults.type }),
      today: this.today(),
      // A list that nothing could be read of is an error, and says nothing of what is in scope.
      hasList: this.#listed.length > 0,
      services: this.#contents.all(({ services }) => services ?? []),
      clouds: this.#contents.all(({ clouds }) => clouds ?? []),
      catalog: this.catalog,
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
        documents: this.#contents.all(({ evidenceDocuments }) => evidenceDocuments ?? []),
        list: eachOnce(this.#listed),
        matrices: this.matrices,
      }),
      (location) => this.port.label(location),
    );
  }

  #createSummarizer(matrices: readonly Matrix[]): () => Summary {
    const { csfVersion } = this.#project;
    const matrix = rollUp(matrices, csfVersion === undefined ? {} : { csfVersion });
    return createSummarizer(this.#profile, matrix, this.#records, this.catalog);
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

  #remove(location: string): void {
    this.#unsettled.delete(location);
    this.#rows.remove(location);
    this.#record(location);
    this.#orders.delete(location);
  }

  /** @param before what was read of the file before */
  #takeIn(location: string, content: Content, before: Content | undefined): void {
    if (content.document && content.evidence === before?.evidence) {
      // Most keys that are pressed in a document move what it names, and nothing else.
      this.#records.setMentions(location, content.document.mentions);
      this.#summary = undefined;
      return;
    }
    const role = this.#contents.roleOf(location);
    if (role === 'policy') this.#policy = undefined;
    if (role && !RECORDING.has(role)) this.#summarize = undefined;
    if (role && READ_BY.has(role)) this.#takeRowsAnew();
    this.#take(location);
  }

  /** Takes what a file says now into the records, and looks for the evidence that it names. */
  #take(location: string): void {
    const content = this.#contents.of(location);
    const rows = content && this.#rows.of(location, content);
    if (!this.#evidenceFiles.areKnown(rows?.evidence ?? [])) this.#unsettled.add(location);
    this.#record(location);
  }

  #takeRowsAnew(): void {
    this.#rows.forget();
    const registers = this.#contents.all(({ evidence, requests }, location) =>
      (evidence ?? requests) ? location : [],
    );
    for (const location of registers) this.#take(location);
  }

  #record(location: string): void {
    const content = this.#contents.of(location);
    const { document, requirements, gaps } = content ?? {};
    this.#records.set(location, {
      ...(document && { mentions: document.mentions }),
      ...(requirements && { requirements }),
      ...(gaps && { gaps }),
      ...(content && this.#rows.of(location, content)),
    });
    this.#summary = undefined;
  }
}
