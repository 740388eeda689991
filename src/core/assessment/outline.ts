import type { Catalog } from '../csf/catalog';
import type { Reference } from '../csf/scanner';
import { subjectOf, type Subject } from '../csf/subject';
import { movedSpan } from '../span';

/** A line of a Markdown document that a reader sees. */
export interface Line {
  /** 0-based. */
  readonly number: number;
  readonly content: string;
  /** The offset of its start. */
  readonly start: number;
  /** Those on it, sorted. */
  readonly references: readonly Reference[];
}

/** A heading's mark. */
export const HEADING = /^ {0,3}(?<hashes>#{1,6})[ \t]+/;
const SETEXT_RULE = /^ {0,3}(?:=+|-{2,})[ \t]*$/;
const LIST_ITEM = /^(?<indent>[ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/;
/** What a line can begin with that is more than a paragraph's text. Most begin with a letter, and are soon done with. */
const MAY_BE_MARKED = /^[ \t]*[-*+#=\d]/;

/** What stands between the ids of a heading or cell that is about several: `03.b — Media; 03.c — Disposal`. */
const ANOTHER = /(?:[;,/&]|\band|–|—|-)\s*[*_`]*$/i;

interface Heading {
  readonly depth: number;
  readonly subjects: readonly Subject[];
}

interface Item {
  readonly indent: number;
  readonly subjects: readonly Subject[];
}

/** What a line stands under. Plain data. */
export interface OutlineState {
  readonly heading?: Heading;
  readonly item?: Item;
  /** The line above, as if it were a text of its own. */
  readonly previous?: Line;
}

/** Follows a document line by line, and knows which controls and requirements a line below is about. */
export class Outline {
  #heading: Heading | undefined;
  #item: Item | undefined;
  #previous: Line | undefined;

  constructor(
    private readonly catalog: Catalog,
    { heading, item, previous }: OutlineState = {},
  ) {
    this.#heading = heading;
    this.#item = item;
    this.#previous = previous;
  }

  get state(): OutlineState {
    return {
      ...(this.#heading && { heading: this.#heading }),
      ...(this.#item && { item: this.#item }),
      ...(this.#previous && { previous: onItsOwn(this.#previous) }),
    };
  }

  /** What the list item or heading names that the last line stands under; undefined where there is neither. */
  get subjects(): readonly Subject[] | undefined {
    return (this.#item ?? this.#heading)?.subjects;
  }

  /** Takes the next line. */
  read(line: Line): void {
    const { content } = line;
    const isMarked = MAY_BE_MARKED.test(content);
    const head = isMarked ? HEADING.exec(content) : null;
    const bullet = isMarked && !head ? LIST_ITEM.exec(content) : null;
    if (isMarked && this.#isUnderlining(content)) this.#underline(content.includes('=') ? 1 : 2);
    else if (head) this.#open(head.groups?.['hashes']?.length ?? 0, line, head[0].length);
    else if (bullet) this.#list(bullet.groups?.['indent']?.length ?? 0, line, bullet[0].length);
    else if (content.trim() !== '' && indentOf(content) <= (this.#item?.indent ?? -1)) this.#item = undefined;
    this.#previous = line;
  }

  /** Takes a line that states something of what it stands under, and is neither a heading nor an item of its own. */
  readStatement(line: Line): void {
    const indent = indentOf(line.content);
    const own = this.#item?.indent ?? -1;
    const isAfterBlank = this.#previous?.content.trim() === '';
    const isBullet = LIST_ITEM.test(line.content);
    if (indent < own || (indent === own && !isBullet && isAfterBlank)) this.#item = undefined;
    this.#previous = line;
  }

  /** Whether the line makes the one above it a heading. Below a table's row it is the table's. */
  #isUnderlining(content: string): boolean {
    const above = this.#previous?.content ?? '';
    return SETEXT_RULE.test(content) && above.trim() !== '' && !above.includes('|');
  }

  #underline(depth: number): void {
    const { catalog } = this;
    this.#heading = { depth, subjects: this.#previous ? subjectsAtStart(this.#previous, 0, catalog) : [] };
    this.#item = undefined;
  }

  #open(depth: number, line: Line, marked: number): void {
    const subjects = subjectsAtStart(line, marked, this.catalog);
    // A deeper heading that names no control is still about the one above it.
    if (subjects.length > 0 || !this.#heading || depth <= this.#heading.depth) this.#heading = { depth, subjects };
    this.#item = undefined;
  }

  #list(indent: number, line: Line, marked: number): void {
    const subjects = subjectsAtStart(line, marked, this.catalog);
    if (subjects.length > 0) this.#item = { indent, subjects };
    else if (this.#item && indent <= this.#item.indent) this.#item = undefined;
  }
}

/** What a line names first, with what is listed along; not what it mentions later, as in `01.c (see also 09.ab)`. */
export function subjectsOf({ references, content, start }: Line, catalog: Catalog): readonly Subject[] {
  const end = references.findIndex((reference, index) => {
    const sinceLast = content.slice((references[index - 1]?.end ?? 0) - start, reference.start - start);
    return index > 0 && sinceLast.trim() !== '' && !ANOTHER.test(sinceLast);
  });
  return (end < 0 ? references : references.slice(0, end)).flatMap((reference) => subjectOf(reference, catalog));
}

/** The same for a line on which nothing but emphasis stands between its mark and the first id; for others nothing. */
export function subjectsAtStart(line: Line, marked: number, catalog: Catalog): readonly Subject[] {
  const [first] = line.references;
  const isAtStart = first !== undefined && /^[\s*_`[(]*$/.test(line.content.slice(marked, first.start - line.start));
  return isAtStart ? subjectsOf(line, catalog) : [];
}

/** A line without where it stands. */
function onItsOwn({ content, start, references }: Line): Line {
  const own = references.map((reference) => movedSpan(reference, -start));
  return { number: 0, content, start: 0, references: own };
}

function indentOf(content: string): number {
  return content.length - content.trimStart().length;
}
