import type { UnknownReason, Verdict } from '../matrix/rollUp';
import { type Message, message } from '../message';
import type { MaturityLevel } from './maturity';
import type { Status } from './status';
import { type InheritanceRequest, isInEffect, leavesPart, REQUEST_STATES } from './requests';

/** One thing that is still to do. */
export interface OpenItem {
  readonly kind: 'needs-evidence' | 'unknown' | 'coverage-needed' | 'awaiting-approval';
  /** The level that evidence is wanted at. */
  readonly maturity?: MaturityLevel;
  readonly message: Message;
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

/**
 * The one place that decides what is open on a requirement (README, rules 3, 6 and 8).
 *
 * @param levels the maturity levels that the assessment scores
 */
export function evaluate(verdict: Verdict, recorded: Recorded, levels: readonly MaturityLevel[]): Evaluation {
  // Of what is Azure's the customer evidences nothing, unless the approved request leaves a part.
  const wholeIsAzures =
    verdict.responsibility === 'azure' &&
    !recorded.requests.some((request) => isInEffect(request) && leavesPart(request));
  const openItems = [
    ...responsibilityItems(verdict),
    ...(wholeIsAzures ? [] : evidenceItems(verdict, recorded, levels)),
    ...coverageItems(verdict, recorded.requests),
  ];
  const open = UNIT_STATUSES.find((status) => openItems.some(({ kind }) => kind === status));
  return { status: open ?? (wholeIsAzures ? 'inherited' : 'complete'), openItems };
}

/** The open statuses of a single requirement, first that fits: unlike for a control, unknown comes before evidence. */
const UNIT_STATUSES = ['unknown', 'needs-evidence', 'coverage-needed', 'awaiting-approval'] as const;

const UNKNOWN_REASONS = {
  absent: 'not-in-matrix',
  unmapped: 'value-unknown',
  disputed: 'value-disputed',
  'varies-by-version': 'value-varies-by-version',
} as const satisfies Record<UnknownReason, string>;

function responsibilityItems({ unknown }: Verdict): readonly OpenItem[] {
  if (!unknown) return [];
  return [{ kind: 'unknown', message: message(UNKNOWN_REASONS[unknown]), why: message('why-unknown') }];
}

function evidenceItems(
  { responsibility }: Verdict,
  { evidenced }: Recorded,
  levels: readonly MaturityLevel[],
): readonly OpenItem[] {
  const why = message(responsibility === 'azure' ? 'why-evidence-part' : `why-evidence-${responsibility ?? 'unknown'}`);
  return levels
    .filter((level) => !evidenced.has(level))
    .map((maturity) => ({
      kind: 'needs-evidence',
      maturity,
      message: message('needs-evidence', message(maturity)),
      why,
    }));
}

function coverageItems({ responsibility }: Verdict, requests: readonly InheritanceRequest[]): readonly OpenItem[] {
  if (responsibility !== 'shared' && responsibility !== 'azure') return [];
  if (requests.some(isInEffect)) return [];
  const why = message('why-coverage');
  const best = REQUEST_STATES.find((state) => requests.some((request) => request.state === state));
  if (best === 'submitted') return [{ kind: 'awaiting-approval', message: message('awaiting-approval'), why }];
  // `approved` is in effect and cannot be met here; without a request there is none to speak of.
  const state = best === undefined || best === 'approved' ? 'none' : best;
  return [{ kind: 'coverage-needed', message: message('coverage-needed', message(`request-${state}`)), why }];
}
