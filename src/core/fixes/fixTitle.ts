import type { Catalog } from '../csf/catalog';
import { categoryOf } from '../csf/controlId';
import { compareTitle, controlTitled, type TitleComparison } from '../csf/compareTitle';
import { scan } from '../csf/scanner';
import { idsFor, titleIndexOf, type Titled } from '../csf/titleIndex';
import { message } from '../message';
import type { Problem } from '../problems';
import type { Span } from '../span';
import type { Fix, Fixer } from './fix';

/** Writes the id for a title, or the title for an id: first what is likelier wrong. */
export const fixTitle: Fixer = (problem, { text, catalog }) => {
  const pair = pairOf(problem, text);
  if (!pair) return [];
  const ids = scan(pair.ids, catalog).references.flatMap((reference) => reference.ids);
  const found = compareTitle(pair.written, ids, catalog);
  const byTitle = titleFix(pair, ids, found, catalog);
  switch (found.kind) {
    case 'misspelt':
      return byTitle;
    case 'other':
      // Who names a whole category beside one control meant that control, and called it by its family's name.
      return found.of.kind === 'control' || ids.length > 1
        ? [...idFix(pair, idOwner(found.of, catalog), catalog), ...byTitle]
        : [...byTitle, ...idFix(pair, idOwner(found.of, catalog), catalog)];
    case 'strange':
    case 'foreign':
      return [...byTitle, ...idFix(pair, ids.length === 1 ? controlTitled(pair.written, catalog) : undefined, catalog)];
    default:
      return [];
  }
};

/** Ids and the title beside them, as they stand in a document. */
interface Pair {
  readonly ids: string;
  readonly written: string;
  readonly atIds: Span;
  readonly atTitle: Span;
}

/** The pair that a problem stands on; undefined where the document has changed since. */
function pairOf({ at, args }: Problem, text: string): Pair | undefined {
  const [ids, , written] = args;
  if (!at || !('start' in at) || typeof ids !== 'string' || typeof written !== 'string') return undefined;
  const place = text.slice(at.start, at.end);
  const [first, last] = [ids, written].map((part) => part.length) as [number, number];
  if (place.startsWith(ids) && place.endsWith(written)) {
    const atIds = { start: at.start, end: at.start + first };
    return { ids, written, atIds, atTitle: { start: at.end - last, end: at.end } };
  }
  if (!place.startsWith(written) || !place.endsWith(ids)) return undefined;
  const atTitle = { start: at.start, end: at.start + last };
  return { ids, written, atIds: { start: at.end - first, end: at.end }, atTitle };
}

function titleFix(pair: Pair, ids: readonly string[], found: TitleComparison, catalog: Catalog): readonly Fix[] {
  const [id = ''] = ids;
  const own = ids.length === 1 ? catalog.controls.get(id) : catalog.categories.get(categoryOf(id));
  const title = found.kind === 'misspelt' ? found.of.title : own?.title;
  if (title === undefined) return [];
  const isSafe = found.kind === 'misspelt' && found.isSure;
  return [
    {
      title: message('fix-title', pair.ids, title),
      replacements: [{ ...pair.atTitle, text: title }],
      ...(isSafe && { isSafe }),
    },
  ];
}

/** The category of a domain's name, where there is one: it has controls. */
function idOwner(of: Titled, catalog: Catalog): Titled | undefined {
  if (of.kind !== 'domain') return of;
  return titleIndexOf(catalog)
    .named(of)
    .find(({ kind }) => kind === 'category');
}

function idFix(pair: Pair, owner: Titled | undefined, catalog: Catalog): readonly Fix[] {
  const ids = owner && idsFor(owner, catalog);
  if (!owner || ids === undefined) return [];
  const isFirst = pair.atIds.start < pair.atTitle.start;
  const change = { ...pair.atIds, text: ids };
  // A title with slips of the pen would be a problem beside the right id too.
  const after = owner.kind === 'control' ? compareTitle(pair.written, [owner.id], catalog).kind : 'right';
  const isStillWrong = after === 'misspelt' || after === 'other' || after === 'strange';
  const mend = isStillWrong ? [{ ...pair.atTitle, text: owner.title }] : [];
  return [
    {
      title: message('fix-id', pair.ids, ids, owner.title),
      replacements: isFirst ? [change, ...mend] : [...mend, change],
    },
  ];
}
