import { groupBy } from '../../core/groupBy';
import type { Facet, Row } from '../content';

/** The rows of a summary, told by their index, with what belongs together. */
export interface RowTree {
  readonly rows: readonly Row[];
  readonly controls: readonly number[];
  readonly requirements: readonly number[];
  /** The control that a requirement is of; undefined for a control. */
  readonly controlOf: (index: number) => number | undefined;
  /** The listed requirements of a control. */
  readonly requirementsOf: (control: number) => readonly number[];
  /** A control and its listed requirements, by its id; none where it is not there. */
  readonly withRequirements: (control: string) => readonly number[];
  /** A row’s values of a facet. What names a control, and no requirement of it that is listed, is about each that is. */
  readonly valuesOf: (index: number, facet: Facet) => readonly string[];
}

const NONE: readonly number[] = [];

export function createRowTree(rows: readonly Row[]): RowTree {
  const families: ReadonlyMap<string, readonly number[]> = groupBy(rows.keys(), (index) => {
    const { id = '', control = '' } = rows[index] ?? {};
    return control === '' ? id : control;
  });
  const controlOf = new Map<number, number>();
  const requirementsOf = new Map<number, readonly number[]>();
  // A control comes before its requirements.
  for (const [control = -1, ...requirements] of families.values()) {
    requirementsOf.set(control, requirements);
    for (const requirement of requirements) controlOf.set(requirement, control);
  }
  const documents = documentsOf(rows, requirementsOf);
  return {
    rows,
    controls: [...requirementsOf.keys()],
    requirements: [...controlOf.keys()],
    controlOf: (index) => controlOf.get(index),
    requirementsOf: (control) => requirementsOf.get(control) ?? NONE,
    withRequirements: (control) => families.get(control) ?? NONE,
    valuesOf: (index, facet) => {
      const value = facet === 'document' ? documents[index] : rows[index]?.[facet];
      return typeof value === 'object' ? value : value === undefined || value === '' ? [] : [value];
    },
  };
}

function documentsOf(
  rows: readonly Row[],
  requirementsOf: ReadonlyMap<number, readonly number[]>,
): readonly (readonly string[])[] {
  const documents = rows.map(({ document }) => document);
  for (const [control, requirements] of requirementsOf) {
    const named = new Set(requirements.flatMap((index) => rows[index]?.document ?? []));
    const ofAll = rows[control]?.document.filter((document) => !named.has(document)) ?? [];
    for (const index of requirements) documents[index] = [...(documents[index] ?? []), ...ofAll];
  }
  return documents;
}
