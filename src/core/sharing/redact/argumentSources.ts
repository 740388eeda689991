import type { MessageCode } from '../../message';
import { EVIDENCE_TITLE, GAP_NAME, NAME, RATIONALE, type Source } from './knownTexts';

const TITLED: readonly MessageCode[] = [
  'evidence-requested',
  'evidence-rejected',
  'clock-testable-from',
  'clock-testable-late',
  'clock-becomes-testable',
  'clock-in-place-undated',
  'clock-review-overdue',
  'clock-review-late',
  'clock-review-due',
  'clock-review-undated',
  'clock-captured-early',
  'clock-captured-late',
  'clock-capture-undated',
  'clock-date-to-come',
  'clock-type-missing',
];

const NAMED: readonly MessageCode[] = [
  'service-not-audited',
  'service-not-listed',
  'service-out-of-scope',
  'service-out-of-scope-for',
  'certification-expires',
  'certification-issued',
  'calendar-certification',
  'why-carved-out',
  'carve-out-not-in-list',
];

/** What the arguments of sentences are that tell of something which may stand nowhere else, by their place. */
export const ARGUMENT_SOURCES: ReadonlyMap<MessageCode, readonly Source[]> = new Map<MessageCode, readonly Source[]>([
  ...TITLED.map((code) => [code, [EVIDENCE_TITLE]] as const),
  ...NAMED.map((code) => [code, [NAME]] as const),
  ['clock-gap-open', [GAP_NAME]],
  ['clock-control-of-gap', [GAP_NAME]],
  // Their first is an id, which is told as one.
  ['carve-out-undescribed', [NAME, NAME]],
  ['carve-out-partly-ours', [NAME, NAME]],
  ['not-applicable-because', [RATIONALE]],
]);
