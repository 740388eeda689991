import { referencesTo, rowsOf } from '../assessment/matrixRow';
import type { Summary } from '../assessment/summary';
import type { Catalog } from '../csf/catalog';
import { idOf, type Subject } from '../csf/subject';
import type { Section } from '../document/findings';
import type { Place } from '../problems';

/** A control or requirement that can be gone to by its name. */
export interface ControlSymbol extends Subject {
  /** `01.c Privilege Management`; of a requirement its id. */
  readonly name: string;
}

/** More are found by typing more. */
const MOST = 300;

/** So much of a requirement's id has to be typed before requirements are found: there are thousands. */
const LEAST_OF_ID = 4;

/**
 * The controls whose id and title hold each word of a query or, where none does, its letters in their order, as VS Code
 * looks for them; for an empty query those in scope. Requirements in scope are found by the beginning of their ids.
 */
export function findSymbols(query: string, summary: Summary, catalog: Catalog): readonly ControlSymbol[] {
  const symbolOf = (control: string): ControlSymbol => ({
    control,
    name: `${control} ${catalog.controls.get(control)?.title ?? ''}`.trim(),
  });
  const inScope = summary.controls.map(({ id }) => symbolOf(id));
  const words = query.split(/\s+/).map(comparable).filter(Boolean);
  if (words.length === 0) return inScope.slice(0, MOST);
  // What is not in scope can be gone to as well, where a document or the matrix has it.
  const others = [...catalog.controls.keys()].filter((id) => !summary.controlById.has(id)).map(symbolOf);
  const all = [...inScope, ...others];
  const holding = all.filter(({ name }) => holdsEach(comparable(name), words));
  const found = holding.length > 0 ? holding : all.filter(({ name }) => holdsInOrder(comparable(name), words.join('')));
  return [...found, ...requirementsFor(query.trim().toLowerCase(), summary)].slice(0, MOST);
}

function requirementsFor(prefix: string, { controls }: Summary): readonly ControlSymbol[] {
  if (prefix.length < LEAST_OF_ID || !/^\d/.test(prefix)) return [];
  return controls.flatMap(({ id: control, units }) =>
    units
      .filter(({ id }) => id !== control && id.toLowerCase().startsWith(prefix))
      .map(({ id }) => ({ control, requirement: id, name: id })),
  );
}

/** Letters and digits alone: who types `01a` or `log-on` means the same as the catalog. */
function comparable(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function holdsEach(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function holdsInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** A section of one of the documents. */
export interface LocatedSection extends Section {
  readonly file: string;
}

/**
 * Makes the function that tells where something is: the section that documents it, else the first place in the documents
 * that names it, else its row of the matrix. Undefined where it is nowhere.
 *
 * @param sections in the order of the documents
 */
export function createWhereIs(
  summary: Summary,
  sections: readonly LocatedSection[],
): (subject: Subject) => { readonly file: string; readonly at: Place } | undefined {
  const first = new Map(
    sections.toReversed().flatMap((section) => (section.subject ? [[idOf(section.subject), section] as const] : [])),
  );
  return (subject) => {
    const named = first.get(idOf(subject)) ?? referencesTo([subject], summary)[0];
    if (named) return { file: named.file, at: { start: named.start, end: named.end } };
    const [row] = rowsOf([subject], summary);
    return row && { file: row.file, at: { line: row.line } };
  };
}
