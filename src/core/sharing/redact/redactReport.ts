import type { Gap } from '../../assessment/gaps';
import { type StatusBar, type StatusBars, statusBarsOf } from '../../assessment/statusBars';
import type { CombinedPolicy } from '../../azure/combinePolicy';
import { catalog } from '../../csf/catalog';
import { problem } from '../../problems';
import type { Report, ReportedMatrix, ReportedProblem, ReportFilter } from '../../report/report';
import type { Steps } from '../../steps';
import type { Profile } from '../profile';
import { GAP_DESCRIPTION, GAP_NAME, GAP_STATUS, lastSegment, MATRIX_NAME, NAME, NOTE, PREAMBLE } from './knownTexts';
import { isOwnWord, isVersion } from './ownWords';
import { createPlaces } from './places';
import { copyCounts, redactSummary } from './redactSummary';
import type { Redaction } from './redactUnit';
import type { Texts } from './texts';
import { isOfPart } from './rowsOfPart';

/** A report built anew, value by value, from what its reader gets, a control at each step. */
export function* redactReport(report: Report, profile: Profile, texts: Texts): Steps<Report> {
  const { filter } = report;
  const places = createPlaces(report, texts);
  const redaction: Redaction = { texts, places };
  const { translate, today, toolVersion } = report;
  const summary = yield* redactSummary(report.summary, redaction, filter !== undefined);
  return {
    summary,
    ...(filter && { filter: redactFilter(filter, texts) }),
    profile: {
      id: profile.id,
      title: translate(profile.title),
      fields: new Set([...profile.fields].filter((field) => texts.shows(field))),
    },
    bars: redactBars(report, texts),
    matrices: texts.shows('matrices') ? report.matrices.map((matrix) => redactMatrix(matrix, texts)) : [],
    problems: texts.shows('problems') ? problemsOf(report).map((each) => redactProblem(each, redaction)) : [],
    gaps: texts.shows('gaps') ? gapsOf(report).map((gap) => redactGap(gap, redaction)) : [],
    policy: redactPolicy(report, redaction),
    catalog: { domains: catalog.domains, categories: catalog.categories },
    today,
    toolVersion,
    translate,
    labelOf: places.labelOf,
    placeOf: places.placeOf,
  };
}

/** How many there are of all is a total. */
function redactFilter(filter: ReportFilter, texts: Texts): ReportFilter {
  // They can name requirements, which are told where their table is.
  const words = texts.shows('requirements') ? (texts.optional(filter.words, NOTE) ?? '') : '';
  if (!texts.shows('totals')) return { words, controls: 0, allControls: 0, requirements: 0, allRequirements: 0 };
  const { controls, allControls, requirements, allRequirements } = filter;
  return { words, controls, allControls, requirements, allRequirements };
}

function redactBars(report: Report, texts: Texts): StatusBars {
  const { all, byCategory, byDomain } = statusBarsOf(report.summary, report.catalog);
  const copy = ({ id, title, counts }: StatusBar): StatusBar => ({ id, title, counts: copyCounts(counts) });
  const none = statusBarsOf({ basis: report.summary.basis, controls: [] }, catalog).all;
  const isShown = texts.shows('readiness');
  return {
    all: isShown || texts.shows('totals') ? copy(all) : none,
    byCategory: isShown ? byCategory.map(copy) : [],
    byDomain: isShown ? byDomain.map(copy) : [],
  };
}

function redactMatrix({ name, entries, version, sha256, preamble }: ReportedMatrix, texts: Texts): ReportedMatrix {
  const told = texts.optional(preamble, PREAMBLE);
  // The project file can say anything there.
  const published = version === undefined || isVersion(version) ? version : texts.optional(version, NOTE);
  return {
    name: texts.required(lastSegment(name), MATRIX_NAME),
    entries,
    ...(published !== undefined && { version: published }),
    ...(sha256 !== undefined && { sha256 }),
    ...(told !== undefined && { preamble: told }),
  };
}

