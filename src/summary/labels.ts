import type { SentenceCode } from '../core/sentences';

/** The words that the page shows by itself, and the sentences behind them. `{0}` and `{1}` in them are for the page to fill. */
export const LABELS = {
  control: 'column-control',
  title: 'column-title',
  requirement: 'column-requirement',
  responsibility: 'column-responsibility',
  status: 'column-status',
  open: 'column-open',
  evidence: 'column-evidence',
  requests: 'column-requests',
  references: 'column-references',
  domain: 'column-domain',
  category: 'column-category',
  document: 'column-document',
  owner: 'column-owner',
  due: 'column-due',
  matrixRow: 'summary-matrix-row',
  matrixRows: 'summary-matrix-rows',
  requirements: 'summary-requirements',
  notYetMapped: 'evidence-not-yet-mapped',
  export: 'action-export',
  loadMatrix: 'action-load-matrix',
  none: 'report-none',
  inNoDomain: 'summary-in-no-domain',
  inNoDocument: 'summary-in-no-document',
  noOwner: 'summary-no-owner',
  filter: 'summary-filter',
  filterText: 'summary-filter-text',
  filterClear: 'summary-filter-clear',
  filterNothing: 'summary-filter-nothing',
  count: 'headline-controls',
  countOf: 'summary-count-of',
} as const satisfies Readonly<Record<string, SentenceCode>>;

export type Label = keyof typeof LABELS;
export type Labels = Readonly<Record<Label, string>>;
