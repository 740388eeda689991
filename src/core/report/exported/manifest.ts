import type { Status } from '../../assessment/status';
import type { Summary } from '../../assessment/summary';
import type { CalendarDate } from '../../calendarDate';
import { type Message, message } from '../../message';
import { filterLines, type Report, type ReportFilter, TOOL } from '../report';

/** What an export was made of, when, with what, and how much is in it: the same in every format. */
export interface Manifest {
  /** Name and version. */
  readonly tool: string;
  /** The assessment's. */
  readonly name: string;
  readonly date: CalendarDate;
  readonly basis: Summary['basis'];
  /** Only where it is a part. */
  readonly filter?: ReportFilter & { readonly message: string };
  readonly assumptions: readonly string[];
  readonly matrices: readonly ManifestMatrix[];
  readonly counts: {
    readonly controls: number;
    /** 0 without a requirement list. */
    readonly requirements: number;
    /** Of the requirements where there is a list, else of the controls. */
    readonly byStatus: Readonly<Record<Status, number>>;
  };
  /** How many ids could not be resolved. */
  readonly unresolved: number;
}

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
  const { summary, filter, matrices, today, toolVersion, translate } = report;
  const { controls, requirements, byStatus } = summary.totals;
  return {
    tool: `${TOOL} ${toolVersion}`,
    name: summary.name,
    date: today,
    basis: summary.basis,
    ...(filter && { filter: { ...filter, message: filterLines(report).map(translate).join('') } }),
    assumptions: summary.assumptions.map(translate),
    matrices: matrices.map(({ name: file, sha256 = null, entries, version, preamble }) => ({
      file,
      sha256,
      entries,
      ...(version !== undefined && { version }),
      ...(preamble !== undefined && { preamble }),
    })),
    counts: { controls, requirements, byStatus },
    unresolved: summary.unresolved.length,
  };
}

/** What a document for people says of the manifest beside its title, its part, its matrices and its totals. */
export function manifestFacts(report: Report): readonly Message[] {
  const { matrices, unresolved } = manifestOf(report);
  return [
    ...matrices.flatMap(({ file, version }) =>
      version === undefined ? [] : [message('report-srm-version', file, version)],
    ),
    message('report-unresolved-count', unresolved),
  ];
}
