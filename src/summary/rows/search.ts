import { groupBy } from '../../core/groupBy';
import { slipsToBeginning } from '../../core/slips';
import type { Facet, Row, SummaryContent } from '../content';
import { createMarks, type Marks, type SearchedWord } from './marks';
import type { RowTree } from './rowTree';
import { fold, wordSpans, wordsOf } from './words';

/** The rows, by their index, in which every word of a text is found: those with a 1. */
export type Search = (text: string) => Hits;

export interface Hits {
  readonly rows: Uint8Array;
  readonly marks: Marks;
}

/** Facets whose values are words to a person, beside the id and the title. */
const SEARCHED = ['category', 'domain', 'document', 'owner'] as const satisfies readonly Facet[];

/** A control as it is typed: `01.c`, `1c`, `01-C`. */
const LOOSE_CONTROL = /^(\d{1,2})[.\-_]?([a-z]{1,2})$/;

/** From this length on a word may have a slip, or two. */
const ONE_SLIP = 4;
const TWO_SLIPS = 8;
/** Longer ones nobody types. */
const LONGEST = 40;

/** How many words are remembered: a query grows letter by letter, and its other words stay as they are. */
const REMEMBERED = 64;

interface Word extends SearchedWord {
  readonly rows: Uint8Array;
}

/**
 * Prepares a search of rows. A word is looked for once in each distinct text, not in each row; a requirement is also found
 * by its control's id.
 */
export function createSearch(tree: RowTree, values: SummaryContent['values']): Search {
  const ids = tree.rows.map(({ id, control }) => (control === '' ? fold(id) : `${fold(id)}\n${fold(control)}`));
  const texts = indexTexts(tree, values);
  const vocabulary = indexVocabulary(tree.rows);
  const remembered = new Map<string, Word>();

  const createWord = (word: string): Word => {
    const rows = new Uint8Array(ids.length);
    const control = controlNamedBy(word, tree);
    if (control === undefined) {
      for (const [index, id] of ids.entries()) if (id.includes(word)) rows[index] = 1;
    } else for (const index of tree.withRequirements(control)) rows[index] = 1;
    for (const [text, found] of texts) if (text.includes(word)) mark(rows, found);
    const taken = rows.includes(1) ? [] : wordsNear(word, vocabulary);
    for (const [, found] of taken) mark(rows, found);
    return { word, control, rows, taken: new Set(taken.map(([title]) => title)) };
  };

  const wordOf = (word: string): Word => {
    const known = remembered.get(word) ?? createWord(word);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(word, known);
    return known;
  };

  return (text) => {
    const found: Word[] = [];
    let rows = new Uint8Array(ids.length).fill(1);
    for (const each of wordsOf(text)) {
      const word = wordOf(each);
      found.push(word);
      rows = rows.map((hit, index) => hit & (word.rows[index] ?? 0));
      // Somebody has pasted a page: no other word brings a row back.
      if (!rows.includes(1)) break;
    }
    return { rows, marks: createMarks(tree.rows, found) };
  };
}

/** Distinct texts, folded, with the rows that have them. */
type TextIndex = readonly (readonly [text: string, rows: readonly number[]])[];

function indexTexts(tree: RowTree, values: SummaryContent['values']): TextIndex {
  const labels = SEARCHED.map((facet) => new Map(values[facet].map(({ value, label }) => [value, label])));
  const pairs = tree.rows.flatMap((row, index) => [
    { text: row.title, index },
    ...SEARCHED.flatMap((facet, at) =>
      tree.valuesOf(index, facet).map((value) => ({ text: labels[at]?.get(value) ?? value, index })),
    ),
  ]);
  return [...groupBy(pairs, ({ text }) => text)].map(([text, found]) => [
    fold(text.normalize()),
    found.map(({ index }) => index),
  ]);
}

function indexVocabulary(rows: readonly Row[]): TextIndex {
  const byTitle = groupBy(rows.keys(), (index) => rows[index]?.title ?? '');
  const pairs = [...byTitle].flatMap(([title, indexes]) => {
    const folded = fold(title);
    const words = new Set(wordSpans(folded).map(({ start, end }) => folded.slice(start, end)));
    return [...words].map((word) => ({ word, indexes }));
  });
  return [...groupBy(pairs, ({ word }) => word)].map(([word, found]) => [
    word,
    found.flatMap(({ indexes }) => indexes),
  ]);
}

function wordsNear(word: string, vocabulary: TextIndex): TextIndex {
  if (word.length < ONE_SLIP || word.length > LONGEST) return [];
  const most = word.length < TWO_SLIPS ? 1 : 2;
  return vocabulary.filter(([title]) => slipsToBeginning(word, title, most) !== undefined);
}

function controlNamedBy(word: string, tree: RowTree): string | undefined {
  const [, digits, letters] = LOOSE_CONTROL.exec(word) ?? [];
  if (digits === undefined || letters === undefined) return undefined;
  const control = `${digits.padStart(2, '0')}.${letters}`;
  return tree.withRequirements(control).length > 0 ? control : undefined;
}

function mark(rows: Uint8Array, indexes: readonly number[]): void {
  for (const index of indexes) rows[index] = 1;
}
