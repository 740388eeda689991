import type { OutsideService } from '../azure/services';
import type { CalendarDate } from '../calendarDate';
import type { Catalog } from '../csf/catalog';
import { categoryOf, compareControls } from '../csf/controlId';
import type { ControlVerdict, MatrixIndex, ResponsibilityCounts } from '../matrix/rollUp';
import type { Responsibility } from '../matrix/responsibility';
import { type Message, message } from '../message';
import type { Problem } from '../problems';
import type { AssessmentCalendar } from './calendar';
import { createEvaluator, createRecorded, type UnitSummary } from './evaluateControl';
import type { UsableEvidence } from './evidence';
import type { AssessmentType, MaturityLevel } from './maturity';
import type { LocatedReference, LocatedUnresolved } from './mentions';
import type { OpenItem } from './openItems';
import type { CarveOut, Certification } from './projectFile';
import { findProjectItems, type ProjectItem } from './projectItems';
import type { Records } from './records';
import { findRowProblems } from './rowProblems';
import { findScopeProblems } from './scopeProblems';
import { findStaleEvidence } from './staleEvidence';
import { type Status, STATUSES } from './status';

export type { UnitSummary } from './evaluateControl';

/** What an assessment's project file and settings say of it, and the day it is. */
export interface AssessmentProfile {
  readonly name: string;
  readonly type: AssessmentType;
  /** Whether the type is an assumption, because neither project nor settings give one. */
  readonly typeIsAssumed: boolean;
  readonly addedLevels: readonly MaturityLevel[];
  readonly today: CalendarDate;
  /** Undefined where no submission date is given. */
  readonly calendar?: AssessmentCalendar;
  /** Whether fieldwork is reckoned from the submission date, because the project does not say when it starts. */
  readonly fieldworkIsAssumed?: boolean;
  /** Whether a requirement list was read: then it is the scope (README, rule 1). */
  readonly hasList?: boolean;
  /** Their ids canonical. */
  readonly carveOuts?: readonly CarveOut[];
  /** A further name of the provider. */
  readonly provider?: string;
  /** Of the matrix, as the project gives it. */
  readonly matrixVersion?: string;
  /** Why the provider's certification cannot be relied on. */
  readonly lapsed?: Message;
  /** The provider's letter, as far as it is recorded. */
  readonly certification?: Certification;
  /** Services in use outside the provider's audit scope. */
  readonly outside?: readonly OutsideService[];
  /** The names of all services that are known, to tell one from another whose name is longer. */
  readonly services?: readonly string[];
  /** How a file is called in messages that name two. */
  readonly nameOf?: (file: string) => string;
  /** What is not recorded of the provider: its letter, the services. */
  readonly notRecorded?: readonly Message[];
}

export interface ControlSummary {
  readonly id: string;
  readonly title: string;
  /** `01` */
  readonly category: string;
  readonly responsibility: ControlVerdict['responsibility'];
  readonly counts: ResponsibilityCounts;
  readonly status: Status;
  /** Of all its requirements together. */
  readonly openItems: readonly OpenItem[];
  /** With a requirement list the listed ones. */
  readonly units: readonly UnitSummary[];
  /** How many there are in all, where these are only some of them: the rest of what is told is by these alone. */
  readonly allUnits?: number;
  /** What counts. */
  readonly evidence: readonly UsableEvidence[];
  /** What is recorded for the whole control, and with a requirement list counts for none of its requirements (rule 4). */
  readonly notYetMapped: readonly UsableEvidence[];
  /** In the order of files and offsets. */
  readonly references: readonly LocatedReference[];
}

export interface Summary {
  readonly name: string;
  /** The day that it is of. */
  readonly today: CalendarDate;
  /** What scope rests on (README, rule 1). */
  readonly basis: 'requirements' | 'documents';
  readonly totals: {
    readonly controls: number;
    /** Those that are listed; 0 without a requirement list. */
    readonly requirements: number;
    /** Of the requirements where there is a list, else of the controls; so is the next. */
    readonly byResponsibility: Readonly<Record<Responsibility | 'mixed' | 'unknown', number>>;
    readonly byStatus: Readonly<Record<Status, number>>;
  };
  /** In the framework's order. */
  readonly controls: readonly ControlSummary[];
  /** The same by their ids. */
  readonly controlById: ReadonlyMap<string, ControlSummary>;
  /** The places in the documents that name a control or one of its requirements, in scope or not, in order. */
  readonly referencesOf: (control: string) => readonly LocatedReference[];
  /** What the matrices say of everything they hold. */
  readonly matrix: MatrixIndex;
  /** Open items of the whole assessment, which have no effect on any status. */
  readonly project: readonly ProjectItem[];
  readonly calendar?: AssessmentCalendar;
  readonly certification?: Certification;
  /** What was taken for granted, or is not recorded, to be said beside the figures. */
  readonly assumptions: readonly Message[];
  /** What reads like an id in the documents and is none. */
  readonly unresolved: readonly LocatedUnresolved[];
  /** The same as problems, and what in the matrix and the registers contradicts itself or does not count. */
  readonly problems: readonly Problem[];
}

