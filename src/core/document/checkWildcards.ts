import type { Catalog, Category } from '../csf/catalog';
import { categoryOf } from '../csf/controlId';
import { compareTitle } from '../csf/compareTitle';
import { titleIndexOf } from '../csf/titleIndex';
import { align, likeness } from '../csf/titleAlignment';
import { freeOf } from '../csf/scanner';
import { message } from '../message';
import { problem } from '../problems';
import type { LineCheck } from './findings';
import { type Anchor, titlesBeside, type WrittenTitle } from './titlesBeside';

const MAY_BE_ONE = /\d\d\.(?:x|\*)/i;
/** `10.x`, `01.*`: no control, and what else it may be its line has to rule out. */
const WILDCARD = /(?<![\p{L}\p{N}.§/\\_-])(\d{2})\.(?:x{1,2}|\*)(?![\p{L}\p{N}_]|[.*]+[\p{L}\p{N}])/giu;

const ALL_BEFORE =
  /\b(?:all|every|each|any|entire|whole)(?: of)?(?: the)?(?: (?:hitrust|csf|controls?(?: in| of| under)?))*\s[*_`"“]*$/i;
const END_OF_ALL =
  /^[*_`"”]*(?:\s*$|[.,;:)](?:\s|$)|\s+(?:controls?\b|and\b|or\b|apply\b|applies\b|is\b|are\b|[-–—]\s))/i;
const CONTROLS_BEHIND = /^[*_`"”]*\s+(?:(?:controls|family|category)\b|\(all\b)/i;

/** Finds `01.x` and the like where it is written for a whole category. */
export const checkWildcards: LineCheck = (line, file, catalog) => {
  if (!MAY_BE_ONE.test(line.content)) return {};
  const anchors = anchorsOn(line, catalog);
  const single = titlesBeside(line, anchors).filter(({ of }) => of.length === 1);
  const titles = new Map(single.map((title) => [title.of[0], title]));
  const problems = anchors.flatMap((anchor) => {
    const written = line.content.slice(anchor.start - line.start, anchor.end - line.start);
    const number = written.slice(0, 2);
    if (!/^\d\d[._](?:x{1,2}|\*)$/i.test(written)) return [];
    const title = titles.get(anchor);
    const category = title ? wildcardFor(title, number, catalog) : allOf(line, anchor, number, catalog);
    if (!category) return [];
    const control = catalog.controls.get(anchor.ids[0] ?? '');
    const reason = control ? message('wildcard-is-control', control.title) : message('wildcard-is-none');
    const { start, end } = anchor;
    return [problem('wildcard-control', file, { start, end }, written, category.id, category.title, reason)];
  });
  return { problems };
};

/** Whether the title says that its id stands for a whole category. */
export function isWildcard(title: WrittenTitle, catalog: Catalog): boolean {
  const [id] = title.of.flatMap(({ ids }) => ids);
  return (
    title.of.length === 1 && id?.endsWith('.x') === true && wildcardFor(title, categoryOf(id), catalog) !== undefined
  );
}

/** The category that a wildcard's title names: its own, or for what is no control at all any one. */
function wildcardFor(title: WrittenTitle, number: string, catalog: Catalog): Category | undefined {
  const index = titleIndexOf(catalog);
  const ids = title.of.flatMap((anchor) => anchor.ids);
  const isControl = ids.length > 0;
  if (title.place === 'aside' && !isControl && !/[A-Z]/.test(title.text)) return undefined;
  if (isControl && compareTitle(title.text, ids, catalog).kind === 'right') return undefined;
  const text = index.read(title.text.replace(NOT_OF_TITLE, ' '));
  const candidates = isControl ? [number] : [number, ...catalog.categories.keys()];
  const id = candidates.find((candidate) => {
    const category = index.get('category', candidate);
    return category && text.words.length > 0 && likeness(align(text, category)) > 0.85;
  });
  return id === undefined ? undefined : catalog.categories.get(id);
}

/** Words that tell of the whole and are no part of its title. */
const NOT_OF_TITLE = /\b(?:all|every|category|categories|domain|family|hitrust|csf|controls$)(?![\p{L}])/giu;

/** How far the words can stand that tell of all. */
const AROUND = 60;

function allOf(
  { content, start }: Parameters<LineCheck>[0],
  anchor: Anchor,
  number: string,
  catalog: Catalog,
): Category | undefined {
  const [from, to] = [anchor.start - start, anchor.end - start];
  const [before, after] = [content.slice(Math.max(0, from - AROUND), from), content.slice(to, to + AROUND)];
  const isAll = (ALL_BEFORE.test(before) && END_OF_ALL.test(after)) || CONTROLS_BEHIND.test(after);
  return isAll ? catalog.categories.get(number) : undefined;
}

function anchorsOn({ content, start, references }: Parameters<LineCheck>[0], catalog: Catalog): readonly Anchor[] {
  const free = [...content.matchAll(WILDCARD)]
    .map((match): Anchor => ({
      kind: 'control',
      start: start + match.index,
      end: start + match.index + match[0].length,
      ids: [],
    }))
    .filter(freeOf(references));
  const known = free.filter(({ start: from }) => {
    const number = content.slice(from - start, from - start + 2);
    return catalog.categories.has(number) || catalog.domains.has(number);
  });
  return [...references, ...known].toSorted((a, b) => a.start - b.start);
}
