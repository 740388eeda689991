import type { Catalog } from '../csf/catalog';
import { categoryOf } from '../csf/controlId';
import { compareTitle, type TitleComparison } from '../csf/compareTitle';
import { type Argument, message } from '../message';
import { problem, type Problem } from '../problems';
import type { LineCheck } from './findings';
import { isWildcard } from './checkWildcards';
import { isTitleCase, titlesBeside, type WrittenTitle } from './titlesBeside';

/** Finds titles that are not those of the ids they stand beside. */
export const checkTitles: LineCheck = (line, file, catalog) => {
  if (line.references.length === 0 || isPlainlyRight(line, catalog)) return {};
  const problems = titlesBeside(line, line.references).flatMap((title): readonly Problem[] => {
    const found = mismatch(title, catalog);
    if (!found || isWildcard(title, catalog)) return [];
    const [first, last] = [title.of[0] ?? title, title.of.at(-1) ?? title];
    const span = {
      start: Math.min(first.start, title.start),
      end: Math.max(last.end, title.start + found.text.length),
    };
    const ids = line.content.slice(first.start - line.start, last.end - line.start);
    return [problem('title-mismatch', file, span, ids, ...wordsFor(found, idsOf(title), catalog))];
  });
  return { problems };
};

/** Whether a line has one id, and right behind it the very title: most lines with a title do. */
function isPlainlyRight({ content, start, references }: Parameters<LineCheck>[0], catalog: Catalog): boolean {
  const [reference, another] = references;
  const title = reference?.kind === 'control' ? catalog.controls.get(reference.ids[0] ?? '')?.title : undefined;
  if (!reference || another || title === undefined) return false;
  const end = reference.end - start;
  const at = content.indexOf(title, end);
  const around = `${content[at - 1] ?? ''}${content[at + title.length] ?? ''}`;
  return at >= 0 && at - end <= FARTHEST && !/[\p{L}\p{N}]/u.test(around);
}

/** What can stand between an id and its title, such as ` | **`. */
const FARTHEST = 8;

/** A title that is wrong, as far as it is one: a remark can follow it. */
export interface Mismatch {
  readonly text: string;
  readonly found: Exclude<TitleComparison, { readonly kind: 'right' | 'open' }>;
}

/** What is wrong with a written title; undefined for nothing, and where nobody could tell. */
export function mismatch(title: WrittenTitle, catalog: Catalog): Mismatch | undefined {
  const ids = idsOf(title);
  if (ids.length > 1 && !isStated(title)) return undefined;
  for (const text of readings(title.text)) {
    const found = compareTitle(text, ids, catalog);
    if (found.kind === 'right') return undefined;
    if (found.kind !== 'open' && isTold(found, text, title)) return { text, found };
  }
  return undefined;
}

function idsOf({ of }: WrittenTitle): readonly string[] {
  return of.flatMap(({ ids }) => ids);
}

/** A comma can be part of a title, or begin a remark. */
function* readings(text: string): Iterable<string> {
  yield text;
  for (let end = text.lastIndexOf(','); end > 0; end = text.lastIndexOf(',', end - 1))
    yield text.slice(0, end).trimEnd();
}

/** Whether a place and a way of writing leave no doubt that the text is meant as a title. */
function isTold(found: Mismatch['found'], text: string, title: WrittenTitle): boolean {
  const { place } = title;
  switch (found.kind) {
    case 'misspelt':
      return true;
    case 'foreign':
      return place === 'named' && isTitleCase(text);
    case 'strange':
      return isStated(title) && isTitleCase(text);
    case 'other':
      // `Access Control Policy (01.c)` may be the document that answers for 01.c.
      if (!isStated(title) && place !== 'likely' && DOCUMENT.test(text)) return false;
      if (found.by === 'words') return place !== 'aside' && isTitleCase(text);
      // A single word may tell who answers for the control: Compliance.
      return found.of.kind === 'control' || isStated(title) || (place !== 'aside' && /\s/.test(text));
  }
}

function isStated({ place }: WrittenTitle): boolean {
  return place === 'named' || place === 'stated';
}

const DOCUMENT = /\b(?:polic(?:y|ies)|procedures?|documents?|plans?|standards?|agreements?|program)$/i;

function wordsFor({ text, found }: Mismatch, ids: readonly string[], catalog: Catalog): readonly Argument[] {
  return [rightTitle(found, ids, catalog), text, reasonFor(found)];
}

function rightTitle(found: Mismatch['found'], ids: readonly string[], catalog: Catalog): Argument {
  const [id = ''] = ids;
  if (found.kind === 'misspelt' && found.of.kind !== 'category') return message('titled', found.of.title);
  if (ids.length === 1) return message('titled', catalog.controls.get(id)?.title ?? '');
  const category = catalog.categories.get(categoryOf(id));
  return message('of-category', categoryOf(id), category?.title ?? '');
}

function reasonFor(found: Mismatch['found']): Argument {
  if (found.kind === 'misspelt') return message('title-misspelt');
  if (found.kind === 'foreign') return message('title-of-nothing');
  if (found.kind === 'strange') {
    const { domain } = found;
    return domain ? message('title-like-domain', domain.id, domain.title) : message('title-of-nothing');
  }
  const { of, by } = found;
  if (of.kind !== 'control') return message(`title-of-${of.kind}`, of.id);
  return by === 'name' ? message('title-of-control', of.id) : message('title-like-control', of.id, of.title);
}
