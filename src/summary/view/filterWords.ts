import { shortened } from '../../core/csv';
import { type Facet, FACETS } from '../content';
import { LONGEST_FILTER_WORDS } from '../protocol';
import type { PageModel } from './pageModel';

/** One thing that rows are filtered by. Without a facet it is what is searched for. */
export interface FilterPart {
  readonly facet: Facet | undefined;
  readonly value: string;
  /** `Status: Needs evidence` */
  readonly text: string;
}

/** What rows are filtered by, in words. A value that nothing has any more is told as it is. */
export function filterParts({ summary, state }: Pick<PageModel, 'summary' | 'state'>): readonly FilterPart[] {
  const { labels, values } = summary;
  const { text, facets } = state.view;
  const search = text.trim();
  return [
    ...(search === '' ? [] : [{ facet: undefined, value: search, text: `${labels.text}: ${search}` }]),
    ...FACETS.flatMap((facet) =>
      facets[facet].map((value) => {
        const label = values[facet].find((other) => other.value === value)?.label ?? value;
        return { facet, value, text: `${labels[facet]}: ${label}` };
      }),
    ),
  ];
}

/** The same in one line, for what is exported to say: cut off where it is longer than anyone would read. */
export function filterWords(model: Pick<PageModel, 'summary' | 'state'>): string {
  const words = filterParts(model).map(({ text }) => text);
  return shortened(words.join('; '), LONGEST_FILTER_WORDS);
}
