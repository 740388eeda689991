import type { Span } from '../../../core/span';

/** Marks text that is found, without an element for it. */
export interface Highlights {
  /** Marks spans of a text. What comes back takes the marks away again. */
  readonly mark: (text: Text, spans: readonly Span[]) => () => void;
}

/** Does nothing where the browser cannot. */
export function createHighlights(name: string): Highlights {
  if (typeof Highlight === 'undefined') return { mark: () => () => undefined };
  const highlight = new Highlight();
  CSS.highlights.set(name, highlight);
  return {
    mark(text, spans) {
      const ranges = spans
        .filter(({ end }) => end <= text.length)
        .map(({ start, end }) => {
          const range = new Range();
          range.setStart(text, start);
          range.setEnd(text, end);
          return range;
        });
      for (const range of ranges) highlight.add(range);
      return () => {
        for (const range of ranges) highlight.delete(range);
      };
    },
  };
}
