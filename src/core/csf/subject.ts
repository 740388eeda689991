import type { Catalog } from './catalog';
import { parseRequirementId } from './requirementId';
import { type Reference, scan } from './scanner';

/** What a row of a table is about. Ids are canonical. */
export interface Subject {
  readonly control: string;
  /** Undefined where the row is for the whole control. */
  readonly requirement?: string;
}

/** The id of a requirement, or of a whole control. */
export function idOf({ control, requirement }: Subject): string {
  return requirement ?? control;
}

/** What may stand before the id: the group names of Azure Policy, and the label of a column that holds several. */
const LEAD = /^\W*(?:hipaa-|hitrust[ _]csf[ _]v?[\d.]*[ _]|(?:buid|control|requirement|hitrust(?: csf)?)\W+)?$/i;

/** An id stands at the beginning of a cell, and cells can hold pages. */
const SCANNED = 500;

/** What stands between the ids of a list, and of nothing else. */
const SEPARATOR = /^[\s,;/&+]*(?:and\s+)?$/;

/**
 * The control or requirement that an id cell begins with; a title may follow and mention others. A cell that names
 * several, as a list or a range, is for none of them alone: the problem's code says which it is.
 */
export function readSubject(cell: string, catalog: Catalog): Subject | 'unknown-id' | 'several-ids' {
  const start = cell.slice(0, SCANNED);
  const { references, unresolved } = scan(start, catalog, 'plain');
  const [first] = references;
  const id = first?.ids[0];
  if (!first || id === undefined || !LEAD.test(start.slice(0, first.start))) return 'unknown-id';
  const others = [...references.slice(1), ...unresolved].filter((other) => other.start >= first.end);
  const isList = others.some((other) => SEPARATOR.test(start.slice(first.end, other.start)));
  if (isList || first.kind === 'range') return 'several-ids';
  return subjectOf(first, catalog)[0] ?? 'unknown-id';
}

/** What a reference is about: of a range each of its controls. */
export function subjectOf({ kind, ids }: Reference, catalog: Catalog): readonly Subject[] {
  return kind === 'requirement' ? requirementSubjects(ids, catalog) : ids.map((control) => ({ control }));
}

/** Requirements with their controls. What is no id of a requirement, such as one that stands in for its control, is left out. */
export function requirementSubjects(ids: readonly string[], catalog: Catalog): readonly Required<Subject>[] {
  return ids.flatMap((requirement) => {
    const control = parseRequirementId(requirement, catalog)?.control;
    return control === undefined ? [] : [{ control, requirement }];
  });
}
