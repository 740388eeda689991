import type { Catalog } from '../csf/catalog';
import { readSubject, type Subject } from '../csf/subject';
import type { CalendarDate } from '../calendarDate';
import { problem, type Problem } from '../problems';
import type { EvidenceType } from './evidenceType';
import { type MaturityLevel, parseMaturityLevel } from './maturity';
import { ID_COLUMNS, readRegister } from './register';

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
  /** The document in `documents.csv` that it refers to. */
  readonly documentId?: string;
  /** Its dates by their column. */
  readonly dates?: Dates;
  /** Of the file as it was recorded, in lower case. */
  readonly sha256?: string;
}

export const DATE_COLUMNS = ['approved_on', 'effective_from', 'reviewed_on', 'captured_on'] as const;
export type DateColumn = (typeof DATE_COLUMNS)[number];
export type Dates = Readonly<Partial<Record<DateColumn, CalendarDate>>>;

/** Where the file of a piece of evidence is looked for: equal for those that mean the same file. */
export function pathKey({ location = '', relativeTo = '' }: Pick<Evidence, 'location' | 'relativeTo'>): string {
  return `${relativeTo}\n${location}`;
}

/** Evidence that counts, at its level. */
export type UsableEvidence = Evidence & Required<Pick<Evidence, 'maturity'>>;

export interface EvidenceReading {
  readonly evidence: readonly Evidence[];
  readonly problems: readonly Problem[];
}

/**
 * Reads `evidence.csv`. A row whose id, level or state cannot be read becomes a problem; a row that can be read and does
 * not count (`findUsable`) is kept, so that it can be shown.
 */
export function readEvidence(bytes: Uint8Array, file: string, name: string, catalog: Catalog): EvidenceReading {
  const register = readRegister(bytes, file, name, [ID_COLUMNS]);
  const problems = [...register.problems];
  const evidence = register.rows.flatMap((row): Evidence[] => {
    const place = { line: row.line };
    const id = row.get(...ID_COLUMNS);
    const subject = readSubject(id, catalog);
    const level = row.get('maturity', 'level', 'maturity_level');
    const maturity = parseMaturityLevel(level);
    const stateCell = row.get('state').toLowerCase() || 'collected';
    const state = EVIDENCE_STATES.find((known) => known === stateCell);
    if (typeof subject === 'string') problems.push(problem(subject, file, place, id));
    else if (level !== '' && !maturity) problems.push(problem('unknown-maturity', file, place, level));
    else if (!state) problems.push(problem('unknown-state', file, place, stateCell, EVIDENCE_STATES));
    else {
      const location = row.get('location');
      const title = row.get('title', 'document_id', 'location');
      const dates = DATE_COLUMNS.flatMap((column) => {
        const date = row.get(column, ...(column === 'captured_on' ? ['collected'] : []));
        return date === '' ? [] : [[column, date] as const];
      });
      return [
        {
          ...subject,
          file,
          line: row.line,
          ...(maturity && { maturity }),
          title,
          ...(location && { location }),
          state,
          ...(dates.length > 0 && { dates: Object.fromEntries(dates) }),
        },
      ];
    }
    return [];
  });
  return { evidence, problems };
}

/** Whether a location is a link rather than a path in the workspace. Nothing is fetched: a link is taken at its word. */
export function isLink(location: string): boolean {
  return /^https?:\/\/(?!(?:tbd|todo|tba|n\/?a)\b)[\p{L}\p{N}]\S*$/iu.test(location);
}

/**
 * The evidence that counts (README, rule 3): it has a maturity level where one is needed, can be found, and is past
 * *requested*. What should count and does not is a problem.
 *
 * @param exists whether its path leads to a file
 * @param levels the levels that the assessment scores; where it is one, rows need not name it
 */
export function findUsable(
  evidence: readonly Evidence[],
  exists: (item: Evidence) => boolean,
  levels: readonly MaturityLevel[],
): { readonly usable: readonly UsableEvidence[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const usable = evidence.flatMap((item): UsableEvidence[] => {
    if (!AT_HAND.has(item.state)) return [];
    const place = { line: item.line };
    const maturity = item.maturity ?? (levels.length === 1 ? levels[0] : undefined);
    if (!item.location) problems.push(problem('evidence-without-location', item.file, place, item.title));
    else if (!isLink(item.location) && !exists(item)) {
      problems.push(problem('evidence-not-found', item.file, place, item.location));
    } else if (maturity === undefined) problems.push(problem('missing-maturity', item.file, place));
    else return [{ maturity, ...item }];
    return [];
  });
  return { usable, problems };
}
