import { type OpenItem, tell } from '../assessment/openItems';
import type { ProjectItem } from '../assessment/projectItems';
import { calendarOfSummary, type ReadinessOfSummary } from '../assessment/readiness';
import type { Status } from '../assessment/status';
import type { ControlSummary, Summary, UnitSummary } from '../assessment/summary';
import type { CombinedPolicy } from '../azure/combinePolicy';
import type { Inheritability, Responsibility } from '../matrix/responsibility';
import { openItemsOf, readinessOfReport, type Report } from './report';

/** An open item in the shape that the command line promises. */
export interface OpenItemJson {
  readonly kind: OpenItem['kind'];
  readonly maturity?: OpenItem['maturity'];
  /** Where it stands on one requirement of several. */
  readonly requirement?: string;
  readonly message: string;
  readonly why: string;
}

/** A control in that shape. */
export interface ControlJson extends Pick<
  ControlSummary,
  'id' | 'title' | 'category' | 'responsibility' | 'counts' | 'status'
> {
  readonly evidence: number;
  /** Evidence for the whole control, which with a requirement list counts for none of its requirements. */
  readonly notYetMapped: number;
  readonly references: number;
  readonly openItems: readonly OpenItemJson[];
  readonly requirements: readonly RequirementJson[];
  /** How many requirements it has in all, in the export of a part that has only some of them and is told by these. */
  readonly allRequirements?: number;
}

/** A listed requirement in that shape. */
export interface RequirementJson {
  readonly id: string;
  readonly cvid?: string;
  readonly domain: string;
  readonly responsibility: Responsibility | null;
  readonly inheritability?: Inheritability;
  readonly status: Status;
  readonly openItems: readonly OpenItemJson[];
  readonly notices: readonly string[];
  readonly policy?: PolicyJson;
}

/** What Azure Policy says of a requirement in that shape: null where no file tells it. */
export interface PolicyJson {
  readonly compliant: number | null;
  readonly nonCompliant: number | null;
  readonly exempt: number | null;
  readonly unknown: number | null;
  readonly newest: string | null;
  readonly automatic: number | null;
  readonly manual: number | null;
  readonly owner: string | null;
  readonly partialView: true;
}

/** A day of the calendar in that shape. */
export interface CalendarEventJson {
  readonly date: string;
  readonly message: string;
  readonly controls: number;
  readonly requirements: number;
}

/** The summary in that shape. */
export interface SummaryJson {
  readonly basis: Summary['basis'];
  readonly totals: Summary['totals'];
  readonly controls: readonly ControlJson[];
  readonly project: readonly { readonly kind: ProjectItem['kind']; readonly message: string; readonly why: string }[];
  readonly readiness: ReadinessOfSummary;
  readonly calendar: readonly CalendarEventJson[];
  readonly unresolved: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly text: string;
    readonly reason: string;
  }[];
}

/**
 * The summary in the shape that the command line promises (README, "The JSON of the command line"). Without a
 * requirement list the totals count controls, and no control lists requirements.
 *
 * @param controls those in scope, in that shape
 */
export function summaryJson(
  report: Report,
  controls: readonly ControlJson[] = report.summary.controls.map((control) => controlJson(control, report)),
): SummaryJson {
  const { summary, translate, placeOf } = report;
  return {
    basis: summary.basis,
    totals: {
      controls: summary.totals.controls,
      requirements: summary.totals.requirements,
      byResponsibility: summary.totals.byResponsibility,
      byStatus: summary.totals.byStatus,
    },
    controls,
    project: summary.project.map(({ kind, message, why }) => ({
      kind,
      message: translate(message),
      why: translate(why),
    })),
    readiness: readinessOfReport(report),
    calendar: calendarOfSummary(summary).map(({ date, message, controls, requirements }) => ({
      date,
      message: translate(message),
      controls,
      requirements,
    })),
    unresolved: summary.unresolved.map(({ file, start, end, text, reason }) => {
      const place = placeOf(file, { start, end });
      return { file: place.file, line: place.line, column: place.column, text, reason: translate(reason) };
    }),
  };
}

/** A control in the shape that the command line promises. */
export function controlJson(of: ControlSummary, report: Report): ControlJson {
  return {
    id: of.id,
    title: of.title,
    category: of.category,
    responsibility: of.responsibility,
    counts: of.counts,
    status: of.status,
    evidence: of.evidence.length,
    notYetMapped: of.notYetMapped.length,
    references: of.references.length,
    openItems: openItemsOf(of).map(({ item, requirements }) => {
      const { kind, maturity, message, why } = openItemJson(item, report);
      const [requirement, ...others] = requirements;
      return {
        kind,
        ...(maturity && { maturity }),
        ...(requirement !== undefined && others.length === 0 && { requirement }),
        message,
        why,
      };
    }),
    requirements: of.units.flatMap((unit) => requirementJson(unit, report)),
    ...(of.allUnits !== undefined && { allRequirements: of.allUnits }),
  };
}

function requirementJson(
  { id, listed, verdict, status, openItems, notices }: UnitSummary,
  report: Report,
): readonly RequirementJson[] {
  if (!listed) return [];
  const { responsibility, inheritability } = verdict;
  const policy = report.policy.get(id);
  return [
    {
      id,
      ...(listed.cvid !== undefined && { cvid: listed.cvid }),
      domain: listed.domain,
      responsibility,
      ...(inheritability && { inheritability }),
      status,
      openItems: openItems.map((item) => openItemJson(item, report)),
      notices: [...new Set(notices.map(({ message }) => report.translate(message)))],
      ...(policy && { policy: policyJson(policy) }),
    },
  ];
}

export function policyJson(policy: CombinedPolicy): PolicyJson {
  const { basis, nonCompliantOnly, newest = null, automatic = null, manual = null, owners } = policy;
  const isCounted = basis !== undefined && !nonCompliantOnly;
  return {
    compliant: isCounted ? policy.compliant : null,
    nonCompliant: basis === undefined ? null : policy.nonCompliant,
    exempt: isCounted ? policy.exempt : null,
    unknown: isCounted ? policy.unknown : null,
    newest,
    automatic,
    manual,
    owner: owners.length > 0 ? owners.join(', ') : null,
    partialView: true,
  };
}

export function openItemJson(item: OpenItem, { translate }: Pick<Report, 'translate'>): OpenItemJson {
  return {
    kind: item.kind,
    ...(item.maturity && { maturity: item.maturity }),
    message: translate(tell(item)),
    why: translate(item.why),
  };
}
