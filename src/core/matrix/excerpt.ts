/** Where two texts differ, with some of what they share around it. */
export interface Excerpt {
  /** What both share before the difference: the last words of it, behind `…` where there were more. */
  readonly before: string;
  /** What only the older text says there; empty where something was put in. */
  readonly old: string;
  /** What only the newer one says there; empty where something was taken out. */
  readonly new: string;
  readonly after: string;
}

/** So many words of what is shared are shown on either side: enough to find the place. */
const CONTEXT = 4;
/** A difference longer than this is shown by its beginning: the row of the matrix has the rest. */
const LONGEST = 140;

/**
 * The place where two texts differ: what is left when the words that both begin with and both end with are taken off.
 * Two differences far apart are one long one. Linear in the texts' length.
 */
export function excerpt(older: string, newer: string): Excerpt {
  const [old, now] = [wordsOf(older), wordsOf(newer)];
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start++;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const tail = now.slice(now.length - end);
  return {
    before: [...(start > CONTEXT ? ['…'] : []), ...now.slice(Math.max(0, start - CONTEXT), start).map(shortened)].join(
      ' ',
    ),
    old: shortened(old.slice(start, old.length - end).join(' ')),
    new: shortened(now.slice(start, now.length - end).join(' ')),
    after: [...tail.slice(0, CONTEXT), ...(tail.length > CONTEXT ? ['…'] : [])].map(shortened).join(' '),
  };
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  // Not in the middle of a pair of surrogates.
  return `${text
    .slice(0, LONGEST - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}
