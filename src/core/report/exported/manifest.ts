import type { Status } from '../../assessment/status';
import type { Summary } from '../../assessment/summary';
import type { CalendarDate } from '../../calendarDate';
import { type Message, message } from '../../message';
import { PROFILE_FIELDS, type ProfileField } from '../../sharing/profile';
import { TOOL } from '../exportMark';
import { type CopyMark, filterLines, type Report, type ReportFilter, shows } from '../report';

/** A number; null where a copy does not show it. */
export type Figure = number | null;

/** What an export was made of, when, with what, and how much is in it: the same in every format. */
export interface Manifest {
  /** Name and version. */
  readonly tool: string;
  /** Only where it was handed to somebody. */
  readonly copy?: CopyMark;
  /** Only where it leaves something out. */
  readonly profile?: ManifestProfile;
  /** The assessment's; null where a copy does not show it. */
  readonly name: string | null;
  readonly date: CalendarDate;
  readonly basis: Summary['basis'];
  /** Only where it is a part. */
  readonly filter?: ManifestFilter;
  readonly assumptions: readonly string[];
  readonly matrices: readonly ManifestMatrix[];
  readonly counts: {
    readonly controls: Figure;
    /** 0 without a requirement list. */
    readonly requirements: Figure;
    /** Of the requirements where there is a list, else of the controls. */
    readonly byStatus: Readonly<Record<Status, Figure>>;
  };
  /** How many ids could not be resolved. */
  readonly unresolved: Figure;
}

/** For which readers it was made, and all that it shows them. */
export interface ManifestProfile {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly ProfileField[];
}

export type ManifestFilter = Pick<ReportFilter, 'words'> &
  Readonly<Record<Exclude<keyof ReportFilter, 'words'>, Figure>> & { readonly message: string };

export interface ManifestMatrix {
  readonly file: string;
  /** In hexadecimal; null where the host could not tell it. */
  readonly sha256: string | null;
  readonly entries: number;
  /** As its publisher counts, where the project says so. */
  readonly version?: string;
  /** What it says of itself above its header row. */
  readonly preamble?: string;
}

export function manifestOf(report: Report): Manifest {
  const { summary, copy, profile, today, toolVersion, translate } = report;
  const { controls, requirements, byStatus } = summary.totals;
  const total = (count: number): Figure => (shows(report, 'totals') ? count : null);
  return {
    tool: `${TOOL} ${toolVersion}`,
    ...(copy && { copy: copyOf(copy) }),
    ...(profile && { profile: profileOf(profile.fields, profile) }),
    name: shows(report, 'name') ? summary.name : null,
    date: today,
    basis: summary.basis,
    ...filterOf(report, total),
    assumptions: shows(report, 'assumptions') ? summary.assumptions.map(translate) : [],
    matrices: matricesOf(report),
    counts: {
      controls: total(controls),
      requirements: total(requirements),
      byStatus: eachStatus((status) => total(byStatus[status])),
    },
    unresolved: shows(report, 'unresolved') ? summary.unresolved.length : null,
  };
}

/** Without what is blank. */
function copyOf({ number, recipient, organization, purpose, date, expires, limitations }: CopyMark): CopyMark {
  return {
    number,
    recipient,
    ...(organization && { organization }),
    purpose,
    date,
    ...(expires && { expires }),
    ...(limitations && { limitations }),
  };
}

/** With the fields in their order, whatever order they were allowed in. Exported for reading it back. */
export function profileOf(
  fields: ReadonlySet<string>,
  { id, title }: Pick<ManifestProfile, 'id' | 'title'>,
): ManifestProfile {
  return { id, title, fields: PROFILE_FIELDS.filter((field) => fields.has(field)) };
}

function filterOf(report: Report, total: (count: number) => Figure): Pick<Manifest, 'filter'> {
  if (!report.filter) return {};
  const { words, controls, allControls, requirements, allRequirements } = report.filter;
  return {
    filter: {
      words,
      controls: total(controls),
      allControls: total(allControls),
      requirements: total(requirements),
      allRequirements: total(allRequirements),
      message: filterLines(report).map(report.translate).join(''),
    },
  };
}

/** Exported for reading them back. */
export function eachStatus(figureOf: (status: Status) => Figure): Manifest['counts']['byStatus'] {
  return {
    'needs-evidence': figureOf('needs-evidence'),
    unknown: figureOf('unknown'),
    'coverage-needed': figureOf('coverage-needed'),
    'awaiting-approval': figureOf('awaiting-approval'),
    complete: figureOf('complete'),
    inherited: figureOf('inherited'),
    'not-applicable': figureOf('not-applicable'),
  };
}

function matricesOf(report: Report): readonly ManifestMatrix[] {
  if (!shows(report, 'matrices')) return [];
  return report.matrices.map(({ name: file, sha256 = null, entries, version, preamble }) => ({
    file,
    sha256,
    entries,
    ...(version !== undefined && { version }),
    ...(preamble !== undefined && { preamble }),
  }));
}

/** What a document for people says of the manifest beside its title, its part, its matrices and its totals. */
export function manifestFacts(report: Report): readonly Message[] {
  const { matrices, unresolved } = manifestOf(report);
  return [
    ...matrices.flatMap(({ file, version }) =>
      version === undefined ? [] : [message('report-srm-version', file, version)],
    ),
    ...(unresolved === null ? [] : [message('report-unresolved-count', unresolved)]),
  ];
}
