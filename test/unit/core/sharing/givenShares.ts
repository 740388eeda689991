import { createHash } from 'node:crypto';
import { appendShare, type NewShareRow } from '../../../../src/core/sharing/appendShare';
import type { Digest } from '../../../../src/core/sharing/rowHash';

export const digest: Digest = (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex'));

/** A share with what most rows say. */
export function share(given: Partial<NewShareRow> = {}): NewShareRow {
  return {
    event: 'shared',
    date: '2026-11-22',
    recipient: 'Jo Reyes',
    organization: 'Northwind Assessors',
    contact: 'jo@northwind.example',
    purpose: 'assessor',
    profile: 'assessor',
    agreement: 'NDA 2026-04',
    expires: '2027-01-31',
    file: 'exports/summary.html',
    sha256: 'ab'.repeat(32),
    by: 'Kim',
    ...given,
  };
}

/** A register and project file, as they are after these rows. */
export async function registerOf(
  rows: readonly NewShareRow[],
): Promise<{ readonly csv: string; readonly project: string }> {
  let bytes: Uint8Array | undefined;
  let project = '{\n  // Ours\n  "name": "Portal"\n}\n';
  for (const row of rows) {
    const register = { bytes, file: 'sharing.csv', name: 'sharing.csv' };
    const appended = await appendShare(register, { file: 'p.json', text: project }, row, digest);
    if ('failure' in appended) throw new Error(JSON.stringify(appended.failure));
    ({ bytes, text: project } = appended);
  }
  return { csv: new TextDecoder().decode(bytes), project };
}
