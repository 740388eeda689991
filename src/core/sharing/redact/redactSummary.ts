import type { Certification } from '../../assessment/projectFile';
import type { ControlSummary, Summary, UnitSummary } from '../../assessment/summary';
import { totalsOf } from '../../assessment/summary';
import type { LocatedReference, LocatedUnresolved } from '../../assessment/mentions';
import { STATUSES } from '../../assessment/status';
import type { MatrixIndex } from '../../matrix/rollUp';
import type { Problem } from '../../problems';
import type { Steps } from '../../steps';
import { ASSESSMENT_NAME, NAME, UNRESOLVED } from './knownTexts';
import { redactEvidence, redactOpenItems, type Redaction, redactUnit, standIn } from './redactUnit';
import type { Texts } from './texts';

/** A summary built anew from what its reader gets, a control at each step. */
export function* redactSummary(summary: Summary, redaction: Redaction, isPart: boolean): Steps<Summary> {
  const { texts } = redaction;
  const controls: ControlSummary[] = [];
  for (const control of texts.shows('controls') ? summary.controls : []) {
    controls.push(redactControl(control, redaction));
    yield;
  }
  const controlById = new Map(controls.map((control) => [control.id, control]));
  const certification = redactCertification(summary.certification, texts);
  const { calendar } = summary;
  return {
    name: texts.shows('name') ? texts.required(summary.name, ASSESSMENT_NAME) : '',
    today: summary.today,
    basis: summary.basis,
    totals: texts.shows('totals') ? copyTotals(summary.totals) : totalsOf([], false),
    controls,
    controlById,
    referencesOf: (control) => controlById.get(control)?.references ?? [],
    matrix: matrixOf(controls.flatMap(({ units }) => units)),
    project: texts.shows('project')
      ? summary.project.map(({ kind, message, why }) => ({
          kind,
          message: texts.message(message),
          why: texts.message(why),
        }))
      : [],
    ...(texts.shows('calendar') &&
      calendar && {
        calendar: {
          today: calendar.today,
          fieldworkStart: calendar.fieldworkStart,
          submissionDate: calendar.submissionDate,
          clocks: {
            inPlaceDays: calendar.clocks.inPlaceDays,
            reviewMonths: calendar.clocks.reviewMonths,
            fieldworkDays: calendar.clocks.fieldworkDays,
            operationDays: calendar.clocks.operationDays,
          },
        },
      }),
    ...(certification && { certification }),
    assumptions: texts.shows('assumptions') ? summary.assumptions.map((told) => texts.message(told)) : [],
    // Of a part it is not known whose they are.
    unresolved:
      texts.shows('unresolved') && !isPart ? summary.unresolved.map((place) => redactUnresolved(place, redaction)) : [],
    problems: [],
  };
}

function copyTotals({ controls, requirements, byResponsibility, byStatus }: Summary['totals']): Summary['totals'] {
  const { customer, shared, azure, mixed, unknown } = byResponsibility;
  return {
    controls,
    requirements,
    byResponsibility: { customer, shared, azure, mixed, unknown },
    byStatus: copyCounts(byStatus),
  };
}

export function copyCounts(counts: Summary['totals']['byStatus']): Summary['totals']['byStatus'] {
  return Object.fromEntries(STATUSES.map((status) => [status, counts[status]])) as Summary['totals']['byStatus'];
}

function redactControl(control: ControlSummary, redaction: Redaction): ControlSummary {
  const { texts } = redaction;
  const { id, title, category, responsibility, counts, status, units, allUnits } = control;
  const showsEvidence = texts.shows('evidence');
  return {
    id,
    title,
    category,
    responsibility,
    counts: { customer: counts.customer, shared: counts.shared, azure: counts.azure, unknown: counts.unknown },
    status,
    openItems: redactOpenItems(control.openItems, texts),
    units: unitsOf(control, units, redaction),
    ...(allUnits !== undefined && { allUnits: texts.shows('requirements') ? allUnits : 0 }),
    evidence: showsEvidence ? control.evidence.map((item) => redactEvidence(item, redaction)) : [],
    notYetMapped: showsEvidence ? control.notYetMapped.map((item) => redactEvidence(item, redaction)) : [],
    references: texts.shows('references')
      ? control.references.map((reference) => redactReference(reference, id, redaction))
      : [],
  };
}

function unitsOf(control: ControlSummary, units: readonly UnitSummary[], redaction: Redaction): readonly UnitSummary[] {
  const isItself = units.every(({ id }) => id === control.id);
  return redaction.texts.shows('requirements') || isItself
    ? units.map((unit) => redactUnit(unit, control.id, redaction))
    : [standIn(control, redaction)];
}

/** What stands there is told by its ids, where it is more than them. */
function redactReference(
  { kind, text, ids, start, end, file }: LocatedReference,
  control: string,
  { texts, places }: Redaction,
): LocatedReference {
  const told = ids.flatMap((id) => texts.id(id) ?? []);
  const written = told.length === ids.length ? texts.optional(text, { kind: 'notes' }) : undefined;
  const { file: key, start: from, end: to } = places.span(file, { start, end });
  return {
    kind: told.length > 0 ? kind : 'control',
    text: written ?? (told.length > 0 ? told.join(', ') : control),
    ids: told.length > 0 ? told : [control],
    start: from,
    end: to,
    file: key,
  };
}

function redactUnresolved(
  { code, text, ids, start, end, file, reason }: LocatedUnresolved,
  { texts, places }: Redaction,
): LocatedUnresolved {
  const { file: key, start: from, end: to } = places.span(file, { start, end });
  const told: Problem = { code: reason.code, file: key, args: texts.message(reason).args };
  return {
    code,
    text: texts.required(text, UNRESOLVED),
    ids: ids.flatMap((id) => texts.optional(id, UNRESOLVED) ?? []),
    start: from,
    end: to,
    file: key,
    reason: told,
  };
}

function redactCertification(certification: Certification | undefined, texts: Texts): Certification | undefined {
  if (!certification || !(texts.shows('calendar') || texts.shows('project'))) return undefined;
  const { issued, expires } = certification;
  const letter = texts.optional(certification.letter, NAME);
  return {
    ...(letter !== undefined && { letter }),
    ...(issued !== undefined && { issued }),
    ...(expires !== undefined && { expires }),
  };
}

/** A matrix that knows nothing but which ids are one. */
function matrixOf(units: readonly UnitSummary[]): MatrixIndex {
  const idByOther = new Map(units.flatMap(({ id, otherIds }) => otherIds.map((other) => [other, id] as const)));
  const nothing = { responsibility: null, inheritability: null, entries: [] };
  return {
    control: (id) => ({
      responsibility: null,
      counts: { customer: 0, shared: 0, azure: 0, unknown: 0 },
      units: [{ id, verdict: nothing, otherIds: [] }],
    }),
    requirement: (id) => ({ id, verdict: nothing, otherIds: [] }),
    idOf: (requirement) => idByOther.get(requirement) ?? requirement,
    versions: { counts: new Map(), hasOwn: false, isOwn: () => false },
    units: [],
    problems: [],
  };
}
