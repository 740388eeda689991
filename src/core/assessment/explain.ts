import type { Subject } from '../csf/subject';
import { message } from '../message';
import { openLines } from './combine';
import { createRecorded, isFor, termsOf } from './evaluateControl';
import { coverageSteps } from './explainCoverage';
import { clockSteps, evidenceSteps } from './explainEvidence';
import { applicabilitySteps, responsibilitySteps } from './explainResponsibility';
import { type Explanation, type Facts, openSteps, rowPlace, type Step, step, type UnitFacts } from './explainStep';
import { referencesTo } from './matrixRow';
import type { LocatedReference } from './mentions';
import { UNIT_STATUSES } from './openItems';
import { unitFor } from './referenceSummary';
import { type Status, STATUSES, statusWord } from './status';
import type { ControlSummary, UnitSummary } from './summary';

/**
 * How a requirement or control came by its status: each step with the rule behind it and the rows that it rests on. It
 * decides nothing itself; each step is what the functions say that evaluate. Azure Policy has no part in it (rule 9).
 */
export function explainStatus(subject: Subject, facts: Facts): Explanation {
  const control = facts.summary.controlById.get(subject.control);
  const unit = control && unitOf(subject, control, facts);
  const { control: controlId, requirement } = subject;
  const title = control?.title ?? '';
  const id = requirement ?? controlId;
  if (!control || (requirement !== undefined && !unit))
    return { id, title, status: undefined, steps: outOfScope(subject, facts) };
  if (unit) return { id, title, status: unit.status, steps: chain(subject, factsOf(unit, control, facts)) };
  return { id, title, status: control.status, steps: controlChain(control, facts) };
}

/** The requirement that is meant; of a control the one thing on it, where it stands in for its requirements. */
function unitOf(subject: Subject, control: ControlSummary, { summary }: Facts): UnitSummary | undefined {
  const { requirement } = subject;
  const standIn = control.units.length === 1 ? control.units.find(({ id }) => id === control.id) : undefined;
  if (requirement === undefined) return standIn;
  const found = unitFor(requirement, control, summary);
  const isOwn = found && isFor([found], summary.matrix, true)(subject);
  return isOwn ? found : standIn;
}

function factsOf(unit: UnitSummary, control: ControlSummary, facts: Facts): UnitFacts {
  const { summary, records, profile } = facts;
  const recorded = createRecorded(summary.matrix, records, profile)(control.id)(unit);
  return { facts, control, unit, recorded, terms: termsOf(profile) };
}

function outOfScope({ control, requirement }: Subject, { records, profile, summary }: Facts): readonly Step[] {
  const id = requirement ?? control;
  const references = records.references
    .of(control)
    .items.filter(({ ids }) => requirement === undefined || ids.includes(requirement));
  const places = references.map(referencePlace);
  if (!profile.hasList)
    return [step(1, message('explain-out-not-mentioned', id), places, message('why-scope-documents'))];
  const removed = records.listed
    .of(control)
    .items.filter(
      (row) =>
        row.applicability === 'removed' &&
        (requirement === undefined ||
          summary.matrix.idOf(row.requirement, control) === summary.matrix.idOf(requirement, control)),
    );
  if (removed.length > 0)
    return [step(1, message('explain-out-removed', id), removed.map(rowPlace), message('why-removed'))];
  return [step(1, message('explain-out-not-listed', id), places, message('why-scope-list'))];
}

/** A control with requirements of its own: what each comes to, then the chain of the one that gives the status. */
function controlChain(control: ControlSummary, facts: Facts): readonly Step[] {
  const { summary } = facts;
  const { id, status, units } = control;
  const word = (of: Status): ReturnType<typeof statusWord> => statusWord(of, summary);
  const decisive = units.find((unit) => unit.status === status);
  const listed = units.flatMap((unit) => unit.listed ?? []);
  return [
    ...(listed.length > 0
      ? [step(1, message('explain-listed-control', listed.length), listed.map(rowPlace), message('why-scope-list'))]
      : []),
    ...mentionSteps(control.references, facts),
    ...units.map((unit) => {
      const open = openLines(unit.openItems).map((line) => line.message);
      const rows = unit.listed ? [unit.listed] : unit.verdict.entries.slice(0, 1);
      const told =
        open.length === 0
          ? message('explain-unit', unit.id, word(unit.status))
          : message('explain-unit-open', unit.id, word(unit.status), open);
      return step(8, told, rows.map(rowPlace));
    }),
    ...(decisive
      ? [
          step(
            8,
            message('explain-control-status', id, decisive.id, word(status)),
            [],
            message('why-control-status', STATUSES.map(word)),
          ),
          step(8, message('explain-chain', decisive.id)),
          ...chain({ control: id, requirement: decisive.id }, factsOf(decisive, control, facts)),
        ]
      : []),
  ];
}

/** The steps of one requirement, or of a control that stands in for its requirements. */
function chain(subject: Subject, about: UnitFacts): readonly Step[] {
  const { unit } = about;
  return [
    ...scopeSteps(subject, about),
    ...responsibilitySteps(about),
    ...applicabilitySteps(about),
    ...(unit.status === 'not-applicable' ? [] : scoredSteps(about)),
    ...statusSteps(about),
  ];
}

function scoredSteps(about: UnitFacts): readonly Step[] {
  return [...evidenceSteps(about), ...clockSteps(about), ...coverageSteps(about)];
}

function scopeSteps({ requirement }: Subject, { unit, control, facts }: UnitFacts): readonly Step[] {
  const { listed } = unit;
  const named = requirement === undefined || unit.id === requirement ? [] : [requirement];
  const subject = unit.id === control.id ? { control: control.id } : { control: control.id, requirement: unit.id };
  return [
    ...named.map((id) => step(1, message('explain-stands-for', unit.id, id))),
    ...(listed
      ? [
          step(
            1,
            message('explain-listed', listed.requirement, listed.applicability),
            [rowPlace(listed)],
            message('why-scope-list'),
          ),
        ]
      : []),
    ...mentionSteps(referencesTo([subject], facts.summary), facts),
  ];
}

/** With a requirement list a mention changes nothing; without one it is the scope. */
function mentionSteps(references: readonly LocatedReference[], { profile }: Facts): readonly Step[] {
  const places = references.map(referencePlace);
  const why = profile.hasList ? undefined : message('why-scope-documents');
  const { length } = references;
  if (length === 0) return [step(1, message('explain-not-mentioned'), places, why)];
  const told = length === 1 ? message('explain-mentioned-one') : message('explain-mentioned', length);
  return [step(1, told, places, why)];
}

/** What is open on the responsibility, which statuses were looked at before, and the one that fits. */
function statusSteps({ unit, facts: { summary } }: UnitFacts): readonly Step[] {
  const { status, openItems, verdict } = unit;
  const passed = UNIT_STATUSES.slice(0, UNIT_STATUSES.indexOf(status));
  const reasons = passed.flatMap((each) => (each === 'complete' ? [] : [message(`explain-passed-${each}`)]));
  const unknown = openItems.filter(({ kind }) => kind === 'unknown');
  return [
    ...openSteps(8, unknown, verdict.entries.map(rowPlace)),
    ...(reasons.length > 0 ? [step(8, message('explain-passed', reasons))] : []),
    step(
      8,
      message('explain-status', statusWord(status, summary)),
      [],
      message(
        'why-status',
        UNIT_STATUSES.map((each) => statusWord(each, summary)),
      ),
    ),
  ];
}

function referencePlace({ file, start, end }: LocatedReference): Step['places'][number] {
  return { file, at: { start, end } };
}
