import type { App } from '../app';
import type { Assessment } from '../workspace/assessment';
import type { RowDetails } from './details';
import { createRowDetails } from './rowDetails';

/** How long a part is made, in milliseconds, before the editor has its turn again: thousands of rows can be open. */
const PART_MS = 25;

/** What unfolds below rows, part by part, all of the summary as it is now. What is not in scope is left out. */
export async function* detailsInParts(
  ids: readonly string[],
  assessment: Assessment,
  { files, translate }: Pick<App, 'files' | 'translate'>,
): AsyncGenerator<readonly RowDetails[], void> {
  const { facts } = assessment;
  let part: RowDetails[] = [];
  let limit = performance.now() + PART_MS;
  for (const id of ids) {
    const details = createRowDetails(id, assessment, files, translate, facts);
    if (details) part.push(details);
    if (part.length === 0 || performance.now() < limit) continue;
    yield part;
    await new Promise((resolve) => setTimeout(resolve));
    part = [];
    limit = performance.now() + PART_MS;
  }
  if (part.length > 0) yield part;
}
