import type { Span } from '../../core/span';

/**
 * A text in which capitals do not matter, as long as it was: what is found in it stands at the same place in the text. The
 * same on every machine, whatever its language.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/[^]/gu, (character) => {
    const folded = character.toLowerCase();
    return folded.length === character.length ? folded : character;
  });
}

/** The words that are searched for, folded, each once. An accent is part of its letter, unlike in names of files on a Mac. */
export function wordsOf(query: string): readonly string[] {
  return [...new Set(fold(query.normalize()).split(/[\s,;]+/u))].filter((word) => word !== '');
}

/** What of a text, folded, are words. */
export function wordSpans(text: string): readonly Span[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}

/** Where a word stands in a text, both folded. */
export function occurrencesOf(word: string, text: string): readonly Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length)) {
    spans.push({ start, end: start + word.length });
  }
  return spans;
}

/** In order, and what overlaps or touches as one. */
export function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && span.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else joined.push(span);
  }
  return joined;
}
