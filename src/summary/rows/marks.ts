import type { Span } from '../../core/span';
import type { Row } from '../content';
import type { RowLine } from './lines';
import { fold, joinSpans, occurrencesOf, wordSpans } from './words';

/** What a search has found of the texts of a row, by its index. */
export type Marks = (index: number) => RowLine['found'];

export interface SearchedWord {
  readonly word: string;
  /** The control that it names, in the canonical form; an id that is not there is none. */
  readonly control: string | undefined;
  /** The words of titles that it is taken for, where it is found nowhere as it is written. */
  readonly taken: ReadonlySet<string>;
}

const NOTHING: RowLine['found'] = {};

/** Many rows have the same title: it is looked at once. */
export function createMarks(rows: readonly Row[], words: readonly SearchedWord[]): Marks {
  if (words.length === 0) return () => NOTHING;
  const inTitles = new Map<string, RowLine['found']>();
  return (index) => {
    const row = rows[index];
    if (!row) return NOTHING;
    let found = inTitles.get(row.title);
    if (!found) inTitles.set(row.title, (found = inTitle(row.title, words)));
    const id = spansInId(row, words);
    return id.length === 0 ? found : { id, ...found };
  };
}

function inTitle(title: string, words: readonly SearchedWord[]): RowLine['found'] {
  const folded = fold(title);
  const spans = words.flatMap(({ word, taken }) =>
    taken.size === 0
      ? occurrencesOf(word, folded)
      : wordSpans(folded).filter(({ start, end }) => taken.has(folded.slice(start, end))),
  );
  return spans.length === 0 ? NOTHING : { title: joinSpans(spans) };
}

function spansInId({ id, control: its }: Row, words: readonly SearchedWord[]): readonly Span[] {
  const folded = fold(id);
  const spans: Span[] = [];
  for (const { word, control } of words) {
    if (control === undefined) spans.push(...occurrencesOf(word, folded));
    else if (control === id) spans.push({ start: 0, end: id.length });
    // In a requirement's id its control is written without the point.
    else if (control === its) spans.push(...occurrencesOf(control.replace('.', ''), folded).slice(0, 1));
  }
  return spans.length > 1 ? joinSpans(spans) : spans;
}
