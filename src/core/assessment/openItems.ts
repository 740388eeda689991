import type { UnknownReason, Verdict } from '../matrix/rollUp';
import { type Message, message } from '../message';
import type { MaturityLevel } from './maturity';
import { type InheritanceRequest, isInEffect, leavesPart, REQUEST_STATES } from './requests';
import type { Status } from './status';

/** One thing that is still to do. */
export interface OpenItem {
  readonly kind: 'needs-evidence' | 'unknown' | 'coverage-needed' | 'awaiting-approval';
  /** The level that evidence is wanted at. */
  readonly maturity?: MaturityLevel;
  /** What makes it open, where the kind alone does not say. */
  readonly reason?: Message;
  /** On how many of a control's requirements it stands, where it is not all of them. */
  readonly of?: { readonly count: number; readonly total: number };
  /** The rule behind it. */
  readonly why: Message;
}

/** What is recorded for a requirement, or for a control that stands in for its requirements. */
export interface Recorded {
  /** The levels at which there is evidence that counts. */
  readonly evidenced: ReadonlySet<MaturityLevel>;
  readonly requests: readonly InheritanceRequest[];
}

/** The state of one requirement, or of a control standing in for its requirements. */
export interface Evaluation {
  readonly status: Status;
  readonly openItems: readonly OpenItem[];
}

/** The open statuses of a single requirement, first that fits: unlike for a control, unknown comes before evidence. */
const OPEN_STATUSES = ['unknown', 'needs-evidence', 'coverage-needed', 'awaiting-approval'] as const;

/**
 * The one place that decides what is open on a requirement (README, rules 3, 6 and 8).
 *
 * @param levels the maturity levels that the assessment scores
 */
export function evaluate(verdict: Verdict, recorded: Recorded, levels: readonly MaturityLevel[]): Evaluation {
  // Of what is Azure's the customer evidences nothing, unless the approved request leaves a part.
  const isAzures =
    verdict.responsibility === 'azure' &&
    !recorded.requests.some((request) => isInEffect(request) && leavesPart(request));
  const openItems = [
    ...responsibilityItems(verdict),
    ...(isAzures ? [] : evidenceItems(verdict, recorded, levels)),
    ...coverageItems(verdict, recorded.requests),
  ];
  const open = OPEN_STATUSES.find((status) => openItems.some(({ kind }) => kind === status));
  return { status: open ?? (isAzures && verdict.inheritability === 'full' ? 'inherited' : 'complete'), openItems };
}

/** An open item in words; `levels` are told together where several items differ in nothing else. */
export function tell({ kind, maturity, reason, of }: OpenItem, levels = maturity ? [maturity] : []): Message {
  const counts = of ? [of.count, of.total] : [];
  const [single, counted] = (
    {
      'needs-evidence': ['needs-evidence', 'needs-evidence-for'],
      unknown: ['unknown-because', 'unknown-for'],
      'coverage-needed': ['coverage-needed', 'coverage-needed-for'],
      'awaiting-approval': ['awaiting-approval', 'awaiting-approval-for'],
    } as const
  )[kind];
  const detail = kind === 'needs-evidence' ? levels.map((level) => message(level)) : (reason ?? '');
  return message(of ? counted : single, detail, ...counts);
}

/** The sentence that says why a responsibility is not known. */
export const UNKNOWN_REASONS = {
  'no-matrix': 'no-matrix',
  absent: 'not-in-matrix',
  unmapped: 'value-unknown',
  disputed: 'value-disputed',
  'varies-by-version': 'value-varies-by-version',
} as const satisfies Record<UnknownReason, string>;

/** Why a responsibility is not known, in words. */
export function unknownReason(reason: UnknownReason): Message {
  return message(UNKNOWN_REASONS[reason]);
}

function responsibilityItems({ unknown }: Verdict): readonly OpenItem[] {
  return unknown ? [{ kind: 'unknown', reason: unknownReason(unknown), why: message('why-unknown') }] : [];
}

function evidenceItems(
  { responsibility }: Verdict,
  { evidenced }: Recorded,
  levels: readonly MaturityLevel[],
): readonly OpenItem[] {
  const why = message(responsibility === 'azure' ? 'why-evidence-part' : `why-evidence-${responsibility ?? 'unknown'}`);
  return levels.filter((level) => !evidenced.has(level)).map((maturity) => ({ kind: 'needs-evidence', maturity, why }));
}

function coverageItems(
  { responsibility, inheritability }: Verdict,
  requests: readonly InheritanceRequest[],
): readonly OpenItem[] {
  if (responsibility !== 'shared' && responsibility !== 'azure') return [];
  const why = message('why-coverage');
  // Where a file states both, only inheritability says what a request can cover.
  if (inheritability === 'none') return [{ kind: 'coverage-needed', reason: message('not-inheritable'), why }];
  if (requests.some(isInEffect)) return [];
  const best = REQUEST_STATES.find((state) => requests.some((request) => request.state === state));
  if (best === 'submitted') return [{ kind: 'awaiting-approval', why }];
  // Approved and still not in effect is approved at nothing.
  const state = best === undefined ? 'none' : best === 'approved' ? 'zero' : best;
  return [{ kind: 'coverage-needed', reason: message(`request-${state}`), why }];
}
