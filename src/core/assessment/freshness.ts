import { compareControls } from '../csf/controlId';
import { groupBy } from '../groupBy';
import { type Message, message, type Reasoned } from '../message';
import type { ProblemCode } from '../problems';
import type { SentenceCode } from '../sentences';
import type { AssessmentCalendar } from './calendar';
import { clockOf, lastReview, timeOf } from './clocks';
import type { DateColumn } from './documentCells';
import { type Evidence, pathKey, type UsableEvidence, whyNotUsed } from './evidence';
import { documentKey } from './evidenceDocuments';
import type { Records } from './records';

/** How good evidence still is, the worst first. */
export const FRESHNESS = ['missing', 'late', 'not-usable', 'waiting', 'unchecked', 'fresh'] as const;
export type Freshness = (typeof FRESHNESS)[number];

/** A piece of evidence, and how good it still is. */
export interface RatedEvidence {
  readonly item: Evidence;
  readonly freshness: Freshness;
  /** Why, where there is something to say, with the rule where one is behind it. */
  readonly reason?: Pick<Reasoned, 'message'> & Partial<Reasoned>;
}

/** A document with all that it is evidence for. */
export interface RatedDocument {
  /** The same for the same document from one reading to the next. */
  readonly key: string;
  readonly freshness: Freshness;
  /** What speaks for the document: the worst of its evidence. */
  readonly worst: RatedEvidence;
  /** In the order of controls. */
  readonly evidence: readonly RatedEvidence[];
}

/** What keeps evidence from counting because nothing is there. */
const MISSING: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['missing-evidence-file', 'unknown-document']);

/** Notices of the clocks by what they say of a document. */
const NOTICED: Readonly<Record<string, Freshness>> = {
  'clock-testable-from': 'waiting',
  'clock-date-to-come': 'waiting',
  'clock-in-place-undated': 'unchecked',
  'clock-review-undated': 'unchecked',
  'clock-capture-undated': 'unchecked',
  'clock-type-missing': 'unchecked',
};

/** All evidence that is recorded, each document once, by the same facts that open items are told by. */
export function rateEvidence(
  { evidence, pending, unusable }: Pick<Records, 'evidence' | 'pending' | 'unusable'>,
  calendar: AssessmentCalendar | undefined,
): readonly RatedDocument[] {
  const controls = new Set([evidence, pending, unusable].flatMap((each) => each.controls));
  const rated = [...controls]
    .toSorted(compareControls)
    .flatMap((control): readonly RatedEvidence[] => [
      ...evidence.of(control).items.map((item) => rateUsable(item, calendar)),
      ...pending.of(control).items.map((item) => withReason(item, 'not-usable', whyNotUsed(item))),
      ...unusable
        .of(control)
        .items.map(({ item, why }) => withReason(item, MISSING.has(why.code) ? 'missing' : 'not-usable', why)),
    ]);
  return [...groupBy(rated, ({ item }) => keyOf(item))].map(([key, all]) => {
    const worst = all.reduce((a, b) => (placeOf(b.freshness) < placeOf(a.freshness) ? b : a));
    return { key, freshness: worst.freshness, worst, evidence: all };
  });
}

/**
 * When a document was last reviewed or captured and, where the clocks say so, when that is due again, or from when it can be
 * tested where that is what keeps it back; where it says nothing, that.
 */
export function dateWords(
  { item, reason }: Pick<RatedEvidence, 'item' | 'reason'>,
  calendar: AssessmentCalendar | undefined,
): readonly Message[] {
  const { dates = {}, maturity } = item;
  const review =
    calendar && maturity && clockOf(item, maturity) === 'standing' ? lastReview(dates, calendar) : undefined;
  const testable = reason && TESTABLE_FROM.has(reason.message.code) ? reason.message.args[1] : undefined;
  if (review) {
    const next = testable === undefined ? message('dated-due', review.due) : message('dated-testable', testable);
    return [message(`dated-${review.column}`, review.date), next];
  }
  const [column] = SHOWN_DATES.filter((each) => dates[each] !== undefined);
  return [column ? message(`dated-${column}`, dates[column] ?? '') : message('dated-none')];
}

/** What the clocks say of a document that is not in place for long enough: its second argument is the day when it will be. */
const TESTABLE_FROM: ReadonlySet<string> = new Set<SentenceCode>(['clock-testable-from', 'clock-testable-late']);

/** Which of a document's dates is told, where no clock asks for one. */
const SHOWN_DATES: readonly DateColumn[] = ['captured_on', 'reviewed_on', 'approved_on', 'effective_from'];

/** How good a piece of evidence that counts still is. */
export function rateUsable(item: UsableEvidence, calendar: AssessmentCalendar | undefined): RatedEvidence {
  if (!calendar) return withReason(item, 'unchecked', message('no-submission-date'));
  const { late, notices } = timeOf(item, item.maturity, calendar);
  if (late) return { item, freshness: 'late', reason: late };
  for (const freshness of FRESHNESS) {
    const reason = notices.find(({ message: { code } }) => NOTICED[code] === freshness);
    if (reason) return { item, freshness, reason };
  }
  if (clockOf(item, item.maturity) === undefined) return withReason(item, 'unchecked', message('clock-none'));
  return { item, freshness: 'fresh' };
}

function withReason(item: Evidence, freshness: Freshness, told: Message | undefined): RatedEvidence {
  return { item, freshness, ...(told && { reason: { message: told } }) };
}

/** Two ids in one file are two documents; without an id the file is what tells one from another. */
function keyOf(item: Evidence): string {
  const { documentId, location, file, line } = item;
  if (documentId !== undefined) return `id ${documentKey(documentId)}`;
  return location === undefined ? `row ${file} ${line}` : `path ${pathKey(item)}`;
}

function placeOf(freshness: Freshness): number {
  return FRESHNESS.indexOf(freshness);
}
