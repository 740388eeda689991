import { type Message, message } from '../message';
import type { Summary } from './summary';

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

/** A status in words. Without a requirement list nothing is called complete (rule 1). */
export function statusWord(status: Status, { basis }: Pick<Summary, 'basis'>): Message {
  return message(status === 'complete' && basis === 'requirements' ? 'status-complete-listed' : `status-${status}`);
}

/** What is counted in a summary, and how much of it there is. */
export function scopeWords({ basis, totals }: Pick<Summary, 'basis' | 'totals'>): Message {
  return basis === 'requirements'
    ? message('report-requirements-in-scope', totals.requirements, totals.controls)
    : message('report-controls-in-scope', totals.controls);
}

/** The order in which responsibilities are shown everywhere. */
export const RESPONSIBILITY_ORDER = ['azure', 'shared', 'customer', 'mixed', 'unknown'] as const;
