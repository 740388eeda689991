import type { Reference } from '../core/csf/scanner';
import type { LineIndex } from '../core/lineIndex';

/** The references of each line; what names the same ids again on one line needs nothing beside it a second time. */
export function referencesByLine(
  references: readonly Reference[],
  lines: LineIndex,
): readonly (readonly Reference[])[] {
  const byLine = new Map<number, Map<string, Reference>>();
  for (const reference of references) {
    const number = lines.positionAt(reference.start).line;
    const line = byLine.get(number) ?? new Map<string, Reference>();
    byLine.set(number, line);
    if (!line.has(idsOf(reference))) line.set(idsOf(reference), reference);
  }
  return [...byLine.values()].map((line) => [...line.values()]);
}

/** The id of a reference; of a range the first and the last. */
export function idsOf({ ids }: Reference): string {
  return ids.length > 1 ? `${ids[0]}–${ids.at(-1)}` : (ids[0] ?? '');
}
