import type { Catalog } from './catalog';
import { parseRequirementId } from './requirementId';
import { scan } from './scanner';

/** What a row of a table is about. Ids are canonical. */
export interface Subject {
  readonly control: string;
  /** Undefined where the row is for the whole control. */
  readonly requirement?: string;
}

/** The control or requirement that the text of an id cell names; undefined where it names none, or a range. */
export function readSubject(cell: string, catalog: Catalog): Subject | undefined {
  const [reference] = scan(cell, catalog).references;
  const id = reference?.ids[0];
  if (!reference || id === undefined || reference.kind === 'range') return undefined;
  if (reference.kind === 'control') return { control: id };
  const requirement = parseRequirementId(id, catalog);
  return requirement && { control: requirement.control, requirement: id };
}
