import { type Check, isFlag, isIndex, isListOf, isOneOf, isShape, isText } from './check';
import type { Axis } from '../core/assessment/statusBars';
import { AXES, type Facet, FACETS, type Grain, GRAINS, ofEach } from './content';

/** The columns, in the order in which they stand. */
export const COLUMNS = [
  'id',
  'title',
  'responsibility',
  'status',
  'open',
  'evidence',
  'requests',
  'references',
  'domain',
  'owner',
  'due',
] as const;
export type Column = (typeof COLUMNS)[number];

/** What rows are put together by. */
export const GROUPINGS = ['none', 'category', 'domain', 'status', 'document', 'owner'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Which rows are shown, and how. It can be saved under a name. */
export interface View {
  /** What is searched for. */
  readonly text: string;
  /** A row is shown that has one of the values of each facet; a facet without values lets everything through. */
  readonly facets: Readonly<Record<Facet, readonly string[]>>;
  /** Controls that open to their requirements, or requirements by themselves. */
  readonly grain: Grain;
  readonly grouping: Grouping;
  readonly sort: { readonly column: Column; readonly descending: boolean };
  /** Those that are shown, in any order. */
  readonly columns: readonly Column[];
}

/** A view that a person has given a name to. */
export interface SavedFilter {
  readonly name: string;
  readonly view: View;
}

/** What a page keeps while it is hidden, and VS Code while its window is closed. */
export interface PageState {
  /** The id of the assessment it shows; empty before the first summary. */
  readonly assessment: string;
  readonly view: View;
  readonly axis: Axis;
  /** How far the page and its table are scrolled, in pixels. */
  readonly top: number;
  readonly tableTop: number;
  /** The ids of the rows that are open. */
  readonly open: readonly string[];
  /** The keys of the groups that are folded. */
  readonly folded: readonly string[];
  /** The ids of what else a person has unfolded. */
  readonly unfolded: readonly string[];
}

export const ALL: View = {
  text: '',
  facets: ofEach(FACETS, []),
  grain: 'controls',
  grouping: 'none',
  sort: { column: 'id', descending: false },
  columns: ['id', 'title', 'responsibility', 'status', 'open', 'evidence', 'requests', 'references'],
};

export const NEW_PAGE: PageState = {
  assessment: '',
  view: ALL,
  axis: 'category',
  top: 0,
  tableTop: 0,
  open: [],
  folded: [],
  unfolded: [],
};

export const isView: Check<View> = isShape<View>({
  text: isText,
  facets: isShape<View['facets']>(ofEach(FACETS, isListOf(isText))),
  grain: isOneOf(...GRAINS),
  grouping: isOneOf(...GROUPINGS),
  sort: isShape<View['sort']>({ column: isOneOf(...COLUMNS), descending: isFlag }),
  columns: isListOf(isOneOf(...COLUMNS)),
});

export const isSavedFilter: Check<SavedFilter> = isShape<SavedFilter>({ name: isText, view: isView });

const isPageState = isShape<PageState>({
  assessment: isText,
  view: isView,
  axis: isOneOf(...AXES),
  top: isIndex,
  tableTop: isIndex,
  open: isListOf(isText),
  folded: isListOf(isText),
  unfolded: isListOf(isText),
});

/** The state, if it is one; that of a new page for anything else, such as what another version has left. */
export function parsePageState(value: unknown): PageState {
  return isPageState(value) ? value : NEW_PAGE;
}

/** The view with one value of a facet taken in, or out where it was in. */
export function toggle(view: View, facet: Facet, value: string): View {
  const values = view.facets[facet];
  const toggled = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return { ...view, facets: { ...view.facets, [facet]: toggled } };
}

/** The same rows and columns, with nothing filtered out. */
export function withoutFilter(view: View): View {
  return { ...view, text: ALL.text, facets: ALL.facets };
}
