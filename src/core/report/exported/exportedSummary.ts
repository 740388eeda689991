import type { DateColumn } from '../../assessment/documentCells';
import type { EvidenceState } from '../../assessment/evidence';
import type { MaturityLevel } from '../../assessment/maturity';
import type { RequestState } from '../../assessment/requests';
import type { RESPONSIBILITY_ORDER, Status } from '../../assessment/status';
import type { Inheritability } from '../../matrix/responsibility';
import type { Manifest } from './manifest';

// Rows are plain data, and types rather than interfaces so that they can be gone through by the names of their fields. What
// is not known or does not apply is left out, and never an empty text; so is what a copy does not show (`Manifest.profile`).

/** An exported summary as plain data: the same from each format that can be read back (`readExport`). */
export interface ExportedSummary extends ExportedTables {
  readonly manifest: Manifest;
}

/** Its tables, each in the order of the report. */
export interface ExportedTables {
  readonly controls: readonly ExportedControl[];
  readonly openItems: readonly ExportedOpenItem[];
  /** Those of the requirement list; none without one. */
  readonly requirements: readonly ExportedRequirement[];
  /** What counts. */
  readonly evidence: readonly ExportedEvidence[];
  /** Evidence for whole controls that counts for no requirement yet. */
  readonly notYetMapped: readonly ExportedEvidence[];
  readonly requests: readonly ExportedRequest[];
  readonly gaps: readonly ExportedGap[];
  readonly references: readonly ExportedReference[];
  readonly notices: readonly ExportedNotice[];
  readonly policy: readonly ExportedPolicy[];
  /** Open items of the whole assessment. */
  readonly project: readonly ExportedProjectItem[];
  readonly calendar: readonly ExportedEvent[];
  readonly unresolved: readonly ExportedUnresolved[];
  readonly problems: readonly ExportedProblem[];
}

export type TableName = keyof ExportedTables;
export type RowOf<N extends TableName> = ExportedTables[N][number];

export type ExportedResponsibility = (typeof RESPONSIBILITY_ORDER)[number];

export type ExportedControl = {
  readonly id: string;
  readonly title: string;
  readonly responsibility: ExportedResponsibility;
  readonly status: Status;
  /** By how many of its requirements it is told, where that is not all of them. */
  readonly part?: string;
};

export type ExportedOpenItem = {
  readonly control: string;
  readonly message: string;
  readonly maturity?: MaturityLevel;
  /** None where the control itself is what is evaluated. */
  readonly requirements?: readonly string[];
  readonly why?: string;
};

export type ExportedRequirement = {
  readonly control: string;
  readonly id: string;
  readonly cvid?: string;
  readonly domain: string;
  readonly responsibility: ExportedResponsibility;
  /** Of so many evaluative elements, so many can be inherited. */
  readonly inheritableElements?: number;
  readonly elements?: number;
  readonly inheritability?: Inheritability;
  readonly status: Status;
  /** What is open, in a line. */
  readonly open?: string;
  readonly file?: string;
  readonly line?: number;
  readonly rationale?: string;
};

export type ExportedEvidence = {
  readonly control: string;
  /** None where it is for the whole control. */
  readonly requirement?: string;
  readonly maturity: MaturityLevel;
  readonly title?: string;
  readonly location?: string;
  readonly state: EvidenceState;
  readonly file?: string;
  readonly line?: number;
} & Readonly<Partial<Record<DateColumn, string>>>;

export type ExportedRequest = {
  readonly control: string;
  /** None where it is for the whole control. */
  readonly requirement?: string;
  readonly state: RequestState;
  readonly type: 'external' | 'internal';
  /** Where that is not the provider of the matrix. */
  readonly provider?: string;
  readonly weight?: number;
  readonly partial: boolean;
  readonly srmVersion?: string;
  readonly justification?: string;
  readonly submitted?: string;
  readonly decided?: string;
  readonly file?: string;
  readonly line?: number;
};

export type ExportedGap = {
  readonly control: string;
  readonly requirement?: string;
  readonly id: string;
  /** None: at every level. */
  readonly maturity?: MaturityLevel;
  readonly description?: string;
  /** As written. */
  readonly state?: string;
  readonly scheduled?: string;
  readonly fixed?: string;
  readonly file?: string;
  readonly line?: number;
};

export type ExportedReference = {
  readonly control: string;
  readonly text: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
};

export type ExportedNotice = {
  readonly control: string;
  readonly requirements?: readonly string[];
  readonly message: string;
  readonly why: string;
};

export type ExportedPolicy = { readonly control: string; readonly requirement: string; readonly message: string };

export type ExportedProjectItem = { readonly message: string; readonly why: string };

export type ExportedEvent = { readonly date: string; readonly message: string };

export type ExportedUnresolved = {
  readonly text: string;
  readonly reason: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
};

export type ExportedProblem = {
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
};
