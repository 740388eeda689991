import type { Catalog } from '../csf/catalog';
import { categoryOf } from '../csf/controlId';
import { controlTitled } from '../csf/compareTitle';
import { type Scan, scan } from '../csf/scanner';
import { idsFor, titleIndexOf, type Titled, writeIds } from '../csf/titleIndex';
import { titlesBeside } from '../document/titlesBeside';
import { message } from '../message';
import type { Span } from '../span';
import type { Fix, Fixer } from './fix';

/** Finds the control that was meant by the title beside its id; else cuts a range to what exists, or mends a letter. */
export const fixUnknownControl: Fixer = ({ at }, { text, catalog }) => {
  if (!at || !('start' in at)) return [];
  const lineStart = text.lastIndexOf('\n', at.start - 1) + 1;
  const content = text.slice(lineStart, endOfLine(text, at.end));
  const found = scan(content, catalog);
  const place = { start: at.start - lineStart, end: at.end - lineStart };
  const unknown = found.unresolved.find(({ start, end }) => start === place.start && end === place.end);
  if (!unknown) return [];
  const range = found.references.find(({ start, end }) => start === place.start && end === place.end);
  const ids = [...unknown.ids, ...(range?.ids ?? [])];
  const replace = (by: string): Fix['replacements'] => [{ start: at.start, end: at.end, text: by }];
  const owner = ownerOf(content, found, place, ids.length > 1, catalog);
  const meant = owner && idsFor(owner, catalog);
  if (owner && meant !== undefined) {
    return [{ title: message('fix-id', unknown.text, meant, owner.title), replacements: replace(meant) }];
  }
  if (range) {
    const existing = writeIds(range.ids, catalog);
    return [{ title: message('fix-shorten', existing), replacements: replace(existing) }];
  }
  if (ids.length > 1) return [];
  return neighbours(unknown.ids[0] ?? '', catalog).map((id) => ({
    title: message('fix-nearest', id, catalog.controls.get(id)?.title ?? ''),
    replacements: replace(id),
  }));
};

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** What the title beside the id is the title of: for a range also a category or an objective. */
function ownerOf(
  content: string,
  { references, unresolved }: Scan,
  at: Span,
  isRange: boolean,
  catalog: Catalog,
): Titled | undefined {
  const anchors = [
    ...references.filter(({ start }) => start !== at.start),
    ...unresolved.map(({ start, end, ids }) => ({ kind: 'control' as const, start, end, ids })),
  ].toSorted((a, b) => a.start - b.start);
  const title = titlesBeside({ number: 0, start: 0, content, references }, anchors).find(
    ({ of, place }) => of.length === 1 && of[0]?.start === at.start && place !== 'aside',
  );
  if (!title) return undefined;
  if (!isRange) return controlTitled(title.text, catalog);
  const index = titleIndexOf(catalog);
  const named = index.named(index.read(title.text));
  return named.find(({ kind }) => kind === 'category') ?? named.find(({ kind }) => kind === 'objective');
}

/** Existing ids that are one slip of the pen away: a letter typed twice, or the one past the category's last. */
function neighbours(id: string, catalog: Catalog): readonly string[] {
  const [, letter, again] = /\.([a-z])([a-z]?)$/.exec(id) ?? [];
  const category = categoryOf(id);
  const last = [...catalog.controls.keys()].findLast((control) => categoryOf(control) === category);
  const typedTwice = letter !== undefined && letter === again ? `${category}.${letter}` : '';
  const isNext =
    last !== undefined &&
    last.length === id.length &&
    last.charCodeAt(id.length - 1) + 1 === id.charCodeAt(id.length - 1);
  return [typedTwice, isNext ? last : ''].filter((candidate) => catalog.controls.has(candidate));
}
