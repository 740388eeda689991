import { idOf, type Subject } from '../csf/subject';
import type { Claim } from '../document/findings';
import { INHERITABILITY_OF } from '../matrix/responsibility';
import { controlVerdict, type Unit, type Verdict } from '../matrix/rollUp';
import { type Message, message } from '../message';
import { problem, type Problem } from '../problems';
import type { SentenceCode } from '../sentences';
import { combineOpenItems, openLines } from './combine';
import type { OpenItem } from './openItems';
import { unitFor } from './referenceSummary';
import { isInEffect } from './requests';
import { sideWords } from './sideWords';
import type { Summary, UnitSummary } from './summary';

/**
 * Where a document says whose something is and the matrix says otherwise, and where it says *inherited* and no request
 * is in effect. What the matrix does not know, or contradicts itself in, is left to the lens.
 *
 * @param nameOf how a file is called
 */
export function claimProblems(
  claims: readonly Claim[],
  file: string,
  summary: Summary,
  nameOf: (file: string) => string,
): readonly Problem[] {
  return claims.flatMap((claim): readonly Problem[] => {
    const claimed = claim.subjects.map((subject) => ({ subject, units: claimedUnits(subject, summary) }));
    // Of a range too, what varies is shared.
    const whole = claim.isOfRange ? claimed.flatMap(({ units }) => units) : undefined;
    const wrong =
      whole && isOfPart(claim) && !contradicts(claim, whole)
        ? []
        : claimed.filter(({ units }) => contradicts(claim, units));
    if (wrong.length > 0) return [againstMatrix(claim, wrong, file, nameOf)];
    return isInherited(claim) ? notInEffect(claim, claimed, file) : [];
  });
}

interface Claimed {
  readonly subject: Subject;
  readonly units: readonly (Unit | UnitSummary)[];
}

/** What a claim is about: in scope with what is recorded, else as the matrix has it. What is not applicable is not claimed. */
export function claimedUnits({ control: id, requirement }: Subject, summary: Summary): Claimed['units'] {
  const control = summary.controlById.get(id);
  const units: Claimed['units'] =
    requirement === undefined
      ? (control?.units ?? summary.matrix.control(id).units)
      : [unitFor(requirement, control, summary) ?? summary.matrix.requirement(requirement, id)];
  return units.filter((unit) => !('status' in unit && unit.status === 'not-applicable'));
}

function isInherited({ says }: Claim): boolean {
  return says === 'inherited' || says === 'inherited-in-part' || says === 'inherited-in-full';
}

function isOfPart({ says }: Claim): boolean {
  return says === 'shared' || says === 'inheritable' || says === 'inherited-in-part';
}

/** Of what varies by requirement a claim for a part of it is right where it is right for one. */
function contradicts(claim: Claim, units: Claimed['units']): boolean {
  const { says } = claim;
  const isKnown = units.every(({ verdict }) => verdict.responsibility !== null);
  if (says === 'shared' && new Set(units.map(({ verdict }) => verdict.responsibility)).size > 1) return false;
  return isOfPart(claim)
    ? units.length > 0 && isKnown && units.every((unit) => isAgainst(claim, unit))
    : units.some((unit) => isAgainst(claim, unit));
}

/** Whether the matrix says otherwise of one requirement; where it has both, what can be inherited counts as much. */
function isAgainst(claim: Claim, unit: Unit | UnitSummary): boolean {
  const { responsibility, inheritability } = unit.verdict;
  if (responsibility === null || inheritability === null) return false;
  switch (claim.says) {
    case 'inheritable':
    case 'inherited':
    case 'inherited-in-part':
      return inheritability === 'none' && !isFromElsewhere(unit);
    case 'inherited-in-full':
      return inheritability !== 'full' && !isFromElsewhere(unit);
    default:
      return responsibility !== claim.says && inheritability !== INHERITABILITY_OF[claim.says];
  }
}

/** Whether it is inherited from one's own organisation or another provider, of which the matrix knows nothing. */
function isFromElsewhere(unit: Unit | UnitSummary): boolean {
  const requests = 'requests' in unit ? unit.requests : [];
  return requests.some(({ internal, otherProvider, state }) =>
    otherProvider === undefined ? internal && state === 'applied' : state === 'approved',
  );
}

function againstMatrix(
  { start, end, text, says }: Claim,
  wrong: readonly Claimed[],
  file: string,
  nameOf: (file: string) => string,
): Problem {
  const ids = wrong.map(({ subject }) => idOf(subject));
  const words = wrong.map(({ units }) => sideWords(controlVerdict(units)));
  const [only] = words;
  const said =
    only && words.length === 1 ? only : words.map((each, index) => message('words-part', ids[index] ?? '', each));
  const rows = rowsOf(
    wrong.flatMap(({ units }) => units.map(({ verdict }) => verdict)),
    nameOf,
  );
  return problem(
    'responsibility-claim',
    file,
    { start, end },
    text,
    shortened(ids),
    shortened([said].flat()),
    shortened(rows),
    // For the fix: what is inherited is no matter of a word.
    says,
  );
}

function rowsOf(verdicts: readonly Verdict[], nameOf: (file: string) => string): readonly Message[] {
  const entries = verdicts.flatMap((verdict) => verdict.entries);
  const rows = new Map(entries.map(({ file, line }) => [`${line} ${file}`, { file, line }]));
  return [...rows.values()].map(({ file, line }) => message('place-file-line', nameOf(file), line));
}

/** Of more than these it is told how many they are. */
const TOLD = 3;

function shortened<T extends string | Message>(all: readonly T[]): readonly (T | Message)[] {
  return all.length > TOLD + 1 ? [...all.slice(0, TOLD), message('told-more', all.length - TOLD)] : all;
}

/** What to do about a claim, by what its request lacks. */
const ADVICE: Readonly<Partial<Record<string, SentenceCode>>> = {
  'request-none': 'claim-draft',
  'request-planned': 'claim-submit',
  'request-created': 'claim-submit',
  'request-applied': 'claim-submit',
  'request-rejected': 'claim-again',
  'request-withdrawn': 'claim-again',
  'request-zero': 'claim-again',
};

/** That what can be inherited is not: rule 6. */
function notInEffect({ start, end, text }: Claim, claimed: readonly Claimed[], file: string): readonly Problem[] {
  const open = claimed.filter(({ units }) => units.some(isWaiting));
  if (open.length === 0) return [];
  const items = combineOpenItems(
    open
      .flatMap(({ units }) => units.filter((unit) => 'openItems' in unit))
      .map((unit) => ({ ...unit, openItems: isWaiting(unit) ? unit.openItems.filter(isUncovered) : [] })),
  );
  const [advice = 'claim-wait'] = items.map(({ reason }) => ADVICE[reason?.code ?? ''] ?? 'claim-wait');
  const ids = open.map(({ subject }) => idOf(subject));
  const told = openLines(items).map((line) => line.message);
  return [problem('inherited-without-request', file, { start, end }, text, shortened(ids), told, message(advice))];
}

/** Whether it lacks a request that is in effect, and is in scope. */
function isWaiting(unit: Unit | UnitSummary): boolean {
  return 'openItems' in unit && !unit.requests.some(isInEffect) && unit.openItems.some(isUncovered);
}

function isUncovered({ kind, reason }: OpenItem): boolean {
  return kind === 'awaiting-approval' || (kind === 'coverage-needed' && reason !== undefined && reason.code in ADVICE);
}
