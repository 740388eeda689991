import { openLines, sameness } from '../assessment/combine';
import type { Gap } from '../assessment/gaps';
import type { OpenItem } from '../assessment/openItems';
import { type ReadinessOfSummary, readinessOfBars } from '../assessment/readiness';
import type { ListedRequirement } from '../assessment/requirementList';
import { scopeWords } from '../assessment/status';
import { type StatusBars, statusBarsOf } from '../assessment/statusBars';
import type { ControlSummary, Summary, UnitSummary } from '../assessment/summary';
import type { CombinedPolicy } from '../azure/combinePolicy';
import type { CalendarDate } from '../calendarDate';
import type { Catalog } from '../csf/catalog';
import { groupBy } from '../groupBy';
import { type Message, message, type Reasoned, type Translate } from '../message';
import type { Problem } from '../problems';
import type { ProfileField } from '../sharing/profile';
import type { Span } from '../span';

/** A matrix file as a report names it. */
export interface ReportedMatrix {
  /** As a person sees it, relative to where they work. */
  readonly name: string;
  readonly entries: number;
  /** As its publisher counts, where the project says so. */
  readonly version?: string;
  /** Of the file's bytes, in hexadecimal; undefined where the host cannot tell it. */
  readonly sha256?: string;
  /** What it says of itself above its header row. */
  readonly preamble?: string;
}

/** A place in a file as reports name it: all 1-based, in UTF-16 units, `endColumn` exclusive. */
export interface ReportedPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** Something wrong in one of the files, and where: at the beginning where the whole file is meant. */
export interface ReportedProblem {
  readonly problem: Problem;
  readonly place: ReportedPlace;
}

/** What a report of a part was restricted to, and how much of the whole that is. */
export interface ReportFilter {
  /** As a person would say it; empty where it was a selection. */
  readonly words: string;
  readonly controls: number;
  readonly allControls: number;
  /** 0 without a requirement list; so is the next. */
  readonly requirements: number;
  readonly allRequirements: number;
}

/** Who was given this copy, for what and for how long: visible in the copy itself. */
export interface CopyMark {
  /** Its id in the sharing register: `S-0007`. */
  readonly number: string;
  readonly recipient: string;
  readonly organization?: string;
  readonly purpose: string;
  readonly date: CalendarDate;
  readonly expires?: CalendarDate;
  readonly limitations?: string;
}

/** What a report was made for, where it leaves something out. */
export interface ReportedProfile {
  readonly id: string;
  readonly title: string;
  readonly fields: ReadonlySet<ProfileField>;
}

/** Everything an exporter may use. It reads no file, knows no clock and finds no words of its own. */
export interface Report {
  readonly summary: Summary;
  /** Where the summary is a part of the whole: which, and of how much. */
  readonly filter?: ReportFilter;
  /** Everything is in it where there is none. Nothing that it leaves out is in the report. */
  readonly profile?: ReportedProfile;
  readonly copy?: CopyMark;
  /** The figures of everything it was made of, where its controls are left out. */
  readonly bars?: StatusBars;
  readonly matrices: readonly ReportedMatrix[];
  /** What else is wrong in the files: all problems but the ids that are told as unresolved. */
  readonly problems: readonly ReportedProblem[];
  /** What was found missing, of the controls that it tells. */
  readonly gaps: readonly Gap[];
  /** What Azure Policy says of requirements: facts beside their status, and a partial view (README, rule 9). */
  readonly policy: ReadonlyMap<string, CombinedPolicy>;
  readonly catalog: Pick<Catalog, 'domains' | 'categories'>;
  /** The day it was made for. */
  readonly today: CalendarDate;
  readonly toolVersion: string;
  readonly translate: Translate;
  readonly placeOf: (file: string, span: Span) => ReportedPlace;
  /** How a file is called in reports. */
  readonly labelOf: (file: string) => string;
}

/** Whether a report tells something at all: what its profile leaves out must not look as if there were none. */
export function shows({ profile }: Pick<Report, 'profile'>, field: ProfileField): boolean {
  return profile?.fields.has(field) ?? true;
}

/** How what it tells of is spread over the statuses. */
export function barsOfReport({ bars, summary, catalog }: Pick<Report, 'bars' | 'summary' | 'catalog'>): StatusBars {
  return bars ?? statusBarsOf(summary, catalog);
}

/** What a report is called. */
export function titleOf(report: Pick<Report, 'profile' | 'summary'>): Message {
  return shows(report, 'name') ? message('report-title', report.summary.name) : message('report-title-unnamed');
}

