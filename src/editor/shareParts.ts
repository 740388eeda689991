/* eslint-disable @typescript-eslint/no-unused-vars -- stand-ins take what the functions take that they stand for */
// Thin stand-ins for what is made elsewhere at the same time: each is replaced by the function of the same name.
import type { App } from '../app';
import { addDays, type CalendarDate, parseCalendarDate } from '../core/calendarDate';
import { readProject } from '../core/assessment/projectFile';
import type { Refused } from '../core/csvEdit';
import { type Message, message } from '../core/message';
import { problem } from '../core/problems';
import type { CopyMark, ExportFormat } from '../core/report/report';
import { type Profile, PROFILE_FIELDS, type ProfileField, TEXT_KINDS, type Treatment } from '../core/sharing/profile';
import type { SharingPolicy } from '../core/sharing/projectSharing';
import type { SharingRow } from '../core/sharing/sharingRegister';
import { decodeText } from '../core/text';
import type { Files } from '../workspace/files';
import { sha256 } from '../workspace/sha256';
import { prepareShare, recordShare } from '../workspace/sharing';

// core/sharing: profiles

export function profilesOf(_project: object): readonly Profile[] {
  const reduced = PROFILE_FIELDS.filter((field) => !['places', 'problems', 'references', 'unresolved'].includes(field));
  return [
    profile('internal', 'Internal', false, PROFILE_FIELDS, 'keep'),
    { ...profile('team', 'Team', false, PROFILE_FIELDS, 'keep'), wantsPart: true },
    profile('assessor', 'Assessor', true, reduced, 'keep'),
    profile('client', 'Client', true, ['name', 'totals', 'controls', 'requirements', 'openItems'], 'pseudonym'),
    profile('public', 'Public statement', true, ['name', 'totals'], 'remove'),
  ];
}

function profile(
  id: string,
  title: string,
  isOutside: boolean,
  fields: readonly ProfileField[],
  treatment: Treatment,
): Profile {
  const texts = TEXT_KINDS.map((kind) => {
    const isLicensed = kind === 'providerText' || kind === 'requirementText';
    return [kind, isOutside && isLicensed ? 'remove' : treatment] as const;
  });
  const treatments = Object.fromEntries(texts) as Profile['treatments'];
  return { id, title: message('text', title), isOutside, fields: new Set(fields), treatments };
}

export function findProfile(profiles: readonly Profile[], id: string): Profile | undefined {
  return profiles.find((each) => each.id === id);
}

export async function ensurePseudonymKey(_projectFile: string, _files: Files): Promise<string> {
  return Promise.resolve('0'.repeat(64));
}

// core/report

/** What of a profile a format cannot do without. */
export function missingFor({ format }: ExportFormat, { fields }: Profile): readonly ProfileField[] {
  const wanted: readonly ProfileField[] = format === 'requests' ? ['requests'] : format === 'oscal' ? ['controls'] : [];
  return wanted.filter((field) => !fields.has(field));
}

// core/sharing/sharePolicy

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

/** What keeps a copy from being shared. */
export interface ShareFaults {
  readonly missing: readonly ShareDetail[];
  readonly faults: readonly Message[];
}

export function requiredDetails(policy: SharingPolicy, details: ShareDetails = {}): readonly ShareDetail[] {
  const { required = ['purpose', 'agreement', 'consent', 'expires'], consentValidDays } = policy;
  const wanted = new Set<ShareDetail>(['recipient', ...required]);
  const hasConsent = wanted.has('consent') || details.consent !== undefined;
  if (consentValidDays !== undefined && hasConsent) wanted.add('consented');
  return SHARE_DETAILS.filter((detail) => wanted.has(detail));
}

export function checkDetails(details: ShareDetails, policy: SharingPolicy, today: CalendarDate): ShareFaults {
  const missing = requiredDetails(policy, details).filter((detail) => (details[detail] ?? '').trim() === '');
  const { consentValidDays = 36_500 } = policy;
  const faults = (['consented', 'expires'] as const).flatMap((detail) => {
    const written = (details[detail] ?? '').trim();
    const day = parseCalendarDate(written);
    if (written === '') return [];
    if (day === undefined) return [message('text', `“${written}” is no day. Write it as YYYY-MM-DD.`)];
    const isPast = detail === 'expires' ? day < today : addDays(day, consentValidDays) < today;
    if (isPast) return [message('text', `${day} is past.`)];
    return detail === 'consented' && day > today ? [message('text', `${day} is yet to come.`)] : [];
  });
  return { missing, faults };
}

