import type { Catalog } from '../csf/catalog';
import { parseRequirementId } from '../csf/requirementId';
import type { Reference, UnresolvedReference } from '../csf/scanner';
import { whyUnknown } from '../csf/unknownControl';
import { problem, type Problem } from '../problems';

/** What one document says of controls. Made once when it is read, so that a change of one document costs that one. */
export interface Mentions {
  /** References by the control they name, or whose requirement they name. */
  readonly byControl: ReadonlyMap<string, readonly LocatedReference[]>;
  /** The ids of the requirements among them, by their control. */
  readonly requirements: ReadonlyMap<string, readonly string[]>;
  readonly unresolved: readonly LocatedUnresolved[];
}

/** A reference and the document it stands in. */
export interface LocatedReference extends Reference {
  readonly file: string;
}

/** A place that is no reference after all, the document it stands in, and what is wrong with it. */
export interface LocatedUnresolved extends UnresolvedReference {
  readonly file: string;
  readonly reason: Problem;
}

/** What a document's references say of controls. @param controls those that each of the references is about */
export function gatherMentions(
  references: readonly LocatedReference[],
  controls: readonly (readonly string[])[],
  unresolved: readonly (UnresolvedReference & { readonly file: string })[],
  catalog: Catalog,
): Mentions {
  const byControl = new Map<string, LocatedReference[]>();
  const requirements = new Map<string, string[]>();
  references.forEach((reference, index) => {
    for (const control of controls[index] ?? []) {
      push(byControl, control, reference);
      if (reference.kind === 'requirement') for (const id of reference.ids) push(requirements, control, id);
    }
  });
  return {
    byControl,
    requirements,
    unresolved: unresolved.map((place) => ({ reason: unresolvedProblem(place, place.file, catalog), ...place })),
  };
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}

/** The controls that a reference is about: of a requirement its control. */
export function controlsOf({ kind, ids }: Reference, catalog: Catalog): readonly string[] {
  return kind === 'requirement' ? ids.flatMap((id) => parseRequirementId(id, catalog)?.control ?? []) : ids;
}

/** What to say of a place that is no reference. */
function unresolvedProblem(place: UnresolvedReference, file: string, catalog: Catalog): Problem {
  const { code, start, end, text, ids } = place;
  if (code === 'unknown-control') return problem(code, file, { start, end }, ids, whyUnknown(ids[0] ?? '', catalog));
  const isRange = code === 'reversed-range' || code === 'range-across-categories';
  return problem(code, file, { start, end }, isRange ? text : ids);
}
