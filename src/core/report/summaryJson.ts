import { type OpenItem, tell } from '../assessment/openItems';
import type { ProjectItem } from '../assessment/projectItems';
import { calendarOfSummary, type ReadinessOfSummary } from '../assessment/readiness';
import type { Status } from '../assessment/status';
import type { ControlSummary, Summary, UnitSummary } from '../assessment/summary';
import type { CombinedPolicy } from '../azure/combinePolicy';
import type { Inheritability, Responsibility } from '../matrix/responsibility';
import type { Figure } from './exported/manifest';
import { openItemsOf, readinessOfReport, type Report, shows } from './report';

/** An open item in the shape that the command line promises. */
export interface OpenItemJson {
  readonly kind: OpenItem['kind'];
  readonly maturity?: OpenItem['maturity'];
  /** Where it stands on one requirement of several. */
  readonly requirement?: string;
  readonly message: string;
  readonly why: string | null;
}

// Keys stay in a copy that leaves something out: what is null, or a list with nothing in it, may be left out there.

/** A control in that shape. */
export interface ControlJson extends Pick<ControlSummary, 'id' | 'category'> {
  readonly title: string | null;
  readonly responsibility: ControlSummary['responsibility'];
  readonly counts: Readonly<Record<keyof ControlSummary['counts'], Figure>>;
  readonly status: Status | null;
  readonly evidence: Figure;
  /** Evidence for the whole control, which with a requirement list counts for none of its requirements. */
  readonly notYetMapped: Figure;
  readonly references: Figure;
  readonly openItems: readonly OpenItemJson[];
  readonly requirements: readonly RequirementJson[];
  /** How many requirements it has in all, in the export of a part that has only some of them and is told by these. */
  readonly allRequirements?: Figure;
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
  readonly totals: {
    readonly controls: Figure;
    readonly requirements: Figure;
    readonly byResponsibility: Readonly<Record<keyof Summary['totals']['byResponsibility'], Figure>>;
    readonly byStatus: Readonly<Record<Status, Figure>>;
  };
  readonly controls: readonly ControlJson[];
  readonly project: readonly { readonly kind: ProjectItem['kind']; readonly message: string; readonly why: string }[];
  readonly readiness: ReadinessOfSummary;
  readonly calendar: readonly CalendarEventJson[];
  readonly unresolved: readonly {
    readonly file: string | null;
    readonly line: Figure;
    readonly column: Figure;
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
  const { totals, basis } = summary;
  const total = figureWhere(shows(report, 'totals'));
  return {
    basis,
    totals: {
      controls: total(totals.controls),
      requirements: total(totals.requirements),
      byResponsibility: each(totals.byResponsibility, total),
      byStatus: each(totals.byStatus, total),
    },
    controls,
    project: where(shows(report, 'project'), summary.project).map(({ kind, message, why }) => ({
      kind,
      message: translate(message),
      why: translate(why),
    })),
    readiness: readinessOfReport(report),
    calendar: where(shows(report, 'calendar'), calendarOfSummary(summary)).map(
      ({ date, message, controls, requirements }) => ({ date, message: translate(message), controls, requirements }),
    ),
    unresolved: where(shows(report, 'unresolved'), summary.unresolved).map(({ file, start, end, text, reason }) => {
      const { file: name, line, column } = shownPlace(placeOf(file, { start, end }), report);
      return { file: name, line, column, text, reason: translate(reason) };
    }),
  };
}

/** Makes the function that keeps a figure, or leaves it out. */
function figureWhere(isShown: boolean): (figure: number) => Figure {
  return (figure) => (isShown ? figure : null);
}

function each<K extends string>(
  figures: Readonly<Record<K, number>>,
  take: (figure: number) => Figure,
): Readonly<Record<K, Figure>> {
  const all = Object.entries<number>(figures).map(([name, figure]) => [name, take(figure)]);
  return Object.fromEntries(all) as Record<K, Figure>;
}

/** Exported for the other keys of an export; so is the next. */
export function where<T>(isShown: boolean, items: readonly T[]): readonly T[] {
  return isShown ? items : [];
}

export function shownPlace<P extends object>(place: P, report: Report): P | Readonly<Record<keyof P, null>> {
  if (shows(report, 'places')) return place;
  return Object.fromEntries(Object.keys(place).map((name) => [name, null])) as Record<keyof P, null>;
}

/** A control in the shape that the command line promises. */
export function controlJson(of: ControlSummary, report: Report): ControlJson {
  const isShown = shows(report, 'controls');
  const evidence = figureWhere(shows(report, 'evidence'));
  return {
    id: of.id,
    title: isShown ? of.title : null,
    category: of.category,
    responsibility: isShown ? of.responsibility : null,
    counts: each(of.counts, figureWhere(isShown)),
    status: isShown ? of.status : null,
    evidence: evidence(of.evidence.length),
    notYetMapped: evidence(of.notYetMapped.length),
    references: figureWhere(shows(report, 'references'))(of.references.length),
    openItems: where(shows(report, 'openItems'), openItemsOf(of)).map(({ item, requirements }) => {
      const { kind, maturity, message, why } = openItemJson(item, report);
      const [requirement, ...others] = requirements;
      return {
        kind,
        ...(maturity && { maturity }),
        ...(requirement !== undefined && others.length === 0 && shows(report, 'requirements') && { requirement }),
        message,
        why,
      };
    }),
    requirements: where(shows(report, 'requirements'), of.units).flatMap((unit) => requirementJson(unit, report)),
    ...(of.allUnits !== undefined && { allRequirements: shows(report, 'requirements') ? of.allUnits : null }),
  };
}

function requirementJson(
  { id, listed, verdict, status, openItems, notices }: UnitSummary,
  report: Report,
): readonly RequirementJson[] {
  if (!listed) return [];
  const { responsibility, inheritability } = verdict;
  const policy = shows(report, 'policy') ? report.policy.get(id) : undefined;
  return [
    {
      id,
      ...(listed.cvid !== undefined && { cvid: listed.cvid }),
      domain: listed.domain,
      responsibility,
      ...(inheritability && { inheritability }),
      status,
      openItems: where(shows(report, 'openItems'), openItems).map((item) => openItemJson(item, report)),
      notices: [...new Set(where(shows(report, 'notices'), notices).map(({ message }) => report.translate(message)))],
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

export function openItemJson(item: OpenItem, report: Pick<Report, 'translate' | 'profile'>): OpenItemJson {
  const { translate } = report;
  return {
    kind: item.kind,
    ...(item.maturity && { maturity: item.maturity }),
    message: translate(tell(item)),
    why: shows(report, 'openItems.why') ? translate(item.why) : null,
  };
}
