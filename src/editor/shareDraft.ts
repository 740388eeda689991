import { addDays, type CalendarDate } from '../core/calendarDate';
import { type Message, message } from '../core/message';
import type { OfferedExporter } from '../core/report/exporters';
import type { Profile } from '../core/sharing/profile';
import type { SharingPolicy } from '../core/sharing/projectSharing';
import type { ReportPart } from '../workspace/createReport';
import {
  checkDetails,
  type KnownRecipient,
  requiredDetails,
  type ShareDetail,
  type ShareDetails,
} from '../core/sharing/sharePolicy';
import { cannotWrite } from '../core/report/missingFor';
import type { SealedBy } from '../core/sharing/sealedNotice';
import type { Sealing } from '../core/sharing/seal';

/** What is asked of whoever shares, in this order. */
export const SHARE_STEPS = [
  'profile',
  'part',
  'format',
  'recipient',
  'name',
  'organization',
  'contact',
  'purpose',
  'agreement',
  'consent',
  'consented',
  'limitations',
  'expires',
  'expiresDay',
  'sealing',
  'passphrase',
  'passphraseAgain',
  'keys',
  'preview',
] as const;
export type ShareStep = (typeof SHARE_STEPS)[number];

/** What is asked only because of the answer to another question. */
export const FOLLOWS: Partial<Readonly<Record<ShareStep, ShareStep>>> = {
  consented: 'consent',
  expiresDay: 'expires',
  passphrase: 'sealing',
  passphraseAgain: 'sealing',
  keys: 'sealing',
};

/** What decides how many questions there are. */
export const FORKS: ReadonlySet<ShareStep> = new Set<ShareStep>(['profile', 'recipient']);

export type SealingKind = 'none' | SealedBy;

/** What was answered so far. A detail that was left open is empty. */
export interface ShareDraft {
  readonly profile?: Profile;
  readonly part?: ReportPart;
  readonly format?: OfferedExporter;
  /** Who was given something before, and gets it now; null where it is somebody new. */
  readonly known?: KnownRecipient | null;
  readonly details: ShareDetails;
  /** Whether another day is typed than those that are offered. */
  readonly hasOtherDay?: boolean;
  readonly sealing?: SealingKind;
  /** Kept here as long as the person shares, and nowhere else. */
  readonly passphrase?: string;
  readonly keys?: readonly string[];
}

/** A draft with which a copy can be written. */
export interface ReadyDraft extends ShareDraft {
  readonly profile: Profile;
  readonly format: OfferedExporter;
}

export function completeDraft(draft: ShareDraft): ReadyDraft | undefined {
  const { profile, format } = draft;
  return profile && format && { ...draft, profile, format };
}

/** What decides what has to be asked. */
export interface ShareRules {
  readonly policy: SharingPolicy;
  readonly today: CalendarDate;
  /** What the caller knows already. */
  readonly given: ReadonlySet<ShareStep>;
  /** Whether somebody was given a sealed copy the last time. */
  readonly wasSealed: (recipient: KnownRecipient) => boolean;
}

/** Whether a question is to be asked: of somebody known only what is new each time, and what does not hold any more. */
export function isAsked(step: ShareStep, draft: ShareDraft, rules: ShareRules): boolean {
  if (rules.given.has(step)) return false;
  const { profile, part } = draft;
  if (step === 'profile' || step === 'format' || step === 'preview') return true;
  if (step === 'part') return profile?.wantsPart === true && part === undefined;
  return profile?.isOutside === true && isAskedOutside(step, draft, rules);
}

function isAskedOutside(
  step: Exclude<ShareStep, 'profile' | 'part' | 'format' | 'preview'>,
  draft: ShareDraft,
  rules: ShareRules,
): boolean {
  const { known, details, hasOtherDay = false, sealing } = draft;
  switch (step) {
    case 'recipient':
    case 'expires':
      return true;
    case 'expiresDay':
      return hasOtherDay;
    case 'name':
      return known === null;
    case 'consented':
      return (
        isRequired(step, details, rules.policy) && detailProblem(step, details.consented, details, rules) !== undefined
      );
    case 'sealing':
      return !known || rules.wasSealed(known);
    case 'passphrase':
    case 'passphraseAgain':
      return sealing === 'passphrase';
    case 'keys':
      return sealing === 'recipients';
    default:
      return !known || !holds(step, draft, rules);
  }
}

