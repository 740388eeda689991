import { addDays, type CalendarDate, parseCalendarDate } from '../calendarDate';
import { shortened, tidy } from '../csv';
import type { Refused } from '../csvEdit';
import { type Message, message } from '../message';
import { problem } from '../problems';
import type { RequiredField, SharingPolicy } from './projectSharing';
import { canonical, type SharingRow } from './sharingRegister';

/** What a copy is usually shared for; any other text will do too. */
export const PURPOSES = ['client', 'partner', 'assessor', 'regulator', 'auditor', 'insurer'] as const;

/** What is told of a share beside what is shared, by the columns that it is recorded in, in the order of asking. */
export const SHARE_DETAILS = [
  'recipient',
  'organization',
  'contact',
  'purpose',
  'agreement',
  'consent',
  'consented',
  'limitations',
  'expires',
] as const;
export type ShareDetail = (typeof SHARE_DETAILS)[number];

export type ShareDetails = Readonly<Partial<Record<ShareDetail, string>>>;

/** What a share has to say where the project does not. */
const USUALLY_REQUIRED: readonly RequiredField[] = ['purpose', 'agreement', 'consent', 'expires'];

/** What keeps a copy from being shared. */
export interface ShareFaults {
  readonly missing: readonly ShareDetail[];
  /** What is expired, or no day: each says what, why and what to do. */
  readonly faults: readonly Message[];
}

/**
 * What a share has to say: always who gets it, and what the policy names. Where a consent counts for some days only, its
 * day too, for a consent that is asked for or given.
 */
export function requiredDetails(policy: SharingPolicy, details: ShareDetails = {}): readonly ShareDetail[] {
  const { required = USUALLY_REQUIRED, consentValidDays } = policy;
  const wanted = new Set<ShareDetail>(['recipient', ...required]);
  const hasConsent = wanted.has('consent') || isGiven(details.consent);
  if (consentValidDays !== undefined && hasConsent) wanted.add('consented');
  return SHARE_DETAILS.filter((detail) => wanted.has(detail));
}

export function checkDetails(details: ShareDetails, policy: SharingPolicy, today: CalendarDate): ShareFaults {
  const missing = requiredDetails(policy, details).filter((detail) => !isGiven(details[detail]));
  return { missing, faults: [...consentFaults(details, policy, today), ...expiryFaults(details, today)] };
}

/** Why a copy is not shared, all at once; undefined where the policy has nothing against it. @param file the project file */
export function refuseDetails(
  details: ShareDetails,
  policy: SharingPolicy,
  today: CalendarDate,
  file: string,
): Refused | undefined {
  const { missing, faults } = checkDetails(details, policy, today);
  const [first, ...others] = [...(missing.length > 0 ? [message('share-lacks', missing)] : []), ...faults];
  if (!first) return undefined;
  const all = others.reduce((before, next) => message('share-and', before, next), first);
  return { failure: problem('share-not-allowed', file, undefined, all) };
}

/** Who was given a copy before, with what was told last of each. */
export interface KnownRecipient extends ShareDetails {
  readonly recipient: string;
}

/**
 * The recipients of a register, whoever was given something last first. What was left blank the last time is known from
 * before; a consent and its day go together.
 */
export function recipientsOf(rows: readonly SharingRow[]): readonly KnownRecipient[] {
  const known = new Map<string, KnownRecipient>();
  for (const { event, cells } of rows.toReversed()) {
    const { recipient } = cells;
    if (event !== 'shared' || recipient === '') continue;
    const key = recipient.toLowerCase();
    const later = known.get(key);
    const isToldLater = (later?.consent ?? later?.consented) !== undefined;
    const told = SHARE_DETAILS.filter(
      (detail) => cells[detail] !== '' && !(isToldLater && (detail === 'consent' || detail === 'consented')),
    );
    const details = Object.fromEntries(told.map((detail) => [detail, cells[detail]]));
    known.set(key, { recipient, ...details, ...later });
  }
  return [...known.values()];
}

function consentFaults(
  { consented }: ShareDetails,
  { consentValidDays }: SharingPolicy,
  today: CalendarDate,
): readonly Message[] {
  if (!isGiven(consented)) return [];
  const day = parseCalendarDate(tidy(consented));
  if (day === undefined) return [unreadDay('consented', consented)];
  if (day > today) return [message('share-consent-ahead', day)];
  if (consentValidDays === undefined) return [];
  const last = addDays(day, consentValidDays);
  return last < today ? [message('share-consent-past', day, consentValidDays, last)] : [];
}

/** The copy may be kept on its last day still. */
function expiryFaults({ expires }: ShareDetails, today: CalendarDate): readonly Message[] {
  if (!isGiven(expires)) return [];
  const day = parseCalendarDate(tidy(expires));
  if (day === undefined) return [unreadDay('expires', expires)];
  return day < today ? [message('share-expiry-past', day, today)] : [];
}

function unreadDay(detail: ShareDetail, written: string): Message {
  return message('share-day-unread', detail, shortened(written));
}

/** Whether it says anything once it stands in the register. */
function isGiven(value: string | undefined): value is string {
  return value !== undefined && canonical(tidy(value)) !== '';
}
