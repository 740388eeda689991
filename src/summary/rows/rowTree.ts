import { groupBy } from '../../core/groupBy';
import type { Facet, Row } from '../content';

/** The rows of a summary by their index, with what belongs together. */
export interface RowTree {
  readonly rows: readonly Row[];
  readonly controls: readonly number[];
  readonly requirements: readonly number[];
  /** The listed requirements of the control at an index. */
  readonly requirementsOf: (control: number) => readonly number[];
  /** A control and its listed requirements, by its id; none where it is not there. */
  readonly withRequirements: (control: string) => readonly number[];
  /**
   * A row's values of a facet. A document that names a control, and none of its requirements, is about each of them.
   */
  readonly valuesOf: (row: number, facet: Facet) => readonly string[];
}

const NONE: readonly number[] = [];

export function createRowTree(rows: readonly Row[]): RowTree {
  const indexes = [...rows.keys()];
  const isControl = (index: number): boolean => rows[index]?.control === '';
  const families: ReadonlyMap<string, readonly number[]> = groupBy(indexes, (index) => {
    const { id = '', control = '' } = rows[index] ?? {};
    return control === '' ? id : control;
  });
  const byControl = new Map(
    indexes.filter(isControl).map((index) => {
      const family = families.get(rows[index]?.id ?? '') ?? NONE;
      return [index, family.filter((member) => member !== index)];
    }),
  );
  const documents = rows.map(({ document }) => document);
  for (const [control, requirements] of byControl) {
    const named = new Set(requirements.flatMap((index) => rows[index]?.document ?? []));
    const ofAll = rows[control]?.document.filter((document) => !named.has(document)) ?? [];
    if (ofAll.length === 0) continue;
    for (const index of requirements) documents[index] = [...(rows[index]?.document ?? []), ...ofAll];
  }
  return {
    rows,
    controls: [...byControl.keys()],
    requirements: indexes.filter((index) => !isControl(index)),
    requirementsOf: (control) => byControl.get(control) ?? NONE,
    withRequirements: (control) => families.get(control) ?? NONE,
    valuesOf: (index, facet) => {
      const value = facet === 'document' ? documents[index] : rows[index]?.[facet];
      return typeof value === 'object' ? value : value === undefined || value === '' ? [] : [value];
    },
  };
}
