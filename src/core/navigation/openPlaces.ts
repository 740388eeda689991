import type { Reference } from '../csf/scanner';

/** A scoping document and the references in it, sorted. */
export interface DocumentReferences {
  readonly file: string;
  readonly references: readonly Reference[];
}

/** Where somebody is: what is selected in a document, or a cursor. */
export interface Whereabouts {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A reference to something with open items. */
export interface OpenPlace {
  readonly file: string;
  readonly reference: Reference;
  /** Which of all such places it is, from 1. */
  readonly number: number;
  readonly count: number;
}

/**
 * The next place behind, or the one before, where something with open items is named: through the documents in their order,
 * and on from the other end. Undefined where nothing is open.
 *
 * @param from undefined, or a file that is none of the documents: outside of them all
 */
export function openPlaceFrom(
  documents: readonly DocumentReferences[],
  isOpen: (reference: Reference) => boolean,
  from: Whereabouts | undefined,
  direction: 'next' | 'previous',
): OpenPlace | undefined {
  const places = documents.flatMap(({ file, references }, order) =>
    references.filter(isOpen).map((reference) => ({ file, order, reference })),
  );
  const own = documents.findIndex(({ file }) => file === from?.file);
  const { start = 0, end = 0 } = from ?? {};
  // An id right behind a bare cursor was not gone to yet.
  const least = start === end ? end : end + 1;
  const isBehind = ({ order, reference }: (typeof places)[number]): boolean =>
    order === own ? reference.start >= least : order > own;
  const isBefore = ({ order, reference }: (typeof places)[number]): boolean =>
    order === own ? reference.end < start : order < own;
  const found = direction === 'next' ? places.findIndex(isBehind) : places.findLastIndex(isBefore);
  const index = found >= 0 ? found : direction === 'next' ? 0 : places.length - 1;
  const place = places[index];
  return place && { file: place.file, reference: place.reference, number: index + 1, count: places.length };
}
