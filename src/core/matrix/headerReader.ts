import { tidy } from '../csv';
import { groupBy } from '../groupBy';

/** The columns found, as indexes into a row. @template M what a column can mean in that kind of table */
export type ColumnIndexesOf<M extends string> = Partial<Readonly<Record<M, number>>>;

/** The columns that the user named, by heading, or as `#3` by their number from 1. */
export type ColumnMappingOf<M extends string> = Partial<Readonly<Record<M, string>>>;

/** How a column came by its meaning: the user named it, its heading says so, or what stands in it. */
export type Ground = 'project' | 'heading' | 'contents';

/** Columns that could have a meaning. None of them is taken: the user has to say. */
export interface OpenQuestionOf<M extends string> {
  readonly meaning: M;
  readonly columns: readonly number[];
  /** Whether the headings say so of several, or the contents where the heading says nothing. */
  readonly ground: Exclude<Ground, 'project'>;
}

/** The columns of a header row, and what keeps it from being read. */
export interface HeaderReadingOf<M extends string> {
  readonly columns: ColumnIndexesOf<M>;
  readonly grounds: Partial<Readonly<Record<M, Ground>>>;
  readonly questions: readonly OpenQuestionOf<M>[];
  /** Headings that the user named and the row does not have. */
  readonly missing: readonly string[];
  /** Columns that the user named for two meanings which exclude each other: it has neither. */
  readonly named: readonly { readonly column: number; readonly meanings: readonly M[] }[];
}

/** What the headings of a kind of table can say. */
export interface HeadingRules<M extends string, H extends string> {
  /** Headings in their comparable form, by what they say. Where several columns fit, the earlier pattern goes first. */
  readonly headings: Readonly<Record<H, readonly RegExp[]>>;
  /** Any of them: of thousands of columns few are worth a closer look. */
  readonly known: RegExp;
  /** Meanings that a column has alone, and that are asked for where a heading stands twice. */
  readonly exclusive: ReadonlySet<M>;
}

export function headingRules<M extends string, H extends string>(
  headings: Readonly<Record<H, readonly RegExp[]>>,
  exclusive: readonly M[],
): HeadingRules<M, H> {
  const patterns = Object.values<readonly RegExp[]>(headings).flat();
  const known = new RegExp(patterns.map(({ source }) => source).join('|'));
  return { headings, known, exclusive: new Set(exclusive) };
}

/** Reads one header row: columns that the user named go before all, and each has one meaning. */
export class HeaderReader<M extends string, H extends string> {
  readonly #headings: readonly string[];
  readonly #known: readonly number[];
  readonly #columns: Partial<Record<M, number>> = {};
  readonly #grounds: Partial<Record<M, Ground>> = {};
  readonly #questions: OpenQuestionOf<M>[];
  readonly #mapped: MappingReading<M>;

  constructor(
    cells: readonly string[],
    mapping: ColumnMappingOf<M>,
    private readonly rules: HeadingRules<M, H>,
  ) {
    this.#headings = cells.map(comparable);
    this.#known = this.#headings.flatMap((heading, index) => (rules.known.test(heading) ? [index] : []));
    this.#mapped = readMapping(cells, this.#headings, mapping, rules.exclusive);
    this.#questions = [...this.#mapped.questions];
    for (const [meaning, index] of this.#mapped.found) this.take(meaning, index, 'project');
  }

  /** The columns whose headings say that, those left out that have a meaning already. */
  find(says: H): readonly number[] {
    const taken = new Set(Object.values(this.#columns));
    return this.rules.headings[says].flatMap((pattern) =>
      this.#known.filter((index) => !taken.has(index) && pattern.test(this.#headings[index] ?? '')),
    );
  }

  /** Gives a column a meaning, if none has that meaning yet. */
  take(meaning: M, index: number | undefined, ground: Ground = 'heading'): void {
    if (index === undefined || meaning in this.#columns) return;
    this.#columns[meaning] = index;
    this.#grounds[meaning] = ground;
  }

  ask(meaning: M, columns: readonly number[]): void {
    this.#questions.push({ meaning, columns, ground: 'heading' });
  }

  get reading(): HeaderReadingOf<M> {
    const { missing, named } = this.#mapped;
    return { columns: this.#columns, grounds: this.#grounds, questions: this.#questions, missing, named };
  }
}

interface MappingReading<M extends string> extends Pick<HeaderReadingOf<M>, 'questions' | 'missing' | 'named'> {
  readonly found: readonly (readonly [M, number])[];
}

function readMapping<M extends string>(
  cells: readonly string[],
  headings: readonly string[],
  mapping: ColumnMappingOf<M>,
  exclusive: ReadonlySet<M>,
): MappingReading<M> {
  const found: [M, number][] = [];
  const questions: OpenQuestionOf<M>[] = [];
  const missing: string[] = [];
  for (const [meaning, name] of Object.entries(mapping) as [M, string][]) {
    const columns = columnsNamed(name, cells, headings);
    if (columns.length > 1 && exclusive.has(meaning)) questions.push({ meaning, columns, ground: 'heading' });
    else if (columns[0] === undefined) missing.push(name);
    else found.push([meaning, columns[0]]);
  }
  const alone = found.filter(([meaning]) => exclusive.has(meaning));
  const named = [...groupBy(alone, ([, column]) => column)]
    .filter(([, uses]) => uses.length > 1)
    .map(([column, uses]) => ({ column, meanings: uses.map(([meaning]) => meaning) }));
  const isTwice = (meaning: M): boolean => named.some(({ meanings }) => meanings.includes(meaning));
  return { found: found.filter(([meaning]) => !isTwice(meaning)), questions, missing, named };
}

/** The column of a number, those of that very heading, or one that differs in case or punctuation only. */
function columnsNamed(name: string, cells: readonly string[], headings: readonly string[]): readonly number[] {
  const number = COLUMN_NUMBER.exec(name)?.[1];
  if (number !== undefined && Number(number) <= cells.length) return number === '0' ? [] : [Number(number) - 1];
  const heading = tidy(name);
  const same = cells.flatMap((cell, index) => (tidy(cell) === heading ? [index] : []));
  const alike = comparable(name);
  if (same.length > 0 || alike === '' || number !== undefined) return same;
  return headings.flatMap((other, index) => (other === alike ? [index] : []));
}

/** How a mapping names a column by its number: `#3` is the third. */
export const COLUMN_NUMBER = /^#(0|[1-9]\d{0,4})$/;

/** Headings that a report writer or a spreadsheet makes up, and that say nothing: `Textbox52`, `Column 3`, none. */
export function isMeaningless(heading: string): boolean {
  return /^(?:(?:textbox|column|col|field|f|unnamed|x)? ?\d*)$/.test(comparable(heading));
}

/** Longer than a heading: a cell of a row that is no header can hold pages. */
const MOST_HEADING = 300;

/** Case, punctuation and line breaks inside a heading make no difference. */
export function comparable(heading: string): string {
  return tidy(heading.slice(0, MOST_HEADING))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
