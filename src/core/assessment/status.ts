/** The statuses of a control, the one that counts for it first (README, rule 8). */
export const STATUSES = [
  'needs-evidence',
  'unknown',
  'coverage-needed',
  'awaiting-approval',
  'complete',
  'inherited',
  'not-applicable',
] as const;
export type Status = (typeof STATUSES)[number];

/** The order in which responsibilities are shown everywhere. */
export const RESPONSIBILITY_ORDER = ['azure', 'shared', 'customer', 'mixed', 'unknown'] as const;