/** Who was given a copy before, with what was told last of each. */
export interface KnownRecipient extends ShareDetails {
  readonly recipient: string;
}

/** Each once, whoever was given something last first. */
export function recipientsOf(rows: readonly SharingRow[]): readonly KnownRecipient[] {
  const known = new Map<string, KnownRecipient>();
  for (const { event, cells } of rows.toReversed()) {
    if (event !== 'shared') continue;
    const told = SHARE_DETAILS.flatMap((detail) =>
      detail === 'consented' || cells[detail] === '' ? [] : [[detail, cells[detail]] as const],
    );
    const key = cells.recipient.toLowerCase();
    known.set(key, { recipient: cells.recipient, ...Object.fromEntries(told), ...known.get(key) });
  }
  return [...known.values()];
}

// workspace/shareCopy

export interface ShareRequest extends ShareDetails {
  readonly recipient: string;
  readonly projectFile: string;
  readonly target: string;
  readonly overwrite: boolean;
  readonly isInput?: (location: string) => Promise<boolean>;
  readonly today: CalendarDate;
  readonly profile: string;
  readonly by?: string;
  readonly statuses?: string;
  readonly make: (copy: CopyMark) => Promise<Uint8Array>;
  readonly signal?: AbortSignal;
}

export interface SharedCopy {
  readonly target: string;
  readonly number: string;
  readonly sha256: string;
}

export async function shareCopy(request: ShareRequest, files: Files): Promise<SharedCopy | Refused> {
  const { projectFile, target, today, profile, recipient, make } = request;
  const ready = await prepareShare(projectFile, files);
  if ('failure' in ready) return ready;
  const { missing, faults } = checkDetails(request, ready.policy, today);
  if (missing.length + faults.length > 0) return { failure: problem('unknown-share', projectFile, undefined, missing) };
  const expires = parseCalendarDate(request.expires ?? '');
  const bytes = await make({
    number: ready.nextId,
    recipient,
    purpose: request.purpose ?? '',
    date: today,
    ...(request.organization !== undefined && { organization: request.organization }),
    ...(expires !== undefined && { expires }),
    ...(request.limitations !== undefined && { limitations: request.limitations }),
  });
  request.signal?.throwIfAborted();
  const hash = (await sha256(bytes)) ?? '';
  await files.write(target, bytes, ...(request.overwrite ? [] : [{ content: undefined }]));
  const { organization, contact, purpose, agreement, consent, limitations, by, statuses } = request;
  const terms = { organization, contact, purpose, agreement, consent, limitations, expires, by, statuses };
  const given = Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined));
  const file = files.label(target);
  const row = { ...given, event: 'shared' as const, date: today, recipient, profile, file, sha256: hash };
  const recorded = await recordShare(projectFile, row, files);
  return 'failure' in recorded ? recorded : { target, number: recorded.id, sha256: hash };
}

// core/sharing/seal (a part of its own), core/sharing/sealed, core/sharing/sealedNotice

export type Sealing = { readonly passphrase: string } | { readonly recipients: readonly string[] };
export type SealedBy = 'passphrase' | 'recipients';

export interface SealPart {
  readonly seal: (bytes: Uint8Array, sealing: Sealing) => Promise<Uint8Array>;
  readonly sealingProblem: (sealing: Sealing) => Message | undefined;
}

export function loadSeal(_loadPart: App['loadPart']): Promise<SealPart> {
  return Promise.resolve({
    // Never the plain bytes.
    seal: (bytes) => Promise.resolve(new TextEncoder().encode(`age-encryption.org/v1\n${bytes.length}\n`)),
    sealingProblem: (sealing) => {
      const isGood =
        'passphrase' in sealing
          ? sealing.passphrase.length >= 12
          : sealing.recipients.length > 0 && sealing.recipients.every((key) => /^age1[0-9a-z]{20,}$/.test(key));
      return isGood ? undefined : message('text', 'Nothing is sealed like this.');
    },
  });
}

export function sealedName(file: string): string {
  return `${file}.age`;
}

export function sealedNotice(by: SealedBy, file: string): readonly Message[] {
  return [message('text', `${file} is sealed (${by}) with age.`)];
}

/** The profiles of the assessment of a project file. */
export async function profilesIn(projectFile: string | undefined, files: Files): Promise<readonly Profile[]> {
  const text = projectFile === undefined ? '{}' : (decodeText(await files.read(projectFile))?.text ?? '{}');
  return profilesOf(readProject(text, projectFile ?? '').project);
}
