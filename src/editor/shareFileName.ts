import type { ExportFormat } from '../core/report/exporter';
import type { Profile } from '../core/sharing/profile';
import { sealedName } from '../core/sharing/sealedNotice';

/** What a file's name may not hold somewhere: on Windows, in a URI, or in a script that was not written with care. */
const UNSAFE = /[^\p{L}\p{N}.]+/gu;

/** Names that Windows keeps for devices, whatever their extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Longer names are cut: what follows has to fit in, and the folders before. */
const LONGEST = 60;

/**
 * What a copy is called to begin with: `portal-assessor-S-0007.html`, and `.age` behind that where it is sealed. The
 * assessment's name is in it only where the profile keeps it.
 */
export function shareFileName(
  name: string,
  { id, fields, treatments }: Profile,
  { extension, suffix = '' }: ExportFormat,
  { number, isSealed = false }: { readonly number?: string; readonly isSealed?: boolean },
): string {
  const isNamed = fields.has('name') && treatments.names === 'keep';
  const parts = [(isNamed && safe(name)) || 'summary', safe(id), ...(number === undefined ? [] : [safe(number)])];
  const file = `${parts.filter((part) => part !== '').join('-')}${suffix}.${extension}`;
  return isSealed ? sealedName(file) : file;
}

function safe(text: string): string {
  const words = text.normalize('NFC').replaceAll(UNSAFE, '-').slice(0, LONGEST);
  // Points at the ends hide a file, or are dropped.
  const trimmed = words.replaceAll(/^[-.]+|[-.]+$/g, '');
  return RESERVED.test(trimmed) ? `${trimmed}-` : trimmed;
}