/** Whether what is remembered of somebody can be taken as it is. A consent that is past its time is asked for anew. */
function holds(detail: ShareDetail, { details }: ShareDraft, rules: ShareRules): boolean {
  const isGood = (each: ShareDetail): boolean => detailProblem(each, details[each], details, rules) === undefined;
  return isGood(detail) && (detail !== 'consent' || isGood('consented'));
}

/** What is taken over for somebody who was given something before. Until when they may keep it is new each time. */
export function rememberedDetails(known: KnownRecipient): ShareDetails {
  return { ...known, expires: '' };
}

/** The draft with one detail more, or another one. Another consent was given on another day. */
export function withDetail(draft: ShareDraft, detail: ShareDetail, typed: string): ShareDraft {
  const text = typed.trim();
  const isOtherConsent = detail === 'consent' && text !== draft.details.consent;
  return { ...draft, details: { ...draft.details, [detail]: text, ...(isOtherConsent && { consented: '' }) } };
}

/** What is wrong with a detail as it is typed; undefined where it can be taken. */
export function detailProblem(
  detail: ShareDetail,
  typed: string | undefined,
  details: ShareDetails,
  { policy, today }: Pick<ShareRules, 'policy' | 'today'>,
): Message | undefined {
  const text = (typed ?? '').trim();
  if (text === '') {
    if (!isRequired(detail, details, policy)) return undefined;
    return message(detail === 'recipient' ? 'share-nobody' : 'share-required');
  }
  return checkDetails({ [detail]: text }, policy, today).faults[0];
}

/** Whether a detail cannot be left open. */
export function isRequired(detail: ShareDetail, { consent = '' }: ShareDetails, policy: SharingPolicy): boolean {
  const required = requiredDetails(policy, consent.trim() === '' ? {} : { consent });
  return required.includes(detail);
}

/** What keeps a draft from being written, of what was not asked because the caller knew it. */
export function draftProblem(
  draft: ReadyDraft,
  { policy, today }: Pick<ShareRules, 'policy' | 'today'>,
): Message | undefined {
  const { profile, format, details } = draft;
  const refused = cannotWrite(format, profile);
  if (refused || !profile.isOutside) return refused;
  const { missing, faults } = checkDetails(details, policy, today);
  return missing.length > 0 ? message('share-lacks', missing) : faults[0];
}

/** A day until when a copy can be kept, as it is offered. */
export interface ExpiryChoice {
  /** Undefined for the day of submission. */
  readonly days?: number;
  readonly day: CalendarDate;
}

const USUAL_DAYS = [30, 90, 365] as const;

export function expiryChoices(today: CalendarDate, submissionDate: CalendarDate | undefined): readonly ExpiryChoice[] {
  const isToCome = submissionDate !== undefined && submissionDate >= today;
  return [
    ...USUAL_DAYS.map((days) => ({ days, day: addDays(today, days) })),
    ...(isToCome ? [{ day: submissionDate }] : []),
  ];
}

/** Undefined where the copy is not sealed. */
export function sealingOf({ sealing, passphrase, keys }: ShareDraft): Sealing | undefined {
  if (sealing === 'passphrase' && passphrase !== undefined) return { passphrase };
  return sealing === 'recipients' && keys ? { recipients: keys } : undefined;
}

/**
 * The public keys in what was pasted, one or several: a line for each, which an input box glues together, or with commas.
 * What begins a key stands nowhere within one.
 */
export function keysIn(typed: string): readonly string[] {
  const keys = typed.split(/[,;]+|(?=age1)/).map((key) => key.replaceAll(/\s+/g, ''));
  return [...new Set(keys.filter((key) => key !== ''))];
}
