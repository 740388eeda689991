import { fill } from '../../../core/fill';
import type { Facet, SummaryContent } from '../../content';
import type { Label, Labels } from '../../labels';

/** The page's words for the table. */
export interface Words {
  readonly labels: Labels;
  /** A value in words; itself where none are known. */
  readonly valueOf: (facet: Facet, value: string) => string;
  /** A label with its places filled. */
  readonly fill: (label: Label, ...values: readonly (string | number)[]) => string;
}

export function createWords(labels: Labels, values: SummaryContent['values']): Words {
  const known = new Map<string, ReadonlyMap<string, string>>(
    Object.entries(values).map(([facet, valued]) => [facet, new Map(valued.map(({ value, label }) => [value, label]))]),
  );
  return {
    labels,
    valueOf: (facet, value) => known.get(facet)?.get(value) ?? value,
    fill: (label, ...filled) => fill(labels[label], ...filled),
  };
}
