import type { Axis } from '../../core/assessment/statusBars';
import type { Facet, SummaryContent } from '../content';
import type { PageState, SavedFilter, View } from '../pageState';
import type { Choice, Run, SelectionAction } from '../protocol';
import type { Arrangement } from '../rows/lines';

/** All that the parts of the page are drawn from. */
export interface PageModel {
  readonly summary: SummaryContent;
  readonly assessment: string;
  readonly assessments: readonly Choice[];
  readonly savedFilters: readonly SavedFilter[];
  readonly state: PageState;
  readonly arrangement: Arrangement;
  /** The ids of the rows that are selected. */
  readonly selection: readonly string[];
  /** Whether there is room for several things beside each other: in a side bar, or half a window, there is not. */
  readonly isWide: boolean;
}

/** What a person can do on the page. */
export interface PageActions {
  readonly setView: (view: View) => void;
  readonly toggleValue: (facet: Facet, value: string) => void;
  readonly clearFilter: () => void;
  readonly setAxis: (axis: Axis) => void;
  readonly run: (run: Run) => void;
  readonly choose: (assessment: string) => void;
  /** With the rows that are selected, else with all that the filter leaves. */
  readonly actOnRows: (action: SelectionAction) => void;
  readonly saveFilter: (name: string) => void;
  readonly deleteFilter: (name: string) => void;
  readonly focusTable: () => void;
}

/** A part of the page that lives as long as the page, and is shown again with every change. */
export interface Part {
  readonly element: HTMLElement;
  readonly show: (model: PageModel) => void;
}
