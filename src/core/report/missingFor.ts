import { type Message, message } from '../message';
import { PROFILE_FIELDS, type ProfileField } from '../sharing/profile';
import type { ExportFormat } from './exporter';
import type { ReportedProfile } from './report';

/** What a format cannot do without, and a profile does not allow, in the order of `PROFILE_FIELDS`. */
export function missingFor(
  { needs = [] }: Pick<ExportFormat, 'needs'>,
  profile: Pick<ReportedProfile, 'fields'> | undefined,
): readonly ProfileField[] {
  if (!profile) return [];
  return PROFILE_FIELDS.filter((field) => needs.includes(field) && !profile.fields.has(field));
}

/** Why a format cannot be written for a profile's readers; undefined where it can. */
export function cannotWrite(
  format: Pick<ExportFormat, 'name' | 'needs'>,
  profile: { readonly title: Message | string; readonly fields: ReadonlySet<ProfileField> } | undefined,
): Message | undefined {
  const missing = missingFor(format, profile);
  if (!profile || missing.length === 0) return undefined;
  return message('format-needs', format.name, profile.title, missing);
}
