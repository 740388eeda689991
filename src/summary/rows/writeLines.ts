import type { Row } from '../content';
import type { Members } from './grouping';
import type { Line, RowLine } from './lines';
import type { Marks } from './marks';

/** What lines are made of. Rows are told by their index. */
export interface Written {
  readonly rows: readonly Row[];
  /** The requirements that stand below a control. */
  readonly below: ReadonlyMap<number, readonly number[]>;
  readonly open: ReadonlySet<string>;
  readonly marks: Marks;
}

/** @param group the key of the group that the rows stand in */
export function rowLines(indexes: readonly number[], written: Written, group?: string): readonly RowLine[] {
  const { rows, below, open, marks } = written;
  const lines: RowLine[] = [];
  const write = (index: number, level: RowLine['level']): void => {
    const row = rows[index];
    if (!row) return;
    const key = group === undefined ? row.id : `${group}\n${row.id}`;
    lines.push({ kind: 'row', key, row, level, isOpen: open.has(row.id), found: marks(index) });
  };
  for (const index of indexes) {
    write(index, 1);
    for (const requirement of below.get(index) ?? []) write(requirement, 2);
  }
  return lines;
}

export function groupLines(groups: readonly Members[], folded: ReadonlySet<string>, written: Written): readonly Line[] {
  return groups.flatMap(({ key, label, indexes }): readonly Line[] => {
    const isFolded = folded.has(key);
    const heading: Line = { kind: 'group', key, label, count: indexes.length, isFolded };
    return isFolded ? [heading] : [heading, ...rowLines(indexes, written, key)];
  });
}
