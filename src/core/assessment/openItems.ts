import type { UnknownReason, Verdict } from '../matrix/rollUp';
import { type Message, message, type Reasoned } from '../message';
import type { SentenceCode } from '../sentences';
import type { AssessmentCalendar } from './calendar';
import { runTimeOf, type TimeEvent, timeOf, type TimeVerdict } from './clocks';
import { type Evidence, type UsableEvidence, whyNotUsed } from './evidence';
import type { Gap } from './gaps';
import type { MaturityLevel } from './maturity';
import { requestAge } from './claims';
import { type InheritanceRequest, isInEffect, leavesPart, REQUEST_STATES } from './requests';
import type { Status } from './status';

/** What there can be to do. */
export const OPEN_ITEM_KINDS = [
  'unknown',
  'needs-evidence',
  'late-evidence',
  'coverage-needed',
  'service-out-of-scope',
  'awaiting-approval',
] as const;

/** One thing that is still to do. */
export interface OpenItem {
  readonly kind: (typeof OPEN_ITEM_KINDS)[number];
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
  /** The evidence that counts. */
  readonly evidence: readonly UsableEvidence[];
  /** Evidence that does not count yet: asked for, or rejected. */
  readonly pending: readonly Evidence[];
  /** To any provider. */
  readonly requests: readonly InheritanceRequest[];
  readonly gaps: readonly Gap[];
  /** The services in use that its rows in the matrix name, and that are outside the provider's audit scope. */
  readonly uncovered: readonly string[];
  /** Why it is not applicable, and is not scored. */
  readonly notApplicable?: Message;
}

/** What holds for every requirement of an assessment. */
export interface Terms {
  /** The maturity levels that the assessment scores. */
  readonly levels: readonly MaturityLevel[];
  readonly today: string;
  /** Undefined where no submission date is given: then there are no clocks. */
  readonly calendar?: AssessmentCalendar;
  /** Why the provider's certification cannot be relied on: it ends too early. */
  readonly lapsed?: Message;
}

/** The state of one requirement, or of a control standing in for its requirements. */
export interface Evaluation {
  readonly status: Status;
  readonly openItems: readonly OpenItem[];
  /** What is to be known, and voids nothing. */
  readonly notices: readonly Reasoned[];
  /** What comes due until submission. */
  readonly events: readonly TimeEvent[];
}

/** The statuses of a single requirement with the open items behind them, first that fits: unlike for a control, unknown comes before evidence. */
const OPEN_STATUSES: readonly (readonly [Status, ...OpenItem['kind'][]])[] = [
  ['unknown', 'unknown'],
  ['needs-evidence', 'needs-evidence', 'late-evidence'],
  ['coverage-needed', 'coverage-needed', 'service-out-of-scope'],
  ['awaiting-approval', 'awaiting-approval'],
];

/** All of them, in the order in which they are looked at. */
export const UNIT_STATUSES: readonly Status[] = [
  'not-applicable',
  ...OPEN_STATUSES.map(([status]) => status),
  'inherited',
  'complete',
];

/** The status of a requirement on which nothing else is open. */
export function statusOfItem(kind: OpenItem['kind']): Status {
  return OPEN_STATUSES.find(([, ...kinds]) => kinds.includes(kind))?.[0] ?? 'unknown';
}

/** The one place that decides what is open on a requirement (README, rules 3 and 5 to 8). */
export function evaluate(verdict: Verdict, recorded: Recorded, terms: Terms): Evaluation {
  if (recorded.notApplicable) {
    const notice = { message: message('not-applicable'), why: recorded.notApplicable };
    return { status: 'not-applicable', openItems: [], notices: [notice], events: [] };
  }
  const requests = recorded.requests.filter(({ otherProvider }) => otherProvider === undefined);
  const isWanted = isEvidenceWanted(verdict, requests);
  const times = isWanted ? terms.levels.map((level) => timesAt(level, recorded, terms)) : [];
  const openItems = [
    ...responsibilityItems(verdict),
    ...times.flatMap((time) => evidenceItems(verdict, time)),
    ...coverageItems(verdict, requests, terms),
    ...serviceItems(verdict, recorded, requests),
  ];
  const [open] = OPEN_STATUSES.find(([, ...kinds]) => openItems.some(({ kind }) => kinds.includes(kind))) ?? [];
  const isInherited = !isWanted && verdict.inheritability === 'full';
  return {
    status: open ?? (isInherited ? 'inherited' : 'complete'),
    openItems,
    notices: times.flatMap(({ verdicts }) => verdicts.flatMap(({ notices }) => notices)),
    events: times.flatMap(({ verdicts }) => verdicts.flatMap(({ events }) => events)),
  };
}

/** Of what is Azure's the customer evidences nothing, unless the approved request leaves a part (rule 3). */
export function isEvidenceWanted({ responsibility }: Verdict, requests: readonly InheritanceRequest[]): boolean {
  return (
    responsibility !== 'azure' ||
    requests.some((request) => request.otherProvider === undefined && isInEffect(request) && leavesPart(request))
  );
}

