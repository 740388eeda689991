import type { Fix } from '../../../../src/core/fixes/fix';

/** A text after a fix. */
export function applied({ replacements }: Fix, text: string): string {
  return replacements.reduceRight(
    (before, { start, end, text: by }) => before.slice(0, start) + by + before.slice(end),
    text,
  );
}
