import type { Line } from '../../rows/lines';

/**
 * Where a line is among other lines: the same one, else the same row elsewhere, else the nearest that has stayed, below
 * first. -1 where there are no lines.
 */
export function nearestLine(
  before: readonly Line[],
  index: number,
  after: readonly Line[],
  indexes: ReadonlyMap<string, number>,
): number {
  const line = before[index];
  const same = line && indexes.get(line.key);
  if (same !== undefined) return same;
  if (line?.kind === 'row') {
    const elsewhere = after.findIndex((other) => other.kind === 'row' && other.row.id === line.row.id);
    if (elsewhere >= 0) return elsewhere;
  }
  const stayed = [...before.slice(index + 1), ...before.slice(0, Math.max(0, index)).reverse()].find(({ key }) =>
    indexes.has(key),
  );
  const nearest = stayed && indexes.get(stayed.key);
  return nearest ?? Math.min(Math.max(index, 0), after.length - 1);
}