/** That a report tells a part only, and how much of the whole; nothing where it tells the whole. */
export function filterLines(report: Pick<Report, 'filter' | 'profile'>): readonly Message[] {
  if (!report.filter) return [];
  const { words, controls, allControls, requirements, allRequirements } = report.filter;
  if (!shows(report, 'totals'))
    return [words === '' ? message('report-selected-part') : message('report-filtered-part', words)];
  const part =
    allRequirements > 0
      ? message('report-part-requirements', requirements, allRequirements, controls, allControls)
      : message('report-part-controls', controls, allControls);
  return [words === '' ? message('report-selected', part) : message('report-filtered', words, part)];
}

/** That a control is told by some of its requirements only: its status can be another one than that of all of them. */
export function partOfControl(
  { units, allUnits }: ControlSummary,
  report: Pick<Report, 'profile'>,
): readonly Message[] {
  if (allUnits === undefined) return [];
  return [
    shows(report, 'requirements')
      ? message('report-part-of-control', units.length, allUnits)
      : message('report-some-of-control'),
  ];
}

/** A control as it is called: `01.c Privilege Management`, and behind that where it is told in part only. */
export function controlName(control: ControlSummary, report: Pick<Report, 'translate' | 'profile'>): string {
  const parts = partOfControl(control, report).map((part) => `(${report.translate(part)})`);
  return [`${control.id} ${control.title}`, ...parts].join(' ');
}

/** How far each part has come. Of a part of the assessment nothing is said: it would read as if it were the whole. */
export function readinessOfReport(report: Report): ReadinessOfSummary {
  if (report.filter || !shows(report, 'readiness')) return { byDomain: [], byCategory: [] };
  return readinessOfBars(barsOfReport(report), report.summary);
}

/** An open item of a control, and its requirements that it stands on; none where the control itself is what is evaluated. */
export interface ReportedOpenItem {
  readonly item: OpenItem;
  readonly requirements: readonly string[];
}

export function openItemsOf({ id: control, units, openItems }: ControlSummary): readonly ReportedOpenItem[] {
  const requirements = new Map<string, Set<string>>();
  for (const { id, openItems: items } of units) {
    if (id === control) continue;
    for (const item of items) {
      const key = sameness(item);
      const same = requirements.get(key);
      if (same) same.add(id);
      else requirements.set(key, new Set([id]));
    }
  }
  return openItems.map((item) => ({ item, requirements: [...(requirements.get(sameness(item)) ?? [])] }));
}

/** What is open, in a line; blank where nothing is. */
export function openLine(openItems: readonly OpenItem[], { translate }: Pick<Report, 'translate'>): string {
  return openLines(openItems)
    .map((line) => translate(line.message))
    .join('; ');
}

/** The requirements of a control that the requirement list names; none without a list. */
export function listedOf({ units }: ControlSummary): readonly (UnitSummary & { readonly listed: ListedRequirement })[] {
  return units.flatMap((unit) => (unit.listed ? { ...unit, listed: unit.listed } : []));
}

/** An assessment domain as a cell names it: `11 Access Control`. */
export function domainName(id: string, { catalog }: Pick<Report, 'catalog'>): string {
  return [id, catalog.domains.get(id)?.title ?? ''].join(' ').trimEnd();
}

/** What a report counts, in words: all that is in scope, or the part that it tells. */
export function scopeLine(report: Pick<Report, 'filter' | 'profile' | 'summary'>): Message {
  return filterLines(report)[0] ?? scopeWords(report.summary);
}

/** What is to be known of a control and voids nothing. */
export interface ReportedNotice extends Reasoned {
  /** Those it is to be known of; none where the control itself is what is evaluated. */
  readonly requirements: readonly string[];
}

/** The notices of a control's requirements, the same words once. */
export function noticesOf({ units, id: control }: ControlSummary): readonly ReportedNotice[] {
  const all = units.flatMap(({ id, notices }) => notices.map((notice) => ({ id, notice })));
  return [...groupBy(all, ({ notice }) => JSON.stringify(notice)).values()].map((same) => ({
    message: same[0].notice.message,
    why: same[0].notice.why,
    requirements: [...new Set(same.map(({ id }) => id))].filter((id) => id !== control),
  }));
}

/** What a notice is about, by its ids. */
export function noticeSubject(
  { requirements }: ReportedNotice,
  { id }: Pick<ControlSummary, 'id'>,
  report: Pick<Report, 'profile'>,
): string {
  return (shows(report, 'requirements') && requirements.join(', ')) || id;
}

/** What Azure Policy says of a control's requirements. */
export function policyOf({ units }: ControlSummary, { policy }: Pick<Report, 'policy'>): readonly CombinedPolicy[] {
  return units.flatMap(({ id }) => policy.get(id) ?? []);
}
