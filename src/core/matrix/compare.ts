import { compareControls } from '../csf/controlId';
import type { JoinedBy } from '../csf/joinStatements';
import { compareRequirements } from '../csf/requirementId';
import { COMPARED_COLUMNS, type ComparedColumn, compareUnits, type WordChange } from './compareUnits';
import { joinUnits } from './joinUnits';
import { type ControlVerdict, countResponsibilities, type MatrixIndex, type Unit } from './rollUp';

/**
 * What can become of an id from one matrix to the next, what matters most first:
 *
 * - `lowered`, `raised`: less or more of it can be inherited, or is Azure's, than before;
 * - `unclear`, `clarified`: who is responsible for it, or what can be inherited, is not known any more, or is known now;
 * - `removed`, `added`;
 * - `regrained`: a control that had a row of its own has requirements now, or the other way round;
 * - `reworded`: its texts or its elements changed, and nothing of the above did;
 * - `renamed`: only its id changed, under the same CVID, or its CVID, under the same id.
 */
export const CHANGE_KINDS = [
  'lowered',
  'raised',
  'unclear',
  'clarified',
  'removed',
  'added',
  'regrained',
  'reworded',
  'renamed',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What became of one id. */
export interface Change {
  readonly kind: ChangeKind;
  /** The id in the newer matrix; of what is gone, in the older one. */
  readonly id: string;
  readonly control: string;
  /** The id in the older matrix, where it was another. */
  readonly oldId?: string;
  /** By what the two were found to be the same, where they have different ids. */
  readonly joinedBy?: Exclude<JoinedBy, 'id'>;
  /** What the older matrix says; undefined where it does not hold it. */
  readonly old?: ControlVerdict;
  readonly new?: ControlVerdict;
  /** Where the words differ, of what both hold. */
  readonly words: readonly WordChange[];
}

export interface Comparison {
  /** In the framework's order; each id once. */
  readonly changes: readonly Change[];
  /** Columns that only one of the two has, and that are therefore not compared. */
  readonly notCompared: readonly ComparedColumn[];
}

/** Compares two matrices as they were rolled up. Each unit is looked at once; what did not change costs next to nothing. */
export function compareMatrices(before: MatrixIndex, after: MatrixIndex): Comparison {
  const [held, holds] = [columnsOf(before.units), columnsOf(after.units)];
  const columns = new Set(COMPARED_COLUMNS.filter((column) => held.has(column) && holds.has(column)));
  const notCompared = COMPARED_COLUMNS.filter((column) => held.has(column) !== holds.has(column));
  const { pairs, gone, come } = joinUnits(before.units, after.units);
  const regrained = new Set([...regrainedControls(gone, after.units), ...regrainedControls(come, before.units)]);
  const isLeft = (unit: Unit): boolean => !regrained.has(controlOf(unit));
  const changes = [
    ...pairs.flatMap((pair): Change[] => {
      const change = compareUnits(pair, columns);
      if (!change) return [];
      const { old, now, joinedBy } = pair;
      const isRenamed = joinedBy !== 'id';
      return [
        {
          kind: change.kind,
          id: now.id,
          control: controlOf(now),
          ...(isRenamed && { oldId: old.id, joinedBy }),
          old: alone(old),
          new: alone(now),
          words: change.words,
        },
      ];
    }),
    ...gone.filter(isLeft).map((unit) => oneSided('removed', unit)),
    ...come.filter(isLeft).map((unit) => oneSided('added', unit)),
    ...[...regrained].map((control): Change => ({
      kind: 'regrained',
      id: control,
      control,
      old: before.control(control),
      new: after.control(control),
      words: [],
    })),
  ];
  return { changes: changes.toSorted(inOrder), notCompared };
}

/** The control of a unit that a matrix holds. */
export function controlOf({ id, verdict }: Unit): string {
  return verdict.entries[0]?.control ?? id;
}

/** Controls whose own row is among the units, and that have requirements on the other side. */
function regrainedControls(units: readonly Unit[], others: readonly Unit[]): readonly string[] {
  const own = new Set(units.filter(isControl).map(({ id }) => id));
  if (own.size === 0) return [];
  return others.filter((unit) => !isControl(unit) && own.has(controlOf(unit))).map(controlOf);
}

function isControl(unit: Unit): boolean {
  return controlOf(unit) === unit.id;
}

function oneSided(kind: 'added' | 'removed', unit: Unit): Change {
  const side = kind === 'added' ? { new: alone(unit) } : { old: alone(unit) };
  return { kind, id: unit.id, control: controlOf(unit), words: [], ...side };
}

function alone(unit: Unit): ControlVerdict {
  return { responsibility: unit.verdict.responsibility, counts: countResponsibilities([unit]), units: [unit] };
}

/** The columns in which any row of a matrix says something. */
function columnsOf(units: readonly Unit[]): ReadonlySet<ComparedColumn> {
  const found = new Set<ComparedColumn>();
  for (const { verdict } of units) {
    for (const entry of verdict.entries) {
      for (const column of COMPARED_COLUMNS) if (entry[column] !== undefined) found.add(column);
    }
    if (found.size === COMPARED_COLUMNS.length) break;
  }
  return found;
}

function inOrder(a: Change, b: Change): number {
  return compareControls(a.control, b.control) || compareRequirements(a.id, b.id) || (a.id < b.id ? -1 : 1);
}
