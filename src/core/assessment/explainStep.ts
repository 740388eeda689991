import { type Message, message } from '../message';
import type { Matrix } from '../matrix/matrix';
import type { Place } from '../problems';
import type { EvidenceDocuments } from './evidenceDocuments';
import { isFor } from './evaluateControl';
import { type OpenItem, type Recorded, tell, type Terms } from './openItems';
import type { Records } from './records';
import type { Status } from './status';
import type { AssessmentProfile, ControlSummary, Summary, UnitSummary } from './summary';

/** What an explanation rests on: all of one moment. */
export interface Facts {
  readonly summary: Summary;
  readonly records: Records;
  readonly profile: AssessmentProfile;
  readonly matrices: readonly Matrix[];
  /** Undefined where none were read. */
  readonly documents?: EvidenceDocuments;
}

/** Something in a file that a step rests on. */
export interface StepPlace {
  readonly file: string;
  readonly at: Place;
}

/** The rules of README, "The rules behind a verdict", that a step can rest on. Rule 9 decides nothing. */
export type Rule = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** One step from the rows to the status. */
export interface Step {
  readonly rule: Rule;
  readonly message: Message;
  /** The rule in words, with its source; undefined for what rests on no rule. */
  readonly why?: Message;
  readonly places: readonly StepPlace[];
}

/** How a requirement or a control came by its status. */
export interface Explanation {
  /** Canonical. */
  readonly id: string;
  readonly title: string;
  /** Undefined for what is not in scope. */
  readonly status: Status | undefined;
  /** In the order in which they are taken. */
  readonly steps: readonly Step[];
}

/** One requirement, or a control that stands in for its requirements, with what is recorded for it. */
export interface UnitFacts {
  readonly facts: Facts;
  readonly control: ControlSummary;
  readonly unit: UnitSummary;
  readonly recorded: Recorded;
  readonly terms: Terms;
}

export function step(rule: Rule, told: Message, places: readonly StepPlace[] = [], why?: Message): Step {
  return { rule, message: told, places, ...(why && { why }) };
}

/** What is open by these of a requirement's open items. */
export function openSteps(rule: Rule, items: readonly OpenItem[], places: readonly StepPlace[] = []): readonly Step[] {
  return items.map((item) => step(rule, message('explain-open', tell(item)), places, item.why));
}

export function rowPlace({ file, line }: { readonly file: string; readonly line: number }): StepPlace {
  return { file, at: { line } };
}

/** Whether a row is one of this requirement's. */
export function ownRows({ unit, facts: { summary, profile } }: UnitFacts): ReturnType<typeof isFor> {
  return isFor([unit], summary.matrix, profile.hasList === true);
}
