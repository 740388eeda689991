import type { SummaryContent } from '../content';
import type { RowDetails } from '../details';
import type { PageState, SavedFilter } from '../pageState';
import type { Choice, Notice, ToHost } from '../protocol';

/** What VS Code gives a page: the way to its host, and a place for its state. */
export interface PageHost {
  readonly send: (message: ToHost) => void;
  readonly state: () => PageState;
  readonly keep: (state: PageState) => void;
}

export interface PageContent {
  readonly summary: SummaryContent;
  readonly assessment: string;
  readonly assessments: readonly Choice[];
  readonly savedFilters: readonly SavedFilter[];
  readonly revision: number;
}

export interface Page {
  /** Shows a summary in place of the last one. Whoever reads the page keeps their place in it. */
  readonly show: (content: PageContent) => void;
  readonly showDetails: (rows: readonly RowDetails[], revision: number) => void;
  /** Says what there is in place of a summary. */
  readonly showNotice: (notice: Notice) => void;
  /** Brings a control or requirement into view, and clears a filter that hides it. */
  readonly reveal: (row: string) => void;
}

export function createPage(_root: HTMLElement, _host: PageHost): Page {
  return { show() {}, showDetails() {}, showNotice() {}, reveal() {} };
}
