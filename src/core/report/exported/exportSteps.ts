import { openLines } from '../../assessment/combine';
import type { UsableEvidence } from '../../assessment/evidence';
import type { Gap } from '../../assessment/gaps';
import { tell } from '../../assessment/openItems';
import { calendarOfSummary, tellEvent } from '../../assessment/readiness';
import type { InheritanceRequest } from '../../assessment/requests';
import type { ListedRequirement } from '../../assessment/requirementList';
import type { ControlSummary, UnitSummary } from '../../assessment/summary';
import { policyLines } from '../../azure/policyLines';
import { finish, type Steps } from '../../steps';
import { noticesOf, openItemsOf, partOfControl, policyOf, type Report } from '../report';
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

/** All of `exportSteps` at once. */
export function exportedSummary(report: Report): ExportedSummary {
  return finish(exportSteps(report));
}

/** A report as the plain data that its exports hold, and that is read back from them, a control at each step. */
export function* exportSteps(report: Report): Steps<ExportedSummary> {
  const { summary, problems, translate, placeOf } = report;
  const tables = emptyTables();
  for (const control of summary.controls) {
    takeControl(control, report, tables);
    yield;
  }
  return {
    manifest: manifestOf(report),
    ...tables,
    gaps: report.gaps.map((gap) => gapRow(gap, report)),
    project: summary.project.map(({ message, why }) => ({ message: translate(message), why: translate(why) })),
    calendar: calendarOfSummary(summary).map((event) => ({ date: event.date, message: translate(tellEvent(event)) })),
    unresolved: summary.unresolved.map(({ file, start, end, text, reason }) => {
      const { file: name, line, column } = placeOf(file, { start, end });
      return { text, reason: translate(reason), file: name, line, column };
    }),
    problems: problems.map(({ problem, place: { file, line, column } }) => ({
      message: translate(problem),
      file,
      line,
      column,
    })),
  };
}

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

function takeControl(of: ControlSummary, report: Report, tables: Tables): void {
  const { id, title, responsibility, status } = of;
  const { translate, placeOf, labelOf } = report;
  const part = partOfControl(of).map(translate).join('');
  tables.controls.push({ id, title, responsibility: responsibility ?? 'unknown', status, ...(part && { part }) });
  for (const row of openRows(of, report)) tables.openItems.push(row);
  for (const unit of of.units) if (unit.listed) tables.requirements.push(requirementRow(unit, unit.listed, report));
  for (const item of of.evidence) tables.evidence.push(evidenceRow(item, report));
  for (const item of of.notYetMapped) tables.notYetMapped.push(evidenceRow(item, report));
  for (const row of requestsOf(of, report)) tables.requests.push(row);
  for (const reference of of.references) {
    const { file, line, column } = placeOf(reference.file, reference);
    tables.references.push({ control: id, text: reference.text, file, line, column });
  }
  for (const { requirements, message, why } of noticesOf(of))
    tables.notices.push({ control: id, requirements, message: translate(message), why: translate(why) });
  for (const policy of policyOf(of, report)) {
    const message = policyLines(policy, labelOf).map(translate).join('; ');
    tables.policy.push({ control: id, requirement: policy.requirement, message });
  }
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
  const open = openLines(openItems)
    .map((told) => translate(told.message))
    .join('; ');
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
