import data from '../../../data/csf.json';

/** How sure a title is: sourced from a public text, from a secondary one, or recalled and unsourced. */
export type Confidence = 'sourced' | 'secondary' | 'recalled';

/** A control category, such as `01` Access Control. */
export interface Category {
  readonly id: string;
  readonly title: string;
}

/** A control objective, such as `01.02`. Its category is the part before the point. */
export interface Objective {
  readonly id: string;
  readonly title: string;
  readonly confidence: Confidence;
}

/** A control reference, such as `01.c`, with the objective it belongs to. */
export interface Control {
  readonly id: string;
  readonly title: string;
  readonly objective: string;
  readonly confidence: Confidence;
}

/** One of the 19 assessment domains: a second axis, independent of the categories although it is numbered alike. */
export interface Domain {
  readonly id: string;
  readonly title: string;
  readonly confidence: Confidence;
}

/** The framework's names, by their canonical ids. Maps keep the framework's own order. */
export interface Catalog {
  readonly categories: ReadonlyMap<string, Category>;
  readonly objectives: ReadonlyMap<string, Objective>;
  readonly controls: ReadonlyMap<string, Control>;
  readonly domains: ReadonlyMap<string, Domain>;
  /** Ids that are none of HITRUST CSF, and that the user's own matrix is of; global, with the `u` flag. */
  readonly ownIds?: RegExp;
}

/** The HITRUST CSF catalog of `data/csf.json`: 14 categories, 49 objectives, 156 controls, 19 domains. */
export const catalog: Catalog = {
  categories: byId(data.categories),
  objectives: byId(data.objectives as Objective[]),
  controls: byId(data.controls as Control[]),
  domains: byId(data.domains as Domain[]),
};

/**
 * The catalog with other ids beside its own.
 *
 * @param patterns regular expressions that do not run away (`isSafePattern`); `^` and `$` around one say nothing new, for
 * an id stands on its own
 */
export function withOwnIds(of: Catalog, patterns: readonly string[]): Catalog {
  if (patterns.length === 0) return of;
  const any = patterns.map((pattern) => `(?:${pattern.replace(/^\^/, '').replace(/(?<!\\)\$$/, '')})`).join('|');
  return { ...of, ownIds: new RegExp(String.raw`(?<![\p{L}\p{N}_./-])(?:${any})(?![\p{L}\p{N}_])`, 'gu') };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
