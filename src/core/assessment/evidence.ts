import type { Catalog } from '../csf/catalog';
import { readSubject, type Subject } from '../csf/subject';
import { type Message, message } from '../message';
import { problem, type Problem, type ProblemCode } from '../problems';
import { DATE_COLUMNS, type DateColumn, type Dates, readDocumentCells } from './documentCells';
import { type EvidenceDocuments, lacksDocument } from './evidenceDocuments';
import type { EvidenceType } from './evidenceType';
import { type MaturityLevel, parseMaturityLevel } from './maturity';
import { ID_COLUMNS, readRegister, type RegisterRow } from './register';

export const EVIDENCE_STATES = ['requested', 'collected', 'reviewed', 'accepted', 'rejected', 'uploaded'] as const;
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

/** States in which there is a document that an assessor could be shown. */
const AT_HAND: ReadonlySet<EvidenceState> = new Set(['collected', 'reviewed', 'accepted', 'uploaded']);

/** One document that supports one control or requirement at one maturity level: a row of `evidence.csv`. */
export interface Evidence extends Subject {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** Undefined where the row gives none; an e1 or i1 needs none, for it scores one level only. */
  readonly maturity?: MaturityLevel;
  readonly title: string;
  /** A path relative to the project, or a link. */
  readonly location?: string;
  readonly state: EvidenceState;
  /** The document whose folder its path begins in; undefined where it begins in the project's. */
  readonly relativeTo?: string;
  readonly type?: EvidenceType;
  /** As written: joins it with its requirement where that has another id. */
  readonly cvid?: string;
  /** The document in `documents.csv` that it refers to. */
  readonly documentId?: string;
  /** Its dates by their column. */
  readonly dates?: Dates;
  /** Of the file as it was recorded, in lower case. */
  readonly sha256?: string;
}

/** Where the file of a piece of evidence is looked for: equal for those that mean the same file. */
export function pathKey({ location = '', relativeTo = '' }: Pick<Evidence, 'location' | 'relativeTo'>): string {
  return `${relativeTo}\n${location}`;
}

/** Whether the path of a piece of evidence leads to a file, or to where nobody may look. */
export type Lookup = (item: Evidence) => boolean | 'outside';

/** Evidence that counts, at its level. */
export type UsableEvidence = Evidence & Required<Pick<Evidence, 'maturity'>>;

/** Evidence that is at hand by its state and does not count all the same. */
export interface UnusableEvidence {
  readonly item: Evidence;
  readonly why: Problem;
}

export interface EvidenceReading {
  readonly evidence: readonly Evidence[];
  readonly problems: readonly Problem[];
}

/** Evidence whose row names only a CVID: what it is for, the requirement list or the matrix tells. */
export type UnplacedEvidence = Omit<Evidence, keyof Subject | 'cvid'> & Required<Pick<Evidence, 'cvid'>>;

export interface EvidenceRegisterReading extends EvidenceReading {
  readonly unplaced: readonly UnplacedEvidence[];
}

/**
 * Reads `evidence.csv`. A row whose id, level or state cannot be read becomes a problem; a row that can be read and does
 * not count (`findUsable`) is kept, so that it can be shown. A date, type or hash that cannot be read is a problem, and the
 * row counts without it.
 */
export function readEvidence(bytes: Uint8Array, file: string, name: string, catalog: Catalog): EvidenceRegisterReading {
  const register = readRegister(bytes, file, name, [[...ID_COLUMNS, 'cvid']]);
  const problems = [...register.problems];
  const unplaced: UnplacedEvidence[] = [];
  const evidence: Evidence[] = [];
  for (const row of register.rows) {
    const id = row.get(...ID_COLUMNS);
    const cvid = row.get('cvid');
    const subject = id === '' ? undefined : readSubject(id, catalog);
    if (typeof subject === 'string') problems.push(problem(subject, file, { line: row.line }, id));
    else if (!subject && cvid === '') problems.push(problem('missing-id', file, { line: row.line }));
    else {
      const item = readItem(row, file, problems);
      if (!item) continue;
      // A literal that begins with a spread is made slowly, and there are thousands.
      const { control, requirement } = subject ?? {};
      if (control === undefined) unplaced.push({ cvid, ...item });
      else evidence.push({ control, ...(requirement && { requirement }), ...(cvid && { cvid }), ...item });
    }
  }
  return { evidence, unplaced, problems };
}

/** What a row says beside what it is for; undefined where its level or its state cannot be read. */
function readItem(row: RegisterRow, file: string, problems: Problem[]): Omit<Evidence, keyof Subject> | undefined {
  const place = { line: row.line };
  const level = row.get('maturity', 'level', 'maturity_level');
  const maturity = parseMaturityLevel(level);
  const stateCell = row.get('state').toLowerCase() || 'collected';
  const state = EVIDENCE_STATES.find((known) => known === stateCell);
  if (level !== '' && !maturity) problems.push(problem('unknown-maturity', file, place, level));
  else if (!state) problems.push(problem('unknown-state', file, place, stateCell, EVIDENCE_STATES));
  else {
    const documentId = row.get('document_id');
    return {
      file,
      line: row.line,
      ...(maturity && { maturity }),
      title: row.get('title', 'document_id', 'location'),
      state,
      ...(documentId && { documentId }),
      ...readDocumentCells(row, file, problems, datesOfDocument(row)),
    };
  }
  return undefined;
}

