import type { Reference } from '../csf/scanner';

/** A place that names an id again. */
export interface SameId {
  readonly reference: Reference;
  /** Whether it names that id alone, and not a range around it. */
  readonly isAlone: boolean;
}

/** The places that name what one of them names; of a range each of its controls. It is among them itself. */
export function placesOfSameId({ ids }: Reference, references: readonly Reference[]): readonly SameId[] {
  const wanted = new Set(ids);
  return references.flatMap((reference) =>
    reference.ids.some((id) => wanted.has(id)) ? [{ reference, isAlone: reference.ids.length === 1 }] : [],
  );
}
