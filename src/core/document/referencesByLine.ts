import type { Reference } from '../csf/scanner';
import type { LineIndex } from '../lineIndex';

/**
 * The references of each line; what names the same ids again on one line needs nothing beside it a second time.
 *
 * @param references sorted
 */
export function referencesByLine(
  references: readonly Reference[],
  lines: LineIndex,
): readonly (readonly Reference[])[] {
  const byLine: Reference[][] = [];
  let end = -1;
  let line: Reference[] = [];
  for (const reference of references) {
    if (reference.start >= end) {
      end = lines.startOf(lines.positionAt(reference.start).line + 1);
      line = [];
      byLine.push(line);
    }
    const ids = idsOf(reference);
    if (!line.some((other) => idsOf(other) === ids)) line.push(reference);
  }
  return byLine;
}

/** The id of a reference; of a range the first and the last. */
export function idsOf({ ids }: Reference): string {
  return ids.length > 1 ? `${ids[0]}–${ids.at(-1)}` : (ids[0] ?? '');
}