/** What stands where evidence belongs, and is none yet. */
const PLACEHOLDER = String.raw`tbd|todo|tba|tbc|n[/.]?a|none|pending`;
const PLACEHOLDER_TEXT = new RegExp(String.raw`^[^\p{L}\p{N}]*(?:(?:${PLACEHOLDER})[^\p{L}\p{N}]*)?$`, 'iu');
const LINK = new RegExp(String.raw`^https?:\/\/(?!(?:${PLACEHOLDER})(?:[/?#]|$))[\p{L}\p{N}]\S*$`, 'iu');
/** What begins like an address and is no path, such as `http://` alone, `javascript:` or another machine's `\\\\share`. */
const ADDRESS = /^(?:[a-z][\w+.-]+:\/\/|(?:https?|file|javascript|vbscript|data|mailto|about):|\\\\|\/\/)/i;

/**
 * The dates that a row of evidence gives of the document itself. Where somebody reviewed the evidence, or the document has
 * a row of its own, `reviewed_on` is the day of that review, and renews no policy.
 */
function datesOfDocument(row: RegisterRow): readonly DateColumn[] {
  const isOfEvidence = row.get('reviewed_by') !== '' || row.get('document_id') !== '';
  return isOfEvidence ? DATE_COLUMNS.filter((column) => column !== 'reviewed_on') : DATE_COLUMNS;
}

/** Whether a location is a link rather than a path in the workspace. Nothing is fetched: a link is taken at its word. */
export function isLink(location: string): boolean {
  return LINK.test(location);
}

/** Whether a text says that there is no evidence yet: `TBD`, `n/a`, `-`. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER_TEXT.test(text);
}

/**
 * The evidence that counts (README, rule 3): it has a maturity level where one is needed, can be found, and is past
 * *requested*. What should count and does not is a problem.
 *
 * @param evidence with what the documents say that it refers to
 * @param exists what its path leads to
 * @param levels the levels that the assessment scores; where it is one, rows need not name it
 * @param documents those that rows can refer to; undefined where the project has no `documents.csv`
 */
export function findUsable(
  evidence: readonly Evidence[],
  exists: Lookup,
  levels: readonly MaturityLevel[],
  documents?: EvidenceDocuments,
): {
  readonly usable: readonly UsableEvidence[];
  readonly unusable: readonly UnusableEvidence[];
  readonly problems: readonly Problem[];
} {
  const unusable: UnusableEvidence[] = [];
  const usable: UsableEvidence[] = [];
  for (const item of evidence) {
    if (!AT_HAND.has(item.state)) continue;
    const maturity = item.maturity ?? (levels.length === 1 ? levels[0] : undefined);
    const failure = locationProblem(item, exists, documents);
    if (failure) unusable.push({ item, why: failure });
    else if (maturity === undefined)
      unusable.push({ item, why: problem('missing-maturity', item.file, { line: item.line }) });
    // Most rows name their level and stay the objects that they are, which makes it quick to see what changed.
    else usable.push(item.maturity === undefined ? { maturity, ...item } : (item as UsableEvidence));
  }
  return { usable, unusable, problems: unusable.map(({ why }) => why) };
}

/** Whether a location may be looked for on the disk: what begins like an address is left alone. */
export function isPath(location: string): boolean {
  return location !== '' && !ADDRESS.test(location);
}

/** Why evidence cannot be found; undefined where it can. */
function locationProblem(
  item: Evidence,
  exists: Lookup,
  documents: EvidenceDocuments | undefined,
): Problem | undefined {
  const { file, line, title, location, documentId = '' } = item;
  if (location && isLink(location)) return undefined;
  const report = (code: ProblemCode, cell: string): Problem => problem(code, file, { line }, cell);
  if (!location) {
    const isUnknown = documents && lacksDocument(item, documents);
    return isUnknown ? report('unknown-document', documentId) : report('evidence-without-location', title);
  }
  if (isPlaceholder(location)) return report('evidence-placeholder', location);
  if (!isPath(location)) return report('evidence-no-link', location);
  const found = exists(item);
  if (found === 'outside') return report('path-outside-workspace', location);
  return found ? undefined : report('missing-evidence-file', location);
}

/** Why evidence is not used by its state; undefined where it may be. */
export function whyNotUsed({ state, title }: Pick<Evidence, 'state' | 'title'>): Message | undefined {
  const what = title || message('evidence-untitled');
  if (state === 'requested') return message('evidence-requested', what);
  return state === 'rejected' ? message('evidence-rejected', what) : undefined;
}
