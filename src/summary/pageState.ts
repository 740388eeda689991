import { isIndex, isListOf, isShape, isText } from './check';
import type { ControlRow, Total } from './content';

/** Which controls are shown. An empty list lets everything through. */
export interface Filter {
  readonly text: string;
  readonly responsibility: readonly string[];
  readonly status: readonly string[];
}

/** What a page keeps while it is hidden, and VS Code while its window is closed. */
export interface PageState {
  /** The id of the assessment it shows; empty before the first summary. */
  readonly assessment: string;
  readonly filter: Filter;
  /** How far it is scrolled, in pixels. */
  readonly top: number;
  /** The ids of what a person has unfolded. */
  readonly unfolded: readonly string[];
}

export const NO_FILTER: Filter = { text: '', responsibility: [], status: [] };

const isPageState = isShape<PageState>({
  assessment: isText,
  filter: isShape<Filter>({ text: isText, responsibility: isListOf(isText), status: isListOf(isText) }),
  top: isIndex,
  unfolded: isListOf(isText),
});

/** The state, if it is one; that of a new page for anything else, such as what another version has left. */
export function parsePageState(value: unknown): PageState {
  return isPageState(value) ? value : { assessment: '', filter: NO_FILTER, top: 0, unfolded: [] };
}

export function isFiltering({ text, responsibility, status }: Filter): boolean {
  return text.trim() !== '' || responsibility.length > 0 || status.length > 0;
}

/** The filter with one value of a facet taken in, or out where it was in. */
export function toggle(filter: Filter, facet: Total['facet'], value: string): Filter {
  const values = filter[facet];
  const toggled = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return { ...filter, [facet]: toggled };
}

/**
 * Whether a control is shown: it has one of the responsibilities and one of the statuses or, with a requirement list, one
 * of its requirements has, for that is what the figures count; and its ids, title and documents hold every word of the
 * text, in upper or lower case.
 *
 * @param status the one of its section
 */
export function isMatch(row: ControlRow, status: string, filter: Filter): boolean {
  const isIn = (values: readonly string[], value: string): boolean => values.length === 0 || values.includes(value);
  const { id, title, requirements, documents } = row;
  const counted =
    requirements.length > 0 ? requirements : [{ responsibility: row.responsibility, status: { value: status } }];
  const isCounted = counted.some(
    (each) => isIn(filter.responsibility, each.responsibility.value) && isIn(filter.status, each.status.value),
  );
  if (!isCounted) return false;
  const text = [id, title, ...requirements.map((each) => each.id), ...documents.map(({ path }) => path)]
    .join('\n')
    .toLocaleLowerCase();
  return filter.text
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
