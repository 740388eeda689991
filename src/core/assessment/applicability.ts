import { groupBy } from '../groupBy';
import type { Verdict } from '../matrix/rollUp';
import { type Message, message } from '../message';
import { problem, type Problem, type ProblemCode } from '../problems';
import type { AssessmentType } from './maturity';
import type { CarveOut } from './projectFile';
import { isRationale, saysProviderDoesIt } from './rationale';
import { isAzure } from './requests';
import type { ListedRequirement } from './requirementList';

/** Whether a listed requirement is part of what is scored. */
export interface ApplicabilityVerdict {
  /** Whether it is treated as in scope, as it is wherever its n/a or carve-out is in error. */
  readonly applies: boolean;
  /** The rule behind it. */
  readonly why: Message;
  /** Whom it is carved out with, where that holds. */
  readonly party?: string;
  readonly problems: readonly Problem[];
}

export interface ApplicabilityContext {
  readonly type: AssessmentType;
  readonly carveOuts: readonly CarveOut[];
  /** A further name of Azure, as the project gives it for the matrix. */
  readonly provider?: string;
}

/** Judges what the requirement list says of whether a requirement applies (README, rule 7). */
export function judgeApplicability(
  listed: ListedRequirement,
  verdict: Verdict,
  context: ApplicabilityContext,
): ApplicabilityVerdict {
  switch (listed.applicability) {
    case 'in-scope':
      return { applies: true, why: message('why-listed'), problems: [] };
    case 'removed':
      return { applies: false, why: message('why-removed'), problems: [] };
    case 'n/a':
      return judgeNotApplicable(listed, verdict, context);
    case 'carved-out':
      return judgeCarvedOut(listed, verdict, context);
  }
}

function judgeNotApplicable(
  listed: ListedRequirement,
  { responsibility }: Verdict,
  { type, provider }: ApplicabilityContext,
): ApplicabilityVerdict {
  const { requirement, rationale } = listed;
  const problems: Problem[] = [];
  if (!isRationale(rationale)) problems.push(at(listed, 'missing-rationale', requirement));
  else if (type === 'r2' && saysProviderDoesIt(rationale, provider))
    problems.push(at(listed, 'na-because-provider', requirement));
  if (responsibility === 'shared' || responsibility === 'azure')
    problems.push(at(listed, 'na-on-inheritable', requirement, message(responsibility)));
  const applies = problems.length > 0;
  return { applies, why: message(applies ? 'why-not-applicable-in-error' : 'why-not-applicable'), problems };
}

function judgeCarvedOut(
  listed: ListedRequirement,
  verdict: Verdict,
  { type, carveOuts, provider }: ApplicabilityContext,
): ApplicabilityVerdict {
  const { requirement } = listed;
  const inError = (...problems: readonly Problem[]): ApplicabilityVerdict => ({
    applies: true,
    why: message('why-carved-out-in-error'),
    problems,
  });
  if (type === 'r2') return inError(at(listed, 'carve-out-in-r2', requirement));
  const [first, ...others] = carveOuts.filter(({ requirements }) => requirements.includes(requirement));
  if (!first) return inError(at(listed, 'carve-out-unknown', requirement));
  // Where several parties are left out with it, each of them has to be in order.
  const problems = [first, ...others].flatMap((carveOut) => carveOutProblems(listed, verdict, carveOut, provider));
  if (problems.length > 0) return inError(...problems);
  return { applies: false, why: message('why-carved-out', first.party), party: first.party, problems };
}

function carveOutProblems(
  listed: ListedRequirement,
  { responsibility }: Verdict,
  { party, describedIn, rationale }: CarveOut,
  provider: string | undefined,
): readonly Problem[] {
  const { requirement } = listed;
  const problems: Problem[] = [];
  const missing = [
    ...(isRationale(describedIn) ? [] : [message('carve-out-described-in')]),
    ...(isRationale(rationale) || isRationale(listed.rationale) ? [] : [message('carve-out-rationale')]),
  ];
  if (missing.length > 0) problems.push(at(listed, 'carve-out-undescribed', requirement, party, missing));
  // In what is the customer's Azure has no part, and another party may have all of it.
  const wholly = isAzure(party, provider) ? 'azure' : 'customer';
  if (responsibility !== wholly)
    problems.push(at(listed, 'carve-out-partly-ours', requirement, party, message(responsibility ?? 'unknown')));
  return problems;
}

/** A requirement that a carve-out names in vain. */
export interface UnusedCarveOut {
  readonly party: string;
  /** As the project file's carve-out has it. */
  readonly requirement: string;
  /** What a problem `carve-out-not-in-list` tells. */
  readonly args: Problem['args'];
}

/** The requirements of carve-outs that are not on the list, or that the list does not mark carved-out. */
export function unusedCarveOuts(
  carveOuts: readonly CarveOut[],
  list: readonly ListedRequirement[],
): readonly UnusedCarveOut[] {
  const rows = groupBy(list, ({ requirement }) => requirement);
  return carveOuts.flatMap(({ party, requirements }) =>
    [...new Set(requirements)].flatMap((requirement): UnusedCarveOut[] => {
      const listed = rows.get(requirement);
      if (listed?.some(({ applicability }) => applicability === 'carved-out')) return [];
      const reason = message(listed ? 'carve-out-listed-otherwise' : 'carve-out-not-listed');
      return [{ party, requirement, args: [party, requirement, reason] }];
    }),
  );
}

/** A requirement of a control as it was judged. */
export interface JudgedRequirement {
  readonly listed: ListedRequirement;
  readonly applies: boolean;
}

/** Says at each n/a of a control that counts which others of the control are scored. */
export function naBesideScored(ofControl: readonly JudgedRequirement[]): readonly Problem[] {
  const scored = ofControl.filter(({ applies }) => applies).map(({ listed }) => listed.requirement);
  if (scored.length === 0) return [];
  const more = scored.length - TOLD;
  const told = [...scored.slice(0, TOLD), ...(more > 0 ? [message('told-more', more)] : [])];
  return ofControl
    .filter(({ listed, applies }) => listed.applicability === 'n/a' && !applies)
    .map(({ listed }) => at(listed, 'na-beside-scored', listed.requirement, listed.control, told));
}

const TOLD = 3;

function at({ file, line }: ListedRequirement, code: ProblemCode, ...args: Problem['args']): Problem {
  return problem(code, file, { line }, ...args);
}
