import type { OfferedExporter } from '../core/report/exporters';
import type { Profile } from '../core/sharing/profile';
import type { PartChoice } from './shareChoices';
import { partOf } from './shareChoices';
import { rememberedDetails, type ShareDraft, type ShareStep } from './shareDraft';
import { type KnownRecipient, SHARE_DETAILS, type ShareDetail, type ShareDetails } from '../core/sharing/sharePolicy';
import type { Sealing } from '../core/sharing/seal';

/** What a person would pick or type, for callers that know it already: what is given is not asked. */
export interface ShareGiven extends ShareDetails {
  /** A profile's id. */
  readonly profile?: string;
  /** An exporter's format. */
  readonly format?: string;
  /** Ids of controls and requirements, where only those are to be shared, and what they were filtered by, in words. */
  readonly rows?: readonly string[];
  readonly filter?: string;
  /** Owners or categories as they are offered, where the profile is for a part. */
  readonly part?: readonly string[];
  readonly sealing?: 'none' | Sealing;
  /** Whether what is left out need not be looked at before. */
  readonly write?: boolean;
}

/** The questions that need not be asked. */
export function givenSteps(given: ShareGiven): ReadonlySet<ShareStep> {
  const { profile, format, rows, part, sealing, write, ...details } = given;
  const ofDetails = SHARE_DETAILS.filter((detail) => details[detail] !== undefined).flatMap((detail) => STEPS[detail]);
  return new Set<ShareStep>([
    ...(profile === undefined ? [] : ['profile' as const]),
    ...(format === undefined ? [] : ['format' as const]),
    ...((rows ?? part) ? ['part' as const] : []),
    ...(sealing === undefined ? [] : (['sealing', 'passphrase', 'passphraseAgain', 'keys'] as const)),
    ...(write === true ? ['preview' as const] : []),
    ...ofDetails,
  ]);
}

const STEPS: Readonly<Record<ShareDetail, readonly ShareStep[]>> = {
  recipient: ['recipient', 'name'],
  organization: ['organization'],
  contact: ['contact'],
  purpose: ['purpose'],
  agreement: ['agreement'],
  consent: ['consent'],
  consented: ['consented'],
  limitations: ['limitations'],
  expires: ['expires', 'expiresDay'],
};

/** What the answers are taken from. */
export interface ShareOffer {
  readonly profiles: readonly Profile[];
  readonly formats: readonly OfferedExporter[];
  readonly recipients: readonly KnownRecipient[];
  readonly parts: readonly PartChoice[];
}

/** The draft as the answers make it: of whoever is known already, what is remembered stands in it too. */
export function givenDraft(given: ShareGiven, offer: ShareOffer): ShareDraft {
  const { profile: id, format: name, rows, filter = '', part, sealing, recipient } = given;
  const profile = offer.profiles.find((each) => each.id === id);
  const format = offer.formats.find((each) => each.format === name);
  const known = offer.recipients.find((each) => each.recipient.toLowerCase() === recipient?.toLowerCase());
  const told = SHARE_DETAILS.flatMap((detail) =>
    given[detail] === undefined ? [] : [[detail, given[detail]] as const],
  );
  const picked = part && partOf(offer.parts.filter(({ label }) => part.includes(label)));
  return {
    ...(profile && { profile }),
    ...(format && { format }),
    ...(rows ? { part: { rows, filter } } : picked && { part: picked }),
    ...(recipient !== undefined && { known: known ?? null }),
    ...givenSealing(sealing),
    details: { ...(known && rememberedDetails(known)), ...Object.fromEntries(told) },
  };
}

function givenSealing(sealing: ShareGiven['sealing']): Pick<ShareDraft, 'sealing' | 'passphrase' | 'keys'> {
  if (sealing === undefined) return {};
  if (sealing === 'none') return { sealing };
  return 'passphrase' in sealing
    ? { sealing: 'passphrase', passphrase: sealing.passphrase }
    : { sealing: 'recipients', keys: sealing.recipients };
}