/** Of a part those that are of it. */
function problemsOf(report: Report): readonly ReportedProblem[] {
  return report.filter ? report.problems.filter(isOfPart(report)) : report.problems;
}

function redactProblem({ problem: told, place }: ReportedProblem, { texts, places }: Redaction): ReportedProblem {
  const { code, file, at, severity } = told;
  const { file: key, line } = places.recorded(file, at && 'line' in at ? at.line : 0);
  const isRow = at && 'line' in at && texts.shows('places');
  return {
    problem: {
      ...problem(code, key, isRow ? { line } : undefined, ...texts.message(told).args),
      ...(severity && { severity }),
    },
    place: places.told(place),
  };
}

/** Of a part those of its requirements, and of the controls as a whole. */
function gapsOf({ gaps, filter, summary }: Report): readonly Gap[] {
  if (!filter) return gaps;
  return gaps.filter(({ control, requirement }) => {
    const { units, allUnits } = summary.controlById.get(control) ?? { units: [] };
    const isWhole = allUnits === undefined && units.length > 0;
    if (requirement === undefined || isWhole) return units.length > 0;
    return units.some(({ id, otherIds }) => id === requirement || otherIds.includes(requirement));
  });
}

function redactGap(gap: Gap, { texts, places }: Redaction): Gap {
  const { control, maturity, scheduledFor, fixedOn, description, status } = gap;
  const requirement = gap.requirement === undefined ? undefined : texts.id(gap.requirement);
  const showsDates = texts.shows('gaps.dates');
  const { file, line } = places.recorded(gap.file, gap.line);
  return {
    file,
    line,
    id: texts.required(gap.id, GAP_NAME),
    control,
    ...(requirement !== undefined && { requirement }),
    ...(maturity && { maturity }),
    description: texts.shows('gaps.description') ? (texts.optional(description, GAP_DESCRIPTION) ?? '') : '',
    status: texts.optional(status, GAP_STATUS) ?? '',
    ...(showsDates && scheduledFor !== undefined && { scheduledFor }),
    ...(showsDates && fixedOn !== undefined && { fixedOn }),
  };
}

/** By the requirements that are told. */
function redactPolicy({ policy, summary }: Report, redaction: Redaction): Report['policy'] {
  const { texts } = redaction;
  if (!texts.shows('policy') || !texts.shows('requirements')) return new Map();
  const ids = summary.controls.flatMap(({ units }) => units.flatMap(({ id, otherIds }) => [id, ...otherIds]));
  return new Map(
    ids.flatMap((id) => {
      const combined = policy.get(id);
      return combined ? [[id, redactResults(combined, redaction)] as const] : [];
    }),
  );
}

function redactResults(combined: CombinedPolicy, { texts, places }: Redaction): CombinedPolicy {
  const { requirement, control, compliant, nonCompliant, exempt, unknown, basis, newest } = combined;
  const { nonCompliantOnly, assignments, automatic, manual, untold, countedIn } = combined;
  const files = (all: readonly string[]): readonly string[] =>
    texts.shows('places') ? all.map((file) => places.recorded(file, 0).file) : [];
  return {
    requirement,
    control,
    ...{ compliant, nonCompliant, exempt, unknown },
    ...(basis && { basis }),
    ...(newest !== undefined && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(newest) && { newest }),
    files: files(combined.files),
    passedOver: files(combined.passedOver),
    ...(nonCompliantOnly && { nonCompliantOnly }),
    ...(assignments !== undefined && { assignments }),
    ...(automatic !== undefined && { automatic }),
    ...(manual !== undefined && { manual }),
    ...(untold !== undefined && { untold }),
    ...(countedIn && { countedIn }),
    owners: combined.owners.map((owner) => (isOwnWord(owner) ? owner : texts.required(owner, NAME))),
  };
}
