import type { UsableEvidence } from '../../assessment/evidence';
import type { Gap } from '../../assessment/gaps';
import { tell } from '../../assessment/openItems';
import { calendarOfSummary, tellEvent } from '../../assessment/readiness';
import type { InheritanceRequest } from '../../assessment/requests';
import type { ListedRequirement } from '../../assessment/requirementList';
import type { ControlSummary, UnitSummary } from '../../assessment/summary';
import { policyLines } from '../../azure/policyLines';
import { finish, type Steps } from '../../steps';
import { noticesOf, openItemsOf, openLine, partOfControl, policyOf, type Report } from '../report';
import type {
  ExportedEvidence,
  ExportedGap,
  ExportedOpenItem,
  ExportedRequest,
  ExportedRequirement,
  ExportedSummary,
  RowOf,
  TableName,
} from './exportedSummary';
import { manifestOf } from './manifest';
import { createShown } from './shownRows';

/** All of `exportSteps` at once. */
export function exportedSummary(report: Report): ExportedSummary {
  return finish(exportSteps(report));
}

/** A report as the plain data that its exports hold, and that is read back from them, a control at each step. */
export function* exportSteps(report: Report): Steps<ExportedSummary> {
  const { summary, problems, translate, placeOf } = report;
  const tables = emptyTables();
  const shown = createShown(report);
  const take: Take = (name, rows) => {
    for (const row of shown(name, rows)) tables[name].push(row);
  };
  for (const control of summary.controls) {
    takeControl(control, report, take);
    yield;
  }
  take(
    'gaps',
    report.gaps.map((gap) => gapRow(gap, report)),
  );
  take(
    'project',
    summary.project.map(({ message, why }) => ({ message: translate(message), why: translate(why) })),
  );
  take(
    'calendar',
    calendarOfSummary(summary).map((event) => ({ date: event.date, message: translate(tellEvent(event)) })),
  );
  take(
    'unresolved',
    summary.unresolved.map(({ file, start, end, text, reason }) => {
      const { file: name, line, column } = placeOf(file, { start, end });
      return { text, reason: translate(reason), file: name, line, column };
    }),
  );
  take(
    'problems',
    problems.map(({ problem, place: { file, line, column } }) => ({ message: translate(problem), file, line, column })),
  );
  return { manifest: manifestOf(report), ...tables };
}

/** Takes rows of a table, as far as they are shown. */
type Take = <N extends TableName>(name: N, rows: readonly RowOf<N>[]) => void;

type Tables = { readonly [N in TableName]: RowOf<N>[] };

/** Exported for reading them back. */
export function emptyTables(): Tables {
  return {
    controls: [],
    openItems: [],
    requirements: [],
    evidence: [],
    notYetMapped: [],
    requests: [],
    gaps: [],
    references: [],
    notices: [],
    policy: [],
    project: [],
    calendar: [],
    unresolved: [],
    problems: [],
  };
}

function takeControl(of: ControlSummary, report: Report, take: Take): void {
  const { id, title, responsibility, status } = of;
  const { translate, placeOf, labelOf } = report;
  const part = partOfControl(of, report).map(translate).join('');
  take('controls', [{ id, title, responsibility: responsibility ?? 'unknown', status, ...(part && { part }) }]);
  take('openItems', openRows(of, report));
  take(
    'requirements',
    of.units.flatMap((unit) => (unit.listed ? [requirementRow(unit, unit.listed, report)] : [])),
  );
  take(
    'evidence',
    of.evidence.map((item) => evidenceRow(item, report)),
  );
  take(
    'notYetMapped',
    of.notYetMapped.map((item) => evidenceRow(item, report)),
  );
  take('requests', requestsOf(of, report));
  take(
    'references',
    of.references.map((reference) => {
      const { file, line, column } = placeOf(reference.file, reference);
      return { control: id, text: reference.text, file, line, column };
    }),
  );
  take(
    'notices',
    noticesOf(of).map(({ requirements, message, why }) => ({
      control: id,
      requirements,
      message: translate(message),
      why: translate(why),
    })),
  );
  take(
    'policy',
    policyOf(of, report).map((policy) => ({
      control: id,
      requirement: policy.requirement,
      message: policyLines(policy, labelOf).map(translate).join('; '),
    })),
  );
}

/** Exported for the JSON; so are the next. */
export function openRows(of: ControlSummary, { translate }: Report): readonly ExportedOpenItem[] {
  return openItemsOf(of).map(({ item, requirements }) => ({
    control: of.id,
    message: translate(tell(item)),
    ...(item.maturity && { maturity: item.maturity }),
    requirements,
    why: translate(item.why),
  }));
}

export function requirementRow(
  { id, verdict, status, openItems }: UnitSummary,
  { control, cvid, domain, file, line, rationale }: ListedRequirement,
  { translate, labelOf }: Report,
): ExportedRequirement {
  const { responsibility, inheritability, elements } = verdict;
  const open = openLine(openItems, { translate });
  return {
    control,
    id,
    ...(cvid && { cvid }),
    domain,
    responsibility: responsibility ?? 'unknown',
    // Told only of what is shared, as everywhere (`whose`).
    ...(responsibility === 'shared' &&
      elements && { inheritableElements: elements.inheritable, elements: elements.total }),
    ...(inheritability && { inheritability }),
    status,
    ...(open && { open }),
    file: labelOf(file),
    line,
    ...(rationale && { rationale }),
  };
}

/** A control's requests as its requirements have them. */
export function requestsOf({ id, units }: ControlSummary, report: Report): readonly ExportedRequest[] {
  return units.flatMap((unit) =>
    unit.requests.map((request) => requestRow(request, id, unit.id === id ? undefined : unit.id, report)),
  );
}

function evidenceRow(item: UsableEvidence, { labelOf }: Report): ExportedEvidence {
  const { control, requirement, maturity, title, location, state, file, line, dates } = item;
  return {
    control,
    ...(requirement && { requirement }),
    maturity,
    title,
    ...(location && { location }),
    state,
    file: labelOf(file),
    line,
    ...dates,
  };
}

function requestRow(
  request: InheritanceRequest,
  control: string,
  requirement: string | undefined,
  { labelOf }: Report,
): ExportedRequest {
  const { state, internal, otherProvider, weight, partial, srmVersion, justification, submitted, decided } = request;
  return {
    control,
    ...(requirement && { requirement }),
    state,
    type: internal ? 'internal' : 'external',
    ...(otherProvider && { provider: otherProvider }),
    ...(weight !== undefined && { weight }),
    partial,
    ...(srmVersion && { srmVersion }),
    ...(justification && { justification }),
    ...(submitted && { submitted }),
    ...(decided && { decided }),
    file: labelOf(request.file),
    line: request.line,
  };
}

export function gapRow(gap: Gap, { labelOf }: Pick<Report, 'labelOf'>): ExportedGap {
  const { control, requirement, id, maturity, description, status, scheduledFor, fixedOn, file, line } = gap;
  return {
    control,
    ...(requirement && { requirement }),
    id,
    ...(maturity && { maturity }),
    ...(description && { description }),
    ...(status && { state: status }),
    ...(scheduledFor && { scheduled: scheduledFor }),
    ...(fixedOn && { fixed: fixedOn }),
    file: labelOf(file),
    line,
  };
}