/** An open item in words; `levels` are told together where several items differ in nothing else. */
export function tell({ kind, maturity, reason, of }: OpenItem, levels = maturity ? [maturity] : []): Message {
  const counts = of ? [of.count, of.total] : [];
  const at = levels.map((level) => message(level));
  const sentence = (
    single: SentenceCode,
    counted: SentenceCode,
    ...args: readonly (Message | readonly Message[] | undefined)[]
  ): Message => message(of ? counted : single, ...args.map((arg) => arg ?? ''), ...counts);
  switch (kind) {
    case 'needs-evidence':
      return reason
        ? sentence('needs-evidence-because', 'needs-evidence-because-for', at, reason)
        : sentence('needs-evidence', 'needs-evidence-for', at);
    case 'awaiting-approval':
      return reason
        ? sentence('awaiting-approval-since', 'awaiting-approval-since-for', reason)
        : sentence('awaiting-approval', 'awaiting-approval-for');
    case 'late-evidence':
      return sentence('late-evidence', 'late-evidence-for', at, reason);
    case 'unknown':
      return sentence('unknown-because', 'unknown-for', reason);
    case 'coverage-needed':
      return sentence('coverage-needed', 'coverage-needed-for', reason);
    case 'service-out-of-scope':
      return sentence('service-out-of-scope', 'service-out-of-scope-for', reason);
  }
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

/** What the clocks say of the evidence at a level. */
interface LevelTimes {
  readonly level: MaturityLevel;
  /** Of each document, and of each gap that was mended. */
  readonly verdicts: readonly TimeVerdict[];
  /** Why the level has no evidence that is in time; undefined where it has. */
  readonly late?: Reasoned;
  readonly isEvidenced: boolean;
  readonly pending?: Message;
}

function timesAt(level: MaturityLevel, { evidence, pending, gaps }: Recorded, { calendar }: Terms): LevelTimes {
  const items = evidence.filter(({ maturity }) => maturity === level);
  const isEvidenced = items.length > 0;
  const waiting = isEvidenced ? undefined : pending.find(({ maturity = level }) => maturity === level);
  const reason = waiting && whyNotUsed(waiting);
  const ofDocuments = calendar ? items.map((item) => timeOf(item, level, calendar)) : [];
  const ofGaps = calendar
    ? gaps.filter(({ maturity = level }) => maturity === level).map((gap) => runTimeOf(gap, level, calendar))
    : [];
  // One document that is in time is enough; a control that has not run long enough makes all of them worth nothing.
  const late = isEvidenced
    ? (ofGaps.find((verdict) => verdict.late)?.late ??
      (ofDocuments.every((verdict) => verdict.late) ? ofDocuments[0]?.late : undefined))
    : undefined;
  const verdicts = [...ofDocuments, ...ofGaps];
  return { level, verdicts, isEvidenced, ...(late && { late }), ...(reason && { pending: reason }) };
}

/** Why evidence is wanted, where it is. */
export function whyEvidence({ responsibility }: Pick<Verdict, 'responsibility'>): Message {
  return message(responsibility === 'azure' ? 'why-evidence-part' : `why-evidence-${responsibility ?? 'unknown'}`);
}

function evidenceItems(
  { responsibility }: Verdict,
  { level: maturity, isEvidenced, late, pending }: LevelTimes,
): readonly OpenItem[] {
  if (late) return [{ kind: 'late-evidence', maturity, reason: late.message, why: late.why }];
  if (isEvidenced) return [];
  const why = whyEvidence({ responsibility });
  return [{ kind: 'needs-evidence', maturity, why, ...(pending && { reason: pending }) }];
}

/** Whether any of it is Azure's, and has to be covered. */
export function hasProviderPart({ responsibility }: Verdict): boolean {
  return responsibility === 'shared' || responsibility === 'azure';
}

function coverageItems(
  verdict: Verdict,
  requests: readonly InheritanceRequest[],
  { lapsed, today }: Terms,
): readonly OpenItem[] {
  if (!hasProviderPart(verdict)) return [];
  const why = message('why-coverage');
  const needed = (reason: Message): readonly OpenItem[] => [{ kind: 'coverage-needed', reason, why }];
  // Where a file states both, only inheritability says what a request can cover.
  if (verdict.inheritability === 'none') return needed(message('not-inheritable'));
  const inEffect = requests.filter(isInEffect);
  // What is inherited from one's own organisation does not rest on the provider's letter.
  if (inEffect.some(({ internal }) => internal)) return [];
  if (lapsed) return [{ kind: 'coverage-needed', reason: lapsed, why: message('why-certification') }];
  if (inEffect.length > 0) return [];
  const best = REQUEST_STATES.find((state) => requests.some((request) => request.state === state));
  if (best === 'submitted') {
    const reason = requests
      .filter(({ state }) => state === best)
      .flatMap((request) => requestAge(request, today) ?? []);
    return [{ kind: 'awaiting-approval', why, ...(reason[0] && { reason: reason[0] }) }];
  }
  // Approved and still not in effect is approved at nothing.
  const state = best === undefined ? 'none' : best === 'approved' ? 'zero' : best;
  return needed(message(`request-${state}`));
}

function serviceItems(
  verdict: Verdict,
  { uncovered }: Recorded,
  requests: readonly InheritanceRequest[],
): readonly OpenItem[] {
  if (!hasProviderPart(verdict) || requests.some((request) => request.internal && isInEffect(request))) return [];
  return uncovered.map((service) => ({
    kind: 'service-out-of-scope',
    reason: message('text', service),
    why: message('why-service'),
  }));
}