/**
 * Makes the function that says what is open on everything in scope, by the records as they are when it is called. It
 * evaluates a control again only when something else is recorded for it: most keys that are pressed in a document move
 * its references, and nothing else.
 */
export function createSummarizer(
  profile: AssessmentProfile,
  matrix: MatrixIndex,
  records: Records,
  catalog: Catalog,
): () => Summary {
  const { name, calendar, certification, hasList = false } = profile;
  const evaluateControl = createEvaluator(matrix, records, profile);
  const summarizeControl = (id: string): ControlSummary => {
    const references = records.references.of(id);
    // Each by its name: a spread is slow, and this is done for every control at every key.
    const { responsibility, counts, status, openItems, units, evidence, notYetMapped } = evaluateControl(id);
    return {
      id,
      title: catalog.controls.get(id)?.title ?? '',
      category: categoryOf(id),
      responsibility,
      counts,
      status,
      openItems,
      units,
      evidence,
      notYetMapped,
      get references() {
        return references.items;
      },
    };
  };
  const idsInScope = (): readonly string[] => {
    if (!hasList) return records.references.controls;
    return records.listed.controls.filter((id) =>
      records.listed.of(id).items.some(({ applicability }) => applicability !== 'removed'),
    );
  };
  return () => {
    const controls = idsInScope().toSorted(compareControls).map(summarizeControl);
    const controlById = new Map(controls.map((control) => [control.id, control]));
    const { unresolved, problems } = records;
    let allProblems: readonly Problem[] | undefined;
    return {
      name,
      today: profile.today,
      basis: hasList ? 'requirements' : 'documents',
      totals: totalsOf(controls, hasList),
      controls,
      controlById,
      referencesOf: (control) => records.references.of(control).items,
      matrix,
      get project() {
        return findProjectItems(controls, profile);
      },
      ...(calendar && { calendar }),
      ...(certification && { certification }),
      assumptions: [...assumptionsOf(profile), ...versionsTaken(matrix)],
      unresolved,
      // Made when it is asked for, and once: no lens waits for it, and several features ask.
      get problems() {
        allProblems ??= [
          ...unresolved.map(({ reason }) => reason),
          ...matrix.problems,
          ...problems,
          ...(hasList ? findScopeProblems(controlById, records, profile.nameOf) : []),
          ...findRowProblems(controlById, matrix, records, profile),
          ...findStaleEvidence(controls, createRecorded(matrix, records, profile), calendar),
        ];
        return allProblems;
      },
    };
  };
}

function assumptionsOf(profile: AssessmentProfile): readonly Message[] {
  const { typeIsAssumed, type, calendar, fieldworkIsAssumed, hasList, notRecorded = [] } = profile;
  return [
    ...(typeIsAssumed ? [message('assumed-type', type)] : []),
    ...(calendar && fieldworkIsAssumed
      ? [message('assumed-fieldwork', calendar.fieldworkStart, calendar.clocks.fieldworkDays)]
      : []),
    ...(hasList && !calendar ? [message('no-submission-date')] : []),
    ...notRecorded,
  ];
}

/** Of which CSF versions the rows of the matrix are, where they are of several, and which were taken. */
function versionsTaken({ versions: { counts, hasOwn } }: MatrixIndex): readonly Message[] {
  const found = [...counts.keys()];
  if (found.length < 2) return [];
  return [hasOwn ? message('version-taken', found) : message('versions-together', found)];
}

/** What controls come to: their requirements where those are listed. */
export function totalsOf(controls: readonly ControlSummary[], hasList: boolean): Summary['totals'] {
  const byResponsibility = { customer: 0, shared: 0, azure: 0, mixed: 0, unknown: 0 };
  const byStatus = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>;
  let requirements = 0;
  const count = (responsibility: ControlSummary['responsibility'], status: Status): void => {
    byResponsibility[responsibility ?? 'unknown']++;
    byStatus[status]++;
  };
  for (const control of controls) {
    if (!hasList) count(control.responsibility, control.status);
    for (const { verdict, status } of hasList ? control.units : []) {
      requirements++;
      count(verdict.responsibility, status);
    }
  }
  return { controls: controls.length, requirements, byResponsibility, byStatus };
}
